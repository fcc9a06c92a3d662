"""Registries: files of `content/data/`, look-ups by name, path and slug, slugs as WordPress makes them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markdown_articles.problems import ReferenceNameError, RegistryError
from markdown_articles.registries import (
    Author,
    Breaking,
    Category,
    Link,
    Menu,
    MenuItem,
    Newsletter,
    Registries,
    Series,
    Site,
    Tag,
)
from markdown_articles.registry_files import dump_registries, read_registries
from markdown_articles.site_settings import settings_of
from markdown_articles.slugs import slug_of

REGISTRIES = Registries(
    authors={
        "nora": Author(
            "nora",
            "Nora Whitlow",
            "Covers the harbour.",
            "https://nora.example",
            "/nora.jpg",
            (Link("Mastodon", "https://social.example/@nora"), Link("E-mail: desk", "mailto:nora@courier.example")),
        ),
        "editor": Author("editor", "The Editor"),
        "editor-2": Author("editor-2", "The Editor"),
    },
    categories={
        "news": Category("news", "News"),
        "local": Category("local", "Local", "news", "Around the corner."),
        "sport": Category("sport", "Sport"),
        "local-sport": Category("local-sport", "Local", "sport"),
        "tv-radio": Category("tv-radio", "TV/Radio"),
    },
    tags={"tram-7": Tag("tram-7", "Night tram", "The line."), "2024": Tag("2024", "no")},
    series={"harbour-tales": Series("harbour-tales", "Tales of the harbour", "One each <b>week</b>.")},
    menus={
        "main": Menu("main", "Main", (MenuItem("Home", "/"), MenuItem("More", "", (MenuItem("About", "/about/"),)))),
    },
    site=Site(
        "Courier",
        "News: daily",
        "https://courier.example",
        "en-GB",
        "/{date:%Y}/{slug}/",
        ("2008", "images"),
        logo="/images/logo.png",
        icon="/images/icon.png",
        hub="https://hub.example/",
        breaking=Breaking("The bridge: shut", "/2024/11/bridge/", datetime(2024, 11, 20, 18, tzinfo=UTC)),
        newsletter=Newsletter("https://letters.example/join", "Mornings", "At six.", link=True, field="EMAIL"),
    ),
)
NOON = datetime(2024, 11, 20, 12, tzinfo=UTC)


def write(folder: Path, registries: Registries) -> None:
    for name, text in dump_registries(registries).items():
        (folder / name).write_text(text, encoding="utf-8")


def test_reads_back_the_same(tmp_path: Path) -> None:
    """What is written reads back the same."""
    write(tmp_path, REGISTRIES)

    assert REGISTRIES == read_registries(tmp_path)


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(st.from_regex(r"[\w-]{1,20}", fullmatch=True), st.text(min_size=1).filter(lambda t: "\0" not in t))
)
def test_reads_back_any_text(tmp_path_factory: pytest.TempPathFactory, names: dict[str, str]) -> None:
    """Names and descriptions may hold any text, and slugs may look like numbers."""
    folder = tmp_path_factory.mktemp("registries")
    try:
        tags = {slug: Tag(slug, name, name) for slug, name in names.items() if name.encode()}
    except UnicodeEncodeError:
        return
    write(folder, Registries(tags=tags))

    assert tags == read_registries(folder).tags


def test_how_it_is_written() -> None:
    """Files are in order of slug, and say nothing of what is empty."""
    assert dump_registries(REGISTRIES)["menus.yaml"] == (
        "main:\n  name: Main\n  items:\n    - title: Home\n      address: /\n    - title: More\n      items:\n"
        "        - title: About\n          address: /about/\n"
    )
    assert dump_registries(REGISTRIES)["tags.yaml"] == (
        '"2024":\n  name: "no"\ntram-7:\n  name: Night tram\n  description: The line.\n'
    )
    assert "site.yaml" in dump_registries(REGISTRIES)


def test_no_folder(tmp_path: Path) -> None:
    """A site needs no registries."""
    assert Registries() == read_registries(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("News", "news"),
        ("news", "news"),
        ("News/Local", "news/local"),
        ("news/local", "news/local"),
        ("local", "news/local"),
        ("Sport/Local", "sport/local-sport"),
        ("local-sport", "sport/local-sport"),
        ("TV/Radio", "tv-radio"),
        (" News ", "news"),
        ("News/Ferries & trams", "news/ferries-trams"),
        ("Weather", "weather"),
        ("Weather/Wind", "weather/wind"),
        ("New /Wind/ High", "new/wind/high"),
    ],
)
def test_category(reference: str, path: str) -> None:
    """A category is found by full path, name or slug; another is made, below what its path names."""
    assert path == "/".join(category.slug for category in REGISTRIES.category_line(reference))


def test_two_categories_of_one_name_at_the_top() -> None:
    """Their name leads to the one whose slug it is, if to any, and never to whichever is listed last."""
    both = {"sport": Category("sport", "sport"), "sport-portfolio": Category("sport-portfolio", "sport")}
    assert ["sport"] == [category.slug for category in Registries(categories=both).category_line("sport")]
    assert "sport-portfolio" == Registries(categories=both).category_line("sport-portfolio")[0].slug
    shared = {slug: Category(slug, "Sport") for slug in ("sport-1", "sport-2")}
    with pytest.raises(ReferenceNameError):
        Registries(categories=shared).category_line("Sport")


def test_shared_names() -> None:
    """A name that two share means neither; each still has its slug."""
    with pytest.raises(ReferenceNameError, match="'The Editor' is the name of two"):
        REGISTRIES.author("The Editor")
    with pytest.raises(ReferenceNameError, match="'Local' is the name of two"):
        REGISTRIES.category_line("Local")

    assert "editor-2" == REGISTRIES.author("editor-2").slug


def test_authors_and_tags() -> None:
    """Authors and tags are found by name or slug, and made where there is none."""
    assert REGISTRIES.authors["nora"] == REGISTRIES.author("Nora Whitlow") == REGISTRIES.author("nora")
    assert REGISTRIES.tags["tram-7"] == REGISTRIES.tag("Night tram") == REGISTRIES.tag("tram-7")
    assert Author("zoe-muller", "Zoë Müller") == REGISTRIES.author("Zoë Müller")
    assert Tag("city-hall", "city, hall") == REGISTRIES.tag("city, hall")
    assert "News/Local" == REGISTRIES.full_name("local")


def test_series() -> None:
    """A series is found by name or slug, and made where there is none."""
    assert REGISTRIES.series["harbour-tales"] == REGISTRIES.one_series("Tales of the harbour")
    assert REGISTRIES.series["harbour-tales"] == REGISTRIES.one_series("harbour-tales")
    assert Series("zoes-tour", "Zoë’s tour") == REGISTRIES.one_series(" Zoë’s tour ")


def test_site_as_written(tmp_path: Path) -> None:
    """What is breaking needs only its text, a newsletter only its address; until is meant in the site's zone."""
    text = "breaking: {text: Fire, until: 2024-11-20 19:00}\nnewsletter:\n  address: https://letters.example/join\n"
    (tmp_path / "site.yaml").write_text(text, encoding="utf-8")

    site = read_registries(tmp_path, ZoneInfo("Europe/Athens")).site

    assert Breaking("Fire", until=datetime(2024, 11, 20, 17, tzinfo=UTC)) == site.breaking
    assert Newsletter("https://letters.example/join") == site.newsletter


@pytest.mark.parametrize(("later", "is_shown"), [(timedelta(hours=5), True), (timedelta(hours=6), False)])
def test_breaking_until(later: timedelta, is_shown: bool) -> None:
    """What is breaking until six is in no build from six on; the newsletter is in each."""
    found = settings_of(REGISTRIES, {}, NOON + later)

    assert (REGISTRIES.site.breaking if is_shown else None) == found["BREAKING"]
    assert REGISTRIES.site.newsletter == found["NEWSLETTER"]


def test_nothing_breaking() -> None:
    """Without a word about them, nothing is breaking and there is no newsletter."""
    found = settings_of(Registries(), {}, NOON)

    assert (None, None) == (found["BREAKING"], found["NEWSLETTER"])


@pytest.mark.parametrize(
    ("name", "text", "problems"),
    [
        ("site", "breaking: Fire\n", ["1: breaking: write its fields below it, two spaces in: text, address, until"]),
        ("site", "breaking:\n  address: /fire/\n", ["2: breaking has no text: write text: … below it, two spaces in"]),
        (
            "site",
            "breaking:\n  headline: Fire\n  address: javascript:alert(1)\n  until: soon\n",
            [
                "2: there is no key 'headline'; did you mean text?",
                "3: address: 'javascript:alert(1)' is no address: write /2024/11/tram/ or https://…",
                "4: until: 'soon' is no date; write it like 2023-10-17T09:30:00+02:00 or 2023-10-17",
            ],
        ),
        (
            "site",
            "newsletter:\n  title: Mornings\n",
            ["2: newsletter has no address: write where its form is sent to, address: https://…"],
        ),
        ("site", "newsletter:\n  address: //x.example\n  link: perhaps\n",
         ["2: address: '//x.example' is no address: write /2024/11/tram/ or https://…",
          "3: link must be true or false"]),
        ("authors", "a:\n  name: A\n  links: [https://a.example]\n",
         ["3: links: write each indented on a line of its own, as Mastodon: https://…"]),
        ("authors", "a:\n  name: A\n  links:\n    Mastodon: '@a'\n",
         ["4: links: '@a' is no address: write Mastodon: https://…"]),
        ("series", "a:\n  nmae: A\n", ["2: there is no key 'nmae'; did you mean name?"]),
    ],
)  # fmt: skip
def test_mistakes_within(name: str, text: str, problems: list[str], tmp_path: Path) -> None:
    """What is wrong in a field of fields is named with its own line, all of it at once."""
    (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(RegistryError) as raised:
        read_registries(tmp_path)

    assert [f"{tmp_path}/{name}.yaml:{problem}" for problem in problems] == list(raised.value.problems)


def test_mistakes(tmp_path: Path) -> None:
    """All mistakes of all files are named at once, with file and line."""
    for name, text in {
        "authors": "x: y\nz:\n  nam: q\n../..:\n  name: x\nn:\n  name: 3\n",
        "categories": "a: {name: A, parent: b}\nb: {name: B, parent: a}\nc: {name: C, parent: zz}\n",
        "tags": "a:\n  name: A\na:\n  name: B\n",
        "menus": "a:\n  name: A\n  items:\n    - title: x\n      items:\n       - tile: x\n",
        "site": "title: Courier\ntagline: *a\n",
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(RegistryError) as raised:
        read_registries(tmp_path)

    assert [problem.removeprefix(f"{tmp_path}/") for problem in raised.value.problems] == [
        "authors.yaml:1: x has no name: write name: … below it, two spaces in",
        "authors.yaml:3: there is no key 'nam'; did you mean name?",
        "authors.yaml:4: '../..' is no slug of its own: write each once, like night-tram",
        'authors.yaml:7: name: YAML reads 3 as a number; put it in quotes: "3"',
        "tags.yaml:3: 'a' is no slug of its own: write each once, like night-tram",
        "menus.yaml:6: there is no key 'tile'; did you mean title?",
        "site.yaml:2:10: no valid YAML (found undefined alias): a text that begins with * must stand in quotes",
        "categories.yaml: a stands above itself: mend the parents of a, b",
        "categories.yaml: b stands above itself: mend the parents of a, b",
        "categories.yaml: c has the parent zz, which is not in the file: add it, or write another slug",
    ]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A link to nothing, or a folder in the place of a file, is named; it does not count as a file that is absent."""
    (tmp_path / "tags.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "site.yaml").mkdir()

    with pytest.raises(RegistryError) as raised:
        read_registries(tmp_path)

    remedy = "mend the link or the file's rights, or take it away"
    assert (
        f"{tmp_path}/tags.yaml: cannot be read (No such file or directory): {remedy}",
        f"{tmp_path}/site.yaml: cannot be read (Is a directory): {remedy}",
    ) == raised.value.problems


def test_other_encodings(tmp_path: Path) -> None:
    """A file in another encoding is named as that."""
    (tmp_path / "tags.yaml").write_bytes("a:\n  name: Müll\n".encode("latin-1"))

    with pytest.raises(RegistryError, match=r"tags\.yaml: not saved as UTF-8"):
        read_registries(tmp_path)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("City Hall", "city-hall"),
        ("Don’t stop — can't", "dont-stop-cant"),
        ("Zoë Müller-Łuk", "zoe-muller-luk"),
        ("Straße Ærø", "strasse-aero"),
        ("AT&T", "att"),
        ("v2.0/beta", "v2-0-beta"),
        ("snake_case", "snake_case"),
        ("επίπεδο", "επίπεδο"),
        ("Йод", "йод"),
        ("日本語 テスト", "日本語-テスト"),
        ("سوق السمك", "سوق-السمك"),
        ("हिन्दी", "हिन्दी"),
        ("Tiếng Việt", "tieng-viet"),
        ("  --a--  ", "a"),
        ("C++", "c"),
        ("😀", "1f600"),
        ("", "unnamed"),
        ("../..", "2e-2e-2f-2e-2e"),
    ],
)
def test_slug(name: str, slug: str) -> None:
    """A slug keeps the letters of every script, and folds the accents of Latin ones."""
    assert slug == slug_of(name)
