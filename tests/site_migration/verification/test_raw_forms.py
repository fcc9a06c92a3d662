"""What the proof reads of REST answers, saved pages and copied pages."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cases import Case, read_cases
from raw_newspaper import ANSWERS, comment, item, shown, stored
from rest_site import MARA, NEWS, RestSite, post
from site_migration.verification.bodies import read_rendered
from site_migration.verification.export import Account, Item, Record, SiteFact, Term
from site_migration.verification.markup import Shown
from site_migration.verification.material import read_material
from site_migration.verification.rest import RestAnswers
from site_migration.verification.rest_answers import is_answer
from site_migration.verification.saved_page import SavedPage, read_bare, read_saved
from site_migration.verification.site import is_hidden, is_public
from site_migration.verification.text_dumps import read_dumps
from site_migration.verification.words import words_of
from web_faults import QUICK, served
from wordpress_export.live_site import download

CASES = Path(__file__).parent / "cases"
POST = item(31, "last-ferry", {"rendered": "The last ferry"}, content=shown("<p>Gone.</p>"), tags=[3])


def records(folder: Path, *answers: object) -> list[Record]:
    """Give what some answers hold."""
    files = [folder / f"{number}.json" for number in range(len(answers))]
    for file, answer in zip(files, answers, strict=True):
        file.write_text(answer if isinstance(answer, str) else json.dumps(answer), encoding="utf-8")
    return list(RestAnswers(files).records())


def items_in(found: list[Record]) -> list[Item]:
    """Give the items among the records."""
    return [record for record in found if isinstance(record, Item)]


def test_records_of_answers(tmp_path: Path) -> None:
    """REST answers give the same records as an export file."""
    found = records(tmp_path, *ANSWERS.values())
    posts = {record.id: record for record in items_in(found)}

    assert [
        SiteFact("title", "The Gannet"), SiteFact("link", "https://gannet.example"),
        SiteFact("base_blog_url", "https://gannet.example"), Account("ada", "Ada Rook", "ada.private@gannet.example"),
        Term("category", "harbour", "Harbour", "", ""), Term("post_tag", "ferries", "ferries", "", ""),
    ] == [record for record in found if not isinstance(record, Item)]  # fmt: skip
    ferry = posts[31]
    assert ("post", "publish", "ada", "2024-05-02 10:30:00", "2024-05-02 09:30:00", "2024-05-03 10:30:00") == (
        ferry.type, ferry.status, ferry.creator, ferry.date, ferry.gmt, ferry.modified,
    )  # fmt: skip
    assert (("category", "harbour", "Harbour"), ("post_tag", "ferries", "ferries")) == ferry.terms
    assert [(61, 0, True), (62, 61, True), (63, 0, False)] == [(c.id, c.parent, c.is_shown) for c in ferry.comments]
    assert (True, False) == (ferry.is_rendered, posts[32].is_rendered)
    assert ("attachment", 32, "https://gannet.example/wp-content/uploads/2024/05/kelp.jpg") == (
        posts[41].type, posts[41].parent, posts[41].file,
    )  # fmt: skip
    assert [31, 32, 35] == [number for number, post in posts.items() if is_public(post)]
    assert [33, 34] == [number for number, post in posts.items() if is_hidden(post)]


def test_editors_are_told_more(tmp_path: Path) -> None:
    """Answers for visitors and for editors are one, and what was changed last counts before either."""
    edited = item(31, "last-ferry", stored("The last ferry"), content=stored("[gallery]", "<p>Gone.</p>"), password="")
    newer = POST | {"modified_gmt": "2024-06-01T00:00:00", "content": shown("<p>Back.</p>")}

    assert ["[gallery]"] == [post.body for post in items_in(records(tmp_path, [edited], [POST]))]
    assert ["[gallery]"] == [post.body for post in items_in(records(tmp_path, [POST], [edited]))]
    assert ["<p>Back.</p>"] == [post.body for post in items_in(records(tmp_path, [newer], [edited]))]


def test_protected_answer(tmp_path: Path) -> None:
    """An answer that says that a text is protected, and not by which password, tells of a hidden item."""
    (post,) = items_in(records(tmp_path, [POST | {"content": {"rendered": "", "protected": True}}]))

    assert is_hidden(post)


def test_embedded_answers(tmp_path: Path) -> None:
    """What stands within an answer is read where no answer of its own tells more."""
    embedded = {
        "author": [{"id": 1, "name": "Ada Rook", "slug": "ada", "link": "https://gannet.example/author/ada/"}],
        "wp:term": [[ANSWERS["categories.json"][0]], [ANSWERS["tags.json"][0]]],  # type: ignore[index]  # a list
        "replies": [[{key: value for key, value in comment(61, 31, "Wave.").items() if key not in {"post", "status"}}]],
        "wp:featuredmedia": [
            {"id": 41, "type": "attachment", "slug": "kelp", "source_url": "/kelp.jpg", "link": "/k/"}
        ],
    }
    found = records(tmp_path, [POST | {"_embedded": embedded, "featured_media": 41}])
    ferry, kelp = items_in(found)

    assert ("ada", 2, "41", "/kelp.jpg") == (ferry.creator, len(ferry.terms), ferry.meta["_thumbnail_id"], kelp.file)
    assert [("Wave.", True)] == [(reply.body, reply.is_shown) for reply in ferry.comments]


@pytest.mark.parametrize(
    "answer",
    [POST, [POST], {"body": [POST], "status": 200, "headers": {}}, {"responses": [{"body": POST, "status": 200}]}],
    ids=["alone", "list", "envelope", "batch"],
)
def test_forms_of_answers(tmp_path: Path, answer: object) -> None:
    """An item is read alone, in a list, in an envelope, and in a batch of answers."""
    assert [31] == [post.id for post in items_in(records(tmp_path, answer))]


def test_home_without_an_index(tmp_path: Path) -> None:
    """Where no answer tells the site's address, those of its items do, folder and all."""
    moved = POST | {"_links": {"self": [{"href": "https://gannet.example/news/wp-json/wp/v2/posts/31"}]}}
    plain = POST | {"_links": {"self": [{"href": "https://gannet.example/index.php?rest_route=/wp/v2/posts/31"}]}}

    assert SiteFact("link", "https://gannet.example/news") in records(tmp_path, [moved])
    assert SiteFact("link", "https://gannet.example") in records(tmp_path, [plain])
    assert SiteFact("link", "https://gannet.example") in records(tmp_path, [POST | {"_links": {}}])


@contextmanager
def no_bar(title: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG001  # a bar's arguments
    """Show no progress."""
    yield lambda _: None


def test_answers_of_a_live_site(tmp_path: Path) -> None:
    """What a migration saves of a live site is read like any other answers."""
    site = RestSite({"wp/v2/posts": [post(1, categories=[7])], "wp/v2/categories": [NEWS], "wp/v2/users": [MARA]})
    with served({"*": site}) as server:
        download(server.address, tmp_path, no_bar, QUICK)
    material = read_material(tmp_path)
    (tide,) = items_in(list(RestAnswers(material.answers).records()))

    assert ("Tide 1", "mara", (("category", "news", "News"),), True) == (
        tide.title, tide.creator, tide.terms, is_public(tide),
    )  # fmt: skip


HOSTILE: dict[str, tuple[object, list[str]]] = {
    "an abyss": ("[" * 200_000, ["damaged"]),
    "half of a character": ([POST | {"title": {"rendered": "a\ud800"}}], ["a?"]),
    "numbers too long": ('[{"id": ' + "9" * 5_000 + "}]", ["damaged"]),
    "a number no database has": ([POST | {"id": 10**30}, POST], ["The last ferry"]),
    "other types": ([POST | {"content": 3, "title": [], "date": {}, "tags": ["x", None], "_links": [], "meta": 5}],
                    [""]),
    "not whole": ('[{"id": 3, "content"', ["damaged"]),
    "nothing": ("", ["damaged"]),
    "answers within answers": ("[" * 9 + json.dumps(POST) + "]" * 9, []),
    "batches within batches": ({"responses": [{"responses": [[[[POST]]]]}]}, ["The last ferry"]),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_answers(tmp_path: Path, name: str) -> None:
    """An answer made to break a reader is read as far as it can be, or named as damaged."""
    answer, expected = HOSTILE[name]
    found = records(tmp_path, answer)
    damaged = [record.name for record in found if isinstance(record, SiteFact) and record.name == "damaged"]

    assert expected == [*(post.title for post in items_in(found)), *damaged]


def test_form_by_first_bytes(tmp_path: Path) -> None:
    """Each file's form is told by its first bytes, whatever its name is."""
    for name, text in {
        "posts": json.dumps([POST]), "package.json": '{"name": "x", "version": "1"}', "a.php": "<!DOCTYPE html><html>",
        "feed.html": '<?xml version="1.0"?><rss><channel><description>&lt;html&gt;</description></channel></rss>',
        "a.txt": "One", "b.doc": "Two", "uploads/2024/a.html": "<html>",
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    material = read_material(tmp_path)

    assert (["posts"], ["a.php"], ["a.txt"], 3) == (
        [file.name for file in material.answers], [file.name for file in material.pages],
        [file.name for file in material.copies], material.others,
    )  # fmt: skip
    assert is_answer(b'\xef\xbb\xbf {"_links": {}}')


@pytest.mark.parametrize("case", read_cases(CASES / "rendered.txt"), ids=str)
def test_rendered(case: Case) -> None:
    """A text as WordPress showed it is what a reader saw of it."""
    assert case.expected == "\n".join(described(read_rendered(case.given)))


def described(text: Shown) -> Iterator[str]:
    """Give what a text shows, line by line."""
    yield f"words: {' '.join(text.words)}".rstrip()
    yield from (f"link: {link}" for link in text.links)
    yield from (f"picture: {source} ({words})" for source, words in text.pictures)
    yield from (f"caption: {' '.join(words)}" for words in text.captions)
    yield from (f"embed: {address}" for address in text.embeds)


@pytest.mark.parametrize("case", read_cases(CASES / "saved_pages.txt"), ids=str)
def test_saved_pages(case: Case, tmp_path: Path) -> None:
    """A saved page is what WordPress and its themes write into every page."""
    file = tmp_path / "page.html"
    file.write_text(case.given, "utf-8")
    page = read_saved(file, tmp_path)

    assert case.expected == ("none" if page is None else "\n".join(told(page)))


def told(page: SavedPage) -> Iterator[str]:
    """Give what a page says, line by line."""
    further = f"page {page.further}" if page.further else ""
    words = (str(page.number), page.base, " ".join(page.title), further, "locked" if page.is_locked else "")
    yield " ".join(filter(None, words))
    for line in page.lines if page.is_marked else ():
        yield " ".join(line.words) + (f" ({line.linked} linked)" if line.linked else "")
    yield from (f"picture: {address}" for address in page.pictures)
    yield from (f"comment {number}: {' '.join(said)}".rstrip() for number, said in page.comments.items())


def test_place_in_a_mirror(tmp_path: Path) -> None:
    """The address of a page that does not say it is its place in a mirror."""
    file = tmp_path / "old" / "gannet.example" / "2024" / "seal" / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text('<body class="single postid-7"><div class="entry-content"><p>It sleeps.</p></div>', "utf-8")
    page = read_saved(file, tmp_path)

    assert page is not None
    assert ("/2024/seal/", True) == (page.path, page.is_guessed)


@pytest.mark.parametrize(
    ("charset", "encoding"), [("iso-8859-1", "latin-1"), ("windows-1251", "cp1251"), ("", "utf-8")]
)
def test_encodings_of_pages(tmp_path: Path, charset: str, encoding: str) -> None:
    """A page is read in the encoding that it names."""
    word = "тюлень" if encoding == "cp1251" else "phoque gelé"
    file = tmp_path / "page.html"
    file.write_bytes(f'<head><meta charset="{charset}"></head><body><p>{word}</p>'.encode(encoding))

    assert [word] == read_bare(file)


def test_copied_pages(tmp_path: Path) -> None:
    """Long sentences of a copy count: no numbers of lists, no addresses, no headline once more, no shared line."""
    long = "The harbour office says that seals are a matter for the mayor of the rock."
    title = "A seal has slept on the slipway since Monday and will not be moved"
    shared = "Our letter comes each Friday with all that happened on the rock and more."
    (tmp_path / "a.txt").write_text(f"{title}\n1. {long}\n{shared}\n3 thoughts on {title}”\nShort.\n", "utf-16")
    (tmp_path / "b.txt").write_bytes(f"{shared}\n".encode())
    (tmp_path / "c.txt").write_bytes(bytes(range(256)))
    unnamed = "По словам начальника порта, тюлени - дело мэра этого острова, и больше ничьё."
    (tmp_path / "d.txt").write_text(unnamed, "cp1251")
    dumps = read_dumps(sorted(tmp_path.iterdir()))

    assert [words_of(long), words_of(unnamed)] == [
        [*sentence.words] for sentences in dumps.copies.values() for sentence in sentences
    ]
    assert ["c.txt"] == dumps.unread
