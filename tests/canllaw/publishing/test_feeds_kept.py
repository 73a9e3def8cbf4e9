"""What a feed holds of a large collection, and where it stays when its tag is renamed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import feedparser
import pytest
from jinja2 import Environment, FileSystemLoader

from built_site import PROJECT, SITE_URL
from canllaw.build import Build, read
from canllaw.language import LANGUAGES, Language
from canllaw.publishing.feeds import feeds
from canllaw.publishing.for_programs import write
from canllaw.publishing.view import SiteView
from cases import BASE, edited, lay_out

_INTERFACE = PROJECT.joinpath("docs/_data/interface.yml").read_text(encoding="utf-8")

_ENGLISH = """---
title: A guide
summary: Of many.
type: article
topic: planning
tags: [heritage]
published: {}
authors: [canllaw]
---
One of many.
"""
_WELSH = """---
title: Canllaw {}
summary: Un o lawer.
translators: [canllaw]
---
Un o lawer.
"""


def _read(folder: Path, files: Mapping[str, str | bytes]) -> Build:
    build = read(lay_out({**BASE, "_data/interface.yml": _INTERFACE, **files}, folder / "docs"))
    assert build.problems == ()
    return build


def test_feed_of_a_renamed_tag(tmp_path: Path) -> None:
    """Whoever follows a tag by the address that its feed used to have gets the feed that stands at the new one."""
    renamed = {
        "label: Sharing,": "label: Sharing, aliases: [passing-on, lending],",
        "slug: rhannu-gwaith,": "slug: rhannu-gwaith, aliases: [benthyg],",
    }
    build = _read(tmp_path, {"_data/taxonomy.yml": edited("_data/taxonomy.yml", renamed)})
    site, env = tmp_path / "site", Environment(loader=FileSystemLoader(PROJECT / "overrides"), autoescape=True)
    write(build, site, env.get_template, SiteView(build, "cy", SITE_URL, "Canllaw"))
    moved = {
        "tags/passing-on": "tags/sharing",
        "tags/lending": "tags/sharing",
        "cy/tagiau/benthyg": "cy/tagiau/rhannu-gwaith",
    }
    for old, new in moved.items():
        found = (site / old / "feed.xml").read_bytes()
        assert found == (site / new / "feed.xml").read_bytes()
        assert feedparser.parse(found).feed.id == f"{SITE_URL}{new}/feed.xml"
    assert len(list(site.rglob("feed.xml"))) == len(moved) + 2 + 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_feeds_are_short(tmp_path: Path, language: Language) -> None:
    """Of a large collection a feed holds the fifty guides that changed last, and no more."""
    files: dict[str, str | bytes] = {}
    days = [(date(2025, 1, 1) + timedelta(number)).isoformat() for number in range(60)]
    for day in days:
        files[f"guides/of-{day}/index.md"] = _ENGLISH.format(day)
        files[f"guides/of-{day}/index.cy.md"] = _WELSH.format(day)
    build = _read(tmp_path, files)
    found = [feed for feed in feeds(build, SITE_URL, "Canllaw") if feed.language == language]
    every, of_tag = ([str(entry.published.changed) for entry in feed.entries] for feed in found[:2])
    last = ["2026-03-04", "2026-01-02", *reversed(days)][:50]
    assert every == of_tag == last
    assert [len(feed.entries) for feed in found] == [50, 50, 1]
