"""Export files made to harm the machine that reads them, each given to the real command."""

import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest

from built_sites import ROOT
from cases import Case, read_cases
from site_migration.__main__ import main
from tiny_exports import HEAD, TAIL, item

CASES = read_cases(Path(__file__).parent / "cases" / "hostile_files.txt")
RSS = HEAD.partition("?>")[2].strip()


def spelled(given: str) -> bytes:
    """Give the bytes that a case means by what it has in braces."""
    encoding = "latin-1" if "{bytes" in given else "utf-8"
    for mark, meant in {"{rss}": RSS, "{end}": TAIL}.items():
        given = given.replace(mark, meant)
    given = re.sub(r"\{U\+([0-9A-F]{4,6})\}", lambda code: chr(int(code[1], 16)), given)
    given = re.sub(r"\{(\d+) \* ([^{}]*)\}", lambda times: times[2] * int(times[1]), given)
    given = re.sub(r"\{bytes ([0-9a-f ]+)\}", lambda octets: bytes.fromhex(octets[1]).decode("latin-1"), given)
    given = re.sub(
        r"\{sections (\d+)\}", lambda n: "".join(f"<a{k}><![CDATA[x</a{k}>" for k in range(int(n[1]))), given
    )
    given = re.sub(r"\{attributes (\d+)\}", lambda n: " ".join(f'a{k}="x"' for k in range(int(n[1]))), given)
    given = re.sub(r"\{item ([^{}]*)\}", _item, given, flags=re.DOTALL)
    return given.encode(encoding)


def _item(words: re.Match[str]) -> str:
    return item(1).replace("<![CDATA[Words.]]>", words[1])


def migrated(export: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Migrate an export; give the exit status, and all that was printed in one line."""
    status = main(["migrate", str(export), "--into", str(content)])
    return status, " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_file(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The export is read or refused, and a sentence says which; nothing stands outside the content folder."""
    status, _, sentence = case.expected.partition(" ")
    export, content = tmp_path / "export.xml", tmp_path / "content"
    export.write_bytes(spelled(case.given))

    got, told = migrated(export, content, capsys)
    assert (int(status), True) == (got, sentence in told), told
    assert {export} | ({content} if got < 2 else set()) == set(tmp_path.iterdir())
    assert "root:x:0" not in "".join(file.read_text("utf-8") for file in content.rglob("*.md"))


def test_packed_bomb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ten gigabytes of blanks in ten megabytes are refused by the first of them, wherever they are packed."""
    head, blanks = HEAD + item(1) + "<item><title>Bomb</title>", gzip.compress(b" " * (64 << 20), 9)
    export = tmp_path / "export.xml.gz"
    export.write_bytes(gzip.compress(head.encode()) + blanks * 160)
    assert export.stat().st_size < 16 << 20

    status, told = migrated(export, tmp_path / "content", capsys)
    assert (2, True) == (status, "export.xml.gz: the packed export unpacks to more than 200 times its size" in told)


def test_packed_zeros(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ten gigabytes of zeros are no export, by their first bytes."""
    (tmp_path / "export.xml.gz").write_bytes(gzip.compress(bytes(64 << 20), 9) * 160)

    status, told = migrated(tmp_path / "export.xml.gz", tmp_path / "content", capsys)
    assert (2, True) == (status, "is in none of the raw forms" in told)


@pytest.mark.parametrize(
    "large",
    [
        pytest.param(
            "<item><title>Endless tide</title><content:encoded><![CDATA[{}]]></content:encoded></item>", id="item"
        ),
        pytest.param("<item><title>Endless tide</title>{}</item>", id="words in an item that are no one's"),
    ],
)
def test_large_item(large: str, tmp_path: Path) -> None:
    """An item of more than 64 MB is left out, by its name, without ever being held; its neighbours are not."""
    export, (before, after) = tmp_path / "export.xml", large.split("{}")
    with export.open("w", encoding="utf-8") as file:
        file.write(HEAD + item(1) + before)
        file.writelines("Words and words of the tide\n" * 40_000 for _ in range(150))
        file.write(after + item(2, "ebb") + TAIL)
    script = (
        "import resource, sys; sys.path[:0] = ['plugins']; from site_migration.__main__ import main;"
        f"status = main(['migrate', {str(export)!r}, '--into', {str(tmp_path / 'content')!r}]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, 'MB'); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    told = " ".join(done.stdout.split())
    megabytes = int(re.findall(r"(\d+) MB", told)[-1])
    assert (1, "") == (done.returncode, done.stderr)
    assert 'the item "Endless tide" (id unknown) is lost: it has more than 64 MB' in told
    assert {"tide.md", "ebb.md"} == {file.name for file in (tmp_path / "content").rglob("*.md")}
    assert megabytes < 700
