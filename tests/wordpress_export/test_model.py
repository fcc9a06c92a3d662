"""The few things that the model says by itself."""

from wordpress_export.model import Note


def test_note_as_a_sentence() -> None:
    """A note is read in one line, with or without a detail."""
    assert ("script: x()", "script") == (Note("script", "x()").sentence, Note("script").sentence)
