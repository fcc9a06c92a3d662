"""A good site of REST answers, saved pages and a copied page is proven; with a loss planted in it, it is not."""

import shutil
from pathlib import Path

import pytest

from commands import build, migrate
from raw_newspaper import DRAFT, OUTDATED, WITHDRAWN, write_raw_site
from site_migration.__main__ import main
from site_migration.verification import CannotVerifyError
from spoilt_site import Site, assert_named

FERRY = "2024/05/last-ferry/index.html"
KELP = "2024/05/kelp-prices/index.html"
SEAL = "2024/03/seal-on-the-slipway/index.html"
LAMP = "2024/03/a-hundred-years-of-light/index.html"
THREAD = "comments/2024/05/last-ferry.yaml"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Migrate and build the raw material once, as the tasks do."""
    folder = tmp_path_factory.mktemp("good")
    write_raw_site(folder / "raw")
    moved = migrate(folder, folder / "raw", "--workers", "1")
    assert moved.returncode == 0, moved.stdout + moved.stderr
    built = build(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return Site(folder, folder / "raw")


@pytest.fixture
def site(good: Site, tmp_path: Path) -> Site:
    """Give a copy of the good site to spoil."""
    return good.copied(tmp_path)


def test_good_site(good: Site) -> None:
    """A good site is proven whole, and the proof is not an empty one."""
    verdict = good.verdict()

    assert [] == verdict.exceptions()
    counted = {kind: verdict.expected[kind] for kind in verdict.expected if not kind.startswith("address")}
    assert {
        "articles with a page": 3, "titles": 3, "words": 58, "footnotes": 4, "links": 1, "pictures": 2,
        "alternative texts": 2, "captions": 2, "table rows": 1, "embeds and plain addresses": 0,
        "categories and tags": 3, "authors": 2, "dates": 2, "comments": 2, "words of comments": 10, "answers": 2,
        "saved pages with a page": 2, "titles of saved pages": 2, "words of saved pages": 68,
        "pictures of saved pages": 1, "comments of saved pages": 1, "words of comments of saved pages": 5,
        "sentences of copied pages": 2, "files of pictures": 3,
    } == counted  # fmt: skip
    assert not verdict.doubts


IN_REST: dict[str, tuple[str, str, str, str, str]] = {
    "a paragraph of a shown text": (FERRY, "Nobody waved – nobody had been told.", "", "words", "[Nobody waved nobody"),
    "a paragraph of a stored text": (KELP, "Nobody eats it, but everyone has some.", "", "words", "[Nobody eats it"),
    "a link": (FERRY, 'href="/about/">as', 'href="/x/">as', "links", "/about"),
    "a picture of a shown text": (FERRY, "ferry-1024x768", "gone", "pictures", "/2024/05/ferry.jpg"),
    "a picture of a caption": (KELP, "kelp.jpg", "help.jpg", "pictures", "/2024/05/kelp.jpg"),
    "the text of a picture": (FERRY, "A ferry, going", "", "alternative texts", "A ferry going"),
    "a caption": (KELP, "Weighed at dawn", "", "captions", "Weighed at dawn"),
    "a table cell": (FERRY, "11,204", "", "table rows", "Crossings | 11 204"),
    "a footnote": (FERRY, "By the harbour book.", "", "footnotes", "[harbour book]"),
    "a headline": (FERRY, "The last ferry – and after", "The ferry", "titles", "The last ferry and after"),
    "a tag": (FERRY, 'class="p-category" rel="tag" href="/tag/ferries/"', "", "categories and tags", "ferries"),
    "an author": (FERRY, "Ada Rook", "Bram Tern", "authors", "Ada Rook"),
    "a date": (FERRY, 'datetime="2024-05-02T10:30', 'datetime="2024-05-02T11:30', "dates", "2024-05-02 10:30:00"),
}  # fmt: skip


@pytest.mark.parametrize("loss", IN_REST)
def test_loss_of_an_answer(site: Site, loss: str) -> None:
    """What REST answers tell and the built page has not is named."""
    file, old, new, kind, quoted = IN_REST[loss]
    site.change(f"output/{file}", old, new)

    assert_named(site.verdict(), kind, f"/{file.removesuffix('index.html')}", quoted)


def test_loss_of_a_comment(site: Site) -> None:
    """A comment of the answers that is not written is named, and so is one that answers nobody."""
    site.change(f"content/{THREAD}", "  answers: 61\n", "")
    assert_named(site.verdict(), "answers", "/2024/05/last-ferry/#comment-62", "answers 61")

    site.change(f"content/{THREAD}", "- id: 61", "- id: 610")
    assert_named(site.verdict(), "comments", "/2024/05/last-ferry/#comment-61", "Fen: I was on it")


IN_PAGES: dict[str, tuple[str, str, str, str, str]] = {
    "a paragraph": (SEAL, "The harbour office says that seals are a matter for the mayor, who says that they are not.",
                    "", "words of saved pages", "The harbour office"),
    "a word of a paragraph": (SEAL, "since Monday", "since", "words of saved pages", "1 words are not there"),
    "a picture": (SEAL, "seal-300x200", "eel-300x200", "pictures of saved pages", "/2024/03/seal.jpg"),
    "a headline": (LAMP, "A hundred years of light", "Dark", "titles of saved pages", "A hundred years of light"),
}  # fmt: skip


@pytest.mark.parametrize("loss", IN_PAGES)
def test_loss_of_a_saved_page(site: Site, loss: str) -> None:
    """What a saved page shows and the built page has not is named."""
    file, old, new, kind, quoted = IN_PAGES[loss]
    site.change(f"output/{file}", old, new)

    assert_named(site.verdict(), kind, f"/{file.removesuffix('index.html')}", quoted)


def test_short_line_is_doubtful(site: Site) -> None:
    """A lost line of a few words may have been the theme's, and is named without a failure."""
    site.change(f"output/{SEAL}", "<li>No nets</li>", "")
    verdict = site.verdict()

    assert verdict.holds()
    assert ["“No nets”, of which 2 words are not there"] == [
        lack.what for lack in verdict.doubts["lines of saved pages"]
    ]


def test_most_of_a_saved_page(site: Site) -> None:
    """A page that has lost most of its text is no copy of the saved one, whatever its lines were."""
    file = site.folder / "output" / LAMP
    head, mark, text = file.read_text(encoding="utf-8").partition("e-content")
    file.write_text(f'{head}{mark}">{text[text.index("Fog, says") :]}', encoding="utf-8")

    assert_named(site.verdict(), "words of saved pages", "a-hundred-years-of-light", "16 of 23 words are not there")


def test_comment_of_a_saved_page(site: Site) -> None:
    """A comment that a saved page shows and no file has is named."""
    site.change("content/comments/2024/03/seal-on-the-slipway.yaml", "- id: 71", "- id: 72")

    assert_named(site.verdict(), "comments of saved pages", "#comment-71", "Leave her where she lies")


@pytest.mark.parametrize(
    ("file", "kind"),
    [(FERRY, "articles with a page"), (SEAL, "saved pages with a page"), (LAMP, "saved pages with a page")],
)
def test_article_gone(site: Site, file: str, kind: str) -> None:
    """An article of any form that has no page is named by its old address."""
    (site.folder / "output" / file).unlink()

    assert_named(site.verdict(), kind, f"/{file.removesuffix('index.html')}", "has no page")


def test_saved_page_moved(site: Site) -> None:
    """A saved page's article at another address has all its words, and its old address is dead."""
    (site.folder / "output" / "moved").mkdir()
    (site.folder / "output" / SEAL).rename(site.folder / "output" / "moved" / "index.html")

    assert {"address: saved page"} == {lack.kind for lack in site.verdict().exceptions()}


def test_sentence_of_a_copied_page(site: Site) -> None:
    """A sentence of a copied page that no built page holds is named."""
    for file in (site.folder / "output").rglob("*.html"):
        file.write_text(file.read_text(encoding="utf-8").replace("Her skipper said that he", "He"), encoding="utf-8")

    assert_named(site.verdict(), "sentences of copied pages", "regatta.txt", "Her skipper said")


LEAKS: dict[str, tuple[str, str, str]] = {
    "a draft that editors were told of": (FERRY, f"<p>{DRAFT}</p>", "post 33 (draft)"),
    "a draft in a search index": ("search/index.json", f'{{"text": "{DRAFT}"}}', "post 33 (draft)"),
    "the page of a draft, saved when it was public": (LAMP, f"<p>{WITHDRAWN}</p>", "which is not public"),
    "a page at the address that a draft had": ("2024/05/ladder-sold/index.html", "<p>Sold.</p>", "not public"),
    "a page at a protected address": ("2024/05/minutes/index.html", "<p>Who are you?</p>", "post 34 (publish)"),
    "a page at the address of a saved page that wants a password": (
        "2024/03/the-sealed-letter/index.html", "<p>Who are you?</p>", "not public"),
    "a password": ("assets/site.css", ".x{content:'cormorant77'}", "password of post 34"),
    "a commenter's e-mail address": (SEAL, "mailto:fen61@readers.example", "comment 61"),
    "a commenter's IP address": ("assets/log.txt", "192.0.2.62 said hello", "IP address of the writer of comment 62"),
    "an author's e-mail address": ("author/ada/index.html", "ada.private@gannet.example", "account ada"),
    "a comment that waits for approval": (FERRY, "Buy the strongest rope of all the seven seas from my cousin",
                                          "comment 63, never approved"),
}  # fmt: skip


@pytest.mark.parametrize("leak", LEAKS)
def test_leak(site: Site, leak: str) -> None:
    """What editors alone were told, and what is no longer public, is found in any file of the output."""
    file, text, whose = LEAKS[leak]
    site.add(f"output/{file}", text)

    assert_named(site.verdict(), "leaks", "", whose)


def test_withdrawn_without_a_number(site: Site, tmp_path: Path) -> None:
    """A saved page without a number is a hidden item's where the end of its address and the headline are the same."""
    raw = _copied(site, tmp_path)
    file = raw / "mirror" / "gannet.example" / "2024" / "05" / "ladder-sold" / "index.html"
    text = file.read_text(encoding="utf-8").replace("postid-33", "").replace("post-33", "x")
    file.write_text(text.replace("The ladder is sold", "The ladder of the lighthouse is sold, says nobody"), "utf-8")

    assert [] == site.verdict(raw).exceptions()

    site.add(f"output/{LAMP}", f"<p>{WITHDRAWN}</p>")

    assert_named(site.verdict(raw), "leaks", "", "which is not public")


def test_better_sources_count(site: Site) -> None:
    """What a saved page shows of an article of which the database tells is no loss."""
    output = "".join(file.read_text(encoding="utf-8") for file in (site.folder / "output").rglob("*.html"))

    assert OUTDATED not in output
    assert (
        "Saved pages of articles that the database tells of, which count in their place: 1." in site.verdict().remarks
    )


def test_copy_of_a_better_source(site: Site, tmp_path: Path) -> None:
    """A copied page of an article that an answer or a saved page tells of proves nothing more."""
    raw = _copied(site, tmp_path)
    lost = "This is a sentence that the article once had, and that an editor has taken out of it since."
    kelp = "Kelp costs two crowns a sack this spring, and three in the shop of Bram."
    seal = "The harbour office says that seals are a matter for the mayor, who says that they are not."
    (raw / "copies" / "kelp.txt").write_text(f"Kelp prices\n{kelp}\n{lost}\n", "utf-8")
    (raw / "copies" / "seal.txt").write_text(f"The seal\n{seal}\n{lost[:-1]}, they say.\n", "utf-8")
    verdict = site.verdict(raw)

    assert [] == verdict.exceptions()
    assert "Copied pages of articles that a better source tells of: 2." in verdict.remarks


def test_newer_answer_counts(site: Site, tmp_path: Path) -> None:
    """Of an export file and an answer the one that was changed last counts."""
    raw = _copied(site, tmp_path)
    (raw / "old.xml").write_text(_export("2024-05-03 10:29:59", "publish", "It is still running."), "utf-8")
    assert [] == site.verdict(raw).exceptions()

    (raw / "old.xml").write_text(_export("2024-05-03 10:30:01", "publish", "It is still running."), "utf-8")
    assert_named(site.verdict(raw), "words", "/2024/05/last-ferry/", "[It is still running]")


def test_hidden_copy_counts(site: Site, tmp_path: Path) -> None:
    """Of an export file and an answer of one time the one counts that hides the article."""
    raw = _copied(site, tmp_path)
    (raw / "old.xml").write_text(_export("2024-05-03 10:30:00", "private", "It is still running."), "utf-8")

    assert_named(site.verdict(raw), "leaks", "/2024/05/last-ferry/", "post 31 (private)")


def test_damaged_answer(site: Site, tmp_path: Path) -> None:
    """An answer that is not whole proves nothing of what it should tell, and that is said."""
    raw = _copied(site, tmp_path)
    text = (raw / "rest" / "pages.json").read_text(encoding="utf-8")
    (raw / "rest" / "pages.json").write_text(text[:-9], "utf-8")

    assert_named(site.verdict(raw), "export", "pages.json", "not whole JSON")


def test_address(good: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """A live address is not verified: the folder of its answers is to be named."""
    assert 2 == main(["verify", "https://gannet.example", "--output", str(good.folder / "output")])
    assert "raw/<host>" in capsys.readouterr().out


def test_nothing_known(good: Site, tmp_path: Path) -> None:
    """Where nothing can be compared, all forms that could be are named."""
    (tmp_path / "notes.doc").write_text("nothing", "utf-8")

    with pytest.raises(CannotVerifyError, match=r"export file .* REST answers .* saved pages .* browser"):
        good.verdict(tmp_path)


def _copied(site: Site, folder: Path) -> Path:
    return Path(shutil.copytree(site.raw, folder / "raw"))


def _export(changed: str, status: str, words: str) -> str:
    return f"""<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Gannet</title><link>https://gannet.example</link>
<wp:base_blog_url>https://gannet.example</wp:base_blog_url><item><title>The last ferry – and after</title>
<link>https://gannet.example/2024/05/last-ferry/</link><content:encoded><![CDATA[{words}]]></content:encoded>
<wp:post_id>31</wp:post_id><wp:post_date>2024-05-02 10:30:00</wp:post_date><wp:post_name>last-ferry</wp:post_name>
<wp:post_date_gmt>2024-05-02 09:30:00</wp:post_date_gmt><wp:post_modified>{changed}</wp:post_modified>
<wp:status>{status}</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"""
