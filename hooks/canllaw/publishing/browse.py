"""What the page to browse combines in a browser: every guide with its facets, one file a language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from canllaw.build import Build
from canllaw.content.library import Guide, in_order
from canllaw.content.listings import values_of
from canllaw.content.pictures import picture_size
from canllaw.language import LANGUAGES, Language
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
    concept, edition = build.vocabulary.taxonomy.types.get(guide.facts.type or ""), guide.edition(language)
    return {
        "title": edition.short_title,
        "address": _path(site_url, build.library.address(guide, language)),
        "type": concept[language].label if concept else "",
        "time": build.words.say("reading-time", language, n=edition.minutes),
        "summary": edition.fields.summary,
        "elsewhere": language not in guide.editions,
        "facets": {facet: values_of(guide, kind) for kind, facet in FACETS.items()},
    } | _picture(build, guide, site_url)


def _picture(build: Build, guide: Guide, site_url: str) -> dict[str, Any]:
    """Where the main picture of a guide stands, with its width and height in CSS pixels; {} if it has none."""
    image = guide.facts.image
    if not image or not image.file:
        return {}
    width, height = picture_size(build.docs / guide.key / image.file)
    source = _path(site_url, f"{guide.key}/{image.file}")
    return {"picture": {"src": source, "width": str(width), "height": str(height)}}


def _path(site_url: str, address: str) -> str:
    """What stands at `address`, from the site's root, from the root of its host."""
    return urlsplit(urljoin(site_url, address)).path
