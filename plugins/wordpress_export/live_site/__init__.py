"""A site that is live: its REST interface is found, and its answers are saved into a folder (`sources.rest` reads it).

    remarks = download("https://news.example", Path("raw/news.example"), progress)

With BROADSHEET_USER and BROADSHEET_APPLICATION_PASSWORD in the environment an editor's answers are saved: drafts,
private articles, menus, and bodies as they are stored.
"""

from .download import Progress, download
from .errors import BrokenOffError, EndlessError, LiveSiteError, NoInterfaceError, NotSignedInError

__all__ = [
    "BrokenOffError",
    "EndlessError",
    "LiveSiteError",
    "NoInterfaceError",
    "NotSignedInError",
    "Progress",
    "download",
]
