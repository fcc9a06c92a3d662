"""Old addresses lead to new places: rules for the host, pages where a host has none, and a 404 page that suggests.

Gives: files for the hosts that REDIRECTS_FOR names; to templates `old_addresses`, what scripts on the front page and on
the 404 page need.
Settings: REDIRECTS_FOR (`["html", "netlify"]`; also cloudflare, nginx, caddy, apache, s3), SEARCH_URL (where `?s=`
leads to; a site without it, or with an empty SEARCH_SAVE_AS, has no search page), REDIRECT_PAGES_MOST (5000: pages that
lead on, at most).
Signals: initialized, all_generators_finalized, finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only writes rules needs no Pelican

    connect()
