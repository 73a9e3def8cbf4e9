"""The fingerprint of each page: one word for all that it is made from, so that pages of one fingerprint are the same.

A guide shows what stands in its own files, and of others what their cards say: those around it in its topic, and those
that are like it. Whatever is seen on every page, such as data, addresses and names in menus, is in all fingerprints;
lists, and what else tells of all guides, change with each card.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from canllaw.build import Build
from canllaw.cache import digest_of, digest_of_files
from canllaw.code import code, digest_of_tree
from canllaw.content.files import DATA_FOLDER, diagram_files, other_files
from canllaw.content.library import Guide, Layout, Page
from canllaw.content.links import linked_page
from canllaw.language import LANGUAGES, Language
from canllaw.publishing.view import PageView

_SAYS_NOTHING_OF_OTHERS: frozenset[Layout] = frozenset({"page", "handbook", "messages", "search"})
_END_OF_NAME = re.compile(r"[\w.-]+")


class Fingerprints:
    """Those of the pages of one build."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._library = build.library
        self._known: dict[tuple[str, Language | None], str] = {}
        self._digests: dict[str, str] = {}

    def of(self, page: Page, site_language: Language) -> str:
        """The fingerprint of `page` on the site in `site_language`."""
        if (page.key, site_language) not in self._known:
            around = self._linked(page, site_language), self._others(page, site_language)
            parts = self._seen_by_all, self._own(page), site_language, json.dumps(around)
            self._known[page.key, site_language] = digest_of(*parts)
        return self._known[page.key, site_language]

    def _own(self, page: Page) -> str:
        """One word for what stands in the files of `page`, in whatever language it is shown."""
        if (page.key, None) not in self._known:
            texts = [edition.digest for edition in page.editions.values()]
            standing = [repr(self._build.standing.get((page.key, language))) for language in LANGUAGES]
            files = sorted(self._files_of(page))
            self._known[page.key, None] = digest_of(page.key, json.dumps([texts, standing, files]))
        return self._known[page.key, None]

    def of_book(self, site_language: Language) -> str:
        """The fingerprint of the book of all guides in `site_language`."""
        guides = [guide for guide in self._library.guides if site_language in guide.editions]
        return digest_of(self._cards, *(self.of(guide, site_language) for guide in guides))

    @cached_property
    def _seen_by_all(self) -> str:
        build, library = self._build, self._library
        addresses = {
            key: [library.address(page, language) for language in LANGUAGES] for key, page in library.published.items()
        }
        editions = {key: list(page.editions) for key, page in library.pages.items()}
        lists = {key: [listing.is_of(language) for language in LANGUAGES] for key, listing in library.listings.items()}
        standing_pages = [self._facts(page) for page in library.pages.values() if not isinstance(page, Guide)]
        flags = [build.preview, build.with_pdf, build.from_disk]
        data = digest_of_tree(build.docs / DATA_FOLDER)
        return digest_of(code(), build.made_with, data, json.dumps([addresses, editions, lists, standing_pages, flags]))

    def _others(self, page: Page, language: Language) -> list[str | int]:
        """What `page` says of other pages."""
        if isinstance(page, Guide):
            view = PageView(self._build, language, "", "", page)
            seen = [*view.neighbours(), *filter(None, view.beside), *view.related()]
            return [len(view.guides_of(page.facts.topic or "")), *map(self._card, seen)]
        return [] if page.layout in _SAYS_NOTHING_OF_OTHERS else [self._cards]

    def _linked(self, page: Page, site_language: Language) -> list[str]:
        """The texts that have the places to which a text leads that stands in for one in the language of the site."""
        found = []
        for link in page.edition(site_language).blocks.links if site_language not in page.editions else ():
            parts = urlsplit(link.target)
            target = (
                linked_page(self._library, page.edition(site_language), unquote(parts.path)) if parts.path else None
            )
            found += [edition.digest for edition in target.editions.values()] if target and parts.fragment else []
        return found

    @cached_property
    def _cards(self) -> str:
        """All that lists say of guides, and of how up to date they are."""
        return digest_of(*map(self._card, self._library.guides), repr(sorted(self._build.standing.items())))

    def _card(self, guide: Guide) -> str:
        return self._card_of[guide.key]

    @cached_property
    def _card_of(self) -> dict[str, str]:
        cards = {}
        for guide in self._library.guides:
            image = guide.facts.image
            picture = self._digest(f"{guide.key}/{image.file}") if image and image.file else ""
            cards[guide.key] = digest_of(self._facts(guide), picture)
        return cards

    def _facts(self, page: Page) -> str:
        stated = [(edition.source.front_matter.mapping, edition.minutes) for edition in page.editions.values()]
        return digest_of(page.key, repr(stated))

    def _files_of(self, page: Page) -> Iterator[tuple[str, str]]:
        """The files that stand beside the texts of `page`, and those that they may name, with a word for each."""
        for path in self._beside.get(page.key, ()):
            yield path, self._digest(path)
        for edition in page.editions.values():
            for end in set(_END_OF_NAME.findall(unquote(edition.source.body))) & self._by_end.keys():
                for path in self._by_end[end]:
                    yield path, self._digest(path)

    @cached_property
    def _files(self) -> list[str]:
        docs = self._build.docs
        return [*(path.relative_to(docs).as_posix() for path in other_files(docs)), *diagram_files(docs)]

    @cached_property
    def _beside(self) -> dict[str, list[str]]:
        folders = defaultdict(list)
        for path in self._files:
            folders[path.rpartition("/")[0]].append(path)
        return folders

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        """The files by what their names end with, for a text may name one elsewhere, and with signs for spaces."""
        ends = defaultdict(list)
        for path in self._files:
            ends[_END_OF_NAME.findall(path)[-1]].append(path)
        return ends

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            self._digests[path] = digest_of_files([Path(self._build.docs, path)])
        return self._digests[path]


@lru_cache(maxsize=1)
def fingerprints(build: Build) -> Fingerprints:
    """The fingerprints of the pages of `build`."""
    return Fingerprints(build)
