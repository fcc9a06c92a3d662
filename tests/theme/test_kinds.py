"""The forms that kinds of stories have, and what stands around a body."""

import pytest

from built_sites import Build, Site, words

HEADER = "---\ntitle: A title\ndate: 2024-11-01T10:00:00+00:00\nkind: {kind}\n{more}---\n{body}\n"
FACES = "image: /wp-content/a.jpg\nauthors: [Ada]\n"
FILM = "<https://www.youtube.com/watch?v=tidewick0001>"
ASKED = "**Who?**\n\n**Ben:** I.\n\n**Why** not?\n\n**And <when>?**\n\nNow."
LIVE = (
    "Before.\n\n## 14:32 The gate opens\n\nIt opened.\n\n## 15:10\n\nIt rained.\n\n## 16:00 The gate shuts\n\nIt shut."
)
LONG = "\n\n".join(f"## Part {part}\n\n{'word ' * 250}" for part in range(1, 5))
CORRECTED = """corrections:
  - date: 2024-11-02
    text: There were two <b> dogs.
  - date: 2024-11-04
    text: Three.
"""


def story(kind: str, body: str = "Text.", more: str = "") -> str:
    return HEADER.format(kind=kind, more=more, body=body)


@pytest.fixture(scope="module")
def site(built: Build) -> Site:
    """One story for each question."""
    return built({
        "data/site.yaml": "title: The Courier\nlanguage: en\n",
        "data/authors.yaml": "ada:\n  name: Ada\n  bio: She.\n  avatar: /wp-content/ada.jpg\n  website: https://ada.example/x/\n",
        "articles/opinion.md": story("opinion", more=FACES),
        "articles/several.md": story("opinion", more="authors: [Ada, Ben]\n"),
        "articles/interview.md": story("interview", ASKED),
        "articles/gallery.md": story("gallery", "![a](/wp-content/a.jpg)\n\n![b](/wp-content/b.jpg)"),
        "articles/no-gallery.md": story("gallery"),
        "articles/capital.md": story("Obituary"),
        "articles/video.md": story("video", FILM, FACES),
        "articles/own-video.md": story("video", '<video controls src="/wp-content/a.mp4"></video>', FACES),
        "articles/no-video.md": story("video", more=FACES),
        "articles/obituary.md": story("obituary", more="kicker: 1931–2024\n"),
        "articles/live.md": story("live", LIVE),
        "articles/ended.md": story("live", LIVE, "coverage_end: 2024-11-01T18:00:00+00:00\n"),
        "articles/no-live.md": story("live"),
        "articles/weather.md": story("weather", LONG, CORRECTED),
        **{f"articles/part-{part}.md": story("news", more="series: The 'Sea'\n").replace("11-01", f"11-0{part}")
           for part in (1, 2, 3)},
    })  # fmt: skip


@pytest.mark.parametrize(
    ("name", "form"),
    [("opinion", "opinion"), ("interview", "interview"), ("gallery", "gallery"), ("no-gallery", "news"),
     ("video", "video"), ("own-video", "video"), ("no-video", "news"),
     ("obituary", "obituary"), ("capital", "obituary"), ("live", "live"), ("no-live", "news"), ("weather", "news")],
)  # fmt: skip
def test_form(site: Site, name: str, form: str) -> None:
    """A kind has its own form where the story has what the form shows; all else looks like news."""
    page = site.page(f"/2024/11/{name}/")

    assert ["story", f"story-{form}", "h-entry"] == (page.css(".story")[0].attrs["class"] or "").split()
    assert (".story-opinion" in page.css("style")[0].text()) is (form == "opinion")


def test_opinion(site: Site) -> None:
    """Beside a single person's view is their face; several stand in the byline as always."""
    assert ["/wp-content/ada.jpg"] == [face.attrs["src"] for face in site.page("/2024/11/opinion/").css(".view img")]
    assert [] == site.page("/2024/11/opinion/").css(".faces")
    assert [] == site.page("/2024/11/several/").css(".view img")
    assert 1 == len(site.page("/2024/11/several/").css(".faces img"))


def test_questions(site: Site) -> None:
    """A paragraph that is bold from end to end is a question; a name or a word in bold is none."""
    page = site.page("/2024/11/interview/")

    assert ["Who?", "And ?"] == [words(question) for question in page.css(".question")]
    assert ["Who?", "Ben: I.", "Why not?", "And ?", "Now."] == [words(each) for each in page.css(".e-content p")]


def test_film(site: Site) -> None:
    """The picture of a film is what its player shows before it is asked for, and no second picture stands above."""
    for name in ("video", "own-video"):
        assert [] == site.page(f"/2024/11/{name}/").css(".hero")
    assert 1 == len(site.page("/2024/11/video/").css(".embed summary > img.u-photo"))
    assert "/wp-content/a.jpg" == site.page("/2024/11/own-video/").css("video")[0].attrs["poster"]
    assert 1 == len(site.page("/2024/11/no-video/").css(".hero img"))


def test_lifetime(site: Site) -> None:
    """The kicker of an obituary is the line of dates under the name."""
    page = site.page("/2024/11/obituary/")

    assert "1931–2024" == words(page.css_first("h1 ~ .lifetime"))
    assert ["Obituary"] == [words(label) for label in page.css(".story > header .label")]


def test_live(site: Site) -> None:
    """The newest entry comes first, each with its time and its own address; what mattered is listed above."""
    page = site.page("/2024/11/live/")
    entries = page.css(".updates > article.update.h-entry")

    assert ["16:00", "15:10", "14:32"] == [words(entry.css_first("time.dt-published")) for entry in entries]
    assert ["It shut.", "It rained.", "It opened."] == [words(entry.css_first(".e-content")) for entry in entries]
    assert ["The gate shuts", "The gate opens"] == [words(link) for link in page.css(".key-events a")]
    assert [f"#{entry.attrs['id']}" for entry in entries] == [entry.css(".u-url")[0].attrs["href"] for entry in entries]
    assert "Before." == words(page.css_first(".live-introduction"))
    assert "hidden" not in page.css(".live-badge")[0].attrs


def test_ended(site: Site) -> None:
    """Coverage that has an end says when, and is not called live."""
    page = site.page("/2024/11/ended/")

    assert "hidden" in page.css(".live-badge")[0].attrs
    assert "Live until 1 November 2024, 18:00" == words(page.css_first(".live-state span"))
    assert "2024-11-01T18:00:00+00:00" == page.css(".live-news")[0].attrs["data-until"]


def test_corrections(site: Site) -> None:
    """What was put right is told below the story, dated, the newest first, and the byline leads to it."""
    page = site.page("/2024/11/weather/")

    assert ["4 November 2024 Three.", "2 November 2024 There were two <b> dogs."] == [
        words(each) for each in page.css(".corrections[role=note] p")
    ]
    assert ["#corrections"] == [link.attrs["href"] for link in page.css(".byline a[href^='#']")]


def test_contents(site: Site) -> None:
    """A long story has a list of its parts, each at its place; a short one has none."""
    page = site.page("/2024/11/weather/")
    links = page.css(".contents a")

    assert [f"Part {part}" for part in range(1, 5)] == [words(link) for link in links]
    for link in links:
        assert page.css(f"h2[id='{(link.attrs['href'] or '')[1:]}']")
    assert [] == site.page("/2024/11/opinion/").css(".contents")


def test_series(site: Site) -> None:
    """A part says which it is, and leads to the parts before and after."""
    page = site.page("/2024/11/part-2/")

    assert "The 'Sea' Part 2 of 3" == words(page.css_first(".series"))
    assert [("prev", "/2024/11/part-1/"), ("next", "/2024/11/part-3/")] == [
        (link.attrs["rel"], link.attrs["href"]) for link in page.css(".steps a")
    ]
    assert 3 == len(page.css(".parts li"))
    assert [] == site.page("/2024/11/part-1/").css(".step-prev")


def test_share(site: Site) -> None:
    """A story can be sent on by a plain link; what needs a script is hidden until it is there."""
    page = site.page("/2024/11/part-2/")

    assert (
        "mailto:?subject=A%20title&body=https%3A//courier.example/2024/11/part-2/"
        == page.css(".share a")[0].attrs["href"]
    )
    assert ["hidden"] * 2 == [name for item in page.css(".share li")[1:] for name in item.attrs]


def test_scripts(site: Site) -> None:
    """A page asks only for the scripts that it needs, and none of them is in its way."""

    def scripts(name: str) -> set[str]:
        found = site.page(f"/2024/11/{name}/").css("script[src]")
        assert {"module"} >= {script.attrs["type"] for script in found}
        return {(script.attrs["src"] or "").split("/")[-1].split(".")[0] for script in found}

    assert {"share"} == scripts("opinion")
    assert {"share", "live"} == scripts("live")


def test_ways_to_a_writer(site: Site) -> None:
    """The author box leads to the writer's own places."""
    assert ["ada.example"] == [words(link) for link in site.page("/2024/11/opinion/").css(".author .meta a")]
