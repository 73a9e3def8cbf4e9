"""Sorting by the alphabet of a language: by letters, not characters.

Welsh has 29 letters, among them ch dd ff ng ll ph rh th, in the order that the Welsh Language Commissioner gives.
Browsers and Python's locales hold no Welsh collation, so lists are sorted here, when the site is built.
"""

from __future__ import annotations

import re
import unicodedata

from canllaw.language import Language

_WELSH = [
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "a",
    "b",
    "c",
    "ch",
    "d",
    "dd",
    "e",
    "f",
    "ff",
    "g",
    "ng",
    "h",
    "i",
    "j",
    "k",
    "l",
    "ll",
    "m",
    "n",
    "o",
    "p",
    "ph",
    "q",
    "r",
    "rh",
    "s",
    "t",
    "th",
    "u",
    "v",
    "w",
    "x",
    "y",
    "z",
]
_RANK = {letter: rank for rank, letter in enumerate(_WELSH)}
_WELSH_LETTER = re.compile("|".join(sorted(_WELSH, key=len, reverse=True)))

# Where two characters meet across a seam in the word they stay two letters, n+g and r+h, mutated or not.
_SEAM = re.compile(
    r"\b(?:[bfm]an(?=gor)|(?:d|dd|n)an(?=gos)|l?lon(?=gyfarch)|l?lan(?=g)"
    r"|(?:p|b|mh|ph)ar(?=ha)|h?ar(?=hos)|[fm]awr(?=hydi))"
)
_SEAM_MARK = "\u2060"


def sort_key(text: str, language: Language) -> tuple[list[list[int]], str]:
    """A key that sorts `text` word by word by the alphabet of `language`; case and accents only decide ties."""
    folded = _fold(text)
    if language == "cy":
        folded = _SEAM.sub(rf"\g<0>{_SEAM_MARK}", folded)
    words = re.findall(rf"[a-z0-9{_SEAM_MARK}]+", folded)
    return [_ranks(word, language) for word in words], text


def first_letter(text: str, language: Language) -> str:
    """The capital letter or digit under which `text` stands in an index; "Ch", "Dd", "Ll" and so on in Welsh.

    "" only where `slugify` leaves nothing of `text` either.
    """
    letters = re.findall("[a-z0-9]", _fold(text)) if language == "en" else _WELSH_LETTER.findall(_fold(text))
    letter = "".join(letters[:1])
    return letter.capitalize()


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).lower().replace("'", "").replace("’", "")
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _ranks(word: str, language: Language) -> list[int]:
    if language == "en":
        return [ord(character) for character in word]
    return [_RANK[letter] for letter in _WELSH_LETTER.findall(word)]
