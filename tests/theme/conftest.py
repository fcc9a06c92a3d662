"""Sites for the tests of the theme."""

from collections.abc import Mapping

import pytest

from built_sites import ROOT, Build, Site, build, write


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample newspaper of content/."""
    return build(ROOT / "content", tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build a site from a few files."""

    def build_from(files: Mapping[str, str]) -> Site:
        folder = tmp_path_factory.mktemp("site")
        write(folder / "content", files)
        return build(folder / "content", folder / "output")

    return build_from


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site of Pelican's own readers, with the one plugin that the theme needs."""
    folder = tmp_path_factory.mktemp("plain")
    write(folder / "content", {
        "articles/tram.rst": "The tram\n########\n\n:date: 2024-11-02\n:authors: Ada Lowe; Ben Farrow\n"
                             ":category: Quay\n:tags: rails\n\nIt *moved*.\n\n.. code-block:: python\n\n   x = 1\n",
        "articles/bridge.html": '<html><head><title>The bridge</title><meta name="date" content="2024-11-01">'
                                '<meta name="summary" content="Cold."></head><body><p>Shut.</p></body></html>',
        "pages/about.rst": "About\n#####\n\nUs.\n",
    })  # fmt: skip
    return build(folder / "content", folder / "output", 'PLUGINS=["theme_words"]', 'FEED_ALL_RSS="feed/index.xml"')
