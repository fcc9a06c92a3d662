"""The newsroom's lists, as editors will keep them: authors, categories, tags, menus, and facts about the site."""

from collections import Counter
from collections.abc import Iterator

from markdown_articles import registries as lists
from markdown_articles.slugs import slug_of
from wordpress_export.body import Library, clean_body
from wordpress_export.model import Article, BodyForm, Export, MenuItem, Status, Term

from .terms import CATEGORY, TAG


def registries_of(export: Export, library: Library, pattern: str) -> lists.Registries:
    """Give the lists that an export's articles refer to; `pattern` is that of the site's addresses."""
    site = export.site
    return lists.Registries(
        authors={
            slug: lists.Author(slug, author.name, author.bio, author.website) for slug, author in export.authors.items()
        },
        categories={
            term.slug: _category(term, export, library) for term in export.terms.values() if term.taxonomy == CATEGORY
        },
        tags={
            term.slug: lists.Tag(term.slug, term.name or term.slug, _harmless(term.description, library))
            for term in _tags_that_need_a_line(export)
        },
        menus={menu.slug: lists.Menu(menu.slug, menu.name, _lines(menu.items)) for menu in export.menus},
        site=lists.Site(site.title, site.tagline, site.address, site.language, pattern),
    )


def _category(term: Term, export: Export, library: Library) -> lists.Category:
    return lists.Category(
        term.slug, term.name or term.slug, _parent(term, export), _harmless(term.description, library)
    )


def _parent(term: Term, export: Export) -> str:
    """Give the parent's slug; none where the line of parents does not end, as in a damaged database."""
    seen, above = {term.slug}, term.parent
    while above and above not in seen:
        seen.add(above)
        parent = export.terms.get((CATEGORY, above))
        above = parent.parent if parent else ""
    return "" if above or (CATEGORY, term.parent) not in export.terms else term.parent


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


def _lines(items: tuple[MenuItem, ...]) -> tuple[lists.MenuItem, ...]:
    return tuple(lists.MenuItem(item.title, item.address, _lines(item.items)) for item in items)
