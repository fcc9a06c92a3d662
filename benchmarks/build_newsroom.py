"""Make the content of the build benchmark: a newsroom's export, migrated by us, and what editors add to it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from random import Random

from PIL import Image, ImageFilter

ROOT = Path(__file__).parent.parent
ADDRESS = "https://ledger.example"
FIRST = datetime(2015, 1, 1, 6, tzinfo=UTC)
BETWEEN = timedelta(hours=7)
"""From one story to the next; a newsroom of more than ten thousand writes them faster, and none in the future."""
PICTURES = 24
"""So many lead pictures are shared by all stories: this is no benchmark of encoders."""
PICTURE = "2015/01/picture-{}.jpg"
SECTIONS = {
    "News": ("Harbour", "Town Hall", "Courts"), "Politics": ("Elections", "Council"),
    "Business": ("Fishing", "Markets"),
    "Culture": ("Books", "Film", "Music"), "Sport": ("Sailing", "Football"), "Science": ("Climate", "Tides"),
    "Opinion": ("Editorials", "Letters"), "Life": ("Food", "Gardens"),
}  # fmt: skip
WORDS = (
    "harbour", "council", "vote", "tide", "wall", "school", "library", "road", "report", "budget", "night", "market",
    "ferry", "storm", "light", "plan", "meeting", "mayor", "bridge", "winter", "season", "quarter", "neighbour",
    "keeper",
    "the", "the", "a", "a", "of", "of", "and", "and", "to", "in", "on", "that", "was", "will", "said", "with", "for",
    "after", "before", "while", "by", "from", "new", "old", "two", "three", "company’s", "Q&A", "people", "again",
)  # fmt: skip
NAMES = ("Ada", "Boris", "Cora", "Dov", "Esme", "Femi", "Gus", "Hana", "Ines", "Jonas", "Kira", "Lev")
FAMILIES = ("Quay", "Sorrel", "Alder", "Fenwick", "Kestrel", "Norling", "Oakes", "Rowan")
WRITERS = tuple(f"{name} {family}" for name, family in zip(NAMES * 2, FAMILIES * 3, strict=True))
PAGES = (
    "About us",
    "Contact",
    "Imprint",
    "Privacy",
    "Subscribe",
    "Advertise",
    "Corrections",
    "Ethics",
    "Letters",
    "Jobs",
)
ALT = (
    "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>The quay</wp:meta_value>"
    "</wp:postmeta>"
)
HEAD = f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Harbour Ledger</title><link>{ADDRESS}</link>
<description>News of the harbour &amp; the hills</description>
<language>en-US</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>{ADDRESS}</wp:base_site_url>
<wp:base_blog_url>{ADDRESS}</wp:base_blog_url>
"""


def slug(name: str) -> str:
    """Give the slug of a name of ours."""
    return name.lower().replace(" ", "-")


def sentence(random: Random, words: int = 18) -> str:
    """Give a sentence of words."""
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."


def paragraph(random: Random) -> str:
    """Give a paragraph with a strong word and perhaps a link, as the block editor writes it."""
    link = f' <a href="https://example.org/{random.randrange(999)}">{random.choice(WORDS)}</a>'
    inner = (
        f"{escape(sentence(random))} <strong>{escape(random.choice(WORDS))}</strong> {escape(sentence(random))}"
        f"{link if random.random() < 0.4 else ''} {escape(sentence(random))}"  # noqa: PLR2004  # a share
    )
    return f"<!-- wp:paragraph -->\n<p>{inner}</p>\n<!-- /wp:paragraph -->"


def body(random: Random) -> str:
    """Give a body of blocks: 300 to 900 words, headings, a quote, a list; one in four has a second picture."""
    blocks = [paragraph(random) for _ in range(random.randint(5, 15))]
    for place in range(3, len(blocks), 4):
        heading = escape(sentence(random, 4)[:-1])
        blocks.insert(place, f"<!-- wp:heading -->\n<h2>{heading}</h2>\n<!-- /wp:heading -->")
    if not random.randrange(4):
        source = f"{ADDRESS}/wp-content/uploads/{PICTURE.format(random.randrange(PICTURES))}"
        blocks.insert(2, f"<!-- wp:image -->\n<figure class='wp-block-image'><img src='{source}' alt='The quay'/>"
                         "<figcaption>The quay at night</figcaption></figure>\n<!-- /wp:image -->")  # fmt: skip
    if not random.randrange(3):
        blocks.insert(4, "<!-- wp:quote -->\n<blockquote class='wp-block-quote'><p>The sea keeps its own books.</p>"
                         "<cite>Mara Quay</cite></blockquote>\n<!-- /wp:quote -->")  # fmt: skip
        entries = "".join(f"<li>{escape(sentence(random))}</li>" for _ in range(3))
        blocks.append(f"<!-- wp:list -->\n<ul>{entries}</ul>\n<!-- /wp:list -->")
    return "\n\n".join(blocks)


def comments(random: Random, number: int, written: datetime) -> str:
    """Give what readers said below half of the stories: up to nine comments, in threads."""
    count = random.randint(1, 9) if random.random() < 0.5 else 0  # noqa: PLR2004  # a share
    said = []
    for each in range(count):
        at = written + timedelta(hours=2 * each + 1)
        answered = number * 10 + random.randrange(each) if each and random.random() < 0.4 else 0  # noqa: PLR2004
        said.append(
            f"<wp:comment><wp:comment_id>{number * 10 + each}</wp:comment_id>"
            f"<wp:comment_author>{random.choice(WRITERS)}</wp:comment_author>"
            f"<wp:comment_date>{at:%F %T}</wp:comment_date>"
            f"<wp:comment_date_gmt>{at:%F %T}</wp:comment_date_gmt>"
            f"<wp:comment_content><![CDATA[{sentence(random)} {sentence(random)}]]></wp:comment_content>"
            "<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>"
            f"<wp:comment_parent>{answered}</wp:comment_parent></wp:comment>"
        )
    return "".join(said)


def item(number: int, kind: str, fields: dict[str, str], rest: str) -> str:
    """Give an item of the export."""
    title, name, content = fields["title"], fields["slug"], fields.get("body", "")
    written = fields["date"]
    return (
        f"<item><title>{escape(title)}</title><link>{ADDRESS}{fields['address']}</link>"
        f"<dc:creator>{fields['writer']}</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{fields.get('excerpt', '')}]]></excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>{written}</wp:post_date><wp:post_date_gmt>{written}</wp:post_date_gmt>"
        f"<wp:post_name>{name}</wp:post_name><wp:status>{fields.get('status', 'publish')}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type>{rest}</item>\n"
    )


def terms(random: Random, posts: int) -> str:
    """Give the section, perhaps one more, and up to five topics of a story; few topics are frequent, most are rare."""
    section = random.choice(tuple(SECTIONS))
    chosen = [random.choice((section, *SECTIONS[section]))]
    chosen += [random.choice(tuple(SECTIONS))] if not random.randrange(5) else []
    topics = {int((posts / 20 + 40) * random.random() ** 3) for _ in range(random.randint(0, 5))}
    return "".join(
        f'<category domain="category" nicename="{slug(name)}"><![CDATA[{name}]]></category>' for name in chosen
    ) + "".join(
        f'<category domain="post_tag" nicename="topic-{each}"><![CDATA[Topic {each}]]></category>'
        for each in sorted(topics)
    )


def story(random: Random, number: int, posts: int) -> str:
    """Give a story with its terms, its lead picture and its comments."""
    written = FIRST + BETWEEN * number * min(1, 10_000 / posts)
    title = f"{sentence(random, 6)[:-1]}, {number}"
    fields = {
        "title": title, "slug": f"story-{number}", "address": f"/{written:%Y/%m}/story-{number}/",
        "writer": slug(random.choice(WRITERS)), "body": body(random), "date": f"{written:%F %T}",
        "excerpt": sentence(random) if random.randrange(3) else "",
    }  # fmt: skip
    picture = "" if not random.randrange(4) else (
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>"
        f"<wp:meta_value>{posts + 1 + random.randrange(PICTURES)}</wp:meta_value></wp:postmeta>"
    )  # fmt: skip
    return item(number, "post", fields, terms(random, posts) + picture + comments(random, number, written))


def others(random: Random, posts: int) -> Iterator[str]:
    """Give the pictures and the pages."""
    for each in range(PICTURES):
        fields = {"title": f"Picture {each}", "slug": f"picture-{each}", "address": f"/picture-{each}/",
                  "writer": slug(WRITERS[0]), "date": f"{FIRST:%F %T}", "status": "inherit",
                  "excerpt": "The quay, seen from the wall."}  # fmt: skip
        source = f"{ADDRESS}/wp-content/uploads/{PICTURE.format(each)}"
        yield item(posts + 1 + each, "attachment", fields, f"<wp:attachment_url>{source}</wp:attachment_url>{ALT}")
    for each, title in enumerate(PAGES):
        fields = {"title": title, "slug": slug(title), "address": f"/{slug(title)}/", "writer": slug(WRITERS[0]),
                  "body": body(random), "date": f"{FIRST:%F %T}"}  # fmt: skip
        yield item(posts + 1 + PICTURES + each, "page", fields, "")


def category(name: str, section: str) -> str:
    """Give a section as the export has it; one below another names that."""
    parent = slug(section) if name != section else ""
    return (
        f"<wp:category><wp:category_nicename>{slug(name)}</wp:category_nicename>"
        f"<wp:category_parent>{parent}</wp:category_parent><wp:cat_name>{name}</wp:cat_name></wp:category>\n"
    )


def write_export(path: Path, posts: int) -> None:
    """Write the export, the same bytes for the same number."""
    random = Random(posts)  # noqa: S311  # repeatable, not secret
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for name in WRITERS:
            file.write(f"<wp:author><wp:author_login>{slug(name)}</wp:author_login>"
                       f"<wp:author_display_name>{name}</wp:author_display_name></wp:author>\n")  # fmt: skip
        file.writelines(category(name, section) for section, inner in SECTIONS.items() for name in (section, *inner))
        file.writelines(story(random, number, posts) for number in range(1, posts + 1))
        file.writelines(others(random, posts))
        file.write("</channel></rss>\n")


def draw_pictures(folder: Path) -> None:
    """Draw the lead pictures: soft noise, of 1,600 by 1,067 pixels."""
    for each in range(PICTURES):
        path = folder / PICTURE.format(each)
        path.parent.mkdir(parents=True, exist_ok=True)
        noise = Random(each).randbytes(100 * 67)  # noqa: S311  # repeatable, not secret
        grey = Image.frombytes("L", (100, 67), noise).filter(ImageFilter.GaussianBlur(1 + each % 3))
        colours = [grey.rotate(90 * turn).resize((1600, 1067)) for turn in range(3)]
        Image.merge("RGB", colours).save(path, quality=85)


def edit(content: Path) -> None:
    """Add what editors add: related stories to a third, series to one in twenty, deks, writers' lives and a menu."""
    random = Random(1)  # noqa: S311  # repeatable, not secret
    paths = sorted((content / "articles").rglob("*.md"))
    names = [path.stem for path in paths]
    for number, path in enumerate(paths):
        added = [] if number % 2 else [f"subtitle: {sentence(random, 12)}"]
        added += [f"series: Series {number // 200}"] if number % 20 == 0 else []
        if number % 3 == 0:
            added += ["related:", *(f"  - {name}" for name in sorted(random.sample(names, 3)))]
        text = path.read_text(encoding="utf-8")
        head, _, rest = text.removeprefix("---\n").partition("\n---\n")
        path.write_text("\n".join(["---", head, *added, "---", rest]), encoding="utf-8")
    write_registries(content / "data")


def write_registries(folder: Path) -> None:
    """Write what is known of the writers, and the menus."""
    lives = (
        f"{slug(name)}:\n  name: {name}\n  bio: {name} writes about the harbour.\n"
        f"  website: https://example.org/{slug(name)}\n"
        for name in WRITERS
    )
    (folder / "authors.yaml").write_text("".join(lives), encoding="utf-8")
    menu = "".join(f"    - title: {name}\n      address: /category/{slug(name)}/\n" for name in SECTIONS)
    foot = "".join(f"    - title: {name}\n      address: /{slug(name)}/\n" for name in PAGES)
    (folder / "menus.yaml").write_text(
        f"primary:\n  name: Sections\n  items:\n{menu}footer:\n  name: The paper\n  items:\n{foot}", encoding="utf-8"
    )


def make_content(folder: Path, posts: int) -> Path:
    """Give the content folder of so many stories, made unless it is there.

    Raises CalledProcessError where the migration fails.
    """
    content = folder / "content"
    if not (folder / "made").exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_export(folder / "export.xml", posts)
        draw_pictures(folder / "uploads")
        command = [
            sys.executable,
            "-m",
            "site_migration",
            "migrate",
            str(folder / "export.xml"),
            "--into",
            str(content),
        ]
        command += ["--media", str(folder / "uploads")]
        subprocess.run(
            command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")}, stdout=subprocess.DEVNULL
        )
        edit(content)
        (folder / "made").touch()
    return content
