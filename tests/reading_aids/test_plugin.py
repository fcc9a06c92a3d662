"""Articles of a built site."""

import subprocess
import sys
from pathlib import Path

from built_sites import ROOT, write

TEMPLATE = "{{ article.reading_minutes }}|{% for line in article.contents %}{{ line.id }}={{ line.title }};{% endfor %}"
BODY = "\n\n".join(f"## Part {part}\n\n" + "word " * 230 for part in range(1, 5))


def test_built(tmp_path: Path) -> None:
    """Long pieces have minutes and contents; what is live has minutes alone, and a picture without words none."""
    head = "---\ntitle: T\ndate: 2024-11-02\n"
    kinds = ("page", "category", "tag", "author", "period_archives")
    write(tmp_path / "theme/templates", {"article.html": TEMPLATE} | {f"{kind}.html": "" for kind in kinds})
    write(tmp_path / "content", {
        "articles/long.md": f"{head}---\n{BODY}\n",
        "articles/live.md": f"{head}kind: live\n---\n{BODY}\n",
        "articles/seen.md": f"{head}---\n![A gull](/wp-content/gull.jpg)\n",
    })  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(tmp_path / "content"), "-s", str(ROOT / "pelicanconf.py"),
         "-o", str(tmp_path / "output"), "--fatal", "errors", "-e", f'THEME="{tmp_path / "theme"}"',
         "DIRECT_TEMPLATES=[]"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    pages = {name: (tmp_path / f"output/2024/11/{name}/index.html").read_text() for name in ("long", "live", "seen")}
    assert {
        "long": "4|h-part-1=Part 1;h-part-2=Part 2;h-part-3=Part 3;h-part-4=Part 4;", "live": "4|", "seen": "0|",
    } == pages  # fmt: skip
