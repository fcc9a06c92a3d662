"""The proof stands on its own feet."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[3] / "plugins" / "site_migration" / "verification"
MODULES = sorted(PACKAGE.glob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_shares_nothing(module: Path) -> None:
    """No module of the proof imports anything of the plugins: not the converter, not the dialect, not the migration."""
    plugins = {path.name for path in PACKAGE.parents[1].iterdir()}
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not {alias.name.partition(".")[0] for alias in node.names} & plugins
        elif isinstance(node, ast.ImportFrom):
            assert node.level <= 1
            assert (node.module or "").partition(".")[0] not in plugins or node.level == 1


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_short(module: Path) -> None:
    """A module of the proof has less than 300 lines: whoever doubts it can read it."""
    assert module.read_text(encoding="utf-8").count("\n") < 300
