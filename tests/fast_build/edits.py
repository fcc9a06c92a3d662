"""Changes that editors, designers and programmers make to a site, each told by a word."""

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
    """A site's sources."""

    folder: Path
    """Holds `content`, `theme`, `plugins` and `pelicanconf.py`."""

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.folder / "content"

    def articles(self) -> list[Path]:
        """Give the files of articles."""
        return sorted((self.content / "articles").rglob("*.md"))


Edit = Callable[[Project, random.Random], None]


def _front_matter(text: str, key: str, value: str) -> str:
    head, rest = text.removeprefix("---\n").split("\n---\n", 1)
    lines = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", head + "\n", flags=re.MULTILINE)
    return f"---\n{lines}{key}: {value}\n---\n{rest}"


def _set(key: str, *values: str) -> Edit:
    def edit(project: Project, chance: random.Random) -> None:
        file = chance.choice(project.articles())
        file.write_text(_front_matter(file.read_text("utf-8"), key, chance.choice(values)), "utf-8")

    return edit


def body(project: Project, chance: random.Random) -> None:
    """Add a paragraph."""
    file = chance.choice(project.articles())
    file.write_text(f"{file.read_text('utf-8')}\nAnother *paragraph* {chance.random()}.\n", "utf-8")


def first_paragraph(project: Project, chance: random.Random) -> None:
    """Change what a story begins with, which cards and heads may show."""
    file = chance.choice(project.articles())
    head, _, rest = file.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    file.write_text(f"---\n{head}\n---\n\nBegun anew {chance.random()}.\n{rest}", "utf-8")


def title(project: Project, chance: random.Random) -> None:
    """Change a headline."""
    _set("title", f'"A headline {chance.random()}"')(project, chance)


def slug(project: Project, chance: random.Random) -> None:
    """Change an address."""
    _set("slug", f"moved-{chance.randrange(10**6)}")(project, chance)


def new(project: Project, chance: random.Random) -> None:
    """Write a story."""
    number = chance.randrange(10**6)
    text = f"---\ntitle: Fresh {number}\ndate: 2024-1{chance.randrange(3)}-07 10:{number % 60:02}:00+00:00\n"
    text += "categories: [Harbour]\ntags: [Bread]\nauthors: [Nora Whitlow]\n---\n\nNews.\n"
    (project.content / "articles" / f"fresh-{number}.md").write_text(text, "utf-8")


def remove(project: Project, chance: random.Random) -> None:
    """Withdraw a story."""
    if len(project.articles()) > 5:  # a site must not run dry
        chance.choice(project.articles()).unlink()


def rename(project: Project, chance: random.Random) -> None:
    """Give a story's file another name."""
    file = chance.choice(project.articles())
    file.rename(file.with_name(f"renamed-{chance.randrange(10**6)}.md"))


def template(project: Project, chance: random.Random) -> None:
    """Change a template, a part of templates, or a style."""
    file = chance.choice(sorted((project.folder / "theme" / "templates").rglob("*.html")))
    text = file.read_text("utf-8")
    if "<p" in text:
        file.write_text(text.replace("<p", f'<p data-edit="{chance.randrange(10**6)}"', 1), "utf-8")


def style(project: Project, chance: random.Random) -> None:
    """Change a style."""
    file = chance.choice(sorted((project.folder / "theme" / "templates").rglob("*.css")))
    file.write_text(f"{file.read_text('utf-8')}.edit-{chance.randrange(10**6)} {{ color: red; }}\n", "utf-8")


def setting(project: Project, chance: random.Random) -> None:
    """Change a setting."""
    file = project.folder / "pelicanconf.py"
    line = chance.choice([
        f"DEFAULT_PAGINATION = {chance.randrange(3, 12)}",
        f"SITESUBTITLE = 'Of {chance.randrange(99)}'",
        f"FEED_MAX_ITEMS = {chance.randrange(2, 30)}",
    ])  # fmt: skip
    file.write_text(f"{file.read_text('utf-8')}\n{line}\n", "utf-8")


def registry(project: Project, chance: random.Random) -> None:
    """Change what a registry says."""
    file = project.content / "data" / chance.choice(["site.yaml", "categories.yaml", "authors.yaml", "menus.yaml"])
    if file.exists():
        old = re.findall(r"(?:name|title): *(.+)", file.read_text("utf-8"))
        if old:
            word = chance.choice(old)
            file.write_text(
                file.read_text("utf-8").replace(word, f"{word.strip(chr(34))} {chance.randrange(99)}", 1), "utf-8"
            )


def plugin_code(project: Project, chance: random.Random) -> None:
    """Change what a plugin does."""
    file = project.folder / "plugins" / "news_metadata" / "head.py"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("max-image-preview:large", f"max-image-preview:large, x{chance.randrange(99)}", 1), "utf-8"
    )


def comments(project: Project, chance: random.Random) -> None:
    """Take words out of a thread."""
    files = sorted((project.content / "comments").rglob("*.yaml"))
    if files:
        file = chance.choice(files)
        file.write_text(re.sub(r"\bthe\b", f"the {chance.randrange(99)}", file.read_text("utf-8"), count=1), "utf-8")


def page(project: Project, chance: random.Random) -> None:
    """Change the title of a page, which every page names at its foot."""
    files = sorted((project.content / "pages").rglob("*.md"))
    file = chance.choice(files)
    file.write_text(_front_matter(file.read_text("utf-8"), "title", f"Page {chance.randrange(99)}"), "utf-8")


def picture(project: Project, chance: random.Random) -> None:
    """Exchange a picture for another."""
    files = sorted((project.content / "wp-content").rglob("*.jpg"))
    if len(files) > 1:
        one, other = chance.sample(files, 2)
        shutil.copyfile(one, other)


EDITS: dict[str, Edit] = {
    "body": body,
    "first paragraph": first_paragraph,
    "title": title,
    "date": _set("date", "2024-10-03 08:00:00+00:00", "2023-05-06 07:08:09+00:00", "2024-11-20 12:00:00+00:00"),
    "category": _set("categories", "[Harbour]", "[Politics]", "[A new section]"),
    "tags": _set("tags", "[Bread, Water]", "[]", "[Salt]"),
    "author": _set("authors", "[Nora Whitlow]", "[Samir Haddad, Mei Tanabe]", "[Somebody New]"),
    "status": _set("status", "draft", "published", "private"),
    "sticky": _set("sticky", "true", "false"),
    "related": _set("related", "[bridge-closes-for-winter]", "[oyster-count, night-tram-returns]"),
    "slug": slug,
    "new": new,
    "remove": remove,
    "rename": rename,
    "template": template,
    "style": style,
    "setting": setting,
    "registry": registry,
    "plugin code": plugin_code,
    "comments": comments,
    "page": page,
    "picture": picture,
}
