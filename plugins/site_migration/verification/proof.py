"""The proof: the export read anew, the built site read anew, and what one has that the other has not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .addresses import Answers, Used, compare_addresses, compare_hidden_addresses
from .crew import spread
from .export import Account, CannotVerifyError, Item, SiteFact, Source
from .items_and_pages import Library, compare_items
from .leaks import Search, Secrets, search_all, search_people
from .locations import URL, number_asked
from .material import read_material
from .output_files import files_of, readings
from .pages import Shelf, read_page
from .redirects import read_redirects
from .saved_page_comparison import PageLibrary, compare_pages
from .saved_pages import SavedPages, read_pages, read_texts, sign_of
from .site import FURNITURE, Site, is_hidden, is_public, items, path_of, shown_comments, survey, was_shown
from .text_dumps import Dumps, read_dumps
from .threads import Threads, read_thread, written_words
from .verdict import Verdict
from .words import words_of

COMMENTS_ARE_FILES = "Archived comments are proven in content/comments/, from which each build makes their threads."
BASES_ARE_GUESSED = (
    "An export does not say whether the site had words of its own for /category/, /tag/ and /author/: "
    "WordPress's are expected."
)
NOT_WHOLE = {
    "cut": "the file ends before </rss>: what is behind cannot be proven",
    "damaged": "the file is not whole JSON: what it tells cannot be proven",
}


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be compared with what."""

    export: Path
    """An export file, or a folder of them."""
    content: Path
    """The content folder."""
    output: Path
    """The built site."""
    processes: int = 1
    """How many compare."""


@dataclass(slots=True)
class _Proof:
    task: Task
    """What is compared."""
    site: Site = field(default_factory=Site)
    """The old site."""
    secrets: Secrets = field(default_factory=Secrets)
    """What must not be found."""
    used: Used = field(default_factory=Used)
    """What public items have, for the addresses of archives."""
    dumps: Dumps = field(default_factory=Dumps)
    """Copied pages."""
    pages: SavedPages = field(default_factory=lambda: SavedPages(Path()))
    """Saved pages."""
    verdict: Verdict = field(default_factory=Verdict)
    """What has been found."""

    def answers(self) -> Answers:
        """Give what answers addresses in the built site."""
        output = self.task.output
        return Answers(output, self.task.content, read_redirects(output))

    def threads(self) -> Threads:
        """Give the comments as written."""
        threads = Threads(self.task.content / "comments")
        threads.find()
        return threads


def verify(task: Task) -> Verdict:
    """Give the verdict over a built site.

    Raises CannotVerifyError when there is nothing to compare or no built site.
    """
    proof = _Proof(task)
    if not (task.output / "index.html").is_file():
        raise CannotVerifyError(f"{task.output} holds no built site: run ./inv build first, or name another --output")
    material = read_material(task.export)
    sources = material.sources()
    _survey(sources, proof)
    if sources and not (proof.site.newest or material.pages or material.copies):
        raise CannotVerifyError(f"{task.export} holds no items that can be read")
    proof.dumps = read_dumps(material.copies)
    proof.pages = read_pages(material.pages, task.export, (proof.site, proof.dumps), task.processes)
    _hide_pages(proof)
    _compare_items(sources, proof)
    _compare_pages(proof)
    _search_output(proof)
    proof.dumps.report(proof.verdict)
    proof.verdict.remarks += proof.pages.remarks()
    compare_hidden_addresses(proof.site, proof.used, proof.answers(), proof.verdict)
    if proof.site.newest:
        compare_addresses(proof.site, proof.used, proof.answers(), proof.verdict)
        proof.verdict.remarks += [COMMENTS_ARE_FILES, BASES_ARE_GUESSED]
    if not (any(proof.verdict.expected.values()) or proof.verdict.lacks):
        raise CannotVerifyError(f"{task.export} holds no article that can be compared with a page")
    if material.others:
        proof.verdict.remarks.append(f"Files in none of the known forms, which prove nothing: {material.others}.")
    return proof.verdict


def _survey(sources: list[Source], proof: _Proof) -> None:
    """Learn the site, and what of it was not public; what turns out to be public after all is allowed later."""
    for site, record in survey(sources):
        proof.site = site
        if isinstance(record, SiteFact) and record.name in NOT_WHOLE:
            proof.verdict.lack("export", record.value, NOT_WHOLE[record.name])
        elif isinstance(record, Account):
            proof.secrets.hide_person(record.email, "", f"the account {record.login}")
        elif isinstance(record, Item):
            _hide(record, proof)


def _hide(item: Item, proof: _Proof) -> None:
    proof.secrets.hide_person(item.meta.get("cap-user_email", ""), "", f"the guest author {item.title}")
    if is_hidden(item):
        proof.secrets.hide_item(item)
        if not number_asked(path_of(item)) and item.type in {"post", "page"}:
            proof.used.hidden.append((path_of(item), f"{item.type} {item.id} ({item.status})"))
    for comment in item.comments:
        proof.secrets.hide_person(comment.email, comment.ip, f"the writer of comment {comment.id}")
        if not was_shown(comment) or not is_public(item):
            proof.secrets.hide_comment(comment)


def _hide_pages(proof: _Proof) -> None:
    """Note what saved pages show that is not public, or is no longer: their texts, and their addresses."""
    for leaf in proof.pages.hidden:
        whose = f"the saved page {leaf.path or leaf.file.name}, which is not public"
        proof.used.hidden.append((leaf.path, whose))
        for text in read_texts([leaf], proof.pages.root):
            own = [line for line in text.split("\n") if sign_of(line) not in proof.pages.shared]
            proof.secrets.hide_page("\n".join(own), whose)


def _compare_items(sources: list[Source], proof: _Proof) -> None:
    """Compare each public item with its page; what is public betrays nothing."""
    library = Library(proof.site, proof.threads(), Shelf(proof.task.output))
    for verdict in spread(compare_items, _public(sources, proof), library, proof.task.processes):
        proof.verdict.add(verdict)


def _compare_pages(proof: _Proof) -> None:
    """Compare each article that only saved pages tell of; what it says betrays nothing."""
    task, pages = proof.task, proof.pages
    if proof.secrets.holds_texts():
        for texts in spread(read_texts, pages.leaves, pages.root, task.processes):
            proof.secrets.allow("\n".join(texts))
    library = PageLibrary(pages.root, pages.shared, proof.site, Shelf(task.output), proof.threads(), proof.answers())
    for verdict in spread(compare_pages, pages.leaves, library, task.processes):
        proof.verdict.add(verdict)


def _public(sources: list[Source], proof: _Proof) -> Iterator[Item]:
    """Give each public item, its addresses noted."""
    for item in _allowed(sources, proof):
        if item.id in proof.site.public:
            proof.used.note(item, proof.site)
            yield item
        elif item.type == "attachment" and item.link and not is_hidden(item):
            proof.used.note_attachment(item)
        else:
            proof.used.note_hidden(item)


def _allowed(sources: list[Source], proof: _Proof) -> Iterator[Item]:
    """Give each item, its text allowed where it is public."""
    for fact in proof.site.facts.values():
        proof.secrets.allow(fact)
    for term in proof.site.terms.values():
        proof.secrets.allow(f"{term.name}\n{term.description}\n{term.slug}")
    for item in items(sources, proof.site):
        if proof.dumps.signs:
            texts = [item.body, *(comment.body for comment in item.comments)]
            proof.dumps.led.update(proof.dumps.copies_in(words_of(readings("\n".join(texts))[0])))
        if not is_hidden(item) or item.type in FURNITURE:
            shown = [comment.body for comment in shown_comments(item)]
            names = [item.title, item.slug, path_of(item), item.excerpt, item.body, item.file]
            proof.secrets.allow("\n".join([*names, item.meta.get("_wp_attachment_image_alt", ""), *shown]))
        yield item


def _search_output(proof: _Proof) -> None:
    """Search every file for what was not public, and the pages for what was copied from a browser."""
    output, content = proof.task.output, proof.task.content
    # Drafts lie in the content folder as they should; no e-mail address, IP address or password does.
    for folder, work, name in ((output, search_all, ""), (content, search_people, f"{content.name}/")):
        for leaks in spread(work, files_of(folder), Search(folder, proof.secrets), proof.task.processes):
            for place, report in leaks:
                proof.verdict.lack("leaks", f"{name}{place}", report)
    if proof.dumps.signs:
        _seek_copies(proof)


def _seek_copies(proof: _Proof) -> None:
    """Look for the sentences of copied pages: in built pages, in comments, and in what waits for an editor."""
    dumps, task = proof.dumps, proof.task
    for file in sorted(task.output.rglob("*.html")):
        if (page := read_page(file)) is not None:
            dumps.proven.update(dumps.held_by(page.body.words))
    for file in proof.threads().files():
        for record in read_thread(file).values():
            dumps.proven.update(dumps.held_by(written_words(record)))
    dumps.wait(map(_head_words, sorted(task.content.rglob("*.md"))))


def _head_words(file: Path) -> list[str]:
    """Give the words of an article's front matter."""
    head, _, _ = file.read_text(encoding="utf-8", errors="replace").partition("\n---\n")
    return words_of(URL.sub(" ", head.replace("\\n", "\n")))
