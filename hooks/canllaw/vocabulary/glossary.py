"""The agreed terms, with what they mean, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import RootModel

from canllaw.content.schema import Example, Slug, Strict, Text, described
from canllaw.language import IN_LANGUAGE, LANGUAGES, Language, other
from canllaw.language.addresses import slugify
from canllaw.language.alphabet import first_letter, sort_key
from canllaw.problems import Problem
from canllaw.vocabulary.data_file import InBoth, read_data


class Term(Strict):
    """A term in one language; `gender` is that of a Welsh noun, `notes` say how the word is used."""

    term: Text = described(
        "The term, in lower case unless it is a name.",
        "Y term, mewn llythrennau bach oni bai mai enw yw.",
        example=Example("prototype", "prototeip"),
        default=...,
    )
    plural: Text | None = described(
        "Its plural, if there is one, so that texts are found to use it.",
        "Ei luosog, os oes un, er mwyn dod o hyd iddo mewn testunau.",
        example=Example("prototypes", "prototeipiau"),
    )
    gender: Literal["m", "f"] | None = described(
        "The gender of a Welsh noun: m (masculine) or f (feminine).",
        "Cenedl enw Cymraeg: m (gwrywaidd) neu f (benywaidd).",
        example="m",
    )
    definition: Text = described(
        "What it means, in one or two sentences.",
        "Ei ystyr, mewn brawddeg neu ddwy.",
        example=Example(
            "An early version, made to be tried.", "Fersiwn cynnar sy’n cael ei wneud er mwyn ei roi ar brawf."
        ),
        default=...,
    )
    notes: Text | None = described(
        "How the word is used, or where it comes from.",
        "Sut mae'r gair yn cael ei ddefnyddio, neu o ble mae'n dod.",
        example=Example("Makers also call it a mock-up.", "Mae gwneuthurwyr hefyd yn ei alw’n fodel."),
    )

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


def read_glossary(path: Path, name: str) -> tuple[Glossary, list[Problem]]:
    """The glossary in the file at `path` (empty if it cannot be read), and what is wrong with it."""
    glossary, _, problems = read_data(path, name, Glossary)
    return glossary or Glossary({}), [_of_terms(problem) for problem in problems]


def _of_terms(problem: Problem) -> Problem:
    """What a Problem of any field means in an entry of the glossary, in words for that."""
    name, language, *rest = [*str(problem.values.get("field", "")).split("."), ""]
    if problem.code in ("field-choice", "field-empty") and rest[:1] == ["gender"]:
        return replace(problem, code="gender-unknown")
    lacks = next((known for known in LANGUAGES if known == language), None)
    if problem.code == "field-missing" and lacks and rest == [""]:
        values = {"id": name, "code": lacks, "language": IN_LANGUAGE[lacks]}
        return Problem(problem.path, problem.line, "term-no-entry", values)
    return problem
