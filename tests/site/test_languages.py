"""Each page is in its language, says so, and leads to the same place in the other one."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest
from bs4 import Tag

from built_site import BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    LANGUAGES,
    NATIVE_NAMES,
    attribute,
    counterpart,
    guides,
    ids,
    language_at,
    language_of,
    meta,
    only,
    other,
    pages,
    sources,
    texts,
    words_of,
)

_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(),
}
# Words that are frequent in one language and are no words of the other.
_TELLING = {
    "en": re.compile(r"\b(the|and|of|with|that|which|your|for|from|by|is|are)\b", re.IGNORECASE),
    "cy": re.compile(r"\b(yn|mae|yw|ac|gan|gyda|wedi|sydd|eich|hyn|ydych|i'r|o'r|a'r|neu|ar gyfer)\b", re.IGNORECASE),
}


def _switch(page: Tag) -> Tag:
    return only(page, "body > header nav.cl-switch")


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_says_its_language(site: BuiltSite, language: str) -> None:
    """The root element of every page names the language of the site that the page belongs to."""
    found = {address: attribute(only(page, "html"), "lang") for address, page in pages(site, language).items()}
    assert found
    assert set(found.values()) == {language}, found


def test_lang_is_one_of_the_two_languages(site: BuiltSite) -> None:
    """Every passage that is marked is marked as English or as Welsh, and nothing is marked as what it is already in."""
    for address, page in pages(site).items():
        marked = page.select("body [lang]")
        assert {attribute(tag, "lang") for tag in marked} <= set(LANGUAGES), address
        links = {attribute(tag, "hreflang") for tag in page.select("body [hreflang]")}
        assert links <= set(LANGUAGES), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_prose_is_in_the_language_that_it_claims(site: BuiltSite, language: str) -> None:
    """No sentence in the other language stands on a page without saying which language it is in."""
    strange = {}
    for address, page in pages(site).items():
        for text in texts(page, language):
            theirs, ours = _TELLING[other(language)].findall(text), _TELLING[language].findall(text)
            if len(theirs) > 1 and len(theirs) > len(ours):
                strange[address, text] = theirs
    assert strange == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_and_description_are_those_of_the_edition(site: BuiltSite, language: str) -> None:
    """The title and description of every page are those that its author gave it in the page's language."""
    for source in sources().values():
        page, front = site.pages[source.address(language)], source.front(language)
        name = front["title"] if not source.key else f"{front['title']} – Canllaw"
        assert words_of(only(page, "head > title")) == name
        assert meta(page, "description") == [front["summary"]]
        assert words_of(only(page, "h1")) == front["title"]


@pytest.mark.parametrize("what", ["title", "description"])
def test_titles_and_descriptions_are_unique(site: BuiltSite, what: str) -> None:
    """No two pages have the same title or description, but for a page that stands in for a missing edition."""
    originals = {
        source.address(language): site.pages[source.address(language)]
        for source in sources().values()
        for language in source.editions
    }
    seen: dict[str, str] = {}
    for address, page in originals.items():
        said = words_of(only(page, "head > title")) if what == "title" else meta(page, what)[0]
        assert said.strip(), address
        assert seen.setdefault(said, address) == address, said
    assert len(seen) == len(originals)


def test_switch_names_both_languages(site: BuiltSite) -> None:
    """In the header of every page stand "Cymraeg" and "English", Welsh first, each marked as its own language."""
    for address, page in pages(site).items():
        choices = _switch(page).find_all(["a", "span"])
        assert [words_of(choice) for choice in choices] == [NATIVE_NAMES["cy"], NATIVE_NAMES["en"]], address
        assert [language_at(choice) for choice in choices] == ["cy", "en"], address


def test_switch_marks_the_current_language(site: BuiltSite) -> None:
    """The language of the page is plain text and marked as current; the other one is a link and is not."""
    for address, page in pages(site).items():
        current, link = only(_switch(page), "[aria-current]"), only(_switch(page), "a")
        assert (current.name, attribute(current, "lang")) == ("span", language_of(address)), address
        assert attribute(current, "aria-current") == "true", address
        assert attribute(link, "lang") == attribute(link, "hreflang") == other(language_of(address)), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_switch_leads_to_the_same_page(site: BuiltSite, language: str) -> None:
    """The switch on every page leads to the same page in the other language."""
    for source in sources().values():
        assert counterpart(site, source.address(language)) == source.address(other(language))


def test_counterparts_of_sections_exist(site: BuiltSite) -> None:
    """Every section that names its counterpart names an id of the page in the other language."""
    lost = {
        (address, attribute(place, "data-cl-counterpart"))
        for address, page in pages(site).items()
        for place in page.select("[data-cl-counterpart]")
        if attribute(place, "data-cl-counterpart") not in ids(site.pages[counterpart(site, address)])
    }
    assert lost == set()


def test_counterparts_of_sections_lead_back(site: BuiltSite) -> None:
    """A section's counterpart has that section as its own counterpart."""
    for address, page in pages(site).items():
        twin = site.pages[counterpart(site, address)]
        for place in page.select("[data-cl-counterpart]"):
            back = only(twin, f'[id="{attribute(place, "data-cl-counterpart")}"]')
            assert attribute(back, "data-cl-counterpart") == attribute(place, "id"), (address, place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_of_a_guide_has_a_counterpart(site: BuiltSite, language: str) -> None:
    """In a guide in both languages every heading of the text leads to its counterpart, so no reader loses the place."""
    for guide in guides():
        headings = site.pages[guide.address(language)].select(".cl-text :is(h2, h3, h4)")
        assert headings, guide.key
        assert [words_of(h) for h in headings if not h.get("data-cl-counterpart")] == [], guide.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_written_as_in_the_language(site: BuiltSite, language: str) -> None:
    """Every date is written out with the month's name in the page's language: "1 Mehefin 2022"."""
    times = [time for page in pages(site, language).values() for time in page.select("time")]
    assert len(times) >= len(guides())
    for time in times:
        day = date.fromisoformat(attribute(time, "datetime"))
        assert words_of(time) == f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def test_native_names_are_marked(site: BuiltSite) -> None:
    """Wherever a page names the other language in that language, a screen reader is told to speak it so."""
    wrong = {
        (address, text)
        for address, page in pages(site).items()
        for text in texts(page, language_of(address))
        if re.fullmatch(rf"{NATIVE_NAMES[other(language_of(address))]}\W*", text)
    }
    assert wrong == set()


def test_welsh_has_no_ampersand(site: BuiltSite) -> None:
    """Welsh text writes "a" or "ac", never "&"."""
    found = {(address, text) for address, page in pages(site).items() for text in texts(page, "cy") if "&" in text}
    assert found == set()
