"""The newsroom's lists, as editors will keep them: authors, categories, tags, menus, and facts about the site."""

from collections import Counter
from collections.abc import Iterator

from markdown_articles import registries as lists
from markdown_articles.slugs import slug_of
from wordpress_export.body import Library, clean_body
from wordpress_export.model import CATEGORY, TAG, Article, BodyForm, Export, MenuItem, Status, Term

DEEPEST = 20
"""Levels of a menu: WordPress's editor makes twelve (`wpNavMenu.options.globalMaxDepth`)."""


def registries_of(export: Export, library: Library, pattern: str) -> lists.Registries:
    """Give the lists that an export's articles refer to; `pattern` is that of the site's addresses."""
    site = export.site
    categories = [term for term in export.terms.values() if term.taxonomy == CATEGORY]
    known = {term.slug for term in categories}
    return lists.Registries(
        authors={
            slug: lists.Author(slug, author.name, author.bio, author.website) for slug, author in export.authors.items()
        },
        categories={
            term.slug: lists.Category(
                term.slug,
                term.name or term.slug,
                term.parent if term.parent in known else "",
                _harmless(term.description, library),
            )
            for term in categories
        },
        tags={
            tag.slug: lists.Tag(tag.slug, tag.name or tag.slug, _harmless(tag.description, library))
            for tag in _tags_that_need_a_line(export)
        },
        menus={menu.slug: lists.Menu(menu.slug, menu.name, _lines(menu.items)) for menu in export.menus},
        site=lists.Site(site.title, site.tagline, site.address, site.language, pattern),
    )


def _tags_that_need_a_line(export: Export) -> Iterator[Term]:
    """Give the tags whose address or description the name alone does not tell, and those that share a name."""
    tags = [term for term in export.terms.values() if term.taxonomy == TAG]
    namesakes = Counter(tag.name for tag in tags)
    return (tag for tag in tags if tag.slug != slug_of(tag.name) or tag.description or namesakes[tag.name] > 1)


def _harmless(html: str, library: Library) -> str:
    """Give a description without what a hacked database may have put into it: pages show it as HTML."""
    if "<" not in html:
        return html
    carrier = Article(type="term", title="", status=Status.PUBLISHED, body=html, body_form=BodyForm.HTML)
    return clean_body(carrier, library).html.strip()


def _lines(items: tuple[MenuItem, ...], level: int = 1) -> tuple[lists.MenuItem, ...]:
    """Give the lines of a menu; those below the deepest level stand beside it, so that the reader takes the list."""
    if level < DEEPEST:
        return tuple(lists.MenuItem(item.title, item.address, _lines(item.items, level + 1)) for item in items)
    flat, waiting = list[lists.MenuItem](), list(reversed(items))
    while waiting:
        item = waiting.pop()
        flat.append(lists.MenuItem(item.title, item.address))
        waiting.extend(reversed(item.items))
    return tuple(flat)
