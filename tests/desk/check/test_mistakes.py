"""Each mistake is found, in its file and on its line; in a paper without one nothing is."""

import re
from pathlib import Path

import pytest

from cases import Case, read_cases
from desk.check import KINDS, CheckOptions, check_site
from desk.check.finding import BUILD_ENDS
from small_papers import CLEAN, NOW, checked, parted, spelt

MISTAKES = read_cases(Path(__file__).parent / "cases" / "mistakes.txt")
CONTENT = Path(__file__).parents[3] / "content"

MEND = "mend the link or the file's rights, or take it away"
ALIVE = {
    "by its address": "/2024/11/tram/",
    "without the last slash": "/2024/11/tram",
    "in capital letters": "/2024/11/TRAM/",
    "to a heading": "/2024/11/tram/#bell",
    "to a comment": "/2024/11/tram/#comment-3",
    "to all comments": "/2024/11/tram/#comments",
    "to a footnote": "/2024/11/tram/#fn-1",
    "to an entry of live coverage": "/2024/11/storm/#at-20241118-1432",
    "to a place on the same page": "#own",
    "to the top": "#",
    "relative to its page": "../tram/",
    "relative to the paper's host": "https://gull.example/2024/11/tram/",
    "with www, and without https": "//www.gull.example/2024/11/tram/",
    "by an alias": "/2024/11/old-tram/",
    "by its number": "/?p=7",
    "by its number as a page": "/?page_id=7",
    "by an editor's line": "/campaign/",
    "by a list of the old site": "/?cat=6",
    "by another name of a tag": "/tag/trams/",
    "to a section": "/category/harbour/",
    "to a section below another": "/category/harbour/ferries/",
    "to a section below another, by its short address": "/category/ferries/",
    "to a topic": "/tag/transport/",
    "to a writer": "/author/nora-whitlow/",
    "to a series": "/series/people-of-the-quay/",
    "to all series": "/series/",
    "to a further page of a list": "/category/harbour/page/2/",
    "to a feed": "/category/harbour/feed/",
    "to a feed by an old name": "/?feed=rss2",
    "to a year": "/2024/",
    "to a month": "/2024/11/",
    "to a day by question": "/?m=20241116",
    "to the front page": "/",
    "to the archives": "/archives/",
    "to a search": "/?s=tram",
    "to the sitemap": "/sitemap.xml",
    "to a page": "/about/",
    "to a page below a page": "/about/corrections/",
    "to a story without a date": "/tides/",
    "to a file": "/wp-content/uploads/times.pdf",
    "to a picture's copy that is not there": "/wp-content/uploads/bell-150x150.jpg",
    "in letters of Arabic": "/2024/11/سوق/",
    "in letters of Arabic, encoded": "/2024/11/%D8%B3%D9%88%D9%82/",
    "by Pelican's own form": "{filename}tram.md#bell",
    "by Pelican's own form from the root": "{filename}/pages/about.md",
    "by Pelican's own form to a file": "{static}/wp-content/uploads/times.pdf",
    "to a program for mail": "mailto:desk@gull.example",
    "to another site": "https://other.example/nothing/",
    "to words on a page": "/2024/11/tram/#:~:text=six",
}


@pytest.mark.parametrize("case", MISTAKES, ids=str)
def test_mistakes(case: Case, tmp_path: Path) -> None:
    """A mistake is found in its file and on its line, with what to do, and nothing else is said."""
    found = checked(tmp_path / "content", parted(case.given + "\n"))

    assert case.expected == "\n".join(map(spelt, found))


def test_every_kind() -> None:
    """A text case shows each kind of finding, but those for which another site is asked."""
    shown = {kind for case in MISTAKES for kind in re.findall(r": (?:error|warning|note) ([a-z-]+): ", case.expected)}

    assert set() == set(KINDS) - shown - {"dead-web-link", "moved-web-link"}


def test_clean(tmp_path: Path) -> None:
    """In a paper without a mistake nothing is found."""
    assert () == checked(tmp_path / "content", {})


def test_sample() -> None:
    """In the sample newspaper nothing is found."""
    assert () == check_site(CONTENT, CheckOptions(cache=None, workers=1))


@pytest.mark.parametrize("address", ALIVE.values(), ids=ALIVE)
def test_alive(address: str, tmp_path: Path) -> None:
    """What readers can reach is no dead link, by whichever of its addresses."""
    story = f'---\ntitle: New\ndate: 2024-11-21\n---\n\n## <a id="own"></a>Own\n\n[This]({address}) leads on.\n'

    assert () == checked(tmp_path / "content", {"articles/2024/11/new.md": story})


def test_table_of_contents(tmp_path: Path) -> None:
    """A heading of a long story is a place that a link may lead to, as its table of contents has it."""
    parts = "".join(f"## Part {number}\n\n{'word ' * 300}\n\n" for number in range(4))
    files = {
        "articles/2024/11/long.md": f"---\ntitle: Long\ndate: 2024-11-20\n---\n\n{parts}",
        "articles/2024/11/new.md": "---\ntitle: New\ndate: 2024-11-21\n---\n\n[This](/2024/11/long/#h-part-3) word.\n",
    }

    assert () == checked(tmp_path / "content", files)


def test_draft_to_draft(tmp_path: Path) -> None:
    """A draft may lead to a draft: both will be published."""
    story = "---\ntitle: New\ndate: 2024-11-21\nstatus: draft\n---\n\n[This](/2024/11/draft/) leads on.\n"

    assert () == checked(tmp_path / "content", {"articles/2024/11/new.md": story})


def test_unreadable(tmp_path: Path) -> None:
    """A file that is no UTF-8, and one that is a link to nothing, are told of, and the others are checked."""
    folder = tmp_path / "content" / "articles" / "2024" / "11"
    checked(tmp_path / "content", {"articles/2024/11/two.md": "---\ntitle: Two\n---\n\n# Words\n"})
    (folder / "new.md").write_bytes("---\ntitle: Straße\n---\n".encode("latin-1"))
    (folder / "old.md").symlink_to("nowhere.md")
    (tmp_path / "content" / "wp-content" / "lost.pdf").symlink_to("nowhere.pdf")
    found = check_site(tmp_path / "content", CheckOptions(cache=None, now=NOW))

    assert [
        "articles/2024/11/new.md:2: error file: not saved as UTF-8 (byte 15): save it as UTF-8",
        f"articles/2024/11/old.md: error file: cannot be read (No such file or directory): {MEND}",
        "articles/2024/11/two.md:5: error heading: the headline is the only heading of its level: write ## Words",
        f"wp-content/lost.pdf: error file: cannot be read (No such file or directory): {MEND}",
    ] == [spelt(finding) for finding in found]


def test_no_echo(tmp_path: Path) -> None:
    """A story whose head cannot be read is told of once: not by whoever leads to it, names it or shares its picture."""
    files = {
        "articles/2024/11/tram.md": CLEAN["articles/2024/11/tram.md"].replace("authors:", "authrs:"),
        "articles/2024/11/new.md": "---\ntitle: New\ndate: 2024-11-21\nrelated:\n  - The tram is back\n---\n\n"
        "[This](/2024/11/tram/#bell), [that]({filename}tram.md).\n",
    }

    assert ["articles/2024/11/tram.md:4: error front-matter: there is no key 'authrs'; did you mean authors?"] == [
        spelt(finding) for finding in checked(tmp_path / "content", files)
    ]


def test_windows_lines(tmp_path: Path) -> None:
    """A file of Windows, with a byte order mark and its line ends, is read alike, and its lines are counted alike."""
    story = "\ufeff---\r\ntitle: New\r\ndate: 2024-11-21\r\n---\r\n\r\nWords.\r\n\r\n[This](/trm/) leads on.\r\n"
    content = tmp_path / "content"
    checked(content, {})
    (content / "articles" / "2024" / "11" / "new.md").write_bytes(story.encode())

    assert [("articles/2024/11/new.md", 8, "dead-link")] == [
        (each.place, each.line, each.kind) for each in check_site(content, CheckOptions(cache=None, now=NOW))
    ]


def test_what_ends_a_build() -> None:
    """What ends a build weighs as an error, and a site cannot say otherwise."""
    assert {"error"} == {str(KINDS[kind][0]) for kind in BUILD_ENDS}
