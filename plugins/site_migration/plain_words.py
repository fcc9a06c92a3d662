"""How the report calls what WordPress has its own words for."""

_WORDS = {
    "post": ("post", "posts"),
    "page": ("page", "pages"),
    "attachment": ("picture or other file", "pictures and other files"),
    "nav_menu_item": ("line of a menu", "lines of menus"),
    "comment": ("comment that was not shown", "comments that were not shown"),
    "guest-author": ("guest author", "guest authors"),
    "revision": ("earlier version", "earlier versions"),
    "wp_block": ("shared pattern", "shared patterns"),
    "wp_navigation": ("block menu", "block menus"),
    "file": ("other file in the folder", "other files in the folder"),
    "article": ("second copy of an article", "second copies of articles"),
    "REST answer": ("REST answer", "REST answers"),
    "saved page": ("saved page that is no article", "saved pages that are no articles"),
    "feed": ("saved feed", "saved feeds"),
    "part of pages": ("repeated part of pages", "repeated parts of pages"),
}


def called(kind: str) -> str:
    """Give what items of a type are called, as the heading of a row."""
    return _WORDS[kind][1] if kind in _WORDS else kind


def number_of(count: int, kind: str) -> str:
    """Give how many there are: `1 post`, `1,204 posts`, `3 items of type event`."""
    one, many = _WORDS.get(kind, (f"item of type {kind}", f"items of type {kind}"))
    return f"{count:,} {one if count == 1 else many}"
