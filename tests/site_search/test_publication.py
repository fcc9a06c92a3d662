from pathlib import Path

import pytest

from search_stories import entry, fragments
from site_search.indexer import Order, SearchProgramError, find_program, make_index
from site_search.kept_volumes import Store
from site_search.publication import publish
from site_search.settled import settled
from site_search.volumes import Volume

DOCUMENTS = [
    (f"/{number}/", "<html><body data-pagefind-body>" + "".join(
        f'<b data-pagefind-filter="{name}[title]" title="{name} {number % 7}"></b>' for name in ("a", "b", "c", "d"))
     + f"<p>Story {number} of the tide</p></body></html>") for number in range(30)
]  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def index() -> dict[str, bytes]:
    return make_index(find_program(), Order("en", (), DOCUMENTS))


def test_same_bytes() -> None:
    """The same stories give the same files, though Pagefind itself does not."""
    first, *others = (settled(index()) for _ in range(4))

    assert [first] * 3 == others


def test_whole() -> None:
    """An index that was put in order is as large, and has the same files but for their names."""
    raw = index()
    ordered = settled(raw)

    assert len(raw) == len(ordered)
    assert {name for name in raw if name.endswith((".pf_index", ".pf_fragment"))} <= set(ordered)


def test_only_what_changed(tmp_path: Path) -> None:
    """A second time only the volume that changed is made, and files of the others are the same ones, not copies."""
    store = Store(tmp_path / "store")
    old = Volume("2023", "en", (entry("2023-01-01", "/old/"),))

    def published(text: str, name: str) -> Path:
        publish([Volume("2024", "en", (entry(_content=f"<p>{text}</p>"),)), old], "en", store, tmp_path / name)
        return tmp_path / name

    first, second, third = published("Ebb", "first"), published("Flood", "second"), published("Ebb", "third")

    assert files(first) == files(third) != files(second)
    assert {2} == {len(list(path.iterdir())) for path in (tmp_path / "store").glob("2024")}
    assert {1} == {len(list(path.iterdir())) for path in (tmp_path / "store").glob("2023")}
    pairs = [(first / "2023" / name, second / "2023" / name) for name in files(first / "2023")]
    assert pairs
    assert all(one.samefile(other) for one, other in pairs)


def test_engine_once(tmp_path: Path) -> None:
    """The program that searches is there once, beside the first volume."""
    volumes = [Volume("2024", "en", (entry(),)), Volume("2023", "en", (entry("2023-01-01"),))]
    publish(volumes, "en", Store(tmp_path / "store"), tmp_path / "site")

    assert {"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind", "pagefind-entry.json", "writers.json"} <= set(
        files(tmp_path / "site")
    )
    assert [] == [name for name in files(tmp_path / "site/2023") if name.endswith((".js", ".css")) or "wasm" in name]
    assert [] == [name for name in files(tmp_path / "site") if "ui" in name or name.endswith(".css")]


def test_words(tmp_path: Path) -> None:
    """Words of the body are kept for passages; those of other stories' cards, and of buttons, are not its own."""
    body = (
        '<p>Ebb &lt;b&gt;.</p><aside class="related-story"><a>Elsewhere</a></aside><button>Press</button><p>Flood</p>'
    )
    publish([Volume("2024", "en", (entry(_content=body, subtitle="A dek"),))], "en", Store(tmp_path), tmp_path / "site")

    assert ["A dek. Ebb <b>. Flood"] == [each["content"].removesuffix(".") for each in fragments(tmp_path / "site")]


def test_segmented(tmp_path: Path) -> None:
    """Words of Japanese are cut."""
    volume = Volume("2024", "ja", (entry(language="ja", _content="<p>東の浅瀬にカキが帰ってきた。</p>"),))
    publish([volume], "en", Store(tmp_path), tmp_path / "site")

    assert fragments(tmp_path / "site")[0]["word_count"] > 5


def test_nothing(tmp_path: Path) -> None:
    """A site without stories has no index, nor one of the last build."""
    (tmp_path / "site").mkdir()
    publish([], "en", Store(tmp_path / "store"), tmp_path / "site")

    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "program", ["#!/bin/sh\nexit 3\n", "#!/bin/sh\necho no memory >&2\nhead -c 99\n", "no program"]
)
def test_failing_program(tmp_path: Path, program: str) -> None:
    """A program that ends early, or is none, is told of, with a way to publish without it, and leaves nothing."""
    path = tmp_path / "pagefind"
    path.write_text(program, encoding="utf-8")
    path.chmod(0o755)

    with pytest.raises(SearchProgramError, match=r"Pagefind .*take site_search out of PLUGINS"):
        make_index(path, Order("en", (), DOCUMENTS))


def test_failure_is_not_kept(tmp_path: Path) -> None:
    """A volume that could not be made is made by the next build."""
    store = Store(tmp_path)

    def fail() -> dict[str, bytes]:
        raise SearchProgramError("no memory")

    with pytest.raises(SearchProgramError):
        store.fetch("2024", ("", DOCUMENTS), fail)

    assert [] == list((tmp_path / "2024").iterdir())
    assert (store.fetch("2024", ("", DOCUMENTS), index) / "pagefind-entry.json").is_file()


@pytest.mark.parametrize(
    "body",
    [
        "\ud800 \x00",
        "<!-- <p>",
        "<script>x",
        "<textarea>x",
        "<b title='",
        "</div></body></html>",
        "<svg><title>",
        "<" * 999,
    ],
)
def test_broken_body(tmp_path: Path, body: str) -> None:
    """A body that is broken stops nothing; the story is found by its headline, and by the words before."""
    odd = entry(_content=f"<p>Flood {body}", title="Ebb \x00")
    publish([Volume("2024", "en", (odd, entry("2024-01-01", "/b/")))], "en", Store(tmp_path), tmp_path / "site")
    found = fragments(tmp_path / "site")

    assert ["/b/", "/tram/"] == [each["url"] for each in found]
    assert found[1]["content"].startswith("Flood")
