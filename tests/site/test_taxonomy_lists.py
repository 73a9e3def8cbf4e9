"""Each tag, type, topic and year that a guide has is a page in both languages, complete, counted and in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from built_site import SITE_URL, BuiltSite
from canllaw.language.addresses import slugify

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    LANGUAGES,
    LIST_FOLDERS,
    Source,
    address_of,
    alphabetical,
    attribute,
    counterpart,
    data,
    guides,
    is_list,
    meta,
    only,
    other,
    pages,
    say,
    sources,
    words_of,
)

in_both = pytest.mark.parametrize("language", LANGUAGES)

_NAMES = {
    "topics": {"en": "Topic", "cy": "Pwnc"},
    "types": {"en": "Resource type", "cy": "Math o adnodd"},
    "tags": {"en": "Tag", "cy": "Tag"},
    "years": {"en": "Year", "cy": "Blwyddyn"},
}
# After a numeral Welsh has the singular, changed at its front after some: 2 ganllaw, 3 chanllaw.
_MUTATED = {2: "ganllaw", 3: "chanllaw", 6: "chanllaw"}


def _values(guide: Source, kind: str) -> list[str]:
    """What `guide` states of a kind, in its front matter."""
    if kind == "years":
        return [str(guide.facts("published").year)]
    stated = guide.facts(kind if kind == "tags" else kind.removesuffix("s"))
    return list(stated) if kind == "tags" else [stated]


def _lists() -> dict[tuple[str, str], list[Source]]:
    """The guides of each kind and value that any guide states."""
    found: dict[tuple[str, str], list[Source]] = {}
    for guide in guides():
        for kind in LIST_FOLDERS:
            for value in _values(guide, kind):
                found.setdefault((kind, value), []).append(guide)
    return found


def _address(kind: str, name: str, language: str) -> str:
    concept = data("taxonomy").get(kind, {}).get(name)
    word = name
    if concept:
        word = concept[language].get("slug") or (name if language == "en" else slugify(concept["cy"]["label"]))
    return f"{LIST_FOLDERS[kind][language]}/{word}/"


def _label(kind: str, name: str, language: str) -> str:
    concept = data("taxonomy").get(kind, {}).get(name)
    return str(concept[language].get("plural", concept[language]["label"])) if concept else name


def _count(number: int, language: str) -> str:
    if language == "cy":
        return f"{number} {_MUTATED.get(number, 'canllaw')}"
    return f"{number} guide" if number == 1 else f"{number} guides"


def _every(site: BuiltSite, language: str) -> Iterator[tuple[str, str, list[Source], str, BeautifulSoup]]:
    """Each list: its kind and id, its guides, its address and its page."""
    for (kind, name), chosen in _lists().items():
        address = _address(kind, name, language)
        yield kind, name, chosen, address, site.pages[address]


def _titles(part: Tag) -> list[str]:
    return [words_of(link) for link in part.select("a.cl-title")]


@in_both
def test_lists_are_complete(site: BuiltSite, language: str) -> None:
    """Each list has its guides once, those of this language in alphabetical order, and the others apart in theirs."""
    for kind, name, chosen, address, page in _every(site, language):
        apart = page.select_one(".cl-apart")
        there = _titles(apart) if apart else []
        shown = [title for title in _titles(only(page, "main")) if title not in there]
        mine = [guide.short_title(language) for guide in chosen if language in guide.editions]
        theirs = [guide.short_title(language) for guide in chosen if language not in guide.editions]
        assert shown == alphabetical(mine, language), (kind, name)
        assert there == alphabetical(theirs, language), (kind, name)
        leads = {address_of(site, address, attribute(link, "href")) for link in page.select("a.cl-title")}
        assert leads == {guide.address(language) for guide in chosen}
        for link in apart.select("a.cl-title") if apart else ():
            assert attribute(link, "lang") == attribute(link, "hreflang") == other(language)
            mark = link.find_next_sibling("span", class_="cl-only")
            assert isinstance(mark, Tag)
            assert words_of(mark) == say(f"only-in-{other(language)}", language)


@in_both
def test_lists_say_what_they_are(site: BuiltSite, language: str) -> None:
    """The heading names the kind and the value, and below it stand what it means and how many guides there are."""
    for kind, name, chosen, _, page in _every(site, language):
        label = _label(kind, name, language)
        assert words_of(only(page, "h1")) == f"{_NAMES[kind][language]}: {label}"
        assert words_of(only(page, "title")).startswith(f"{_NAMES[kind][language]}: {label}")
        here = sum(language in guide.editions for guide in chosen)
        counted = [words_of(heading) for heading in page.select(".cl-listing__count")]
        tongue = {"en": "in English", "cy": "yn Gymraeg"}[language]
        apart = f", {_count(here, language)} {tongue}" if here < len(chosen) else ""
        assert counted == ([f"{_count(len(chosen), language)}{apart}"] if here else [])
        assert bool(here) != bool(page.select(".cl-notice--missing"))
        if kind != "years":
            said = data("taxonomy")[kind][name][language]["description"]
            assert words_of(only(page, ".cl-page__summary")) == said
            assert meta(page, "description") == [said]


@in_both
def test_lists_of_nothing_have_no_page(site: BuiltSite, language: str) -> None:
    """There is no list but those that a guide belongs to."""
    expected = {_address(kind, name, language) for kind, name in _lists()}
    assert set(filter(is_list, pages(site, language))) == expected


@in_both
def test_lists_lead_to_their_siblings(site: BuiltSite, language: str) -> None:
    """Each list leads to the others of its kind, with the number of their guides, and not to itself."""
    for kind, name, _, address, page in _every(site, language):
        siblings = {key: chosen for key, chosen in _lists().items() if key[0] == kind and key[1] != name}
        shown = {
            address_of(site, address, attribute(only(item, "a"), "href")): words_of(item)
            for item in page.select(".cl-listing__siblings li")
        }
        assert shown == {
            _address(*key, language): f"{_label(*key, language)} {_count(len(chosen), language)}"
            for key, chosen in siblings.items()
        }


@in_both
def test_lists_have_a_place(site: BuiltSite, language: str) -> None:
    """Above the title stands the way from the home page to the page to browse, and the switch leads to the twin."""
    browse = sources()["browse"].address(language)
    for kind, name, _, address, page in _every(site, language):
        way = [address_of(site, address, attribute(link, "href")) for link in page.select(".cl-breadcrumbs a")]
        assert way == [sources()[""].address(language), browse]
        assert counterpart(site, address) == _address(kind, name, other(language))


def test_lists_and_search_engines(site: BuiltSite) -> None:
    """A list is in the sitemap and names its counterpart where each has something to read in its language."""
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ElementTree.fromstring(site.root.joinpath("sitemap.xml").read_text(encoding="utf-8"))
    mapped = {entry.findtext(f"{namespace}loc") for entry in tree}
    for (kind, name), chosen in _lists().items():
        filled = [language for language in LANGUAGES if any(language in guide.editions for guide in chosen)]
        for language in LANGUAGES:
            address = _address(kind, name, language)
            page = site.pages[address]
            assert attribute(only(page, "link[rel=canonical]"), "href") == SITE_URL + address
            assert (SITE_URL + address in mapped) == (language in filled), address
            named = {attribute(link, "hreflang"): attribute(link, "href") for link in page.select("link[hreflang]")}
            expected = {one: SITE_URL + _address(kind, name, one) for one in filled}
            default = expected.get("en") or expected["cy"]
            assert named == (expected | {"x-default": default} if language in filled else {}), address


def test_lists_are_not_searched(site: BuiltSite) -> None:
    """No list is in the search index: the search leads to guides."""
    for language in LANGUAGES:
        for _, _, _, address, page in _every(site, language):
            assert page.select("[data-pagefind-body]") == [], address


@in_both
def test_browse_leads_to_every_list(site: BuiltSite, language: str) -> None:
    """The page to browse leads, without a script, to every list, with the number of guides, tags in order."""
    address = sources()["browse"].address(language)
    page = site.pages[address]
    shown = {
        address_of(site, address, attribute(only(item, "a"), "href")): words_of(item)
        for item in page.select(".cl-browse__index li")
    }
    assert shown == {
        _address(*key, language): f"{_label(*key, language)} {_count(len(chosen), language)}"
        for key, chosen in _lists().items()
    }
    tags = [words_of(link) for link in page.select("section[aria-labelledby=cl-browse-tags] a")]
    assert tags == alphabetical(tags, language)


@in_both
def test_guides_to_combine(site: BuiltSite, language: str) -> None:
    """The browser combines every guide, in this language's order, with the facets that its front matter states."""
    address = sources()["browse"].address(language)
    file = attribute(only(site.pages[address], "[data-cl-guides]"), "data-cl-guides")
    written = json.loads((site.root / address / file).resolve().read_text(encoding="utf-8"))
    assert [entry["title"] for entry in written] == alphabetical((entry["title"] for entry in written), language)
    by_address = {entry["address"].removeprefix("/repository/"): entry for entry in written}
    assert by_address.keys() == {guide.address(language) for guide in guides()}
    for guide in guides():
        entry = by_address[guide.address(language)]
        assert entry["facets"] == {kind.removesuffix("s"): _values(guide, kind) for kind in LIST_FOLDERS}
        assert entry["elsewhere"] == (language not in guide.editions)


@in_both
def test_guides_lead_to_their_lists(site: BuiltSite, language: str) -> None:
    """From each guide, links lead to the lists of its topic, its type and each of its tags."""
    for guide in guides():
        address = guide.address(language)
        page = site.pages[address]
        leads = {
            address_of(site, address, attribute(link, "href")) for link in page.select(".cl-guide__foot a[href^='.']")
        }
        wanted = {
            _address(kind, name, language) for kind in ("topics", "types", "tags") for name in _values(guide, kind)
        }
        assert wanted <= leads, address
        way = [address_of(site, address, attribute(link, "href")) for link in page.select(".cl-breadcrumbs a")]
        assert way[-1] == _address("topics", guide.facts("topic"), language)


@in_both
def test_folders_lead_to_the_lists(site: BuiltSite, language: str) -> None:
    """A reader who cuts the end off the address of a list comes to the page to browse."""
    for folder in LIST_FOLDERS.values():
        page = site.pages[f"{folder[language]}/"]
        address = SITE_URL + sources()["browse"].address(language)
        assert attribute(only(page, "link[rel=canonical]"), "href") == address
