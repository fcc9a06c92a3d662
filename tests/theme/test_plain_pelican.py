from built_sites import Site, words


def test_article(plain: Site) -> None:
    """The theme serves Pelican's own readers: of plugins it needs its words alone."""
    page = plain.page("/2024/11/tram/")

    assert "The tram" == words(page.css_first("h1"))
    assert "By Ada Lowe and Ben Farrow" == words(page.css_first(".byline > span"))
    assert ["It moved."] == [words(node) for node in page.css(".e-content p")]
    assert "Quay" == words(page.css_first(".crumbs .p-category"))
    assert [] == page.css(".related")


def test_lists(plain: Site) -> None:
    """Lists, pages and feeds are built as well."""
    assert ["The tram", "The bridge"] == [words(node) for node in plain.page("/").css(".card .p-name")]
    assert "About" == words(plain.page("/about/").css_first("h1"))
    assert (plain.output / "feed/index.xml").is_file()
