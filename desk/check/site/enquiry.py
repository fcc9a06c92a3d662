"""What the cross-file rules ask: the paper, what stands where in it, and what was most likely meant."""

from dataclasses import dataclass
from functools import cached_property

from .judge import Judge
from .nearest import Nearest
from .paper import Paper
from .standing import Standing, standing_of


@dataclass(frozen=True, eq=False)
class Enquiry:
    """Everything that rules ask, made when it is asked for the first time."""

    paper: Paper
    """The paper."""

    @cached_property
    def standing(self) -> Standing:
        """What stands where."""
        return standing_of(self.paper)

    @cached_property
    def nearest(self) -> Nearest:
        """What is spelt much the same."""
        return Nearest(self.paper)

    @cached_property
    def judge(self) -> Judge:
        """Which links are alive."""
        return Judge(self.standing, self.nearest)
