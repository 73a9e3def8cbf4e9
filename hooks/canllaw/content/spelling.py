"""Words that no dictionary has, in the prose of an edition: advice, because dictionaries do not have every word.

Code, addresses, HTML and what is in another language are not read (`prose`). Names are left alone: a word with a
capital letter anywhere but at the start of a sentence, or of a heading, an item or a cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from canllaw.content.library import Edition, Library
from canllaw.content.prose import BLOT, Prose
from canllaw.content.schema import GuideFields
from canllaw.content.text_file import read_text
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
    is_known: Mapping[Language, Callable[[str], bool]] = {
        language: cache(partial(_is_known, language=language, known=known, dictionary=dictionary))
        for language, dictionary in dictionaries.items()
    }
    for page in library.pages.values():
        for edition in page.editions.values():
            for word, line in _unknown(edition, is_known[edition.language]):
                near = dictionaries[edition.language].like(word)[:_MOST_GUESSES]
                code = "word-misspelt-guess" if near else "word-misspelt"
                values = {"word": word, "guesses": ", ".join(near), "list": WORD_LIST}
                yield Problem(f"{prefix}/{edition.path}", line, code, values)


def read_word_list(path: Path, name: str) -> tuple[frozenset[str], list[Problem]]:
    """The words of the list at `path`, which need not be there, and what is wrong with it."""
    if not path.exists():
        return frozenset(), []
    text, problems = read_text(path, name)
    return word_list(text), [*problems, *_mistakes_in_list(text, name)]


def word_list(text: str) -> frozenset[str]:
    """The words of a list, as they are compared."""
    return frozenset(_plain(word) for word, _ in _listed(text))


def _listed(text: str) -> Iterator[tuple[str, int]]:
    """What each line of a list holds, with the number of the line."""
    for number, line in enumerate(text.split("\n"), 1):
        if word := line.partition("#")[0].strip():
            yield word, number


def _mistakes_in_list(text: str, name: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for word, line in _listed(text):
        earlier = first.setdefault(_plain(word), line)
        if not _WORD.fullmatch(word):
            yield Problem(name, line, "list-no-word", {"text": word})
        elif earlier != line:
            yield Problem(name, line, "list-word-twice", {"text": word, "line": earlier})


def _of(vocabulary: Vocabulary) -> frozenset[str]:
    """The words of agreed terms and labels, and of the names of people and partners."""
    taxonomy, people, partners = vocabulary.taxonomy, vocabulary.people.root, vocabulary.partners.partners
    texts: list[str] = []
    for language in LANGUAGES:
        for concepts in (taxonomy.types, taxonomy.topics, taxonomy.tags):
            texts += (concept[language].label for concept in concepts.values())
        for entry in vocabulary.glossary.root.values():
            texts += (entry[language].term, entry[language].plural or "")
        texts += (person.name[language] for person in people.values())
        texts += (partner.name[language] for partner in partners)
    return frozenset(_plain(word) for text in texts for word in _WORD.findall(text))


def _texts(edition: Edition) -> Iterator[Prose]:
    """All that a reader sees of `edition`: what its fields say, and its text."""
    fields, front = edition.fields, edition.source.front_matter
    stated: list[tuple[str | None, tuple[str, ...]]] = [
        (getattr(fields, name), (name,)) for name in ("title", "short_title", "summary")
    ]
    if isinstance(fields, GuideFields) and fields.image:
        stated.append((fields.image.alt, ("image", "alt")))
    for text, place in stated:
        if text:
            yield Prose(text, front.line(*place), "field", is_quoted=False, is_note=False)
    yield from edition.blocks.prose


def _unknown(edition: Edition, is_known: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    told: set[str] = set()
    for prose in _texts(edition):
        text = prose.own_words
        for match in _WORD.finditer(text):
            word = match[0]
            if word in seen or _is_name(word, text, match.start()):
                continue  # a name here may stand at the start of a sentence elsewhere
            seen.add(word)
            if word.lower() not in told and not is_known(word):
                told.add(word.lower())
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
    straight, lower = _straight(word), _plain(word)
    if len(word) == 1 or lower in known or dictionary.has(straight) or dictionary.has(lower):
        return True
    return language == "cy" and any(
        base in known or dictionary.has(base) or welsh().knows(base) for base in (lower, *radicals(lower))
    )


def _straight(word: str) -> str:
    """`word` with the apostrophes and hyphens that dictionaries have."""
    return word.replace("’", "'").replace("‑", "-")


def _plain(word: str) -> str:
    return normal(_straight(word))
