"""Blocks: what is said of each, and what no nesting may do. Their forms are text cases (`cases/body_blocks*.txt`)."""

import pytest

from bodies import clean, kinds

BACKGROUND = '<!-- wp:group {"style":{"background":{"backgroundImage":{"url":"/a.jpg"}}}} --><div>a</div>'
OVERRIDE = '<!-- wp:block {"ref":72,"content":{"Go":{"text":"a"}}} /-->'
PAID = "<!-- wp:premium-content/subscriber-view --><p>Paid</p><!-- /wp:premium-content/subscriber-view -->"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("background picture left behind", BACKGROUND),
        ("block bound to a custom field", (
            '<!-- wp:paragraph {"metadata":{"bindings":{"content":{"source":"core/post-meta","args":{"key":"k"}}}}} -->'
            "<p>a</p><!-- /wp:paragraph -->"
        )),
        ("block for members only", PAID),
        ("block for members only", "<!-- wp:pmpro/membership --><p>Paid</p><!-- /wp:pmpro/membership -->"),
        ("block of a plugin", "<!-- wp:acme/box --><div><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --></div>"),
        ("block that its editor had hidden", '<!-- wp:paragraph {"metadata":{"blockVisibility":false}} --><p>a</p>'),
        ("block that the site filled in", '<!-- wp:acme/recent-posts {"count":3} /-->'),
        ("block that the site filled in", "<!-- wp:navigation /-->"),
        ("block that the site filled in", '<!-- wp:newspack-blocks/author-profile {"authorId":3} /-->'),
        ("block that the site filled in", "<!-- wp:paragraph /-->"),
        ("block that the site filled in", "<!-- wp:query /-->"),
        ("block whose words stood in its attributes", '<!-- wp:acf/a {"data":{"title":"Boats"}} /-->'),
        ("block without saved content", '<!-- wp:acme/app --><div class="a"></div><!-- /wp:acme/app -->'),
        ("block without saved content", "<!-- wp:jetpack/business-hours /-->"),
        ("block without saved content", "<!-- wp:jetpack/story /-->"),
        ("embed without an address", "<!-- wp:embed /-->"),
        ("embed without an address", '<!-- wp:jetpack/gif {"searchText":"cats"} /-->'),
        ("embed without an address", "<!-- wp:newspack-blocks/iframe /-->"),
        ("form control", '<!-- wp:jetpack/button {"element":"button","text":"Send"} /-->'),
        ("form of a plugin", '<!-- wp:contact-form-7/contact-form-selector {"id":12} /-->'),
        ("form of a plugin", "<!-- wp:jetpack/contact-form --><p>a</p><!-- /wp:jetpack/contact-form -->"),
        ("formula as LaTeX", '<!-- wp:math {"latex":"x"} /-->'),
        ("formula without its LaTeX", "<!-- wp:html --><math><mi>x</mi></math><!-- /wp:html -->"),
        ("gallery that the site filled in", '<!-- wp:gallery {"dynamicContent":{"source":"a"}} /-->'),
        ("link without an address", '<!-- wp:navigation-link {"label":"a"} /-->'),
        ("link without an address", '<!-- wp:social-link {"service":"x"} /-->'),
        ("override of a synced pattern without a place", OVERRIDE.replace("Go", "Gone")),
        ("override of a synced pattern without a place", OVERRIDE.replace("text", "shape")),
        ("pattern of the old theme", '<!-- wp:pattern {"slug":"theme/hero"} /-->'),
        ("picture of a block that is the article's lead picture", '<!-- wp:media-text {"useFeaturedImage":true} /-->'),
        ("player without a file", '<!-- wp:playlist-track {"title":"a"} /-->'),
        ("preview of a file", '<!-- wp:file {"href":"/a.pdf"} --><object data="/a.pdf"></object><!-- /wp:file -->'),
        ("text for subscribers only", "<!-- wp:jetpack/paywall /--><p>Paid</p>"),
    ],
)  # fmt: skip
def test_blocks_are_altered_with_a_note(kind: str, body: str) -> None:
    """What becomes of a block that is not its saved HTML is noted by its kind."""
    assert kind in kinds(body)


@pytest.mark.parametrize(
    "body",
    [
        '<!-- wp:paragraph {"dropCap":true} --><p>a</p><!-- /wp:paragraph -->',
        '<!-- wp:block {"ref":72,"content":{"Teaser":{"content":"a"},"Photo":{"id":5}}} /-->',
        "<!-- wp:social-links --><ul></ul><!-- /wp:social-links -->",
        "<!-- wp:acme/spacer /-->",
    ],
)
def test_blocks_that_lose_nothing_are_not_noted(body: str) -> None:
    """A block that shows all that it showed is nothing to report."""
    assert [] == kinds(body)


@pytest.mark.parametrize("name", ["premium-content/subscriber-view", "woocommerce-memberships/member-content"])
def test_what_members_paid_for_is_in_no_body(name: str) -> None:
    """A block for members leaves neither words nor blocks inside it."""
    inside = "<!-- wp:paragraph --><p>Paid</p><!-- /wp:paragraph -->"
    assert "" == clean(f"<!-- wp:{name} --><div>{inside}</div><!-- /wp:{name} -->").html


def test_a_block_for_those_who_are_no_members_was_public() -> None:
    """Paid Memberships Pro can turn its rule around."""
    body = '<!-- wp:pmpro/membership {"invert_restrictions":"1"} --><p>Join us</p><!-- /wp:pmpro/membership -->'
    assert "<p>Join us</p>" == clean(body).html


@pytest.mark.parametrize("depth", [600, 950, 100_000])
@pytest.mark.parametrize("name", ["acme/x", "acf/x", "block", "gallery", "paragraph"])
def test_deep_attributes_lose_no_words(depth: int, name: str) -> None:
    """Attributes that nest deeper than PHP reads them are none, and the text behind the block stays."""
    attributes = f'{{"dynamicContent":{"[" * depth}{"]" * depth}}}'
    assert clean(f"<!-- wp:{name} {attributes} /--><p>a</p>").html.endswith("<p>a</p>")


@pytest.mark.parametrize("block", ["group", "cover", "query", "acme/x", "quote"])
def test_deep_blocks_lose_no_words(block: str) -> None:
    """Blocks inside blocks, thousands deep, leave the words inside."""
    assert "inside" in clean(f"<!-- wp:{block} -->" * 5_000 + "inside").html
