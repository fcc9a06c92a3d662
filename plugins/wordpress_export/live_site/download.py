"""A live site's answers, saved into a folder that is then read like any other."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from ..sources.rest.answers import Json, listed
from ..web import (
    Answer,
    Client,
    ForbiddenError,
    GoneError,
    Manners,
    MissingError,
    OtherStatusError,
    SignInError,
    WebError,
)
from .errors import BrokenOffError, EndlessError, LiveSiteError
from .folder import RawFolder
from .interface import Interface, NoAnswerError, discover, read_answer, said
from .paging import Advance, Paging, fetch_collection
from .signing_in import PASSWORD, USER, credentials_for, signed_in
from .wanted import Wanted, wanted_collections, wanted_lists

Progress = Callable[[str, int], AbstractContextManager[Advance]]
"""Shows a title and a total; gives the function that moves the bar on."""
CLOSED = (SignInError, ForbiddenError, MissingError, GoneError, OtherStatusError)
"""What the site does not let us read; the rest of it may be open."""
_ONE_LANGUAGE = (
    "The site uses WPML, whose REST interface may show the articles of one language alone: compare how many there are, "
    "and migrate an export file beside the answers if some are missing."
)
_FIRST_TRIES = 3
_SAID_ALREADY = ("routes", "_links")
_SHOWN = {"_embed": "author"}
"""Where a site does not show its users, its articles show who wrote them."""


@dataclass(slots=True)
class Download:
    """A download under way, and what is to be said of it."""

    folder: RawFolder
    """Where answers go."""
    progress: Progress
    """Shows how far it is."""
    manners: Manners = field(default_factory=Manners)
    """How the site is treated."""
    remarks: list[str] = field(default_factory=list)
    """What a person should know: what was refused, what only editors see."""

    def run(self) -> None:
        """Save everything.

        Raises LiveSiteError where it cannot begin, or breaks off; OSError where the folder cannot be written.
        """
        address = self.folder.address
        is_editor = credentials_for(address) is not None
        with ExitStack() as stack:
            # An address that is spelt wrong should not take long to tell.
            hasty = replace(self.manners, tries=min(self.manners.tries, _FIRST_TRIES))
            interface = discover(stack.enter_context(Client(hasty, credentials_for(address))), address)
            client = stack.enter_context(signed_in(self._patient, interface, address))
            if self.folder.open("editor" if is_editor else "visitor"):
                self.remarks.append("The download before was interrupted: it goes on from there.")
            try:
                self._save_all(client, interface, is_editor=is_editor)
            except (WebError, NoAnswerError) as error:
                raise BrokenOffError(
                    f"{error} What was saved so far is in {self.folder.path}; run the same command again to go on."
                ) from error
        self.folder.close()
        if any(str(name).startswith("wpml/") for name in listed(interface.description, "namespaces")):
            self.remarks.append(_ONE_LANGUAGE)
        if not is_editor:
            self.remarks.append(
                "Read as visitors see it: without drafts, private articles and menus. To have them too, set "
                f"{USER} and {PASSWORD} to an editor's name and application password."
            )

    @property
    def _patient(self) -> Manners:
        """Give manners that do not give a host up over pages that are too much for it: smaller ones are asked for."""
        return replace(self.manners, failures=self.manners.failures + 4 * self.manners.at_once)

    def _save_all(self, client: Client, interface: Interface, *, is_editor: bool) -> None:
        self._save_description(interface)
        lists = {
            name: self._save_list(client, interface, name, route) for name, route in wanted_lists(is_editor=is_editor)
        }
        shown: dict[str, str] = {}
        for wanted in wanted_collections(lists["types"], lists["taxonomies"], is_editor=is_editor):
            asked = Wanted(wanted.name, wanted.route, {**wanted.query, **shown}, wanted.by_visitor)
            is_saved = self._save(Paging(client, interface, self.folder, asked))
            if wanted.name == "users" and not is_saved:
                shown = _SHOWN

    def _save_description(self, interface: Interface) -> None:
        kept = {name: value for name, value in interface.description.items() if name not in _SAID_ALREADY}
        self.folder.save("index.json", kept | {"language": interface.language}, Answer(interface.root, 200, {}, b""))

    def _save_list(self, client: Client, interface: Interface, name: str, route: str) -> Json:
        address = interface.address(route, {})
        try:
            answer = client.fetch(address)
            told = next(iter(read_answer(answer)), {})
        except CLOSED as error:
            self._refuse(f"{name}.json", address, error)
            return _USUAL.get(name, {})
        self.folder.save(f"{name}.json", told, answer)
        return told

    def _save(self, paging: Paging) -> bool:
        """Save a collection; tell whether the site let us."""
        wanted = paging.wanted
        with ExitStack() as stack:

            def begin(pages: int) -> Advance:
                return stack.enter_context(self.progress(wanted.name, pages))

            try:
                fetch_collection(paging, begin, self.manners.at_once)
            except CLOSED as error:
                if instead := wanted.as_visitor:
                    self.remarks.append(
                        f"{wanted.name}: read as visitors see them, since editors' answers were refused."
                    )
                    return self._save(Paging(paging.client, paging.interface, self.folder, instead))
                return self._refuse(paging.file(1), paging.interface.address(wanted.route, {}), error)
            except EndlessError as error:
                self.remarks.append(str(error))
                self.folder.refuse(f"{wanted.name}-endless.json", wanted.route, str(error))
        return True

    def _refuse(self, name: str, address: str, error: WebError) -> bool:
        """Say that the site does not let us read something; users are shown by their articles then."""
        sentence = f"{error} {said(error)}".strip()
        self.remarks.append(f"Left out: {sentence}")
        if not name.startswith(("users", "settings")):
            self.folder.refuse(name, address, sentence)
        return False


_USUAL: dict[str, Json] = {
    "types": {
        name: {"rest_base": base} for name, base in (("post", "posts"), ("page", "pages"), ("attachment", "media"))
    },
    "taxonomies": {name: {"rest_base": base} for name, base in (("category", "categories"), ("post_tag", "tags"))},
}
"""What every site has, where it does not say what it has."""


def download(address: str, folder: Path, progress: Progress, manners: Manners | None = None) -> list[str]:
    """Save what the site at an address says through its REST interface; give what a person should know of it.

    Raises LiveSiteError where the site cannot be read, OSError where the folder cannot be written.
    """
    if "@" in urlsplit(address).netloc:
        # It would be written into files and shown in messages.
        raise LiveSiteError(
            f"take the user out of the address, and set {USER} and {PASSWORD} in the environment instead."
        )
    under_way = Download(RawFolder(folder, address), progress, manners or Manners())
    under_way.run()
    return under_way.remarks
