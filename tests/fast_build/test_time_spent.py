"""Where the time of a build went is told under the names of the work."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from built_sites import write
from fast_build.time_owners import Family, Frame, owner_of
from fast_build.time_picture import Area, areas, picture
from fast_build.time_spent import Profile, Work, time_spent
from fast_build.time_words import caution, conclusion, heading, lines

ROOT = Path(__file__).parents[2]
LIBRARY = "/venv/lib/python3.11/site-packages"
SITE = "/site/theme/templates"
PLACES = {
    "": "",
    "blinker": f"{LIBRARY}/blinker/base.py",
    "compiler": f"{LIBRARY}/jinja2/compiler.py",
    "generators": f"{LIBRARY}/pelican/generators.py",
    "imports": "<frozen importlib._bootstrap>",
    "markupsafe": f"{LIBRARY}/markupsafe/__init__.py",
    "pelican": f"{LIBRARY}/pelican/__init__.py",
    "readers": f"{LIBRARY}/pelican/readers.py",
    "runtime": f"{LIBRARY}/jinja2/runtime.py",
    "utils": f"{LIBRARY}/pelican/utils.py",
    "yaml": f"{LIBRARY}/yaml/__init__.py",
}
RUN = "run@pelican generate_output@generators _print@fast_build/page_writer _rendered@fast_build/desk"
"""What is at work around each template."""


def stack(written: str) -> tuple[Frame, ...]:
    """Read functions with their places: those above, `PLUGIN/MODULE`, or a template's file."""
    return tuple((name, place(file)) for name, _, file in (each.partition("@") for each in written.split()))


def place(file: str) -> str:
    if file in PLACES:
        return PLACES[file]
    return f"{SITE}/{file}" if file.endswith(".html") else f"/site/plugins/{file}.py"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("main@pelican exec_module@imports <module>@tag_cloud/plugin", "starting up: imports"),
        ("main@pelican get_instance@pelican", "starting up: settings"),
        ("run@pelican read_file@readers parse@md_reader/front_matter load@yaml", "reading: front matter"),
        ("run@pelican read_file@readers render@md_reader/rendering/page f@", "reading: Markdown"),
        ("run@pelican read_file@readers read@md_reader/reader", "reading: metadata and the rest"),
        ("run@pelican read_file@readers send@blinker hear@tag_cloud/plugin", "tag_cloud: hear"),
        ("run@pelican send@blinker hear@tag_cloud/plugin count@tag_cloud/words f@", "tag_cloud: hear"),
        ("run@pelican make@tag_cloud/plugin feed@tag_cloud/feeds", "feeds: tag_cloud"),
        (f"{RUN} root@article.html", "article pages: "),
        (f"{RUN} root@article.html root@base.html block@article.html", "article pages: "),
        (f"{RUN} root@page.html", "pages: "),
        (f"{RUN} root@comment_page.html escape@markupsafe", "comment pages: "),
        (f"{RUN} root@tag.html call@fast_build/page_context __call__@runtime", "tag pages: "),
        (f"{RUN} root@tag.html call@fast_build/page_context", "fast_build itself: noting what pages use"),
        (f"{RUN} root@tag.html call@fast_build/page_context f@tag_cloud/plugin", "tag_cloud: f, called by templates"),
        (f"{RUN} root@tag.html _made@fast_build/fragments card@partials/card.html", "shared parts of pages: card"),
        (f"{RUN} root@article.html parse@compiler", "compiling templates: "),
        ("run@pelican record@fast_build/desk", "fast_build itself: deciding what must be made"),
        ("run@pelican close@fast_build/memory", "fast_build itself: remembering for the next build"),
        ("run@pelican _print@fast_build/page_writer _write@fast_build/page_writer open@", "writing files: "),
        ("run@pelican clean_output_dir@utils", "writing files: "),
        ("run@pelican generate_context@generators", "Pelican itself: lists and archives"),
        ("f@ g@", "other: "),
    ],
)  # fmt: skip
def test_owner(given: str, expected: str) -> None:
    """Each moment belongs to the innermost work that has a name."""
    owner = owner_of(stack(given))

    assert expected == f"{owner.name}: {owner.part}"


def profile(seconds: Mapping[str, float], made: Mapping[str, int] | None = None) -> Profile:
    return Profile({stack(written): spent for written, spent in seconds.items()}, sum(seconds.values()), made or {})


COUNTED = profile(
    {
        f"{RUN} root@article.html": 5.0,
        f"{RUN} root@article.html root@base.html": 1.7,
        "run@pelican read_file@readers read@md_reader/front_matter": 0.6,
        "run@pelican read_file@readers read@md_reader/rendering": 0.4,
        "run@pelican send@blinker hear@tag_cloud/plugin": 0.9,
        "run@pelican send@blinker hear@map_of_towns/plugin": 0.01,
        "run@pelican generate_output@generators": 0.8,
        "f@": 0.59,
    },
    {"article.html": 5000, "tag.html": 3},
)


def test_sum() -> None:
    """The work is told largest first, its sum is the whole, and small work stands by name under what is left."""
    works = time_spent(COUNTED)

    assert ["article pages", "reading", "tag_cloud", "Pelican itself", "other"] == [work.name for work in works]
    assert sum(work.seconds for work in works) == pytest.approx(10.0)
    assert (("front matter", 0.6), ("Markdown", 0.4)) == works[1].parts
    assert (("map_of_towns", 0.01),) == works[-1].parts


def test_words() -> None:
    """An editor reads how many pages took how long, and what that means."""
    works = time_spent(COUNTED)

    assert heading(COUNTED) == "10.0 seconds; all 5,003 pages were made"
    assert conclusion(works) == (
        "About two thirds of the time went into 5,000 article pages, 1.3 ms each; nothing else took more than a tenth. "
        "By kind: pages and their parts 67 %, files, imports and Pelican itself 14 %, reading 10 %, plugins 9 %."
    )
    assert [
        "     6.70   67 %|████████████████|article pages: 5,000, 1.3 ms each",
        "     1.00   10 %|██▍|reading",
        "     0.60    6 %||    front matter",
        "     0.40    4 %||    Markdown",
        "     0.90    9 %|██▏|plugin tag_cloud",
        "     0.80    8 %|█▉|Pelican itself",
        "     0.60    6 %|█▍|other",
        "    10.00  100 %||all",
    ] == ["|".join(line) for line in lines(works)]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ((9.5, 0.5), "Nearly all of the time went into the plugin one; nothing else took more than a tenth."),
        ((6.0, 4.0), "60 % of the time went into the plugin one; next came the plugin two (40 %)."),
        (
            (5, 3, 2),
            "About half of the time went into the plugin one; next came the plugin two (30 %) and",
        ),
        ((1,) * 7, "Nothing stands out: the most, 14 %, went into the plugin one."),
        ((), "Nothing took any time that could be measured."),
    ],
)  # fmt: skip
def test_conclusion(seconds: tuple[float, ...], expected: str) -> None:
    """The sentence says as much as the numbers do."""
    names = ("one", "two", "three", "four", "five", "six", "seven")
    works = [Work(name, Family.PLUGINS, spent) for name, spent in zip(names, seconds, strict=False)]

    assert conclusion(works).startswith(expected)


def test_after_an_edit() -> None:
    """A build that made few pages says so, and one that waited for long says that too."""
    edited = Profile({stack("f@"): 4.0}, 1.5, {"article.html": 1}, 5906)

    assert heading(edited) == "4.0 seconds; 1 of 5,906 pages were made, the others are as they were"
    assert caution(edited).startswith("The build was at work for 1.5 of 4.0 seconds")
    assert not caution(COUNTED)


@pytest.mark.parametrize("sizes", [(5.0,), (6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0), (1.0, 0.0), (1.0,) * 30])
def test_areas(sizes: tuple[float, ...]) -> None:
    """The areas are as large as the times, lie within the whole, and none of them is cut or covered."""
    found = areas(sizes, Area(0, 0, 600, 400))

    assert [size / sum(sizes) * 240_000 for size in sizes] == pytest.approx(
        [each.width * each.height for each in found]
    )
    assert all(each.x + each.width < 600.001 and each.y + each.height < 400.001 for each in found)
    assert not [1 for number, one in enumerate(found) for other in found[:number] if covered(one, other) > 0.001]


def covered(one: Area, other: Area) -> float:
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0.0


def test_picture() -> None:
    """The picture shows each kind of work, asks no other host, and takes names for text, whatever they hold."""
    strange = profile({"run@pelican send@blinker hear@<b>&amp;/plugin": 2.0, f"{RUN} root@tag.html": 1.0})
    page = LexborHTMLParser(picture(strange, time_spent(strange), "calls.html"))

    assert ["plugin <b>&amp;: 2.00 s, 67 %", "tag pages: 1.00 s, 33 %"] == [
        node.text() for node in page.css("svg title")
    ]
    assert not page.css("script, link, [src]")
    assert ["calls.html"] == [node.attributes["href"] for node in page.css("[href]")]


def test_whole_site(tmp_path: Path) -> None:
    """The command builds the site, names the work, counts the pages, and leaves two pictures."""
    story = (
        "---\ntitle: Ferry {0}\nslug: ferry-{0}\ndate: 2024-05-10T{1}:{2}:00Z\ncategories: [Local]\n---\n\nA *ferry*.\n"
    )
    # So many that the work on their pages has a line of its own.
    times = [(number, 10 + number // 50, 10 + number % 50) for number in range(200)]
    write(tmp_path / "content", {f"articles/{time[0]}.md": story.format(*time) for time in times})
    command = [sys.executable, "-m", "fast_build", "profile", str(tmp_path / "profile"), str(tmp_path / "content")]
    settings = ["FAST_BUILD_WORKERS=1", f"CACHE_PATH={json.dumps(str(tmp_path / 'cache'))}"]
    done = subprocess.run(
        [*command, "-s", "pelicanconf.py", "-o", str(tmp_path / "site"), "--fatal", "errors", "-e", *settings],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": "plugins"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "2024" / "05" / "ferry-10" / "index.html").is_file()
    table = re.findall(r"^ +[\d.]+ +(?:< )?\d+ % [ ▏▎▍▌▋▊▉█]*(.+)$", done.stdout, re.MULTILINE)
    assert {"starting up", "fast_build itself", "compiling templates", "all"} <= set(table)
    assert [line for line in table if line.startswith("article pages: 200, ")]
    assert "\x1b" not in done.stdout
    assert LexborHTMLParser((tmp_path / "profile" / "time.html").read_text(encoding="utf-8")).css("svg g")
    assert "Content-Security-Policy" in (tmp_path / "profile" / "calls.html").read_text(encoding="utf-8")


def test_build_that_fails(tmp_path: Path) -> None:
    """Where Pelican cannot build, its exit status is the command's, and nothing is told of time."""
    done = subprocess.run(
        [sys.executable, "-m", "fast_build", "profile", str(tmp_path / "profile"), "--settings", "no-such-file.py"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": "plugins"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode not in {0, None}
    assert "Where the time went" not in done.stdout
