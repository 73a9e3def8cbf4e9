"""Writes what is published for programs: feeds, citations, open data with schemas, indexes for language models."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from canllaw.build import Build
from canllaw.content.library import Page
from canllaw.language import LANGUAGES, Language, other
from canllaw.publishing.addresses import (
    badge_address,
    data_address,
    index_address,
    schema_address,
    translations_address,
    translations_schema_address,
)
from canllaw.publishing.badge import drawn
from canllaw.publishing.citations import WRITERS
from canllaw.publishing.feeds import feed_address, feeds
from canllaw.publishing.open_data import collection, schema
from canllaw.publishing.published import Published, all_editions, editions
from canllaw.publishing.translation_data import translation_data, translation_schema

if TYPE_CHECKING:
    from jinja2 import Template

    from canllaw.publishing.view import SiteView

#: The standing pages that an index names after the guides; lists of guides are not among them, for it is one itself.
INDEX_KEYS = ("about", "glossary", "contribute", "accessibility", "privacy")


@dataclass(frozen=True)
class Index:
    """The index of one language, as llmstxt.org describes it: the guides by topic, then what else there is."""

    build: Build
    language: Language
    site_url: str
    site_name: str

    @property
    def home(self) -> Page:
        """The home page."""
        return self.build.library.pages[""]

    @property
    def topics(self) -> Iterator[tuple[str, list[Published]]]:
        """Each topic that has guides in this language, as editors ordered them, with those guides by their titles."""
        found = {one.guide.key: one for one in editions(self.build, self.language, self.site_url, self.site_name)}
        for name, topic in self.build.vocabulary.taxonomy.topics.items():
            listed = self.build.library.in_topic(name, self.language)
            if here := [found[guide.key] for guide in listed if guide.key in found]:
                yield topic[self.language].label, here

    @property
    def pages(self) -> Iterator[Page]:
        """The standing pages that have an edition in this language."""
        for key in INDEX_KEYS:
            page = self.build.library.pages.get(key)
            if page and self.language in page.editions:
                yield page

    def url(self, address: str) -> str:
        """The absolute address of what stands at `address` from the site's root."""
        return urljoin(self.site_url, address)

    def page_url(self, page: Page) -> str:
        """The absolute address of a page."""
        return self.url(self.build.library.address(page, self.language))

    @property
    def files(self) -> dict[str, str]:
        """The absolute addresses of the feed, the data, and the index in the other language, by their names here."""
        return {
            "feed": self.url(feed_address(self.language)),
            "data": self.url(data_address(self.language)),
            "other": self.url(index_address(other(self.language))),
        }


def write(build: Build, site: Path, get_template: Callable[[str], Template], view: SiteView) -> None:
    """Write all of it below the folder `site`; `get_template` gives a template by its name."""
    for address, content in _files(build, get_template, view):
        target = site / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="")


def _files(build: Build, get_template: Callable[[str], Template], view: SiteView) -> Iterator[tuple[str, str]]:
    """Each file by its address from the site's root."""
    where = (view.site_url, view.site_name)
    feed_template, index_template = get_template("canllaw/feed.xml"), get_template("canllaw/llms.txt")
    for feed in feeds(build, *where):
        here = replace(view, site_language=feed.language)
        written = feed_template.render(feed=feed, say=here.say, site_name=view.site_name)
        yield from ((address, written) for address in (feed.address, *feed.former))
    for language in LANGUAGES:
        here = replace(view, site_language=language)
        index = Index(build, language, *where)
        yield index_address(language), index_template.render(index=index, say=here.say)
        yield data_address(language), _json(collection(build, language, *where))
        yield schema_address(language), _json(schema(language, view.site_url))
        yield translations_address(language), _json(translation_data(build, language, *where))
        yield translations_schema_address(language), _json(translation_schema(language, view.site_url))
        yield badge_address(language), drawn(language, get_template, here)
    for published in all_editions(build, *where):
        citation = published.citation(published.language)
        for form, address in published.citation_files.items():
            yield address, WRITERS[form](citation)


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
