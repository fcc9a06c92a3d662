"""Pages of series on built sites."""

import subprocess
import sys
from pathlib import Path

from built_sites import ROOT, write

SERIES = (
    "{{ series.name }}|{{ series.description }}|{{ articles_page.number }}/{{ articles_page.paginator.num_pages }}"
    "|{{ articles_page.object_list|map(attribute='title')|join(',') }}"
)
INDEX = "{% for series, stories in all_series %}{{ series.url }}={{ series.name }}:{{ stories|length }};{% endfor %}"
ARTICLE = (
    "{% set place = article.series_place %}{% if place %}{{ place.series.url }} {{ place.number }}/{{ place.count }}"
    " {{ place.previous.title if place.previous }}<{{ article.title }}>{{ place.next.title if place.next }}{% endif %}"
)


def story(day: int, more: str) -> str:
    return f"---\ntitle: T{day:02}\ndate: 2024-11-{day:02}\n{more}---\nText.\n"


def built(folder: Path, files: dict[str, str], templates: dict[str, str]) -> Path:
    kinds = ("page", "category", "tag", "author", "period_archives")
    write(folder / "content", files)
    write(folder / "theme/templates", {f"{kind}.html": "" for kind in kinds} | {"article.html": ARTICLE} | templates)
    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(folder / "content"), "-s", str(ROOT / "pelicanconf.py"),
         "-o", str(folder / "output"), "--fatal", "errors", "-e", f'THEME="{folder / "theme"}"', "DIRECT_TEMPLATES=[]"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_pages(tmp_path: Path) -> None:
    """A series has pages with the newest story first, its description, and places for each; drafts do not count."""
    files = {f"articles/t{day:02}.md": story(day, "series: Tales of the quay\n") for day in range(1, 13)}
    files |= {
        "data/series.yaml": "quay:\n  name: Tales of the quay\n  description: <b>Fridays</b>.\n",
        "articles/draft.md": story(13, "series: quay\nstatus: draft\n"),
        "articles/by-slug.md": story(14, "series: quay\n"),
        "articles/other.md": story(15, "series: Ünter & über\n"),
        "articles/none.md": story(16, ""),
    }
    output = built(tmp_path, files, {"series.html": SERIES, "all_series.html": INDEX})

    assert "Tales of the quay|&lt;b&gt;Fridays&lt;/b&gt;.|1/2|T14,T12,T11,T10,T09,T08,T07,T06,T05,T04" == read(
        output / "series/quay/index.html"
    )
    assert read(output / "series/quay/page/2/index.html").endswith("|2/2|T03,T02,T01")
    assert "series/quay/=Tales of the quay:13;series/unter-uber/=Ünter &amp; über:1;" == read(
        output / "series/index.html"
    )
    assert "series/quay/ 12/13 T11<T12>T14" == read(output / "2024/11/t12/index.html")
    assert "series/quay/ 13/13 T12<T14>" == read(output / "2024/11/by-slug/index.html")
    assert "" == read(output / "2024/11/none/index.html")


def test_none(tmp_path: Path) -> None:
    """A site without series has no page of any; one whose theme has no template for them has places alone."""
    templates = {"series.html": SERIES, "all_series.html": INDEX}

    assert not (built(tmp_path / "a", {"articles/t01.md": story(1, "")}, templates) / "series").exists()
    output = built(tmp_path / "b", {"articles/t01.md": story(1, "series: Quay\n")}, {})
    assert not (output / "series").exists()
    assert " 1/1 <T01>" == read(output / "2024/11/t01/index.html")


def test_page_of_an_editor(tmp_path: Path) -> None:
    """A page of an editor's at the address of the list is shown, and the list gives way."""
    files = {"articles/t01.md": story(1, "series: Quay\n"), "pages/series.md": "---\ntitle: Ours\n---\nText.\n"}
    templates = {"series.html": SERIES, "all_series.html": INDEX, "page.html": "{{ page.title }}"}

    assert "Ours" == read(built(tmp_path, files, templates) / "series/index.html")
