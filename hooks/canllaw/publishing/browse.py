"""What the page to browse combines in a browser: every guide with its facets, one file a language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from canllaw.build import Build
from canllaw.content.library import Guide, in_order
from canllaw.content.listings import values_of
from canllaw.language import LANGUAGES, Language
from canllaw.language.dates import long_date
from canllaw.vocabulary.taxonomy import FACETS

FOLDER = "assets/browse"


def write(build: Build, site: Path, site_url: str) -> None:
    """Write the guides of each language below `site`, if there is a page to browse; `site_url` ends in `/`."""
    for language in LANGUAGES if "browse" in build.library.by_layout else ():
        target = site / FOLDER / f"{language}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        guides = [_entry(build, guide, language, site_url) for guide in in_order(build.library.guides, language)]
        written = json.dumps(guides, ensure_ascii=False, separators=(",", ":"))
        target.write_text(written + "\n", encoding="utf-8", newline="\n")


def _entry(build: Build, guide: Guide, language: Language, site_url: str) -> dict[str, Any]:
    concept = build.vocabulary.taxonomy.types.get(guide.facts.type or "")
    return {
        "title": guide.edition(language).short_title,
        "address": urlsplit(urljoin(site_url, build.library.address(guide, language))).path,
        "about": concept[language].label if concept else "",
        "day": long_date(guide.facts.published, language) if guide.facts.published else "",
        "elsewhere": language not in guide.editions,
        "facets": {facet: values_of(guide, kind) for kind, facet in FACETS.items()},
    }
