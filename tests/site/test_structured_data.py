"""What search engines read: JSON-LD after schema.org, and The Open Graph protocol."""

from __future__ import annotations

import gzip
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, Source, data, guides, in_one_language, label, meta, only, other, pages, sources, words_of

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_BLOCK = 'script[type="application/ld+json"]'


def _things(site: BuiltSite, address: str) -> dict[str, Any]:
    """What the page at `address` says, by type."""
    block = json.loads(only(site.pages[address], _BLOCK).string or "")
    assert block["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in block["@graph"]}


def _guide(site: BuiltSite, guide: Source, language: str) -> dict[str, Any]:
    found: dict[str, Any] = _things(site, guide.address(language))[
        "HowTo" if guide.facts("type") == "how-to" else "Article"
    ]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_guides(site: BuiltSite, language: str) -> None:
    """A guide says what it is, in what language, by whom, from when and on what terms, as its author wrote it."""
    for guide in guides():
        if language not in guide.editions:
            continue
        said, front = _guide(site, guide, language), guide.front(language)
        assert said["@id"] == SITE_URL + guide.address(language)
        assert said.get("headline", said.get("name")) == front["title"]
        assert (said["description"], said["inLanguage"]) == (front["summary"], language)
        assert date.fromisoformat(said["datePublished"]) == guide.facts("published")
        assert [author["name"] for author in said["author"]] == [
            data("people")[author]["name"][language] for author in guide.facts("authors")
        ]
        assert said["keywords"] == [label("tags", tag, language) for tag in guide.facts("tags")]
        assert said["license"] == _LICENCE


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_say_their_licence(site: BuiltSite, language: str) -> None:
    """Each picture of a guide that states its rights says who made it, on what terms, and where those are explained."""
    for guide in guides():
        if language not in guide.editions:
            continue
        first = _guide(site, guide, language)["image"][0]
        assert first["@type"] == "ImageObject"
        assert (site.root / first["contentUrl"].removeprefix(SITE_URL)).is_file()
        credit = guide.facts("image")["credit"]
        assert first["creditText"] == data("people")[credit]["name"][language]
        assert first["license"] == _LICENCE
        assert first["acquireLicensePage"] == SITE_URL + sources()["reuse"].address(language)


def test_translations(site: BuiltSite) -> None:
    """A translation names its original, the original its translation, and a guide in one language neither."""
    translated = 0
    for guide in guides():
        for language in guide.editions:
            said, there = _guide(site, guide, language), other(language)
            is_translation = "translators" in guide.editions[language]
            twin = {"@id": SITE_URL + guide.address(there)}
            assert said.get("translationOfWork") == (twin if is_translation else None)
            is_original = there in guide.editions and "translators" in guide.editions[there]
            assert said.get("workTranslation") == (twin if is_original else None)
            translated += is_translation
    assert translated > 5


def test_stand_ins_say_nothing(site: BuiltSite) -> None:
    """A page that stands in for a missing edition makes no claims; what search engines read leads to the original."""
    assert in_one_language()
    for source, lacks in in_one_language():
        page = site.pages[source.address(lacks)]
        assert page.select(_BLOCK) == []
        assert meta(page, "og:url") == [SITE_URL + source.address(other(lacks))]


def test_breadcrumbs(site: BuiltSite) -> None:
    """The path that search engines read is the one that readers see, by absolute addresses, in the page's language."""
    for address, page in pages(site).items():
        seen = [words_of(item) for item in page.select(".cl-breadcrumbs__list li")]
        if not seen or not page.select(_BLOCK):
            continue
        items = _things(site, address)["BreadcrumbList"]["itemListElement"]
        assert [item["name"] for item in items] == seen
        assert [item["position"] for item in items] == list(range(1, len(seen) + 1))
        for item in items:
            assert item["item"].startswith(SITE_URL)
            assert item["item"].removeprefix(SITE_URL).split("#")[0] in site.pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_glossary(site: BuiltSite, language: str) -> None:
    """The glossary is a set of defined terms, each with its meaning and its place on the page."""
    address = sources()["glossary"].address(language)
    terms = _things(site, address)["DefinedTermSet"]["hasDefinedTerm"]
    expected = {entry[language]["term"]: entry[language]["definition"] for entry in data("glossary").values()}
    assert {term["name"]: term["description"] for term in terms} == expected
    assert all(term["@type"] == "DefinedTerm" for term in terms)
    assert all(site.pages[address].find(id=term["@id"].partition("#")[2]) for term in terms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_says_how_to_search(site: BuiltSite, language: str) -> None:
    """The home page is the site in its language, with the address that searches it."""
    address = sources()[""].address(language)
    said = _things(site, address)["WebSite"]
    assert (said["url"], said["inLanguage"]) == (SITE_URL + address, language)
    template = said["potentialAction"]["target"]["urlTemplate"]
    search, _, query = template.removeprefix(SITE_URL).partition("?")
    assert only(site.pages[search], ".cl-search input[name=q]")
    assert query == "q={query}"


def test_data_cannot_end_their_block(site: BuiltSite) -> None:
    """No sign in the data could end the block that holds them, or begin another element."""
    for page in pages(site).values():
        for block in page.select(_BLOCK):
            assert "<" not in (block.string or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_are_light(site: BuiltSite, language: str) -> None:
    """What a guide says for search engines adds less than half a KiB to its page as it is sent."""
    for guide in guides():
        file = site.root / guide.address(language) / "index.html"
        html = file.read_text(encoding="utf-8")
        blocks = site.pages[guide.address(language)].select(_BLOCK)
        bare = html.replace(blocks[0].string or "", "") if blocks else html
        assert len(gzip.compress(html.encode(), 6)) - len(gzip.compress(bare.encode(), 6)) <= 512, guide.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_graph_says_when(site: BuiltSite, language: str) -> None:
    """What others show when a guide is shared says when it was published; no other page does."""
    for source in sources().values():
        page = site.pages[source.address(language)]
        published = [source.facts("published").isoformat()] if source in guides() else []
        assert meta(page, "article:published_time") == published
        updated = source.facts("updated")
        assert meta(page, "article:modified_time") == ([updated.isoformat()] if updated else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_licence_a_page(site: BuiltSite, language: str) -> None:
    """A page names one licence as its own: a guide that of its text, any other page that of the site."""
    for source in sources().values():
        assert len(site.pages[source.address(language)].select("[rel=license]")) == 1, source.key
