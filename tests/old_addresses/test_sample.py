"""The genuine sample on hosts: what its WordPress answered, by kind."""

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from urllib.parse import unquote

import pytest

from asked_hosts import Ask, caddy, follow, nginx
from built_sites import Site, build
from netlify_rules import netlify
from picture_files import png
from sample_addresses import NOTHING, UNIT, old_addresses
from samples import needs_samples
from site_migration.__main__ import main

HOSTS: dict[str, Callable[[Path, Path], AbstractContextManager[Ask]]] = {
    "nginx": nginx,
    "caddy": caddy,
    "netlify": lambda output, _: nullcontext(netlify(output)),
}
pytestmark = needs_samples


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give the sample, migrated and built, with a file at the address of each of its files."""
    folder = tmp_path_factory.mktemp("unit")
    content = folder / "content"
    assert 0 == main(["migrate", str(UNIT / "export.xml"), "--into", str(content)])
    for line in (UNIT / "urls.tsv").read_text(encoding="utf-8").splitlines():
        address, kind, *_ = line.split("\t")
        if kind == "file":
            file = content / unquote(address.split("/", 3)[3])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(png())
    return build(content, folder / "output", 'REDIRECTS_FOR=["netlify", "nginx", "caddy"]')


@pytest.mark.parametrize("name", HOSTS)
def test_share(name: str, unit: Site, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """Each address leads to the same article, list, feed or file; what was hidden leads nowhere."""
    right, asked, wrong = Counter[str](), Counter[str](), []
    with HOSTS[name](unit.output, tmp_path / "host") as ask:
        for old in old_addresses(unit.output):
            landing = follow(ask, old.sent)
            is_right = landing.status in {404, 410} if old.lands == NOTHING else (
                landing.status == 200 and landing.address == old.lands
            )  # fmt: skip
            asked[old.kind] += 1
            right[old.kind] += is_right
            if not is_right:
                wrong.append((old, landing))
    shares = " ".join(f"{kind} {right[kind]}/{asked[kind]}" for kind in asked)
    record_property("measured", f"old addresses on {name}: {sum(right.values())} of {sum(asked.values())} ({shares})")

    assert [] == wrong
