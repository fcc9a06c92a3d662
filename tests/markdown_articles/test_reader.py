"""A whole site, built by Pelican from a few files."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"
SETTINGS = f"""
WITH_FUTURE_DATES = False
PLUGIN_PATHS = [{str(PLUGINS)!r}]
PLUGINS = ["markdown_articles"]
SITEURL = "https://courier.example"
TIMEZONE = "Europe/Athens"
ARTICLE_PATHS = ["articles"]
CATEGORY_URL = "category/{{slug}}/"
CATEGORY_SAVE_AS = "category/{{slug}}/index.html"
YEAR_ARCHIVE_SAVE_AS = "{{date:%Y}}/index.html"
DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""
"""
ARTICLE = """\
title={{ article.title }}
authors={{ article.authors | map(attribute="slug") | join("|") }}
bio={{ article.author.bio if article.author else "" }}
categories={{ article.categories | map(attribute="path") | join("|") }}
category={{ article.category.url }}
tags={{ article.tags | map(attribute="name") | join("|") }}
date={{ "" if article.undated else article.date.isoformat() }}
summary={{ article.summary }}
related={{ article.related | join("|") }}
url={{ article.url }}
extra={{ article.extra.desk }}
comments={{ article.comments }}
review={{ article.review is defined }}
menu={{ MENUS.main.items[0].title }}
site={{ SITENAME }}/{{ SITESUBTITLE }}/{{ OLD_SITE_ADDRESS }}
{{ article.content }}
"""
FILES = {
    "data/authors.yaml": "nora:\n  name: Nora Whitlow\n  bio: Covers the harbour.\n",
    "data/categories.yaml": "news:\n  name: News\nlocal:\n  name: Local\n  parent: news\n",
    "data/menus.yaml": "main:\n  name: Main\n  items:\n    - title: Home\n      address: /\n",
    "data/site.yaml": "title: Courier\ntagline: Daily\naddress: https://old.example/\nlanguage: en-GB\n",
    "articles/2023/10/tram.md": """\
---
title: The tram is back
date: 2023-10-31T23:30:00-05:00
authors:
  - Nora Whitlow
  - Zoë Müller
categories:
  - News/Local
  - Transport
tags:
  - city, hall
  - Night
related:
  - /2023/10/ferry/
extra:
  desk: city
comments: closed
review:
  - Is the date right?
---
The tram is **back** & running.

![A tram]({static}/images/tram.txt)
""",
    "articles/επίπεδο.md": "---\ntitle: Επίπεδο\ndate: 2023-11-01 09:00\nsummary: By *hand* & <eye>\n---\nΚείμενο.\n",
    "articles/odd.md": "---\ntitle: Odd\ndate: 2022-01-01\npermalink: /odd/place.html\nlang: el\n---\nOdd.\n",
    "articles/undated.md": "---\ntitle: Nobody knows when\ncategories:\n  - Local\n---\nUndated.\n",
    "articles/secret.md": "---\ntitle: Secret\nstatus: private\n---\nSecret.\n",
    "articles/draft.md": "---\ntitle: Draft\nstatus: draft\n---\nDraft.\n",
    "articles/future.md": "---\ntitle: Not yet\ndate: 2999-01-01\n---\nSecret until then.\n",
    "pages/about/team.md": "---\ntitle: Team\n---\nThe team.\n",
    "images/tram.txt": "picture",
}


def pelican(folder: Path, files: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Build a site from the texts of its files."""
    for name, text in files.items():
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / name).write_text(text, encoding="utf-8")
    (folder / "theme" / "templates").mkdir(parents=True)
    (folder / "theme" / "templates" / "article.html").write_text(ARTICLE, encoding="utf-8")
    (folder / "conf.py").write_text(SETTINGS + "\nTHEME = 'theme'\n", encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-s", "conf.py", "--fatal", "errors", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site above once."""
    folder = tmp_path_factory.mktemp("site")
    built = pelican(folder, FILES)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "output"


def facts(output: Path, place: str) -> dict[str, str]:
    lines = (output / place).read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def test_every_public_article_is_at_its_address(output: Path) -> None:
    """Articles and pages are where front matter, the site's pattern or their place says; nothing else is written."""
    pages = {str(path.relative_to(output)) for path in output.rglob("*.html")}

    assert {
        "2023/10/tram/index.html",
        "2023/11/επίπεδο/index.html",
        "odd/place.html",
        "undated/index.html",
        "about/team/index.html",
    } <= pages
    assert [] == [page for page in pages if "secret" in page or "draft" in page or "future" in page]
    assert not any("Secret" in path.read_text(encoding="utf-8") for path in output.rglob("*.html"))


def test_metadata(output: Path) -> None:
    """An article has its authors, categories and tags as Pelican's objects, and everything else as typed."""
    found = facts(output, "2023/10/tram/index.html")

    assert {
        "title": "The tram is back",
        "authors": "nora|zoe-muller",
        "bio": "Covers the harbour.",
        "categories": "news/local|transport",
        "category": "category/news/local/",
        "tags": "city, hall|Night",
        "date": "2023-10-31T23:30:00-05:00",
        "summary": "The tram is back &amp; running.",
        "related": "/2023/10/ferry/",
        "url": "2023/10/tram/",
        "extra": "city",
        "comments": "closed",
        "review": "True",
        "menu": "Home",
        "site": "Courier/Daily/https://old.example",
    }.items() <= found.items()


def test_site_zone(output: Path) -> None:
    """A date without an offset is meant in the site's zone; links are percent-encoded; a summary is plain text."""
    found = facts(output, "2023/11/επίπεδο/index.html")

    assert "2023-11-01T09:00:00+02:00" == found["date"]
    assert "2023/11/%CE%B5%CF%80%CE%AF%CF%80%CE%B5%CE%B4%CE%BF/" == found["url"]
    assert "By *hand* &amp; &lt;eye&gt;" == found["summary"]
    assert "misc" == found["categories"]


def test_static_files(output: Path) -> None:
    """Pelican's `{static}` works in Markdown as everywhere."""
    page = (output / "2023/10/tram/index.html").read_text(encoding="utf-8")

    assert 'src="https://courier.example/images/tram.txt"' in page
    assert (output / "images/tram.txt").is_file()


def test_categories_with_those_above(output: Path) -> None:
    """An article is listed under each of its categories and under those above them."""
    lists = {
        place: (output / "category" / place / "index.html").read_text(encoding="utf-8")
        for place in ("news", "news/local", "transport")
    }

    assert {place: ("tram is back" in text, "Nobody knows" in text) for place, text in lists.items()} == {
        "news": (True, True),
        "news/local": (True, True),
        "transport": (True, False),
    }


def test_undated_articles(output: Path) -> None:
    """An article without a date is on the front page, but in no archive of dates and in no feed, and shows no date."""
    feeds = [path.read_text(encoding="utf-8") for path in (output / "feeds").iterdir()]

    assert "" == facts(output, "undated/index.html")["date"]
    assert "Nobody knows" in (output / "index.html").read_text(encoding="utf-8")
    assert "Nobody knows" not in (output / "archives.html").read_text(encoding="utf-8")
    assert any("tram is back" in feed for feed in feeds)
    assert not any("Nobody knows" in feed for feed in feeds)
    assert {"2022", "2023"} == {path.name for path in output.iterdir() if path.name.isdecimal()}


def test_drafts_in_a_preview(tmp_path: Path) -> None:
    """With a place for drafts in the settings, a preview shows them there, and private articles still nowhere."""
    built = pelican(tmp_path, FILES, "-e", 'DRAFT_SAVE_AS="drafts/{slug}.html"')
    pages = {str(path.relative_to(tmp_path / "output")) for path in (tmp_path / "output").rglob("*.html")}

    assert built.returncode == 0, built.stdout + built.stderr
    assert "drafts/draft/index.html" in pages
    assert not any("secret" in page for page in pages)


def test_all_mistakes_of_all_files(tmp_path: Path) -> None:
    """A build ends with every mistake of every file in plain words, and without a traceback."""
    built = pelican(
        tmp_path,
        {
            "articles/a.md": "---\ntitle: 2023\nauthr: x\n---\n",
            "articles/b.md": "---\ntitle: b\nslug: ../../b\n---\n",
            "pages/c.md": "no front matter",
        },
        "--log-handler",
        "plain",
    )
    said = built.stdout + built.stderr

    assert built.returncode == 1
    assert 'content/articles/a.md:2: title: YAML reads 2023 as a number; put it in quotes: "2023"' in said
    assert "content/articles/a.md:3: there is no key 'authr'; did you mean authors?" in said
    assert "content/articles/b.md: slug '../../b' is no name of a page" in said
    assert "content/pages/c.md:1: no front matter" in said
    assert "Traceback" not in said
    assert not (tmp_path / "output" / "index.html").exists()


def test_one_address_for_two(tmp_path: Path) -> None:
    """Two that would be published at one address are named together, in words, with all other mistakes."""
    dated = "---\ntitle: {}\ndate: 2023-10-01\n{}---\n"
    built = pelican(
        tmp_path,
        {
            "articles/a.md": dated.format("a", "slug: x\n"),
            "articles/b.md": dated.format("b", "slug: x\n"),
            "articles/c.md": dated.format("c", "slug: x\nstatus: draft\n"),
            "articles/d.md": dated.format("d", "permalink: /about\n"),
            "articles/e.md": "no front matter",
            "pages/about.md": "---\ntitle: About\n---\n",
        },
        "--log-handler",
        "plain",
    )
    said = built.stdout + built.stderr
    remedy = "too: change the slug or the permalink of one"

    assert built.returncode == 1
    assert f"content/articles/b.md: its address /2023/10/x/ is that of content/articles/a.md {remedy}" in said
    assert f"content/pages/about.md: its address /about/ is that of content/articles/d.md {remedy}" in said
    assert "content/articles/e.md:1: no front matter" in said
    assert "c.md" not in said
    assert "Traceback" not in said


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A link to nothing is named in a sentence, be it an article or a picture."""
    for name in ("articles/a.md", "pages/b.md", "images/c.jpg"):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).symlink_to("nowhere")
    built = pelican(tmp_path, {}, "--log-handler", "plain")
    said = built.stdout + built.stderr

    assert built.returncode == 1
    for name in ("articles/a.md", "pages/b.md", "images/c.jpg"):
        assert f"content/{name}: cannot be read (No such file or directory): mend the link" in said
    assert "Traceback" not in said


def test_feeds_of_a_build_without_an_address(tmp_path: Path) -> None:
    """Without SITEURL feeds name the home of the site in `site.yaml`, in links, ids and bodies."""
    built = pelican(tmp_path, FILES, "-e", 'SITEURL=""', 'FEED_ALL_ATOM="feed.xml"')
    feed = (tmp_path / "output" / "feed.xml").read_text(encoding="utf-8")

    assert built.returncode == 0, built.stdout + built.stderr
    assert '<link href="https://old.example/" rel="alternate"/>' in feed
    assert '<link href="https://old.example/2023/10/tram/" rel="alternate"/>' in feed
    assert "tag:old.example,2023-10-31:/2023/10/tram/" in feed
    assert 'src="https://old.example/images/tram.txt"' in feed


def test_mistakes_in_registries(tmp_path: Path) -> None:
    """A mistake in `content/data/` ends the build before anything is read."""
    built = pelican(tmp_path, {"data/authors.yaml": "nora: Nora\n"}, "--log-handler", "plain")
    said = built.stdout + built.stderr

    assert built.returncode == 1
    assert "content/data/authors.yaml:1: nora has no name" in said
    assert "Traceback" not in said


def test_empty_site(tmp_path: Path) -> None:
    """The plugin loads in an empty site."""
    (tmp_path / "content").mkdir()
    built = pelican(tmp_path, {})

    assert built.returncode == 0, built.stdout + built.stderr
