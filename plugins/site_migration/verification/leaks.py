"""What was not public, as signs by which it is known again, and the search for them in every file."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import md5, sha256
from itertools import chain
from pathlib import Path
from zlib import crc32

from .export import Comment, Item
from .output_files import readings, texts_in
from .words import ALONE, plain, runs

LONG, SHORT = 8, 5
"""So many words in a row are a phrase; of a text that is shorter, so many are."""
MOST_OF_A_COMMENT = 24
"""So many words of a comment that was not shown are looked for: of spam there may be more than of articles."""
LEAST_HYPHENS, LEAST_SLUG = 2, 12
"""A slug with so many hyphens and letters is one item's alone."""
WORTH_KNOWING = 200
"""Lines so long are read once: styles and scripts stand in every page alike."""
MOST_KNOWN = 50_000
"""So many lines are known."""

_WORD = re.compile(rf"[{ALONE}]|[^\W{ALONE}]+")
_ANY_ALONE = re.compile(f"[{ALONE}]")
_LETTERS = re.compile(r"\w+")
"""The same where no script without spaces is, and three times as fast."""
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}+@[\w-]+(?:\.[\w-]+)+")
_IP = re.compile(r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){3,7})(?![\w.:])")
_DIGEST = re.compile(r"(?<![0-9a-zA-Z])(?:[0-9a-f]{64}|[0-9a-f]{32})(?![0-9a-zA-Z])")
_SLUG = re.compile(r"(?<![\w%-])[\w%]++(?:-[\w%]++)++")
_TOKEN = re.compile(r"[^\s\"'<>=&,;]{6,}")


@dataclass(slots=True)
class Secrets:
    """What must not be found."""

    phrases: dict[int, dict[int, str]] = field(default_factory=lambda: {LONG: {}, SHORT: {}})
    """Numbers of runs of words, by their length, and whose they are."""
    slugs: dict[str, str] = field(default_factory=dict)
    """Addresses of items that were not public, long enough to be theirs alone."""
    people: dict[str, str] = field(default_factory=dict)
    """E-mail addresses and IP addresses, and whose they are."""
    digests: dict[str, str] = field(default_factory=dict)
    """Digests of the e-mail addresses, by which pictures of people are fetched: made when a file holds any digest."""
    passwords: dict[str, str] = field(default_factory=dict)
    """Of protected items."""

    def hide_item(self, item: Item) -> None:
        """Note what is known of an item that was not public."""
        whose = f"{item.type} {item.id} ({item.status}{', with a password' if item.password else ''})"
        for text in (item.title, item.excerpt, item.body):
            self._hide_text(text, whose, 1_000_000)
        slug = item.slug.removesuffix("__trashed").casefold()
        if slug.count("-") >= LEAST_HYPHENS and len(slug) >= LEAST_SLUG:
            self.slugs[slug] = whose
        if parts := _TOKEN.findall(item.password):
            self.passwords[max(parts, key=len)] = whose

    def hide_page(self, text: str, whose: str) -> None:
        """Note the text of a page that was public once."""
        self._hide_text(text, whose, 1_000_000)

    def hide_comment(self, comment: Comment) -> None:
        """Note a comment that was never shown."""
        self._hide_text(comment.body, f"comment {comment.id}, never approved", MOST_OF_A_COMMENT)

    def hide_person(self, email: str, ip: str, whose: str) -> None:
        """Note the e-mail address and the IP address of a person."""
        address = email.strip().casefold()
        if _EMAIL.fullmatch(address):
            self.people.setdefault(address, whose)
        if _IP.fullmatch(ip.strip()):
            self.people.setdefault(ip.strip().casefold(), whose)

    def holds_texts(self) -> bool:
        """Tell whether any text or address is looked for."""
        return bool(self.slugs or any(self.phrases.values()))

    def _hide_text(self, text: str, whose: str, most: int) -> None:
        words = _codes(readings(text)[0])[:most]
        length = LONG if len(words) >= LONG else SHORT
        for start in range(0, len(words) - length + 1, length):
            self.phrases[length][hash(tuple(words[start : start + length]))] = whose
        if len(words) >= length:
            self.phrases[length][hash(tuple(words[-length:]))] = whose

    def allow(self, text: str) -> None:
        """Take out what a public text says too: that it stands in the output betrays nothing."""
        for reading in readings(text):
            codes = _codes(reading)
            for length, phrases in self.phrases.items():
                for run in phrases.keys() & set(map(hash, runs(codes, length))):
                    del phrases[run]
            for known, pattern in self._plain():
                for sign in known.keys() & _signs(pattern, reading):
                    del known[sign]
            if self.passwords:
                for password in self.passwords.keys() & set(_TOKEN.findall(reading)):
                    del self.passwords[password]

    def texts_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Give each text that was not public and stands in a text: whose it is, and the words."""
        codes = _codes(text)
        for length, phrases in self.phrases.items():
            for run in sorted(phrases.keys() & set(map(hash, runs(codes, length)))):
                yield phrases[run], f"{phrases[run]}: “{_quoted(text, run, length)}”"
        for slug in sorted(self.slugs.keys() & _signs(_SLUG, text)):
            yield self.slugs[slug], f"{self.slugs[slug]}: its address “{slug}”"

    def people_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Give the personal facts and the passwords that a text betrays: whose they are; a report repeats none."""
        for pattern, what in ((_EMAIL, "e-mail"), (_IP, "IP address"), (_DIGEST, "digest of the e-mail")):
            signs = _signs(pattern, text)
            people = self._digests() if signs and pattern is _DIGEST else self.people
            yield from ((f"{what} of {people[sign]}",) * 2 for sign in sorted(people.keys() & signs))
        for password in sorted(self.passwords.keys() & set(_TOKEN.findall(text) if self.passwords else ())):
            yield (f"password of {self.passwords[password]}",) * 2

    def _plain(self) -> tuple[tuple[dict[str, str], re.Pattern[str]], ...]:
        return (self.slugs, _SLUG), (self.people, _EMAIL), (self.people, _IP)

    def _digests(self) -> dict[str, str]:
        """Give the digests that Gravatar knows an address by: https://docs.gravatar.com/api/avatars/hash/."""
        if not self.digests:
            for address, whose in self.people.items():
                coded = address.encode()
                self.digests[md5(coded, usedforsecurity=False).hexdigest()] = whose
                self.digests[sha256(coded).hexdigest()] = whose
        return self.digests


def _signs(pattern: re.Pattern[str], text: str) -> set[str]:
    if pattern is _EMAIL and "@" not in text:
        return set()
    return set(map(str.casefold, pattern.findall(text)))


def _codes(text: str) -> list[int]:
    """Give a small number for each word; case and entities do not hide a phrase."""
    return [crc32(word.encode()) for word in _words(text.casefold())]


def _words(text: str) -> list[str]:
    return (_WORD if _ANY_ALONE.search(text) else _LETTERS).findall(plain(text))


def _quoted(text: str, run: int, length: int) -> str:
    words = _words(text)
    found = (start for start, codes in enumerate(runs(_codes(text), length)) if hash(codes) == run)
    start = next(found, 0)
    return " ".join(words[start : start + length])


@dataclass(slots=True)
class Search:
    """The search of a folder."""

    folder: Path
    """Its files are named from here."""
    secrets: Secrets
    """What is looked for."""
    clean: set[int] = field(default_factory=set)
    """Long lines that have been read and betray nothing."""


def search_all(files: list[Path], search: Search) -> list[tuple[str, str]]:
    """Give what files betray, in their texts or their names, each once a file."""
    return _search(files, search, (search.secrets.texts_in, search.secrets.people_in))


def search_people(files: list[Path], search: Search) -> list[tuple[str, str]]:
    """Give the personal facts and passwords that files betray, each once a file."""
    return _search(files, search, (search.secrets.people_in,))


_Look = Callable[[str], Iterable[tuple[str, str]]]


def _search(files: list[Path], search: Search, looks: tuple[_Look, ...]) -> list[tuple[str, str]]:
    leaks = []
    for file in files:
        name = str(file.relative_to(search.folder))
        told: dict[str, str] = {}
        for text in chain([name], texts_in(file)):
            lines = [line for line in text.split("\n") if len(line) < WORTH_KNOWING or hash(line) not in search.clean]
            found = {whose: said for part in readings("\n".join(lines)) for look in looks for whose, said in look(part)}
            told = found | told
            if not found and len(search.clean) < MOST_KNOWN:
                search.clean.update(hash(line) for line in lines if len(line) >= WORTH_KNOWING)
        leaks += [(name, report) for report in told.values()]
    return leaks
