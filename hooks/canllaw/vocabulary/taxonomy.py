"""One vocabulary in two languages: resource types, topics and smart tags, each with an id and its words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from canllaw.content.schema import Example, Slug, Strict, Text, described, validate
from canllaw.content.yaml_file import YamlFile
from canllaw.language import IN_LANGUAGE, LANGUAGES, Language, other
from canllaw.language.addresses import site_path, slugify
from canllaw.problems import Problem
from canllaw.vocabulary.data_file import InBoth, read_data
from canllaw.vocabulary.glossary import Glossary

Kind = Literal["topics", "types", "tags", "years"]
"""What guides are listed by; all but years stand in the taxonomy under these names."""
KINDS: tuple[Kind, ...] = get_args(Kind)

FACETS: dict[Kind, str] = {"topics": "topic", "types": "type", "tags": "tag", "years": "year"}
"""What each kind is called in the address of a page that narrows what it shows."""


@dataclass(frozen=True)
class KindWords:
    """What a kind is called in one language, and the folder in which its lists stand."""

    name: str
    folder: str


KIND_WORDS: dict[Kind, dict[Language, KindWords]] = {
    "topics": {"en": KindWords("Topic", "topics"), "cy": KindWords("Pwnc", "pynciau")},
    "types": {"en": KindWords("Resource type", "types"), "cy": KindWords("Math o adnodd", "mathau")},
    "tags": {"en": KindWords("Tag", "tags"), "cy": KindWords("Tag", "tagiau")},
    "years": {"en": KindWords("Year", "years"), "cy": KindWords("Blwyddyn", "blynyddoedd")},
}


class Label(Strict):
    """What a concept is called in one language; `aliases` are what ended the addresses that its list used to have."""

    label: Text = described(
        "What readers see.",
        "Yr hyn y mae darllenwyr yn ei weld.",
        example=Example("Working together", "Gweithio gyda’n gilydd"),
        default=...,
    )
    plural: Text | None = described(
        "The same of more than one, above the list of a type.",
        "Yr un peth am fwy nag un, uwchben rhestr math.",
        example=Example("How-to guides", "Canllawiau ymarferol"),
    )
    slug: Slug | None = described(
        "The last word of the address of its list, if it is neither the id (English) nor the label (Welsh).",
        "Gair olaf cyfeiriad ei restr, os nad yr id (Saesneg) na'r label (Cymraeg) yw hwnnw.",
        example="gweithio-gydan-gilydd",
    )
    aliases: tuple[Slug, ...] = described(
        "What ended the addresses that its list used to have; each leads on.",
        "Yr hyn a oedd ar ddiwedd hen gyfeiriadau ei restr; mae pob un yn arwain ymlaen.",
        example=["partnership"],
        default=(),
    )
    description: Text = described(
        "What guides with it are about, in a sentence; it stands at the top of the list.",
        "Am beth mae canllawiau o'r fath yn sôn, mewn brawddeg; mae ar frig y rhestr.",
        example=Example("Guides about working with others.", "Canllawiau am weithio gydag eraill."),
        default=...,
    )


class Concept(InBoth[Label]):
    """A type, a topic or a tag."""

    def anchor(self, language: Language) -> str:
        """Its word in an address of `language`, where its id does not stand."""
        label = self[language]
        return label.slug or slugify(label.label)


class Taxonomy(Strict):
    """`docs/_data/taxonomy.yml`."""

    types: dict[Slug, Concept]
    topics: dict[Slug, Concept]
    tags: dict[Slug, Concept]

    def of_kind(self, kind: Kind) -> dict[Slug, Concept]:
        """The concepts of a kind by their ids; years, which nobody has to agree on, are none."""
        return {"types": self.types, "topics": self.topics, "tags": self.tags}.get(kind, {})

    def list_address(self, kind: Kind, name: str, language: Language) -> str:
        """Where the guides with the tag `name` (or type, topic, year) are listed, from the site's root.

        In English the address holds the id, in Welsh the word: "tags/how-to/", "cy/tagiau/canllaw-ymarferol/"; a slug
        takes the place of either.
        """
        concept = self.of_kind(kind).get(name)
        slug = name if concept is None else concept[language].slug
        return list_path(
            kind, slug or (name if language == "en" or concept is None else concept.anchor("cy")), language
        )


_NOTHING: dict[str, Any] = {"types": {}, "topics": {}, "tags": {}}


def list_path(kind: Kind, word: str, language: Language) -> str:
    """The address of a list, from the site's root, whose last word is `word`."""
    return site_path(language, f"{KIND_WORDS[kind][language].folder}/{word}/")


def read_taxonomy(path: Path, name: str, glossary: Glossary) -> tuple[Taxonomy, list[Problem]]:
    """The taxonomy in the file at `path` (empty if it cannot be read), and what is wrong with it.

    Where a concept lacks its label in one language, the glossary may know what it is called.
    """
    taxonomy, source, problems = read_data(path, name, Taxonomy)
    found = [_without_label(problem, source, glossary) or problem for problem in problems]
    return taxonomy or _right_part(source, problems), found


def _right_part(source: YamlFile, problems: list[Problem]) -> Taxonomy:
    """What is left of a taxonomy without the concepts that have `problems`."""
    wrong = {".".join(str(problem.values.get("field", "")).split(".")[:2]) for problem in problems}
    left = {
        kind: {name: concept for name, concept in stated.items() if f"{kind}.{name}" not in wrong}
        for kind in _NOTHING
        if isinstance(stated := source.mapping.get(kind), dict)
    }
    return validate(YamlFile(source.name, {**_NOTHING, **left}), Taxonomy)[0] or Taxonomy.model_validate(_NOTHING)


def _without_label(problem: Problem, source: YamlFile, glossary: Glossary) -> Problem | None:
    """The Problem that a label is missing in one language, in the place of the one that says it of any field."""
    place = str(problem.values.get("field", "")).split(".")
    kind, concept, language, *rest = [*place, "", "", ""][: max(len(place), 3)]
    lacks = next((known for known in LANGUAGES if known == language), None)
    if problem.code != "field-missing" or lacks is None or rest not in ([], ["label"]):
        return None
    stated = source.mapping[kind][concept].get(other(lacks))
    label = stated.get("label") if isinstance(stated, dict) else None
    values = {"kind": kind, "id": concept, "language": IN_LANGUAGE[lacks], "code": lacks}
    if term := glossary.twin(str(label), lacks):
        values["guess"] = term[:1].upper() + term[1:]
        return Problem(problem.path, problem.line, "concept-no-label-guess", values)
    return Problem(problem.path, problem.line, "concept-no-label", values)
