"""Why a live site could not be read."""

from ..errors import ExportError


class LiveSiteError(ExportError):
    """The site, or what we want of it, cannot be had. The message says what, why, and what to do."""


class NoInterfaceError(LiveSiteError):
    """The site shows no REST interface of WordPress's."""


class NotSignedInError(LiveSiteError):
    """The site does not take the user and the application password."""


class BrokenOffError(LiveSiteError):
    """The site stopped answering on the way. What was saved so far stays, and the next run goes on from there."""


class EndlessError(LiveSiteError):
    """The site gives pages without an end."""
