"""The house keeps its shape: what design calls a plugin is one, and no module outgrows its reader."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = sorted(path for path in (ROOT / "plugins").iterdir() if path.is_dir() and path.name != "__pycache__")
MODULES = sorted((ROOT / "plugins").rglob("*.py"))
DESK = sorted(path for path in (ROOT / "desk").rglob("*.py") if "node_modules" not in path.parts)
NAMES = {plugin.name for plugin in PLUGINS}
COMPOSER = "site_migration"
FORBIDDEN = re.compile(r"(^|_)(utils?|helpers?|managers?|process|handle|data)(_|$)")

each_plugin = pytest.mark.parametrize("plugin", PLUGINS, ids=lambda plugin: plugin.name)
each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT / "plugins")))
each_of_all = pytest.mark.parametrize("module", MODULES + DESK, ids=lambda module: str(module.relative_to(ROOT)))


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(parsed(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@each_plugin
def test_anatomy(plugin: Path) -> None:
    """Every plugin has the same files, and its docstring says what it gives, its settings and its signals."""
    introduction = ast.get_docstring(parsed(plugin / "__init__.py")) or ""

    assert {"README.md", "__init__.py", "plugin.py"} <= {path.name for path in plugin.iterdir()}
    assert ["Gives:", "Settings:", "Signals:"] == re.findall(
        r"^(?:Gives|Settings|Signals):", introduction, re.MULTILINE
    )


@each_plugin
def test_two_words(plugin: Path) -> None:
    """A plugin's name has two words, so that neither a library nor a plugin of the Pelican organisation has it too."""
    assert len(plugin.name.split("_")) > 1


@each_plugin
def test_table_of_contents(plugin: Path) -> None:
    """Every plugin has a row in the table of plugins."""
    assert f"[{plugin.name}]({plugin.name}/README.md)" in (ROOT / "plugins" / "README.md").read_text(encoding="utf-8")


@each_module
def test_no_sibling(module: Path) -> None:
    """A plugin never imports a sibling; the one composer is site_migration."""
    plugin = module.relative_to(ROOT / "plugins").parts[0]
    siblings = NAMES - {plugin} if plugin != COMPOSER else set()

    assert not siblings & set(imports(module))


@each_module
def test_thin_shell(module: Path) -> None:
    """Only plugin.py, and modules of readers and writers, import pelican."""
    shell = module.name == "plugin.py" or module.stem.endswith(("reader", "writer"))

    assert shell or "pelican" not in set(imports(module))


@each_of_all
def test_short(module: Path) -> None:
    """A module has at most 400 lines, a function at most 30."""
    lines = module.read_text(encoding="utf-8").count("\n")
    long = [f.name for f in functions(module) if (f.end_lineno or f.lineno) - f.lineno >= 30]

    assert lines <= 400
    assert [] == long


@each_of_all
def test_docstrings(module: Path) -> None:
    """Every module, public class and public function says what it is."""
    tree = parsed(module)
    public = (node for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef))
    bare = [node.name for node in public if not node.name.startswith("_") and not ast.get_docstring(node)]

    assert ast.get_docstring(tree)
    assert [] == bare


@each_of_all
def test_names(module: Path) -> None:
    """No module, class or function has a name that says nothing."""
    nodes = (node for node in ast.walk(parsed(module)) if isinstance(node, ast.ClassDef | ast.FunctionDef))
    words = [re.sub(r"(?<=[a-z])(?=[A-Z])", "_", node.name).lower() for node in nodes]

    assert [] == [word for word in [module.stem, *words] if FORBIDDEN.search(word)]


@each_of_all
def test_field_docstrings(module: Path) -> None:
    """Each field of a dataclass has a line under it that says what it is."""
    bare = []
    for node in (n for n in ast.walk(parsed(module)) if isinstance(n, ast.ClassDef) and is_dataclass(n)):
        for field, following in pairwise([*node.body, ast.Pass()]):
            said = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
            if isinstance(field, ast.AnnAssign) and not said:
                bare.append(f"{node.name}.{ast.unparse(field.target)}")

    assert [] == bare


def is_dataclass(node: ast.ClassDef) -> bool:
    return any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list)


@each_plugin
def test_signals(plugin: Path) -> None:
    """The signals that a plugin's docstring names are those that it connects to."""
    introduction = ast.get_docstring(parsed(plugin / "__init__.py")) or ""
    named = set(re.findall(r"[a-z_]+", introduction.partition("Signals:")[2].partition(".")[0]))
    connected = set(re.findall(r"signals\.(\w+)\.connect", (plugin / "plugin.py").read_text(encoding="utf-8")))

    assert connected
    assert connected <= named


@each_plugin
def test_loads_alone(plugin: Path, tmp_path: Path) -> None:
    """A plugin's folder, copied into an empty site, builds it with no other plugin beside it, errors being fatal."""
    shutil.copytree(plugin, tmp_path / "plugins" / plugin.name)
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text(
        f"PATH = 'content'\nPLUGIN_PATHS = ['plugins']\nPLUGINS = [{plugin.name!r}]\n", encoding="utf-8"
    )

    built = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py", "--fatal", "errors"],
        cwd=tmp_path, env={"PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert built.returncode == 0, built.stderr + built.stdout
    assert (tmp_path / "output" / "index.html").is_file()
