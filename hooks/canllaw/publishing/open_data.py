"""The open data: one JSON file about the guides in each language, and the JSON Schema (2020-12) that describes it.

The names of the fields are the same in both languages, so that one program reads both files; what they mean is said in
the language of the file.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from canllaw.build import Build
from canllaw.language import Language, other
from canllaw.publishing.addresses import data_address, schema_address
from canllaw.publishing.published import Published, editions

_HELP = "help"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def told(english: str, welsh: str) -> Any:
    """A field with what it means in both languages."""
    return Field(json_schema_extra={_HELP: {"en": english, "cy": welsh}})


class Record(BaseModel):
    """What is published about something; it has these fields and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Address = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]


class Named(Record):
    """A type, a topic or a tag."""

    id: str = told("The same in both languages.", "Yr un peth yn y ddwy iaith.")
    label: str = told("What readers call it.", "Yr enw y mae darllenwyr yn ei weld.")


class Licence(Record):
    """The terms on which something may be used."""

    id: str = told("An SPDX id, or `all-rights-reserved`.", "Id SPDX, neu `all-rights-reserved` os cedwir pob hawl.")
    label: str = told("What readers call it.", "Yr enw y mae darllenwyr yn ei weld.")
    url: Address | None = told("Where the terms stand.", "Ble mae'r telerau.")


class PictureRecord(Record):
    """The main picture of a guide."""

    url: Address = told("Its address.", "Ei gyfeiriad.")
    alt: str = told("What it shows, in words.", "Yr hyn sydd i'w weld ynddo, mewn geiriau.")
    credit: str = told("Who made it.", "Pwy a'i gwnaeth.")
    licence: Licence = told("The terms on which it may be used.", "Y telerau ar gyfer ei ddefnyddio.")


class Citations(Record):
    """Where the citation of a guide stands as a file."""

    bibtex: Address = told("In BibTeX.", "Ar ffurf BibTeX.")
    ris: Address = told("In RIS.", "Ar ffurf RIS.")


class GuideRecord(Record):
    """A guide in one language."""

    id: str = told("The same in both languages.", "Yr un peth yn y ddwy iaith.")
    url: Address = told("The address of the guide.", "Cyfeiriad y canllaw.")
    title: str = told("Its title.", "Ei deitl.")
    short_title: str = told("A shorter title, for lists.", "Teitl byrrach, ar gyfer rhestrau.")
    summary: str = told("What it gives its reader.", "Yr hyn y mae'n ei gynnig i ddarllenydd.")
    type: Named = told("The kind of resource.", "Y math o adnodd.")
    topic: Named = told("The topic under which it stands.", "Y pwnc y mae'n perthyn iddo.")
    tags: list[Named] = told("What it is about.", "Yr hyn sydd dan sylw ynddo.")
    published: date = told("The day on which it first appeared.", "Y diwrnod y cyhoeddwyd y canllaw gyntaf.")
    updated: date | None = told(
        "The day of the last change that matters to readers.",
        "Diwrnod y newid diwethaf sydd o bwys i ddarllenwyr.",
    )
    review_by: date | None = told(
        "The day by which somebody should read it again.", "Erbyn pa ddiwrnod y dylai rhywun ei ailddarllen."
    )
    authors: list[str] = told("Who wrote it.", "Pwy a'i hysgrifennodd.")
    translators: list[str] = told("Who translated it.", "Pwy a'i cyfieithodd.")
    licence: Licence = told("The terms on which its text may be used.", "Y telerau ar gyfer defnyddio'r testun.")
    picture: PictureRecord | None = told("Its main picture.", "Ei brif lun.")
    citations: Citations = told("How to cite it, for programs.", "Sut i'w ddyfynnu, ar gyfer rhaglenni.")
    counterpart: Address | None = told("The same guide in the other language.", "Yr un canllaw yn yr iaith arall.")


class Collection(Record):
    """All guides in one language."""

    model_config = ConfigDict(title="Collection", populate_by_name=True)

    schema_: Address = Field(
        alias="$schema",
        json_schema_extra={
            _HELP: {
                "en": "The JSON Schema that describes this file.",
                "cy": "Y JSON Schema sy'n disgrifio'r ffeil hon.",
            }
        },
    )
    title: str = told("The name of the site.", "Enw'r wefan.")
    summary: str = told("What the site gives its reader.", "Yr hyn y mae'r wefan yn ei gynnig i ddarllenydd.")
    language: str = told(
        "The language of this file and of its guides: `en` or `cy`.",
        "Iaith y ffeil hon a'i chanllawiau: `en` neu `cy`.",
    )
    url: Address = told("The home page.", "Yr hafan.")
    counterpart: Address = told(
        "The same file for the other language; guides in that language only are there.",
        "Yr un ffeil ar gyfer yr iaith arall; yno mae canllawiau sydd yn yr iaith honno'n unig.",
    )
    guides: list[GuideRecord] = told(
        "The guides in this language, those that changed last first.",
        "Y canllawiau yn yr iaith hon, gyda'r rhai a newidiodd ddiwethaf yn gyntaf.",
    )


def collection(build: Build, language: Language, site_url: str, site_name: str) -> dict[str, Any]:
    """What the file for `language` says, as JSON has it."""
    home = build.library.pages[""]
    record = Collection(
        schema_=urljoin(site_url, schema_address(language)),
        title=site_name,
        summary=home.edition(language).summary,
        language=language,
        url=urljoin(site_url, build.library.address(home, language)),
        counterpart=urljoin(site_url, data_address(other(language))),
        guides=[_guide(published) for published in editions(build, language, site_url, site_name)],
    )
    return record.model_dump(mode="json", by_alias=True)


def schema(language: Language, site_url: str) -> dict[str, Any]:
    """The JSON Schema of that file, described in `language`."""
    return described_schema(Collection, language, urljoin(site_url, schema_address(language)))


def described_schema(model: type[BaseModel], language: Language, address: str) -> dict[str, Any]:
    """The JSON Schema of what `model` writes, which stands at `address`, described in `language`."""
    described = _in_language(model.model_json_schema(by_alias=True, mode="serialization"), language)
    return {"$schema": _DIALECT, "$id": address, **described}


def _in_language(node: Any, language: Language) -> Any:
    """`node` of a schema with the help of `language` as descriptions, and without our names and notes for ourselves."""
    if isinstance(node, list):
        return [_in_language(item, language) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {
        name: _in_language(value, language)
        for name, value in node.items()
        if name not in (_HELP, "description") and not (name == "title" and isinstance(value, str))
    }
    return {"description": node[_HELP][language], **kept} if _HELP in node else kept


def _guide(published: Published) -> GuideRecord:
    facts, edition, language = published.guide.facts, published.edition, published.language
    taxonomy, counterpart = published.build.vocabulary.taxonomy, published.counterpart
    citations = {form: urljoin(published.site_url, place) for form, place in published.citation_files.items()}
    picture = published.pictures[0] if facts.image and published.pictures else None
    return GuideRecord(
        id=published.folder,
        url=published.address,
        title=edition.title,
        short_title=edition.short_title,
        summary=edition.summary,
        type=Named(id=facts.type or "", label=taxonomy.types[facts.type or ""][language].label),
        topic=Named(id=facts.topic or "", label=published.topic),
        tags=[Named(id=tag, label=label) for tag, label in published.tags.items()],
        published=published.published,
        updated=facts.updated,
        review_by=facts.review_by,
        authors=[author.name for author in published.authors],
        translators=[author.name for author in published.translators],
        licence=Licence(id=facts.licence, label=published.licence, url=published.licence_address or None),
        picture=PictureRecord(
            url=picture.address,
            alt=picture.alt,
            credit=picture.credit,
            licence=Licence(id=picture.licence_id, label=picture.licence, url=picture.licence_address or None),
        )
        if picture
        else None,
        citations=Citations(bibtex=citations["bib"], ris=citations["ris"]),
        counterpart=counterpart.address if counterpart else None,
    )
