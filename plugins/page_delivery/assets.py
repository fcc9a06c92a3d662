"""The theme's own files, under names that tell their content: a browser may keep them for ever."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import quote

Minify = Callable[[str, bytes], bytes]
"""Takes the name of a file and its bytes, and gives the bytes that are published."""

_LENGTH = 10


class AssetError(Exception):
    """A template names a file that the theme does not have."""


@dataclass(slots=True)
class Assets:
    """The files of a theme that its pages ask for; nobody is sent one that no page asks for."""

    source: Path
    """The theme's `static` folder."""
    folder: str
    """Where the files are published: `theme`."""
    minify: Minify
    """What is done to a file before it is published."""
    published: dict[str, bytes] = field(default_factory=dict)
    """What pages asked for, by file name."""
    addresses: dict[str, str] = field(default_factory=dict)
    """The addresses that were given, by the names in the theme."""

    def address(self, name: str) -> str:
        """Give the address of a file: `scripts/gallery.js` becomes `/theme/gallery.4f1c0a92de.js`.

        Raises:
            AssetError: The theme has no such file.
        """
        if name not in self.addresses:
            octets = self.minify(name, self._read(name))
            file = PurePosixPath(name)
            named = f"{file.stem}.{sha256(octets).hexdigest()[:_LENGTH]}{file.suffix}"
            self.published[named] = octets
            self.addresses[name] = f"/{quote(self.folder)}/{quote(named)}"
        return self.addresses[name]

    def publish(self, output: Path) -> None:
        """Write what pages asked for."""
        folder = output / self.folder
        for name, octets in sorted(self.published.items()):
            folder.mkdir(parents=True, exist_ok=True)
            folder.joinpath(name).write_bytes(octets)

    def _read(self, name: str) -> bytes:
        path = self.source / name
        if not path.resolve().is_relative_to(self.source.resolve()):
            raise AssetError(f'asset("{name}"): {path} is outside of {self.source}; move it there.')
        try:
            return path.read_bytes()
        except OSError as error:
            raise AssetError(
                f'asset("{name}"): {path} cannot be read ({error.strerror}): put it there, or correct the template.'
            ) from error
