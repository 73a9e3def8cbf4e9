"""Which of the words on Welsh pages are forms of one word: families, with a weight for each form.

A Welsh word changes at its front, its end and sometimes its middle. Each form has *keys*: itself, what it may be a
mutation of, their lemmas, and, of a word that is in no lexicon, its bases without an ending, each with a confidence.
The family of a word are all forms of the site that share a key with it, weighted by how sure both are of the key. The
search in the browser looks a word up here and asks the index for its forms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from canllaw.search.lexicon import BANNED_LEMMAS, STOP_WORDS, Lexicon, noun_bases
from canllaw.search.mutation import mutations, radicals

EXACT = 1.0
MUTATION = 0.9
AMBIGUOUS_MUTATION = 0.35  # the form is a word itself
LEMMA = 0.8
AMBIGUOUS_LEMMA = 0.5  # the form is a lemma itself
ENDING = 0.3
MUTATION_OF_KEY = 0.9
AMBIGUOUS_MUTATION_OF_KEY = 0.5  # it is a word itself
LEAST = 0.25

Weights = dict[str, float]


class Families:
    """The families of the words on a site's Welsh pages."""

    def __init__(self, forms: Iterable[str], lexicon: Lexicon) -> None:
        """`forms` are all words on the pages, in lower case and composed (NFC)."""
        self._forms = frozenset(forms)
        self._lexicon = lexicon
        self._keys: dict[str, Weights] = {}
        self._holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for form in sorted(self._forms):
            for key, confidence in self.keys(form).items():
                self._holders[key].append((form, confidence))

    def all(self) -> dict[str, Weights]:
        """The family of every form and of every key, by the word."""
        words = self._forms | self._holders.keys()
        return {word: family for word in sorted(words) if (family := self.family(word))}

    def family(self, word: str) -> Weights:
        """The forms on the site that belong to `word`, each with its weight up to 1; empty if there is none."""
        family: Weights = {}
        for key, confidence in self.keys(word).items():
            for form, its_confidence in self._holders.get(key, ()):
                _raise(family, form, confidence * its_confidence)
        if word not in STOP_WORDS:
            for form in mutations(word):
                if form in self._forms and form not in STOP_WORDS:
                    ambiguous = self._is_word_itself(form)
                    _raise(family, form, AMBIGUOUS_MUTATION_OF_KEY if ambiguous else MUTATION_OF_KEY)
        return {form: weight for form, weight in family.items() if weight >= LEAST}

    def keys(self, word: str) -> Weights:
        """The keys of `word`, each with a confidence up to 1."""
        if word not in self._keys:
            self._keys[word] = self._find_keys(word)
        return self._keys[word]

    def _find_keys(self, word: str) -> Weights:
        keys: Weights = {word: EXACT}
        if word in STOP_WORDS:
            return keys
        before = self._radicals(word)
        mutation = AMBIGUOUS_MUTATION if before and self._is_word_itself(word) else MUTATION
        for radical in before:
            _raise(keys, radical, mutation)
        for radical, confidence in list(keys.items()):
            self._add_lemma(keys, radical, confidence)
            for base in self._guessed_bases(radical):
                _raise(keys, base, confidence * ENDING)
        return keys

    def _guessed_bases(self, word: str) -> list[str]:
        """The words that `word` may be a plural or degree of, if the lexicon does not know what it is."""
        if self._lexicon.knows(word):
            return []
        return [base for base in noun_bases(word) if self._lexicon.is_lemma(base) and base not in STOP_WORDS]

    def _add_lemma(self, keys: Weights, word: str, confidence: float) -> None:
        lemma = self._lexicon.lemma(word)
        if lemma and lemma != word and lemma not in BANNED_LEMMAS and lemma not in STOP_WORDS:
            _raise(keys, lemma, confidence * (AMBIGUOUS_LEMMA if self._lexicon.is_lemma(word) else LEMMA))

    def _radicals(self, word: str) -> list[str]:
        """What `word` may be a mutation of, as far as that is a word of Welsh or of the site."""
        return [
            radical
            for radical in radicals(word)
            if radical not in STOP_WORDS and (self._lexicon.knows(radical) or radical in self._forms)
        ]

    def _is_word_itself(self, word: str) -> bool:
        return is_word_itself(word, self._lexicon)


def is_word_itself(word: str, lexicon: Lexicon) -> bool:
    """Whether `word` is a word and not only the mutation of one: it has a lemma that none of its radicals has."""
    lemma = lexicon.lemma(word)
    if lemma is None:
        return lexicon.is_lemma(word)
    explained = {explanation for radical in radicals(word) for explanation in (radical, lexicon.lemma(radical))}
    return lemma not in explained


def found_as(families: Mapping[str, Weights], terms: Mapping[str, Iterable[str]]) -> dict[str, Weights]:
    """`families` with each form replaced by the terms under which the index has it."""
    result: dict[str, Weights] = {}
    for word, family in families.items():
        replaced = result.setdefault(word, {})
        for form, weight in family.items():
            for term in terms[form]:
                _raise(replaced, term, weight)
    return result


def _raise(weights: Weights, key: str, weight: float) -> None:
    """Let `weights` of `key` be at least `weight`."""
    weights[key] = max(weight, weights.get(key, 0.0))
