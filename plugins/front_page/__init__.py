"""The front page of a newspaper: what leads, what stands beside it, what is new, and the sections below.

Gives: `front` to templates, in which each story stands once; ranked by editors in `content/data/front.yaml`, else by
kind and date.
Settings: FRONT_PAGE_BESIDE, FRONT_PAGE_SECTIONS, FRONT_PAGE_SECTION_STORIES, FRONT_PAGE_STICKY_DAYS; Pelican's PATH,
DEFAULT_CATEGORY, DEFAULT_PAGINATION, DEFAULT_ORPHANS and PAGINATED_TEMPLATES.
Signals: all_generators_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only arranges stories needs no Pelican

    connect()
