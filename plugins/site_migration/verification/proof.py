"""The proof: the export read anew, the built site read anew, and what one has that the other has not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .addresses import Answers, Used, compare_addresses, read_redirects
from .crew import spread
from .export import Account, CannotVerifyError, Item, SiteFact, is_export
from .items_and_pages import Library, compare_items
from .leaks import Search, Secrets, search_all, search_people
from .locations import number_asked
from .output_files import files_of
from .pages import Shelf, read_page
from .site import FURNITURE, Site, is_hidden, is_public, items, path_of, shown_comments, survey, was_shown
from .text_dumps import Dumps, read_dumps
from .threads import Threads
from .verdict import Verdict

COMMENTS_ARE_FILES = (
    "No page shows archived comments yet: they are proven in content/comments/, from which pages will be built."
)
BASES_ARE_GUESSED = (
    "An export does not say whether the site had words of its own for /category/, /tag/ and /author/: "
    "WordPress's are expected."
)
NO_EXPORTS = frozenset({"uploads", "wp-content", "__MACOSX"})
"""Folders of media, beside exports."""


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
    verdict: Verdict = field(default_factory=Verdict)
    """What has been found."""


def verify(task: Task) -> Verdict:
    """Give the verdict over a built site.

    Raises CannotVerifyError when there is no export or no built site.
    """
    proof = _Proof(task)
    exports, copies = _sources(task, proof.verdict)
    _survey(exports, proof)
    if exports and not proof.site.newest:
        raise CannotVerifyError(f"{task.export} holds no items that can be read")
    _compare_items(exports, proof)
    dumps = read_dumps(copies)
    _search_output(dumps, proof)
    dumps.report(proof.verdict)
    answers = Answers(task.output, task.content, read_redirects(task.output))
    if proof.site.facts:
        compare_addresses(proof.site, proof.used, answers, proof.verdict)
        proof.verdict.remarks += [COMMENTS_ARE_FILES, BASES_ARE_GUESSED]
    return proof.verdict


def _sources(task: Task, verdict: Verdict) -> tuple[list[Path], list[Path]]:
    """Give the exports and the copied pages, in the order of their names."""
    if not (task.output / "index.html").is_file():
        raise CannotVerifyError(f"{task.output} holds no built site: run ./inv build first, or name another --output")
    if not task.export.exists():
        raise CannotVerifyError(f"{task.export} is not there")
    files = list(files_of(task.export, but=NO_EXPORTS)) if task.export.is_dir() else [task.export]
    exports = [file for file in files if is_export(file)]
    copies = [file for file in files if file.suffix.lower() == ".txt"]
    if not exports and not copies:
        raise CannotVerifyError(f"{task.export} holds no WordPress export (.xml, .xml.gz) and no copied page (.txt)")
    if others := len(files) - len(exports) - len(copies):
        verdict.remarks.append(f"Files beside the exports, of which nothing can be proven: {others}.")
    return exports, copies


def _survey(exports: list[Path], proof: _Proof) -> None:
    """Learn the site, and what of it was not public; what turns out to be public after all is allowed later."""
    for site, record in survey(exports):
        proof.site = site
        if isinstance(record, SiteFact) and record.name == "cut":
            proof.verdict.lack("export", record.value, "the file ends before </rss>: what is behind cannot be proven")
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


def _compare_items(exports: list[Path], proof: _Proof) -> None:
    """Compare each public item with its page; what is public betrays nothing."""
    threads = Threads(proof.task.content / "comments")
    threads.find()
    library = Library(proof.site, threads, Shelf(proof.task.output))
    for verdict in spread(compare_items, _public(exports, proof), library, proof.task.processes):
        proof.verdict.add(verdict)


def _public(exports: list[Path], proof: _Proof) -> Iterator[Item]:
    """Give each public item, its addresses noted."""
    for item in _allowed(exports, proof):
        if item.id in proof.site.public:
            proof.used.note(item, proof.site)
            yield item
        elif item.type == "attachment" and item.link and not is_hidden(item):
            proof.used.note_attachment(item)


def _allowed(exports: list[Path], proof: _Proof) -> Iterator[Item]:
    """Give each item, its text allowed where it is public."""
    for fact in proof.site.facts.values():
        proof.secrets.allow(fact)
    for term in proof.site.terms.values():
        proof.secrets.allow(f"{term.name}\n{term.description}\n{term.slug}")
    for item in items(exports, proof.site):
        if not is_hidden(item) or item.type in FURNITURE:
            shown = [comment.body for comment in shown_comments(item)]
            names = [item.title, item.slug, path_of(item), item.excerpt, item.body, item.file]
            proof.secrets.allow("\n".join([*names, item.meta.get("_wp_attachment_image_alt", ""), *shown]))
        yield item


def _search_output(dumps: Dumps, proof: _Proof) -> None:
    """Search every file for what was not public, and the pages for what was copied from a browser."""
    output, content = proof.task.output, proof.task.content
    # Drafts lie in the content folder as they should; no e-mail address, IP address or password does.
    for folder, work, name in ((output, search_all, ""), (content, search_people, f"{content.name}/")):
        for leaks in spread(work, files_of(folder), Search(folder, proof.secrets), proof.task.processes):
            for place, report in leaks:
                proof.verdict.lack("leaks", f"{name}{place}", report)
    if dumps.sentences:
        for file in sorted(output.rglob("*.html")):
            if (page := read_page(file)) is not None:
                dumps.seek(str(file), page.body.words)
