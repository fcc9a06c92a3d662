import pytest

from built_sites import Build, Site, words

ARTICLE = "---\ntitle: '{title}'\ndate: 2024-11-01T10:00:00+00:00\n{more}---\nText.\n"
TALK = """
- id: 7
  author: Ada <b> & Sons
  date: 2010-06-11 15:07:04-07:00
  website: https://ada.example/?a=1&b="2"
  body: Well said. <script>alert(1)</script>
- id: 9
  answers: 7
  body: Thank you.
- id: 11
  author: "Other » Paper"
  website: http://other.example/
  kind: pingback
  body: '[…] said […]'
"""
LONG = "".join(f"- id: {n}\n  author: Reader {n}\n  body: Comment {n}\n" for n in range(1, 203))
DEEP = "- id: 1\n  body: One\n" + "".join(f"- id: {n}\n  answers: {n - 1}\n" for n in range(2, 1001))


@pytest.fixture(scope="module")
def site(built: Build) -> Site:
    """One article for each question."""
    return built({
        "data/site.yaml": "title: The Courier\nlanguage: en\n",
        **{f"articles/{name}.md": ARTICLE.format(title=name, more="") for name in ("talk", "deep", "silent")},
        "articles/long.md": ARTICLE.format(title="Long & winding", more=""),
        "articles/guest.md": ARTICLE.format(title="guest", more="canonical: https://guest.example/x/\n"),
        "pages/about.md": "---\ntitle: About\n---\nUs.\n",
        "comments/talk.yaml": TALK, "comments/long.yaml": LONG, "comments/deep.yaml": DEEP, "comments/guest.yaml": LONG,
        "comments/pages/about.yaml": TALK,
    })  # fmt: skip


@pytest.mark.parametrize("address", ["/2024/11/talk/", "/about/"])
def test_thread(site: Site, address: str) -> None:
    """Who said what, when, in answer to whom; at the anchors of the old site."""
    page = site.page(address)

    assert "Comments (2)" == words(page.css_first("#comments h2"))
    first = page.css_first(".thread > #comment-7")
    assert first is not None
    assert "Ada <b> & Sons · 11 June 2010, 15:07".replace(" · ", " ") == words(first.css_first(".meta"))
    assert "2010-06-11T15:07:04-07:00" == first.css("time")[0].attrs["datetime"]
    assert "Well said." == words(first.css_first(".said"))
    assert "Anonymous #9" == words(page.css_first("#comment-7 > ol > #comment-9 .meta"))
    assert "Comments are closed." == words(page.css_first("#respond"))
    assert [] == page.css("#comments script")


def test_strangers_links(site: Site) -> None:
    """A commenter's address is followed by readers, not by search engines; other sites' notices have a list apart."""
    page = site.page("/2024/11/talk/")

    links = page.css("#comments a[href^=http]")
    assert ['https://ada.example/?a=1&b="2"', "http://other.example/"] == [link.attrs["href"] for link in links]
    assert ["nofollow ugc"] * 2 == [link.attrs["rel"] for link in links]
    assert "Other » Paper" == words(page.css_first(".pings #comment-11"))
    assert [] == page.css("#comments img")


def test_no_comments(site: Site) -> None:
    """An article without comments carries nothing of them, not even their style."""
    page = site.page("/2024/11/silent/")

    assert [] == page.css("#comments, #respond")
    assert ".thread" not in page.css("style")[0].text()


def test_further_pages(site: Site) -> None:
    """Beyond a hundred conversations a thread goes on at WordPress's addresses, there and back."""
    first, second, third = (site.page(f"/2024/11/long/{part}") for part in ("", "comment-page-2/", "comment-page-3/"))

    assert [100, 100, 2] == [len(page.css(".thread > li")) for page in (first, second, third)]
    assert "Comment 101" == words(second.css_first("#comment-101 .said"))
    assert [
        ["/2024/11/long/comment-page-2/#comments"],
        ["/2024/11/long/#comments", "/2024/11/long/comment-page-3/#comments"],
        ["/2024/11/long/comment-page-2/#comments"],
    ] == [[link.attrs["href"] for link in page.css("#comments .pages a")] for page in (first, second, third)]
    assert "Comments on Long & winding" == words(second.css_first("h1"))
    assert "Comments on Long & winding – Page 2 of 3 – The Courier" == words(second.css_first("title"))
    assert "Comments (202)" == words(third.css_first("#comments h2"))
    assert not (site.output / "2024/11/long/comment-page-4").exists()


@pytest.mark.parametrize(
    ("name", "expected"), [("long", "https://courier.example/2024/11/long/"), ("guest", "https://guest.example/x/")]
)
def test_further_pages_for_machines(site: Site, name: str, expected: str) -> None:
    """A further page sends search engines to the story."""
    page = site.page(f"/2024/11/{name}/comment-page-2/")

    assert [expected] == [link.attrs["href"] for link in page.css("link[rel=canonical]")]
    assert "noindex" == page.css("meta[name=robots]")[0].attrs["content"]


def test_deep(site: Site) -> None:
    """A thousand answers to answers stand in five lists, and those in the last one name what they answer."""
    page = site.page("/2024/11/deep/")

    assert 1000 == len(page.css(".thread li"))
    assert 996 == len(page.css(".thread ol ol ol ol > li"))
    assert [] == page.css(".thread ol ol ol ol ol")
    assert "#comment-5" == page.css("#comment-6 > .comment a")[1].attrs["href"]
    assert "In answer to Anonymous" == words(page.css("#comment-6 > .comment a")[1])


def test_other_languages(built: Build) -> None:
    """Times are those of the site's language, with or without a catalogue; of a language nobody knows, plain."""
    for language, expected in {
        "de": "11. Juni 2010, 15:07",
        "ja": "2010年6月11日 15:07",
        "sw": "11 Juni 2010 15:07",
        "tlh": "2010-06-11 15:07",
    }.items():
        page = built({
            "data/site.yaml": f"title: X\nlanguage: {language}\n",
            "articles/talk.md": ARTICLE.format(title="talk", more=""), "comments/talk.yaml": TALK,
        }).page("/2024/11/talk/")  # fmt: skip

        assert expected == words(page.css_first("#comment-7 time"))
