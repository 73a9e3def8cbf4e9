"""Who makes the guides, and whose logos stand below them."""

from __future__ import annotations

from pydantic import RootModel

from canllaw.content.schema import Slug, Strict, Text
from canllaw.language import Language
from canllaw.vocabulary.data_file import BothTexts


class Person(Strict):
    """A person or a group, with the name that each language uses."""

    name: BothTexts


class People(RootModel[dict[Slug, Person]]):
    """`docs/_data/people.yml`."""

    def name(self, credit: str, language: Language) -> str:
        """The name of the person with the id `credit`, or `credit` itself where it is words."""
        person = self.root.get(credit)
        return person.name[language] if person else credit


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
