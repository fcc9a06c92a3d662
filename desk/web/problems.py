"""What is wrong with web editing, in words for those who set it up."""


class AdminError(ValueError):
    """All that is wrong, each as `file: what, and what to do`."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)
