"""What is known of Welsh words without reading the site: their lemmas, the words without content, and endings.

The lemmas are simplemma's (its lists come from Wiktionary and others; README.md names their licences). Plurals and
degrees are those of Peter Wynn Thomas, *Gramadeg y Gymraeg* (1996): endings of plurals, singulatives *-yn* and *-en*,
degrees with the hard consonant that they bring. Changes of vowel (*gair*, *geiriau*) follow no rule that does more
good than harm; the lemmas know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

#: Words without content. They are never taken for a mutation, and belong to no other word.
STOP_WORDS_CY = frozenset(
    """
    mae mai mi mewn yn y yr i o a ac ar am at ag er ei eu ein eich fy dy ni na nad nid neu nac gan gyda hyn hon hwn
    rhwng wrth dan dros drwy trwy fel ond pan lle pwy beth sydd sy oedd yw ydy roedd bod fod wedi hefyd bydd iawn os hi
    fe fo ef nhw chi ti dim ddim mor yma yna felly achos oherwydd ers tan heb hwnnw honno hynny eto llai mwy mwyaf dyma
    dyna oes fydd byddai byddant rwy rydw rydych rydym
    """.split()
)
STOP_WORDS_EN = frozenset(
    """
    a an the and or but of in on at by for from to with as is are was were be been being am it its this that these
    those he she they we you i him her them us me my your his our their not no do does did has have had will would can
    could should may might must there here what which who whom whose when where why how if than then so
    """.split()
)
_WELSH_TOO = frozenset(
    {"can", "her", "to"}
)  # English words without content that are Welsh ones with: song, challenge, roof
#: Those on Welsh pages, in which English words stand too.
STOP_WORDS = STOP_WORDS_CY | STOP_WORDS_EN - _WELSH_TOO

#: Of *bod* there are so many forms, and forms of so little content, that it joins nothing.
BANNED_LEMMAS = frozenset({"bod"})

#: Endings of plurals, singulatives and degrees, with what may stand in their place in the base, "" where nothing does.
NOUN_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("wragedd", ("wraig",)),
    ("feydd", ("fa",)),
    ("iau", ("",)),
    ("ïau", ("i",)),
    ("au", ("",)),
    ("ion", ("",)),
    ("on", ("",)),
    ("oedd", ("",)),
    ("ydd", ("",)),
    ("edd", ("",)),
    ("iaid", ("",)),
    ("aid", ("",)),
    ("esau", ("es", "")),
    ("wyr", ("wr", "ydd", "iwr")),
    ("od", ("",)),
    ("ys", ("",)),
    ("i", ("",)),
    ("s", ("",)),
    ("e", ("",)),
    ("yn", ("",)),
    ("en", ("",)),
    ("ach", ("",)),
    ("af", ("",)),
    ("ed", ("",)),
)
#: Endings of verbs, for a word of which the site knows nothing else, with the endings of verb-nouns.
VERB_ENDINGS = tuple(
    """
    odd ais aist wyd ir id ai ant an wn wch ent em es ech er af iff ith asom asoch asant asai ais ed et a o i
    """.split()
)
VERB_NOUN_ENDINGS = ("", "o", "i", "u", "io", "a", "eg", "ed")

SHORTEST_BASE = 3

_DEGREES = ("ach", "af", "ed")
_SOFTENED = {"p": "b", "t": "d", "c": "g"}  # what a degree has made hard: *gwlyb*, *gwlypach*
_DOUBLED = re.compile("([nr])\\1$")


class Lexicon:
    """The lemmas of Welsh, in lower case."""

    def __init__(self, lemmas: Mapping[str, str]) -> None:
        self._lemmas = lemmas
        self._all = frozenset(lemmas.values())

    def lemma(self, word: str) -> str | None:
        """The lemma of `word`, or None if it is not known."""
        return self._lemmas.get(word)

    def is_lemma(self, word: str) -> bool:
        """Whether `word` is the lemma of some word."""
        return word in self._all

    def words(self) -> Iterable[str]:
        """All words of which the lemma is known."""
        return self._lemmas.keys()

    def knows(self, word: str) -> bool:
        """Whether `word` is a Welsh word."""
        return word in self._lemmas or word in self._all


@cache
def welsh() -> Lexicon:
    """The lemmas of Welsh that simplemma brings; read once, which takes half a second."""
    from simplemma.strategies import DefaultDictionaryFactory  # noqa: PLC0415  (a check seldom needs it, and it takes long)

    dictionary = DefaultDictionaryFactory().get_dictionary("cy")
    return Lexicon({form.lower(): lemma.lower() for form, lemma in dictionary.items()})


def english_lemma(word: str) -> str:
    """The lemma of an English word, or the word, in lower case."""
    import simplemma  # noqa: PLC0415  (a check seldom needs it, and it takes long)

    return str(simplemma.lemmatize(word, lang="en")).lower()


def noun_bases(word: str) -> Iterator[str]:
    """What is left of `word` without an ending of a noun or an adjective; none of it need be a word."""
    for ending, instead in NOUN_ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        bases = [stem + other for other in instead]
        if ending in _DEGREES and stem[-1:] in _SOFTENED:
            bases.append(stem[:-1] + _SOFTENED[stem[-1]])
        if _DOUBLED.search(stem):
            bases.append(stem[:-1])
        yield from (base for base in bases if len(base) >= SHORTEST_BASE)
