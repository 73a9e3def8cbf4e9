"""The words around the text are those of the page's language, wherever they stand."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from built_site import BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, attribute, data, other, pages, say, sources, texts, words_of

# What every page says, or every page of a kind: where it stands, and the key of its words.
_SAID = [
    ("a.cl-skip", "skip-to-content"),
    ("nav.cl-switch", "language"),
    ("nav.cl-menu", "menu"),
    (".cl-breadcrumbs", "breadcrumbs"),
    (".cl-breadcrumbs li:first-child", "home"),
    (".cl-search-form label", "search-label"),
    (".cl-search-form button", "search"),
    (".cl-search-form input", "search"),
    (".cl-contents summary", "contents"),
    (".cl-footer__partners", "partners"),
    (".cl-footer nav", "about-site"),
    (".cl-colour label", "colour"),
    (".cl-guide__foot #cl-tags", "browse-by-tag"),
    (".cl-guide__foot #cl-more", "more-help"),
    ("#cl-newest", "newest"),
    ("#cl-topics", "topics"),
    ("#cl-featured", "featured"),
    (".cl-languages", "two-languages"),
    (".cl-bar [href='#cl-contents']", "contents-short"),
    (".cl-bar button", "menu-button"),
]


def _leaves(value: Any) -> Iterator[str]:
    """All words in a part of a data file."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, str):
        yield value


@cache
def _sentences(language: str) -> frozenset[str]:
    """All words that the site itself says in `language`: the interface, the vocabulary, the titles of other pages."""
    taxonomy = [concept[language] for kind in data("taxonomy").values() for concept in kind.values()]
    interface = [entry[language] for entry in data("interface").values()]
    partners = [data("partners")["statement"][language]]
    titles = [{k: s.editions[language].get(k) for k in ("title", "short_title", "summary")} for s in _paired()]
    return frozenset(text for part in (*taxonomy, *interface, *partners, *titles) for text in _leaves(part))


def _paired() -> list[Any]:
    return [source for source in sources().values() if len(source.editions) > 1]


@cache
def _only_in(language: str) -> re.Pattern[str]:
    """Matches what the site says in `language` and not in the other one, with anything in the place of {n}."""
    sentences = sorted(_sentences(language) - _sentences(other(language)))
    assert len(sentences) > 100
    patterns = [re.sub(r"\\\{\w*\\\}", ".+", re.escape(sentence)) for sentence in sentences]
    return re.compile("|".join(patterns))


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_the_same_place_on_every_page(site: BuiltSite, language: str) -> None:
    """The foot of every page leads to the same pages in the same order, among them how to report (WCAG 3.2.6)."""
    ways = {
        address: tuple(urljoin(f"/{address}", attribute(link, "href")) for link in page.select("body > footer nav a"))
        for address, page in pages(site, language).items()
    }
    assert len(set(ways.values())) == 1
    contribute, accessibility = ("cyfrannu", "hygyrchedd") if language == "cy" else ("contribute", "accessibility")
    first = next(iter(ways.values()))
    assert {way.strip("/").split("/")[-1] for way in first} >= {contribute, accessibility}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_in_the_other_language(site: BuiltSite, language: str) -> None:
    """No words of the interface, the vocabulary or a menu stand on a page in the other language, unless marked so."""
    foreign = _only_in(other(language))
    found = {
        (address, text)
        for address, page in pages(site, language).items()
        for text in texts(page, language)
        if foreign.fullmatch(text)
    }
    assert found == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("where", "key"), _SAID, ids=[where for where, _ in _SAID])
def test_furniture_says_its_words(site: BuiltSite, language: str, where: str, key: str) -> None:
    """Each part of the furniture says the words of the page's language, as text, as its name or in its empty field."""
    parts = [part for page in pages(site, language).values() for part in page.select(where)]
    assert parts
    said = {attribute(part, "aria-label") or attribute(part, "placeholder") or words_of(part) for part in parts}
    assert said == {say(key, language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_and_footer_name_pages_in_the_language(site: BuiltSite, language: str) -> None:
    """The menu and the footer of every page lead to pages of its language, by their names in that language."""
    names = {source.short_title(language) for source in _paired()} | {say("search", language), say("feed", language)}
    for address, page in pages(site, language).items():
        links = {words_of(link) for link in page.select(".cl-menu a, .cl-footer__links a")}
        assert len(links) >= 8, address
        assert links <= names, address


@pytest.mark.parametrize("language", LANGUAGES)
def test_partners_speak_the_language(site: BuiltSite, language: str) -> None:
    """Below every page stand the partners' statement and names in the page's language."""
    partners = data("partners")
    for address, page in pages(site, language).items():
        assert words_of(page.select(".cl-footer__partners p")[0]) == partners["statement"][language], address
        names = [attribute(logo, "alt") for logo in page.select(".cl-footer__logo")]
        assert names == [partner["name"][language] for partner in partners["partners"]], address


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_answers_in_the_language(site: BuiltSite, language: str) -> None:
    """All that the search page may say later, with each plural of the language, waits on it in that language."""
    search = site.pages[sources()["search"].address(language)].select("[data-cl-search]")[0]
    words = json.loads(attribute(search, "data-cl-search"))
    for key in ("search-none", "search-failed", "search-meant", "search-term", "results-count", "results-in-other"):
        assert words[key] == data("interface")[key][language]
    facets = {facet["facet"]: facet for facet in words["facets"]}
    assert list(facets) == ["topic", "type", "tag", "year"]
    for facet, values in (("tag", "tags"), ("topic", "topics"), ("type", "types")):
        concepts = {name: concept[language] for name, concept in data("taxonomy")[values].items()}
        labels = {name: concept.get("plural", concept["label"]) for name, concept in concepts.items()}
        assert dict(facets[facet]["values"]) == labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_without_scripts(site: BuiltSite, language: str) -> None:
    """Where scripts are off, the search page says so in its language and leads on to the topics and the tags."""
    page = site.pages[sources()["search"].address(language)]
    assert words_of(page.select("noscript")[0]) == say("search-no-script", language)
    ways = [words_of(link) for link in page.select(".cl-search__help a")]
    topics = [topic[language]["label"] for topic in data("taxonomy")["topics"].values()]
    assert ways[-len(topics) - 1 :] == [*topics, sources()["browse"].front(language)["title"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_marks_where_the_reader_is(site: BuiltSite, language: str) -> None:
    """The menu marks the page that the reader is on, and on a guide the list of guides above it."""
    for key in ("guides", "browse", "glossary"):
        page = site.pages[sources()[key].address(language)]
        current = [words_of(link) for link in page.select(".cl-menu a[aria-current=page]")]
        assert current == [sources()[key].short_title(language)]
    guide = site.pages[sources()["guides/open-innovation"].address(language)]
    above = [words_of(link) for link in guide.select(".cl-menu a[aria-current]")]
    assert above == [sources()["guides"].short_title(language)]
