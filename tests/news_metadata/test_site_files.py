"""The small files at the root, which story is a translation of which, and what files and addresses are."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from built_sites import Site, build, write
from news_metadata.addresses import encoded, type_of
from news_metadata.files import PublishedFiles
from news_metadata.newspaper import Newspaper
from news_metadata.plain_words import language_tag, plain
from news_metadata.site_files import llms, manifest
from news_metadata.stories import Story, read_story
from news_metadata.translations import versions

PAPER = Newspaper("The [Gull]", "News\n> weather", "ar", "https://gull.example", icon="/wp-content/icon.png")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x02\x00"


def story(address: str, language: str, **more: object) -> Story:
    slug = address.strip("/")
    return read_story(SimpleNamespace(
        title=address, url=f"{slug}/", slug=slug, lang=language, status="published", metadata={"summary": "x"}, **more,
    ))  # fmt: skip


def test_manifest(tmp_path: Path) -> None:
    """The web manifest names the site, its direction, and its icon with type and size."""
    (tmp_path / "wp-content").mkdir()
    (tmp_path / "wp-content" / "icon.png").write_bytes(PNG)
    name, text = manifest(PAPER, PublishedFiles(tmp_path, ("wp-content",)))
    facts = json.loads(text)

    assert ("/site.webmanifest", "The [Gull]", "rtl", "/") == (name, facts["name"], facts["dir"], facts["start_url"])
    icon = {"src": "https://gull.example/wp-content/icon.png", "type": "image/png", "sizes": "512x512"}
    assert [icon] == facts["icons"]


def test_llms() -> None:
    """Words in llms.txt stay words: no line break and no bracket of a title makes Markdown."""
    name, text = llms(PAPER, [], [story("/a](x)/", "ar", date=None)])

    assert "/llms.txt" == name
    assert text.startswith("# The \\[Gull\\]\n\n> News \\> weather\n")
    assert "- [/a\\](x)/](https://gull.example/a](x)/): x" in text


def test_llms_of_a_site(site: Site) -> None:
    """The table of contents lists sections and the newest stories, and nothing unpublished."""
    text = (site.output / "llms.txt").read_text(encoding="utf-8")

    assert "- [News](https://courier.example/category/news/)" in text
    assert "- [سوق السمك](https://courier.example/2024/11/arabic/): كلام." in text
    assert "Uncategorized" not in text


def test_own_files(tmp_path: Path) -> None:
    """A robots.txt of the newsroom's own is published as it is."""
    write(tmp_path / "content", {"data/site.yaml": "files:\n  - robots.txt\n", "robots.txt": "User-agent: us\n"})
    site = build(tmp_path / "content", tmp_path / "output")

    assert "User-agent: us\n" == (site.output / "robots.txt").read_text(encoding="utf-8")


def test_sizes(tmp_path: Path) -> None:
    """Only what is published is measured: not a file beside it, nor one above, nor a folder, nor what is not there."""
    (tmp_path / "wp-content" / "folder").mkdir(parents=True)
    (tmp_path / "wp-content" / "a b.jpg").write_bytes(b"12345")
    (tmp_path / "secret.jpg").write_bytes(b"1")
    files = PublishedFiles(tmp_path, ("wp-content",))

    assert 5 == files.size_of("/wp-content/a%20b.jpg")
    for address in ("/secret.jpg", "/wp-content/../secret.jpg", "/wp-content/folder", "/wp-content/no.jpg", "//x/a.jpg",
                    "https://[x", "/wp-content/" + "x" * 5_000, "/wp-content/\0.jpg"):  # fmt: skip
        assert files.size_of(address) is None, address
    assert "" == files.pixels_of("/wp-content/a b.jpg")


def test_versions() -> None:
    """Stories are versions of one by slug or address; a circle, a missing original and one language harm nothing."""
    stories = [
        story("/a/", "en"), story("/b/", "el", translation_of="a"), story("/c/", "fr", translation_of="/b/"),
        story("/d/", "en"), story("/e/", "el", translation_of="gone"),
        story("/f/", "en", translation_of="g"), story("/g/", "el", translation_of="f"),
        story("/h/", "en"), story("/i/", "en", translation_of="h"),
    ]  # fmt: skip
    found = versions(stories, PAPER)

    three = tuple((tag, f"https://gull.example/{slug}/") for tag, slug in (("el", "b"), ("en", "a"), ("fr", "c")))
    assert {"/a/", "/b/", "/c/", "/f/", "/g/"} == set(found)
    assert three == found["/a/"] == found["/b/"] == found["/c/"]
    assert ("el", "en") == tuple(tag for tag, _ in found["/f/"])


def test_pelicans_translations() -> None:
    """Pelican's own translations are versions too."""
    german = SimpleNamespace(url="a-de/")
    stories = [story("/a/", "en", translations=[german]), story("/a-de/", "de")]

    assert ["de", "en"] == [tag for tag, _ in versions(stories, PAPER)["/a-de/"]]


@pytest.mark.parametrize(("address", "expected"), [
    ("/a b/ü.jpg", "/a%20b/%C3%BC.jpg"), ("/a%20b", "/a%20b"), ("/100%", "/100%25"), ("/?a=b&c#d", "/?a=b&c#d"),
    ('/"<>', "/%22%3C%3E"), ("", ""),
])  # fmt: skip
def test_encoded(address: str, expected: str) -> None:
    """An address is encoded once, whether it was already or not."""
    assert expected == encoded(address) == encoded(encoded(address))


@pytest.mark.parametrize(("address", "expected"), [
    ("/a.JPG?x=1", "image/jpeg"), ("https://x.example/a.mp3", "audio/mpeg"), ("/a", ""), ("https://[", ""),
])  # fmt: skip
def test_types(address: str, expected: str) -> None:
    """A file's type is told by its ending, on each machine alike."""
    assert expected == type_of(address)


@pytest.mark.parametrize(("given", "expected"), [
    ("en", "en"), ("en-gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("pt_BR", "pt-BR"), ("", ""),
])  # fmt: skip
def test_language(given: str, expected: str) -> None:
    """A language is spelt as BCP 47 has it."""
    assert expected == language_tag(given)


def test_plain() -> None:
    """Words of HTML are without tags, comments and entities, and a broken tag costs no more time than its length."""
    assert "A & b < c" == plain("<p>A &amp;<!-- <b> -->\n b &lt;&nbsp;c</p>")
    assert 100_000 == len(plain("<" * 100_000))
    assert "" == plain("<!--" * 100_000)
