"""Write the content of the build benchmark as a site for Eleventy: the same words, front matter with its keys."""

import json
import shutil
from pathlib import Path
from typing import Any

import build_hugo
from build_shared import SITES, captioned, copy_static, dump, sections, stories, write_facts

LEFT = ("url", "type", "categories", "tags", "slug", "line")
"""Keys that Eleventy takes for its own, or that its theme does not ask."""


def story_path(site: Path, front: dict[str, Any]) -> Path:
    """Give the file of a story."""
    return site / "content" / "stories" / f"{front['slug']}.md"


def write_story(site: Path, known: dict[str, Any], front: dict[str, Any], body: str) -> Path:
    """Write a story, and give its file."""
    given = build_hugo.in_words(front, known)
    kept = {key: value for key, value in given.items() if key not in LEFT}
    kept |= {"permalink": f"{given['url']}index.html", "topics": given["tags"]}
    kept |= {"series": front["series"]} if "series" in front else {}
    return dump(story_path(site, front), kept, captioned(body))


def write_site(site: Path, content: Path, built: Path) -> None:
    """Write the site; `built` is one of ours, from which pictures and static files are taken."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(SITES / "eleventy", site)
    write_facts(site / "data", content, built)
    copy_static(site / "static", built)
    shutil.copy(built / "robots.txt", site / "static")
    shutil.copy(content / "data/authors.yaml", site / "data")
    known = sections(content)
    (site / "data/sections.json").write_text(json.dumps(known), encoding="utf-8")
    for front, body in stories(content, "articles"):
        write_story(site, known, front, body)
    for front, body in stories(content, "pages"):
        given = {
            "title": front["title"],
            "date": front["date"].isoformat(),
            "permalink": f"/{front['slug']}/index.html",
        }
        dump(site / "content/pages" / f"{front['slug']}.md", given, captioned(body))
