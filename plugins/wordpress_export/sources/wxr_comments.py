"""Comments that readers saw; of all others, how many there were."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timezone

from ..addresses import is_web_address
from ..dates import read_date
from ..model import Comment, CommentKind
from ..plain_text import decode_entities
from ..whole_numbers import whole_number

KINDS = {
    "": CommentKind.COMMENT,
    "comment": CommentKind.COMMENT,
    "pingback": CommentKind.PINGBACK,
    "trackback": CommentKind.TRACKBACK,
}
"""Others are no comments: editors' own `note` (WordPress 6.9), a shop's `order_note`, an `action_log`."""
UNSEEN = {
    "0": "waited for approval",
    "spam": "had been marked as spam",
    "trash": "had been deleted",
    "post-trashed": "had been deleted",
}
NO_COMMENT = "came from an editor or a plugin, not from a reader"
"""These read alike behind one comment and behind several."""

RawComment = Mapping[str, str]
"""A comment's elements by name."""


def why_unseen(raw: RawComment) -> str:
    """Give the reason for which readers did not see a comment; nothing where they did."""
    if raw.get("wp:comment_type", "").strip() not in KINDS:
        return NO_COMMENT
    approved = raw.get("wp:comment_approved", "").strip()
    return "" if approved == "1" else UNSEEN.get(approved, UNSEEN["0"])


def count_unseen(comments: Iterable[RawComment]) -> Counter[str]:
    """Count the comments that readers did not see, by reason."""
    return Counter(filter(None, map(why_unseen, comments)))


def read_comments(comments: Iterable[RawComment], usual: timezone) -> tuple[Comment, ...]:
    """Give the approved comments in order of id."""
    return tuple(sorted((_read(raw, usual) for raw in comments if not why_unseen(raw)), key=lambda comment: comment.id))


def _read(raw: RawComment, usual: timezone) -> Comment:
    website = raw.get("wp:comment_author_url", "").strip()
    return Comment(
        id=whole_number(raw.get("wp:comment_id", "")),
        author=decode_entities(raw.get("wp:comment_author", "")),
        written=read_date(raw.get("wp:comment_date", ""), raw.get("wp:comment_date_gmt", ""), usual),
        body=raw.get("wp:comment_content", ""),
        website=website if is_web_address(website) else "",
        parent=whole_number(raw.get("wp:comment_parent", "")),
        kind=KINDS[raw.get("wp:comment_type", "").strip()],
    )
