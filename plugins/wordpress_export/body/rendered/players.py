"""Playlists as WordPress shows them: one player, and the tracks in a script."""

import json
from collections.abc import Iterator
from typing import Any

from ..context import BodyContext
from ..tree import BodyTree, Node, replace

_AMP = "amp-audio, amp-video"


def open_playlists(tree: BodyTree, context: BodyContext) -> None:
    """Give each track of a playlist a player of its own, as a stored body has them; and AMP's players their names."""
    if not tree.may_hold("wp-playlist", "<amp-audio", "<amp-video"):
        return
    for player in tree.find(_AMP):
        tree.rename(player, (player.tag or "").removeprefix("amp-"))
    for playlist in tree.find(".wp-playlist"):
        script = playlist.css_first("script.wp-playlist-script")
        written = _read(script.text() if script is not None else "")
        tag = "video" if written.get("type") == "video" else "audio"
        players = [tree.new(tag, controls="", src=address) for address in _addresses(written.get("tracks"))]
        if players:
            replace(playlist, _apart(tree, players))
        else:
            context.note("playlist without files", playlist.html or "", review=True)


def _apart(tree: BodyTree, players: list[Node]) -> list[Node]:
    boxes = [tree.new("div") for _ in players]
    for box, player in zip(boxes, players, strict=True):
        box.insert_child(player, move=True)
    return boxes


def _read(text: str) -> dict[str, Any]:
    try:
        written = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return written if isinstance(written, dict) else {}


def _addresses(tracks: Any) -> Iterator[str]:  # noqa: ANN401  # a script may hold anything
    for track in tracks if isinstance(tracks, list) else ():
        if isinstance(track, dict) and isinstance(address := track.get("src"), str) and address:
            yield address
