"""Bodies as WordPress showed them: what only they have is brought back to what a stored body has.

`the_content` renders blocks and shortcodes, and lets plugins hang things around and into the text. A family of those
a file; behind these steps a rendered body goes the way of a stored one.
"""

from collections.abc import Callable

from ..context import BodyContext
from ..tree import BodyTree
from .cards import open_cards
from .clutter import remove_plugin_parts, remove_spoken
from .consent import open_consent_boxes
from .covers import show_covers
from .emails import show_emails
from .embeds import recover_embeds
from .footnotes import read_footnotes
from .formulas import restore_formulas
from .galleries import open_galleries
from .listings import restore_listings
from .openers import open_toggles
from .pages import join_pages
from .players import open_playlists
from .shortcodes_left import expand_left_shortcodes
from .spaces import trim_spaces

__all__ = ["RENDERED_STEPS", "RENDERED_TEXT_STEPS"]

RENDERED_TEXT_STEPS: tuple[Callable[[str, BodyContext], str], ...] = (join_pages, expand_left_shortcodes)
RENDERED_STEPS: tuple[Callable[[BodyTree, BodyContext], None], ...] = (
    open_consent_boxes,
    restore_listings,
    restore_formulas,
    read_footnotes,
    open_cards,
    open_playlists,
    recover_embeds,
    remove_plugin_parts,
    remove_spoken,
    show_emails,
    open_galleries,
    show_covers,
    open_toggles,
    trim_spaces,
)
"""Before all steps on the tree: those of plugins' forms first, while their marks stand."""
