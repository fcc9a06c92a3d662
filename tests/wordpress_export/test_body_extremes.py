"""Bodies beyond all measure: none may raise, none may take more than linear time in practice."""

import pytest

from bodies import clean

NAMES = (
    "box", "alert", "message", "notice", "info", "warning", "quote", "center", "lead", "dropcap", "left", "right",
    "small", "big", "lightbox_content", "toggle",
)  # fmt: skip

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
    "10,000 nested styles": '<span style="font-weight:bold">' * 10_000 + "word",
    "5,000 styles in one paragraph": "<p>" + '<span style="font-style:italic">a</span> ' * 5_000 + "word</p>",
    "5,000 spans that take emphasis back": "<p><strong>" + '<span style="font-weight:400">a</span> ' * 5_000 + "word",
    "5,000 emphases in one of their kind": "<p><b>" + "<b>x</b>" * 5_000 + "word",
    "5,000 hidden parts": '<a href="#m">a</a><div id="m" style="display:none">a</div>' * 5_000 + "word",
    "3,000 players in a caption": "<figure><figcaption>word" + "<audio src=/a.mp3></audio>" * 3_000,
    "5,000 items of a word processor": '<p class="MsoListParagraph">· word</p>' * 5_000,
    "5,000 items without a list": "<li>word" * 5_000,
    "5,000 wrappers in one item": "<ul><li>" + "<div>word</div>" * 5_000,
    "2,000 players in one item": "<ul><li>word" + '<audio src="/a.mp3"></audio>' * 2_000,
    "100,000 attributes of one tag, its end among them": f"<p a='>' {' '.join(map(str, range(100_000)))}>word</p>",
    "100,000 attributes of one tag, another tag among them": f"<p a='<' {' '.join(map(str, range(100_000)))}>word</p>",
    "100,000 attributes of one tag, with no space": f"<p{''.join(f'/a{number}' for number in range(100_000))}>word</p>",
    "a megabyte of one attribute": f'<p title="{"a " * 500_000}">word</p>',
    "a megabyte of one style": f'<p><span style="{"a:b;" * 250_000}">word</span></p>',
    "100,000 quotes in a tag": "<p " + "\"' " * 100_000 + ">word</p>word",
    "100,000 quotes that are never closed": '<a href="' * 100_000 + "word",
    "20,000 instructions": "<?php echo 1 ?> " * 20_000 + "word",
    "100,000 settings of a word processor": "Normal 0 false " * 100_000 + "word",
    "20,000 columns in each other": "[one_half]" * 20_000 + "word" + "[/one_half]" * 20_000,
    "20,000 boxes that are not closed": '[box title="a"]' * 20_000 + "word",
    "10,000 boxes in each other": "[box]" * 10_000 + "word" + "[/box]" * 10_000,
    "twenty kinds of shortcodes in each other": "".join(f"[{name}]" for name in NAMES)
    + "word" * 50_000
    + "".join(f"[/{name}]" for name in reversed(NAMES)),
    "20,000 parts that were switched off and not closed": '[vc_row disabled="on"' * 20_000 + "word",
    "20,000 attributes that are never closed": '[caption a="' * 20_000 + "word",
    "20,000 curly quotes that are never closed": "[gallery " + "a=“" * 20_000 + "]word",
    "20,000 formulas that are not closed": "word $latex x " * 20_000,
    "20,000 listings that are not closed": "word <pre>[" * 20_000,
    "20,000 pictures without an end in a caption": "[caption]" + "<a <img " * 20_000 + "word[/caption]",
    "a megabyte of breaks in a listing": "[code]" + "<br />" * 170_000 + "word[/code]",
    "20,000 closing tags of shortcodes": "[/caption][/vc_row]" * 20_000 + "word",
    "JSON nested 100,000 deep": 'word<!-- wp:x {"a":' + "[" * 100_000,
}


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in BODIES.items()])
def test_words_survive(body: str) -> None:
    """The word is there, whatever stands around it."""
    assert "word" in clean(body).html


def test_patterns_cannot_unfold_without_end() -> None:
    """A synced pattern that holds itself ends at once."""
    assert "<p>Once</p>" == clean('<!-- wp:block {"ref":71} /-->').html
