"""Pagefind's index in smaller pieces than it writes, so that a search fetches less.

Pagefind puts about 25 kB of words into each piece of its index (packed; `index/*.pf_index`), and a browser fetches the
whole piece for one word. A Welsh word is searched for in each of its mutations, which begin with other letters and so
lie in other pieces. Here the same entries are dealt out to pieces of about `PIECE` bytes.

A piece is CBOR (RFC 8949): `[[[word, pages, …], …]]`, in the order of the words. The list of pieces stands in
`pagefind.<hash>.pf_meta`, `[version, pages, [[first word, last word, hash], …], …]`, and that hash in
`pagefind-entry.json`. Both are gzipped, behind a signature. Entries are moved as they are; nothing in them is read but
the word.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

SIGNATURE = b"pagefind_dcd"
PIECE = 16 * 1024  # bytes before packing, which makes about half of them
_BYTES, _TEXT, _ARRAY, _MAP = 2, 3, 4, 5  # major types of CBOR
_SIZE_OF_NUMBER = {sign << 5 | low: 1 for sign in (0, 1) for low in range(24)} | {
    sign << 5 | 24 + power: 1 + (1 << power) for sign in (0, 1) for power in range(4)
}
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
    description = json.loads(entry.read_text(encoding="utf-8"))
    for language, its in description["languages"].items():
        meta = index / f"pagefind.{its['hash']}.pf_meta"
        parts = _items(unpacked(meta))
        names = [_texts(piece) for piece in _items(parts[_PLACE_OF_PIECES])]
        old = [index / "index" / f"{name}.pf_index" for _, _, name in names]
        listed = [_array([_text(word) for word in written]) for written in _write(index / "index", language, old)]
        parts[_PLACE_OF_PIECES] = _array(listed)
        meta.unlink()
        its["hash"] = _write_packed(index, "pagefind.{}.pf_meta", language, _array(parts))
    entry.write_text(json.dumps(description, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def unpacked(path: Path) -> bytes:
    """What a file of the index holds. Raises UnknownFormError."""
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(SIGNATURE):
        raise UnknownFormError(path.name)
    return data.removeprefix(SIGNATURE)


def _write(folder: Path, language: str, old: list[Path]) -> Iterator[tuple[str, str, str]]:
    """Write the entries of the files `old` to new ones in their stead; gives the words and the name of each."""
    entries = list(chain.from_iterable(_items(_items(unpacked(path))[0]) for path in old))
    for path in old:
        path.unlink()
    for piece in _pieces(entries):
        yield piece.first, piece.last, _write_packed(folder, "{}.pf_index", language, piece.data)


def _pieces(entries: list[bytes]) -> Iterator[_Piece]:
    held: list[bytes] = []
    size = 0
    for number, entry in enumerate(entries, 1):
        held.append(entry)
        size += len(entry)
        if number == len(entries) or size + len(entries[number]) > PIECE:
            first, last = (_texts(one, 1)[0] for one in (held[0], held[-1]))
            yield _Piece(first, last, _array([_array(held)]))
            held, size = [], 0


def _write_packed(folder: Path, name: str, language: str, data: bytes) -> str:
    """Write `data` to a file in `folder` that is called after what it holds; gives the hash in its name."""
    called = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    (folder / name.format(called)).write_bytes(gzip.compress(SIGNATURE + data, 9, mtime=0))
    return called


# CBOR, as much of it as is needed.


def _head(data: bytes, start: int) -> tuple[int, int, int]:
    """The major type of the item at `start`, its number (of what it holds), and where the head ends."""
    major, number = data[start] >> 5, data[start] & 31
    if number < 24:  # noqa: PLR2004  (RFC 8949, 3: below it the number itself, from it on how many bytes it takes)
        return major, number, start + 1
    size = 1 << (number - 24)
    if size > 8:  # noqa: PLR2004  (of indefinite length)
        raise UnknownFormError(f"{data[start]:#x}")
    return major, int.from_bytes(data[start + 1 : start + 1 + size], "big"), start + 1 + size


def _end(data: bytes, start: int) -> int:
    """Where the item at `start` ends."""
    remaining = 1
    while remaining:
        remaining -= 1
        if size := _SIZE_OF_NUMBER.get(data[start]):  # nearly all there is, and there are millions
            start += size
            continue
        major, number, start = _head(data, start)
        if major in (_BYTES, _TEXT):
            start += number
        remaining += {_ARRAY: number, _MAP: 2 * number}.get(major, 0)
    return start


def _items(data: bytes) -> list[bytes]:
    """The items of an array, as they are written."""
    major, number, end = _head(data, 0)
    if major != _ARRAY:
        raise UnknownFormError("no array")
    items = []
    for _ in range(number):
        start, end = end, _end(data, end)
        items.append(data[start:end])
    return items


def _texts(data: bytes, count: int | None = None) -> list[str]:
    """The first `count` items of an array, which are texts; all unless it is given."""
    items = _items(data)[:count]
    if any(item[0] >> 5 != _TEXT for item in items):
        raise UnknownFormError("no text")
    return [item[_head(item, 0)[2] :].decode() for item in items]


def _array(items: list[bytes]) -> bytes:
    return _written_head(_ARRAY, len(items)) + b"".join(items)


def _text(text: str) -> bytes:
    data = text.encode()
    return _written_head(_TEXT, len(data)) + data


def _written_head(major: int, number: int) -> bytes:
    if number < 24:  # noqa: PLR2004
        return bytes([major << 5 | number])
    size = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([major << 5 | 24 + size]) + number.to_bytes(1 << size, "big")
