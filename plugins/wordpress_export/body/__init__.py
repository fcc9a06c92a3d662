"""Bodies: from what WordPress stores to clean semantic HTML.

Text steps turn blocks, shortcodes and line breaks into HTML; tree steps then bring that HTML into the forms of the
dialect, one family of forms each. The order is the whole plan: it is read from top to bottom.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..model import Article, BodyForm, Note
from .accordions import open_accordions
from .attributes import keep_plain_attributes
from .backgrounds import show_backgrounds
from .blocks import has_blocks, render_blocks
from .clutter import remove_clutter, remove_comments
from .context import BodyContext, Library
from .counters import show_counters
from .embeds import embed_bare_addresses, link_embeds
from .emoji import show_emoji
from .extremes import limit_extremes
from .figures import clean_figures, frame_lone_pictures
from .footnotes import bring_footnotes, number_footnotes
from .formulas import write_formulas
from .galleries import clean_galleries
from .hidden import remove_hidden
from .hostile import disarm, silence
from .languages import hand_on_languages, mark_languages
from .layout import lift_blocks, push_inline_inward, unwrap_layout
from .links import keep_linked_targets, rewrite_addresses
from .listings import clean_listings
from .lists import number_lists
from .looks import show_looks
from .markers import remove_markers
from .own_stories import show_own_stories
from .paragraphs import add_paragraphs
from .pasted import clear_pasted
from .pictures import show_lazy_pictures
from .plain_tags import remove_empty, use_plain_tags
from .players import clean_players
from .quotes import clean_quotes
from .raw_listings import keep_raw_listings
from .related_stories import mark_related_stories, open_story_boxes, stories_in
from .rendered import RENDERED_STEPS, RENDERED_TEXT_STEPS
from .serialise import write_html
from .shortcodes import expand_shortcodes
from .strays import gather_strays, part_links
from .tables import clean_tables
from .tabs import label_tabs
from .texture import show_texture
from .tree import BodyTree
from .word_lists import make_word_lists

__all__ = ["CleanBody", "Library", "clean_body"]

TextStep = Callable[[str, BodyContext], str]
"""Gives the text with one kind of WordPress's own notation as HTML."""
TreeStep = Callable[[BodyTree, BodyContext], None]
"""Brings one family of forms into that of the dialect, in place."""

BLOCK_STEPS: tuple[TextStep, ...] = (keep_raw_listings, render_blocks, remove_markers, expand_shortcodes, show_texture)
CLASSIC_STEPS: tuple[TextStep, ...] = (
    keep_raw_listings,
    remove_markers,
    expand_shortcodes,
    add_paragraphs,
    show_texture,
)

TREE_STEPS: tuple[TreeStep, ...] = (
    bring_footnotes,
    remove_comments,
    show_lazy_pictures,
    show_emoji,
    show_backgrounds,
    show_counters,
    remove_clutter,
    write_formulas,
    open_accordions,
    label_tabs,
    number_lists,
    remove_hidden,
    clear_pasted,
    make_word_lists,
    silence,
    link_embeds,
    disarm,
    rewrite_addresses,
    open_story_boxes,
    show_looks,
    use_plain_tags,
    gather_strays,
    push_inline_inward,
    hand_on_languages,
    keep_linked_targets,
    number_footnotes,
    clean_listings,
    clean_quotes,
    clean_tables,
    clean_players,
    clean_galleries,
    clean_figures,
    unwrap_layout,
    lift_blocks,
    embed_bare_addresses,
    frame_lone_pictures,
    show_own_stories,
    mark_related_stories,
    part_links,
    remove_empty,
    mark_languages,
    keep_plain_attributes,
)
HTML_STEPS: tuple[TreeStep, ...] = (
    silence,
    disarm,
    rewrite_addresses,
    hand_on_languages,
    mark_languages,
    keep_plain_attributes,
)
"""For bodies that a source has brought into the dialect already."""
_TREE_STEPS_OF = {
    BodyForm.WORDPRESS: TREE_STEPS,
    BodyForm.RENDERED: (*RENDERED_STEPS, *TREE_STEPS),
    BodyForm.HTML: HTML_STEPS,
}


@dataclass(frozen=True, slots=True)
class CleanBody:
    """An article's body in the forms of the dialect."""

    html: str
    """Clean semantic HTML, one block a line."""
    notes: tuple[Note, ...]
    """What was altered, doubted or lost on the way."""
    related: tuple[str, ...] = ()
    """Addresses of the related stories that stand in it as cards, in order, each once; public articles alone."""


def clean_body(article: Article, library: Library) -> CleanBody:
    """Give the body of an article as clean semantic HTML; any body at all has one."""
    context = BodyContext(article, library)
    text = article.body.replace("\r\n", "\n").replace("\r", "\n")
    for text_step in _text_steps(text, article.body_form):
        text = text_step(text, context)
    tree = BodyTree(limit_extremes(text, context))
    for tree_step in _TREE_STEPS_OF[article.body_form]:
        tree_step(tree, context)
    return CleanBody(write_html(tree), tuple(context.notes), stories_in(tree, context))


def _text_steps(text: str, form: BodyForm) -> tuple[TextStep, ...]:
    if form is not BodyForm.WORDPRESS:
        return RENDERED_TEXT_STEPS if form is BodyForm.RENDERED else ()
    return BLOCK_STEPS if has_blocks(text) else CLASSIC_STEPS
