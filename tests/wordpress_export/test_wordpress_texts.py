"""Single fields of WordPress's: slugs, titles, addresses, serialised values, footnotes, search engine texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import Case, read_cases
from wordpress_export.addresses import decode_path, permalink, root_relative
from wordpress_export.footnotes import read_footnotes
from wordpress_export.plain_text import plain_words
from wordpress_export.seo_fields import read_seo
from wordpress_export.serialised import strings_in
from wordpress_export.slugs import MOST_BYTES, make_slug, read_slug

CASES = Path(__file__).parent / "cases"
HOME = "https://gazette.example"
VARIABLES = {"title": "Rain", "sitename": "The Gazette", "sep": "-", "page": ""}


def cases(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", read_cases(CASES / f"{name}.txt"), ids=str)


@cases("slugs")
def test_read_slug(case: Case) -> None:
    """A stored slug is decoded and safe; whatever else is done to it is noted."""
    slug = read_slug(case.given)

    assert case.expected == slug.text
    assert all(note.kind == "slug made safe" for note in slug.notes)


@given(st.text())
def test_any_slug_is_safe(raw: str) -> None:
    """No slug, whatever it is made of, climbs, hides or is too long for a file system."""
    slug = read_slug(raw).text

    assert not set("/\\\0") & set(slug)
    assert not slug.startswith(".")
    assert len(slug.encode(errors="surrogatepass")) <= MOST_BYTES


def test_nothing_has_no_slug() -> None:
    """Only of nothing no slug can be made; the others stand in the table of the site's migration."""
    assert ("", "bo-ray") == (make_slug("  "), make_slug("Bo.Ray"))


@cases("plain_words")
def test_plain_words(case: Case) -> None:
    """A title, an excerpt or a caption is plain text."""
    assert case.expected == plain_words(case.given).text


def test_tags_in_a_title_are_noted() -> None:
    """Tags do not go from a title unsaid."""
    assert ["tags removed from a title"] == [note.kind for note in plain_words("A <b>bold</b> claim").notes]


def test_scripts_in_a_short_text_are_noted() -> None:
    """What goes with all that is in it is noted by itself, wherever in the text it stands."""
    notes = plain_words(f"<p>{'Words. ' * 100}</p><script>alert(1)</script><style>p{{}}</style>", "the excerpt").notes

    assert [
        "tags removed from the excerpt",
        "script removed from the excerpt",
        "style sheet removed from the excerpt",
    ] == [note.kind for note in notes]
    assert "alert(1)" in notes[1].detail


@cases("addresses")
def test_root_relative(case: Case) -> None:
    """The site's own addresses are root-relative and decoded, others stay as they are."""
    assert case.expected == root_relative(case.given, HOME)


def test_home_in_a_folder() -> None:
    """For a home in a folder, what lies beside the folder is another site on the same host."""
    home = f"{HOME}/blog"

    assert root_relative(f"{HOME}/blog/a/", home) == "/blog/a/"
    assert root_relative(f"{HOME}/blogroll/", home) == f"{HOME}/blogroll/"


def test_home_in_another_script() -> None:
    """A host reads as its readers write it, or as browsers send it."""
    assert root_relative("https://xn--kxaeical9a3b2b.example/a/", "https://εφημερίδα.example") == "/a/"
    assert root_relative("https://ΕΦΗΜΕΡΊΔΑ.example/a/", "https://xn--kxaeical9a3b2b.example") == "/a/"


@cases("permalinks")
def test_permalink(case: Case) -> None:
    """Only what a page can be built at is a permalink."""
    assert case.expected == permalink(case.given, HOME)


@given(st.text(alphabet="ab%/.é0129cedf"))
def test_decoding_is_stable(path: str) -> None:
    """A decoded path holds no encoded letter that decoding again would change into another place."""
    assert decode_path(path).count("/") == path.count("/")


@cases("serialised")
def test_strings_in(case: Case) -> None:
    """The texts of a serialised value are found without unserialising it."""
    assert case.expected == " | ".join(strings_in(case.given))


@cases("footnotes")
def test_read_footnotes(case: Case) -> None:
    """Footnotes are read from JSON, and from what an import leaves of JSON."""
    footnotes, notes = read_footnotes(case.given)

    assert case.expected == "\n".join([*(f"{key}: {text}" for key, text in footnotes), *(f"! {n.kind}" for n in notes)])


@cases("seo_templates")
def test_read_seo(case: Case) -> None:
    """A search engine title has its variables expanded, or is dropped with a note."""
    seo = read_seo({"_yoast_wpseo_title": case.given}, VARIABLES)

    assert case.expected == (seo.title or f"! {seo.notes[0].kind}")
