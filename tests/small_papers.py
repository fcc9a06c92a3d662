"""Small content folders for the desk's tests: a paper without a mistake, and what is written over it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from built_sites import write
from desk.check import CheckOptions, Finding, check_site

NOW = datetime(2024, 11, 30, 12, 0, tzinfo=UTC)
"""The day on which these papers are checked."""

PICTURE = "\x00"
"""Stands for a picture: a check never opens one."""

CLEAN: Mapping[str, str] = {
    "articles/2024/11/tram.md": """---
title: The tram is back
date: 2024-11-16T05:00:00+00:00
authors:
  - Nora Whitlow
categories:
  - Harbour/Ferries
tags:
  - Transport
series: People of the quay
image: /wp-content/uploads/tram.jpg
image_alt: A tram in the fog
image_credit: Mara Quill
related:
  - ferry
aliases:
  - /2024/11/old-tram/
wordpress_id: 7
---

It rang its bell at six[^1].

## <a id="bell"></a>The bell

![The bell](/wp-content/uploads/bell.jpg)
*The bell itself*

[^1]: By the harbour clock.
""",
    "articles/2024/11/ferry.md": """---
title: The ferry stays
date: 2024-11-17T05:00:00+00:00
authors:
  - nora-whitlow
categories:
  - Harbour
---

See [the bell](/2024/11/tram/#bell), or [the timetable](/wp-content/uploads/times.pdf).
""",
    "articles/2024/11/storm.md": """---
title: Storm, as it happens
date: 2024-11-18T12:00:00+00:00
kind: live
---

## 14:32 Two boats adrift

The launch has parted her lines.

## 14:10

The night tram will not run.
""",
    "articles/2024/11/draft.md": """---
title: Not yet
date: 2024-11-19
status: draft
---

Words.
""",
    "articles/2024/11/سوق.md": """---
title: سوق السمك
date: 2024-11-20
lang: ar
---

كلمات.
""",
    "articles/tides.md": "---\ntitle: Tides\n---\n\nHigh at six.\n",
    "pages/about.md": "---\ntitle: About\n---\n\nWho we are.\n",
    "pages/about/corrections.md": "---\ntitle: Corrections\n---\n\nHow we mend.\n",
    "comments/2024/11/tram.yaml": "- id: 3\n  author: A reader\n  date: 2024-11-16T09:00:00+00:00\n  body: Hear.\n",
    "data/authors.yaml": "nora-whitlow:\n  name: Nora Whitlow\n  avatar: /wp-content/uploads/nora.jpg\n",
    "data/categories.yaml": "harbour:\n  name: Harbour\nferries:\n  name: Ferries\n  parent: harbour\n",
    "data/series.yaml": "people-of-the-quay:\n  name: People of the quay\n",
    "data/tags.yaml": "transport:\n  name: Transport\n  aliases:\n    - /tag/trams/\n",
    "data/menus.yaml": "primary:\n  name: Main menu\n  items:\n    - title: About\n      address: /about/\n",
    "data/site.yaml": "title: The Gull\naddress: https://gull.example\n",
    "data/front.yaml": "lead: tram\nsections:\n  - harbour\n",
    "data/addresses.yaml": "/campaign/: /about/\n/withdrawn/: gone\n",
    "data/addresses/lists.yaml": "/?cat=6: /category/harbour/\n/never/: /not-brought.pdf\n",
    "data/media/undated-t.yaml": "/wp-content/uploads/tram.jpg:\n  focus: 50% 30%\n",
    "wp-content/uploads/tram.jpg": PICTURE,
    "wp-content/uploads/bell.jpg": PICTURE,
    "wp-content/uploads/bell-300x200.jpg": PICTURE,
    "wp-content/uploads/nora.jpg": PICTURE,
    "wp-content/uploads/times.pdf": PICTURE,
}
"""A paper without a mistake, in which there is one of most things."""


def checked(content: Path, files: Mapping[str, str], options: CheckOptions | None = None) -> tuple[Finding, ...]:
    """Write a clean paper with these files over it, and give what a check finds."""
    write(content, {**CLEAN, **files})
    return check_site(content, options or CheckOptions(cache=None, workers=1, now=NOW))


def spelt(finding: Finding) -> str:
    """Give a finding on one line."""
    line, column = (f":{each}" if each else "" for each in (finding.line, finding.column))
    return f"{finding.place}{line}{column}: {finding.level} {finding.kind}: {finding.what}"


def parted(text: str) -> dict[str, str]:
    """Give the files of a text case: each begins with a line `%% its/place.md`."""
    files: dict[str, str] = {}
    for part in text.split("%% ")[1:]:
        place, _, words = part.partition("\n")
        files[place] = words
    return files
