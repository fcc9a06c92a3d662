"""A good site is proven; with a loss of any kind planted in it, it is not, and the loss is named."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import build, migrate
from site_migration.__main__ import main
from spoilt_site import Site, assert_named

EXPORT = Path(__file__).with_name("export.xml")
STORY = "2024/03/the-new-crane/index.html"
THREAD = "comments/2024/03/the-new-crane.yaml"
DRAFT = "says that the lighthouse was sold for the price of its door, with no vote and on a Sunday"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Migrate and build the small export once, as the tasks do."""
    folder = tmp_path_factory.mktemp("good")
    picture = folder / "uploads" / "2024" / "03" / "pier.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\xff\xd9")
    moved = migrate(folder, EXPORT, "--media", "uploads", "--workers", "1")
    assert moved.returncode == 0, moved.stdout + moved.stderr
    built = build(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return Site(folder, EXPORT)


@pytest.fixture
def site(good: Site, tmp_path: Path) -> Site:
    """Give a copy of the good site to spoil."""
    return good.copied(tmp_path)


def test_good_site(good: Site) -> None:
    """A good site is proven whole, and the proof is not an empty one."""
    verdict = good.verdict()

    assert [] == verdict.exceptions()
    assert verdict.holds()
    counted = {kind: verdict.expected[kind] for kind in verdict.expected if not kind.startswith("address")}
    assert {
        "articles with a page": 3, "titles": 3, "words": 82, "footnotes": 8, "links": 2, "pictures": 2,
        "files of pictures": 2, "alternative texts": 1, "captions": 2, "table rows": 3, "embeds and plain addresses": 1,
        "categories and tags": 3, "authors": 2, "dates": 2, "comments": 2, "words of comments": 11, "answers": 2,
    } == counted  # fmt: skip


def test_strict(good: Site) -> None:
    """A site whose redirects answer for every old address is proven strictly."""
    verdict = good.verdict()

    assert {} == verdict.unserved
    assert verdict.holds(strict=True)


def test_no_redirects(site: Site) -> None:
    """Old addresses that nothing answers are listed, and fail a strict proof alone."""
    (site.folder / "output/_redirects").unlink()
    verdict = site.verdict()

    assert {"address: ?p=", "address: feed of an item"} <= set(verdict.unserved)
    assert verdict.holds()
    assert not verdict.holds(strict=True)


def test_redirect_to_nothing(site: Site) -> None:
    """A redirect that leads to no page is no answer."""
    site.change("output/_redirects", "/2024/03/the-new-crane/ 301!", "/2024/03/the-old-crane/ 301!")
    verdict = site.verdict()

    assert "address: ?p=" in verdict.unserved


def test_picture_without_a_file(site: Site) -> None:
    """A picture whose file is not in the output is counted, and listed with the page that shows it."""
    (site.folder / "output/wp-content/uploads/2024/03/pier.jpg").unlink()
    verdict = site.verdict()

    assert verdict.found["files of pictures"] < verdict.expected["files of pictures"]
    assert "/wp-content/uploads/2024/03/pier.jpg" in verdict.unserved["files of pictures"][0].where


Plant = Callable[[Site], None]

IN_THE_SITE: dict[str, tuple[str, str, str, str, str]] = {
    "a word removed": (STORY, "Nobody on the quay had", "Nobody on the had", "words", "[quay]"),
    "two words swapped": (STORY, "before noon", "noon before", "words", "[noon]"),
    "a sentence gone": (STORY, "Nobody on the quay had believed it.", "", "words", "[Nobody on the quay had"),
    "an ampersand gone": (STORY, "noon &amp; went", "noon went", "words", "[&]"),
    "a word in other letters": (STORY, "wager", "Wager", "words", "[wager]"),
    "a word of a related story gone": (STORY, "How Bram boils kelp", "Bram boils kelp", "words", "Read also How]"),
    "a footnote gone": (STORY, "had lifted nothing since 1998.", "", "footnotes", "nothing since 1998]"),
    "a link gone": (STORY, '<a href="/about/">as the harbour', "<a>as the harbour", "links", "/about"),
    "a link to elsewhere": (STORY, 'href="/about/">as', 'href="/abuot/">as', "links", "/about"),
    "a picture gone": (STORY, "<img ", "<input ", "pictures", "/wp-content/uploads/2024/03/pier.jpg"),
    "another picture": (STORY, "pier", "peer", "pictures", "/wp-content/uploads/2024/03/pier.jpg"),
    "the text of a picture gone": (STORY, "A crane above a boat", "", "alternative texts", "A crane above a boat"),
    "a caption gone": (STORY, "Low water, high hopes", "", "captions", "Low water high hopes"),
    "a table cell gone": (STORY, "<td>7 tonnes</td>", "", "table rows", "Skua | 7 tonnes"),
    "two table cells swapped": (STORY, "<td>Skua</td>\n<td>7 tonnes</td>", "<td>7 tonnes</td>\n<td>Skua</td>",
                                "table rows", "Skua | 7 tonnes"),
    "an embed gone": (STORY, "abcDEF12345", "abcDEF00000", "embeds and plain addresses", "youtube:abcDEF12345"),
    "another headline": (STORY, "The new crane lifts its first boat", "A crane lifts a boat", "titles", "The new"),
    "a tag gone": (STORY, 'class="p-category" rel="tag" href="/tag/storms/"', 'href="/tag/gales/"',
                   "categories and tags", "storms"),
    "another author": (STORY, "Ada Rook", "Bram Tern", "authors", "Ada Rook"),
    "another date": (STORY, 'datetime="2024-03-02T10:30', 'datetime="2024-03-02T11:30', "dates", "2024-03-02 10:30:00"),
}  # fmt: skip


@pytest.mark.parametrize("loss", IN_THE_SITE)
def test_loss_in_a_page(site: Site, loss: str) -> None:
    """A loss in a built page is found and named."""
    file, old, new, kind, quoted = IN_THE_SITE[loss]
    site.change(f"output/{file}", old, new)

    assert_named(site.verdict(), kind, "/2024/03/the-new-crane/", quoted)


def test_caption_of_classic_text(site: Site) -> None:
    """The caption of a `[caption]` shortcode is looked for too."""
    site.change("output/2024/04/kelp-soup/index.html", "Where the kelp grows", "")

    assert_named(site.verdict(), "captions", "/2024/04/kelp-soup/", "Where the kelp grows")


THREAD_LOSSES: dict[str, tuple[str, str, str, str]] = {
    "a word of a comment gone": ("over the roofs", "over roofs", "words of comments", "[the]"),
    "a comment written by another": ("author: Fen", "author: Fern", "comments", "written by Fen, not Fern"),
    "a comment of another day": ("2024-03-03 08:00:00", "2024-03-04 08:00:00", "comments", "2024-03-03 08:00:00"),
    "an answer that answers nobody": (
        "  answers: 21\n",
        "",
        "answers",
        "answers 21, is written as an answer to nobody",
    ),
    "a comment that answers another": ("  answers: 21\n", "  answers: 22\n", "answers", "an answer to 22"),
    "a comment under another number": ("- id: 22", "- id: 2200", "comments", "Moss: So did my cat."),
}


@pytest.mark.parametrize("loss", THREAD_LOSSES)
def test_loss_in_a_thread(site: Site, loss: str) -> None:
    """A loss among the comments is found and named."""
    old, new, kind, quoted = THREAD_LOSSES[loss]
    site.change(f"content/{THREAD}", old, new)

    assert_named(site.verdict(), kind, "/2024/03/the-new-crane/#comment-2", quoted)


def test_thread_gone(site: Site) -> None:
    """Every comment of a thread whose file is gone is named."""
    (site.folder / "content" / THREAD).unlink()
    lacks = [lack for lack in site.verdict().exceptions() if lack.kind == "comments"]

    assert ["/2024/03/the-new-crane/#comment-21", "/2024/03/the-new-crane/#comment-22"] == [
        lack.where for lack in lacks
    ]


GONE: dict[str, tuple[str, str, str]] = {
    "an article": (STORY, "address: post", "/2024/03/the-new-crane/"),
    "a page": ("about/index.html", "address: page", "/about/"),
    "a category below another": ("category/news/harbour/index.html", "address: category", "/category/news/harbour/"),
    "a tag": ("tag/storms/index.html", "address: tag", "/tag/storms/"),
    "an author": ("author/bram/index.html", "address: author", "/author/bram/"),
    "a year": ("2024/index.html", "address: year", "/2024/"),
    "a month": ("2024/04/index.html", "address: month", "/2024/04/"),
    "a feed": ("feed/index.xml", "address: feed", "/feed/"),
    "a picture's file": (
        "wp-content/uploads/2024/03/pier.jpg",
        "address: file",
        "/wp-content/uploads/2024/03/pier.jpg",
    ),
}


@pytest.mark.parametrize("what", GONE)
def test_address_gone(site: Site, what: str) -> None:
    """An old address that nothing answers any more is named by its kind."""
    file, kind, address = GONE[what]
    (site.folder / "output" / file).unlink()

    assert_named(site.verdict(), kind, address, "no file in the output answers")


def test_article_gone(site: Site) -> None:
    """An article without a page is a loss of all its words, named by its headline."""
    (site.folder / "output" / STORY).unlink()

    assert_named(
        site.verdict(), "articles with a page", "/2024/03/the-new-crane/", "The new crane lifts its first boat"
    )


def test_article_moved(site: Site) -> None:
    """An article at another address has all its words, and its old address is dead until a redirect is known."""
    (site.folder / "output" / "moved").mkdir()
    (site.folder / "output" / STORY).rename(site.folder / "output" / "moved" / "index.html")

    assert {"address: post"} == {lack.kind for lack in site.verdict().exceptions()}

    site.add("output/_redirects", "/2024/03/the-new-crane/ /moved/ 301\n")

    assert [] == site.verdict().exceptions()


LEAKS: dict[str, tuple[str, str, str]] = {
    "a draft in a page": (STORY, f"<p>{DRAFT}</p>", "post 14 (draft)"),
    "a draft's headline in a list": ("index.html", "<li>The mayor sells the <em>lighthouse</em> to his brother</li>",
                                     "post 14 (draft)"),
    "a draft in a feed": ("feed/index.xml", f"<content>&lt;p&gt;{DRAFT}&lt;/p&gt;</content>", "post 14 (draft)"),
    "a draft in a search index": ("search/index.json", f'{{"text": "{DRAFT}"}}', "post 14 (draft)"),
    "a draft in a script": ("assets/site.js", f"const stories = ['{DRAFT.upper()}'];", "post 14 (draft)"),
    "a draft in an attribute": ("tag/storms/index.html", f'<meta content="{DRAFT}">', "post 14 (draft)"),
    "a draft's address in a sitemap": ("sitemap.xml", "<loc>https://gannet.example/lighthouse-sold-to-brother/</loc>",
                                       "lighthouse-sold-to-brother"),
    "a page at a protected address": ("2024/02/minutes/index.html", "<p>Who are you?</p>", "post 15 (publish)"),
    "a password": ("assets/site.css", ".x{content:'cormorant77'}", "password of post 15"),
    "a commenter's e-mail address": ("2024/04/kelp-soup/index.html", "mailto:Fen@Readers.example", "comment 21"),
    "a commenter's IP address": ("assets/log.txt", "192.0.2.78 said hello", "IP address of the writer of comment 22"),
    "an author's e-mail address": ("author/ada/index.html", "ada.private@gannet.example", "e-mail of the account ada"),
    "the digest of an e-mail address": (STORY, '<img src="https://gravatar.com/avatar/97e07b2cccbfadf7afb002a04f1a681e">',
                                        "comment 21"),
    "a comment that was never shown": (STORY, "Buy the strongest rope of all the seven seas from my cousin",
                                       "comment 23, never approved"),
}  # fmt: skip


@pytest.mark.parametrize("leak", LEAKS)
def test_leak(site: Site, leak: str) -> None:
    """What was not public is found in whichever file of the output it stands, and named by whose it is."""
    file, text, whose = LEAKS[leak]
    site.add(f"output/{file}", text)

    assert_named(site.verdict(), "leaks", "", whose)


def test_leak_in_a_compressed_file(site: Site) -> None:
    """A gzipped file is read too."""
    (site.folder / "output" / "index.json.gz").write_bytes(gzip.compress(DRAFT.encode()))

    assert_named(site.verdict(), "leaks", "index.json.gz", "post 14 (draft)")


def test_leak_in_the_content(site: Site) -> None:
    """A draft may lie in the content folder; a commenter's e-mail address may not, and a report does not repeat it."""
    site.add("content/articles/2024/05/notes.md", DRAFT)
    assert [] == site.verdict().exceptions()

    site.add("content/articles/2024/05/notes.md", " moss@readers.example")
    lack = assert_named(site.verdict(), "leaks", "content/articles/2024/05/notes.md", "comment 22")

    assert "moss@readers" not in lack.what


def test_comment_that_was_never_approved(site: Site) -> None:
    """A comment that waits for approval is none that may be written."""
    site.add(f"content/{THREAD}", "- id: 23\n  author: Pills\n  body: Rope\n")

    assert_named(site.verdict(), "leaks", THREAD, "comment 23 was never approved")


def test_public_words_betray_nothing(site: Site, tmp_path: Path) -> None:
    """What a published article says may stand in the output, although a draft says it too."""
    export = tmp_path / "export.xml"
    wording = "who had laid a wager of five pounds, paid it before noon &amp; went home"
    export.write_text(EXPORT.read_text(encoding="utf-8").replace("A letter that this paper has seen", wording), "utf-8")

    assert [] == site.verdict(export).exceptions()


def test_cut_export(site: Site, tmp_path: Path) -> None:
    """An export that ends in the middle proves nothing about what is behind."""
    export = tmp_path / "export.xml"
    text = EXPORT.read_text(encoding="utf-8")
    export.write_text(text[: text.index("<title><![CDATA[About us]]>")], encoding="utf-8")

    assert_named(site.verdict(export), "export", "export.xml", "ends before </rss>")


def test_copied_page(site: Site, tmp_path: Path) -> None:
    """Each long sentence of a page copied from a browser has to stand in a built page."""
    copy = tmp_path / "copies" / "crane.txt"
    copy.parent.mkdir()
    there = "The harbour master, who had laid a wager of five pounds, paid it before noon & went home."
    copy.write_text(
        f"Menu\n{there}\nThe crane fell over on Saturday, as all of the gulls had said that it would.\n", "utf-8"
    )
    verdict = site.verdict(copy.parent)

    assert 2 == verdict.expected["sentences of copied pages"]
    assert 1 == verdict.found["sentences of copied pages"]
    assert_named(verdict, "sentences of copied pages", "crane.txt", "The crane fell over")


def test_command(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints scores and exceptions, writes a report, and says by its exit status whether all is there."""
    folders = ["--content", str(site.folder / "content"), "--output", str(site.folder / "output")]

    assert 0 == main(["verify", str(EXPORT), *folders])
    assert "Proven: nothing was lost, and nothing leaked." in capsys.readouterr().out

    assert 0 == main(["verify", str(EXPORT), *folders, "--strict"])
    (site.folder / "output/_redirects").unlink()
    assert 1 == main(["verify", str(EXPORT), *folders, "--strict"])

    site.change(f"output/{STORY}", "Nobody on the quay had", "Nobody on the had")

    assert 1 == main(["verify", str(EXPORT), *folders, "--report", str(site.folder / "proof.json")])
    assert "words: /2024/03/the-new-crane/: … promised Nobody on the [quay]" in capsys.readouterr().out
    report = json.loads((site.folder / "proof.json").read_text(encoding="utf-8"))
    assert report["proven"] is False
    assert {"expected": 82, "found": 81, "score": 0.987805} == report["scores"]["words"]
    assert [{"kind": "words", "where": "/2024/03/the-new-crane/", "what": "… promised Nobody on the [quay]"}] == report[
        "exceptions"
    ]


@pytest.mark.parametrize(("export", "output"), [(EXPORT, "nowhere"), (EXPORT.with_name("none.xml"), "output"),
                                                (Path(__file__), "output")])  # fmt: skip
def test_nothing_to_compare(site: Site, export: Path, output: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an export or a built site there is no proof, and it says which is missing."""
    folders = ["--content", str(site.folder / "content"), "--output", str(site.folder / output)]

    assert 2 == main(["verify", str(export), *folders])
    assert "verify: " in capsys.readouterr().out
