"""Live sites, on a real server of this machine that answers as WordPress does, and fails as servers do."""

import json
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rest_site import MARA, NEWS, RestSite, as_editor, post
from web_faults import QUICK, Act, Call, Server, by_query, in_turn, redirect, served, silent_port, status, whole
from wordpress_export.live_site import (
    BrokenOffError,
    LiveSiteError,
    NoInterfaceError,
    NotSignedInError,
    download,
)
from wordpress_export.model import BodyForm, Export, RawForm, Status
from wordpress_export.sources import read_export

POSTS = "wp/v2/posts"
USERS = "wp/v2/users"


@contextmanager
def no_bar(title: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG001  # a bar's arguments
    yield lambda _: None


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody signs in unless a test says so."""
    monkeypatch.delenv("BROADSHEET_USER", raising=False)
    monkeypatch.delenv("BROADSHEET_APPLICATION_PASSWORD", raising=False)


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor signs in."""
    monkeypatch.setenv("BROADSHEET_USER", "mara")
    monkeypatch.setenv("BROADSHEET_APPLICATION_PASSWORD", "abcd efgh")


def rows(number: int) -> list[dict[str, Any]]:
    return [post(key, f"tide-{key}") for key in range(1, number + 1)]


def downloaded(site: RestSite, folder: Path, path: str = "/") -> tuple[Export, list[str], Server]:
    with served({"*": site}) as server:
        remarks = download(server.address + path, folder / "raw", no_bar, QUICK)
    return read_export(folder / "raw"), remarks, server


def test_whole_site(tmp_path: Path) -> None:
    """All that a site shows is saved and read: articles of all types, pictures, terms, people, comments, facts."""
    picture = {"id": 90, "type": "attachment", "source_url": "https://gull.example/wp-content/uploads/tide.jpg"}
    recipe = post(50, "soup") | {"type": "recipe", "link": "https://gull.example/recipe/soup/"}
    said = {"id": 4, "post": 1, "parent": 0, "author_name": "Ann", "content": {"rendered": "<p>Yes.</p>"}}
    site = RestSite(
        {
            POSTS: [post(1, categories=[7], featured_media=90)],
            "wp/v2/pages": [post(2, "about", type="page", link="https://gull.example/about/")],
            "wp/v2/media": [picture],
            "wp/v2/categories": [NEWS],
            USERS: [MARA],
            "wp/v2/comments": [said | {"status": "approved", "date": "2023-10-17T10:00:00"}],
            "kitchen/v1/recipes": [recipe],
        }
    )

    export, _, server = downloaded(site, tmp_path)

    articles = list(export.read_articles())
    assert (RawForm.REST, "The Gull", "All news", "https://gull.example", "en-GB") == (
        export.form, export.site.title, export.site.tagline, export.site.address, export.site.language,
    )  # fmt: skip
    assert {("post", "Tide 1"), ("page", "Tide 2"), ("recipe", "Tide 50")} == {(a.type, a.title) for a in articles}
    first = next(article for article in articles if article.id == 1)
    assert (("mara",), "/2023/10/tide/", BodyForm.RENDERED, 90) == (
        first.authors, first.permalink, first.body_form, first.featured,
    )  # fmt: skip
    assert ["Yes."] == [comment.body for comment in first.comments]
    assert ["News"] == [term.name for term in first.terms]
    assert "/wp-content/uploads/tide.jpg" == export.media[90].address
    assert () == export.defects
    assert {"post", "page", "category", "attachment", "recipe"} <= export.holds
    assert not any("menus" in path or "templates" in path or "font" in path for path in server.paths)


@pytest.mark.parametrize(
    ("site", "path"),
    [
        (RestSite(), "/"),
        (RestSite(), ""),
        (RestSite(header=False), "/"),
        (RestSite(pretty=False), "/"),
        (RestSite(pretty=False, header=False), "/"),
        (RestSite(totals=False), "/"),
        (RestSite(ordered=False), "/"),
        (RestSite(most=30), "/"),
        (RestSite(totals=False, most=30), "/"),
    ],
    ids=["header", "no slash", "no header", "plain", "plain, no header", "no totals", "no order", "weak", "weak, none"],
)
def test_every_site(site: RestSite, path: str, tmp_path: Path) -> None:
    """However a site names its interface, counts its items, or breaks down under many: all of them come, once."""
    export, _, _ = downloaded(replace(site, rows={POSTS: rows(250), USERS: [MARA]}), tmp_path, path)

    assert list(range(1, 251)) == sorted(article.id or 0 for article in export.read_articles())
    assert () == export.defects


def test_one_language(tmp_path: Path) -> None:
    """A site with WPML may show one language alone, which a person is told."""
    _, remarks, _ = downloaded(RestSite({POSTS: [post()]}, plugins=("wpml/v1",)), tmp_path)

    assert any("one language alone" in remark for remark in remarks)


def test_heavy_items(tmp_path: Path) -> None:
    """A server that breaks down under some pages alone, asked for all at once, is not given up."""
    site = RestSite({POSTS: rows(900)})

    def act(call: Call) -> None:
        is_heavy = "per_page=100" in call.path and not call.path.endswith("&page=1")
        status(500)(call) if is_heavy else site(call)

    with served({"/wp-json/wp/v2/posts": act, "*": site}) as server:
        download(server.address, tmp_path, no_bar, QUICK)

    assert 900 == read_export(tmp_path).article_count


def test_address_in_a_folder(tmp_path: Path) -> None:
    """A site may live in a folder, and its address be one that redirects, with an element instead of a header."""
    page = b"<html><link rel='https://api.w.org/' href='/blog/wp-json/' /></html>"
    site = RestSite({POSTS: [post()]})

    def below(call: Call) -> None:
        site(replace(call, path=call.path.removeprefix("/blog")))

    with served({"/b": redirect("/blog/"), "/blog/": whole(page), "*": below}) as server:
        download(server.address + "/b", tmp_path, no_bar, QUICK)

    assert [1] == [article.id for article in read_export(tmp_path).read_articles()]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (whole(b"<html>No WordPress</html>"), "holds a page of HTML instead of an answer: 'No WordPress'"),
        (status(403, b"<html>Robots</html>"), "not for us"),
        (status(401, b'{"code":"rest_login_required","message":"REST API restricted."}'), "REST API restricted"),
        (status(403), "It may open to an editor"),
        (status(404), "is not there"),
        (whole(b"[1,2"), "no JSON any more"),
        (whole(b'{"namespaces":["oembed/1.0"]}'), "shows no REST interface"),
    ],
)
def test_no_interface(act: Callable[[Call], None], words: str, tmp_path: Path) -> None:
    """A site without an interface is told in plain words, with what came instead and what else can be done."""
    site = {"/": whole(b"<html>Front</html>"), "*": act}
    with served(site) as server, pytest.raises(NoInterfaceError, match="Tools, Export, All content") as raised:
        download(server.address, tmp_path / "raw", no_bar, QUICK)

    assert words in str(raised.value)
    assert not (tmp_path / "raw").exists()


def test_no_site(tmp_path: Path) -> None:
    """A host that is not there is told in a sentence."""
    with pytest.raises(LiveSiteError, match="takes no connection"):
        download(silent_port(), tmp_path / "raw", no_bar, QUICK)


def test_closed_collections(tmp_path: Path) -> None:
    """What is closed is left out and told as a loss; the names of authors come with their articles then."""
    shown = post(1, _embedded={"author": [MARA]})
    site = RestSite({POSTS: [shown]}, closed={USERS: 401, "kitchen/v1/recipes": 403, "wp/v2/comments": 404})

    export, remarks, server = downloaded(site, tmp_path)

    assert [("mara",)] == [article.authors for article in export.read_articles()]
    assert ["recipes" in defect.what or "comments" in defect.what for defect in export.defects] == [True, True]
    assert any("Sorry, you are not allowed" in remark for remark in remarks)
    assert any("_embed=author" in path for path in server.paths if POSTS in path)


@pytest.mark.usefixtures("editor")
def test_editor(tmp_path: Path) -> None:
    """An editor gets drafts, bodies as stored, settings and menus; what is about persons is not written down."""
    locked = as_editor(post(2, "locked"), "Hush.", password="swordfish")  # noqa: S106  # a test's
    draft = as_editor(post(1), "Stored.", status="draft", link="https://gull.example/?p=1")
    said = {"id": 4, "post": 2, "author_name": "Ann", "author_email": "ann@reader.example", "author_ip": "203.0.113.7"}
    said |= {
        "status": "approved",
        "content": {"raw": "Yes.", "rendered": "<p>Yes.</p>"},
        "meta": {"email": "x@y.example"},
    }
    said |= {"author_avatar_urls": {"24": "https://secure.gravatar.com/avatar/81a2f3"}}
    person = MARA | {"email": "mara@gull.example", "username": "maralogin", "capabilities": {"edit_posts": True}}
    line = {"id": 30, "title": {"rendered": "Home"}, "url": "https://gull.example/", "type": "custom", "menus": 8}
    drafts = {POSTS: [draft, locked], USERS: [person], "wp/v2/comments": [said]}
    drafts |= {"wp/v2/menu-items": [line | {"object_id": 30, "menu_order": 1, "status": "publish"}]}
    drafts |= {"wp/v2/menus": [{"id": 8, "name": "Top", "slug": "top", "locations": [], "auto_add": False}]}

    export, _, server = downloaded(RestSite(drafts=drafts), tmp_path)

    articles = list(export.read_articles())
    assert [(Status.DRAFT, "Stored."), (Status.PASSWORD, "Hush.")] == [(a.status, a.body) for a in articles]
    assert ["Home"] == [item.title for menu in export.menus for item in menu.items]
    files = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "raw").iterdir())
    for secret in (
        "swordfish",
        "gravatar",
        "@",
        "203.0.113.7",
        "maralogin",
        "edit_posts",
        "abcd efgh",
        "bWFyYTphYmNkIGVmZ2g",
    ):
        assert secret not in files
    assert any("status=any" in path for path in server.paths)


@pytest.mark.usefixtures("editor")
def test_own_eyes(tmp_path: Path) -> None:
    """Files and folder are for their owner alone, and the folder says what it is, which is no article."""
    export, _, _ = downloaded(RestSite(drafts={POSTS: [as_editor(post(), "Stored.")]}), tmp_path)

    modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "raw").iterdir()}
    assert {0o600} == modes
    assert 0o700 == stat.S_IMODE((tmp_path / "raw").stat().st_mode)
    assert "keep it to yourself" in (tmp_path / "raw" / "README.txt").read_text(encoding="utf-8")
    assert 1 == export.article_count


def test_wrong_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A password that the site does not take is told before anything is read; it is in no message."""
    monkeypatch.setenv("BROADSHEET_USER", "mara")
    with served({"*": RestSite()}) as server:
        with pytest.raises(LiveSiteError, match="BROADSHEET_APPLICATION_PASSWORD is not set"):
            download(server.address, tmp_path / "raw", no_bar, QUICK)
        monkeypatch.setenv("BROADSHEET_APPLICATION_PASSWORD", "wrongword")
        with pytest.raises(NotSignedInError, match="must be an application password") as raised:
            download(server.address, tmp_path / "raw", no_bar, QUICK)

    assert "wrongword" not in str(raised.value)
    assert not (tmp_path / "raw").exists()


@pytest.mark.usefixtures("editor")
def test_password_elsewhere(tmp_path: Path) -> None:
    """A password goes to the host that was named, and to no other that calls itself the interface; nor in the open."""
    with served({"*": RestSite()}, "127.0.0.2") as other:
        named = whole(b"Front", link=f'<{other.address}/wp-json/>; rel="https://api.w.org/"')
        with served({"/": named}) as server, pytest.raises(LiveSiteError, match="on another host"):
            download(server.address, tmp_path / "raw", no_bar, QUICK)
    with pytest.raises(LiveSiteError, match="take the user out of the address"):
        download("https://mara:secret@gull.example", tmp_path / "raw", no_bar, QUICK)
    with pytest.raises(LiveSiteError, match="not https"):
        download("http://gull.example", tmp_path / "raw", no_bar, QUICK)

    assert other.calls
    assert [None] * len(other.calls) == [call.headers.get("authorization") for call in other.calls]


@pytest.mark.usefixtures("editor")
def test_editor_refused(tmp_path: Path) -> None:
    """A collection that an editor may not see as one is read as visitors see it."""
    site = RestSite({POSTS: [post()]}, drafts={POSTS: [as_editor(post(), "Stored.")]})

    def act(call: Call) -> None:
        refused = "/posts" in call.path and "context=edit" in call.path
        status(403, b'{"code":"rest_forbidden_context","message":"No."}')(call) if refused else site(call)

    with served({"*": act}) as server:
        remarks = download(server.address, tmp_path, no_bar, QUICK)

    assert [BodyForm.RENDERED] == [article.body_form for article in read_export(tmp_path).read_articles()]
    assert any("read as visitors see them" in remark for remark in remarks)


def test_resume(tmp_path: Path) -> None:
    """What an interrupted download has saved is not asked for again, but for a last page that has filled since."""
    site = RestSite({POSTS: rows(250), USERS: [MARA]})
    broken: dict[str, Act] = {"/wp-json/wp/v2/comments": status(500), "*": site}
    with served(broken) as server:
        with pytest.raises(BrokenOffError, match="run the same command again"):
            download(server.address, tmp_path, no_bar, QUICK)
        site.rows[POSTS] = rows(252)
        server.calls.clear()
        broken["/wp-json/wp/v2/comments"] = site
        remarks = download(server.address, tmp_path, no_bar, QUICK)

        asked = [path for path in server.paths if "/posts?" in path and "per_page=100" in path]
        assert ["page=3"] == [path.rpartition("&")[2] for path in asked]
        assert any("goes on from there" in remark for remark in remarks)
        assert 252 == read_export(tmp_path).article_count
        server.calls.clear()
        site.rows[POSTS] = rows(90)
        download(server.address, tmp_path, no_bar, QUICK)
    export = read_export(tmp_path)
    assert (90, ()) == (export.article_count, export.defects)


def test_other_files(tmp_path: Path) -> None:
    """A folder with other files in it is left alone; files of an earlier download that are not there any more go."""
    site = RestSite({POSTS: rows(250)})
    (tmp_path / "mine.json").write_text("{}", encoding="utf-8")
    with served({"*": site}) as server:
        with pytest.raises(LiveSiteError, match="holds other files"):
            download(server.address, tmp_path, no_bar, QUICK)
        assert ["mine.json"] == [file.name for file in tmp_path.iterdir()]
        download(server.address, tmp_path / "raw", no_bar, QUICK)
        (tmp_path / "raw" / "mine.json").write_text("{}", encoding="utf-8")
        site.rows[POSTS] = rows(9)
        server.site["/wp-json/wp/v2/comments"] = status(500)
        with pytest.raises(BrokenOffError):
            download(server.address, tmp_path / "raw", no_bar, QUICK)
        del server.site["/wp-json/wp/v2/comments"]
        download(server.address, tmp_path / "raw", no_bar, QUICK)

    assert {"mine.json", "posts-1.json"} == {f.name for f in (tmp_path / "raw").iterdir() if f.name[0] in "mp"}


def test_shrunk(tmp_path: Path) -> None:
    """Where something was deleted since an interruption, all pages are asked for again: they have shifted."""
    site = RestSite({POSTS: rows(250)})
    broken: dict[str, Act] = {"/wp-json/wp/v2/comments": status(500), "*": site}
    with served(broken) as server:
        with pytest.raises(BrokenOffError):
            download(server.address, tmp_path, no_bar, QUICK)
        site.rows[POSTS] = [thing for thing in rows(250) if thing["id"] != 5]
        broken["/wp-json/wp/v2/comments"] = site
        download(server.address, tmp_path, no_bar, QUICK)

    export = read_export(tmp_path)
    assert (249, ()) == (export.article_count, export.defects)


@pytest.mark.parametrize(
    "act",
    [
        by_query(lambda query: rows(int(query["per_page"]))),
        by_query(lambda query: rows(int(query["per_page"])), X_WP_Total="5000"),
        by_query(lambda _: rows(1), X_WP_Total="99999999999"),
    ],
    ids=["without totals", "with totals", "huge"],
)
def test_endless(act: Callable[[Call], None], tmp_path: Path) -> None:
    """A collection without an end is told as a loss, and what came before it is kept."""
    with served(
        {"/wp-json/wp/v2/posts": act, "*": RestSite({"wp/v2/pages": [post(900, "about", type="page")]})}
    ) as server:
        remarks = download(server.address, tmp_path, no_bar, QUICK)
        assert len(server.calls) < 30

    export = read_export(tmp_path)
    assert 900 in {article.id for article in export.read_articles()}
    assert any("no site has" in defect.what or "would be no end" in defect.what for defect in export.defects)
    assert any("no site has" in remark or "would be no end" in remark for remark in remarks)


def test_faults_on_the_way(tmp_path: Path) -> None:
    """A server that wants fewer requests, fails and breaks off now and then does not spoil a download."""
    site = RestSite({POSTS: rows(150), USERS: [MARA]})
    faults = in_turn(status(429, retry_after="1"), status(502), site, status(500), site)
    with served({"/wp-json/wp/v2/posts": faults, "*": site}) as server:
        download(server.address, tmp_path, no_bar, QUICK)

    assert 150 == read_export(tmp_path).article_count


def test_page_instead_of_an_answer(tmp_path: Path) -> None:
    """A page of HTML in the middle breaks a download off with its words; PHP's warnings before an answer do not."""
    site = RestSite({POSTS: rows(2)})
    warned = b"<br />\n<b>Warning</b>:  Undefined key in <b>x.php</b><br />\n" + json.dumps(rows(2)).encode()
    acts: dict[str, Act] = {"/wp-json/wp/v2/posts": whole(warned, x_wp_total="2"), "*": site}
    with served(acts) as server:
        download(server.address, tmp_path, no_bar, QUICK)
        assert 2 == read_export(tmp_path).article_count
        acts["/wp-json/wp/v2/posts"] = whole(b"<html><title>Are you a robot?</title></html>")
        with pytest.raises(BrokenOffError, match="Are you a robot"):
            download(server.address, tmp_path, no_bar, QUICK)
