"""What is learnt over all pages of a site: which files show one article, what repeats, where links of a mirror lead."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from wordpress_export.model import Article, Export, RawForm, Status
from wordpress_export.sources import read_export, saved_pages
from wordpress_export.sources.folder import RawFile

WORDS = ("harbour", "market", "bridge", "school", "council", "river", "winter", "station", "garden", "library")


def page(number: int, body: str, head: str = "", classes: str = "") -> str:
    """Give a page as a theme that names its parts makes it."""
    address = f"https://paper.example/{WORDS[number % 10]}-{number}/"
    return (
        f"<!DOCTYPE html><html lang='en-US'><head><title>Story {number} - The Paper</title>"
        f"<meta property='og:site_name' content='The Paper'><link rel='canonical' href='{address}'>{head}</head>"
        f"<body class='single single-post postid-{number} {classes}'>"
        f"<article class='post-{number} post type-post hentry'>"
        f"<h1 class='entry-title'>Story {number}</h1>"
        f"<time class='entry-date published' datetime='2024-01-{number % 27 + 1:02}T08:00:00+01:00'>x</time>"
        f"<div class='entry-content'>{body}</div></article></body></html>"
    )


def saved(folder: Path, files: Mapping[str, str | bytes]) -> Export:
    """Give what a folder with these files holds."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_export(folder)


def articles(export: Export) -> list[Article]:
    """Give the articles in order of address."""
    return sorted(export.read_articles(), key=lambda article: article.permalink)


def aside(export: Export) -> dict[str, int]:
    """Give how many files were set aside, by reason."""
    return {entry.reason: entry.count for entry in export.set_aside if entry.type in ("saved page", "feed")}


def test_boxes_that_repeat_go(tmp_path: Path) -> None:
    """A box that stands in the texts of many pages is the theme's, counted once, whatever figure it holds."""
    box = "<div class='spread'><p>Spread the word</p><span>{} shares</span></div>"
    export = saved(tmp_path, {f"{n}.html": page(n, f"<p>Of the {WORDS[n]}.</p>{box.format(n)}") for n in range(1, 6)})

    assert [f"<p>Of the {WORDS[n]}.</p>" for n in range(1, 6)] == sorted(
        (article.body for article in export.read_articles()), key=lambda body: WORDS.index(body[10:-5])
    )
    (entry,) = [entry for entry in export.set_aside if entry.type == "part of pages"]
    assert ("the theme's, the same in many articles: Spread the word0 shares", 5) == (
        entry.reason.replace("1 shares", "0 shares").replace("3 shares", "0 shares"),
        entry.count,
    )


def test_paragraphs_that_repeat_stay_in_doubt(tmp_path: Path) -> None:
    """A plain paragraph that stands in many articles may be their authors': it stays, and a person is asked."""
    files = {
        f"{n}.html": page(n, f"<p>Of the {WORDS[n]}.</p>" + "<p>All rights reserved.</p>" * (n < 4))
        for n in range(1, 8)
    }
    first = articles(saved(tmp_path, files))[0]

    assert "<p>Of the bridge.</p><p>All rights reserved.</p>" == first.body
    assert ["paragraph that repeats"] == [note.kind for note in first.notes if note.review]


def test_paragraphs_at_the_edge_of_all_pages_go(tmp_path: Path) -> None:
    """The same line below every article is nobody's writing."""
    files = {f"{n}.html": page(n, f"<p>Of the {WORDS[n]}.</p><p>Follow us on the wire.</p>") for n in range(1, 8)}
    first = articles(saved(tmp_path, files))[0]

    assert "<p>Of the bridge.</p>" == first.body
    assert ["repeated paragraph removed"] == [note.kind for note in first.notes if note.review]


def test_three_pages_are_enough(tmp_path: Path) -> None:
    """With three pages what stands in all of them is known; with two nothing is."""
    pages = {f"{n}.html": page(n, f"<p>Of the {WORDS[n]}.</p><div class='promo'>Buy now</div>") for n in (1, 2, 3)}
    two = saved(tmp_path / "two", dict(list(pages.items())[:2]))
    three = saved(tmp_path / "three", pages)

    assert all("Buy now" in article.body for article in two.read_articles())
    assert not any("Buy now" in article.body for article in three.read_articles())


def test_an_unknown_theme(tmp_path: Path) -> None:
    """Where a theme marks nothing, the text is the element whose words vary from page to page."""
    files = {}
    for n in range(1, 7):
        text = "".join(
            f"<p>{WORDS[(n + k) % 10]} {'and then it was told that much had changed since ' * 2}{n * 7 + k}.</p>"
            for k in range(3)
        )
        files[f"{n}.html"] = (
            f"<!DOCTYPE html><html><head><title>Story {n}</title><meta property='og:type' content='article'>"
            f"<link rel='canonical' href='https://odd.example/{n}.html'></head><body><div class='x1'><p>The Odd Paper"
            " brings news to all who live along the river and beyond the hills, every day of the year but one, in a"
            " voice of its own</p></div><div class='x2'><div class='x3'>"
            f"<h1>Story {n}</h1>{text}</div></div></body></html>"
        )
    first = articles(saved(tmp_path, files))[0]

    assert first.body.startswith("<p>market and then")
    assert "Odd Paper" not in first.body
    assert "text found by what varies" in {note.kind for note in first.notes}


def test_a_text_without_paragraphs(tmp_path: Path) -> None:
    """Where no element can be told to hold the text, its looks are asked, and a person is told so."""
    text = "<br>".join(
        f"The {word} had been closed since the winter, and nobody could say for how long." for word in WORDS
    )
    head = "<head><title>Closed</title><meta property='og:type' content='article'></head>"
    odd = f"<html>{head}<body><div>{text}</div></body></html>"
    (article,) = saved(tmp_path, {"a.html": odd}).read_articles()

    assert all(f"The {word} had been closed" in article.body for word in WORDS)
    assert "text found by its looks" in {note.kind for note in article.notes if note.review}


def test_a_text_that_is_not_whole(tmp_path: Path) -> None:
    """Where the page's head has a much longer text than its element, a person is told so."""
    words = " ".join(WORDS * 10)
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{words}"}}</script>'
    (article,) = saved(tmp_path, {"a.html": page(1, "<p>Of the market.</p>", head)}).read_articles()

    assert ["text may not be whole: 3 words, of which the page's head has 100"] == [
        note.sentence for note in article.notes if note.review
    ]


def bare(number: int) -> str:
    """Give a page of a layout by hand, in which nothing is marked."""
    other = number % 6 + 1
    return (
        f"<html><head><title>The {WORDS[number]} story | Odd Paper</title></head><body>"
        "<a class='c-logo' href='https://odd.example/'>Odd Paper</a><table><tr><td>"
        f"<b class='hl'>The {WORDS[number]} story</b><br><i>Von Ida Moe, 0{number}.03.2024, 19:35 Uhr</i><br>"
        f"<img src='https://odd.example/wp-content/uploads/{number}.jpg' alt='{WORDS[number]}'><div class='txt'>"
        f"<p>Of the {WORDS[number]} it was told {'that much of it had changed in all the years since ' * 5}.</p></div>"
        f"<p><a href='https://odd.example/2024/03/{WORDS[other]}/'>The {WORDS[other]} story</a></p></td></tr></table>"
        "</body></html>"
    )


def test_pages_without_any_marks(tmp_path: Path) -> None:
    """Titles, bylines, dates, pictures and texts have their places, and links of other pages tell the addresses."""
    export = saved(tmp_path, {f"{number}.html": bare(number) for number in range(1, 7)})
    first = next(article for article in export.read_articles() if article.title == "The market story")

    assert ("https://odd.example", "Odd Paper") == (export.site.address, export.site.title)
    assert ("/2024/03/market/", ("ida-moe",)) == (first.permalink, first.authors)
    assert first.published is not None
    assert "2024-03-01T19:35:00+00:00" == first.published.isoformat()
    assert ("/wp-content/uploads/1.jpg", "market") == (first.image, first.image_alt)
    assert first.body.startswith("<p>Of the market")
    assert "story</a>" not in first.body


MIRROR = "paper.example"
LIST = "<html><body class='archive category'><h1 class='page-title'>News</h1></body></html>"
COMMENT = "<li id='comment-8' class='comment'><cite class='fn'>Ana</cite><div class='comment-content'>Old.</div></li>"
FEED = (
    "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>The Paper</title><item>"
    "<title>Story 4</title><link>https://paper.example/council-4/</link>"
    "<pubDate>Thu, 04 Jan 2024 07:00:00 +0000</pubDate></item></channel></rss>"
)


def test_a_mirror(tmp_path: Path) -> None:
    """Files of `wget --mirror -k -E` are pages of their addresses, and links from file to file lead to addresses."""
    body = (
        "<p><a href='../market-1/index.html'>one</a> <a href='../index.html%3Fp=9.html#top'>two</a>"
        " <img src='../wp-content/uploads/a.jpg' srcset='../wp-content/uploads/a-300x200.jpg 300w'>"
        " <a href='../../cdn.example/b.pdf'>three</a> <a href='#note'>four</a></p>"
    )
    files = {
        f"{MIRROR}/bridge-2/index.html": page(2, body).replace("https://paper.example/bridge-2/", "index.html"),
        f"{MIRROR}/bridge-2/feed/index.html": FEED,
        f"{MIRROR}/bridge-2/index.html?replytocom=5.html": page(2, body),
        f"{MIRROR}/bridge-2/amp/index.html": page(2, "<p>short</p>").replace("<html", "<html amp"),
        f"{MIRROR}/index.html@p=2.html": page(2, body),
        f"{MIRROR}/category/news/index.html": LIST,
    }
    export = saved(tmp_path, files)
    (article,) = export.read_articles()

    assert "/bridge-2/" == article.permalink
    assert (
        '<p><a href="https://paper.example/market-1/">one</a> <a href="https://paper.example/?p=9#top">two</a>'
        ' <img src="https://paper.example/wp-content/uploads/a.jpg"'
        ' srcset="https://paper.example/wp-content/uploads/a-300x200.jpg 300w">'
        ' <a href="https://cdn.example/b.pdf">three</a> <a href="#note">four</a></p>'
    ) == article.body
    assert {
        "its dates are taken where a page shows none": 1,
        "a list of articles": 1,
        "shows again what another file shows": 1,
        "shows again what another file shows (amp)": 1,
        "shows again what another file shows (replytocom)": 1,
    } == aside(export)
    assert "News" == export.terms["category", "news"].name


def test_a_date_that_only_a_feed_shows(tmp_path: Path) -> None:
    """A theme may show no date at all: lists and feeds of the same mirror have it."""
    undated = page(4, "<p>Of the council.</p>").partition("<time")
    body = undated[0] + undated[2].partition("</time>")[2]
    (article,) = saved(tmp_path, {"council.html": body, "feed/index.html": FEED}).read_articles()

    assert article.published is not None
    assert "2024-01-04T07:00:00+00:00" == article.published.isoformat()


def test_pages_of_one_article(tmp_path: Path) -> None:
    """Pages 2 and 3 follow the first, in order, and pages of comments add theirs."""
    more = "<p>More.</p>"
    comment = f"<ol>{COMMENT}</ol>"
    files = {
        "a/index.html": page(3, "<p>First.</p>").replace("</article>", f"</article>{comment.replace('8', '9')}"),
        "a/3/index.html": page(3, "<p>Third.</p>", classes="paged-3 single-paged-3"),
        "a/2/index.html": page(3, more, classes="paged-2 single-paged-2"),
        "a/c.html": page(3, "<p>First.</p>")
        .replace("school-3/", "school-3/comment-page-1/")
        .replace("</article>", f"</article>{comment}"),
    }
    (article,) = saved(tmp_path, files).read_articles()

    assert "<p>First.</p>\n<p>More.</p>\n<p>Third.</p>" == article.body
    assert [8, 9] == [comment.id for comment in article.comments]


def test_pages_that_are_missing_are_named(tmp_path: Path) -> None:
    """Of an article whose second page is not there a person is told."""
    links = "<div class='page-links'>1 <a class='post-page-numbers' href='2/'>2</a></div>"
    (article,) = saved(tmp_path, {"a.html": page(3, f"<p>First.</p>{links}")}).read_articles()

    assert "<p>First.</p>" == article.body
    assert ["further pages of the article are missing: 2"] == [note.sentence for note in article.notes]


def test_a_page_as_a_browser_saves_it(tmp_path: Path) -> None:
    """Pictures that lie beside the page get their addresses back, or are named; frames beside it are no articles."""
    body = (
        "<p><img src='./Story_files/a.jpg' srcset='https://paper.example/wp-content/uploads/a-300x200.jpg 300w,"
        " https://paper.example/wp-content/uploads/a.jpg 900w'><img src='Story_files/b.jpg'></p>"
    )
    files = {
        "Story.html": page(5, body),
        "Story_files/saved_resource.html": "<!DOCTYPE html><html><body>ad</body></html>",
    }
    export = saved(tmp_path, files)
    (article,) = export.read_articles()

    assert 'src="https://paper.example/wp-content/uploads/a.jpg"' in article.body
    assert ["picture known by its saved file alone: Story_files/b.jpg"] == [note.sentence for note in article.notes]
    assert {"a part of a saved page": 1} == aside(export)


def test_mhtml(tmp_path: Path) -> None:
    """A page that a browser saved into one file is read by its headers."""
    html = page(6, "<p>Grüße.</p>").replace("<link rel='canonical' href='https://paper.example/winter-6/'>", "")
    parts = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://paper.example/winter-6/\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://paper.example/winter-6/\r\n\r\n"
        + html
        + "\r\n--b--\r\n"
    )
    (article,) = saved(tmp_path, {"page.mhtml": parts}).read_articles()

    assert ("<p>Grüße.</p>", "/winter-6/") == (article.body, article.permalink)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1252", "iso-8859-1"),
        ("cp1251", "windows-1251"),
        ("shift_jis", "shift_jis"),
    ],
)
def test_encodings(encoding: str, declared: str, tmp_path: Path) -> None:
    """A page is read in the encoding of its mark, or in the one that it names, as browsers take that name."""
    text = {"cp1251": "Погода", "shift_jis": "天気"}.get(encoding, "“Grüße”")
    html = page(7, f"<p>{text}</p>", f"<meta charset='{declared}'>" if declared else "")
    (article,) = saved(tmp_path, {"page.html": html.encode(encoding)}).read_articles()

    assert f"<p>{text}</p>" == article.body


def test_an_encoding_that_nobody_names(tmp_path: Path) -> None:
    """Where no one says the encoding it is guessed, and a person is asked to look."""
    text = "Der Bürgermeister grüßte die Gäste, und über der Straße hörte man Glocken läuten. " * 3
    (article,) = saved(tmp_path, {"page.html": page(7, f"<p>{text}</p>").encode("cp1252")}).read_articles()

    assert "Bürgermeister grüßte die Gäste" in article.body
    assert "encoding guessed" in {note.kind for note in article.notes if note.review}


HOSTILE = {
    "deep": "<div>" * 5_000 + "deep" + "</div>" * 5_000,
    "unclosed": "<b><i><table><a href=x>" * 3_000,
    "svgs": "<svg>" * 20_000,
    "comments": "<li id=comment-1>" * 3_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(5_000)) + ">x</p>",
    "bomb": "<script type='application/ld+json'>" + "[" * 100_000 + "]" * 100_000 + "</script>",
    "graph": "<script type='application/ld+json'>["
    + ",".join(['{"@id":"#a","author":{"@id":"#a"}}'] * 5_000)
    + "]</script>",
    "loop": '<script type=\'application/ld+json\'>{"@type":"Article","@id":"#a","author":{"@id":"#a"}}</script>',
    "nothing": "\0\1\2",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages(name: str, tmp_path: Path) -> None:
    """No page, whatever it holds, stops the others or is lost without a word."""
    files = {"bad.html": page(8, HOSTILE[name]), "good.html": page(9, "<p>Good.</p>")}
    export = saved(tmp_path, files)
    found = list(export.read_articles())

    assert export.article_count == len(found)
    assert 2 == len(found) + len(export.defects)
    assert "<p>Good.</p>" in {article.body for article in found}


def test_an_unreadable_page_is_a_defect(tmp_path: Path) -> None:
    """A file that is no page of any kind inside is named, with what to do."""
    broken = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n"
    )
    export = saved(tmp_path, {"broken.mht": broken, "good.html": page(9, "<p>Good.</p>")})

    assert ["broken.mht"] == [defect.where for defect in export.defects]
    assert 1 == export.article_count


def test_pages_of_two_sites(tmp_path: Path) -> None:
    """The pages of each host are an export of their own; frames of others are no sites."""
    files = []
    pages = {
        "a.html": page(1, "<p>One.</p>"),
        "b.html": page(2, "<p>Two.</p>").replace("paper.example", "times.example"),
        "player.example/x.html": "<html><body>player</body></html>",
    }
    for name, content in pages.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
        files.append(RawFile(tmp_path / name, name))
    exports = saved_pages.read_files(files)

    assert ["https://paper.example", "https://times.example"] == [export.site.address for export in exports]
    assert all(export.form is RawForm.PAGE for export in exports)


def test_two_sites_on_one_host(tmp_path: Path) -> None:
    """Articles of the same number, of a site and of one in a folder beside it, are two."""
    other = page(1, "<p>Two.</p>").replace("example/market-1", "example/blog/else").replace("Story 1", "Something else")
    export = saved(tmp_path, {"a.html": page(1, "<p>One.</p>"), "b.html": other})

    assert ["/blog/else/", "/market-1/"] == [article.permalink for article in articles(export)]


def test_the_path_to_an_article_names_its_first_category(tmp_path: Path) -> None:
    """Of several categories the one in the path that search engines are told is the editor's first."""
    path = (
        '{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"Home","item":"https://paper.example/"},'
        '{"@type":"ListItem","name":"Sport","item":"https://paper.example/category/sport/"},{"name":"Story 1"}]}'
    )
    links = "".join(
        f"<a href='https://paper.example/category/{name.lower()}/' rel='category tag'>{name}</a>"
        for name in ("News", "Sport")
    )
    head = f"<script type='application/ld+json'>{path}</script>"
    named = page(1, "<p>x</p>", head).replace("</article>", f"<p>{links}</p></article>")
    (first,) = saved(tmp_path / "a", {"a.html": named}).read_articles()
    (second,) = saved(tmp_path / "b", {"a.html": page(1, "<p>x</p>", head)}).read_articles()

    assert ["Sport", "News"] == [key.name for key in first.terms]
    assert ["Sport"] == [key.name for key in second.terms]


def test_an_author_whom_only_some_pages_link_to(tmp_path: Path) -> None:
    """A name without a link is the person's whose page another article links to."""
    named = page(1, "<p>x</p>").replace("<time", "<span class='author vcard'>Ida Moe</span><time")
    linked = page(2, "<p>y</p>").replace(
        "<time",
        "<span class='author vcard'><a class='url fn' href='https://paper.example/author/im/'>Ida Moe</a></span><time",
    )
    export = saved(tmp_path, {"a.html": named, "b.html": linked})

    assert ["im"] == list(export.authors)
    assert {("im",)} == {article.authors for article in export.read_articles()}


def test_tags_of_other_sites(tmp_path: Path) -> None:
    """A link to another site's tag is a link, whatever it calls itself."""
    link = "<a href='http://technorati.example/tag/fog' rel='tag'>fog</a>"
    (article,) = saved(tmp_path, {"a.html": page(1, f"<p>Some {link} there.</p>")}).read_articles()

    assert () == article.terms
    assert "fog</a> there." in article.body


def test_categories_above_a_category(tmp_path: Path) -> None:
    """An address holds the categories above its own, of which no page may tell the names."""
    link = "<a href='https://paper.example/category/a/b/c/' rel='category tag'>See</a>"
    export = saved(tmp_path, {"a.html": page(1, "<p>x</p>").replace("</article>", f"{link}</article>")})

    assert [("a", "a", ""), ("b", "b", "a"), ("c", "See", "b")] == [
        (term.slug, term.name, term.parent) for term in export.terms.values()
    ]


def test_only_public_pages_become_public(tmp_path: Path) -> None:
    """A page that an editor saved while signed in keeps the status that it had."""
    signed_in = page(1, "<p>One.</p>").replace("hentry", "hentry status-private")
    (article,) = saved(tmp_path, {"a.html": signed_in}).read_articles()

    assert Status.PRIVATE is article.status


def test_menus_and_the_site(tmp_path: Path) -> None:
    """What all pages show of the site is read once: its name, its home, its menu with the lines below a line."""
    menu = (
        "<nav><ul id='menu-main' class='menu'><li class='menu-item'><a href='https://paper.example/news/'>News</a>"
        "<ul class='sub-menu'><li class='menu-item'><a href='https://paper.example/news/town/'>Town</a></li></ul></li>"
        "<li class='menu-item'><a href='https://else.example/'>Else</a></li></ul></nav>"
    )
    feed = (
        "<link rel='alternate' type='application/rss+xml' title='The Paper » Feed' href='https://paper.example/feed/'>"
    )
    export = saved(
        tmp_path, {f"{n}.html": page(n, "<p>x</p>", feed).replace("<article", f"{menu}<article") for n in (1, 2)}
    )
    (found,) = export.menus

    assert ("https://paper.example", "The Paper", "en-US") == (
        export.site.address, export.site.title, export.site.language,
    )  # fmt: skip
    assert ("main", [("News", "/news/"), ("Else", "https://else.example/")]) == (
        found.slug, [(item.title, item.address) for item in found.items],
    )  # fmt: skip
    assert ["/news/town/"] == [item.address for item in found.items[0].items]


@pytest.mark.parametrize("name", ["page.html", "page.php", "page", "index.html?p=7", "index.html@p=7", "mr.-smith"])
def test_names_of_pages(name: str, tmp_path: Path) -> None:
    """A page is known by what is in it, whatever its name ends in."""
    (tmp_path / name).write_text("<!DOCTYPE html>\n<html><body>x</body></html>", encoding="utf-8")

    assert saved_pages.recognises(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", "<html>"), ("a.html", "plain words"), ("a.js", "'<html>'"), ("a.json", "{}")]
)
def test_what_is_no_page(name: str, content: str, tmp_path: Path) -> None:
    """Other files are left to other sources."""
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert not saved_pages.recognises(tmp_path / name)
