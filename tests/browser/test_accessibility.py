from urllib.parse import quote

import pytest

from barriers import violations
from built_sites import Site
from readers import Reader


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
