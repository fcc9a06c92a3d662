"""Bodies beyond all measure: none may raise, none may take more than linear time in practice."""

import pytest

from bodies import clean

BODIES = {
    "10,000 nested wrappers": "<div>" * 10_000 + "word",
    "10,000 nested quotes": "<blockquote>" * 10_000 + "word",
    "10,000 nested lists": "<ul><li>" * 10_000 + "word",
    "10,000 nested tables": "<table><tr><td>" * 10_000 + "word",
    "10,000 nested blocks": "<!-- wp:group -->" * 10_000 + "word",
    "20,000 emphases that are not closed": "<em>word\n\n" * 20_000,
    "20,000 links that are not closed": '<a href="#x">word' * 20_000,
    "50,000 links in one paragraph": '<p><a href="/x/">word</a> ' + '<a href="/x/">y</a> ' * 50_000,
    "10,000 nested languages": '<div lang="fr"><span dir="rtl">' * 5_000 + "word",
    "20,000 lines in 150 languages": "<blockquote lang='fr'>" * 150 + "<p>word</p>" * 20_000,
    "20,000 shortcodes that are not closed": "[caption]" * 20_000 + "word",
    "100,000 tags that are not closed": "<a " * 100_000 + "word",
    "20,000 comments that are not closed": "word" + "<!--" * 20_000,
    "10,000 attributes that are no JSON": '<!-- wp:x {"a":' * 10_000 + "word",
    "50,000 attributes of one tag": f"<p {' '.join(f'a{number}=1' for number in range(50_000))}>word</p>",
    "a megabyte of paragraphs": "word word word\n\n" * 65_000,
    "a megabyte of brackets": "[" * 1_000_000 + "word",
    "a megabyte of one name": "word [" + "a" * 1_000_000 + "]",
    "a megabyte of spaces": " " * 1_000_000 + "word",
    "a megabyte of line breaks": "\n " * 500_000 + "word",
    "closing tags alone": "</div></p></blockquote>" * 20_000 + "word",
    "pictures in 5,000 nested figures": '<figure><img src="/a.jpg">' * 5_000 + "word",
    "a broken surrogate and control characters": "word\ud800\x00\x08",
    "a frame set": "<frameset><frame src=x></frameset>word",
    "JSON nested 100,000 deep": 'word<!-- wp:x {"a":' + "[" * 100_000,
}


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in BODIES.items()])
def test_words_survive(body: str) -> None:
    """The word is there, whatever stands around it."""
    assert "word" in clean(body).html


def test_patterns_cannot_unfold_without_end() -> None:
    """A synced pattern that holds itself ends at once."""
    assert "<p>Once</p>" == clean('<!-- wp:block {"ref":71} /-->').html
