"""Exports of WordPress's own, one quirk each."""

import gzip
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from wordpress_export.model import Article, CommentKind, Export, MenuItem, Note, Site, Status
from wordpress_export.sources import UnknownFormError, read_export, wxr
from wordpress_export.sources.wxr_article import read_article
from wordpress_export.sources.wxr_file import HostileExportError
from wordpress_export.sources.wxr_item import Item
from wordpress_export.sources.wxr_survey import Survey

EXPORTS = Path(__file__).parent / "exports"


def read(quirk: str) -> Export:
    return wxr.read(EXPORTS / f"{quirk}.xml")


def articles(export: Export) -> dict[int, Article]:
    return {article.id or 0: article for article in export.read_articles()}


def kinds(article: Article) -> list[str]:
    return [note.kind for note in article.notes]


def aside(export: Export) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for entry in export.set_aside:
        counts[entry.type, entry.fate] = counts.get((entry.type, entry.fate), 0) + entry.count
    return counts


@pytest.mark.parametrize("path", sorted(EXPORTS.glob("*.xml")), ids=lambda path: path.stem)
def test_recognises(path: Path) -> None:
    """An export is recognised by its content, even one that cannot be read whole."""
    assert wxr.recognises(path)


def test_recognises_nothing_else(tmp_path: Path) -> None:
    """Other feeds, other files, folders and files that are not there are no exports."""
    feed = tmp_path / "feed.xml"
    feed.write_text('<rss version="2.0"><channel/></rss>')
    broken = tmp_path / "broken.gz"
    broken.write_bytes(b"\x1f\x8bnot gzip at all")

    assert [False] * 4 == [wxr.recognises(path) for path in (feed, broken, tmp_path, tmp_path / "none")]


def test_unknown_form(tmp_path: Path) -> None:
    """A path that no source knows is refused with its name, what was looked for, and what to do."""
    path = tmp_path / "notes.bin"
    path.write_bytes(b"\0\1\2")

    with pytest.raises(
        UnknownFormError, match=r"notes\.bin is in none .* Looked for: an export .* choose Tools, Export"
    ):
        read_export(path)


def test_missing_path(tmp_path: Path) -> None:
    """A path that is not there is named as such."""
    with pytest.raises(UnknownFormError, match=r"none\.xml does not exist"):
        read_export(tmp_path / "none.xml")


@pytest.mark.parametrize("quirk", sorted(path.stem for path in EXPORTS.glob("*.xml") if path.stem != "bomb"))
def test_count(quirk: str) -> None:
    """As many articles are read as were announced, as often as one asks."""
    export = read(quirk)

    assert export.article_count == len(list(export.read_articles())) == len(list(export.read_articles()))


def test_site() -> None:
    """The channel tells about the site."""
    site = read("terms").site

    assert ("https://gazette.example", "The Gazette", "News & views", "en-GB") == (
        site.address, site.title, site.tagline, site.language
    )  # fmt: skip


def test_where() -> None:
    """Each article says in which file and line it stands."""
    article = articles(read("statuses"))[1]
    number = int(article.where.removeprefix("statuses.xml, line "))

    assert "<item>" in (EXPORTS / "statuses.xml").read_text(encoding="utf-8").splitlines()[number - 1]


def test_statuses() -> None:
    """Only what everyone could see is published; an unknown status hides."""
    found = articles(read("statuses"))
    hidden = [Status.DRAFT, Status.DRAFT, Status.PENDING, Status.SCHEDULED, Status.PRIVATE, Status.TRASH]

    assert [Status.PUBLISHED, *hidden] == [found[number].status for number in range(1, 8)]
    assert [Status.DRAFT, Status.DRAFT] == [found[8].status, found[9].status]
    assert ["unknown status read as draft"] == kinds(found[8]) == kinds(found[9])
    assert [Status.PASSWORD, Status.DRAFT] == [found[10].status, found[11].status]


@pytest.mark.parametrize(
    ("quirk", "secret"),
    [
        ("statuses", "open sesame"),
        ("bylines", "secret@"),
        ("bylines", "dee@"),
        ("bylines", "cy@"),
        ("bylines", "eve@"),
        ("comments", "reader@private"),
        ("comments", "203.0.113"),
        ("types", "reader@private"),
    ],
)
def test_secrets_stay(quirk: str, secret: str) -> None:
    """Passwords, e-mail and IP addresses are nowhere in what was read."""
    export = read(quirk)

    assert secret in (EXPORTS / f"{quirk}.xml").read_text(encoding="utf-8")
    assert secret not in repr((export, list(export.read_articles())))


def test_bylines() -> None:
    """Logins become slugs and names; co-authors stand in their order, under the addresses that they had."""
    export = read("bylines")
    found = articles(export)
    names = {number: [export.authors[slug].name for slug in article.authors] for number, article in found.items()}

    assert {1: ["Bo Ray"], 2: ["Bo Ray", "Dee Guest"], 3: ["Cy Moe"], 4: ["eve"], 5: ["Ann Lee"]} == names
    assert ("bo-the-writer", "dee-guest") == found[2].authors
    assert found[1].authors == ("bo-the-writer",)


def test_guest_author() -> None:
    """A guest of Co-Authors Plus has the biography and website that the plugin kept."""
    guest = read("bylines").authors["dee-guest"]

    assert ("Dee Guest", "Writes & draws.", "https://dee.example") == (guest.name, guest.bio, guest.website)


def test_dates() -> None:
    """Each date has the offset that its own pair of times shows; a date that is not there is not made up."""
    dates = {article.title: article.published for article in read("dates").read_articles()}

    assert {
        "summer": datetime.fromisoformat("2023-07-01T12:00:00+02:00"),
        "winter": datetime.fromisoformat("2023-12-01T12:00:00+01:00"),
        "also summer": datetime.fromisoformat("2023-07-02T12:00:00+02:00"),
        "draft": datetime.fromisoformat("2023-07-03T12:00:00+02:00"),
        "undated": None,
        "feed date alone": datetime.fromisoformat("2023-07-03T12:00:00+02:00"),
        "edited date": datetime.fromisoformat("2001-01-01T00:00:00+02:00"),
        "impossible": None,
        "Nepal": datetime.fromisoformat("2023-07-01T15:45:00+05:45"),
    } == dates
    assert "5:45:00" == str(dates["Nepal"] and dates["Nepal"].utcoffset())


def test_slugs() -> None:
    """Slugs and permalinks are decoded and harmless, and what was changed or dropped is noted."""
    found = articles(read("slugs"))

    assert ("επίπεδο", "/2023/10/επίπεδο/", []) == (found[1].slug, found[1].permalink, kinds(found[1]))
    assert ("こん", "/2023/10/こん%e3%81/", ["slug made safe"]) == (found[2].slug, found[2].permalink, kinds(found[2]))
    assert ("etc-passwd", "", ["slug made safe", "old address not kept"]) == (
        found[3].slug, found[3].permalink, kinds(found[3])
    )  # fmt: skip
    assert "etc" == found[4].slug
    assert "ж" * 100 == found[5].slug
    assert ("", "") == (found[7].slug, found[7].permalink)
    assert ("", ["old address not kept"]) == (found[8].permalink, kinds(found[8]))
    assert "/2023/10/story-9/" == found[9].permalink


def test_terms() -> None:
    """Terms have names as people read them, decoded slugs and parents; no category stands above itself."""
    terms = read("terms").terms

    assert ("News & Views", "") == (terms["category", "news"].name, terms["category", "news"].parent)
    assert terms["category", "city"].parent == "news"
    assert ("R&D", "All of it.") == (terms["post_tag", "εδο"].name, terms["post_tag", "εδο"].description)
    assert terms["desk", "night"].name == "Night desk"
    assert "" in (terms["category", "a-ring"].parent, terms["category", "b-ring"].parent)
    assert ("post_format", "post-format-video") not in terms


def test_terms_of_articles() -> None:
    """The primary category comes first, unlisted terms are known too, and WXR 1.0's copies count once."""
    export = read("terms")
    found = articles(export)
    slugs = {number: [key.slug for key in article.terms] for number, article in found.items()}

    assert {1: ["city", "news", "εδο", "night"], 2: ["news", "city"], 3: ["city", "unlisted"], 4: ["alone"]} == slugs
    assert found[1].format == "video"
    assert ["primary category unknown"] == kinds(found[2])
    assert export.terms["post_tag", "unlisted"].name == "Unlisted"


def test_menu() -> None:
    """A menu is a tree of titles and addresses; what is not public is not in it."""
    main, footer = read("menus").menus

    assert ("main", "Main menu") == (main.slug, main.name)
    assert (
        MenuItem("Home", "/"),
        MenuItem("About & us", "/about/"),
        MenuItem(
            "Sections",
            "",
            (MenuItem("The city", "https://elsewhere.example/city"), MenuItem("City", "/category/news/city/")),
        ),
        MenuItem("Click me", ""),
        MenuItem("Ring", "/a/", (MenuItem("Round", "/b/"),)),
    ) == main.items
    assert (
        MenuItem("About", "/about/"),
        MenuItem("More", "", (MenuItem("Contact", "/contact/"),)),
        MenuItem("Home", "/"),
    ) == footer.items


def test_every_menu_line_is_accounted_for() -> None:
    """Each line of a menu is in it, or is counted as left out."""
    counts = aside(read("menus"))

    assert (8, 3) == (counts["nav_menu_item", "merged"], counts["nav_menu_item", "skipped"])
    assert (1, 1) == (counts["wp_navigation", "merged"], counts["wp_navigation", "skipped"])


def test_meta() -> None:
    """What plugins kept about an article is read into its fields; other fields are named."""
    rain = articles(read("meta"))[1]

    assert ("A dek & more", 7, True, True) == (rain.subtitle, rain.featured, rain.sticky, rain.comments_open)
    assert ("Rain - The Gazette", "About Rain in City.") == (rain.seo_title, rain.seo_description)
    assert ("https://elsewhere.example/rain", True) == (rain.canonical, rain.noindex)
    assert [("custom field left behind", "Mood")] == [(note.kind, note.detail) for note in rain.notes]


def test_meta_of_other_plugins() -> None:
    """Rank Math, All in One SEO and SEOPress are read like Yoast; what is hostile or unknown is dropped and noted."""
    found = articles(read("meta"))

    assert ("Snow - The Gazette", "", True) == (found[2].seo_title, found[2].seo_description, found[2].noindex)
    assert ["search engine text dropped"] == kinds(found[2])
    assert ("Frost - The Gazette, #FrostFriday", "", True) == (
        found[6].seo_title, found[6].canonical, found[6].noindex
    )  # fmt: skip
    assert ["canonical address dropped"] == kinds(found[6])


def test_footnotes() -> None:
    """Footnotes are read with and without their backslashes."""
    found = articles(read("meta"))

    assert (("f1", 'See <a href="https://a.example">a</a>.'), ("f2", "Two.")) == found[3].footnotes
    assert found[3].footnotes == found[4].footnotes
    assert [[], ["footnotes mended"], ["footnotes could not be read"]] == [kinds(found[n]) for n in (3, 4, 5)]


def test_media() -> None:
    """An attachment is an entry of the media library with all that is said of it."""
    media = read("meta").media[7]

    assert ("/wp-content/uploads/2023/10/σα.jpg", "sun.jpg", "The sun") == (media.address, media.title, media.alt)
    assert ("The long text.", "Ann Lee", 1, 3) == (media.description, media.credit, media.parent, media.order)
    assert media.permalink == "/2023/10/story-1/sun/"


def test_comments() -> None:
    """Approved comments are read in order; the others are counted, and say why."""
    export = read("comments")
    article = articles(export)[1]

    assert [(1, 0, ""), (2, 0, "https://reader.example"), (3, 1, "https://reader.example")] == [
        (comment.id, comment.parent, comment.website) for comment in article.comments
    ]
    assert [CommentKind.COMMENT, CommentKind.PINGBACK, CommentKind.COMMENT] == [c.kind for c in article.comments]
    assert ("Reader & Co", datetime.fromisoformat("2023-10-18T12:00:00+02:00")) == (
        article.comments[0].author, article.comments[0].written
    )  # fmt: skip
    assert aside(export)["comment", "skipped"] == 5
    assert [
        "1 comment waited for approval",
        "1 comment had been marked as spam",
        "1 comment had been deleted",
        "1 comment came from an editor or a plugin, not from a reader",
    ] == [note.detail for note in article.notes if note.kind == "comments left out"]


def test_several_comments_left_out() -> None:
    """Several comments that were left out for one reason are counted together."""
    waiting = {"wp:comment_approved": "0", "wp:comment_type": "comment"}
    item = Item({"wp:status": "publish"}, locked=False, terms=(), meta={}, comments=(waiting, waiting))
    article = read_article(item, Survey(), Site(""), "export.xml, line 1")

    assert Note("comments left out", "2 comments waited for approval") in article.notes


def test_types() -> None:
    """A custom type that had addresses is articles, its drafts too; everything else is set aside with a reason."""
    export = read("types")

    assert {1: "recipe", 2: "recipe", 8: "post"} == {number: a.type for number, a in articles(export).items()}
    assert {("revision", "skipped"), ("acf-field", "skipped"), ("feedback", "skipped"), ("widget_box", "skipped"),
            ("wp_block", "merged")} == set(aside(export))  # fmt: skip
    assert {7: "<p>Shared.</p>"} == export.patterns


def test_title() -> None:
    """A title is plain text, and lost tags are noted."""
    article = articles(read("types"))[8]

    assert ("A bold claim: 3 < 4 & more ’", ["tags removed from a title"]) == (article.title, kinds(article))


def test_title_of_an_older_wordpress() -> None:
    """A title outside of CDATA was plain text before it was escaped for XML: what looks like a tag is none."""
    (article,) = read("old_title").read_articles()

    assert ("How to use <b> & &amp;", []) == (article.title, kinds(article))


def test_plain_permalinks() -> None:
    """On a site where nothing has an address but a number, custom types are articles all the same."""
    assert [("post", ""), ("recipe", "")] == [(a.type, a.permalink) for a in read("plain_permalinks").read_articles()]


def test_home_in_a_folder() -> None:
    """A site in a folder keeps the folder in its addresses; beside it nothing is its own."""
    found = articles(read("folder_home"))

    assert ("/blog/2023/story-1/", "") == (found[1].permalink, found[2].permalink)


def test_foreign_export() -> None:
    """What others write as WXR, with half of it missing and nothing escaped, is read as far as it goes."""
    first, second = read("foreign").read_articles()

    assert ("From elsewhere", "/elsewhere", Status.PUBLISHED) == (first.title, first.permalink, first.status)
    assert first.body == "<p>Not <b>escaped</b>.</p>"
    assert ("Bare", Status.DRAFT, None, "post") == (second.title, second.status, second.published, second.type)


def test_control_characters() -> None:
    """Characters that XML forbids are taken out where they stand, and said of the article that had them."""
    found = articles(read("control_characters"))

    assert ("Tabbed", "One two.", ["control characters removed"]) == (found[1].title, found[1].body, kinds(found[1]))
    assert [] == kinds(found[2])


def test_undeclared_entities() -> None:
    """HTML's entities and stray ampersands are no loss, and spoil no other article."""
    export = read("entities")
    found = articles(export)

    assert ["Fine", "Rock \u00a0& roll — R&D", "Last"] == [article.title for article in found.values()]
    assert [[], ["damaged XML mended"], []] == [kinds(article) for article in found.values()]
    assert () == export.defects


def test_nested_cdata() -> None:
    """An end of CDATA within an article is text, whether the exporter split it or forgot to."""
    assert ["a <![CDATA[ b ]]> c", "x ]]> y"] == [article.body for article in read("nested_cdata").read_articles()]


def test_feed_in_an_article() -> None:
    """An article about feeds is not taken for items, even in a damaged file."""
    found = articles(read("feed_in_article"))

    assert [1, 2] == list(found)
    assert "<item>\n<title>x</title>\n</item>" in found[1].body


def test_swallowed_item() -> None:
    """A CDATA section without an end swallows no article."""
    export = read("swallowed")

    assert [("Before", "Body."), ("Endless", "Body."), ("Swallowed", "Body."), ("After", "Body.")] == [
        (article.title, article.body) for article in export.read_articles()
    ]
    assert () == export.defects


def test_mismatched_tags() -> None:
    """Where the parser has to guess, the article is marked for a person to look at."""
    found = articles(read("mismatch"))

    assert ["Before", "Crossed", "After"] == [article.title for article in found.values()]
    assert [True] == [note.review for note in found[2].notes if note.kind == "damaged XML mended"]


def test_missing_end_of_an_item() -> None:
    """An item without an end ends where the next one begins."""
    export = read("no_end_of_item")

    assert [("Open", ["damaged XML mended"]), ("After", [])] == [(a.title, kinds(a)) for a in export.read_articles()]


def test_cut_file() -> None:
    """What stands before the cut is read; the article that was cut is named, with its line and what to do."""
    export = read("cut")
    lost, end = export.defects

    assert ["Whole"] == [article.title for article in export.read_articles()]
    assert 'the item "Cut off" (id 2) is lost: the file ends within it' == lost.what
    assert lost.where.startswith("cut.xml, line ")
    assert "Export the site again" in lost.remedy
    assert "</rss> is missing" in end.what


def test_cut_between_items() -> None:
    """A file that ends between two items is reported too: no one knows what came after."""
    assert ["Whole"] == [article.title for article in read("cut_between").read_articles()]
    assert len(read("cut_between").defects) == 1


def test_false_start() -> None:
    """A byte order mark, blank lines and a warning of PHP's before the XML do no harm, and lines still count."""
    (article,) = read("false_start").read_articles()
    number = int(article.where.removeprefix("false_start.xml, line "))

    assert "<item>" in (EXPORTS / "false_start.xml").read_text(encoding="utf-8").splitlines()[number - 1]


def test_bytes_that_are_no_characters() -> None:
    """Bytes of another encoding are a loss, and only where they stand."""
    export = read("bad_bytes")
    (defect,) = export.defects

    assert "(id 2)" in defect.what
    assert ["Fine", "Caf\ufffd XX"] == [article.title for article in export.read_articles()]


@pytest.mark.parametrize("half", [b"\xed\xa0\xbd", b"&#xD83D;</title><title>"])
def test_half_characters(tmp_path: Path, half: bytes) -> None:
    """Half a character of UTF-16, as bytes or as a reference in damaged XML, is taken out, and spoils nothing else."""
    path = tmp_path / "half.xml"
    path.write_bytes((EXPORTS / "entities.xml").read_bytes().replace(b"Rock", b"Rock" + half))
    found = articles(wxr.read(path))

    assert ["Fine", "Last"] == [found[1].title, found[3].title]
    assert found[2].title.startswith("Rock")


def test_comment_in_a_field(tmp_path: Path) -> None:
    """A block's comment that a foreign exporter did not escape stays in the body."""
    path = tmp_path / "comment.xml"
    text = (EXPORTS / "foreign.xml").read_text(encoding="utf-8")
    path.write_text(text.replace("<p>Not", "<!-- wp:paragraph --><p>Not"), encoding="utf-8")
    first = next(wxr.read(path).read_articles())

    assert first.body == "<!-- wp:paragraph --><p>Not <b>escaped</b>.</p>"


def test_other_encoding() -> None:
    """The declared encoding counts, in a damaged file as well."""
    export = read("latin1")

    assert ["Café", "Thé é \u00a0 R&D"] == [article.title for article in export.read_articles()]
    assert () == export.defects


def test_entity_bomb() -> None:
    """A file that declares entities is refused as a whole, with a reason and a remedy."""
    with pytest.raises(HostileExportError, match=r"bomb\.xml: .*<!DOCTYPE.*delete that declaration"):
        read("bomb")


def test_hostile_names() -> None:
    """No type, taxonomy, slug, author or file of an export can lead out of the folder that it is written to."""
    export = read("hostile")
    found = articles(export)
    article = found[1]
    names = [article.type, *article.authors, *(part for key in article.terms for part in (key.taxonomy, key.slug))]

    assert ["recipe", "root", "desk", "night"] == names
    assert {("desk", "night")} == set(export.terms)
    assert {} == export.media
    assert aside(export)["attachment", "skipped"] == 3
    assert ("", ["old address not kept"]) == (found[5].permalink, kinds(found[5]))


def test_packed(tmp_path: Path) -> None:
    """A packed export is the same export."""
    packed = tmp_path / "terms.xml.gz"
    packed.write_bytes(gzip.compress((EXPORTS / "terms.xml").read_bytes()))

    assert wxr.recognises(packed)
    assert [a.terms for a in read("terms").read_articles()] == [a.terms for a in wxr.read(packed).read_articles()]


def test_packed_and_cut(tmp_path: Path) -> None:
    """A packed export that ends too early is read as far as it goes, and reported."""
    packed = tmp_path / "slugs.xml.gz"
    packed.write_bytes(gzip.compress((EXPORTS / "slugs.xml").read_bytes(), compresslevel=0)[:4000])
    export = wxr.read(packed)

    assert 0 < len(list(export.read_articles())) < 10
    assert export.defects


PEAK = """
import re, sys
from pathlib import Path
from wordpress_export.sources import wxr
count = sum(1 for _ in wxr.read(Path(sys.argv[1])).read_articles())
print(count, re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
"""Counts the articles of an export, and gives the most memory that it took, in kB."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a program alone has taken")
def test_flat_memory(tmp_path: Path) -> None:
    """Reading ten times as many articles takes no more memory but for their addresses: no body is held."""
    head, rest = (EXPORTS / "entities.xml").read_text(encoding="utf-8").split("\t<item>", 1)
    item = "\t<item>" + rest.split("</item>")[0].replace("Body.", "Word. " * 2000) + "</item>\n"
    peaks = []
    for count in (200, 2000):
        path = tmp_path / f"{count}.xml"
        items = (item.replace(">1<", f">{n}<").replace("story-1", f"story-{n}") for n in range(1, count + 1))
        path.write_text(f"{head}{''.join(items)}</channel></rss>", encoding="utf-8")
        run = subprocess.run(
            [sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONPATH": str(Path(wxr.__file__).parents[2])},
        )  # fmt: skip
        read_count, peak = map(int, run.stdout.split())
        assert count == read_count
        peaks.append(peak)

    assert peaks[1] - peaks[0] < 6000, f"{peaks} kB, with 24 MB of bodies in the larger one"


def test_long_hostile_body(tmp_path: Path) -> None:
    """Megabytes of openings without ends in a damaged item are read in no time worth naming."""
    text = (EXPORTS / "entities.xml").read_text(encoding="utf-8")
    path = tmp_path / "long.xml"
    path.write_text(text.replace("Rock", "<a><![CDATA[" * 200_000 + "Rock"), encoding="utf-8")

    export = wxr.read(path)

    assert {1, 3} <= set(articles(export))
    assert "(id 2)" in export.defects[0].what
