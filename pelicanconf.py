"""The site's settings: values only, in the order in which an editor would ask for them."""

import os

# Who are we? The name, the tagline and the language are kept in content/data/site.yaml; these stand in until they are.
SITENAME = "A newspaper"
SITESUBTITLE = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"  # for dates that name no offset of their own

# Where will readers find us? `SITEURL=https://example.org pelican …` for a build that goes out. Left empty, pages carry
# no canonical address, and every link works on whichever host the folder is served from.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")

# Does this build go out? Then pages are minified and compressed beforehand; `./inv build --production` says so.
PRODUCTION = bool(os.environ.get("PRODUCTION"))

# What do we publish? Each file under these folders of content/. `data/` and `comments/` are read, never published.
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["wp-content"]
IGNORE_FILES = [".*"]
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "Uncategorized"  # WordPress's own word; the theme shows it as no label
FORMATTED_FIELDS: list[str] = []  # a summary is plain text
SUMMARY_MAX_LENGTH = 30  # words of a summary that nobody wrote: three lines of a card

# What is not public yet is not written at all: a hidden address is no protection. The plugin keeps private articles
# out before Pelican sees them; drafts and hidden ones have no place to be written to.
WITH_FUTURE_DATES = False
DRAFT_URL = ""
DRAFT_SAVE_AS = ""
DRAFT_LANG_URL = ""
DRAFT_LANG_SAVE_AS = ""
DRAFT_PAGE_URL = ""
DRAFT_PAGE_SAVE_AS = ""
DRAFT_PAGE_LANG_URL = ""
DRAFT_PAGE_LANG_SAVE_AS = ""

# A story that was withdrawn must not live on as a leftover, so that each build starts from an empty folder. Pelican
# itself refuses to empty a folder that holds the sources.
DELETE_OUTPUT_DIRECTORY = True
OUTPUT_RETENTION = [".git"]
LOAD_CONTENT_CACHE = False
CACHE_PATH = ".cache"  # pictures that were made; may be deleted at any time

# Which addresses do pages have? Those of WordPress, so that no link on the web goes stale.
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{slug}/index.html"
ARTICLE_LANG_URL = ARTICLE_URL
ARTICLE_LANG_SAVE_AS = ARTICLE_SAVE_AS
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = PAGE_URL
PAGE_LANG_SAVE_AS = PAGE_SAVE_AS
CATEGORY_URL = "category/{slug}/"
CATEGORY_SAVE_AS = "category/{slug}/index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = "tag/{slug}/index.html"
AUTHOR_URL = "author/{slug}/"
AUTHOR_SAVE_AS = "author/{slug}/index.html"
YEAR_ARCHIVE_URL = "{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_URL = "{date:%Y}/{date:%m}/{date:%d}/"
DAY_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/index.html"
SLUGIFY_SOURCE = "basename"
SLUGIFY_USE_UNICODE = True  # a slug may be in any script

# Two stories of the same slug in different months are two stories, not translations of each other.
ARTICLE_TRANSLATION_ID: list[str] = []
PAGE_TRANSLATION_ID: list[str] = []

# The lists that WordPress does not have, each in a folder of its own.
DIRECT_TEMPLATES = ["index", "categories", "tags", "authors", "archives", "404"]
INDEX_URL = ""
INDEX_SAVE_AS = "index.html"
CATEGORIES_URL = "categories/"
CATEGORIES_SAVE_AS = "categories/index.html"
TAGS_URL = "tags/"
TAGS_SAVE_AS = "tags/index.html"
AUTHORS_URL = "authors/"
AUTHORS_SAVE_AS = "authors/index.html"
SERIES_URL = "series/{slug}/"
SERIES_SAVE_AS = "series/{slug}/index.html"
SERIES_INDEX_URL = "series/"
SERIES_INDEX_SAVE_AS = "series/index.html"
SEARCH_URL = "search/"
SEARCH_SAVE_AS = "search/index.html"
ARCHIVES_URL = "archives/"
ARCHIVES_SAVE_AS = "archives/index.html"

# How long is a list? As long as WordPress's, so that /page/2/ shows what it used to show.
DEFAULT_PAGINATION = 10
PAGINATED_TEMPLATES = dict.fromkeys(("index", "category", "tag", "author", "series", "period_archives"))
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

# Feeds are news_metadata's, at WordPress's addresses; Pelican's own are off.
FEED_DOMAIN = SITEURL  # empty, it becomes the address in content/data/site.yaml
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None

# How does it look? Titles and names are plain text: the templates escape them, and mark what is HTML as safe.
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []  # styles are part of each page
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

# Who leads readers from old addresses to new ones? Name your host: html (any host), netlify, cloudflare, nginx, caddy,
# apache, s3; plugins/old_addresses/README.md says what each takes.
REDIRECTS_FOR = ["html", "netlify"]

# How is it built? The last site, so that pages which would be what they were stay; threads of comments are shown with
# their articles alone; and parts of pages that depend on nothing but what they are given, so that each is made once.
FAST_BUILD_LAST = os.environ.get("FAST_BUILD_LAST", "")
FAST_BUILD_SEALED = True  # no plugin below takes anything from a network or a clock of which it does not tell
FAST_BUILD_APART = ["comments"]
FAST_BUILD_PURE = {
    "partials/card.html": ["card"],
    "partials/navigation.html": ["strip", "foot"],
    "partials/breadcrumbs.html": ["breadcrumbs"],
}

# What does the work?
PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "fast_build",  # first: it gives the others their memory of earlier builds
    "theme_words",
    "markdown_articles",
    "related_articles",
    "live_coverage",
    "front_page",
    "reading_aids",
    "story_series",
    "archived_comments",
    "responsive_images",
    "news_metadata",
    "site_migration",
    "site_search",
    "old_addresses",
    "page_delivery",  # last: it compresses what the others wrote
]
