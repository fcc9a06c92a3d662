"""Markdown hygiene: one spelling for every form of the dialect, by mdformat, and never another meaning."""

from .spelling import Tidied, tidied, tidied_file

__all__ = ["Tidied", "tidied", "tidied_file"]
