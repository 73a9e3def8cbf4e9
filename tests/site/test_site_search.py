"""Each language has a search index of its own, and every page leads to the search of its language."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from built_site import BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, address_of, attribute, guides, only, pages, say, sources, target, words_of

in_both = pytest.mark.parametrize("language", LANGUAGES)


def _index(site: BuiltSite, language: str) -> dict[str, dict[str, Any]]:
    """What the index of `language` holds, by the address of the page."""
    found = {}
    for fragment in (site.root / "pagefind/fragment").glob(f"{language}_*.pf_fragment"):
        entry = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[entry["url"].removeprefix("/")] = entry
    return found


def test_there_is_an_index_for_each_language(site: BuiltSite) -> None:
    """The index knows two languages, English and Welsh, with as many pages in the one as in the other."""
    entry = json.loads((site.root / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    assert set(entry["languages"]) == set(LANGUAGES)
    assert entry["languages"]["en"]["page_count"] == entry["languages"]["cy"]["page_count"] >= len(guides())


@in_both
def test_index_has_the_pages_of_its_language_only(site: BuiltSite, language: str) -> None:
    """The index of a language holds pages of that language's site only, and every guide that is written in it."""
    index = _index(site, language)
    assert set(index) <= set(pages(site, language))
    assert {guide.address(language) for guide in guides() if language in guide.editions} <= set(index)


@in_both
def test_index_calls_guides_by_their_titles(site: BuiltSite, language: str) -> None:
    """A guide is found under the title that it has in the language."""
    index = _index(site, language)
    for guide in guides():
        if language in guide.editions:
            titles = (guide.short_title(language), guide.front(language)["title"])
            assert index[guide.address(language)]["meta"]["title"] in titles


@in_both
def test_index_leaves_out_the_furniture(site: BuiltSite, language: str) -> None:
    """What stands on every page, such as the menu and the footer, is in no entry of the index."""
    index = _index(site, language)
    assert index
    for entry in index.values():
        for key in ("skip-to-content", "about-site", "copyright"):
            assert say(key, language) not in entry["content"], entry["url"]


@in_both
def test_index_knows_the_sections(site: BuiltSite, language: str) -> None:
    """The index knows the sections of the seed, so that a result can lead straight to one."""
    seed = sources()["guides/open-innovation"].address(language)
    known = {anchor["id"] for anchor in _index(site, language)[seed]["anchors"]}
    sections = {attribute(heading, "id") for heading in site.pages[seed].select(".cl-text h2")}
    assert len(sections) >= 5
    assert sections <= known


@in_both
def test_every_page_leads_to_the_search_of_its_language(site: BuiltSite, language: str) -> None:
    """On every page the box and the link for searching lead to the search page of the page's language."""
    search = sources()["search"].address(language)
    for address, page in pages(site, language).items():
        forms = [address_of(site, address, attribute(form, "action")) for form in page.select("form[role=search]")]
        assert set(forms) == {search}, address
        assert {attribute(box, "name") for box in page.select("form[role=search] input")} == {"q"}, address


@in_both
def test_search_page_finds_its_index(site: BuiltSite, language: str) -> None:
    """The search page names the index at its true place, and has a place to announce what was found."""
    address = sources()["search"].address(language)
    page = site.pages[address]
    found = target(site, address, attribute(only(page, "[data-cl-search]"), "data-index"))
    assert found
    assert found[0] == site.root / "pagefind/pagefind.js"
    assert found[0].is_file()
    assert words_of(only(page, "[role=status]")) == ""
