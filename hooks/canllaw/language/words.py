"""The words of the interface, in both languages, with a whole sentence for each plural.

They stand in `docs/_data/interface.yml`. A word that counts gives a sentence per CLDR plural category of its language:
one and other in English; zero, one, two, few (3), many (6) and other in Welsh. Sentences are never glued, because in
Welsh the noun changes with the number: 1 canllaw, 2 ganllaw, 3 chanllaw.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from canllaw.content.data_prose import mistakes_in_data
from canllaw.content.yaml_file import YamlFile, read_yaml
from canllaw.language import LANGUAGES, NAMES, Language
from canllaw.problems import Problem

# Those of CLDR, as a test makes sure: to ask Babel for them takes a check longer than all else about these words.
_CATEGORIES: dict[Language, frozenset[str]] = {
    "en": frozenset(("one", "other")),
    "cy": frozenset(("zero", "one", "two", "few", "many", "other")),
}

Sentence = str | dict[str, str]


@dataclass(frozen=True)
class Words:
    """Every interface word in both languages, by its key."""

    entries: dict[str, dict[Language, Sentence]]

    def say(self, key: str, language: Language, **values: Any) -> str:
        """The words for `key` in `language`, its places filled with `values`; `n` chooses the plural.

        Raises KeyError for an unknown key: keys stand in code and templates, never in what authors write.
        """
        sentence = self.entries[key][language]
        if isinstance(sentence, dict):
            sentence = sentence[_plural_form(language)(values["n"])]
        return sentence.format_map(values)

    def plurals(self, key: str, language: Language) -> dict[str, str]:
        """The sentence for each plural category of the counting words for `key`."""
        sentences = self.entries[key][language]
        return sentences if isinstance(sentences, dict) else {"other": sentences}

    def template(self, key: str, language: Language) -> str:
        """The words for `key` with their places still open, for one who counts later."""
        return self.plurals(key, language)["other"]


@cache
def _plural_form(language: Language) -> Callable[[float], str]:
    """What gives the plural category of a number."""
    from babel import Locale  # noqa: PLC0415  (a check seldom needs it, and it takes long)

    return Locale.parse(language).plural_form


def read_words(path: Path, name: str) -> tuple[Words, list[Problem]]:
    """The words in the file at `path`, and what is wrong with them; `name` is what Problems call the file."""
    source, problems = read_yaml(path, name)
    entries: dict[str, dict[Language, Sentence]] = {}
    for key, entry in source.mapping.items():
        found = list(_problems_of(source, key, entry))
        problems += found
        if not found:
            entries[key] = entry
    return Words(entries), [*problems, *mistakes_in_data(source)]


def _problems_of(source: YamlFile, key: str, entry: Any) -> Iterator[Problem]:
    for language in LANGUAGES:
        sentence = entry.get(language) if isinstance(entry, dict) else None
        line = source.line(key, language)
        if not _is_sentence(sentence):
            yield Problem(source.name, line, "word-missing", {"key": key, "language": NAMES[language]})
        elif isinstance(sentence, dict) and (missing := _CATEGORIES[language] - sentence.keys()):
            yield Problem(
                source.name,
                line,
                "plural-missing",
                {"key": key, "language": NAMES[language], "missing": ", ".join(sorted(missing))},
            )
    if isinstance(entry, dict) and all(_is_sentence(entry.get(language)) for language in LANGUAGES):
        yield from _problems_of_places(source, key, entry)


def _is_sentence(sentence: Any) -> bool:
    """Whether it is words, or words for each plural."""
    forms = sentence.values() if isinstance(sentence, dict) else [sentence]
    return bool(sentence) and all(isinstance(form, str) and form for form in forms)


def _problems_of_places(source: YamlFile, key: str, entry: dict[Language, Sentence]) -> Iterator[Problem]:
    """Whether every sentence can be filled in, and both languages with the same values."""
    try:
        english, welsh = _places(entry["en"]), _places(entry["cy"])
    except ValueError:
        yield Problem(source.name, source.line(key), "places-broken", {"key": key})
        return
    if english != welsh:
        values = {"key": key, "english": _listed(english), "welsh": _listed(welsh)}
        yield Problem(source.name, source.line(key), "places-differ", values)


def _places(sentence: Sentence) -> set[str]:
    """The names in brackets; raises ValueError where one is more than a name, for a place could look into our code."""
    sentences = sentence.values() if isinstance(sentence, dict) else [sentence]
    parts = [part for words in sentences for part in string.Formatter().parse(words)]
    for _, name, form, conversion in parts:
        if form or conversion or (name and not name.isidentifier()):
            raise ValueError(name)
    return {name for _, name, _, _ in parts if name}


def _listed(places: set[str]) -> str:
    return ", ".join(f"{{{place}}}" for place in sorted(places)) or "–"
