"""How translations stand, as the site says it: the page, the data, the badge, notices, and what has changed."""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest
from bs4 import BeautifulSoup, Tag

from behind import Project
from built_site import REPOSITORY, SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, attribute, only, other, say, words_of

_PAGE = {"en": "translations/", "cy": "cy/cyfieithiadau/"}
_DATA = {"en": "translations.json", "cy": "cy/cyfieithiadau.json"}
_SCHEMA = {"en": "translations.schema.json", "cy": "cy/cyfieithiadau.schema.json"}
_BADGE = {"en": "translations.svg", "cy": "cy/cyfieithiadau.svg"}
_SMALL = {"en": "guides/small/", "cy": "cy/canllawiau/camau/"}
_LARGE = {"en": "guides/large/", "cy": "cy/canllawiau/fenter-fawr/"}
_SIDES = {"en": "side-by-side/", "cy": "ochr-yn-ochr/"}
_EDIT = f"{REPOSITORY}/edit/main/docs"
_TOLD = {
    "en": [
        "English, translated from Welsh · 1 of 7 blocks has changed · behind since 1 June 2026",
        "Welsh, translated from English · 4 of 12 blocks have changed · behind since 1 July 2026",
        "Welsh, translated from English · 6 of 15 blocks have changed · behind since 1 August 2026",
        "3 translations whose source has changed",
        "7 translations without a record",
        "2 pages that have not been translated",
        "1 translation that is up to date",
    ],
    "cy": [
        "Saesneg, wedi’i gyfieithu o’r Gymraeg · Mae 1 o’r 7 o ddarnau wedi newid · ar ei hôl hi ers 1 Mehefin 2026",
        "Cymraeg, wedi’i gyfieithu o’r Saesneg · Mae 4 o’r 12 o ddarnau wedi newid"
        " · ar ei hôl hi ers 1 Gorffennaf 2026",
        "Cymraeg, wedi’i gyfieithu o’r Saesneg · Mae 6 o’r 15 o ddarnau wedi newid · ar ei hôl hi ers 1 Awst 2026",
        "3 chyfieithiad y mae eu testun gwreiddiol wedi newid",
        "7 cyfieithiad heb gofnod",
        "2 dudalen heb eu cyfieithu",
        "1 cyfieithiad cyfredol",
    ],
}
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def built(behind: Project) -> BuiltSite:
    """The site whose translations are in every state there is."""
    return behind.site


def _json(site: BuiltSite, address: str) -> Any:
    return json.loads((site.root / address).read_text(encoding="utf-8"))


def _group(page: BeautifulSoup, state: str) -> list[Tag]:
    return page.select(f".cl-status__group--{state} .cl-status__one")


def _ways(one: Tag) -> list[str]:
    return [attribute(link, "href") for link in one.select(".cl-status__ways a")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_states_are_told_with_the_oldest_first(built: BuiltSite, language: str) -> None:
    """The page names every translation under its state, the oldest first, in words that count as the language does."""
    page = built.pages[_PAGE[language]]
    states = [attribute(heading, "id") for heading in page.select(".cl-status__state")]
    assert states == [f"cl-status-{state}" for state in ("changed", "unrecorded", "missing", "fresh")]
    changed = [words_of(only(one, ".cl-row__facts")) for one in _group(page, "changed")]
    counts = [words_of(link) for link in page.select(".cl-status__count a")]
    assert changed + counts == _TOLD[language]
    for link in page.select(".cl-status__count a"):
        assert page.select_one(attribute(link, "href"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_the_right_file_and_the_first_change(built: BuiltSite, language: str) -> None:
    """Each translation leads to its own file, there or to be written, and a changed one to its first changed block."""
    page = built.pages[_PAGE[language]]
    large, small, _ = _group(page, "changed")
    for one, guide, file in ((large, _LARGE, "guides/large/index.md"), (small, _SMALL, "guides/small/index.cy.md")):
        beside, edit = _ways(one)
        address, anchor = urldefrag(urljoin(_PAGE[language], beside))
        assert edit == f"{_EDIT}/{file}"
        assert address == guide[language] + _SIDES[language]
        marks = built.pages[address].select(".cl-both__mark")
        assert attribute(marks[0], "id") == anchor
    missing = [urlsplit(way) for one in _group(page, "missing") for way in _ways(one)]
    assert [f"{way.scheme}://{way.netloc}{way.path}" for way in missing] == [
        f"{REPOSITORY}/new/main/docs/guides/unig",
        f"{REPOSITORY}/new/main/docs/guides/alone",
    ]
    english, welsh = (parse_qs(way.query) for way in missing)
    assert (english["filename"], welsh["filename"]) == (["index.md"], ["index.cy.md"])
    assert english["value"][0].startswith("---\n# cy: Unig\ntitle: ✎\n")
    assert welsh["value"][0].startswith("---\n# en: Alone\ntitle: ✎\n")
    assert welsh["value"][0].endswith("\ntranslators: [✎]\n---\n\n✎\n")
    assert [_ways(one) for one in _group(page, "fresh")] == [[f"{_EDIT}/glossary/index.cy.md"]]


@pytest.mark.parametrize(
    ("address", "language", "parts"),
    [
        (_SMALL["cy"], "cy", ["Dechrau’r dudalen", "A new part"]),
        (_LARGE["en"], "en", ["The beginning of the page"]),
        ("cy/canllawiau/sawl/", "cy", ["Rhan One", "Rhan Two", "Rhan Three", "3 rhan arall hefyd"]),
    ],
)
def test_stale_page_says_so(built: BuiltSite, address: str, language: str, parts: list[str]) -> None:
    """A visitor is told that the page is behind, in which parts, and where the present text is, both ways round."""
    page, source = built.pages[address], other(language)
    notice = only(page, ".cl-page__head .cl-notice")
    assert words_of(notice).startswith(f"{say(f'stale-{language}', language)} {say('stale-sections', language)}")
    assert [words_of(item) for item in notice.select("li")] == parts
    for link in notice.select("li a"):
        target, anchor = urldefrag(urljoin(address, attribute(link, "href")))
        assert built.pages[target].select_one(f"#{anchor}")
        assert link.get("lang") == (source if target != address else None)
    original, beside = notice.select("p a")
    there = built.pages[urljoin(address, attribute(original, "href"))]
    assert only(there, "html")["lang"] == source
    assert not there.select(".cl-notice--missing")
    assert urljoin(address, attribute(beside, "href")) == address + _SIDES[language]


def test_only_stale_pages_say_so(built: BuiltSite) -> None:
    """No other page says that it is behind: neither one that nothing is recorded of nor one that is shown instead."""
    said = {say(f"stale-{translation}", language) for translation in LANGUAGES for language in LANGUAGES}
    stale = {
        address
        for address, page in built.pages.items()
        if any(words_of(notice).startswith(tuple(said)) for notice in page.select(".cl-notice"))
    }
    beside = {guide[language] + _SIDES[language] for guide in (_SMALL, _LARGE) for language in LANGUAGES}
    several = {"guides/several/side-by-side/", "cy/canllawiau/sawl/ochr-yn-ochr/"}
    assert stale == {_SMALL["cy"], _LARGE["en"], "cy/canllawiau/sawl/"} | beside | several


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_are_marked_side_by_side(built: BuiltSite, language: str) -> None:
    """Each changed block is marked in words, with what was taken out and put in, and new ones stand alone."""
    page = built.pages[_SMALL[language] + _SIDES[language]]
    marks = page.select(".cl-both__mark")
    assert [words_of(only(mark, "strong")) for mark in marks] == [
        say(f"change-{kind}", language) for kind in ("changed", "changed", "added", "added")
    ]
    for mark, following in pairwise(marks):
        assert mark.select_one(f"a[href='#{following['id']}']")
    difference = only(marks[1], "p[lang=en]")
    for hidden in difference.select(".cl-visually-hidden"):
        assert hidden["lang"] == language
        hidden.extract()
    assert [(tag.name, tag.get_text()) for tag in difference.find_all(["del", "ins"])] == [
        ("del", "beginning"),
        ("ins", "plan"),
    ]
    new = [mark.parent for mark in marks[2:] if mark.parent]
    assert [words_of(only(row, ".cl-both__gap")) for row in new] == [say("side-by-side-gap-cy", language)] * 2
    assert [attribute(only(row, ".cl-both__side"), "lang") for row in new] == ["en", "en"]
    assert "Y cam nesaf" in words_of(only(page, ".cl-both__row--heading:has(#en-the-next-step)"))


def test_unrecorded_pair_says_so(built: BuiltSite) -> None:
    """Side by side, a pair that nobody has recorded says so, and nothing is marked."""
    page = built.pages["guides/plain/side-by-side/"]
    assert words_of(only(page, ".cl-notice")) == say("status-about-unrecorded", "en")
    assert not page.select(".cl-both__mark")


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_follow_their_schema(built: BuiltSite, language: str) -> None:
    """The data name the schema that they follow, follow it, and say the same as the page."""
    schema, found = _json(built, _SCHEMA[language]), _json(built, _DATA[language])
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    assert found["$schema"] == schema["$id"] == SITE_URL + _SCHEMA[language]
    validator(schema, format_checker=validator.FORMAT_CHECKER).validate(found)
    with pytest.raises(jsonschema.ValidationError):
        validator(schema).validate({**found, "texts": [{**found["texts"][0], "status": "stale"}]})
    text = json.dumps(schema)
    assert text.count('"description"') >= len(re.findall(r'"(?:id|kind|line|status|since|counts|percent)": \{', text))
    page = built.pages[_PAGE[language]]
    for state in ("changed", "unrecorded", "missing", "fresh"):
        ours = [one for one in _group(page, state) if one["data-cl-into"] == language]
        there = [one for one in found["texts"] if one["status"] == state]
        addresses = [urljoin(SITE_URL + _PAGE[language], attribute(only(one, ".cl-title"), "href")) for one in ours]
        assert [one["url"] for one in there] == addresses
        assert found["counts"][state] == len(there)
    assert found["badge"] == SITE_URL + _BADGE[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_in_the_data_are_places_on_the_site(built: BuiltSite, language: str) -> None:
    """The id of each change in the data is that of its block on the page that shows both editions."""
    for text in _json(built, _DATA[language])["texts"]:
        if text["changes"]:
            beside = built.pages[text["url"].removeprefix(SITE_URL) + _SIDES[language]]
            assert [attribute(mark, "id") for mark in beside.select(".cl-both__mark")] == [
                change["id"] for change in text["changes"]
            ]


@pytest.mark.parametrize(
    ("language", "name", "percent", "told"),
    [
        ("en", "English", 84, "Canllaw in English: 84 % up to date"),
        ("cy", "Cymraeg", 23, "Canllaw yn Gymraeg: 23 % yn gyfredol"),
    ],
)
def test_badge(built: BuiltSite, language: str, name: str, percent: int, told: str) -> None:
    """The badge is well-formed, says the language and the share in its title, and its words fit."""
    root = ElementTree.parse(built.root / _BADGE[language]).getroot()
    title = root.find(f"{_SVG}title")
    assert title is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == title.get("id")
    assert (title.text or "").replace("\u00a0", " ") == told
    texts = root.findall(f".//{_SVG}text")
    assert [text.text for text in texts] == [name, f"{percent}\u00a0%"]
    first, second = ((float(text.attrib["x"]), float(text.attrib["textLength"])) for text in texts)
    assert sum(first) < second[0] < sum(second) < float(root.attrib["width"])
    assert _json(built, _DATA[language])["percent"] == percent


def test_little_is_known_without_history(behind: Project, tmp_path: Path) -> None:
    """From a shallow clone, and outside any repository, the site is built and says what it cannot tell, and why."""
    for site, reason in (
        (behind.shallow(tmp_path / "shallow"), "shallow"),
        (behind.without_git(tmp_path / "no-git"), "no-repository"),
    ):
        for language in LANGUAGES:
            unknown = _group(site.pages[_PAGE[language]], "unknown")
            assert [words_of(one.select(".cl-row__facts")[-1]) for one in unknown] == [
                say(f"status-{reason}", language)
            ] * 3
            beside = site.pages[_SMALL[language] + _SIDES[language]]
            assert words_of(only(beside, ".cl-notice")).endswith(say(f"status-{reason}", language))
        notice = only(site.pages[_SMALL["cy"]], ".cl-page__head .cl-notice")
        assert words_of(notice).startswith(f"{say('stale-cy', 'cy')} {say('stale-all', 'cy')}")
        assert not notice.select("li")
