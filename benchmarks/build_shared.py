"""What the other generators are given of our newsroom: stories, styles, menus, comments, pictures that are made."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "build_sites"
OURS = ROOT / "theme" / "templates"
CAPTION = re.compile(r"^!\[([^\]]*)\]\(([^)]+)\)\n\*(.+)\*$", re.MULTILINE)
"""A picture and its caption, as our Markdown has them."""
SHOWN = re.compile(
    r'<img[^>]*? src="([^"]+)"[^>]*? srcset="/images/([0-9a-f]+)-([^"]+)" sizes="([^"]+)"'
    r' width="(\d+)" height="(\d+)" style="([^"]+)"'
)
LEAD = re.compile(r'class="hero.*?<img class="u-photo" src="([^"]+)"', re.DOTALL)
CROPS = re.compile(r'"url":"(https://[^"]+/images/[^"]+)","width":(\d+),"height":(\d+)')
PLACE = re.compile(r'"(\w+)": \{.*?"sizes": "([^"]+)"')
"""A place for a picture in our theme, and how wide it is shown."""
SPACES = (
    ("\n", ""), ("  ", ""), (" {", "{"), ("{ ", "{"), ("; }", "}"), ("; ", ";"), (": ", ":"), (", ", ","), (" }", "}"),
    (" > ", ">"),
)  # fmt: skip
"""What our theme leaves out of its styles."""


def stories(content: Path, folder: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Give front matter and body of each file."""
    for path in sorted((content / folder).rglob("*.md")):
        head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        yield yaml.load(head, yaml.CSafeLoader), body


def read(path: Path) -> dict[str, Any]:
    """Read a YAML file."""
    given: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return given


def dump(path: Path, front: dict[str, Any], body: str = "") -> Path:
    """Write a content file, and give where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.dump(front, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
    return path


def slug(name: str) -> str:
    """Give the slug of a name of the made-up newsroom."""
    return name.lower().replace(" ", "-")


def sections(content: Path) -> dict[str, Any]:
    """Give each section by its slug: name, address, those above it and itself, those below it."""
    registry = read(content / "data/categories.yaml")

    def line(key: str) -> list[str]:
        above = registry[key].get("parent")
        return [*(line(above) if above else []), key]

    return {
        key: {
            "name": known["name"],
            "parent": known.get("parent"),
            "line": line(key),
            "url": f"/category/{'/'.join(line(key))}/",
            "children": sorted(each for each, other in registry.items() if other.get("parent") == key),
        }
        for key, known in registry.items()
    }


def captioned(body: str) -> str:
    """Give a body with captions as the titles of pictures, where the other generators look for them."""
    return CAPTION.sub(r'![\1](\2 "\3")', body)


def pictures(built: Path) -> dict[str, Any]:
    """Read from a site of ours which files were made of each picture, and for which place."""
    places = {sizes: name for name, sizes in place_sizes().items()}
    known: dict[str, Any] = {}
    for path in sorted(built.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        for address, name, widths, sizes, *shape in SHOWN.findall(page):
            fresh = {"places": {}, "crops": [], "bytes": (built / address[1:]).stat().st_size}
            picture = known.setdefault(address, fresh | dict(zip(("width", "height", "style"), shape, strict=True)))
            made = [int(each.rpartition(" ")[2][:-1]) for each in f" {widths}".split(", ")]
            picture["places"].setdefault(places[sizes], {"name": name, "widths": made})
        lead = LEAD.search(page)
        if lead and not known[lead[1]]["crops"]:
            crops = [dict(zip(("url", "width", "height"), crop, strict=True)) for crop in CROPS.findall(page)]
            known[lead[1]]["crops"] = [crop | {each: int(crop[each]) for each in ("width", "height")} for crop in crops]
    for picture in known.values():
        for place in places.values():  # an edit may show a picture where it was not shown before
            picture["places"].setdefault(place, next(iter(picture["places"].values())))
    return known


def place_sizes() -> dict[str, str]:
    """Give how wide each place of our theme is shown."""
    return dict(PLACE.findall((OURS / "partials" / "picture.html").read_text(encoding="utf-8")))


def styles() -> dict[str, str]:
    """Give the styles of our theme, as its pages carry them."""
    given = {}
    for path in sorted((OURS / "styles").rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        for spaced, short in SPACES:
            text = text.replace(spaced, short)
        given[path.relative_to(OURS / "styles").with_suffix("").as_posix()] = text
    return given


def write_facts(folder: Path, content: Path, built: Path) -> None:
    """Write what both other generators are told beside the stories."""
    folder.mkdir(parents=True)
    for name, facts in (("pictures", pictures(built)), ("places", place_sizes()), ("styles", styles())):
        (folder / f"{name}.json").write_text(json.dumps(facts), encoding="utf-8")
    shutil.copy(content / "data" / "menus.yaml", folder)
    (folder / "comments").mkdir()
    for path in (content / "comments").rglob("*.yaml"):
        shutil.copy(path, folder / "comments")


def copy_static(folder: Path, built: Path) -> None:
    """Copy the files that no generator makes."""
    for name in ("images", "wp-content", "theme"):
        shutil.copytree(built / name, folder / name)
    for name in ("llms.txt", "site.webmanifest"):
        shutil.copy(built / name, folder)
