"""Write the content of the build benchmark as a site for Hugo: the same words, front matter with Hugo's keys."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from build_shared import SITES, captioned, copy_static, dump, read, sections, slug, stories, write_facts

SAME = ("summary", "subtitle", "image", "image_alt", "image_caption", "related")
"""Keys that mean to its theme what they mean to ours."""
LISTS = {"categories": "All sections", "tags": "All topics", "authors": "All writers", "series": "Series"}


def in_words(front: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Give the front matter of a story in the words of Hugo; its address by `url`."""
    own = [slug(name.rpartition("/")[2]) for name in front["categories"]]
    given = {
        "title": front["title"],
        "date": front["date"].isoformat(),
        "slug": front["slug"],
        "type": "article",
        "url": f"/{front['date']:%Y/%m}/{front['slug']}/",
        "authors": front["authors"],
        "categories": list(dict.fromkeys(each for section in own for each in known[section]["line"])),
        "main": own[0],
        "sections": own,
        "line": known[own[0]]["line"],
        "tags": front.get("tags", []),
        "wordpress_id": front["wordpress_id"],
    }
    given |= {"series": [front["series"]]} if "series" in front else {}
    return given | {key: front[key] for key in SAME if key in front}


def story_path(site: Path, front: dict[str, Any]) -> Path:
    """Give the file of a story: years, months and days are sections, so that Hugo lists them by itself."""
    return site / "content" / f"{front['date']:%Y/%m/%d}" / f"{front['slug']}.md"


def write_story(site: Path, known: dict[str, Any], front: dict[str, Any], body: str) -> Path:
    """Write a story, and give its file."""
    return dump(story_path(site, front), in_words(front, known), captioned(body))


def write_spans(site: Path, days: set[date]) -> None:
    """Write the list of each year, month and day."""
    for year in {each.year for each in days}:
        front = {"title": f"{year}", "span": "year", "number": year, "outputs": ["html", "sitemapyear"]}
        dump(site / f"{year}/_index.md", front)
    for first in {each.replace(day=1) for each in days}:
        dump(site / f"{first:%Y/%m}/_index.md", {"title": f"{first:%B %Y}", "span": "month", "number": first.month})
    for each in days:
        front = {"title": f"{each:%B} {each.day}, {each.year}", "span": "day", "number": each.day}
        dump(site / f"{each:%Y/%m/%d}/_index.md", front)


def write_terms(site: Path, content: Path) -> None:
    """Write what is known of sections and writers, and the titles of the lists of all."""
    for key, known in sections(content).items():
        dump(site / f"categories/{key}/_index.md", {"title": known.pop("name"), **known})
    for key, known in read(content / "data/authors.yaml").items():
        dump(site / f"authors/{key}/_index.md", {"title": known.pop("name"), **known})
    for key, name in LISTS.items():
        unfed = {"cascade": {"outputs": ["html"]}} if key == "series" else {}  # ours has no feeds of series
        dump(site / f"{key}/_index.md", {"title": name} | unfed)
    dump(site / "archives.md", {"title": "Archives", "layout": "archives", "url": "/archives/"})


def write_site(site: Path, content: Path, built: Path) -> None:
    """Write the site; `built` is one of ours, from which pictures and static files are taken."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(SITES / "hugo", site)
    write_facts(site / "data", content, built)
    copy_static(site / "static", built)
    known, days = sections(content), set()
    for front, body in stories(content, "articles"):
        days.add(front["date"].date())
        write_story(site, known, front, body)
    for front, body in stories(content, "pages"):
        given = {
            "title": front["title"],
            "date": front["date"].isoformat(),
            "url": f"/{front['slug']}/",
            "type": "page",
        }
        dump(site / "content" / f"{front['slug']}.md", given, captioned(body))
    write_spans(site / "content", days)
    write_terms(site / "content", content)
