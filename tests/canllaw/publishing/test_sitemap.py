"""The entries of the sitemap."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from canllaw.content.library import read_library
from canllaw.publishing.sitemap import Entry, sitemap
from cases import BASE, edited, lay_out

SITE = "https://example.org/"


def test_entries(tmp_path: Path) -> None:
    """Each edition that exists has an entry with its alternates; a page in place of a missing one has none."""
    files = {path: text for path, text in BASE.items() if path != "guides/large/index.cy.md"}
    library, _ = read_library(lay_out(files, tmp_path / "docs"))
    entries = {entry.location.removeprefix(SITE): entry for entry in sitemap(library, SITE)}
    english_only = {"guides/large/"}
    english = {"", "browse/", "glossary/", "guides/", "guides/small/"}
    welsh = {"cy/", "cy/pori/", "cy/geirfa/", "cy/canllawiau/", "cy/canllawiau/camau/"}
    assert entries.keys() == english | english_only | welsh
    here, there = f"{SITE}guides/small/", f"{SITE}cy/canllawiau/camau/"
    both = (("en", here), ("cy", there), ("x-default", here))
    assert entries["guides/small/"] == Entry(here, date(2026, 1, 2), both)
    assert entries["cy/canllawiau/camau/"] == Entry(there, date(2026, 1, 2), both)
    assert list(entries).index("guides/small/") < list(entries).index("cy/canllawiau/camau/")


def test_day_of_change(tmp_path: Path) -> None:
    """A guide has the day on which it last changed, else that on which it appeared; other pages have none."""
    name = "guides/small/index.md"
    text = edited(name, {"authors: [canllaw]": "authors: [canllaw]\nupdated: 2026-07-08"})
    library, _ = read_library(lay_out({**BASE, name: text}, tmp_path / "docs"))
    days = {entry.location.removeprefix(SITE): entry.changed for entry in sitemap(library, SITE)}
    assert days["guides/small/"] == days["cy/canllawiau/camau/"] == date(2026, 7, 8)
    assert (days["guides/large/"], days["glossary/"]) == (date(2026, 3, 4), None)
