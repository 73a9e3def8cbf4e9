"""The glossary inside guides, and the glossary itself: on the built site, in both languages."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from built_site import BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    ALPHABETS,
    LANGUAGES,
    address_of,
    attribute,
    data,
    guides,
    only,
    say,
    sources,
    target,
    words_of,
)

in_both = pytest.mark.parametrize("language", LANGUAGES)
_CLOSED = "h1, h2, h3, h4, a, code, pre, blockquote, figure, .footnote"


def _offers(page: Tag) -> dict[str, Tag]:
    """The buttons in the text, by the ids of their terms."""
    buttons = page.select(".cl-text .cl-offer > button")
    return {attribute(button, "popovertarget").removeprefix("cl-term-"): button for button in buttons}


@in_both
def test_guides_offer_meanings(site: BuiltSite, language: str) -> None:
    """Each guide offers meanings, each term once, named in the text's language, at a place in running text."""
    for guide in guides():
        page = site.pages[guide.address(language)]
        offers, shown = _offers(page), guide.shown_in(language)
        assert len(offers) == len(page.select(".cl-text button[popovertarget]")) > 2
        for name, button in offers.items():
            term = data("glossary")[name][shown]["term"]
            assert attribute(button, "aria-label") == say("term-meaning", shown).format(term=term)
            assert not [one for one in button.parents if one.name and one in page.select(_CLOSED)]


@in_both
def test_meanings_stand_once_at_the_end(site: BuiltSite, language: str) -> None:
    """What each offered term means stands once, outside the text and the search, with a link to the glossary."""
    glossary = sources()["glossary"].address(language)
    for guide in guides():
        address, shown = guide.address(language), guide.shown_in(language)
        page = site.pages[address]
        meanings = {attribute(tag, "id").removeprefix("cl-term-"): tag for tag in page.select(".cl-meaning[popover]")}
        assert list(meanings) == list(_offers(page))
        for name, meaning in meanings.items():
            entry = data("glossary")[name]
            assert meaning.parent and meaning.parent.has_attr("data-pagefind-ignore")
            assert entry[shown]["definition"] in words_of(meaning)
            assert attribute(meaning, "aria-label") == entry[shown]["term"]
            assert attribute(meaning, "lang") == ("" if shown == language else shown)
            link = only(meaning, "a")
            assert address_of(site, address, attribute(link, "href")) == glossary
            found = target(site, address, attribute(link, "href"))
            assert found and only(site.pages[glossary], f"[id='{found[1]}'] .cl-term__name")
            assert words_of(only(site.pages[glossary], f"[id='{found[1]}'] .cl-term__name")).startswith(
                entry[language]["term"]
            )


def test_welsh_terms_are_found_mutated(site: BuiltSite) -> None:
    """In Welsh a term is offered whatever its first letter has become, and in the plural."""
    found = set()
    for guide in guides():
        for name, button in _offers(site.pages[guide.address("cy")]).items():
            entry = data("glossary")[name]["cy"]
            assert button.parent
            words = words_of(button.parent).lower()
            if guide.shown_in("cy") == "cy" and " " not in entry["term"] and not words.startswith(entry["term"][0]):
                found.add(f"{entry['term']}: {words}")
    assert len(found) > 1, found


@in_both
def test_links_of_authors_become_offers(site: BuiltSite, language: str) -> None:
    """A text holds no more than words where its author linked a term for the first time."""
    glossary = sources()["glossary"].address(language)
    for guide in guides():
        address = guide.address(language)
        links = [attribute(link, "href") for link in site.pages[address].select(".cl-text a")]
        led_to = [target(site, address, link) for link in links]
        anchors = {term["anchor"] for term in _anchors(site.pages[glossary])}
        assert not [
            found
            for found in led_to
            if found and found[0] == site.root / glossary / "index.html" and found[1] in anchors
        ], guide.key


def _anchors(page: BeautifulSoup) -> list[dict[str, str]]:
    return [{"anchor": attribute(term, "id")} for term in page.select(".cl-term")]


@in_both
def test_search_does_not_know_meanings(site: BuiltSite, language: str) -> None:
    """Texts that the search holds of a guide have none of the meanings that are offered beside it."""
    for guide in (guide for guide in guides() if language in guide.editions):
        body = only(site.pages[guide.address(language)], ".cl-page__body[data-pagefind-body]")
        assert only(body, ".cl-meanings").has_attr("data-pagefind-ignore")


@in_both
def test_letters(site: BuiltSite, language: str) -> None:
    """The glossary's letters are those that it has, in the order of the alphabet, and each leads to its terms."""
    page = site.pages[sources()["glossary"].address(language)]
    letters = page.select(".cl-letters a")
    names = [words_of(letter).lower() for letter in letters]
    assert names == sorted(names, key=ALPHABETS[language].index)
    assert language == "en" or {"ll", "rh"} <= set(names)
    for letter in letters:
        assert words_of(only(page, f"[id='{attribute(letter, 'href')[1:]}']")) == words_of(letter)


@in_both
def test_entries_are_whole(site: BuiltSite, language: str) -> None:
    """Each entry of the glossary shows what its editors state: term, gender, plural, meaning and notes."""
    page = site.pages[sources()["glossary"].address(language)]
    shown = [words_of(term) for term in page.select(".cl-term")]
    for entry in data("glossary").values():
        parts = entry[language]
        stated = [parts["term"], parts["definition"], parts.get("plural"), parts.get("notes")]
        stated += [say(f"gender-{parts['gender']}", language)] if parts.get("gender") else []
        assert [text for text in shown if all(" ".join(part.split()) in text for part in stated if part)], parts["term"]
    assert any("notes" in entry[language] for entry in data("glossary").values())
    assert re.search(say("plural", language), " ".join(shown))
