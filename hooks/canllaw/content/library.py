"""The Library: all guides and pages, read once from the files, in which each knows both of its editions.

Everything that is computed later is a function of the Library and a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from canllaw.content.blocks import Blocks, read_blocks
from canllaw.content.facts import merge_facts
from canllaw.content.files import DATA_FOLDER
from canllaw.content.frontmatter import Source, read_source
from canllaw.content.reading_time import minutes
from canllaw.content.schema import GuideFields, PageFields, StandingPageFields, validate
from canllaw.language import LANGUAGES, Language, other
from canllaw.language.addresses import SIDE_BY_SIDE, site_path, slug_of_title
from canllaw.language.alphabet import sort_key
from canllaw.problems import Problem

if TYPE_CHECKING:
    from canllaw.content.listings import Listing
    from canllaw.vocabulary.taxonomy import Concept

GUIDES_FOLDER = "guides"
FILE_NAMES: dict[Language, str] = {"en": "index.md", "cy": "index.cy.md"}

Layout = Literal[
    "guide",
    "page",
    "home",
    "guides",
    "browse",
    "glossary",
    "search",
    "handbook",
    "messages",
    "reuse",
    "status",
    "listing",
]


@dataclass(frozen=True)
class Edition:
    """A guide or page in one language; `path` is its file below `docs/`."""

    language: Language
    path: str
    fields: PageFields
    source: Source
    blocks: Blocks
    is_broken: bool = False
    """Whether its facts could not be read; nothing is then missing from them."""

    @property
    def title(self) -> str:
        """The title at the top of the page."""
        return self.fields.title or PurePosixPath(self.path).parent.name

    @property
    def short_title(self) -> str:
        """The title for menus and lists."""
        return self.fields.short_title or self.title

    @property
    def summary(self) -> str:
        """What the page gives its reader."""
        return self.fields.summary or ""

    @cached_property
    def minutes(self) -> int:
        """The minutes that the text takes to read."""
        return minutes(self.source.body)


@dataclass(frozen=True)
class Page:
    """One subject in one or two languages. `key` is its folder below `docs/`, "" for the home page."""

    key: str
    editions: Mapping[Language, Edition]
    facts: PageFields

    @property
    def layout(self) -> Layout:
        """What the page shows around its text."""
        return self.facts.layout if isinstance(self.facts, StandingPageFields) else "guide"

    def text_language(self, site_language: Language) -> Language:
        """The language in which a reader of the site in `site_language` gets this page."""
        return site_language if site_language in self.editions else other(site_language)

    def edition(self, site_language: Language) -> Edition:
        """The edition that a reader of the site in `site_language` gets."""
        return self.editions[self.text_language(site_language)]

    def is_of(self, language: Language) -> bool:
        """Whether there is something to read here in `language`, for which search engines may lead to this page."""
        return language in self.editions

    def slug(self, language: Language) -> str:
        """The last word of the address on the site in `language`.

        In English it is the folder; in Welsh it comes from the short title. An edition that is missing has no title of
        its own to give, so its address keeps the folder's name.
        """
        folder = PurePosixPath(self.key).name
        if language not in self.editions:
            return folder
        edition = self.editions[language]
        default = folder if language == "en" else slug_of_title(edition.short_title, language)
        return edition.fields.slug or default or folder


@dataclass(frozen=True)
class Guide(Page):
    """A page that is a guide: its facts have a type, tags, dates and people."""

    facts: GuideFields


@dataclass(frozen=True)
class Library:
    """All pages and guides, by key, and the lists of guides, which no file is written for."""

    pages: Mapping[str, Page]
    listings: Mapping[str, Listing] = field(default_factory=dict)

    @cached_property
    def published(self) -> Mapping[str, Page]:
        """All that readers can visit, by key."""
        return {**self.pages, **self.listings}

    def listing_of(self, concept: Concept) -> Listing | None:
        """The list of the guides with a tag, type or topic; None if there is no such guide."""
        return next((listing for listing in self.listings.values() if listing.concept is concept), None)

    @cached_property
    def guides(self) -> tuple[Guide, ...]:
        """The guides, newest first."""
        guides = [page for page in self.pages.values() if isinstance(page, Guide)]
        return tuple(sorted(guides, key=lambda guide: (str(guide.facts.published), guide.key), reverse=True))

    @cached_property
    def _in_topics(self) -> dict[tuple[str | None, Language], list[Guide]]:
        topics = {guide.facts.topic for guide in self.guides}
        return {
            (topic, language): in_order((guide for guide in self.guides if guide.facts.topic == topic), language)
            for topic in topics
            for language in LANGUAGES
        }

    def in_topic(self, topic: str | None, language: Language) -> list[Guide]:
        """The guides in `topic`, in the alphabetical order of the site in `language`."""
        return self._in_topics.get((topic, language), [])

    @cached_property
    def by_path(self) -> dict[str, tuple[Page, Edition]]:
        """The page and edition in each file, by its path below `docs/`."""
        pages = self.published.values()
        return {edition.path: (page, edition) for page in pages for edition in page.editions.values()}

    def is_made(self, path: str) -> bool:
        """Whether the edition at `path` has no file, because it is made from what guides state."""
        page, _ = self.by_path.get(path, (None, None))
        return page is not None and page.key in self.listings

    @cached_property
    def _addresses(self) -> dict[tuple[str, Language], str]:
        pages = {
            (key, language): site_path(language, "".join(f"{word}/" for word in self._address_words(key, language)))
            for key in self.pages
            for language in LANGUAGES
        }
        return pages | {
            (key, language): address
            for key, listing in self.listings.items()
            for language, address in listing.addresses.items()
        }

    def _address_words(self, key: str, language: Language) -> Iterator[str]:
        parts = PurePosixPath(key).parts
        for end, folder in enumerate(parts, 1):
            page = self.pages.get("/".join(parts[:end]))
            yield page.slug(language) if page else folder

    def address(self, page: Page, language: Language) -> str:
        """Where `page` stands on the site in `language`, from the site's root: "cy/canllawiau/arloesi-agored/"."""
        return self._addresses[page.key, language]

    def side_by_side(self, page: Page, language: Language) -> str:
        """Where both editions of `page` stand side by side on the site in `language`, from the site's root."""
        return f"{self.address(page, language)}{SIDE_BY_SIDE[language]}/"

    @cached_property
    def by_layout(self) -> dict[Layout, Page]:
        """The standing page that has each layout; of those with the layout `page`, the last."""
        return {page.layout: page for page in self.pages.values()}


def in_order(guides: Iterable[Guide], language: Language) -> list[Guide]:
    """`guides` in the alphabetical order of `language`, by the short titles that its readers see."""
    return sorted(guides, key=lambda guide: sort_key(guide.edition(language).short_title, language))


def read_library(docs: Path, prefix: str = "docs") -> tuple[Library, list[Problem]]:
    """The Library of the files below `docs`, and what is wrong with each; `prefix` is what Problems call the folder."""
    problems: list[Problem] = []
    pages: dict[str, Page] = {}
    for key, files in _files_by_key(docs, prefix, problems).items():
        schema = GuideFields if _is_guide(key) else StandingPageFields
        editions: dict[Language, Edition] = {}
        for language in (language for language in LANGUAGES if language in files):
            editions[language], found = _read_edition(docs, files[language], prefix, language, schema)
            problems += found
        facts, found = merge_facts([(e.fields, e.source.front_matter) for e in editions.values()], schema)
        problems += found
        pages[key] = Guide(key, editions, facts) if isinstance(facts, GuideFields) else Page(key, editions, facts)
    return Library(pages), problems


def _is_guide(key: str) -> bool:
    return key.startswith(f"{GUIDES_FOLDER}/")


def _files_by_key(docs: Path, prefix: str, problems: list[Problem]) -> dict[str, dict[Language, str]]:
    """The Markdown files below `docs`, by folder and language; a file that is no edition is a Problem."""
    languages = {name: language for language, name in FILE_NAMES.items()}
    files: dict[str, dict[Language, str]] = {}
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs)
        if relative.parts[0] == DATA_FOLDER:
            continue
        if path.name in languages:
            key = "" if relative.parent == Path() else relative.parent.as_posix()
            files.setdefault(key, {})[languages[path.name]] = relative.as_posix()
        else:
            problems.append(
                Problem(f"{prefix}/{relative.as_posix()}", 1, "file-name", {"stem": path.name.split(".")[0]})
            )
    return files


def _read_edition(
    docs: Path, path: str, prefix: str, language: Language, schema: type[PageFields]
) -> tuple[Edition, list[Problem]]:
    source, unreadable = read_source(docs / path, f"{prefix}/{path}")
    fields, problems = validate(source.front_matter, schema)
    blocks = read_blocks(source.body, source.body_line)
    is_broken = bool(unreadable) and not source.front_matter.mapping
    return Edition(language, path, fields or schema(), source, blocks, is_broken), unreadable + problems
