"""Where it is decided whether a page must be made, and where it is made."""

from collections import ChainMap, Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template

from .canonical import Plain, digest_of, digest_of_bytes
from .imports import Imports
from .ledger import Ledger
from .listener import Listener
from .lists import part_of
from .notes import Frame, Notes, Touch
from .site_values import Site
from .store import Record, Store, sight_of

Given = Callable[[], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Job:
    """A page that is to be written."""

    place: str
    """Of its file, in the site."""
    path: str
    """Of its file."""
    template: Template
    """What it is made by."""
    context: Mapping[str, Any]
    """The variables of all templates."""
    given: Given
    """Gives those that only this page is given: there are many pages, and most wait."""
    local: object
    """The address of the site, as this page sees it."""
    override: bool = False
    """Whether it takes the place of another page of this name."""
    is_given_the_same: bool = False
    """Whether it is known that it is given what it was given in the last build."""

    def own(self) -> dict[str, Any]:
        """Give the variables that only this page is given."""
        return self.given() | {"localsiteurl": self.local, "output_file": self.place}


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was made."""

    text: str
    """What it is."""
    own: Mapping[str, Any]
    """What only it was given."""
    frame: Frame | None
    """What it used; None where it must be made each time."""


@dataclass(slots=True)
class Desk:
    """Makes pages, and remembers what they used."""

    site: Site
    """What it is now."""
    notes: Notes
    """Where use is noted."""
    ledger: Ledger
    """What pages of the last build used, and whether that is the same."""
    imports: Imports
    """What templates import."""
    labels: Mapping[int, str]
    """Labels of environments, by identity."""
    listener: Listener
    """Hears what is said."""
    last_output: Path | None = None
    """Where the site stands that the last build made."""
    made: Counter[str] = field(default_factory=Counter)
    """How many pages were made, by the file of their template."""
    reasons: dict[str, int] = field(default_factory=dict)
    """Why pages may depend on anything, and how many do."""
    seen: dict[str, None] = field(default_factory=dict)
    """Places of the pages that this build knows."""
    _bases: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Variables of all pages, by environment."""
    _owns: dict[tuple[Touch, ...], tuple[Touch, ...]] = field(default_factory=dict)
    """What pages use of that which only they are given."""
    given: dict[str, bytes] = field(default_factory=dict)
    """What the pages of each list are given, as digests."""
    _lists: dict[int, tuple[bytes, list[Any]]] = field(default_factory=dict)
    """Digests of lists by identity, with the lists, so that nothing else can have it."""
    _replayed: set[int] = field(default_factory=set)
    """Parts of pages whose effects were done again."""

    def reusable(self, job: Job) -> Record | None:
        """Give the record of a page whose file of the last build is what it would be made to now."""
        record = self.ledger.store.pages.get(job.place)
        if record is None or self.last_output is None or not self.ledger.is_same(record.used):
            return None
        is_given_the_same = job.is_given_the_same or not record.own
        if not is_given_the_same and record.own_digest != self._own_digest(job, job.own(), record.own):
            return None
        return self._standing(job.place, record)

    def is_as_it_was(self, job: Job, output: bytes) -> bool:
        """Tell whether a page that was made has become what it was in the last build.

        Not where settings or code changed: a plugin new to the build may write to its pages, and would do so in both.
        """
        record = self.ledger.store.pages.get(job.place)
        return bool(record and self.last_output and record.output == output and self._standing(job.place, record))

    def _standing(self, place: str, record: Record) -> Record | None:
        """Give the record of a page whose file of the last build still is what was written then."""
        path = f"{self.last_output}/{place}"
        try:
            sight = sight_of(path)
            if sight == record.sight:
                return record
            with open(path, "rb") as file:  # noqa: PTH123  # a page a call
                return record.seen_as(sight) if digest_of_bytes(file.read()) == record.output else None
        except OSError:
            return None

    def keep(self, job: Job, record: Record, *, is_one_file: bool) -> None:
        """Keep the record of a page that was not made anew, and do what plugins did on its behalf.

        `is_one_file`: whether the new site has the very file of the last one.
        """
        self.replay(record)
        self.notes.finished.add(job.place)
        self.seen[job.place] = None
        self.ledger.store.pages[job.place] = record if is_one_file else record.seen(job.path)

    def is_given_as_before(self, name: str, own: Mapping[str, Any]) -> bool:
        """Tell whether the pages of a list are given what those of its name were given in the last build."""
        digest = digest_of([(each, self._told(value)) for each, value in own.items()])
        before, self.given[name] = self.ledger.store.given.get(name), digest
        return digest == before

    def _told(self, value: Any) -> Plain:  # noqa: ANN401  # whatever a page is given
        """Give a value in plain form; a list, which many pages may be given, as a digest."""
        if type(value) is dict:
            return [(name, self._told(each)) for name, each in value.items()]
        if not isinstance(value, list):
            return self.site.plain(value)
        told = self._lists.get(id(value))
        if told is None:
            told = self._lists[id(value)] = digest_of(self.site.items(value)), value
        return told[0]

    def make(self, job: Job) -> Page:
        """Make a page."""
        environment = job.template.environment
        own = job.own()
        frame = Frame(own=frozenset(own))
        frame.take(self._imported(job))
        parent = self._base(environment).copy()
        parent.update(self._differences(job.context, frame))
        parent.update(own)
        before = self.listener.count
        with self.notes.taken(frame):
            text = _rendered(job.template, parent)
        for finish in self.notes.finishing:
            text = finish(text)
        self.made[str(job.template.name)] += 1
        return Page(text, own, None if self.listener.count > before else frame)

    def record(self, job: Job, page: Page, output: bytes) -> Record | None:
        """Give what is to be remembered of a page."""
        frame = page.frame
        if frame is None:
            return None
        touches = self._same_own(frame.own_touches)
        record = Record(self.ledger.used(frame), touches, self._own_digest(job, page.own, touches), output)
        for reason in frame.reasons:
            self.reasons[reason] = self.reasons.get(reason, 0) + 1
        return record

    def remember(self, job: Job, record: Record | None) -> None:
        """Remember a page that was written; or that it must be made each time."""
        if record is None:
            self.ledger.store.pages.forget(job.place)
            return
        self.seen[job.place] = None
        self.ledger.store.pages[job.place] = record.seen(job.path)

    def close(self) -> Store:
        """Give what this build leaves to the next one."""
        self.ledger.store.given = self.given
        return self.ledger.close(self.seen)

    def prepare(self, jobs: Sequence[Job]) -> None:
        """Do what many pages need before the first of them is made, such as making what their templates import."""
        for job in {(id(each.template.environment), str(each.template.name)): each for each in jobs}.values():
            self._imported(job)
            self._base(job.template.environment)

    def replay(self, record: Record) -> None:
        """Do what plugins did on behalf of a page."""
        waiting = [record.used]
        while waiting:
            used = waiting.pop()
            for name, effect in used.effects:
                self.notes.keepers[name].replay(effect)
            fresh = [number for number in used.parts if number not in self._replayed]
            self._replayed.update(fresh)
            waiting.extend(self.ledger.store.parts[number] for number in fresh)

    def _imported(self, job: Job) -> Frame:
        label = self.labels[id(job.template.environment)]
        return self.imports.frame(label, str(job.template.name), self.ledger.fragments)

    def _base(self, environment: Environment) -> dict[str, Any]:
        base = self._bases.get(id(environment))
        if base is None:
            base = {**environment.globals, **self.site.context, **self.site.noted}
            self._bases[id(environment)] = base
        return base

    def _differences(self, context: Mapping[str, Any], frame: Frame) -> dict[str, Any]:
        """Give what a generator put into a copy of the variables of all."""
        shared = self.site.context
        if context is shared:
            return {}
        found = {name: value for name, value in context.items() if name not in shared or shared[name] is not value}
        frame.own |= found.keys()
        return found

    def noted(self, own: Mapping[str, Any]) -> dict[str, Any]:
        """Give what a page is given, with lists that note what is used of them."""
        return {name: self.site.list_for(name, value) if type(value) is list else value for name, value in own.items()}

    def _same_own(self, touches: Iterable[Touch]) -> tuple[Touch, ...]:
        """Give one object for all pages that use the same of what they are given, as those of one template do."""
        found = tuple(touches)
        return self._owns.setdefault(found, found)

    def _own_digest(self, job: Job, own: Mapping[str, Any], touches: tuple[Touch, ...]) -> bytes:
        return digest_of([self._own(job, own, touch) for touch in touches])

    def _own(self, job: Job, own: Mapping[str, Any], touch: Touch) -> Plain:
        kind, (name, _, number) = touch[0], touch[1].partition("/")
        value: Any = own[name] if name in own else job.context.get(name)
        if number:
            value = value.page(int(number))
        match kind:
            case "list":
                return self.site.items(part_of(value, touch)) if isinstance(value, list) else "no list"
            case "of":
                return self.site.plain(getattr(value, touch[2], None))
            case _:
                return self.site.plain(value)


def _rendered(template: Template, parent: dict[str, Any]) -> str:
    is_own = isinstance(template.globals, ChainMap) and bool(template.globals.maps[0])
    if is_own:
        return template.render(parent)
    environment = template.environment
    context = environment.context_class(environment, parent, template.name, template.blocks)
    try:
        return environment.concat(template.root_render_func(context))
    except Exception:  # noqa: BLE001  # Jinja raises it again, with the template's own lines
        environment.handle_exception()
