"""Blocks that the readers of the old site did not see: what was not public does not become so."""

from ..context import BodyContext
from .delimiters import Block

_PAYWALL = "jetpack/paywall"
_FOR_MEMBERS = frozenset({"premium-content/subscriber-view", "woocommerce-memberships/member-content"})
_BY_LEVEL = "pmpro/membership"


def is_hidden(block: Block, context: BodyContext) -> bool:
    """Whether a block was shown to no one, or to members alone; noted where it was."""
    if block.attributes and _is_switched_off(block):
        context.note("block that its editor had hidden", _quoted(block), review=True)
        return True
    # Paid Memberships Pro can also show a block to everyone but members.
    if block.name in _FOR_MEMBERS or (block.name == _BY_LEVEL and block.attributes.get("invert_restrictions") != "1"):
        context.note("block for members only", _quoted(block), review=True)
        return True
    return False


def ends_the_public_part(block: Block, context: BodyContext) -> bool:
    """Whether a block is the wall behind which a newsletter's subscribers alone could read on (Jetpack)."""
    if block.name != _PAYWALL:
        return False
    context.note("text for subscribers only", "everything behind the paywall is left out", review=True)
    return True


def _is_switched_off(block: Block) -> bool:
    # `wp_render_block_visibility_support` of WordPress 6.9; the Block Visibility plugin has a switch of its own.
    if block.fields("metadata").get("blockVisibility") is False:
        return True
    return block.fields("blockVisibility").get("hideBlock") is True


def _quoted(block: Block) -> str:
    saved = " ".join(piece for piece in block.inner if isinstance(piece, str))
    return f"{block.name} {saved}"
