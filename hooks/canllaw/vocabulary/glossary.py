"""The agreed terms, with what they mean, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import RootModel

from canllaw.content.schema import Slug, Strict, Text
from canllaw.content.yaml_file import YamlFile
from canllaw.language import IN_LANGUAGE, LANGUAGES, Language, other
from canllaw.language.addresses import slugify
from canllaw.language.alphabet import first_letter, sort_key
from canllaw.problems import Problem
from canllaw.vocabulary.data_file import InBoth


class Term(Strict):
    """A term in one language; `gender` is that of a Welsh noun, `notes` say how the word is used."""

    term: Text
    plural: Text | None = None
    gender: Literal["m", "f"] | None = None
    definition: Text
    notes: Text | None = None

    @property
    def anchor(self) -> str:
        """Where the term stands on the glossary page."""
        return slugify(self.term)


class Glossary(RootModel[dict[Slug, InBoth[Term]]]):
    """`docs/_data/glossary.yml`."""

    def anchors(self, language: Language) -> frozenset[str]:
        """All that a link to the glossary page in `language` can point at."""
        return frozenset(entry[language].anchor for entry in self.root.values())

    def twin(self, term: str, language: Language) -> str | None:
        """What `term`, a term of the other language, is called in `language`; None where the glossary does not say."""
        wanted = slugify(term)
        found = (entry for entry in self.root.values() if slugify(entry[other(language)].term) == wanted)
        return next((entry[language].term for entry in found), None)

    def by_letter(self, language: Language) -> dict[str, list[InBoth[Term]]]:
        """The entries under their first letter, in the order of that language's alphabet."""
        letters: dict[str, list[InBoth[Term]]] = {}
        for entry in sorted(self.root.values(), key=lambda entry: sort_key(entry[language].term, language)):
            letters.setdefault(first_letter(entry[language].term, language), []).append(entry)
        return letters


def mistakes_in_glossary(glossary: Glossary, source: YamlFile) -> Iterator[Problem]:
    """The terms in `source` that could not be told apart on the page, or would have no place on it."""
    for language in LANGUAGES:
        owners: dict[str, str] = {}
        for name, entry in glossary.root.items():
            term, line = entry[language], source.line(name, language, "term")
            if not term.anchor:
                yield Problem(source.name, line, "term-without-letters", {"term": term.term})
                continue
            first = owners.setdefault(term.anchor, name)
            if first != name:
                values: dict[str, object] = {"id": name, "term": term.term, "anchor": term.anchor, "other": first}
                values |= {"there": glossary.root[first][language].term, "language": IN_LANGUAGE[language]}
                values |= {"line": source.line(first, language, "term")}
                yield Problem(source.name, line, "term-twice", values)
