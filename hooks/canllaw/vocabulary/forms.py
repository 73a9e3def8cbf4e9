"""Where a text uses a term of the glossary: as it stands there, in the plural, and in Welsh also mutated.

A text is read word by word and each word looked up, so that the time does not grow with the glossary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from canllaw.language import Language
from canllaw.search.families import is_word_itself
from canllaw.search.lexicon import STOP_WORDS, welsh
from canllaw.search.mutation import mutations
from canllaw.vocabulary.glossary import Glossary, Term

#: A word; what an apostrophe cuts off (*arloesi'n*) is one by itself, what a hyphen joins is not.
_WORD = re.compile(r"\w+(?:[-‐‑]\w+)*")
_GOES_ON = re.compile(r"[^\s.?!:…“‘\"'(–—][\s\"'“‘(]*$")  # a sentence that has not ended
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Use:
    """Where a text uses a term: the term's id in the glossary, and the first place of the text and that after it."""

    term: str
    start: int
    end: int


class TermFinder:
    """Finds the terms of a glossary in texts of one language."""

    def __init__(self, glossary: Glossary, language: Language) -> None:
        self._terms: dict[str, str] = {}
        self._lengths: dict[str, list[int]] = {}
        for name, entry in glossary.root.items():
            for form in forms(entry[language], language):
                self._add(form, name)
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def _add(self, form: str, name: str) -> None:
        if form in self._terms:
            return
        self._terms[form] = name
        words = _WORD.findall(form)
        lengths = self._lengths.setdefault(words[0], []) if words else []
        if len(words) not in lengths:
            lengths.append(len(words))

    def uses(self, text: str) -> Iterator[Use]:
        """Each use of a term in `text`, in order; of two that begin at one word the longer, and none inside another.

        `text` is composed (NFC), as all texts are when they have been read.
        """
        words = list(_WORD.finditer(text))
        here = 0
        while here < len(words):
            use = self._use_at(text, words, here)
            if use and not _is_in_name(text, use[0].start):
                yield use[0]
            here += use[1] if use else 1

    def _use_at(self, text: str, words: list[re.Match[str]], here: int) -> tuple[Use, int] | None:
        """The use that begins at the word `here`, with the number of its words."""
        start = words[here].start()
        for length in self._lengths.get(words[here][0].lower(), ()):
            if here + length <= len(words):
                end = words[here + length - 1].end()
                if name := self._terms.get(_plain(text[start:end])):
                    return Use(name, start, end), length
        return None


def forms(term: Term, language: Language) -> Iterator[str]:
    """How texts write `term`, in lower case; its own form comes first.

    A mutated form that is a word by itself is left out: nothing tells which of the two it is.
    """
    bases = [_plain(words) for words in (term.term, term.plural) if words]
    yield from bases
    if language == "cy":
        for base in bases:
            yield from (form for form in mutations(base) if not _is_other_word(form))


def _is_other_word(form: str) -> bool:
    return form in STOP_WORDS or is_word_itself(form, welsh())


def _is_in_name(text: str, start: int) -> bool:
    """Whether a capital letter at `start` does not come from the beginning of a sentence: *Local Partnership*."""
    return text[start].isupper() and bool(_GOES_ON.search(text[:start]))


def _plain(words: str) -> str:
    """`words` as they are compared: in lower case and composed, with single spaces and plain apostrophes."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", words.lower())).replace("’", "'").strip()
