"""One edition of a guide as programs are told of it: what feeds, open data, citations and structured data all say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote, urljoin

from canllaw.build import Build
from canllaw.content.library import Edition, Guide
from canllaw.content.schema import LICENCE_ADDRESSES, GuideFields, PictureRights
from canllaw.language import LANGUAGES, Language, other
from canllaw.language.addresses import slugify
from canllaw.publishing.addresses import CITATION_FORMATS, citation_address
from canllaw.publishing.citations import Author, Citation


@dataclass(frozen=True)
class Picture:
    """A picture of a guide, by its absolute address, and on what terms it may be used."""

    address: str
    alt: str
    credit: str
    licence_id: str
    licence: str
    licence_address: str


@dataclass(frozen=True)
class Published:
    """The edition of `guide` in `language`, which exists; `site_url` is absolute and ends in `/`."""

    build: Build
    guide: Guide
    language: Language
    site_url: str
    site_name: str

    @property
    def edition(self) -> Edition:
        """The edition itself."""
        return self.guide.editions[self.language]

    @property
    def address(self) -> str:
        """Its absolute address."""
        return self._absolute(self.build.library.address(self.guide, self.language))

    @property
    def folder(self) -> str:
        """The folder of the guide: its id in both languages, which changes with no title."""
        return self.guide.key.rpartition("/")[2]

    @property
    def published(self) -> date:
        """The day on which the guide first appeared."""
        return self.guide.facts.published or date.min

    @property
    def changed(self) -> date:
        """The day of the last change that matters to readers."""
        return self.guide.facts.updated or self.published

    @property
    def authors(self) -> tuple[Author, ...]:
        """Who wrote the guide, by their names in this language."""
        return self._people(self.guide.facts.authors, self.language)

    @property
    def translators(self) -> tuple[Author, ...]:
        """Who translated this edition."""
        return self._people(self.edition.fields.translators, self.language)

    @property
    def licence(self) -> str:
        """What the terms are called on which the text may be used."""
        return self.build.words.say(f"licence-{self.guide.facts.licence}", self.language)

    @property
    def licence_address(self) -> str:
        """Where those terms stand; "" where all rights are reserved."""
        return LICENCE_ADDRESSES[self.guide.facts.licence]

    @property
    def is_translation(self) -> bool:
        """Whether it says who translated it, or from what."""
        return bool(self.edition.fields.translators or self.edition.fields.translated_from)

    @property
    def counterpart(self) -> Published | None:
        """The edition in the other language, if there is one."""
        there = other(self.language)
        exists = there in self.guide.editions
        return Published(self.build, self.guide, there, self.site_url, self.site_name) if exists else None

    @property
    def topic(self) -> str:
        """What its topic is called."""
        concept = self.build.vocabulary.taxonomy.topics.get(self.guide.facts.topic or "")
        return concept[self.language].label if concept else ""

    @property
    def tags(self) -> dict[str, str]:
        """What its tags are called, by their ids."""
        known = self.build.vocabulary.taxonomy.tags
        return {tag: known[tag][self.language].label for tag in self.guide.facts.tags if tag in known}

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The main picture, if there is one, and after it those in the text that state their rights."""
        facts, fields = self.guide.facts, self.edition.fields
        own = fields.image if isinstance(fields, GuideFields) else None
        found: list[tuple[str, str | None, PictureRights]] = []
        if facts.image and facts.image.file:
            found.append((facts.image.file, own.alt if own else None, facts.image))
        for shown in self.edition.blocks.pictures:
            rights = facts.pictures.get(shown.target) or facts.pictures.get(shown.common_name)
            if rights:
                found.append((shown.target, shown.alt, rights))
        return tuple(dict.fromkeys(self._picture(file, alt or "", rights) for file, alt, rights in found))

    def _picture(self, file: str, alt: str, rights: PictureRights) -> Picture:
        licence = rights.licence or self.guide.facts.licence
        return Picture(
            urljoin(self._absolute(f"{self.guide.key}/"), quote(file, safe="/%")),
            alt,
            self.build.vocabulary.people.name(rights.credit or "", self.language),
            licence,
            self.build.words.say(f"licence-{licence}", self.language),
            LICENCE_ADDRESSES[licence],
        )

    def citation(self, site_language: Language) -> Citation:
        """How the edition is cited, with words of the site in `site_language` around its own title."""
        return Citation(
            key=f"{slugify(self.site_name)}{self.changed.year}-{self.guide.slug(self.language)}",
            authors=self._people(self.guide.facts.authors, site_language),
            title=self.edition.title,
            day=self.changed,
            site_name=self.site_name,
            address=self.address,
            rights=self.licence,
            language=site_language,
            text_language=self.language,
            others=self.build.words.say("cite-others", site_language),
        )

    @property
    def citation_files(self) -> dict[str, str]:
        """Where its citation stands in each format, from the site's root."""
        return {
            form: citation_address(self.build.library, self.guide, self.language, form) for form in CITATION_FORMATS
        }

    def _people(self, names: list[str], language: Language) -> tuple[Author, ...]:
        people = self.build.vocabulary.people
        return tuple(Author(people.name(name, language), people.family(name)) for name in names)

    def _absolute(self, address: str) -> str:
        return urljoin(self.site_url, address)


def editions(build: Build, language: Language, site_url: str, site_name: str) -> Iterator[Published]:
    """Every edition in `language`, those that changed last first."""
    found = [
        Published(build, guide, language, site_url, site_name)
        for guide in build.library.guides
        if language in guide.editions
    ]
    yield from sorted(found, key=lambda published: published.changed, reverse=True)


def all_editions(build: Build, site_url: str, site_name: str) -> Iterator[Published]:
    """Every edition in each language."""
    for language in LANGUAGES:
        yield from editions(build, language, site_url, site_name)
