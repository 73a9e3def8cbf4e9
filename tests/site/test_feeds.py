"""The Atom feeds: one for each language and one for each tag, after RFC 4287."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from playwright.sync_api import Page

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    LANGUAGES,
    Source,
    address_of,
    attribute,
    data,
    guides,
    label,
    language_of,
    only,
    pages_alone,
    say,
    target,
)

_ATOM = "{http://www.w3.org/2005/Atom}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")  # RFC 3339
_FOLDERS = {"en": "tags/", "cy": "cy/tagiau/"}
_MAIN = {"en": "feed.xml", "cy": "cy/feed.xml"}


def _changed(guide: Source) -> date:
    found: date = guide.facts("updated") or guide.facts("published")
    return found


def _in(language: str) -> list[Source]:
    """The guides that have an edition in `language`."""
    return [guide for guide in guides() if language in guide.editions]


def _tag_address(tag: str, language: str) -> str:
    words = data("taxonomy")["tags"][tag][language]
    return f"{_FOLDERS[language]}{words.get('slug') or tag}/feed.xml"


def _expected() -> dict[str, list[Source]]:
    """Each feed by its address, with the guides that it ought to hold; a tag that no guide has needs none."""
    feeds = {_MAIN[language]: _in(language) for language in LANGUAGES}
    for language in LANGUAGES:
        for tag in data("taxonomy")["tags"]:
            feeds[_tag_address(tag, language)] = [guide for guide in _in(language) if tag in guide.facts("tags")]
    return {address: held for address, held in feeds.items() if held}


def _parsed(site: BuiltSite, address: str) -> Any:
    parsed = feedparser.parse((site.root / address).read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def test_there_is_a_feed_for_each_list(site: BuiltSite) -> None:
    """There is a feed for each language and for each tag that a guide in that language has, and no other."""
    there = {path.relative_to(site.root).as_posix() for path in site.root.rglob("feed.xml")}
    assert there == set(_expected())


def test_feeds_hold_their_guides(site: BuiltSite) -> None:
    """A feed holds every guide of its list that is in its language, with title, address and whole summary."""
    for address, held in _expected().items():
        language = language_of(address)
        entries = {entry.link: entry for entry in _parsed(site, address).entries}
        assert entries.keys() == {SITE_URL + guide.address(language) for guide in held}
        for guide in held:
            entry, front = entries[SITE_URL + guide.address(language)], guide.front(language)
            assert (entry.title, entry.summary) == (front["title"], front["summary"])
            assert entry.published[:10] == guide.facts("published").isoformat()
            assert entry.updated[:10] == _changed(guide).isoformat()
            assert [tag.label for tag in entry.tags] == [label("tags", tag, language) for tag in guide.facts("tags")]
            authors = [data("people")[author]["name"][language] for author in guide.facts("authors")]
            assert [author.name for author in entry.authors] == authors


def test_newest_come_first(site: BuiltSite) -> None:
    """What changed last comes first, and a feed changed when its newest guide did."""
    for address in _expected():
        parsed = _parsed(site, address)
        dates = [entry.updated for entry in parsed.entries]
        assert dates == sorted(dates, reverse=True)
        assert parsed.feed.updated == dates[0]


@pytest.mark.parametrize("part", ["feed", "entry"])
def test_what_atom_asks_for(site: BuiltSite, part: str) -> None:
    """Feeds and entries have one id, title and date each, an author, and absolute addresses (RFC 4287, 4.1)."""
    for address in _expected():
        root = ElementTree.parse(site.root / address).getroot()
        assert root.tag == f"{_ATOM}feed"
        for node in [root] if part == "feed" else root.findall(f"{_ATOM}entry"):
            for name in ("id", "title", "updated"):
                assert len(node.findall(f"{_ATOM}{name}")) == 1, name
            assert _DATE.fullmatch(node.findtext(f"{_ATOM}updated", ""))
            assert urlsplit(node.findtext(f"{_ATOM}id", "")).scheme in ("https", "tag")
            assert all(author.findtext(f"{_ATOM}name") for author in node.findall(f"{_ATOM}author"))
            assert node.findall(f"{_ATOM}author")
            links = node.findall(f"{_ATOM}link")
            assert all(link.get("href", "").startswith("https://") for link in links)
            alternates = [(link.get("type"), link.get("hreflang")) for link in links if link.get("rel") == "alternate"]
            assert len(alternates) == len(set(alternates)) == 1


def test_ids_are_unique(site: BuiltSite) -> None:
    """A guide has the same id in each feed of a language, and no two guides have one."""
    ids: dict[str, set[str]] = {}
    for address in _expected():
        for entry in _parsed(site, address).entries:
            ids.setdefault(entry.id, set()).add(entry.link)
    assert all(len(links) == 1 for links in ids.values())
    assert len(ids) == sum(len(_in(language)) for language in LANGUAGES)


def test_feeds_are_in_their_language(site: BuiltSite) -> None:
    """A feed says what language it is in, what it is called in it, and where it stands itself."""
    for address in _expected():
        root = ElementTree.parse(site.root / address).getroot()
        assert root.get(_LANG) == language_of(address)
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{_ATOM}link")}
        assert links["self"] == SITE_URL + address == root.findtext(f"{_ATOM}id")
        assert {"en": "guides in English", "cy": "canllawiau yn Gymraeg"}[language_of(address)] in (
            root.findtext(f"{_ATOM}title") or ""
        )


def test_feed_leads_to_a_page(site: BuiltSite) -> None:
    """The page that a feed names as its own is there, and so is the place on it."""
    for address in _expected():
        root = ElementTree.parse(site.root / address).getroot()
        (page,) = [link.get("href", "") for link in root.findall(f"{_ATOM}link") if link.get("rel") == "alternate"]
        parts = urlsplit(page)
        shown = site.pages[page.split("#")[0].removeprefix(SITE_URL)]
        assert not parts.fragment or shown.find(id=parts.fragment)


def test_pages_lead_to_the_feed(site: BuiltSite) -> None:
    """Every page names the feed of its language, for programs in its head and for readers at its foot."""
    for address, page in pages_alone(site).items():
        in_head = [attribute(link, "href") for link in page.select('link[type="application/atom+xml"]')]
        at_foot = [attribute(a, "href") for a in page.select(".cl-footer a") if "feed.xml" in attribute(a, "href")]
        assert in_head
        for links in (in_head[-1:], at_foot):
            (found,) = [target(site, address, link) for link in links]
            assert found == (site.root / _MAIN[language_of(address)], ""), address


def test_lists_of_tags_lead_to_their_feeds(site: BuiltSite) -> None:
    """The page of each tag has a link to its feed that everybody sees, in the language of the page."""
    for address in _expected().keys() - _MAIN.values():
        link = only(site.pages[address.removesuffix("feed.xml")], ".cl-listing__feed a")
        assert address_of(site, address.removesuffix("feed.xml"), attribute(link, "href")) == address
        assert link.text == say("feed-of-tag", language_of(address))


def test_feeds_can_be_read_in_a_browser(site: BuiltSite, page: Page, server: str) -> None:
    """A browser shows in the language of a feed what it is for, and its guides, and leads to their list."""
    for address, held in _expected().items():
        language = language_of(address)
        page.goto(server + address)
        assert page.get_by_text(say("feed-about", language)).is_visible()
        link = page.get_by_role("link", name=say("feed-page", language))
        assert link.get_attribute("href") == SITE_URL + address.removesuffix("feed.xml")
        for guide in held:
            assert page.get_by_text(guide.front(language)["summary"], exact=True).is_visible()
        shown = page.evaluate("getComputedStyle(document.querySelector('updated')).display")
        assert shown == "none", "the style sheet is not there"
