"""The same index for the same stories, byte for byte.

Pagefind writes the values of filters, and the list of filters, in the order of a hash table, which differs each time;
all else it writes in the order of the stories. Here both are sorted, in Pagefind's own form: CBOR behind a mark of
twelve bytes, packed by gzip, in files named by their content.
"""

import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import cbor2

from .indexer import Files

ENTRY = "pagefind-entry.json"
"""The file with which a browser begins."""

_MARK = b"pagefind_dcd"
_FILTERS = 3
"""Where in the `pf_meta` file the names of filters and of their files stand."""


def settled(files: Files) -> Files:
    """Give the files of an index with everything in an order; what is not part of the index is left as it is."""
    left = dict(files)
    entry = json.loads(left.pop(ENTRY))
    for told in entry["languages"].values():
        told["hash"] = _settle_language(left, told["hash"])
    left[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return left


def _settle_language(files: Files, name: str) -> str:
    """Settle the index of a language; give the new name of its `pf_meta` file."""
    language = name.rpartition("_")[0]
    meta = _read(files.pop(f"pagefind.{name}.pf_meta"))
    meta[_FILTERS] = sorted(_settled_filters(files, meta[_FILTERS], language))
    octets = cbor2.dumps(meta)
    name = _name(language, octets, 10)
    files[f"pagefind.{name}.pf_meta"] = _packed(octets)
    return name


def _settled_filters(files: Files, filters: list[list[str]], language: str) -> Iterator[list[str]]:
    for name, file in filters:
        said, values = _read(files.pop(f"filter/{file}.pf_filter"))
        octets = cbor2.dumps([said, sorted(values)])
        settled_name = _name(language, octets, 7)
        files[f"filter/{settled_name}.pf_filter"] = _packed(octets)
        yield [name, settled_name]


def _name(language: str, octets: bytes, length: int) -> str:
    return f"{language}_{sha256(octets).hexdigest()[:length]}"


def _read(packed: bytes) -> Any:  # noqa: ANN401  # whatever CBOR holds
    return cbor2.loads(gzip.decompress(packed).removeprefix(_MARK))


def _packed(octets: bytes) -> bytes:
    # Without the time, so that the same file has the same bytes.
    return gzip.compress(_MARK + octets, compresslevel=9, mtime=0)
