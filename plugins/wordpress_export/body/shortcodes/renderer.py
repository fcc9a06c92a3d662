"""The role that every shortcode's function plays, and the tables that give it its names."""

from collections.abc import Callable, Mapping

from ..context import BodyContext
from .grammar import Shortcode

Renderer = Callable[[Shortcode, BodyContext], str]
"""Gives the HTML that a shortcode stands for, its content having been rendered before."""


def words_of(line: str) -> frozenset[str]:
    """Give the names in a line of words."""
    return frozenset(line.split())


def named(render: Renderer, line: str) -> Mapping[str, Renderer]:
    """Give one function under each of the names in a line of words."""
    return dict.fromkeys(line.split(), render)
