"""Pages stand at addresses in the words of their own language."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, attribute, in_one_language, pages, pages_of_files, sources

_ARTICLES = {"en": ("the-", "a-", "an-"), "cy": ("y-", "yr-")}


def _english_words() -> set[str]:
    """The words of the folders of all pages that have an English edition; short ones may be words of both languages."""
    folders = [source.key for source in sources().values() if "en" in source.editions]
    return {word for key in folders for word in re.split("[/-]", key) if len(word) > 3}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_place_on_both_sites(site: BuiltSite, language: str) -> None:
    """Every page stands on the site of either language, where its author put it, and besides only made ones do."""
    assert set(pages_of_files(site, language)) == {source.address(language) for source in sources().values()}


def test_seed_stands_where_it_was_promised(site: BuiltSite) -> None:
    """The guide to open innovation stands at an English address in English and at a Welsh one in Welsh."""
    assert "guides/open-innovation/" in pages(site, "en")
    assert "cy/canllawiau/arloesi-agored/" in pages(site, "cy")


def test_welsh_addresses_are_welsh(site: BuiltSite) -> None:
    """No English word stands in the address of a Welsh page, unless the page has no Welsh edition to be named after."""
    missing = {source.address(lacks) for source, lacks in in_one_language()}
    english = _english_words()
    assert len(english) > 20
    mixed = {a for a in set(pages(site, "cy")) - missing if english & set(re.split("[/-]", a))}
    assert mixed == set()


def test_addresses_are_plain(site: BuiltSite) -> None:
    """An address has small letters without accents, digits and hyphens, and no leading article."""
    word = r"[a-z0-9]+(-[a-z0-9]+)*"
    for language in LANGUAGES:
        for address in pages(site, language):
            assert re.fullmatch(rf"({word}/)*", address), address
            last = address.rstrip("/").rpartition("/")[2]
            assert not last.startswith(_ARTICLES[language]), address


def test_anchors_of_headings_are_plain(site: BuiltSite) -> None:
    """A heading's anchor can be typed on any keyboard: small letters without accents, digits and hyphens."""
    anchors = {
        (address, attribute(heading, "id"))
        for address, page in pages(site).items()
        for heading in page.select("main :is(h2, h3, h4)[id]")
    }
    assert len(anchors) > 100
    assert {place for place in anchors if not re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", place[1])} == set()


def test_search_engines_are_led_to_the_sitemap(site: BuiltSite) -> None:
    """`robots.txt` closes nothing and names the full address of the sitemap, which is there."""
    robots = (site.root / "robots.txt").read_text(encoding="utf-8")
    assert robots.splitlines() == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE_URL}sitemap.xml"]
    assert (site.root / "sitemap.xml").is_file()
