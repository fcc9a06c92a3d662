"""What is wrong with the content's files, in words for those who write them."""


class ContentError(ValueError):
    """All that is wrong, each as `path:line: what, and what to do`."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


def unreadable(name: str, error: OSError) -> str:
    """Say that a file cannot be read: a link to nothing, or closed to us."""
    return f"{name}: cannot be read ({error.strerror}): mend the link or the file's rights, or take it away"


class FrontMatterError(ContentError):
    """All that is wrong with the front matter of one file."""


class RegistryError(ContentError):
    """All that is wrong with one file of `content/data/`."""


class AddressError(ValueError):
    """An address that no page can have, and what to write instead."""


class ReferenceNameError(ValueError):
    """A name in front matter that may mean two authors, categories or tags."""
