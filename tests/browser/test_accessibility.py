from collections.abc import Iterator
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from built_sites import Site
from npm_tools import module
from readers import Reader

CHECK = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
}).then(found => found.violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.target.join(" ")}`)))"""
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


def violations(page: Page) -> Iterator[str]:
    """Give what axe finds in a page, in both schemes."""
    page.evaluate(module("axe-core/axe.min.js").read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        yield from (f"{scheme}: {violation}" for violation in page.evaluate(CHECK))


@pytest.mark.parametrize("width", [412, 1280])
def test_no_barrier(reader: Reader, newspaper: Site, width: int) -> None:
    """Axe finds no barrier in any page: WCAG 2.2 AA and its own good practice, on a phone and on a screen."""
    visit = reader.visit("/", width)
    found = {}
    for address in newspaper.variety():
        visit.page.goto(reader.address + quote(address))
        found[address] = sorted(violations(visit.page))

    assert {} == {address: violations for address, violations in found.items() if violations}


def test_finds_barriers(reader: Reader) -> None:
    """A picture without words and pale letters are told of."""
    page = reader.visit("/").page
    page.set_content(
        "<html lang=en><title>a</title><main><h1 style='color:#ccc;background:#fff'>Pale</h1><img src=/a.png>"
    )

    assert {"light: image-alt: img", "light: color-contrast: h1"} <= set(violations(page))
