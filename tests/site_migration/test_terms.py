from site_migration.terms import TermNames
from wordpress_export.model import Article, Status, Term, TermKey


def article(*terms: tuple[str, str, str]) -> Article:
    return Article(type="post", title="", status=Status.PUBLISHED, body="", terms=tuple(TermKey(*t) for t in terms))


def names(*terms: Term) -> TermNames:
    return TermNames.of(terms)


def test_child_category() -> None:
    """A child category is named with its parent."""
    terms = names(Term("category", "news", "News"), Term("category", "harbour", "Harbour", parent="news"))

    assert ("News/Harbour",) == terms.categories_of(article(("category", "harbour", "Harbour")))


def test_name_with_slash() -> None:
    """A name that holds a slash would look like a parent and a child, so the slug stands for it."""
    assert ("tv-film",) == names(Term("category", "tv-film", "TV/Film")).categories_of(
        article(("category", "tv-film", "TV/Film"))
    )


def test_same_name_twice() -> None:
    """Two tags of one name are told apart by slug."""
    terms = names(Term("post_tag", "paris", "Paris"), Term("post_tag", "paris-2", "paris"))

    assert ("paris", "paris-2") == terms.tags_of(
        article(("post_tag", "paris", "Paris"), ("post_tag", "paris-2", "paris"))
    )


def test_unlisted() -> None:
    """A term that the export does not list goes by the name that the article gives it."""
    assert ("Tides",) == names().tags_of(article(("post_tag", "tides", "Tides")))


def test_loop_of_parents() -> None:
    """Parents that form a loop, as damaged databases have them, do not hang the migration."""
    terms = names(Term("category", "a", "A", parent="b"), Term("category", "b", "B", parent="a"))

    assert ("B/A",) == terms.categories_of(article(("category", "a", "A")))


def test_custom_taxonomy() -> None:
    """Terms of custom taxonomies are kept under their taxonomy's name."""
    assert {"place": "Quay"} == names().others_of(article(("place", "quay", "Quay")))
