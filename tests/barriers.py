"""Barriers in pages, as axe finds them in a real browser."""

from collections.abc import Iterator
from typing import Literal

from playwright.sync_api import Page

from npm_tools import module

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
