"""What the forms call each field, where its key is not the word for it; what it means is told by the schema itself."""

LABELS = {
    "title": "Headline",
    "subtitle": "Line under the headline",
    "kicker": "Word above the headline",
    "date": "Published",
    "modified": "Changed",
    "permalink": "Address",
    "slug": "Last part of the address",
    "authors": "By",
    "categories": "Sections",
    "tags": "Topics",
    "image": "Picture",
    "image_alt": "What the picture shows",
    "image_caption": "Caption",
    "image_credit": "Credit",
    "image_focus": "Point of the picture",
    "related": "Related stories",
    "unrelated": "Never beside it",
    "coverage_end": "End of the coverage",
    "status": "Who may see it",
    "lang": "Language",
    "sticky": "Leads the front page",
    "seo_title": "Title for search engines",
    "seo_description": "Description for search engines",
    "noindex": "Hidden from search engines",
    "canonical": "Address of the original",
    "aliases": "Old addresses",
    "wordpress_id": "Number in WordPress",
    "translation_of": "Translates",
    "extra": "Fields of your own",
    "review": "To be looked at",
    "bio": "About",
    "avatar": "Portrait",
    "links": "Elsewhere",
    "parent": "Within",
    "items": "Lines",
    "hub": "WebSub hub",
    "permalinks": "Pattern of addresses",
    "files": "Folders published as they are",
    "link": "A link and no form",
    "field": "Name of the form's field",
}
"""By key; any other key is its own word."""

ELSEWHERE = {
    "site": {"title": "Name of the paper", "tagline": "Line under the name"},
    "menus": {"title": "Words"},
    "corrections": {"date": "Put right", "text": "What was wrong"},
    "newsletter": {"title": "Name"},
}
"""The same where a key means something else than in front matter, by what has it."""

CHOICES = {
    "published": "Everyone",
    "draft": "Nobody yet: a draft",
    "private": "Nobody: private",
    "open": "Open",
    "closed": "Closed",
}
"""What a choice is called."""


def label_of(owner: str, key: str) -> str:
    """Give what a field is called."""
    return ELSEWHERE.get(owner, {}).get(key) or LABELS.get(key) or key.replace("_", " ").capitalize()
