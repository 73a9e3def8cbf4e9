"""Which words are one word: the same but for accents, hyphens, a regular plural, or a slip of the pen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from canllaw.language import Language
from canllaw.language.addresses import slugify

# Regular plurals only: a word and one of these.
_PLURALS: dict[Language, frozenset[str]] = {
    "en": frozenset({"s", "es"}),
    "cy": frozenset({"au", "iau", "on", "ion", "oedd", "ydd", "iaid"}),
}
_LONG = 6  # letters from which one letter more or less, or two exchanged, is a slip and not another word


def alike(words: Mapping[Language, Sequence[str]]) -> list[tuple[int, int, Language]]:
    """The places of each two things that are called by one word, and the language in which they are.

    `words` has what the things are called in each language, in the same order.
    """
    pairs: dict[tuple[int, int], Language] = {}
    for language, named in words.items():
        plain = [slugify(word, "") for word in named]
        places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(plain):
            places[word].append(place)
        for place, word in enumerate(plain):
            for there in {there for form in _forms(word, language) for there in places.get(form, ())} - {place}:
                pairs.setdefault((min(place, there), max(place, there)), language)
    return [(*places, language) for places, language in sorted(pairs.items())]


def _forms(word: str, language: Language) -> Iterator[str]:
    """What `word` may be a plural of, or a slip for: itself, two letters exchanged, one inside left out."""
    yield word
    yield from (word.removesuffix(plural) for plural in _PLURALS[language] if word.endswith(plural))
    if len(word) >= _LONG:
        yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    if len(word) > _LONG:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))
