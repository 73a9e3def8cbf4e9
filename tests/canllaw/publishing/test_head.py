"""What stands in a page's head."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.content.library import Library, read_library
from canllaw.language import Language
from canllaw.publishing.head import alternates, head_of
from cases import BASE, lay_out

SITE = "https://example.org/repository/"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The small site, whose larger guide is in English only."""
    files = {path: text for path, text in BASE.items() if path != "guides/large/index.cy.md"}
    return read_library(lay_out(files, tmp_path / "docs"))[0]


@pytest.mark.parametrize(
    ("language", "address", "title", "locales"),
    [
        ("en", "guides/small/", "Small steps", ("en_GB", "cy_GB")),
        ("cy", "cy/canllawiau/camau/", "Camau bach", ("cy_GB", "en_GB")),
    ],
)
def test_page_in_both_languages(
    library: Library, language: Language, address: str, title: str, locales: tuple[str, str]
) -> None:
    """Each edition names itself as canonical, and both name each other, below the base path."""
    head = head_of(library, library.pages["guides/small"], language, SITE, "Canllaw")
    assert (head.canonical, head.title) == (SITE + address, f"{title} – Canllaw")
    assert head.alternates == (
        ("en", f"{SITE}guides/small/"),
        ("cy", f"{SITE}cy/canllawiau/camau/"),
        ("x-default", f"{SITE}guides/small/"),
    )
    assert head.open_graph == (
        ("og:type", "article"),
        ("og:site_name", "Canllaw"),
        ("og:title", title),
        ("og:description", head.description),
        ("og:url", SITE + address),
        ("og:locale", locales[0]),
        ("og:locale:alternate", locales[1]),
        ("article:published_time", "2026-01-02"),
    )


def test_page_in_place_of_a_missing_one(library: Library) -> None:
    """A page that stands in for a missing edition names the original as canonical and no alternates."""
    head = head_of(library, library.pages["guides/large"], "cy", SITE, "Canllaw")
    assert head.canonical == f"{SITE}guides/large/"
    assert head.alternates == ()
    assert ("og:locale", "en_GB") in head.open_graph
    assert "og:locale:alternate" not in dict(head.open_graph)


def test_page_in_one_language(library: Library) -> None:
    """The one edition of a page is that for all readers, and claims no other."""
    head = head_of(library, library.pages["guides/large"], "en", SITE, "Canllaw")
    assert head.alternates == (("en", f"{SITE}guides/large/"), ("x-default", f"{SITE}guides/large/"))


def test_page_in_welsh_only(tmp_path: Path) -> None:
    """Where there is no English, Welsh is for all readers."""
    text = "---\ntitle: Un\nsummary: Dau.\n---\n"
    library, _ = read_library(lay_out({"guides/a/index.cy.md": text}, tmp_path / "docs"))
    page = library.pages["guides/a"]
    address = f"{SITE}cy/guides/un/"
    assert alternates(library, page, SITE) == (("cy", address), ("x-default", address))
    assert head_of(library, page, "en", SITE, "Canllaw").canonical == address


def test_home_page(library: Library) -> None:
    """The home page has the title alone, is a site and no article, and stands at the root."""
    head = head_of(library, library.pages[""], "en", SITE, "Canllaw")
    assert (head.title, head.description, head.canonical) == ("A small site", "All that a site needs.", SITE)
    assert dict(head.open_graph)["og:type"] == "website"
    assert head_of(library, library.pages[""], "cy", SITE, "Canllaw").canonical == f"{SITE}cy/"
