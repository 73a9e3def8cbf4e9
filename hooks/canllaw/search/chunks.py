"""Pagefind's index in smaller pieces than it writes, so that a search fetches less.

Pagefind puts about 25 kB of words into each piece of its index (packed; `index/*.pf_index`), and a browser fetches the
whole piece for one word. A Welsh word is searched for in each of its mutations, which begin with other letters and so
lie in other pieces. Here the same entries are dealt out to pieces of about `PIECE` bytes.

A piece is CBOR (RFC 8949): `[[[word, pages, …], …]]`, in the order of the words. The list of pieces stands in
`pagefind.<hash>.pf_meta`, `[version, pages, [[first word, last word, hash], …], …]`, and that hash in
`pagefind-entry.json`. Both are gzipped, behind a signature. Of an entry only the word is looked at.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
PIECE = 16 * 1024  # bytes before packing, which makes about half of them
_PLACE_OF_PIECES = 2  # in the list that the meta file holds


class UnknownFormError(Exception):
    """The index is not as this version of Pagefind is known to write it."""


@dataclass(frozen=True)
class _Piece:
    first: str
    last: str
    data: bytes


def deal_out(index: Path) -> None:
    """Write the index in the folder `index` anew, in smaller pieces. Raises UnknownFormError."""
    entry = index / "pagefind-entry.json"
    try:
        description = json.loads(entry.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UnknownFormError(entry.name) from error
    for language, its in description["languages"].items():
        meta = index / f"pagefind.{its['hash']}.pf_meta"
        parts = read_list(meta)
        old = [index / "index" / f"{name}.pf_index" for _, _, name in _list(parts[_PLACE_OF_PIECES])]
        parts[_PLACE_OF_PIECES] = _write(index / "index", language, old)
        meta.unlink()
        its["hash"] = _write_packed(index, "pagefind.{}.pf_meta", language, cbor2.dumps(parts))
    entry.write_text(json.dumps(description, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def unpacked(path: Path) -> bytes:
    """What a file of the index holds. Raises UnknownFormError."""
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(SIGNATURE):
        raise UnknownFormError(path.name)
    return data.removeprefix(SIGNATURE)


def read_list(path: Path) -> list[Any]:
    """The list that a file of the index holds. Raises UnknownFormError."""
    try:
        return _list(cbor2.loads(unpacked(path)))
    except cbor2.CBORDecodeError as error:
        raise UnknownFormError(path.name) from error


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise UnknownFormError("no list")
    return value


def _write(folder: Path, language: str, old: list[Path]) -> list[tuple[str, str, str]]:
    """Write the entries of the files `old` to new ones in their stead; gives the words and the name of each."""
    entries = list(chain.from_iterable(_list(read_list(path)[0]) for path in old))
    for path in old:
        path.unlink()
    return [
        (piece.first, piece.last, _write_packed(folder, "{}.pf_index", language, piece.data))
        for piece in _pieces(entries)
    ]


def _pieces(entries: list[Any]) -> Iterator[_Piece]:
    held: list[Any] = []
    size = 0
    for entry in entries:
        more = len(cbor2.dumps(entry))
        if held and size + more > PIECE:
            yield _piece(held)
            held, size = [], 0
        held.append(entry)
        size += more
    if held:
        yield _piece(held)


def _piece(entries: list[Any]) -> _Piece:
    first, last = (_list(entry)[0] for entry in (entries[0], entries[-1]))
    if not (isinstance(first, str) and isinstance(last, str)):
        raise UnknownFormError("no word")
    return _Piece(first, last, cbor2.dumps([entries]))


def _write_packed(folder: Path, name: str, language: str, data: bytes) -> str:
    """Write `data` to a file in `folder` that is called after what it holds; gives the hash in its name."""
    called = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    (folder / name.format(called)).write_bytes(gzip.compress(SIGNATURE + data, 9, mtime=0))
    return called
