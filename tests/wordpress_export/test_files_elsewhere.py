"""The site's own files on other hosts: of WordPress.com, of Jetpack, of plugins that move them."""

from dataclasses import replace

import pytest

from bodies import EXPORT
from wordpress_export.addresses import file_address
from wordpress_export.body import Library, clean_body
from wordpress_export.body.file_links import file_of
from wordpress_export.focus import read_focus
from wordpress_export.model import Article, Media, Status
from wordpress_export.shelves import media_shelf

OFFLOADED = "https://bucket.s3.eu-west-1.amazonaws.com/wp-content/uploads/2020/05/mill.jpg"
ELSEWHERE = (
    Media(90, "/wp-content/uploads/2020/05/boat.jpg", origin="https://papers.files.wordpress.com/2020/05/boat.jpg"),
    Media(91, "/wp-content/uploads/2020/05/mill.jpg", origin=OFFLOADED),
)
LIBRARY = Library.of(replace(EXPORT, media=media_shelf([*EXPORT.media.values(), *ELSEWHERE])))


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://news.example/wp-content/uploads/2020/a.jpg", "/wp-content/uploads/2020/a.jpg"),
        ("https://papers.files.wordpress.com/2020/05/a.jpg?w=300", "/wp-content/uploads/2020/05/a.jpg"),
        ("https://i2.wp.com/news.example/wp-content/uploads/a.jpg?ssl=1", "/wp-content/uploads/a.jpg?ssl=1"),
        ("https://i2.wp.com/papers.files.wordpress.com/2020/05/a.jpg", "/wp-content/uploads/2020/05/a.jpg"),
        (OFFLOADED, "/wp-content/uploads/2020/05/mill.jpg"),
        ("http://dev.local/news/wp-content/uploads/a%20b.jpg", "/wp-content/uploads/a b.jpg"),
        ("https://s3.example/2020/05/a.jpg", "https://s3.example/2020/05/a.jpg"),
        ("https://i2.wp.com/a.jpg", "https://i2.wp.com/a.jpg"),
        ("ftp://news.example/wp-content/uploads/a.jpg", "ftp://news.example/wp-content/uploads/a.jpg"),
        ("http://[", "http://["),
    ],
)
def test_file_address(address: str, own: str) -> None:
    """A file of the media list has its place on the site, wherever a copy of it was served from."""
    assert own == file_address(address, "https://news.example")


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://papers.files.wordpress.com/2020/05/boat.jpg?w=640", "/wp-content/uploads/2020/05/boat.jpg"),
        ("https://papers.files.wordpress.com/2020/05/tide-300x200.jpg", "/wp-content/uploads/2020/05/tide.jpg"),
        (OFFLOADED, "/wp-content/uploads/2020/05/mill.jpg"),
        (OFFLOADED.replace("mill", "mill-300x200"), "/wp-content/uploads/2020/05/mill.jpg"),
        (OFFLOADED.replace("https", "http"), "/wp-content/uploads/2020/05/mill.jpg"),
        (OFFLOADED.replace("mill", "lost"), OFFLOADED.replace("mill", "lost")),
        ("https://others.files.wordpress.com/2020/05/boat.jpg", "https://others.files.wordpress.com/2020/05/boat.jpg"),
    ],
)
def test_bodies(address: str, own: str) -> None:
    """A body that shows a file from the host where it lay shows it from the site now; other sites' files stay there."""
    article = Article("post", "Title", Status.PUBLISHED, f'<img src="{address}" alt="A">', permalink="/2020/05/slug/")

    assert f'src="{own}"' in clean_body(article, LIBRARY).html


@pytest.mark.parametrize(
    ("address", "own"),
    [
        (
            "https://i0.wp.com/news.example/wp-content/uploads/2020/05/lost.jpg?fit=9",
            "/wp-content/uploads/2020/05/lost.jpg",
        ),
        ("https://papers.files.wordpress.com/2020/05/boat-300x200.jpg", "/wp-content/uploads/2020/05/boat.jpg"),
        (OFFLOADED, "/wp-content/uploads/2020/05/mill.jpg"),
        ("https://other.example/wp-content/uploads/a.jpg", "https://other.example/wp-content/uploads/a.jpg"),
        ("data:image/gif;base64,R0lGOD", "data:image/gif;base64,R0lGOD"),
    ],
)
def test_lead_pictures(address: str, own: str) -> None:
    """So is a lead picture that a page or an answer names by its address."""
    assert own == file_of(address, LIBRARY.book)


@pytest.mark.parametrize(
    ("meta", "focus"),
    [
        ({"focal_point": "45% 34%"}, "45% 34%"),
        ({"bg_pos_desktop": "12.4% 80%"}, "12% 80%"),
        ({"_wpsmartcrop_image_focus": 'a:2:{s:4:"left";s:5:"20.51";s:3:"top";s:2:"71";}'}, "21% 71%"),
        ({"focalpoint": 'a:2:{s:4:"left";i:30;s:3:"top";i:60;}'}, "30% 60%"),
        ({"focalpoint": 'a:2:{s:4:"left";d:0.25;s:3:"top";d:1;}'}, "25% 100%"),
        ({"focalpoint": 'a:2:{s:4:"left";i:1;s:3:"top";i:0;}'}, "1% 0%"),
        ({"focal_point": "50% 50%"}, ""),
        ({"focal_point": "middle"}, ""),
        ({"focal_point": "450% 34%"}, ""),
        ({"focalpoint": 'a:1:{s:4:"left";i:30;}'}, ""),
        ({}, ""),
    ],
)
def test_focus(meta: dict[str, str], focus: str) -> None:
    """The point that an editor chose is known in the forms in which plugins keep it; the middle is no choice."""
    assert focus == read_focus(meta)
