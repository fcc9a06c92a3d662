"""An independent proof over the built site.

It reads the export anew and the pages anew, by rules of its own written from WordPress's documents, and imports nothing
of the converter: a fault of the converter cannot hide itself here.
"""

from .export import CannotVerifyError
from .proof import Task, verify
from .verdict import Lack, Verdict, write_report

__all__ = ["CannotVerifyError", "Lack", "Task", "Verdict", "verify", "write_report"]
