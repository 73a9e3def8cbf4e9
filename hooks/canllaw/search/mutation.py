"""The mutations of Welsh: what the first letter of a word turns into, and what it may have been.

Source: Peter Wynn Thomas, *Gramadeg y Gymraeg* (Gwasg Prifysgol Cymru, 1996), on *y treigladau*; the same tables stand
in D. Geraint Lewis, *Y Treigladur* (Gomer, 1993). Soft: p b, t d, c g, b f, d dd, g lost, m f, ll l, rh r. Nasal: p
mh, t nh, c ngh, b m, d n, g ng. Aspirate: p ph, t th, c ch. An *h* comes before a vowel after *ei* (hers), *ein*, *eu*
and *ar* (*ugain*). The letters ff, s, j, h, and whatever comes from English with none of these, stay as they are.

A letter may be two characters: *ch*, *dd*, *ff*, *ng*, *ll*, *ph*, *rh*, *th* are read as one, so that the c of
*chwaraeon* is not taken for a radical c.
"""

from __future__ import annotations

import unicodedata

VOWELS = "aeiouwy"

#: What each radical turns into, the longest radical first: of *ll* the rules for *l* do not hold.
MUTATED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ll", ("l",)),
    ("rh", ("r",)),
    ("ch", ()),
    ("dd", ()),
    ("ph", ()),
    ("th", ()),
    ("p", ("b", "mh", "ph")),
    ("t", ("d", "nh", "th")),
    ("c", ("g", "ngh", "ch")),
    ("b", ("f", "m")),
    ("d", ("dd", "n")),
    ("g", ("", "ng")),
    ("m", ("f",)),
)

#: What each initial may have been, the longest first; only the first that fits holds. Initial vowels are apart.
RADICALS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ngh", ("c",)),
    ("mh", ("p",)),
    ("nh", ("t",)),
    ("ng", ("g",)),
    ("ph", ("p",)),
    ("th", ("t",)),
    ("ch", ("c",)),
    ("dd", ("d",)),
    ("ff", ()),
    ("ll", ()),
    ("rh", ()),
    ("b", ("p",)),
    ("d", ("t",)),
    ("g", ("c",)),
    ("f", ("b", "m")),
    ("m", ("b",)),
    ("l", ("ll", "gl")),
    ("r", ("rh", "gr")),
    ("n", ("d", "gn")),
)

_LOST = "g"  # what an initial vowel may have lost
_ADDED = "h"  # what an initial vowel may have been given


def mutations(word: str) -> list[str]:
    """The mutated forms that `word`, in lower case, can have as a radical; none if its first letter never changes."""
    if _begins_with_vowel(word):
        return [_ADDED + word]
    for radical, mutated in MUTATED:
        if word.startswith(radical):
            rest = word.removeprefix(radical)
            return [initial + rest for initial in mutated if initial + rest]
    return []


def radicals(word: str) -> list[str]:
    """What `word`, in lower case, may be a mutation of; none of it need be a word."""
    if _begins_with_vowel(word):
        return [_LOST + word]
    for initial, before in RADICALS:
        if word.startswith(initial):
            return [radical + word.removeprefix(initial) for radical in before]
    if word.startswith(_ADDED) and _begins_with_vowel(word[1:]):
        return [word[1:]]
    return []


def _begins_with_vowel(word: str) -> bool:
    return unicodedata.normalize("NFD", word[:1])[:1] in set(VOWELS)
