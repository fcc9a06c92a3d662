"""Where the plugin meets Pelican."""

import logging
import re
from collections.abc import Iterator, Sequence
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import signals

from .album import Album
from .focus_points import read_focuses
from .location import without_location
from .markup import Place, Sources, body_with_pictures, sources_of
from .shapes import read_focus
from .workshop import Workshop

FromPelican = Any
"""An object of Pelican's, which has no types: a Pelican, a generator, an article."""

logger = logging.getLogger(__name__)

_FOLDER = "RESPONSIVE_IMAGES_FOLDER"
_ALBUM = "responsive_images"
_IMAGE = re.compile(r"""<img\b[^>]*?\ssrc=["']([^"'>]+)""", re.IGNORECASE)
_PICTURES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff"})
# Pelican prints it in the place of the fifth such message, and none after: a site without its pictures has thousands.
_MANY = "More pictures cannot be shown. Mend these, and the next build names others."
_LISTS = ("articles", "translations", "hidden_articles", "hidden_translations", "pages", "hidden_pages",
          "drafts", "drafts_translations", "draft_pages", "draft_translations")  # fmt: skip


def connect() -> None:
    """Connect everything to Pelican's signals."""
    signals.generator_init.connect(_give_to_templates)
    signals.all_generators_finalized.connect(_survey)
    signals.finalized.connect(_make)


def _give_to_templates(generator: FromPelican) -> None:
    """Give templates their two words. What is behind them is there once all articles are read."""
    settings = generator.settings
    written: dict[tuple[str, str, tuple[int, ...], str], Sources] = {}

    def responsive_image(address: str, place: dict[str, Any]) -> Sources | None:
        album, where = settings.get(_ALBUM), Place(**place)
        picture = album[0].picture(str(address or ""), where.crop, where.widths) if album else None
        if picture is None:
            return None
        asked = str(address), where.crop, tuple(where.widths), where.sizes
        if asked not in written:
            found = sources_of(picture, where.sizes)
            written[asked] = Sources(Markup(found.sources), Markup(found.attributes))  # noqa: S704  # escaped by sources_of
        return written[asked]

    def responsive_body(html: str, column: dict[str, Any], gallery: dict[str, Any]) -> str:
        album = settings.get(_ALBUM)
        if not album or "<img" not in html:
            return str(html)
        return body_with_pictures(str(html), album[0], Place(**column), Place(**gallery))

    # What they look up and order is noted for fast_build, where that is at work.
    responsive_image.page_notes = responsive_body.page_notes = True  # type: ignore[attr-defined]
    if hasattr(generator, "env"):
        generator.env.globals |= {"responsive_image": responsive_image, "responsive_body": responsive_body}


def _survey(generators: list[FromPelican]) -> None:
    """Learn which pictures there are and which of them articles and pages show."""
    settings = generators[0].settings
    workshop = Workshop.open(Path(settings["CACHE_PATH"], _ALBUM))
    static = {f"/{file.save_as}": Path(file.source_path) for file in generators[0].context["staticfiles"]}
    album = Album(
        sources=static,
        facts=workshop.facts,
        focuses=read_focuses(Path(settings["PATH"], "data", "media")),
        folder=settings.get(_FOLDER, "images").strip("/"),
        site=settings["SITEURL"],
        remark=partial(logger.warning, extra={"limit_msg": _MANY}),
    )
    settings[_ALBUM] = album, workshop
    if notes := settings.get("PAGE_NOTES"):
        notes.keep(_ALBUM, album.about, album.want)
        album.looked, album.ordered = partial(notes.read, _ALBUM), partial(notes.did, _ALBUM)
    shown = [content for content in _contents(generators) if content.save_as]
    _aim(album, shown)
    addresses = dict.fromkeys(address for content in shown for address in _addresses(content))
    workshop.look_at(source for address in addresses if (source := album.source(address)))
    for address in addresses:
        album.size(address)  # what cannot be shown is told of here, and not while pages are made
    for content in shown:
        if image := getattr(content, "image", ""):
            content.image_width, content.image_height = album.size(image)
            content.image_crops = _Crops(album, image)


def _aim(album: Album, shown: Sequence[FromPelican]) -> None:
    """Take the focus of lead pictures from the stories; where two show the same one, the one listed first counts."""
    for content in reversed(shown):
        if focus := read_focus(getattr(content, "image_focus", "") or ""):
            album.aim(getattr(content, "image", ""), focus)


class _Crops:
    """The crops of a picture; only those of pictures that something asks for are made."""

    def __init__(self, album: Album, address: str) -> None:
        self.album = album
        self.address = address

    def __iter__(self) -> Iterator[Any]:
        return self.album.crops(self.address)

    def page_facts(self) -> str:
        """Give what fast_build must know of it; what is behind the address is noted when it is looked up."""
        return self.address


def _contents(generators: list[FromPelican]) -> list[FromPelican]:
    return [content for generator in generators for name in _LISTS for content in getattr(generator, name, ())]


def _addresses(content: FromPelican) -> Iterator[str]:
    if image := getattr(content, "image", ""):
        yield image
    # Not `content.content`: Pelican would remember it, and no other plugin could change it any more.
    yield from (unescape(address) for address in _IMAGE.findall(content._content or ""))  # noqa: SLF001  # for that reason


def _make(pelican: FromPelican) -> None:
    """Make and publish what pages asked for, and take places out of what is published."""
    album, workshop = pelican.settings.pop(_ALBUM)
    output = Path(pelican.output_path)
    for path, fault in workshop.make(album.wanted).items():
        logger.error("%s: cannot be made smaller (%s): save it anew, or take it away.", path, fault)
    workshop.publish(sorted(album.wanted), output / album.folder)
    workshop.keep()
    for address, source in album.sources.items():
        if source.suffix.lower() in _PICTURES:
            _forget_place(output / address.lstrip("/"))


def _forget_place(path: Path) -> None:
    """Publish a picture anew without its place. What stands there may be a link to the newsroom's own file."""
    try:
        octets = path.read_bytes()
    except OSError:
        return  # other checks tell of it
    fresh = without_location(octets)
    if fresh is not octets:
        path.unlink()
        path.write_bytes(fresh)
