"""Where a preview shows an article."""

import pytest

from wordpress_export.model import Article, Status
from wordpress_export.previews import Preview


@pytest.mark.parametrize(
    ("permalink", "place"),
    [
        ("/2023/10/rain/", ("2023/10/rain/", "2023/10/rain/index.html")),
        ("/2023/10/rain", ("2023/10/rain/", "2023/10/rain/index.html")),
        ("/2023/10/mr.-smith/", ("2023/10/mr.-smith/", "2023/10/mr.-smith/index.html")),
        ("/odd/place.html", ("odd/place.html", "odd/place.html")),
        ("/επίπεδο/", ("%CE%B5%CF%80%CE%AF%CF%80%CE%B5%CE%B4%CE%BF/", "επίπεδο/index.html")),
        ("/", ("", "index.html")),
        ("", None),
    ],
)
def test_place(permalink: str, place: tuple[str, str] | None) -> None:
    """What ends with a slash is a folder, whatever dots are in it; only a file's name keeps its suffix."""
    preview = Preview(Article("post", "T", Status.PUBLISHED, "", permalink=permalink), "", ())

    assert place == preview.place
