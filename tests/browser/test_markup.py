from pathlib import Path

from built_sites import Site
from npm_tools import faults_of_markup

RULES = Path(__file__).with_name("markup.mjs")


def test_as_it_goes_out(newspaper: Site) -> None:
    """Every page that goes out is valid HTML."""
    assert [] == faults_of_markup(newspaper.output, RULES)


def test_as_it_is_written(as_written: Site) -> None:
    """Every page is valid as the templates write it, and not because the minifier mends it."""
    assert [] == faults_of_markup(as_written.output, RULES)


def test_finds_faults(tmp_path: Path) -> None:
    """A page with a list in a paragraph and an unclosed element is told of."""
    tmp_path.joinpath("index.html").write_text(
        "<!doctype html><html lang=en><head><title>a</title></head><body><p><ul></ul><div></body></html>", "utf-8"
    )

    assert {"no-implicit-close", "close-order"} & {rule for _, rule, _ in faults_of_markup(tmp_path, RULES)}
