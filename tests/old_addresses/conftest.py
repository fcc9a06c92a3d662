"""The Gull, migrated and built once for all tests."""

from pathlib import Path

import pytest

from built_sites import Site, build
from gull_addresses import EDITORS, EXPORT, PICTURE
from picture_files import png
from site_migration.__main__ import main

ALL = 'REDIRECTS_FOR=["netlify", "nginx", "caddy", "apache", "s3"]'
"""Every form but for pages, which would stand where a host leads on, and Cloudflare's, which has Netlify's place."""


@pytest.fixture(scope="session")
def gull_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the content folder of The Gull, as a migration wrote it, with what its editors added."""
    folder = tmp_path_factory.mktemp("gull")
    (folder / "export.xml").write_text(EXPORT, encoding="utf-8")
    content = folder / "content"
    assert 0 == main(["migrate", str(folder / "export.xml"), "--into", str(content), "--accept-loss"])
    (content / PICTURE).parent.mkdir(parents=True, exist_ok=True)
    (content / PICTURE).write_bytes(png())
    (content / "data" / "addresses.yaml").write_text(EDITORS, encoding="utf-8")
    return content


@pytest.fixture(scope="session")
def gull(gull_content: Path) -> Site:
    """Give The Gull, built."""
    return build(gull_content, gull_content.parent / "output", ALL)
