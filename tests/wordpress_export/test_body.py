"""Every transformation of a body, as text cases: one file a family, in `cases/body_*.txt`."""

from pathlib import Path

import pytest

from bodies import clean, kinds
from cases import Case, read_cases
from wordpress_export.model import BodyForm, Note

CASES = [
    pytest.param(case, id=f"{path.stem}: {case}")
    for path in sorted((Path(__file__).parent / "cases").glob("body_*.txt"))
    for case in read_cases(path)
]

NESTED = (
    "box", "alert", "message", "notice", "info", "success", "warning", "error", "callout", "well", "panel", "tip",
    "lead", "center", "left", "right", "small", "big", "dropcap", "badge", "marker", "color", "size", "note", "raw",
    "visible", "p",
)  # fmt: skip
"""So many shortcodes in each other that those inside are not rendered any more."""
DEEP = "".join(f"[{name}]" for name in NESTED) + "{}" + "".join(f"[/{name}]" for name in reversed(NESTED))
FILE = '<div class="wp-block-file"><a href="/a">a</a><a class="wp-block-file__button" href="/a">Get</a></div>'


@pytest.mark.parametrize("case", CASES)
def test_body_becomes_clean_html(case: Case) -> None:
    """A stored body becomes the clean HTML that the case states."""
    assert case.expected == clean(case.given).html


@pytest.mark.parametrize("case", CASES)
def test_clean_html_stays_as_it_is(case: Case) -> None:
    """What is clean already passes the checks for HTML bodies unchanged."""
    assert case.expected == clean(case.expected, BodyForm.HTML).html


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("address refused", '<a href="javascript:x">a</a>'),
        ("attribute left behind", '<dfn title="a">b</dfn>'),
        ("attribute left behind", '<ins cite="/a/">b</ins>'),
        ("attribute left behind", '<table><tr><td headers="a">b</td></tr></table>'),
        ("attribute left behind", '<table><colgroup><col span="2"></colgroup><tr><td>b</td></tr></table>'),
        ("advertisement", '<ins class="adsbygoogle"></ins>'),
        ("block of a plugin", "<!-- wp:acme/x --><p>a</p><!-- /wp:acme/x -->"),
        ("block that the site filled in", "<!-- wp:calendar /-->"),
        ("block without saved content", '<!-- wp:acme/x {"a":1} /-->'),
        ("caption without a picture", "[caption]words[/caption]"),
        ("comment in the markup", "a <!-- remember --> b"),
        ("download button beside its link", FILE),
        ("embed without an address", "[embed]words[/embed]"),
        ("empty paragraph", "<p>&nbsp;</p>"),
        ("footnote that nothing refers to", '<!-- wp:paragraph --><p>a<sup data-fn="a"></sup></p>'),
        ("footnote without a text", '<!-- wp:paragraph --><p>a<sup data-fn="zz"><a href="#zz">1</a></sup></p>'),
        ("form control", "<button>a</button>"),
        ("hidden part", '<p style="display:none">a</p>'),
        ("hidden part that a click opened", '<p class="spoiler" style="display:none">a</p>'),
        ("frame without an address", "<iframe></iframe>"),
        ("gallery without pictures", '[gallery id="77"]'),
        ("heading of the first level", "<h1>a</h1>"),
        ("language mark left behind", '<pre lang="fr" class="wp-block-verse">a</pre>'),
        ("language mark left behind", '<blockquote lang="fr"><pre>a</pre></blockquote>'),
        ("language mark left behind", '<p>a <code lang="fr">b</code></p>'),
        ("language mark left behind", '<p lang="?">a</p>'),
        ("language mark that repeats the site's own", '<p lang="en-GB">a</p>'),
        ("links to attachment pages left out", '[gallery ids="5,6"]'),
        ("label of a related story", 'Related: <a href="/2020/04/other/">x</a>'),
        ("link to an item that is not public or not in the export", '<a href="/?p=99">x</a>'),
        ("link around a link left behind", '<!-- wp:html --><a href="/a/"><table><a href="/b/">c'),
        ("link around an embed left behind", '<a href="/a/"><iframe src="https://b.example/"></iframe></a>'),
        ("link without words", '<a href="/x/"></a>'),
        ("list of a word processor made a list", '<p class="MsoListParagraph">· a</p>'),
        ("markup nested too deeply", "<div>" * 300 + "a"),
        ("page break", "a<!--nextpage-->b"),
        ("pasted markup left behind", "<p>a<o:p></o:p></p>"),
        ("picture that is not in the export", '[gallery ids="5,77"]'),
        ("picture without an address", '<img alt="a">'),
        ("player without a file", "<audio></audio>"),
        ("playlist without files", '[playlist type="video"]'),
        ("plug-in", "<object>a</object>"),
        ("plug-in as a link", '<embed src="/a.swf">'),
        ("face drawn as WordPress draws it", "a :-)"),
        ("read-more mark", "a<!--more-->b"),
        ("related story that is not in the export", '[irp posts="99"]'),
        ("script", "<script>x</script>"),
        ("script in an attribute", '<p onclick="x">a</p>'),
        ("script in an attribute", '<span onclick="x">a</span>'),
        ("script in an attribute", '<a href="/a/" onmouseover="x">a</a>'),
        ("script in an attribute", '<iframe src="https://a.example/" onload="x"></iframe>'),
        ("settings of a word processor among the words", "Normal 0 false false false EN-US X-NONE X-NONE a"),
        ("second format of a player", '<video src="/a.mp4"><source src="/a.webm"></video>'),
        ("share buttons", '<div class="sharedaddy">a</div>'),
        ("advertisement", '[adrotate banner="1"]'),
        ("background picture left behind", '[vc_row bg_image="7"]a[/vc_row]'),
        ("closing tag without its shortcode", "a[/caption]"),
        ("control of a page builder", '<a href="#" class="elementor-swiper-button">Next</a>'),
        ("file among the pictures", '[gallery ids="5,8"]'),
        ("file that is not in the export", '[playlist ids="8,77"]'),
        ("form of a plugin", '[contact-form-7 id="1"]'),
        ("formula as LaTeX", "[latex]x[/latex]"),
        ("list that the site filled in", '[display-posts category="a"]'),
        ("map of a plugin", '[wpgmza id="1"]'),
        ("part of a page builder with nothing to show here", '[mk_theatre_slider images_of="7"]'),
        ("part that is kept elsewhere", '[global_block id="7"]'),
        ("part that was switched off", '[vc_row disable_element="yes"]a[/vc_row]'),
        ("pictures in random order", '[gallery ids="5,6" orderby="rand"]'),
        ("poll or quiz of a plugin", '[yop_poll id="7"]'),
        ("share buttons", '[addtoany url="/a/"]'),
        ("shop's own part", '[add_to_cart id="7"]'),
        ("shortcode inside a tag", '<a href="/x/" title="[gallery]">a</a>'),
        ("shortcode that only arranged the page", "[vc_row]a[/vc_row]"),
        ("sign-up form of a plugin", '[mc4wp_form id="7"]'),
        ("slider or gallery that is kept elsewhere", '[rev_slider alias="a"]'),
        ("table of contents of a plugin", "[ez-toc]"),
        ("table that is kept elsewhere", "[table id=7 /]"),
        ("widget without words", '[siteorigin_widget class="A"]<input type="hidden" value="{}" />[/siteorigin_widget]'),
        ("words for members alone left out", "[members]a[/members]"),
        ("words in an attribute left behind", '[dropcap hint="a hint for you"]A[/dropcap]'),
        ("words inside a player left out", '[audio src="/a.mp3"]words[/audio]'),
        ("shortcode without a handler", '[acme a="b"]'),
        ("synced pattern inside itself", '<!-- wp:block {"ref":71} /-->'),
        ("synced pattern that is not in the export", '<!-- wp:block {"ref":99} /-->'),
        ("tag without a meaning here", "<acme-box>a</acme-box>"),
        ("tag with too many attributes", f"<p {' '.join(f'a{number}' for number in range(2000))}>a</p>"),
        ("tag that is not closed", '<p>a <a href="/b/>c</a></p>'),
        ("text of an embed's placeholder", '<div class="fb-post" data-href="https://facebook.com/a/posts/1">a</div>'),
        ("title of a frame left behind", '<iframe src="https://a.example/" title="The sweep of the light"></iframe>'),
        ("tracking pixel", '<img src="/a.gif" width="1" height="1">'),
    ],
)  # fmt: skip
def test_nothing_is_altered_without_a_note(kind: str, body: str) -> None:
    """Each alteration, doubt and loss is noted by its kind."""
    assert kind in kinds(body)


@pytest.mark.parametrize("link", ["file", "none"])
def test_galleries_without_attachment_pages_have_none_to_lose(link: str) -> None:
    """A gallery that links to files, or to nothing, loses no links."""
    assert [] == kinds(f'[gallery ids="5,6" link="{link}"]')


@pytest.mark.parametrize("body", [f'[irp posts="{"9" * 5000}"]', f'<a href="/?p={"9" * 5000}">a</a>'])
def test_endless_numbers_are_none(body: str) -> None:
    """A number that no database holds is no id, and no error."""
    assert any("not in the export" in kind for kind in kinds(body))


def test_endless_numbers_in_a_gallery() -> None:
    """A gallery shows the pictures that its other numbers mean."""
    assert '<img src="/wp-content/uploads/a.jpg"' in clean(f'[gallery ids="5,{"9" * 5000}"]').html


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        (Note("moved", before="/a/", after="/b/"), "moved: /a/ → /b/"),
        (Note("left out", "“tide”", before="/a/"), "left out: “tide” /a/"),
        (Note("added", after="/b/", count=2), "added: /b/ (2 times)"),
    ],
)
def test_an_alteration_in_a_sentence(note: Note, sentence: str) -> None:
    """What stood there and what stands there now are told in one line."""
    assert sentence == note.sentence


def test_a_face_has_both_sides() -> None:
    """An alteration of the body says what stood there, and what stands there now."""
    assert [(":-)", "🙂")] == [(note.before, note.after) for note in clean("A :-) face").notes]


def test_a_link_has_both_sides() -> None:
    """A link whose tracking went says both addresses, and its words."""
    (note,) = clean('<a href="/2020/04/other/?utm_source=x">the ebb</a>').notes
    assert ("“the ebb”", "/2020/04/other/?utm_source=x", "/2020/04/other/") == (note.detail, note.before, note.after)


def test_shortcodes_count_by_name() -> None:
    """However often an article has a shortcode that no one handles, it is one note, with its first form."""
    (note,) = clean('[acme a="1"] [acme a="2"] <pre>[acme a="3"]</pre>').notes
    assert Note("shortcode without a handler", '[acme a="1"]', review=True, count=2) == note
    assert 'shortcode without a handler: [acme a="1"] (2 times)' == note.sentence


@pytest.mark.parametrize(
    "body",
    [
        "[members]Secret 7[/members]",
        "[su_private]Secret 7[/su_private]",
        '[vc_row disabled="on"]Secret 7[/vc_row]',
        '[members]Secret 7[ref]Secret 7[/ref][acme_box a="Secret 7"][/members]',
        '<a href="/x/" title="[members]Secret 7[/members]">a</a>',
        DEEP.format("[members]Secret 7[/members]"),
    ],
)
def test_what_was_not_public_is_not_in_the_notes(body: str) -> None:
    """Words that no visitor saw stand neither in the body nor in a note."""
    assert "Secret" not in clean(body).html
    assert not any("Secret" in note.sentence for note in clean(body).notes)


def test_looks_count_once() -> None:
    """However many styles an article loses, they are one note."""
    assert (Note("styling left behind"),) == clean('<p style="a">a</p><p class="b">b</p><p align="left">c</p>').notes


@pytest.mark.parametrize("words", ["He wrote [sic].", "[1] and [2]", "[Note: not yet]", "[emphasis added]", "[…]"])
def test_brackets_in_prose_are_no_shortcodes(words: str) -> None:
    """Words in brackets are neither altered nor noted."""
    assert (f"<p>{words}</p>", ()) == (clean(words).html, clean(words).notes)


def test_html_bodies_keep_their_line_breaks() -> None:
    """A source that gives HTML has made its paragraphs already: no blank line is one more."""
    assert "<p>a\n\nb</p>" == clean("<p>a\n\nb</p>", BodyForm.HTML).html


def test_html_bodies_are_made_harmless() -> None:
    """Scripts and old addresses are looked for in every form of body."""
    body = '<p onclick="x">a<script>x</script> <a href="https://news.example/?p=12">b</a></p>'
    assert '<p>a <a href="/2020/04/other/">b</a></p>' == clean(body, BodyForm.HTML).html


def test_quoted_details_are_short() -> None:
    """A note quotes a line or two, not a whole listing."""
    (note,) = clean(f"<p>a<script>{'x' * 5000}</script></p>").notes
    assert len(note.detail) == 200
