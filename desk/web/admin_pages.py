"""All files of /admin/, by their place below it."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

from desk.check.site_settings import read_settings
from markdown_articles.described_fields import Kind, front_matter_fields, registry_files
from markdown_articles.registry_files import read_registries

from .backend import Admin, read_admin
from .forms import Place, configuration
from .problems import AdminError
from .sveltia import HERE, OTHERS, sveltia_files
from .widgets import paths_of

PROJECT = HERE.parents[1]
_IMPORTS = {name: f"./{place}" for name, (_, place) in OTHERS.items()}


def admin_files(content: Path, project: Path = PROJECT) -> dict[str, bytes]:
    """Give the bytes of each file. Raises AdminError where web editing is not installed or its settings are wrong."""
    files = sveltia_files()
    said = read_admin(project / "admin.toml")
    files["index.html"] = _index(said.hosts())
    files["config.yml"] = _written(configuration(place_of(content, project, said)))
    files["formats.js"] = (HERE / "page" / "formats.js").read_bytes()
    files["yaml_lines.js"] = (HERE / "page" / "yaml_lines.js").read_bytes()
    files["desk.js"] = (HERE / "page" / "desk.js").read_bytes()
    files["keys.json"] = json.dumps(keys(), ensure_ascii=False, indent=1).encode()
    return files


def place_of(content: Path, project: Path, said: Admin) -> Place:
    """Give what the forms must know of a paper."""
    try:
        settings = read_settings(project)
    except ValueError as error:
        raise AdminError(str(error)) from None
    site = read_registries(content / "data").site
    inside = content.resolve().is_relative_to(project.resolve())
    folder = content.resolve().relative_to(project.resolve()).as_posix() if inside else content.name
    return Place(
        folder,
        settings.zone.key,
        site.title or settings.named.get("SITENAME", ""),
        said.backend,
        _years(content, said.years),
    )


def _years(content: Path, last: int) -> tuple[str, ...]:
    """Give the last years that have a folder of stories, the newest first; none where all stories are shown."""
    folders = sorted((path.name for path in (content / "articles").glob("[0-9]*") if path.is_dir()), reverse=True)
    return tuple(folders[:last])


def keys() -> dict[str, list[str]]:
    """Give what formats.js must know of the schema: the order of the keys, and which of them hold what is no text."""
    front = front_matter_fields()
    fields = [*front, *(field for file in registry_files() if not file.key for field in file.fields)]
    entries = [field for file in registry_files() if file.key for field in file.fields]
    paths = {kind: paths_of(fields, kind) for kind in (Kind.FLAG, Kind.NUMBER, Kind.MOMENT)}
    return {
        "order": [field.name for field in fields],
        "flags": paths[Kind.FLAG],
        "numbers": paths[Kind.NUMBER],
        "moments": paths[Kind.MOMENT],
        "mappings": paths_of([*fields, *entries], Kind.MAPPING),
    }


def _written(config: dict[str, Any]) -> bytes:
    head = "# Made from the schema of front matter and registries by ./inv admin and ./inv serve: do not edit.\n"
    return (head + yaml.safe_dump(config, sort_keys=False, allow_unicode=True, width=1000)).encode()


def _index(hosts: str) -> bytes:
    imports = json.dumps({"imports": _IMPORTS})
    digest = base64.b64encode(hashlib.sha256(imports.encode()).digest()).decode()
    page = (HERE / "page" / "index.html").read_text(encoding="utf-8")
    return page.replace("{imports}", imports).replace("{digest}", digest).replace("{api}", hosts).encode()
