from pathlib import Path

from picture_files import JPEG, put
from site_migration.media.single_files import SingleFileStore


def test_deep_page(tmp_path: Path) -> None:
    """A page whose parts nest thousands deep has no pictures, and stops nothing."""
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5000))
    picture = "Content-Type: image/jpeg\nContent-Location: https://gull.example/a.jpg?ver=1\n\nwords"
    store = SingleFileStore(put(tmp_path, {"deep.mht": deep.encode(), "page.mhtml": picture.encode(), "a.jpg": JPEG}))

    assert [("gull.example/a.jpg?ver=1", 5)] == [(member.path, member.size) for member in store.members()]
