"""Words that no dictionary has, in the prose of an edition: advice, because dictionaries do not have every word.

Code, addresses, HTML and what is in another language are not read (`prose`). Names are left alone: a word with a
capital letter anywhere but at the start of a sentence, or of a heading, an item or a cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from canllaw.content.library import Edition, Library
from canllaw.content.prose import BLOT
from canllaw.language import LANGUAGES, Language
from canllaw.problems import Problem
from canllaw.search.lexicon import welsh
from canllaw.search.mutation import radicals
from canllaw.search.tokens import normal
from canllaw.vocabulary import Vocabulary

WORD_LIST = "spelling.txt"
"""The words of a project, in its folder of data: one a line, for both languages; a line with # is for its readers."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_PARTS = re.compile(r"['’‑-]")
_CLITICS = frozenset("r n i u m w ch th s d ll ve re t".split())  # what stands after an apostrophe
_BEGINS = re.compile(rf"(?:^|[.?!:…|{BLOT}\n])[\s\"'“‘*_{BLOT}]*$")
_BEFORE = 40  # characters that tell whether a sentence begins
_MOST_GUESSES = 3


@dataclass(frozen=True)
class Dictionary:
    """The words of one language: whether it has one, which is given with straight apostrophes, and what is like one."""

    has: Callable[[str], bool]
    like: Callable[[str], list[str]]


def misspelt(
    library: Library,
    vocabulary: Vocabulary,
    words: frozenset[str],
    dictionaries: Mapping[Language, Dictionary],
    prefix: str,
) -> Iterator[Problem]:
    """A Problem for each word of each edition that neither its dictionary nor `words` has, where it first stands."""
    known = words | _of(vocabulary)
    for page in library.pages.values():
        for edition in page.editions.values():
            dictionary = dictionaries[edition.language]
            for word, line in _unknown(edition, known, dictionary):
                near = dictionary.like(word)[:_MOST_GUESSES]
                code = "word-misspelt-guess" if near else "word-misspelt"
                values = {"word": word, "guesses": ", ".join(near), "list": WORD_LIST}
                yield Problem(f"{prefix}/{edition.path}", line, code, values)


def word_list(text: str) -> frozenset[str]:
    """The words of a list, as they are compared."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(_plain(line) for line in lines if line)


def _of(vocabulary: Vocabulary) -> frozenset[str]:
    """The words of agreed terms, and of people's names."""
    terms = [
        text
        for entry in vocabulary.glossary.root.values()
        for language in LANGUAGES
        for text in (entry[language].term, entry[language].plural or "")
    ]
    names = [person.name[language] for person in vocabulary.people.root.values() for language in LANGUAGES]
    return frozenset(_plain(word) for text in (*terms, *names) for word in _WORD.findall(text))


def _unknown(edition: Edition, known: frozenset[str], dictionary: Dictionary) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    for prose in edition.blocks.prose:
        text = prose.own_words
        for match in _WORD.finditer(text):
            word = match[0]
            if word in seen:
                continue
            seen.add(word)
            if _is_name(word, text, match.start()):
                seen.discard(word)  # it may stand at the start of a sentence elsewhere
            elif not _is_known(word, edition.language, known, dictionary):
                yield word, prose.line_of(match.start())


def _is_name(word: str, text: str, start: int) -> bool:
    if word.islower():
        return False
    return not word.istitle() or not _BEGINS.search(text[max(start - _BEFORE, 0) : start])


def _is_known(word: str, language: Language, known: frozenset[str], dictionary: Dictionary) -> bool:
    """Whether it is known whole, or each of its parts is."""
    return _has(word, language, known, dictionary) or all(
        part.lower() in _CLITICS if place else _has(part, language, known, dictionary)
        for place, part in enumerate(_PARTS.split(word))
    )


def _has(word: str, language: Language, known: frozenset[str], dictionary: Dictionary) -> bool:
    """Whether a list or the dictionary has `word`, or in Welsh what it may be a mutation of.

    The lexicon of the search has forms of words that dictionaries lack.
    """
    straight = word.replace("’", "'").replace("‑", "-")
    lower = normal(straight)
    if len(word) == 1 or lower in known or dictionary.has(straight) or dictionary.has(lower):
        return True
    return language == "cy" and any(
        base in known or dictionary.has(base) or welsh().knows(base) for base in (lower, *radicals(lower))
    )


def _plain(word: str) -> str:
    return normal(word).replace("’", "'").replace("‑", "-")
