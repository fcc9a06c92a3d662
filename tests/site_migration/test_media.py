"""Pictures and other files in whole migrations, by the command."""

import json
import subprocess
import zipfile
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from built_sites import ROOT, build
from markdown_articles.problems import RegistryError
from markdown_articles.registry_files import read_registries
from picture_files import JPEG, PAGE, PDF, UPLOADS, jpeg, put
from site_migration.__main__ import main
from tiny_exports import HEAD, TAIL, item, lines, migrated
from web_faults import served, status, whole

BODY = (
    f'<p><img src="https://gull.example{UPLOADS}/tide-300x200.jpg" alt="Tide"></p>'
    f'<p><a href="{UPLOADS}/tables.pdf">Tables</a> <a href="/about/">About</a></p>'
    '<p><img src="https://i0.wp.com/gull.example/wp-content/uploads/2023/10/ebb.jpg?resize=300%2C200" alt="Ebb">'
    '<img src="https://elsewhere.example/a.jpg" alt="Elsewhere"></p>'
)


def attachment(number: int, name: str) -> str:
    extra = f"<wp:attachment_url>https://gull.example{UPLOADS}/{name}</wp:attachment_url>"
    made = item(number, name.partition(".")[0], inside=("inherit", extra))
    return made.replace("<wp:post_type>post", "<wp:post_type>attachment")


def told(folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    reports = folder / "content" / "migration"
    lines = (reports / "media.jsonl").read_text(encoding="utf-8").splitlines()
    return json.loads((reports / "report.json").read_text(encoding="utf-8")), [json.loads(line) for line in lines]


def test_files_that_bodies_refer_to(tmp_path: Path) -> None:
    """What articles show or link to comes, in the media list or not; other hosts' files stay there."""
    store = put(tmp_path / "uploads", {"2023/10/tide.jpg": JPEG, "2023/10/tables.pdf": PDF, "2023/10/ebb.jpg": JPEG})

    assert 0 == migrated(
        tmp_path,
        item(body=BODY),
        attachment(2, "tide.jpg"),
        attachment(3, "unseen.jpg"),
        options=("--media", str(store)),
    )
    report, files = told(tmp_path)
    assert {"in the content folder": 3, "missing": 1, "on another site": 1} == report["media"]
    assert {
        "in no article, but in the media list": 1, "with the same bytes as another": 1
    } == report["media_facts"]  # fmt: skip
    assert [
        f"{UPLOADS}/tide.jpg",
        f"{UPLOADS}/tables.pdf",
        f"{UPLOADS}/ebb.jpg",
        "https://elsewhere.example/a.jpg",
    ] == (lines(tmp_path)[0]["files"])
    assert [f"{UPLOADS[1:]}/tide.jpg", f"{UPLOADS[1:]}/unseen.jpg"] == [file["file"] for file in files]


def test_missing_files_name_their_articles(tmp_path: Path) -> None:
    """Each missing file stands with the articles that miss it; one that no article shows is for no one's eye."""
    store = put(tmp_path / "uploads", {"2023/10/tide.jpg": JPEG})
    posts = (item(body=BODY), item(2, slug="ebb", body=f'<p><a href="{UPLOADS}/tables.pdf">Tables</a></p>'))

    assert 0 == migrated(tmp_path, *posts, attachment(3, "unseen.jpg"), options=("--media", str(store)))
    report, files = told(tmp_path)
    page = (tmp_path / "content/migration/report.html").read_text(encoding="utf-8")
    assert "<h3>File missing: 4</h3>" in page
    assert {
        f"{UPLOADS[1:]}/ebb.jpg": ["articles/2023/10/tide.md"],
        f"{UPLOADS[1:]}/tables.pdf": ["articles/2023/10/tide.md", "articles/2023/10/ebb.md"],
        f"{UPLOADS[1:]}/unseen.jpg": [],
    } == {file["file"]: file["articles"] for file in files if file["outcome"] == "missing"}
    review = [(example["file"], example["note"]["detail"]) for example in report["review"]]
    missing = [(file, name) for file, name in review if name.startswith(UPLOADS[1:])]
    assert [
        ("articles/2023/10/tide.md", f"{UPLOADS[1:]}/ebb.jpg"),
        ("articles/2023/10/tide.md", f"{UPLOADS[1:]}/tables.pdf"),
        ("articles/2023/10/ebb.md", f"{UPLOADS[1:]}/tables.pdf"),
    ] == missing  # fmt: skip


def test_raw_folder(tmp_path: Path) -> None:
    """A folder of raw material that has the files in it needs no --media."""
    raw = put(tmp_path / "raw", {"export.xml": (HEAD + item(body=BODY) + TAIL).encode()})
    assert 0 == main(["migrate", str(raw), "--into", str(tmp_path / "content")])
    assert {"not copied: no --media was named": 3, "on another site": 1} == told(tmp_path)[0]["media"]

    put(raw, {f"wp-content/uploads/2023/10/{name}": JPEG for name in ("tide.jpg", "ebb.jpg")})
    assert 0 == main(["migrate", str(raw), "--into", str(tmp_path / "content")])
    assert 2 == told(tmp_path)[0]["media"]["in the content folder"]


def test_archive_in_the_raw_folder(tmp_path: Path) -> None:
    """So does one that has them packed beside the export; what is no archive in truth is none."""
    raw = put(tmp_path / "raw", {"export.xml": (HEAD + item(body=BODY) + TAIL).encode(), "notes.zip": b"no zip"})
    with zipfile.ZipFile(raw / "uploads.zip", "w") as archive:
        archive.writestr("uploads/2023/10/ebb.jpg", JPEG)
    assert 0 == main(["migrate", str(raw), "--into", str(tmp_path / "content")])

    assert 1 == told(tmp_path)[0]["media"]["in the content folder"]


def test_pages_saved_as_single_files(tmp_path: Path) -> None:
    """So do the pages that a browser has saved as single files: their pictures say where they stood."""
    page = (
        'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
        f"--b\nContent-Type: image/jpeg\nContent-Location: https://gull.example{UPLOADS}/ebb.jpg\n"
        f"Content-Transfer-Encoding: base64\n\n{b64encode(JPEG).decode()}\n"
        "--b\nContent-Type: image/jpeg\nContent-Location: http://[\n\nx\n--b--\n"
    )
    raw = put(tmp_path / "raw", {"export.xml": (HEAD + item(body=BODY) + TAIL).encode(), "Ebb.mhtml": page.encode()})
    main(["migrate", str(raw), "--into", str(tmp_path / "content")])

    assert JPEG == (tmp_path / "content" / UPLOADS[1:] / "ebb.jpg").read_bytes()


def test_several_places_of_files(tmp_path: Path) -> None:
    """Folder and address may be named together; what the folder has is not asked for."""
    store = put(tmp_path / "uploads", {"2023/10/tide.jpg": JPEG})
    with served({f"{UPLOADS}/ebb.jpg": whole(jpeg("ebb")), f"{UPLOADS}/tables.pdf": whole(PAGE)}) as server:
        options = ("--media", str(store), "--media", server.address)
        assert 0 == migrated(tmp_path, item(body=BODY), attachment(2, "tide.jpg"), options=options)

    assert {"in the content folder": 2, "not published": 1, "on another site": 1} == told(tmp_path)[0]["media"]
    assert f"{UPLOADS}/tide.jpg" not in server.paths


def test_task(tmp_path: Path) -> None:
    """The task takes `--media` several times, and paths from where the user stands."""
    (tmp_path / "export.xml").write_text(HEAD + item(body=BODY) + TAIL, encoding="utf-8")
    for name in ("tide-300x200", "ebb"):
        put(tmp_path / name, {f"2023/10/{name}.jpg": JPEG})
    command = [str(ROOT / "inv"), "migrate", "export.xml", "--into", "content"]
    done = subprocess.run(
        [*command, "--media", "tide-300x200", "--media", "ebb"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, 2) == (done.returncode, told(tmp_path)[0]["media"]["in the content folder"]), done.stdout + done.stderr


def test_dry_run_fetches_nothing(tmp_path: Path) -> None:
    """A rehearsal asks no host and copies no file."""
    store = put(tmp_path / "uploads", {"2023/10/tide.jpg": JPEG})
    with served({"*": whole(JPEG)}) as server:
        options = ("--media", str(store), "--media", server.address, "--dry-run")
        assert 0 == migrated(tmp_path, item(body=BODY), options=options)

    assert [] == server.calls
    assert not (tmp_path / "content" / "wp-content").exists()


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (file for file in (folder / "content").rglob("*") if file.is_file() and file.suffix != ".sqlite")
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def test_twice(tmp_path: Path) -> None:
    """A second run asks for nothing, changes no file, and tells the same."""
    with served({f"{UPLOADS}/{name}": whole(JPEG) for name in ("tide-300x200.jpg", "ebb.jpg")}) as server:
        options = ("--media", server.address)
        migrated(tmp_path, item(body=BODY), options=options)
        before, asked = everything(tmp_path), len(server.calls)
        migrated(tmp_path, item(body=BODY), options=options)
        assert (before, asked) == (everything(tmp_path), len(server.calls))
        (tmp_path / "content/migration/report.json").unlink()
        migrated(tmp_path, item(body=BODY), options=options)
        assert before.keys() == everything(tmp_path).keys()
        assert {f"{UPLOADS}/tables.pdf"} == set(server.paths[asked:])


def test_host_that_recovers(tmp_path: Path) -> None:
    """A run whose host failed is not taken for the last one: the next asks again."""
    with served({"*": status(403)}) as server:
        options = ("--media", server.address)
        assert 0 == migrated(tmp_path, item(body=BODY), options=options)
        assert 3 == told(tmp_path)[0]["media"]["not fetched yet: the host did not answer as it should"]
        server.site["*"] = whole(JPEG)
        assert 0 == migrated(tmp_path, item(body=BODY), options=options)

    assert 3 == told(tmp_path)[0]["media"]["in the content folder"]


def test_new_files_in_a_store(tmp_path: Path) -> None:
    """A file that was put into the folder since the last run is found, though the export is as before."""
    store = put(tmp_path / "uploads", {"2023/10/tide-300x200.jpg": JPEG})
    migrated(tmp_path, item(body=BODY), options=("--media", str(store)))
    put(store, {"2023/10/ebb.jpg": JPEG})
    migrated(tmp_path, item(body=BODY), options=("--media", str(store)))

    assert (tmp_path / "content" / UPLOADS[1:] / "ebb.jpg").is_file()


def test_new_archive(tmp_path: Path) -> None:
    """So is one in an archive that has taken the place of another."""
    for name in ("tide-300x200.jpg", "ebb.jpg"):
        with zipfile.ZipFile(tmp_path / "uploads.zip", "w") as archive:
            archive.writestr(f"2023/10/{name}", JPEG)
        migrated(tmp_path, item(body=BODY), options=("--media", str(tmp_path / "uploads.zip")))

    assert (tmp_path / "content" / UPLOADS[1:] / "ebb.jpg").is_file()


def test_articles_that_are_recalled(tmp_path: Path) -> None:
    """What an earlier run found articles to refer to is known where nothing is converted again."""
    migrated(tmp_path, item(body=BODY), item(2, slug="ebb"))
    store = put(tmp_path / "uploads", {"2023/10/ebb.jpg": JPEG})
    migrated(tmp_path, item(body=BODY), item(2, slug="ebb", body="New."), options=("--media", str(store)))

    assert (tmp_path / "content" / UPLOADS[1:] / "ebb.jpg").is_file()


def test_files_of_comments_and_menus(tmp_path: Path) -> None:
    """Pictures in readers' comments are the site's too."""
    comment = (
        "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>R</wp:comment_author>"
        "<wp:comment_date>2023-10-18 09:30:00</wp:comment_date><wp:comment_approved>1</wp:comment_approved>"
        f'<wp:comment_content><![CDATA[<a href="https://gull.example{UPLOADS}/mine.jpg">Mine</a>]]></wp:comment_content>'
        "</wp:comment>"
    )
    store = put(tmp_path / "uploads", {"2023/10/mine.jpg": JPEG})
    migrated(tmp_path, item(inside=("publish", comment)), options=("--media", str(store)))

    assert (tmp_path / "content" / UPLOADS[1:] / "mine.jpg").is_file()


@pytest.mark.parametrize("named", ["nowhere", "a.rar"])
def test_wrong_store(tmp_path: Path, capsys: pytest.CaptureFixture[str], named: str) -> None:
    """What is no store is said before anything is done."""
    put(tmp_path, {"a.rar": b"Rar!\x1a\x07\x00"})

    assert 2 == migrated(tmp_path, item(), options=("--media", str(tmp_path / named)))
    assert f"--media {tmp_path / named}" in capsys.readouterr().out.replace("\n", "")
    assert not (tmp_path / "content").exists()


def test_files_beside_wp_content(tmp_path: Path) -> None:
    """A build publishes what lay in other folders of the old site at its old address, and no other folder."""
    body = '<p><img src="https://gull.example/images/logo.jpg" alt="A gull"> <a href="/tables.pdf">Tables</a></p>'
    store = put(tmp_path / "uploads", {"images/logo.jpg": JPEG, "tables.pdf": PDF})
    assert 0 == migrated(tmp_path, item(body=body), options=("--media", str(store)))
    put(tmp_path / "content", {"notes/secret.jpg": JPEG})
    build(tmp_path / "content", tmp_path / "output")

    files = {file.relative_to(tmp_path / "output").as_posix() for file in (tmp_path / "output").rglob("*.*")}
    assert {"images/logo.jpg", "tables.pdf"} == {file for file in files if file.endswith((".jpg", ".pdf", ".jsonl"))}


@pytest.mark.parametrize("name", ["..", "data", "Articles", "/etc", ".git", "a/b"])
def test_folder_that_is_not_published(tmp_path: Path, name: str) -> None:
    """No line in `site.yaml` publishes what is not for readers."""
    put(tmp_path, {"site.yaml": f"title: The Gull\nfiles:\n  - {name}\n".encode()})
    with pytest.raises(RegistryError, match="is no folder that can be published"):
        read_registries(tmp_path)


def test_catalogue(tmp_path: Path) -> None:
    """What the media list says of files stands beside them, as a list that editors may change."""
    key = "<wp:meta_key>_wp_attachment_image_alt</wp:meta_key>"
    alt = f"<wp:postmeta>{key}<wp:meta_value>A boat</wp:meta_value></wp:postmeta></item>"
    tide, ebb = attachment(2, "tide.jpg").replace("</item>", alt), attachment(3, "image.jpg")
    catalogue = tmp_path / "content/data/media/2023-10.yaml"
    migrated(tmp_path, item(), tide, ebb)
    assert (
        f"{UPLOADS}/image.jpg:\n  title: Tide 3\n  description: Words.\n"
        f"{UPLOADS}/tide.jpg:\n  title: Tide 2\n  alt: A boat\n  description: Words.\n"
    ) == catalogue.read_text(encoding="utf-8")

    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace("Tide 3", "High tide"), encoding="utf-8")
    assert 0 == migrated(tmp_path, item(), tide.replace("A boat", "A ferry"), ebb)
    text = catalogue.read_text(encoding="utf-8")
    assert ("High tide" in text, "alt: A ferry" in text) == (True, True)
