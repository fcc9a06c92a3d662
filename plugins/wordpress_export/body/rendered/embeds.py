"""Embeds as pages hold them: what a provider's answer left of an address, lazy players, and AMP's elements."""

import json
from collections.abc import Mapping

from ..context import BodyContext
from ..embed_forms import watch_address
from ..embeds import make_embed
from ..tree import BodyTree, Node, attribute, children, classes, is_white, replace, words

_WRAPPERS = ".wp-block-embed__wrapper"
_ANSWERS = (
    "blockquote.twitter-tweet[data-dnt], blockquote.instagram-media, blockquote.reddit-embed-bq, blockquote.reddit-card"
    ", blockquote.imgur-embed-pub, div.tumblr-post[data-href], blockquote.mastodon-embed, div.gist-oembed"
)
"""What WordPress itself fetched for an address alone in its line; it asks Twitter for `dnt`, people do not."""
_QUOTES = (
    "blockquote.twitter-tweet, blockquote.twitter-video, blockquote.tiktok-embed, blockquote.bluesky-embed"
    ", blockquote.wp-embedded-content, blockquote.reddit-embed-bq, blockquote.reddit-card, blockquote.imgur-embed-pub"
    ", blockquote.instagram-media, blockquote.mastodon-embed, div.tumblr-post"
)
_TOLD = ("data-instgrm-permalink", "cite", "data-embed-url", "data-href", "data-url")
"""Attributes in which an answer tells its address."""
_IN_SCRIPTS = "script[src*='gist.github.com/']"
_LAZY: Mapping[str, tuple[str, str]] = {
    "lite-youtube[videoid]": ("videoid", "https://www.youtube.com/watch?v={}"),
    "youtube-lite[videoid]": ("videoid", "https://www.youtube.com/watch?v={}"),
    "lite-vimeo[videoid]": ("videoid", "https://vimeo.com/{}"),
    ".lite-youtube[data-id]": ("data-id", "https://www.youtube.com/watch?v={}"),
    ".rll-youtube-player[data-id]": ("data-id", "https://www.youtube.com/watch?v={}"),
    ".perfmatters-lazy-youtube[data-id]": ("data-id", "https://www.youtube.com/watch?v={}"),
    ".epyt-facade[data-facadesrc]": ("data-facadesrc", "{}"),
    "a.lazy-load-youtube[href]": ("href", "{}"),
    "a.lazy-load-vimeo[href]": ("href", "{}"),
    "[data-flying-press-youtube]": ("data-flying-press-youtube", "https://www.youtube.com/watch?v={}"),
    "amp-youtube[data-videoid]": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "amp-vimeo[data-videoid]": ("data-videoid", "https://vimeo.com/{}"),
    "amp-dailymotion[data-videoid]": ("data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-twitter[data-tweetid]": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-instagram[data-shortcode]": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-facebook[data-href]": ("data-href", "{}"),
    "amp-reddit[data-src]": ("data-src", "{}"),
    "amp-tiktok[data-src]": ("data-src", "{}"),
    "amp-wordpress-embed[data-url]": ("data-url", "{}"),
    "amp-gist[data-gistid]": ("data-gistid", "https://gist.github.com/{}"),
    "amp-soundcloud[data-trackid]": ("data-trackid", "https://api.soundcloud.com/tracks/{}"),
    "amp-iframe[src]": ("src", "{}"),
    "div.gist-oembed[data-gist]": ("data-gist", "https://gist.github.com/{}"),
}
"""The attribute with the address or the id, and the address, by what stands for the player."""
_LYTE = ".lyte-wrapper"
_ELEMENTOR = ".elementor-widget-video[data-settings]"
_ELEMENTOR_ADDRESSES = ("youtube_url", "vimeo_url", "dailymotion_url", "videopress_url", "external_url", "hosted_url")
_MARKS = (
    "wp-block-embed", "twitter-tweet", "instagram-media", "reddit-", "imgur-embed", "tumblr-post", "mastodon-embed",
    "gist", "lite-", "rll-youtube", "perfmatters-lazy", "epyt-", "lazy-load-", "<amp-", "lyte", "youtube_url",
    "elementor-widget-video", "flying-press",
)  # fmt: skip


def recover_embeds(tree: BodyTree, context: BodyContext) -> None:
    """Give each embed the address that it was made of, as a stored body has it."""
    if not tree.may_hold(*_MARKS):
        return
    for wrapper in tree.find(_WRAPPERS):
        _recover_wrapped(wrapper, context)
    for answer in tree.find(_ANSWERS):
        if address := _address_of(answer):
            _put(tree, answer, address, context)
    for script in tree.find(_IN_SCRIPTS):
        address = attribute(script, "src").partition("?")[0].partition("#")[0].removesuffix(".js")
        replace(script, [make_embed(tree, address)])
    _recover_lazy(tree, context)
    for widget in tree.find(_ELEMENTOR):
        _put_elementor(tree, widget, context)


def _recover_lazy(tree: BodyTree, context: BodyContext) -> None:
    for selector, (name, pattern) in _LAZY.items():
        for player in tree.find(selector) if tree.may_hold(name) else ():
            _put_lazy(tree, player, pattern.format(attribute(player, name)).removesuffix(".json"), context)
    for player in tree.find(_LYTE) if tree.may_hold("lyte-wrapper") else ():
        _put_lyte(tree, player, context)


def _recover_wrapped(wrapper: Node, context: BodyContext) -> None:
    """Leave the bare address in the frame of an embed block, where the provider's answer stands."""
    quote = wrapper.css_first(_QUOTES)
    frames = [frame for frame in wrapper.css("iframe") if "wp-embedded-content" not in classes(frame)]
    links = wrapper.css("a[href]")
    if quote is not None:
        address = _address_of(quote)
    elif frames or not links or len({attribute(link, "href") for link in links}) > 1:
        return
    else:
        # Flickr's answer is a picture with a link around it.
        address = attribute(links[0], "href")
    if not address.startswith(("http://", "https://")):
        return
    if (text := words(wrapper)) and text != address:
        context.note("words of an embed", f"{address} {text}")
    for child in children(wrapper):
        child.decompose()
    wrapper.insert_child(address)


def _address_of(answer: Node) -> str:
    """Give the address of a post that a provider's answer quotes; without what it says of where it was shown."""
    told = next((text for name in _TOLD if (text := attribute(answer, name))), "")
    links = [attribute(link, "href") for link in answer.css("a[href]")]
    named = classes(answer)
    if not told and links:
        told = links[-1] if named & {"twitter-tweet", "twitter-video", "bluesky-embed"} else links[0]
    if "imgur-embed-pub" in named and (number := attribute(answer, "data-id")):
        told = f"https://imgur.com/{number}"
    if "mastodon-embed" in named:
        told = told.removesuffix("/embed")
    if told.startswith("//"):
        told = f"https:{told}"
    return told if "wp-embedded-content" in named else told.partition("?")[0]


def _put(tree: BodyTree, node: Node, address: str, context: BodyContext) -> None:
    if not address.startswith(("http://", "https://")):
        return
    if text := words(node):
        context.note("words of an embed", f"{address} {text}")
    replace(node, [make_embed(tree, address)])


def _put_lazy(tree: BodyTree, player: Node, address: str, context: BodyContext) -> None:
    """Put an embed in the place of a player that waits for a click, and drop its twin for browsers without scripts."""
    following = player.next
    while following is not None and is_white(following):
        following = following.next
    if following is not None and following.tag == "noscript" and "iframe" in (following.html or ""):
        following.decompose()
    _put(tree, player, watch_address(address.strip()), context)


def _put_lyte(tree: BodyTree, player: Node, context: BodyContext) -> None:
    """Read WP YouTube Lyte: the id of the film is that of an element, behind `WYL_` or `lyte_`."""
    for node in player.css("[id]"):
        name = attribute(node, "id")
        for start in ("WYL_", "lyte_", "YLA_"):
            if name.startswith(start):
                _put(tree, player, f"https://www.youtube.com/watch?v={name.removeprefix(start)}", context)
                return


def _put_elementor(tree: BodyTree, widget: Node, context: BodyContext) -> None:
    """Read Elementor's video widget, which has the address in its settings alone."""
    if widget.css_first("iframe, video") is not None:
        return
    try:
        settings = json.loads(attribute(widget, "data-settings"))
    except (ValueError, RecursionError):
        return
    given = [settings.get(name) for name in _ELEMENTOR_ADDRESSES] if isinstance(settings, dict) else []
    kind = settings.get("video_type") if isinstance(settings, dict) else ""
    if isinstance(kind, str) and isinstance(chosen := settings.get(f"{kind}_url") if given else None, str):
        given.insert(0, chosen)
    address = next((text for text in given if isinstance(text, str) and text), "")
    if address:
        _put(tree, widget, watch_address(address), context)
