"""The Library: all guides and pages, read once from the files, in which each knows both of its editions.

Everything that is computed later is a function of the Library and a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from canllaw.cache import Remember, digest_of, make_anew
from canllaw.content.blocks import Blocks, read_blocks
from canllaw.content.facts import merge_facts
from canllaw.content.files import DATA_FOLDER
from canllaw.content.frontmatter import Source, read_source
from canllaw.content.reading_time import minutes
from canllaw.content.schema import GuideFields, PageFields, StandingPageFields, validate
from canllaw.content.text_file import read_bytes
from canllaw.content.yaml_file import YamlFile
from canllaw.language import LANGUAGES, Language, other
from canllaw.language.addresses import SIDE_BY_SIDE, site_path, slug_of_title
from canllaw.language.alphabet import sort_key
from canllaw.problems import Problem

if TYPE_CHECKING:
    from canllaw.content.listings import Listing
    from canllaw.vocabulary.taxonomy import Concept, Kind

GUIDES_FOLDER = "guides"
FILE_NAMES: dict[Language, str] = {"en": "index.md", "cy": "index.cy.md"}
LANGUAGES_BY_FILE: dict[str, Language] = {name: language for language, name in FILE_NAMES.items()}
HOME = "."
"""What commands call the home page, which is in the folder of all others."""

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
    digest: str = ""
    """One word for what stands in its file."""

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


Read = tuple[Edition, list[Problem]]
"""An edition, and what is wrong with its file."""


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
    def _lists(self) -> dict[tuple[Kind, Language], list[Listing]]:
        lists: dict[tuple[Kind, Language], list[Listing]] = {}
        for language in LANGUAGES:
            for listing in self.listings.values():
                lists.setdefault((listing.kind, language), []).append(listing)
        for (kind, language), found in lists.items():
            if kind not in ("topics", "years"):
                found.sort(key=lambda listing: sort_key(listing.edition(language).short_title, language))
        return lists

    def lists(self, kind: Kind, language: Language) -> list[Listing]:
        """The lists of a kind: topics as editors ordered them, years from the last, others in alphabetical order."""
        return self._lists.get((kind, language), [])

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


def read_library(
    docs: Path, prefix: str = "docs", remember: Remember[Read] = make_anew
) -> tuple[Library, list[Problem]]:
    """The Library of the files below `docs`, and what is wrong with each; `prefix` is what Problems call the folder.

    A file whose content `remember` knows from an earlier time is not read again.
    """
    problems: list[Problem] = []
    pages: dict[str, Page] = {}
    for key, files in _files_by_key(docs, prefix, problems).items():
        schema = GuideFields if _is_guide(key) else StandingPageFields
        editions: dict[Language, Edition] = {}
        for language in (language for language in LANGUAGES if language in files):
            editions[language], found = _edition(docs, files[language], prefix, schema, remember)
            problems += found
        facts, found = merge_facts([(e.fields, e.source.front_matter) for e in editions.values()], schema)
        problems += found
        pages[key] = Guide(key, editions, facts) if isinstance(facts, GuideFields) else Page(key, editions, facts)
    return Library(pages), problems


def edition_path(key: str, language: Language) -> str:
    """Where the edition in `language` of the page with this key stands, or would, below the folder of the guides."""
    return f"{key}/{FILE_NAMES[language]}".removeprefix("/")


def called(key: str) -> str:
    """What commands call the page with this key: a guide by its folder alone."""
    return key.removeprefix(f"{GUIDES_FOLDER}/") or HOME


def _is_guide(key: str) -> bool:
    return key.startswith(f"{GUIDES_FOLDER}/")


def _files_by_key(docs: Path, prefix: str, problems: list[Problem]) -> dict[str, dict[Language, str]]:
    """The Markdown files below `docs`, by folder and language; a file that is no edition is a Problem."""
    files: dict[str, dict[Language, str]] = {}
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs)
        if relative.parts[0] == DATA_FOLDER:
            continue
        if path.name in LANGUAGES_BY_FILE:
            key = "" if relative.parent == Path() else relative.parent.as_posix()
            files.setdefault(key, {})[LANGUAGES_BY_FILE[path.name]] = relative.as_posix()
        else:
            problems.append(
                Problem(f"{prefix}/{relative.as_posix()}", 1, "file-name", {"stem": path.name.split(".")[0]})
            )
    return files


def _edition(docs: Path, path: str, prefix: str, schema: type[PageFields], remember: Remember[Read]) -> Read:
    name = f"{prefix}/{path}"
    try:
        data = read_bytes(docs / path)
    except OSError:
        return _read(path, Source(YamlFile(name), "", 1), [Problem(name, 1, "file-unreadable")], schema, "")
    digest = digest_of(path, prefix, data)
    return remember(digest, lambda: _read(path, *read_source(data, name), schema, digest))


def _read(path: str, source: Source, unreadable: list[Problem], schema: type[PageFields], digest: str) -> Read:
    fields, problems = validate(source.front_matter, schema)
    language = LANGUAGES_BY_FILE[PurePosixPath(path).name]
    blocks = read_blocks(source.body, source.body_line)
    is_broken = bool(unreadable) and not source.front_matter.mapping
    edition = Edition(language, path, fields or schema(), source, blocks, is_broken, digest)
    return edition, unreadable + problems
