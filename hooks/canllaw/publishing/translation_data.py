"""How up to date the site is, for other programs: a JSON file with its schema in each language.

The file of a language tells of every page how it stands in that language. Names of fields are the same in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal
from urllib.parse import urljoin

from pydantic import ConfigDict, Field

from canllaw.build import Build
from canllaw.content.library import Guide
from canllaw.language import Language, other
from canllaw.publishing.addresses import badge_address, translations_address, translations_schema_address
from canllaw.publishing.open_data import Address, Record, described_schema, told
from canllaw.translation.freshness import Change, Status
from canllaw.translation.overview import STATES, Translation, by_urgency, shares

_STATES: tuple[Status, ...] = (*STATES, "source")


class ChangeRecord(Record):
    """One block of the source that has changed."""

    id: str = told(
        "Stays the same until the change is translated; anchor of the block on the page with both editions.",
        "Yn aros yr un fath nes i'r newid gael ei gyfieithu; angor y darn ar y dudalen sy'n dangos y ddau fersiwn.",
    )
    kind: Literal["added", "removed", "changed"] = told(
        "What has become of it: `added`, `removed` or `changed`.",
        "Beth sydd wedi digwydd iddo: `added` (newydd), `removed` (wedi'i dynnu) neu `changed` (wedi newid).",
    )
    line: int = told(
        "Its line in the file of the source: the present one, or the old one if it was removed.",
        "Ei linell yn ffeil y testun gwreiddiol: yr un bresennol, neu'r hen un os cafodd ei dynnu.",
    )


class TextRecord(Record):
    """How a page stands in one language."""

    id: str = told("Its folder; the same in both languages.", "Ei ffolder; yr un peth yn y ddwy iaith.")
    kind: Literal["guide", "page"] = told("A guide, or another page.", "Canllaw, neu dudalen arall.")
    title: str = told(
        "Its title, in the other language if it is missing in this one.",
        "Ei theitl, yn yr iaith arall os nad yw ar gael yn yr iaith hon.",
    )
    url: Address = told("Its address on the site in this language.", "Ei chyfeiriad ar y wefan yn yr iaith hon.")
    file: str = told(
        "Its file below the folder of the guides, there or missing.",
        "Ei ffeil o dan ffolder y canllawiau, p'un a yw yno ai peidio.",
    )
    status: Literal["source", "fresh", "changed", "unknown", "unrecorded", "unfinished", "missing"] = told(
        "`source`: not a translation. `fresh`: a translation of what the source says now. `changed`: the source has"
        " changed since. `unknown`: so it has, but nobody can tell how. `unrecorded`: nothing says what it was"
        " translated from. `unfinished`: some of it is still to be written. `missing`: not translated.",
        "`source`: nid cyfieithiad. `fresh`: cyfieithiad o'r hyn y mae'r testun gwreiddiol yn ei ddweud nawr."
        " `changed`: mae'r testun gwreiddiol wedi newid ers hynny. `unknown`: felly hefyd, ond does dim modd dweud sut."
        " `unrecorded`: does dim yn dweud o beth y cafodd ei chyfieithu. `unfinished`: mae rhywfaint ohoni heb ei"
        " ysgrifennu eto. `missing`: heb ei chyfieithu.",
    )
    blocks: int | None = told(
        "How many blocks of the source are counted, if it is a translation.",
        "Sawl darn o'r testun gwreiddiol sy'n cael ei gyfrif, os cyfieithiad yw hi.",
    )
    changes: list[ChangeRecord] = told(
        "The blocks that have changed since, where that is known.",
        "Y darnau sydd wedi newid ers hynny, lle mae hynny'n hysbys.",
    )
    since: date | None = told(
        "The day since which it has been behind, if known, or, if it is missing, on which the source was published.",
        "Y diwrnod y dechreuodd fod ar ei hôl hi, os yw'n hysbys, neu'r diwrnod y cyhoeddwyd y testun gwreiddiol os yw"
        " ar goll.",
    )


class Translations(Record):
    """How all pages stand in one language."""

    model_config = ConfigDict(title="Translations", populate_by_name=True)

    schema_: Address = Field(
        alias="$schema",
        json_schema_extra={
            "help": {
                "en": "The JSON Schema that describes this file.",
                "cy": "Y JSON Schema sy'n disgrifio'r ffeil hon.",
            }
        },
    )
    title: str = told("The name of the site.", "Enw'r wefan.")
    language: str = told("The language that this is about: `en` or `cy`.", "Yr iaith dan sylw: `en` neu `cy`.")
    counterpart: Address = told("The same file for the other language.", "Yr un ffeil ar gyfer yr iaith arall.")
    badge: Address = told("A picture that shows `percent`.", "Llun sy'n dangos `percent`.")
    percent: int = told(
        "Of all pages, the share that is there in this language and up to date, rounded down.",
        "Canran yr holl dudalennau sydd ar gael yn yr iaith hon ac yn gyfredol, wedi'i thalgrynnu i lawr.",
    )
    counts: dict[str, int] = told(
        "How many pages have each status, by its name.", "Sawl tudalen sydd â phob statws, yn ôl ei enw."
    )
    texts: list[TextRecord] = told(
        "Every page: what wants doing first, then by age, the oldest first.",
        "Pob tudalen: yr hyn sydd fwyaf angen ei wneud yn gyntaf, yna yn ôl oedran, yr hynaf yn gyntaf.",
    )


def translation_data(build: Build, language: Language, site_url: str, site_name: str) -> dict[str, Any]:
    """What the file for `language` says, as JSON has it."""
    found = by_urgency(_texts(build, language))
    share = shares(build.standing)[language]
    record = Translations(
        schema_=urljoin(site_url, translations_schema_address(language)),
        title=site_name,
        language=language,
        counterpart=urljoin(site_url, translations_address(other(language))),
        badge=urljoin(site_url, badge_address(language)),
        percent=share.percent,
        counts={state: sum(one.freshness.status == state for one in found) for state in _STATES},
        texts=[_text(one, build, site_url) for one in found],
    )
    return record.model_dump(mode="json", by_alias=True)


def translation_schema(language: Language, site_url: str) -> dict[str, Any]:
    """The JSON Schema of that file, described in `language`."""
    return described_schema(Translations, language, urljoin(site_url, translations_schema_address(language)))


def _texts(build: Build, language: Language) -> Iterator[Translation]:
    for (key, spoken), freshness in build.standing.items():
        if spoken == language:
            yield Translation(build.library.pages[key], language, freshness)


def _text(one: Translation, build: Build, site_url: str) -> TextRecord:
    status = one.freshness.status
    return TextRecord(
        id=one.page.key,
        kind="guide" if isinstance(one.page, Guide) else "page",
        title=one.page.edition(one.language).title,
        url=urljoin(site_url, build.library.address(one.page, one.language)),
        file=one.path,
        status=status,
        blocks=None if status in ("source", "missing") else one.freshness.out_of,
        changes=[_change(change) for change in one.freshness.changes],
        since=one.since if one.freshness.is_behind or status == "missing" else None,
    )


def _change(change: Change) -> ChangeRecord:
    place = change.new or change.old
    return ChangeRecord(id=change.id, kind=change.kind, line=place.line if place else 1)
