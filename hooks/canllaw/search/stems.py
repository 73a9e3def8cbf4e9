"""One word for all forms of a word, to compare texts with: rough, and good enough for that."""

from __future__ import annotations

from functools import cache

from canllaw.language import Language
from canllaw.search.lexicon import BANNED_LEMMAS, STOP_WORDS_CY, STOP_WORDS_EN, english_lemma, welsh
from canllaw.search.mutation import radicals

SHORTEST = 3
_STOP_WORDS = {"en": STOP_WORDS_EN, "cy": STOP_WORDS_CY}


@cache
def stem(word: str, language: Language) -> str:
    """The lemma of `word`, in lower case; in Welsh also of what it is a mutation of. "" for a word without content."""
    if len(word) < SHORTEST or word in _STOP_WORDS[language]:
        return ""
    return _welsh(word) if language == "cy" else english_lemma(word)


def _welsh(word: str) -> str:
    lexicon = welsh()
    for form in (word, *radicals(word)):
        if lexicon.knows(form):
            lemma = lexicon.lemma(form) or form
            return "" if lemma in BANNED_LEMMAS else lemma
    return word
