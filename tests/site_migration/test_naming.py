from site_migration.naming import Names, other_terms_of
from site_migration.registries import registries_of
from wordpress_export.body import Library
from wordpress_export.model import Article, Author, Export, Site, Status, Term, TermKey

SITE = Site("https://gull.example")


def article(*terms: tuple[str, str, str], authors: tuple[str, ...] = ()) -> Article:
    return Article(
        type="post",
        title="",
        status=Status.PUBLISHED,
        body="",
        terms=tuple(TermKey(*t) for t in terms),
        authors=authors,
    )


def names(*terms: Term, authors: tuple[Author, ...] = ()) -> Names:
    export = Export(
        SITE, lambda: iter(()), 0,
        terms={(t.taxonomy, t.slug): t for t in terms}, authors={author.slug: author for author in authors},
    )  # fmt: skip
    lists = registries_of(export, Library.of(export), "/{slug}/")
    chosen = Names.of(export, lists)
    # Whatever is chosen, the reader must find the very same author or term by it.
    assert {slug: slug for slug in chosen.tags} == {slug: lists.tag(word).slug for slug, word in chosen.tags.items()}
    assert {slug: slug for slug in chosen.authors} == {
        slug: lists.author(word).slug for slug, word in chosen.authors.items()
    }
    assert {slug: slug for slug in chosen.categories} == {
        slug: lists.category_line(word)[-1].slug for slug, word in chosen.categories.items()
    }
    return chosen


def test_child_category() -> None:
    """A child category is named with its parent."""
    terms = names(Term("category", "news", "News"), Term("category", "harbour", "Harbour", parent="news"))

    assert ("News/Harbour",) == terms.categories_of(article(("category", "harbour", "Harbour")))


def test_name_with_slash() -> None:
    """A category whose name holds a slash is not taken for a parent and a child."""
    terms = names(Term("category", "tv-film", "TV/Film"), Term("category", "tv", "TV"))

    assert terms.categories_of(article(("category", "tv-film", "TV/Film"))) in {("tv-film",), ("TV/Film",)}


def test_same_name_twice() -> None:
    """Two tags of one name are told apart by slug."""
    terms = names(Term("post_tag", "paris", "Paris"), Term("post_tag", "paris-2", "Paris"))

    assert ("paris", "paris-2") == terms.tags_of(
        article(("post_tag", "paris", "Paris"), ("post_tag", "paris-2", "Paris"))
    )


def test_same_name_other_case() -> None:
    """Two tags whose names differ in case alone stay two."""
    terms = names(Term("post_tag", "paris", "Paris"), Term("post_tag", "paris-2", "paris"))
    first, second = terms.tags_of(article(("post_tag", "paris", "Paris"), ("post_tag", "paris-2", "paris")))

    assert first != second


def test_name_that_is_another_slug() -> None:
    """A tag whose name is the slug of another is not taken for it."""
    chosen = names(Term("post_tag", "a", "b"), Term("post_tag", "b", "c"))

    assert {"b": "c"}.items() <= chosen.tags.items()
    assert chosen.tags["a"] != "c"


def test_namesakes() -> None:
    """Two authors of one name are told apart by slug."""
    chosen = names(authors=(Author("tom", "Tom Reef"), Author("tom-2", "Tom Reef"), Author("mara", "Mara Quay")))

    assert ("tom", "Mara Quay") == chosen.bylines_of(article(authors=("tom", "mara")))


def test_unlisted() -> None:
    """A term that the export does not list goes by the name that the article gives it."""
    assert ("Tides",) == names().tags_of(article(("post_tag", "tides", "Tides")))


def test_custom_taxonomy() -> None:
    """Terms of custom taxonomies are kept under their taxonomy's name."""
    assert {"place": "Quay"} == other_terms_of(article(("place", "quay", "Quay"), ("category", "news", "News")))
