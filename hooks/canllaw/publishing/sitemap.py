"""The sitemap: every edition that exists, with its counterpart; pages that stand in for a missing one are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from canllaw.content.library import Guide, Library
from canllaw.publishing.head import alternates


@dataclass(frozen=True)
class Entry:
    """One address, with its alternates as (hreflang, address)."""

    location: str
    changed: date | None
    alternates: tuple[tuple[str, str], ...]


def sitemap(library: Library, site_url: str) -> Iterator[Entry]:
    """An entry for each edition, English before Welsh, in the order of the pages' keys, and then for each list."""
    for page in library.published.values():
        changed = (page.facts.updated or page.facts.published) if isinstance(page, Guide) else None
        for language in filter(page.is_of, page.editions):
            location = urljoin(site_url, library.address(page, language))
            yield Entry(location, changed, alternates(library, page, site_url))
