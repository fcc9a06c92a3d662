"""A collection, page by page: by the numbers that the site tells, or until there is no more."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count

from ..sources.rest.answers import Json, number, whole
from ..web import Answer, Client, CutError, OtherStatusError, ServerError, TimedOutError, TooLargeError, WebError
from .errors import EndlessError
from .folder import RawFolder
from .interface import Interface, error_of, read_answer
from .wanted import LARGEST_PAGE, Wanted

SIZES = (LARGEST_PAGE, 20, 5)
"""Items a page; fewer where a server breaks down under many."""
MOST_PAGES = 50_000
"""No site has more."""
_HEAVY = (ServerError, TimedOutError, CutError, TooLargeError)
_ORDER = {"orderby": "id", "order": "asc"}
"""New items come at the end, so that pages do not shift while we read."""
_PAST_THE_END = ("rest_post_invalid_page_number", "rest_invalid_page_number", "rest_term_invalid_page_number")
_UNKNOWN_QUESTION = "rest_invalid_param"

Advance = Callable[[int], None]
"""Moves the bar on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that has come."""

    number: int
    """Which."""
    things: list[Json]
    """What is on it."""
    answer: Answer
    """With the totals in its headers."""


@dataclass(slots=True)
class Paging:
    """Fetches a collection and saves its pages."""

    client: Client
    """Asks."""
    interface: Interface
    """Of the site."""
    folder: RawFolder
    """Where the pages go."""
    wanted: Wanted
    """The collection."""
    size: int = LARGEST_PAGE
    """Items a page."""
    order: dict[str, str] = field(default_factory=lambda: dict(_ORDER))
    """The order; empty where the site refuses it."""
    met: set[int] = field(default_factory=set)
    """Ids so far."""

    def total(self) -> int:
        """Ask how many there are, in a short answer; 0 where the site does not say."""
        page = self._ask({"per_page": 1, "page": 1})
        return _told(page, "x-wp-total")

    def pages(self, total: int) -> int:
        """Give on how many pages they stand; 0 where that is not known.

        Raises EndlessError where it is beyond belief.
        """
        pages = -(-total // self.size)
        if pages > MOST_PAGES:
            raise EndlessError(
                f"{self._address({})} claims to have {total:,} items, which no site has. Nothing was read of it."
            )
        return pages

    def fetch(self, total: int, advance: Advance, at_once: int) -> None:
        """Fetch and save what is not saved yet."""
        pages = self.pages(total)
        if not pages:
            self._fetch_unknown(advance)
            return
        lacking = [page for page in range(1, pages + 1) if not self._is_saved(page, total)]
        advance(pages - len(lacking))
        # The first alone: a server that cannot give so many at a time shows it there.
        for some in (lacking[:1], lacking[1:]):
            with ThreadPoolExecutor(at_once) as pool:
                for page in _in_order(pool, self._page, some, at_once):
                    self._take(page)
                    advance(1)

    def _fetch_unknown(self, advance: Advance) -> None:
        """Go on until a page is empty or refused."""
        for number_ in count(1):
            if number_ > MOST_PAGES:
                raise EndlessError(f"{self._address({})} gives more than {MOST_PAGES:,} pages, which no site has.")
            try:
                page = self._page(number_)
            except OtherStatusError as error:
                if error_of(error)[0] in _PAST_THE_END:
                    return
                raise
            if not page.things:
                return
            self._take(page)
            advance(1)

    def _take(self, page: Page) -> None:
        found = {number(thing, "id") for thing in page.things} - {0}
        if page.things and found and found <= self.met:
            raise EndlessError(
                f"{page.answer.address} gives what an earlier page gave already, so that there would be no end. "
                "What came before it is kept; ask who runs the site which plugin alters its REST answers."
            )
        self.met |= found
        self.folder.save(self.file(page.number), page.things, page.answer)

    def file(self, page: int) -> str:
        """Give the name of a page's file."""
        return f"{self.wanted.name}-{page}.json"

    def _is_saved(self, page: int, total: int) -> bool:
        """Tell whether a page was saved whole before, and is as it was: a full page stays when new items come."""
        entry = self.folder.entries.get(self.file(page))
        if entry is None or entry.request != self._address(self._page_query(page)):
            return False
        return entry.total == total or (entry.total < total and entry.count == self.size)

    def _page(self, page: int) -> Page:
        return self._ask(self._page_query(page), page)

    def _page_query(self, page: int) -> dict[str, str | int]:
        return {"per_page": self.size, "page": page}

    def _address(self, query: dict[str, str | int]) -> str:
        return self.interface.address(self.wanted.route, {**self.wanted.query, **self.order, **query})

    def _ask(self, query: dict[str, str | int], page: int = 1) -> Page:
        answer = self.client.fetch(self._address(query), {"accept": "application/json"})
        return Page(page, read_answer(answer), answer)


def _told(page: Page, header: str) -> int:
    return whole(page.answer.headers.get(header, "").split(",")[0])


def _in_order(
    pool: ThreadPoolExecutor, fetch: Callable[[int], Page], pages: Iterable[int], at_once: int
) -> Iterator[Page]:
    """Give pages in order while the next ones are under way, and no more of those than threads."""
    waiting: list[Future[Page]] = []
    try:
        for page in pages:
            waiting.append(pool.submit(fetch, page))
            if len(waiting) > at_once:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()
    finally:
        for future in waiting:
            future.cancel()


def fetch_collection(paging: Paging, begin: Callable[[int], Advance], at_once: int) -> None:
    """Fetch a collection, in smaller pages or without an order where the server needs it so.

    Raises a WebError where the site refuses it or breaks down, EndlessError where it has no end.
    """
    try:
        total = paging.total()
    except OtherStatusError as error:
        if not paging.order or error_of(error)[0] != _UNKNOWN_QUESTION:
            raise
        paging.order = {}
        total = paging.total()
    advance = begin(paging.pages(total))
    for size in SIZES:
        paging.size = size
        paging.met.clear()
        try:
            paging.fetch(total, advance, at_once)
        except (*_HEAVY, OtherStatusError) as error:
            if size == SIZES[-1] or not _is_weight(error):
                raise
        else:
            _drop_others(paging, total)
            return


def _is_weight(error: WebError) -> bool:
    """Tell whether smaller pages may help."""
    return isinstance(error, _HEAVY) or error_of(error)[0] == _UNKNOWN_QUESTION


def _drop_others(paging: Paging, total: int) -> None:
    """Forget the pages behind the last one, of a time when there were more."""
    last = paging.pages(total)
    for number_ in count(last + 1):
        if not last or paging.file(number_) not in paging.folder.entries:
            return
        paging.folder.drop(paging.file(number_))
