"""Every name that we know, whatever it stands for: no words of an author's go without a note."""

from bodies import clean
from wordpress_export.body import CleanBody
from wordpress_export.body.shortcodes import SHORTCODES
from wordpress_export.body.shortcodes.members import MEMBERS
from wordpress_export.body.shortcodes.themes import LAYOUT

NAMES = sorted({*SHORTCODES, *LAYOUT, "vc_row", "vc_other", "et_pb_section", "et_pb_other", "fusion_other"})


def is_noted(cleaned: CleanBody) -> bool:
    """Whether a note says more than that the page was arranged."""
    return any(note.kind != "shortcode that only arranged the page" for note in cleaned.notes)


def test_words_survive_or_are_noted() -> None:
    """What a shortcode holds is shown, or noted; what stands around it is always shown."""
    silent = []
    for name in NAMES:
        cleaned = clean(f'before [{name} q="1"]alpha beta[/{name}] after')
        shown = [word in cleaned.html for word in ("before", "after", "alpha", "beta")]
        if not (all(shown) or (all(shown[:2]) and is_noted(cleaned))):
            silent.append(name)

    assert [] == silent


def test_words_in_attributes_survive_or_are_noted() -> None:
    """A text in an attribute is shown, or noted."""
    cleaned = {name: clean(f'[{name} title="The alpha of words"]beta[/{name}]') for name in NAMES}
    silent = [name for name, body in cleaned.items() if "alpha" not in body.html and not is_noted(body)]

    assert [] == silent


def test_what_members_saw_is_nowhere() -> None:
    """What stands between tags for members alone is in no body and no note."""
    cleaned = {
        name: clean(f'[{name} q="1"]alpha [ref]alpha[/ref] [caption]alpha[/caption][/{name}]') for name in MEMBERS
    }
    leaking = [name for name, body in cleaned.items() if "alpha" in body.html + "".join(n.detail for n in body.notes)]

    assert [] == leaking
