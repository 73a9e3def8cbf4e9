"""Who makes the guides, and whose logos stand below them."""

from __future__ import annotations

from pydantic import RootModel

from canllaw.content.schema import Slug, Strict, Text
from canllaw.language import Language
from canllaw.vocabulary.data_file import BothTexts


class Person(Strict):
    """A person or a group, with the name that each language uses."""

    name: BothTexts
    family: Text | None = None
    """The family name, with which the name of a person ends; a group has none."""


class People(RootModel[dict[Slug, Person]]):
    """`docs/_data/people.yml`."""

    def name(self, credit: str, language: Language) -> str:
        """The name of the person with the id `credit`, or `credit` itself where it is words."""
        person = self.root.get(credit)
        return person.name[language] if person else credit

    def family(self, credit: str) -> str:
        """The family name of the person with the id `credit`; "" for a group, or where `credit` is words."""
        person = self.root.get(credit)
        return (person.family or "") if person else ""


class Partner(Strict):
    """An organisation behind the site; `logo` is a path below `docs/_data/`."""

    id: Slug
    name: BothTexts
    logo: Text
    description: BothTexts


class Partners(Strict):
    """`docs/_data/partners.yml`."""

    statement: BothTexts
    partners: list[Partner]
