import pytest

from site_migration.media.references import files_in


@pytest.mark.parametrize(
    ("markup", "files"),
    [
        ('<p><img src="/u/a.jpg" alt="A > B"> and <a href="/u/a.pdf">a</a></p>', ("/u/a.jpg", "/u/a.pdf")),
        (
            '<video poster="/u/p.jpg" src="/u/v.mp4"><track src="/u/v.vtt"></video>',
            ("/u/p.jpg", "/u/v.mp4", "/u/v.vtt"),
        ),
        ('<audio><source src="/u/a.mp3"><source src="/u/a.ogg"></audio>', ("/u/a.mp3", "/u/a.ogg")),
        ('<a href="/2023/10/tide/">a</a><a href="/about.html">b</a><a href="/tag/asp.net">c</a>', ()),
        ('<a href="/wp-content/uploads/game.swf">a</a>', ("/wp-content/uploads/game.swf",)),
        ('<a href="/u/a.pdf#page=3">a</a><a href="/u/a.pdf">b</a>', ("/u/a.pdf",)),
        ('<a href="/u/a.pdf?v=1&amp;w=2">a</a>', ("/u/a.pdf?v=1&w=2",)),
        (
            '<img src="https://cdn.example/a.jpg"><a href="https://x.example/a.pdf">a</a>',
            ("https://cdn.example/a.jpg",),
        ),
        ('<p>Write &lt;img src="/u/a.jpg"&gt; for a picture.</p>', ()),
        ('<p><code>src="/u/a.jpg"</code> <imgs src="/u/b.jpg"></p>', ()),
        ('<img src="data:image/gif;base64,R0lGOD">', ()),
    ],
)
def test_files(markup: str, files: tuple[str, ...]) -> None:
    """Files are what is shown, and what is linked to by an ending that no page has; text is no reference."""
    assert files == files_in(markup)
