"""Whether a translation calls things what the glossary says that they are called.

Where a segment of the source uses a term, its counterpart has to use the agreed one, in whatever form: mutated, in the
plural, or as another form of the same word. A comment in either segment says that it is meant otherwise there:

    A sentence that uses the word in its everyday sense. <!-- term: collaboration -->
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from canllaw.content.segments import Kind, Segment
from canllaw.language import LANGUAGES, Language, other
from canllaw.language.addresses import slugify
from canllaw.problems import guess
from canllaw.search.lexicon import english_lemma, welsh
from canllaw.search.mutation import radicals
from canllaw.search.tokens import normal
from canllaw.translation.pairing import Pair
from canllaw.vocabulary import Vocabulary
from canllaw.vocabulary.glossary import Glossary, Term

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_SHORT = 1  # letters of what an apostrophe cuts off, as in *arloesi'n agored*
_BETWEEN = 2  # words that may stand between two of a term: *arloesi mwy agored*, *arloesi agored a chaeedig*
# No part may look ahead over text that another start looks over again: lines can be as long as books.
_NOT_READ = re.compile(
    r"(?<!`)(`++)[^`]++\1|\]\([^()\s]*+\)|\[\^[^\[\]]*+\]"
    r"|(?<!\*)\*++[^*]++\*++\{[^{}]*\blang\b[^{}]*\}|\{[^{}]*+\}|<[^<>]*+>"
)
_SAID = re.compile(r"(?i)term\s*:\s*(.*)", re.DOTALL)  # the same word in both languages
Forms = Callable[[str, Language], frozenset[str]]

_NOT_COMPARED: frozenset[Kind] = frozenset({"code", "field"})


@dataclass(frozen=True)
class Finding:
    """What is to be told of a line, of the translation or of its source: the code of a Problem and its values."""

    line: int
    code: str
    values: dict[str, object]
    in_source: bool = False


def disagreements(paired: Sequence[Pair], language: Language, vocabulary: Vocabulary) -> Iterator[Finding]:
    """What `paired` segments of a source and of its translation into `language` call otherwise than the glossary.

    Fields at the top of a file are not compared: there is no place beside them to say that a word is meant otherwise.
    """
    glossary = vocabulary.glossary
    for source, translation in paired:
        lacking: list[str] = []
        if source and translation and not {source.kind, translation.kind} & _NOT_COMPARED:
            lacking = _lacking(source, translation, language, vocabulary)
        excuses = [*_excuses(source, glossary, in_source=True)] if source else []
        excuses += _excuses(translation, glossary, in_source=False) if translation else []
        for excuse in excuses:
            if not excuse.name:
                code = "term-unknown-guess" if (near := _guess(excuse.said, glossary)) else "term-unknown"
                yield Finding(excuse.line, code, {"term": excuse.said, "guess": near}, excuse.in_source)
            elif excuse.name not in lacking:
                yield Finding(excuse.line, "term-needless", {"term": excuse.said}, excuse.in_source)
        for name in lacking:
            if source and translation and name not in [excuse.name for excuse in excuses]:
                theirs, ours = (glossary.root[name][spoken].term for spoken in (other(language), language))
                values = {"term": theirs, "agreed": ours, "line": source.line}
                yield Finding(translation.line, "term-not-agreed", values)


def _lacking(source: Segment, translation: Segment, language: Language, vocabulary: Vocabulary) -> list[str]:
    """The terms that `source` uses, by their names, and `translation` into `language` does not."""
    used = dict.fromkeys(use.term for use in vocabulary.term_finder(other(language)).uses(_read(source.text)))
    words = _words(_read(translation.text)) if used else []
    return [name for name in used if not _uses(words, vocabulary.glossary.root[name][language], language)]


@dataclass(frozen=True)
class _Excuse:
    """That a comment says that a term is meant otherwise: what it says, and the name of the term, "" for none."""

    said: str
    name: str
    line: int
    in_source: bool


def _excuses(segment: Segment, glossary: Glossary, *, in_source: bool) -> Iterator[_Excuse]:
    for said in filter(None, map(_SAID.fullmatch, segment.comments)):
        for term in said[1].split(","):
            yield _Excuse(term.strip(), _names(glossary).get(slugify(term), ""), segment.line, in_source)


def _names(glossary: Glossary) -> dict[str, str]:
    """The name of each term in the glossary, by what it is called in either language."""
    return {slugify(entry[language].term): name for name, entry in glossary.root.items() for language in LANGUAGES}


def _guess(name: str, glossary: Glossary) -> str:
    return guess(name, [entry[language].term for entry in glossary.root.values() for language in LANGUAGES]) or ""


def _read(text: str) -> str:
    """`text` without code, addresses, HTML, and what is in another language."""
    return _NOT_READ.sub(" ", text)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(normal(text)) if len(word) > _SHORT]


def _uses(words: Sequence[str], term: Term, language: Language) -> bool:
    """Whether `words` hold those of `term` or of its plural, in order, each in any form.

    Lemmas are looked up only where the words as they stand are not enough: to have them takes half a second.
    """
    return any(_hold(words, term, language, forms) for forms in (_as_they_stand, _with_lemmas))


def _hold(words: Sequence[str], term: Term, language: Language, forms: Forms) -> bool:
    for wanted in filter(None, (term.term, term.plural)):
        parts = [forms(part, language) for part in _words(wanted)]
        for start in range(len(words) - len(parts) + 1) if parts else ():
            following = words[start : start + 1 + (_BETWEEN + 1) * (len(parts) - 1)]
            if _follow([forms(word, language) for word in following], parts):
                return True
    return False


def _follow(words: Sequence[frozenset[str]], parts: Sequence[frozenset[str]]) -> bool:
    """Whether `words` begin with the first of `parts`, and the others come after it in their order."""
    rest = iter(words[1:])
    return bool(words[0] & parts[0]) and all(any(word & part for word in rest) for part in parts[1:])


@lru_cache(maxsize=1 << 14)
def _as_they_stand(word: str, language: Language) -> frozenset[str]:
    """What `word` may be a form of, told by its letters alone: itself, and in Welsh what it may be a mutation of."""
    return frozenset((word, *(radicals(word) if language == "cy" else ())))


@lru_cache(maxsize=1 << 14)
def _with_lemmas(word: str, language: Language) -> frozenset[str]:
    """The same, with the lemma of each."""
    bases = _as_they_stand(word, language)
    if language == "en":
        return bases | {english_lemma(word)}
    return bases | {lemma for base in bases if (lemma := welsh().lemma(base))}
