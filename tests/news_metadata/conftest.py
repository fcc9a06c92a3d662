"""Sites for the tests of news_metadata."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from built_sites import ROOT, Site, build, write

SITE = {
    "data/site.yaml": 'title: Gulls & "Sons"\ntagline: News <and> weather\n'
                      "address: http://old.example\nlanguage: en-GB\n"
                      "logo: /wp-content/logo.png\nicon: /wp-content/icon.png\nhub: https://hub.example/\n",
    "data/authors.yaml": 'pep:\n  name: Perpetua "Pep" Lowe\n  bio: Drives <b>slowly</b>.\n'
                         "  website: https://pep.example\n  avatar: /wp-content/pep.jpg\n"
                         "  links:\n    Mastodon: https://social.example/@pep\n    Post: mailto:pep@pep.example\n",
    "data/categories.yaml": "news:\n  name: News\nlocal:\n  name: Local & near\n  parent: news\n"
                            "  description: All <i>near</i>.\n",
    "articles/hostile.md": "---\ntitle: '</script><b>]]>'' & \"fish\"'\ndate: 2024-11-02T07:30:00+02:00\n"
                           "modified: 2024-11-03T08:00:00+02:00\nauthors:\n  - pep\n  - Ben Farrow\ncategories:\n"
                           "  - News/Local & near\n  - Opinion\ntags:\n  - a<b\n  - トラム\n"
                           "image: /wp-content/a b.jpg\n"
                           'image_alt: A "gull"\nimage_caption: It flies\nimage_credit: Ada\nsummary: Less < more\n'
                           "wordpress_id: 77\n---\nWords ]]> &amp; <https://x.example/>. [Home](/about/)\n\n"
                           '<audio src="/wp-content/horn.mp3"></audio>\n\n![Quay](/wp-content/quay.png)\n',
    "articles/arabic.md": "---\ntitle: سوق السمك\ndate: 2024-11-01T05:00:00+00:00\nlang: ar\nkind: Opinion\n"
                          "categories:\n  - News\nextra:\n  guid: http://older.example/?p=9\nwordpress_id: 9\n"
                          "---\nكلام.\n",
    "articles/tram.md": "---\ntitle: トラムが戻った\ndate: 2024-10-31T05:00:00+09:00\nlang: ja\nkind: live\n"
                        "series: Rails & roads\ntranslation_of: arabic\ncategories:\n  - News\n---\n電車。\n",
    "articles/copy.md": "---\ntitle: A copy\ndate: 2024-10-01\nnoindex: true\ncanonical: https://first.example/x/\n---\nText.\n",
    "articles/undated.md": "---\ntitle: Nobody knows\n---\nOld.\n",
    "articles/secret.md": "---\ntitle: Unsaid draft\ndate: 2024-11-02\nstatus: draft\ntags:\n  - unsaid-tag\n"
                          "---\nUnsaid words.\n",
    "articles/private.md": "---\ntitle: Unsaid private\ndate: 2024-11-02\nstatus: private\n---\nUnsaid words.\n",
    "pages/about.md": "---\ntitle: About us\n---\nWho we are.\n",
    "wp-content/a b.jpg": "12345",
    "wp-content/horn.mp3": "123",
}  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small site with what is hard to tell machines."""
    return built(tmp_path_factory.mktemp("site"), SITE)


@pytest.fixture(scope="session")
def homeless(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same, built without knowing where it will be published, nor where it was."""
    files = SITE | {"data/site.yaml": "title: Nowhere\n"}
    return built(tmp_path_factory.mktemp("homeless"), files, 'SITEURL=""', 'FEED_DOMAIN=""')


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site without a single article."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "content").mkdir()
    return build(folder / "content", folder / "output")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample newspaper, on the day of its latest story: its last two days are news."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1732449600")  # 24 November 2024, 12:00 UTC
        return build(ROOT / "content", tmp_path_factory.mktemp("sample") / "output")


def built(folder: Path, files: Mapping[str, str], *settings: str) -> Site:
    """Build a site of these files in a folder."""
    write(folder / "content", files)
    return build(folder / "content", folder / "output", *settings)
