"""The pictures of a site: what pages ask of them is noted while they are written, and made at the end."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from .encoding import AVIF, JPEG, LONGEST_SIDE, PNG, WEBP, Variant, recipe_stamp
from .facts import Facts
from .shapes import CENTRE, Box, Focus, cut, widths_for

Remark = Callable[[str], None]
"""Tells an editor what is wrong with a picture."""

CROPS = ("16:9", "4:3", "1:1")
"""The shapes that search engines ask for."""

Order = tuple[str, str, tuple[int, ...] | None]
"""What a page asks for: the address of a picture, a shape, and the widths; None for the one file of search engines."""

_FOR_SEARCH = 1200
_NAME_LENGTH = 20


@dataclass(frozen=True, slots=True)
class File:
    """One file that was made of a picture."""

    address: str
    """Root-relative, percent-encoded."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""


@dataclass(frozen=True, slots=True)
class Crop:
    """A picture cut for search engines."""

    shape: str
    """`16:9`."""
    address: str
    """Root-relative, percent-encoded."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it."""

    width: int
    """Of what is shown, in the pixels of its file; 0 where nobody can say."""
    height: int
    """The same."""
    shades: Sequence[str]
    """Its colours from top to bottom, for the time until it is there."""
    files: Mapping[str, Sequence[File]]
    """By format, the best first; none where the file itself is shown as it is."""


def _nobody_asks(_: object) -> None:
    """Do nothing."""


@dataclass(slots=True)
class Album:
    """All pictures of a site."""

    sources: Mapping[str, Path]
    """The files that the site publishes, by address: root-relative, decoded."""
    facts: Callable[[Path], Facts]
    """Gives what is known of a file."""
    focuses: dict[str, Focus]
    """What must stay in sight, by address; in the middle where nobody has said."""
    folder: str
    """Where files are published: `images`."""
    site: str
    """The site's own host: `https://news.example`, or nothing."""
    remark: Remark
    """Called once for each picture with something wrong."""
    wanted: dict[str, tuple[Path, Variant]] = field(default_factory=dict)
    """What pages asked for, by the name of the file."""
    told: set[str] = field(default_factory=set)
    """The addresses that were remarked upon."""
    looked: Callable[[str], None] = _nobody_asks
    """Called with the address of each picture that a page asks for."""
    ordered: Callable[[Order], None] = _nobody_asks
    """Called with what a page asks for of a picture that is there."""
    _pictures: dict[Order, Picture | None] = field(default_factory=dict)
    """What pages were given."""
    _for_search: dict[Order, File | None] = field(default_factory=dict)
    """What search engines were given."""
    _places: dict[str, str] = field(default_factory=dict)
    """The addresses that were asked for, decoded."""

    def about(self, place: str) -> tuple[Facts | None, Focus | None]:
        """Give all that a picture's markup is made of, beside its place in the layout."""
        source = self.sources.get(place)
        return (self.facts(source), self.focuses.get(place)) if source else (None, None)

    def want(self, order: Order) -> None:
        """Want what a page asked for in an earlier build, and would ask for again."""
        address, shape, widths = order
        if widths is None:
            self.picture_for_search(address, shape)
        else:
            self.picture(address, shape, widths)

    def aim(self, address: str, focus: Focus) -> None:
        """Keep a point of a picture in sight, whatever was said of it before."""
        if place := self._place(address):
            self.focuses[place] = focus

    def picture(self, address: str, crop: str, widths: Iterable[int]) -> Picture | None:
        """Give a picture in that shape and those widths; None where it is not the site's own, or cannot be shown."""
        order = address, crop, tuple(widths)
        if order not in self._pictures:
            self._pictures[order] = self._picture(*order)
        self._note(order, is_there=self._pictures[order] is not None)
        return self._pictures[order]

    def crops(self, address: str) -> Iterator[Crop]:
        """Give the picture in each shape that search engines ask for."""
        for shape in CROPS:
            shown = self.picture_for_search(address, shape)
            if shown:
                yield Crop(shape, shown.address, shown.width, shown.height)

    def picture_for_search(self, address: str, shape: str) -> File | None:
        """Give the one file that a search engine takes; None where nothing is made of the picture."""
        order = address, shape, None
        if order not in self._for_search:
            self._for_search[order] = self._picture_for_search(address, shape)
        self._note(order, is_there=self._for_search[order] is not None)
        return self._for_search[order]

    def size(self, address: str) -> tuple[int, int]:
        """Give width and height; noughts where nobody can say."""
        found = self._known(address)
        return (found[1].width, found[1].height) if found else (0, 0)

    def source(self, address: str) -> Path | None:
        """Give the file that an address names; None where it is not the site's own."""
        return self.sources.get(self._place(address))

    def _note(self, order: Order, *, is_there: bool) -> None:
        if place := self._place(order[0]):
            self.looked(place)
        if is_there:
            self.ordered(order)

    def _picture(self, address: str, crop: str, widths: tuple[int, ...]) -> Picture | None:
        found = self._known(address)
        if found is None:
            return None
        place, facts = found
        box = Box(0, 0, facts.width, facts.height)
        if facts.as_it_is:
            return Picture(box.width, box.height, (), {})
        box = cut(facts.width, facts.height, crop, self.focuses.get(place, CENTRE))
        made = [width for width in widths_for(widths, box.width) if box.at(width)[1] <= LONGEST_SIDE]
        formats = (AVIF, WEBP, PNG if facts.graphic else JPEG) if made else ()
        files = {ending: [self._want(place, box, width, ending) for width in made] for ending in formats}
        return Picture(box.width, box.height, facts.shades, files)

    def _picture_for_search(self, address: str, shape: str) -> File | None:
        found = self._known(address)
        if found is None or found[1].as_it_is:
            return None
        place, facts = found
        box = cut(facts.width, facts.height, shape, self.focuses.get(place, CENTRE))
        return self._want(place, box, min(_FOR_SEARCH, box.width), PNG if facts.graphic else JPEG)

    def _known(self, address: str) -> tuple[str, Facts] | None:
        place = self._place(address)
        source = self.sources.get(place)
        if source is None:
            if place:
                self._tell(place, "is not among the site's files: put it there, or correct its address")
            return None
        facts = self.facts(source)
        if facts.fault:
            self._tell(place, facts.fault)
            return None
        return place, facts

    def _place(self, address: str) -> str:
        """Give an address as the site's files have it: decoded, without host; nothing for one of another site."""
        if address not in self._places:
            self._places[address] = self._decoded(address.strip())
        return self._places[address]

    def _decoded(self, address: str) -> str:
        if self.site and address.startswith(f"{self.site}/"):
            address = address.removeprefix(self.site)
        if not address.startswith("/") or address.startswith("//"):
            return ""
        try:
            return unquote(urlsplit(address).path)
        except ValueError:
            return ""

    def _tell(self, place: str, what: str) -> None:
        if place not in self.told:
            self.told.add(place)
            self.remark(f"the picture {place} {what}. Readers see its alternative text.")

    def _want(self, place: str, box: Box, width: int, ending: str) -> File:
        source = self.sources[place]
        told = f"{self.facts(source).digest} {box} {_stamp()}"
        variant = Variant(f"{sha256(told.encode()).hexdigest()[:_NAME_LENGTH]}-{width}.{ending}", box, width)
        self.wanted.setdefault(variant.name, (source, variant))
        return File(f"/{quote(self.folder)}/{variant.name}", *box.at(width))


_stamp = cache(recipe_stamp)
