"""Where themes put the text of an article, its title and its comments, and what they put beside it."""

BODIES = (
    ".wp-block-post-content", ".entry-content", "[itemprop~=articleBody]", ".post-content", ".post_content",
    ".post-body", ".post__content", ".article-content", ".article__content", ".article-body", ".article__body",
    ".entry-body", ".entry-text", ".entrytext", ".single-content", ".page-content", ".story-content", ".storycontent",
    ".postcontent", ".post-entry", ".elementor-widget-theme-post-content", ".et_pb_post_content", ".td-post-content",
    ".td-page-content", ".content-inner", ".amp-wp-article-content", ".post-text", ".the-content", ".e-content",
    ".entry",
)  # fmt: skip
"""From WordPress's own names to those of themes and page builders; the first that a page has counts."""
TITLES = (
    "h1.wp-block-post-title", "h1.entry-title", "h1.post-title", "h1.page-title", "h1[itemprop~=headline]",
    ".entry-title", ".post-title", ".single-title", ".article-title", ".storytitle", ".posttitle", "article h1",
    "main h1", ".post > h2", ".hentry > h2",
)  # fmt: skip
"""From WordPress's own names on; the first that a page has once counts."""
LISTS = frozenset({
    "home", "blog", "archive", "category", "tag", "author", "date", "search", "search-results", "search-no-results",
    "tax", "error404", "attachment", "login", "post-type-archive",
})  # fmt: skip
"""Classes of the body of pages that are no article (`get_body_class`)."""
BESIDE = frozenset({
    "ad", "ads", "advert", "advertisement", "adsbygoogle", "author", "authorbox", "bio", "breadcrumb", "breadcrumbs",
    "byline", "comments", "cookie", "donate", "follow", "like", "likes", "meta", "metadata", "nav", "navigation",
    "newsletter", "pagination", "popup", "postmetadata", "promo", "rating", "ratings", "recommended", "related",
    "respond", "share", "sharedaddy", "shares", "sharing", "social", "sponsor", "subscribe", "subscription", "tags",
    "toc", "views", "widget", "yarpp",
})  # fmt: skip
"""Words in the names of elements that themes and plugins put into a text."""
COMMENT_BODIES = (
    ".wp-block-comment-content", ".comment-content", ".comment-text", ".comment_text", ".comment-entry",
    "[itemprop~=text]", ".comment-body",
)  # fmt: skip
"""Where the words of a comment stand within it; the last is WordPress's own form, with all of it (`Walker_Comment`)."""
COMMENT_HEADS = (
    ".comment-author, .comment-meta, .commentmetadata, .comment-metadata, .reply, .says, .comment-awaiting-moderation, "
    ".comment-reply-link, .comment-edit-link, .children, .comment-respond, form"
)
"""What stands beside them."""
PASSWORD_FORM = "form.post-password-form, form[action*='action=postpass']"  # noqa: S105  # the name of a form, no secret
"""What stands in the place of a protected text (`get_the_password_form`)."""
