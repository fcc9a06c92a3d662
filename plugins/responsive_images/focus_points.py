"""What must stay in sight when a picture is cut, as `content/data/media/*.yaml` says it."""

from pathlib import Path

import yaml

from .shapes import Focus, read_focus

_WORD = "focus"
_SYNONYM = "focal_point"


def read_focuses(folder: Path) -> dict[str, Focus]:
    """Give the point of each picture that has one, by address. What is wrong with a file is for its owner to say."""
    points: dict[str, Focus] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            text = path.read_text(encoding="utf-8")
            # A newsroom has 200,000 pictures, and a word on where to look for a few.
            files = yaml.safe_load(text) if _WORD in text or _SYNONYM in text else {}
        except (OSError, ValueError, yaml.YAMLError, RecursionError):
            continue
        for address, facts in files.items() if isinstance(files, dict) else ():
            words = (facts.get(_WORD) or facts.get(_SYNONYM)) if isinstance(facts, dict) else ""
            if point := read_focus(str(words or "")):
                points[str(address)] = point
    return points
