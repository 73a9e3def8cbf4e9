"""Small pages at the addresses that a page used to have, which lead to where it is now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from canllaw.build import Build
from canllaw.content.library import Edition, Page
from canllaw.language import LANGUAGES
from canllaw.language.addresses import site_path
from canllaw.vocabulary.taxonomy import KIND_WORDS, KINDS, list_path

if TYPE_CHECKING:
    from jinja2 import Template


def redirects(build: Build) -> Iterator[tuple[str, Page, Edition]]:
    """Each old address, from the site's root, with the edition that is now elsewhere."""
    for page in build.library.pages.values():
        for edition in page.editions.values():
            for alias in edition.fields.aliases:
                yield alias, page, edition
    for listing in build.library.listings.values():
        for language in LANGUAGES:
            for alias in listing.concept[language].aliases if listing.concept else ():
                yield list_path(listing.kind, alias, language), listing, listing.editions[language]
    yield from _lists_without_guides(build)
    yield from _above_lists(build)


def _lists_without_guides(build: Build) -> Iterator[tuple[str, Page, Edition]]:
    """Where a list would stand if a guide had its type, topic or tag: when the last one has gone, links lead on."""
    browse, taxonomy = build.library.by_layout.get("browse"), build.vocabulary.taxonomy
    if browse is None:
        return
    listed = {(listing.kind, listing.name) for listing in build.library.listings.values()}
    concepts = [(kind, name, concept) for kind in KINDS for name, concept in taxonomy.of_kind(kind).items()]
    for kind, name, concept in concepts:
        for language, edition in browse.editions.items() if (kind, name) not in listed else ():
            former = (list_path(kind, alias, language) for alias in concept[language].aliases)
            for address in (taxonomy.list_address(kind, name, language), *former):
                yield address, browse, edition


def _above_lists(build: Build) -> Iterator[tuple[str, Page, Edition]]:
    """The folders that lists stand in: a reader who shortens an address comes to the page with all of them."""
    browse = build.library.by_layout.get("browse")
    pages = build.library.pages.values()
    taken = {build.library.address(page, language) for page in pages for language in LANGUAGES}
    taken |= {alias for page in pages for edition in page.editions.values() for alias in edition.fields.aliases}
    for kind in dict.fromkeys(listing.kind for listing in build.library.listings.values()):
        for language, edition in browse.editions.items() if browse else ():
            address = site_path(language, f"{KIND_WORDS[kind][language].folder}/")
            if browse and address not in taken:
                yield address, browse, edition


def write(build: Build, site: Path, template: Template, view: Any) -> None:
    """Write a page for each old address below `site`."""
    for alias, page, edition in redirects(build):
        address = build.library.address(page, edition.language)
        target = site / alias / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        absolute = urljoin(view.site_url, address)
        html = template.render(canllaw=view, edition=edition, absolute=absolute, path=urlsplit(absolute).path)
        target.write_text(html, encoding="utf-8", newline="\n")
