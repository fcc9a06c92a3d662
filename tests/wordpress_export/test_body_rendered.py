"""Bodies as WordPress showed them: text cases in `cases/rendered_*.txt`, and what is noted of what plugins added."""

from pathlib import Path

import pytest

from bodies import clean
from cases import Case, read_cases
from wordpress_export.model import BodyForm, Note

CASES = [
    pytest.param(case, id=f"{path.stem}: {case}")
    for path in sorted((Path(__file__).parent / "cases").glob("rendered_*.txt"))
    for case in read_cases(path)
]
TWEET = (
    '<blockquote class="twitter-tweet" data-dnt="true"><p>words</p><a href="https://twitter.com/n/status/1">x</a>'
    "</blockquote>"
)
FOOTNOTE = (
    '<p>a<sup class="footnote"><a href="#n">1</a></sup></p><div class="simple-footnotes"><p class="notes">Notes:</p>'
    '<ol><li id="n">b</li></ol></div>'
)
HOSTILE = {
    "10,000 references to one note": '<sup><a href="#n">1</a></sup>' * 10_000
    + '<ol class="footnotes"><li id="n">word</li></ol>',
    "2,000 notes": "".join(f'<a href="#n{number}">1</a>' for number in range(2_000))
    + '<ol class="footnotes">'
    + "".join(f'<li id="n{number}">word <a href="#r">↩</a></li>' for number in range(2_000)),
    "5,000 lists of footnotes in each other": '<div class="footnotes"><li id="n">' * 5_000 + "word",
    "5,000 marks of the plugin Footnotes": '<span class="footnote_referrer"><sup id="x">1</sup></span>' * 5_000
    + '<table><tr class="footnotes_plugin_reference_row"><td class="footnote_plugin_text">word</table>',
    "5,000 share buttons in each other": '<div class="sharedaddy">' * 5_000 + "</div>" * 5_000 + "word",
    "5,000 boxes of related stories in each other": '<div><a href="/a/"><b class="postTitle">' * 5_000 + "word",
    "5,000 related stories": '<div><a href="/a/"><b class="postTitle">a</b></a></div>' * 5_000 + "word",
    "5,000 embeds in each other": '<div class="wp-block-embed__wrapper"><blockquote class="twitter-tweet">' * 5_000
    + "word",
    "5,000 listings in each other": '<div class="crayon-syntax"><div class="wp_syntax">' * 5_000 + "word",
    "5,000 galleries in each other": '<div class="foogallery"><a href="/a.jpg"><img src="/b.jpg"></a>' * 5_000 + "word",
    "a slideshow of arrays in each other": f'<div class="jetpack-slideshow" data-gallery="{"[" * 100_000}"></div>word',
    "a slideshow of no pictures": '<div class="jetpack-slideshow" data-gallery="[1,{},null]"></div>word',
    "a playlist of arrays in each other": '<div class="wp-playlist"><script class="wp-playlist-script">'
    + "[" * 100_000
    + "</script></div>word",
    "settings of a video that are no object": '<p class="elementor-widget-video" data-settings="[1]">youtube_url</p>'
    "word",
    "an e-mail address of odd length": '<a data-cfemail="abc" href="#">x</a><a data-cfemail="0001">x</a>word',
    "Base64 that is none": '<div data-borlabs-cookie-content="%%%">word</div>',
    "Base64 of Base64": '<div data-borlabs-cookie-content="PGRpdiBkYXRhLWJvcmxhYnM+PC9kaXY+"></div>word',
    "20,000 marks between pages": "word<!--nextpage-->" * 20_000,
    "20,000 shortcodes in listings": "<code>[vc_row]</code>" * 20_000 + "word",
    "20,000 listings that are not closed": "<code>" * 20_000 + "[vc_row]word",
    "a class of a megabyte": f'<p class="{"yarpp-x " * 125_000}">word</p>',
}
"""What a page may hold that was made to hurt."""


@pytest.mark.parametrize("case", CASES)
def test_rendered_body_becomes_clean_html(case: Case) -> None:
    """A body as WordPress showed it becomes the clean HTML that the case states."""
    assert case.expected == clean(case.given, BodyForm.RENDERED).html


@pytest.mark.parametrize("case", CASES)
def test_clean_html_of_a_rendered_body_stays_as_it_is(case: Case) -> None:
    """What is clean already passes the checks for HTML bodies unchanged."""
    assert case.expected == clean(case.expected, BodyForm.HTML).html


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("advertisement", '<div class="code-block code-block-1">a</div>'),
        ("advertisement", '<div class="acme-adlabel">a</div>'),
        ("advertisement", "<amp-ad>a</amp-ad>"),
        ("author box of a plugin", '<div class="saboxplugin-wrap">a</div>'),
        ("block that the site filled in", '<ul class="wp-block-archives">a</ul>'),
        ("breadcrumbs", '<p id="breadcrumbs" class="yoast-breadcrumbs">a</p>'),
        ("button to print or save", '<div class="printfriendly">a</div>'),
        ("control of a page builder", '<div class="swiper-button-next">a</div>'),
        ("counter or reading time of a plugin", '<div class="post-views">a</div>'),
        ("e-mail address that was hidden from robots", '<a data-cfemail="4203024c4c03">x</a>'),
        ("form of a plugin", '<div class="wpcf7">a</div>'),
        ("formula as LaTeX", '<img class="latex" alt="x" src="/x.png">'),
        ("like button", '<div class="sd-like">a</div>'),
        ("links to attachment pages left out", '<p class="gallery-icon"><a href="/a/"><img src="/a.jpg"></a></p>'),
        ("links to the parts of an article", '<div class="page-links">a</div>'),
        ("list of articles that the site filled in", '<div class="wpnbha">a</div>'),
        ("page break", "<p>a</p><!--nextpage--><p>b</p>"),
        ("playlist without files", '<div class="wp-playlist"></div>'),
        ("question for consent to cookies", '<p class="cmplz-blocked-content-notice">a</p>'),
        ("rating of a plugin", '<div class="kk-star-ratings">a</div>'),
        ("related stories of a plugin", '<div class="yarpp">a</div>'),
        ("share buttons", '<div class="at-above-post-arch-page">a</div>'),
        ("sign-up form of a plugin", '<div class="mc4wp-form">a</div>'),
        ("table of contents of a plugin", '<div id="toc_container">a</div>'),
        ("title of a list of footnotes left behind", FOOTNOTE),
        ("words for screen readers alone", '<a href="/a/">a <i class="sr-only">b</i></a>'),
        ("words of a card of a link", '<a class="blogcard-wrap" href="/a/"><b class="blogcard-title">a</b>b</a>'),
        ("words of an embed", TWEET),
    ],
)
def test_what_plugins_added_is_noted(kind: str, body: str) -> None:
    """Each thing that goes from a rendered body is noted once, by its kind."""
    assert [kind] == [note.kind for note in clean(body, BodyForm.RENDERED).notes]


def test_a_part_with_most_of_the_text_stays_for_review() -> None:
    """A class that a theme uses otherwise does not take the article with it."""
    body = clean(f'<div class="wp-block-post-excerpt"><p>{"word " * 500}</p></div>', BodyForm.RENDERED)
    assert [Note("part of a plugin that holds most of the text", "wp-block-post-excerpt", review=True)] == list(
        body.notes
    )
    assert "word word" in body.html


def test_stored_bodies_are_spared_the_steps_of_rendered_ones() -> None:
    """What an author stored under a plugin's class is the author's."""
    assert clean('<p class="post-views">Views of the harbour</p>').html == "<p>Views of the harbour</p>"


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in HOSTILE.items()])
def test_hostile_pages_are_harmless(body: str) -> None:
    """A page that was made to hurt is read in linear time, its words kept and nothing raised."""
    assert "word" in clean(body, BodyForm.RENDERED).html
