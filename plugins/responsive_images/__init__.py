"""Pictures of the site's own in the formats and widths that its pages need.

Gives: to templates `responsive_image(address, place)`, a picture's sources, or nothing, and
`responsive_body(html, column, gallery)`, a body with them; `article.image_width`, `image_height` and `image_crops`
(16:9, 4:3 and 1:1 for search engines); the files of what pages asked for, below `/images/`; published pictures without
the place where they were taken.
Settings: RESPONSIVE_IMAGES_FOLDER (where the files are published: `images`), CACHE_PATH (Pelican's own: where they are
kept between builds), PATH (`data/media/*.yaml` below it tells each picture's focus, where no story's `image_focus`
does), SITEURL, PAGE_NOTES (fast_build's, where that is at work).
Signals: generator_init, all_generators_finalized, finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only makes pictures needs no Pelican

    connect()
