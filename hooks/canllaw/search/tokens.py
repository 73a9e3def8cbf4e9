"""The words of a text as readers see them, and the terms under which Pagefind knows the same words.

Pagefind's rules are those of `get_indexable_words` in its `pagefind/src/fossick/splitting.rs` (version 1.5): each run
of characters between spaces is a term, its letters and digits without whatever else stands in it; and if there is
ASCII punctuation inside it, so are the parts between, cut again where a capital follows a small letter and where digits
begin or end. A typographic apostrophe is not ASCII: *Gymru’n* is known as *gymrun* alone; *18fed-19eg* is known as
*18fed19eg*, *18*, *fed*, *19* and *eg*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 40  # characters; nobody types more, and whatever is longer is an address or a key

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['’‘ʼ`´]")
_HYPHEN = re.compile("[-‐‑­]")
_ASCII_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_DIGITS_BESIDE_LETTERS = re.compile(r"[^\W\d]\d|\d[^\W\d]")


def normal(text: str) -> str:
    """`text` in lower case and composed (NFC)."""
    return unicodedata.normalize("NFC", text.lower())


def fold(text: str) -> str:
    """`text` without its accents."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def words_and_terms(text: str) -> Iterator[tuple[str, str]]:
    """Each word of `text` with the term under which Pagefind has it, a word joined by hyphens whole and in parts.

    What an apostrophe cuts off, such as the 'r of *i'r*, is no word.
    """
    for run in unicodedata.normalize("NFC", text).split():
        yield from _of_run(run)


@lru_cache(maxsize=1 << 16)  # the pages of a site have few words, each of them often
def _of_run(run: str) -> tuple[tuple[str, str], ...]:
    whole = "".join(_WORD.findall(normal(run)))
    terms = {whole, *_parts(run)}
    words = (word for word in _words(normal(run)) if fold(word) and len(word) <= LONGEST)
    return tuple((word, word if word in terms else whole) for word in words)


def _words(run: str) -> set[str]:
    pieces = _APOSTROPHE.split(run)
    joined = {"".join(_WORD.findall(_HYPHEN.sub("", piece))) for piece in pieces if _HYPHEN.search(piece)}
    parts = [part for piece in pieces for part in _WORD.findall(piece)]
    return joined | {part for part in parts if len(part) > 1 or len(parts) == 1} - {""}


def _parts(run: str) -> list[str]:
    """The parts of `run` that are terms themselves, and not cut again."""
    parts = _ASCII_PUNCTUATION.sub(" ", run).split()
    return [normal(part) for part in parts if len(part) > 1 and not _is_cut(part)]


def _is_cut(part: str) -> bool:
    case = "".join("A" if character.isupper() else "a" for character in part)
    return "aA" in case or "AAa" in case or _DIGITS_BESIDE_LETTERS.search(part) is not None
