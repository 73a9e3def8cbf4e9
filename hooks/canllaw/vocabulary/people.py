"""Who makes the guides, and whose logos stand below them."""

from __future__ import annotations

from pydantic import RootModel

from canllaw.content.schema import Slug, Strict, Text, described
from canllaw.language import Language
from canllaw.vocabulary.data_file import BothTexts


class Person(Strict):
    """A person or a group, with the name that each language uses."""

    name: BothTexts = described(
        "The name that readers see, in both languages.",
        "Yr enw y mae darllenwyr yn ei weld, yn y ddwy iaith.",
        example={"en": "Nia Jones", "cy": "Nia Jones"},
        default=...,
    )
    family: Text | None = described(
        "The family name, with which the name of a person ends; a group has none.",
        "Y cyfenw, sydd ar ddiwedd enw person; does gan grŵp ddim un.",
        example="Jones",
    )


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

    id: Slug = described(
        "A short name in small letters, which nobody else in the list has.",
        "Enw byr mewn llythrennau bach, nad yw gan neb arall yn y rhestr.",
        example="canllaw",
        default=...,
    )
    name: BothTexts = described(
        "What the organisation is called in each language; those who cannot see the logo are told it.",
        "Enw'r sefydliad ym mhob iaith; mae'n cael ei ddweud wrth y rhai na allan nhw weld y logo.",
        example={"en": "Canllaw", "cy": "Canllaw"},
        default=...,
    )
    logo: Text = described(
        "The file of its logo, below `_data`.",
        "Ffeil ei logo, o dan `_data`.",
        example="logos/canllaw.svg",
        default=...,
    )
    description: BothTexts = described(
        "What the organisation is, in a sentence.",
        "Beth yw'r sefydliad, mewn brawddeg.",
        example={"en": "An open project.", "cy": "Prosiect agored."},
        default=...,
    )


class Partners(Strict):
    """`docs/_data/partners.yml`."""

    statement: BothTexts = described(
        "Who is behind the site, in one sentence.",
        "Pwy sydd y tu ôl i'r wefan, mewn un frawddeg.",
        example={"en": "Made by its contributors.", "cy": "Gwaith ei gyfranwyr."},
        default=...,
    )
    partners: list[Partner] = described(
        "The organisations whose logos stand below each page, in this order.",
        "Y sefydliadau y mae eu logos ar waelod pob tudalen, yn y drefn hon.",
        example=None,
        default=...,
    )
