"""`./inv check`: all that is wrong with a content folder, said by file and line before a build or a reader meets it."""

from .finding import KINDS, Finding, Level
from .survey import CheckOptions, check_site

__all__ = ["KINDS", "CheckOptions", "Finding", "Level", "check_site"]
