"""Search engines are told the truth: one address for each edition, and which editions are the same page."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import Tag

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    LANGUAGES,
    Source,
    attribute,
    is_list,
    language_of,
    meta,
    only,
    other,
    pages_of_files,
    side_by_side,
    sources,
)

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"
_LOCALES = {"en": "en_GB", "cy": "cy_GB"}


def _originals() -> list[tuple[Source, str]]:
    """Each page with each language that it has an edition in."""
    return [(source, language) for source in sources().values() for language in source.editions]


def _expected(source: Source) -> list[tuple[str, str]]:
    """The alternates of a page: each of its editions, and for all other readers the English one if there is one."""
    editions = [language for language in LANGUAGES if language in source.editions]
    found = [(language, SITE_URL + source.address(language)) for language in editions]
    return [*found, ("x-default", SITE_URL + source.address(source.shown_in("en")))]


def _alternates(page: Tag) -> list[tuple[str, str]]:
    return [
        (attribute(tag, "hreflang"), attribute(tag, "href")) for tag in page.select("link[rel=alternate][hreflang]")
    ]


def _sitemap(site: BuiltSite) -> dict[str, ElementTree.Element]:
    """The entries of the sitemap by address; each address stands once."""
    entries = ElementTree.parse(site.root / "sitemap.xml").getroot().findall(f"{_SITEMAP}url")
    found = {entry.findtext(f"{_SITEMAP}loc", ""): entry for entry in entries}
    assert len(found) == len(entries)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_canonical_is_the_page_itself(site: BuiltSite, language: str) -> None:
    """An edition names its own absolute address as the canonical one."""
    for source in sources().values():
        if language in source.editions:
            address = source.address(language)
            assert attribute(only(site.pages[address], "link[rel=canonical]"), "href") == SITE_URL + address


def test_alternates_name_every_edition(site: BuiltSite) -> None:
    """An edition lists itself, its counterpart and `x-default`, by absolute addresses, and only what exists."""
    for source, language in _originals():
        assert _alternates(site.pages[source.address(language)]) == _expected(source), source.key


def test_alternates_are_reciprocal(site: BuiltSite) -> None:
    """Every page that a page lists as an alternate is a page of that language and lists the same ones."""
    listed = 0
    for page in pages_of_files(site).values():
        for language, address in _alternates(page):
            twin = site.pages[address.removeprefix(SITE_URL)]
            assert language in (attribute(only(twin, "html"), "lang"), "x-default"), address
            assert _alternates(twin) == _alternates(page), address
            listed += 1
    assert listed >= 2 * len(pages_of_files(site))


def test_sitemap_lists_every_edition(site: BuiltSite) -> None:
    """The sitemap has the absolute address of every edition, and besides these only of lists."""
    entries = {location for location in _sitemap(site) if not is_list(location.removeprefix(SITE_URL))}
    assert entries == {SITE_URL + source.address(language) for source, language in _originals()}


def test_sitemap_has_the_same_alternates(site: BuiltSite) -> None:
    """Each entry of the sitemap lists the alternates that the page itself lists."""
    for address, entry in _sitemap(site).items():
        links = [(link.get("hreflang", ""), link.get("href", "")) for link in entry.findall(_LINK)]
        assert {link.get("rel") for link in entry.findall(_LINK)} == {"alternate"}
        assert links == _alternates(site.pages[address.removeprefix(SITE_URL)]), address


def test_sitemap_dates_are_the_guides(site: BuiltSite) -> None:
    """A guide's entry in the sitemap has the day of its last change, in the form that the format asks for."""
    entries = _sitemap(site)
    for source, language in _originals():
        changed = source.facts("updated") or source.facts("published")
        stated = entries[SITE_URL + source.address(language)].findtext(f"{_SITEMAP}lastmod")
        assert stated == (changed.isoformat() if changed else None), source.key


def test_there_is_one_sitemap(site: BuiltSite) -> None:
    """There is no second sitemap beside the first that could say something else, such as MkDocs' compressed one."""
    assert [path.name for path in site.root.rglob("sitemap*")] == ["sitemap.xml"]


def test_open_graph_says_what_the_page_is(site: BuiltSite) -> None:
    """What social networks are told of a page agrees with the page: its title, summary, address and kind."""
    for source, language in _originals():
        page, front = site.pages[source.address(language)], source.editions[language]
        assert meta(page, "og:title") == [front["title"]]
        assert meta(page, "og:description") == [front["summary"]]
        assert meta(page, "og:url") == [SITE_URL + source.address(language)]
        assert meta(page, "og:type") == ["article" if source.key.startswith("guides/") else "website"]


def test_open_graph_locales(site: BuiltSite) -> None:
    """Social networks are told the language of the text, and of the counterpart where there is one."""
    for address, page in pages_of_files(site).items():
        source = next(s for s in sources().values() if s.address(language_of(address)) == address)
        text_language = source.shown_in(language_of(address))
        assert meta(page, "og:locale") == [_LOCALES[text_language]], address
        others = [_LOCALES[other(text_language)]] if len(source.editions) > 1 else []
        assert meta(page, "og:locale:alternate") == others, address


def test_nothing_asks_not_to_be_found(site: BuiltSite) -> None:
    """No page asks search engines to leave it out but the 404, and what repeats two other pages side by side."""
    assert [address for address, page in pages_of_files(site).items() if meta(page, "robots")] == []
    assert {tuple(meta(page, "robots")) for page in side_by_side(site).values()} == {("noindex",)}
    assert meta(site.not_found, "robots") == ["noindex"]
