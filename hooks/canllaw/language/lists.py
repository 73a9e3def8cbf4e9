"""Names one after another, as each language joins them: "A, B and C", "A, B ac Efa"."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from canllaw.language import Language

_WELSH_VOWELS = frozenset("aeiouwy")
_AND: dict[Language, str] = {"en": "and", "cy": "a"}


def joined(names: Sequence[str], language: Language, *, ampersand: bool = False) -> str:
    """`names` with commas and an *and*; `ampersand` puts "&" for it in English, which Welsh never does.

    In Welsh *a* is *ac* before a vowel (Peter Wynn Thomas, *Gramadeg y Gymraeg*). The names are not mutated after *a*:
    those of people never are, and in a reference each must be found as it is spelt.
    """
    if len(names) < 2:  # noqa: PLR2004  (nothing to join)
        return "".join(names)
    *first, last = names
    word = "&" if ampersand and language == "en" else _and_before(last, language)
    comma = "," if ampersand else ""
    return f"{', '.join(first)}{comma} {word} {last}"


def _and_before(name: str, language: Language) -> str:
    first = unicodedata.normalize("NFD", name)[:1].lower()
    return "ac" if language == "cy" and first in _WELSH_VOWELS else _AND[language]
