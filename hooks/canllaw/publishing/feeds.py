"""Atom feeds (RFC 4287): one for each language, and one for each tag in each language; a template prints them.

A feed holds the guides that have an edition in its language, those that changed last first. Ids are `tag:` addresses
(RFC 4151) of the day and the folder of a guide, which stay when its address changes, so nobody is told of it twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin, urlsplit

from canllaw.build import Build
from canllaw.content.library import Library
from canllaw.content.listings import Listing
from canllaw.language import LANGUAGES, Language
from canllaw.language.addresses import site_path
from canllaw.publishing.published import Published, editions
from canllaw.vocabulary.taxonomy import list_path

FILE_NAME = "feed.xml"
MOST_ENTRIES = 50


@dataclass(frozen=True)
class Entry:
    """A guide in a feed."""

    id: str
    published: Published


@dataclass(frozen=True)
class Feed:
    """A feed in one language: its address from the site's root, what it is called, and of what page it is the feed."""

    language: Language
    address: str
    title: str
    summary: str
    page: str
    """The address, from the site's root, of the page that lists the same guides."""
    site_url: str
    entries: tuple[Entry, ...]
    former: tuple[str, ...] = ()
    """The addresses at which it used to stand: programs that read it there go on to find it."""

    @property
    def url(self) -> str:
        """Its absolute address, which is its id, too."""
        return urljoin(self.site_url, self.address)

    @property
    def way_to_root(self) -> str:
        """What leads from its folder up to the site's root; the addresses where it used to stand are as deep."""
        return "../" * self.address.count("/")

    @property
    def page_url(self) -> str:
        """The absolute address of the page that lists the same guides."""
        return urljoin(self.site_url, self.page)

    @property
    def updated(self) -> date:
        """When its newest guide changed."""
        return max(entry.published.changed for entry in self.entries)


def feed_address(language: Language) -> str:
    """Where the feed of all guides in `language` stands, from the site's root."""
    return site_path(language, FILE_NAME)


def list_feed_address(library: Library, listing: Listing, language: Language) -> str:
    """Where the feed of the guides in `language` that `listing` lists stands, from the site's root: beside the list."""
    return library.address(listing, language) + FILE_NAME


def feeds(build: Build, site_url: str, site_name: str) -> Iterator[Feed]:
    """Every feed that holds a guide: a feed without any could not say when it changed, as RFC 4287 asks (4.1.1)."""
    for language in LANGUAGES:
        found = list(editions(build, language, site_url, site_name))
        home = build.library.pages[""]
        if found:
            yield Feed(
                language,
                feed_address(language),
                build.words.say("feed-title", language, site=site_name),
                home.edition(language).summary if language in home.editions else "",
                build.library.address(home, language),
                site_url,
                _entries(found),
            )
        yield from _tag_feeds(build, found, language, site_url, site_name)


def _tag_feeds(
    build: Build, found: list[Published], language: Language, site_url: str, site_name: str
) -> Iterator[Feed]:
    library = build.library
    with_guides = (listing for listing in library.listings.values() if listing.is_of(language))
    for listing in (listing for listing in with_guides if listing.kind == "tags"):
        label, summary = listing.editions[language].short_title, listing.editions[language].summary
        aliases = listing.concept[language].aliases if listing.concept else ()
        yield Feed(
            language,
            list_feed_address(library, listing, language),
            build.words.say("feed-title-of-tag", language, site=site_name, tag=label),
            summary,
            library.address(listing, language),
            site_url,
            _entries([published for published in found if listing.name in published.tags]),
            tuple(list_path("tags", alias, language) + FILE_NAME for alias in aliases),
        )


def _entries(found: list[Published]) -> tuple[Entry, ...]:
    return tuple(Entry(_entry_id(published), published) for published in found[:MOST_ENTRIES])


def _entry_id(published: Published) -> str:
    host = urlsplit(published.site_url).hostname or "localhost"
    return f"tag:{host},{published.published.isoformat()}:{published.guide.key}/{published.language}"
