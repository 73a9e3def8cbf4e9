"""What can be wrong with the glossary as a whole: places, plurals and genders of terms, and one term twice."""

from __future__ import annotations

from collections.abc import Iterator

from canllaw.content.alike import alike
from canllaw.content.yaml_file import YamlFile
from canllaw.language import IN_LANGUAGE, LANGUAGES, Language, other
from canllaw.problems import Problem
from canllaw.vocabulary.glossary import Glossary


def mistakes_in_glossary(glossary: Glossary, source: YamlFile) -> Iterator[Problem]:
    """Everything that is wrong with `glossary`, which stands in `source`."""
    yield from _places(glossary, source)
    yield from _nouns(glossary, source)
    yield from _alike(glossary, source)


def _places(glossary: Glossary, source: YamlFile) -> Iterator[Problem]:
    """Terms that would stand at one place of the glossary's page, and those that letters give no place."""
    first: dict[tuple[Language, str], str] = {}
    for name, entry in glossary.root.items():
        for language in LANGUAGES:
            words, line = entry[language], source.line(name, language)
            before = first.setdefault((language, words.anchor), name)
            values = {"term": words.term, "id": before, "language": IN_LANGUAGE[language]}
            if not words.anchor:
                yield Problem(source.name, line, "term-without-letters", values)
            elif before != name:
                yield Problem(source.name, line, "term-twice", values)


def _nouns(glossary: Glossary, source: YamlFile) -> Iterator[Problem]:
    """Genders of English terms, which have none, and plurals that one language has and the other lacks."""
    for name, entry in glossary.root.items():
        if entry.en.gender:
            line = source.line(name, "en", "gender")
            yield Problem(source.name, line, "term-gender-english", {"term": entry.en.term})
        for language in LANGUAGES:
            lacking, having = entry[language], entry[other(language)]
            # Nothing is stated on purpose: there is no plural.
            if having.plural and not lacking.plural and "plural" not in source.mapping[name][language]:
                values = {"term": lacking.term, "there": having.plural, "language": IN_LANGUAGE[other(language)]}
                yield Problem(source.name, source.line(name, language), "term-no-plural", values)


def _alike(glossary: Glossary, source: YamlFile) -> Iterator[Problem]:
    names = list(glossary.root)
    terms = {language: [glossary.root[name][language].term for name in names] for language in LANGUAGES}
    for one, another, language in alike(terms):
        # Those at one place have a Problem already.
        if glossary.root[names[one]][language].anchor != glossary.root[names[another]][language].anchor:
            values = {"term": terms[language][another], "there": terms[language][one], "id": names[one]}
            yield Problem(source.name, source.line(names[another], language), "terms-alike", values)
