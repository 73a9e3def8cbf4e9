"""What editors agree on, from `docs/_data/`: the taxonomy, the glossary, the people and the partners."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from canllaw.cache import Remember, digest_of, make_anew
from canllaw.language import Language
from canllaw.problems import Problem
from canllaw.vocabulary.data_file import BothTexts, read_data
from canllaw.vocabulary.forms import TermFinder
from canllaw.vocabulary.glossary import Glossary, read_glossary
from canllaw.vocabulary.people import Partners, People
from canllaw.vocabulary.taxonomy import Taxonomy, read_taxonomy


@dataclass(frozen=True)
class Vocabulary:
    """All of the data files but the interface words."""

    taxonomy: Taxonomy
    glossary: Glossary
    people: People
    partners: Partners
    remember: Remember[TermFinder] = field(default=make_anew, compare=False)

    def term_finder(self, language: Language) -> TermFinder:
        """What finds the terms of the glossary in a text of a language; made once, if it is asked for."""
        if language not in self._finders:
            key = f"terms {language} {digest_of(self.glossary.model_dump_json())}"
            self._finders[language] = self.remember(key, lambda: TermFinder(self.glossary, language))
        return self._finders[language]

    @cached_property
    def _finders(self) -> dict[Language, TermFinder]:
        return {}


def read_vocabulary(
    data: Path, name: str, remember: Remember[TermFinder] = make_anew
) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary in the folder `data`, which Problems call `name`; what cannot be read is empty.

    `remember` knows in what forms texts use the terms of glossaries that were read before.
    """
    glossary, glossary_problems = read_glossary(data / "glossary.yml", f"{name}/glossary.yml")
    taxonomy, taxonomy_problems = read_taxonomy(data / "taxonomy.yml", f"{name}/taxonomy.yml", glossary)
    people, _, people_problems = read_data(data / "people.yml", f"{name}/people.yml", People)
    partners, _, partners_problems = read_data(data / "partners.yml", f"{name}/partners.yml", Partners)
    nothing = BothTexts(en="–", cy="–")
    vocabulary = Vocabulary(
        taxonomy,
        glossary,
        people or People({}),
        partners or Partners(statement=nothing, partners=[]),
        remember,
    )
    return vocabulary, taxonomy_problems + glossary_problems + people_problems + partners_problems
