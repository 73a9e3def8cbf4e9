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
from reading import LANGUAGES, address_of, attribute, guides, only, pages, say, sources, words_of

in_both = pytest.mark.parametrize("language", LANGUAGES)


def _index(site: BuiltSite, language: str) -> dict[str, dict[str, Any]]:
    """What the index of `language` holds, by the address of the page."""
    found = {}
    for fragment in (site.root / "pagefind" / language / "fragment").glob("*.pf_fragment"):
        entry = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[entry["url"].removeprefix("/")] = entry | {"id": fragment.stem}
    return found


def test_there_is_an_index_for_each_language(site: BuiltSite) -> None:
    """English and Welsh have indexes of their own, with as many pages in the one as in the other."""
    counts = {}
    for language in LANGUAGES:
        entry = json.loads((site.root / f"pagefind/{language}/pagefind-entry.json").read_text(encoding="utf-8"))
        assert list(entry["languages"]) == [language]
        counts[language] = entry["languages"][language]["page_count"]
    assert counts["en"] == counts["cy"] >= len(guides())


@in_both
def test_index_knows_facets_of_guides(site: BuiltSite, language: str) -> None:
    """A guide is found by its type, topic, tags and year, which have the same ids in both languages."""
    index = _index(site, language)
    (file,) = (site.root / "assets/search" / language).glob("facets-*.json")
    facets = json.loads(file.read_text(encoding="utf-8"))
    for guide in guides():
        if language in guide.editions:
            facts = guide.front("en" if "en" in guide.editions else language)
            page = index[guide.address(language)]["id"]
            stated = {facet: {value for value in facets[facet] if page in facets[facet][value]} for facet in facets}
            assert stated == {
                "type": {facts["type"]},
                "topic": {facts["topic"]},
                "year": {str(facts["published"])[:4]},
                "tag": set(facts["tags"]),
            }


@in_both
def test_no_page_is_found_by_a_picture_of_the_furniture(site: BuiltSite, language: str) -> None:
    """A page is found by its title and text, and not by the words for the first picture after them, such as a logo."""
    assert all("image_alt" not in entry["meta"] for entry in _index(site, language).values())


@in_both
def test_furniture_inside_the_text_is_not_found(site: BuiltSite, language: str) -> None:
    """What stands below every diagram, and the numbers and arrows of footnotes, are no part of what a page says."""
    furniture = [say(key, language) for key in ("diagram-full-size", "diagram-svg", "diagram-png", "diagram-link")]
    texts = {address: entry["content"] for address, entry in _index(site, language).items()}
    assert [address for address, text in texts.items() if any(one in text for one in [*furniture, "↩"])] == []
    assert any("UNESCO, Cultural Heritage Innovation" in text for text in texts.values())


@in_both
def test_words_of_the_index_are_published(site: BuiltSite, language: str) -> None:
    """The words that the search looks up are those of the index, and every file that the manifest names is there."""
    folder = site.root / "assets/search"
    manifest = json.loads(folder.joinpath(f"{language}.json").read_text(encoding="utf-8"))
    assert manifest["pages"] == len(_index(site, language))
    files = {folder / language / f"{name}-{manifest['version']}.json" for name in manifest["shards"].split()}
    others = {folder / language / f"{name}-{manifest['version']}.json" for name in ("facets", "terms")}
    assert files | others == set(folder.joinpath(language).iterdir())
    words = {word for file in files for word in json.loads(file.read_text(encoding="utf-8"))}
    assert {"en": {"heritage", "museum"}, "cy": {"treftadaeth", "dreftadaeth", "amgueddfa"}}[language] <= words


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
def test_search_page_has_a_place_for_the_count(site: BuiltSite, language: str) -> None:
    """The search page has a place to announce what was found, empty at first."""
    page = site.pages[sources()["search"].address(language)]
    assert words_of(only(only(page, "[data-cl-search]"), "[role=status]")) == ""
