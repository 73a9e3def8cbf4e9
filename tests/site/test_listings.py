"""Lists leave nothing out, and stand in the order of their language's alphabet."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bs4 import Tag

from built_site import BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    ALPHABETS,
    LANGUAGES,
    Source,
    address_of,
    alphabetical,
    attribute,
    data,
    guides,
    language_at,
    only,
    other,
    sources,
    words_of,
)

in_both = pytest.mark.parametrize("language", LANGUAGES)

# After a numeral Welsh has the singular, changed at its front after some: 2 ganllaw, 3 chanllaw.
_MUTATED = {2: "ganllaw", 3: "chanllaw", 6: "chanllaw"}


def _page(site: BuiltSite, key: str, language: str) -> Tag:
    return site.pages[sources()[key].address(language)]


def _titles(part: Tag) -> list[str]:
    return [words_of(link) for link in part.select("a.cl-title")]


def _leads_to(site: BuiltSite, part: Tag, key: str, language: str) -> set[str]:
    """The addresses of the guides that are listed in a part of the page `key`."""
    address = sources()[key].address(language)
    return {address_of(site, address, attribute(link, "href")) for link in part.select("a.cl-title")}


def _addresses(chosen: list[Source], language: str) -> set[str]:
    return {guide.address(language) for guide in chosen}


def _count(number: int, language: str) -> str:
    if language == "cy":
        return f"{number} {_MUTATED.get(number, 'canllaw')}."
    return f"{number} guide." if number == 1 else f"{number} guides."


def _in_topic(topic: str) -> list[Source]:
    return [guide for guide in guides() if guide.facts("topic") == topic]


@in_both
def test_list_of_guides_is_complete(site: BuiltSite, language: str) -> None:
    """The list of guides has every guide once, and says how many there are."""
    page = _page(site, "guides", language)
    assert len(_titles(page)) == len(guides())
    assert _leads_to(site, page, "guides", language) == _addresses(guides(), language)
    assert words_of(only(page, ".cl-count")) == _count(len(guides()), language)


@in_both
def test_list_of_guides_goes_by_topic(site: BuiltSite, language: str) -> None:
    """The list of guides has every topic with what it means, and under each its guides in the alphabet's order."""
    page = _page(site, "guides", language)
    sections = {words_of(only(part, "h2")): part for part in page.select("section.cl-shelf")}
    topics = data("taxonomy")["topics"]
    assert list(sections) == [topic[language]["label"] for topic in topics.values()]
    for name, topic in topics.items():
        section = sections[topic[language]["label"]]
        chosen = _in_topic(name)
        here = [guide for guide in chosen if language in guide.editions]
        assert _leads_to(site, section, "guides", language) == _addresses(here, language), name
        assert _titles(section) == alphabetical(_titles(section), language), name
        about = f"{topic[language]['description']} {_count(len(chosen), language)}"
        assert words_of(only(section, ".cl-shelf__about")) == about


@in_both
def test_list_of_guides_has_the_other_language_apart(site: BuiltSite, language: str) -> None:
    """Guides without an edition in this language stand at the end of the list of guides, under their own heading."""
    apart = only(_page(site, "guides", language), ".cl-apart")
    missing = [guide for guide in guides() if language not in guide.editions]
    assert _leads_to(site, apart, "guides", language) == _addresses(missing, language)
    assert _titles(apart) == alphabetical(_titles(apart), language)


@in_both
def test_home_page_leads_to_every_topic(site: BuiltSite, language: str) -> None:
    """The home page has every topic with what it means and how many guides it has, and leads to them."""
    tiles = {words_of(only(part, "h3")): part for part in _page(site, "", language).select(".cl-topic")}
    topics = data("taxonomy")["topics"]
    assert list(tiles) == [topic[language]["label"] for topic in topics.values()]
    for name, topic in topics.items():
        tile = tiles[topic[language]["label"]]
        said = [words_of(part) for part in tile.select("p")]
        assert said == [topic[language]["description"], _count(len(_in_topic(name)), language)]
        link = attribute(only(tile, "a"), "href")
        page = site.pages[address_of(site, sources()[""].address(language), link)]
        assert words_of(only(page, "h1")).endswith(f": {topic[language]['label']}")


@in_both
def test_home_page_shows_what_editors_chose(site: BuiltSite, language: str) -> None:
    """The home page shows the guides that its front matter names, in that order."""
    chosen = sources()[""].facts("featured")
    featured = only(_page(site, "", language), "section[aria-labelledby=cl-featured]")
    assert _titles(featured) == [sources()[f"guides/{folder}"].short_title(language) for folder in chosen]


@in_both
def test_home_page_tells_of_both_languages(site: BuiltSite, language: str) -> None:
    """The home page has both languages, Welsh first, with the number of their guides, and leads to the other one."""
    sides = _page(site, "", language).select(".cl-languages__one")
    assert [attribute(side, "lang") for side in sides] == ["cy", "en"]
    for side in sides:
        there = sum(attribute(side, "lang") in guide.editions for guide in guides())
        assert words_of(only(side, ".cl-languages__count")).startswith(f"{there} ")
    links = [attribute(link, "hreflang") for side in sides for link in side.select("a")]
    assert links == [other(language)]


@in_both
def test_guide_shows_its_place_in_its_topic(site: BuiltSite, language: str) -> None:
    """Each guide whose topic has others is marked among those around it that the page shows nowhere else."""
    for guide in guides():
        siblings = _in_topic(guide.facts("topic"))
        found = site.pages[guide.address(language)].select(".cl-local")
        assert len(found) == (len(siblings) > 1), guide.key
        for local in found:
            assert words_of(only(local, "[aria-current=page]")) == guide.short_title(language)
            shown = _leads_to(site, local, guide.key, language)
            assert shown <= _addresses(siblings, language)


@in_both
def test_guide_shows_each_other_guide_once(site: BuiltSite, language: str) -> None:
    """Below its text a guide shows no guide twice: before and after it, in its topic, or to be read next."""
    for guide in guides():
        foot = only(site.pages[guide.address(language)], ".cl-guide__foot")
        links = foot.select(".cl-beside a, .cl-local__list a, .cl-cards a")
        led_to = [address_of(site, guide.address(language), attribute(link, "href")) for link in links]
        assert len(led_to) == len(set(led_to)) >= 3, guide.key


@in_both
def test_home_page_shows_the_newest_guides(site: BuiltSite, language: str) -> None:
    """The home page shows five guides, and no other guide is newer than they are."""
    newest = only(_page(site, "", language), "section[aria-labelledby=cl-newest]")
    shown = _leads_to(site, newest, "", language)
    assert len(shown) == 5
    days = {guide.address(language): guide.facts("published") for guide in guides()}
    assert min(days[address] for address in shown) >= max(d for address, d in days.items() if address not in shown)


def test_home_page_shows_the_same_guides_in_both_languages(site: BuiltSite) -> None:
    """Both home pages show the same guides in the same order: neither language gets less."""
    shown = {
        language: [
            next(g.key for g in guides() if g.short_title(language) == title)
            for title in _titles(only(_page(site, "", language), "section[aria-labelledby=cl-newest]"))
        ]
        for language in LANGUAGES
    }
    assert shown["en"] == shown["cy"]


def _term(entry: Tag) -> str:
    """The term of an entry of the glossary, without the notes that follow it."""
    return str(only(entry, ".cl-term__name").contents[0]).strip()


@in_both
def test_glossary_is_complete(site: BuiltSite, language: str) -> None:
    """The glossary has every term, with its meaning and with the term of the other language, marked as such."""
    entries = {_term(entry): entry for entry in _page(site, "glossary", language).select(".cl-term")}
    assert set(entries) == {term[language]["term"] for term in data("glossary").values()}
    for term in data("glossary").values():
        entry = entries[term[language]["term"]]
        assert words_of(entry.select("dd p")[0]) == " ".join(term[language]["definition"].split())
        twin = only(entry, f".cl-term__twin [lang={other(language)}]")
        assert words_of(twin).endswith(term[other(language)]["term"])
        assert language_at(twin) == other(language)


@in_both
def test_glossary_is_in_order(site: BuiltSite, language: str) -> None:
    """The glossary stands in the order of the language's alphabet: in Welsh ch after c, dd after d, ll after l."""
    terms = [_term(entry) for entry in _page(site, "glossary", language).select(".cl-term")]
    assert terms == alphabetical(terms, language)


@in_both
def test_glossary_letters(site: BuiltSite, language: str) -> None:
    """Each letter that a term begins with stands once, in the alphabet's order, above its terms, and is linked to."""
    page = _page(site, "glossary", language)
    letters = [words_of(heading).lower() for heading in page.select("h2.cl-glossary__letter")]
    assert letters == [letter for letter in ALPHABETS[language] if letter in letters]
    assert [words_of(link).lower() for link in page.select(".cl-letters a")] == letters
    assert "ll" not in letters or language == "cy"
    for section in page.select("section.cl-glossary"):
        letter = words_of(only(section, "h2")).lower()
        longer = tuple(other for other in ALPHABETS[language] if len(other) > len(letter) and other.startswith(letter))
        terms = [_term(entry) for entry in section.select(".cl-term")]
        assert [t for t in terms if not t.lower().startswith(letter) or (longer and t.startswith(longer))] == []


def test_welsh_nouns_have_their_gender(site: BuiltSite) -> None:
    """The Welsh glossary gives the gender and the plural of the nouns that have one."""
    entries = {_term(entry): entry for entry in _page(site, "glossary", "cy").select(".cl-term")}
    marks = {"m": "(gwrywaidd)", "f": "(benywaidd)"}
    for term in data("glossary").values():
        notes = words_of(only(entries[term["cy"]["term"]], ".cl-term__name"))
        if gender := term["cy"].get("gender"):
            assert marks[gender] in notes
        if plural := term["cy"].get("plural"):
            assert notes.endswith(plural)


@in_both
def test_handbook_explains_every_field(site: BuiltSite, language: str) -> None:
    """The editors' handbook explains every field that a guide of this project uses, with an example that is YAML."""
    page = _page(site, "handbook", language)
    rows = {words_of(only(row, "th")): row for row in page.select(".cl-table tr:has(th[scope=row])")}
    used = {name for source in sources().values() for front in source.editions.values() for name in front}
    assert used <= set(rows)
    for name, row in rows.items():
        assert len(row.select("td")) == 2
        example = row.select("td")[1].get_text()
        assert example.startswith(f"{name}:"), example
