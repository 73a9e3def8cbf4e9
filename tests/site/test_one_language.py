"""A page that one language lacks is shown there in the other one, and says so honestly, both ways round."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import Tag

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    Source,
    address_of,
    attribute,
    in_one_language,
    language_at,
    language_of,
    only,
    other,
    pages,
    say,
    sources,
    words_of,
)

_CASES = [pytest.param(source, lacks, id=f"{source.key} on the {lacks} site") for source, lacks in in_one_language()]
both_ways = pytest.mark.parametrize(("source", "lacks"), _CASES)


def _titles_in_lists(site: BuiltSite, source: Source, language: str) -> dict[str, list[Tag]]:
    """The links to `source` in lists of guides on the site in `language`, by the address of the page with the list."""
    found: dict[str, list[Tag]] = {}
    for listing, page in pages(site, language).items():
        for link in page.select("a.cl-title"):
            if address_of(site, listing, attribute(link, "href")) == source.address(language):
                found.setdefault(listing, []).append(link)
    return found


def test_there_is_one_case_each_way() -> None:
    """The project has a guide in English only and a guide in Welsh only, so that both ways stay tried."""
    assert {lacks for _, lacks in in_one_language()} == {"en", "cy"}


@both_ways
def test_notice_is_in_the_readers_language(site: BuiltSite, source: Source, lacks: str) -> None:
    """The page says in the reader's language that it is not translated yet, before the text begins."""
    notice = only(site.pages[source.address(lacks)], "main .cl-page__head .cl-notice")
    assert words_of(notice) == f"{say(f'edition-missing-{lacks}', lacks)} {say('help-translate', lacks)}"
    assert language_at(notice) == lacks


@both_ways
@pytest.mark.parametrize(
    "part", ["h1", ".cl-guide__summary", ".cl-text", ".cl-contents__list", ".cl-guide__picture img"]
)
def test_text_is_in_its_own_language(site: BuiltSite, source: Source, lacks: str, part: str) -> None:
    """What comes from the text is marked as being in the text's language."""
    assert language_at(only(site.pages[source.address(lacks)], part)) == other(lacks)


@both_ways
@pytest.mark.parametrize("part", [".cl-header", ".cl-breadcrumbs", ".cl-guide__type", ".cl-facts", ".cl-footer"])
def test_furniture_is_in_the_readers_language(site: BuiltSite, source: Source, lacks: str, part: str) -> None:
    """What comes from the site is not marked as being in the text's language."""
    assert language_at(only(site.pages[source.address(lacks)], part)) == lacks


@both_ways
def test_text_is_that_of_the_original(site: BuiltSite, source: Source, lacks: str) -> None:
    """The page has the whole text of the edition that exists."""
    copy, original = (only(site.pages[source.address(language)], ".cl-text") for language in (lacks, other(lacks)))
    assert words_of(copy) == words_of(original)


@both_ways
def test_canonical_is_the_original(site: BuiltSite, source: Source, lacks: str) -> None:
    """The page names the edition that exists as canonical, and offers itself as nobody's alternate."""
    page, original = site.pages[source.address(lacks)], SITE_URL + source.address(other(lacks))
    assert attribute(only(page, "link[rel=canonical]"), "href") == original
    assert page.select("link[rel=alternate][hreflang]") == []
    claimed = SITE_URL + source.address(lacks)
    assert [a for a, p in site.pages.items() if p.select(f'link[rel=alternate][href="{claimed}"]')] == []


@both_ways
def test_sitemap_leaves_it_out(site: BuiltSite, source: Source, lacks: str) -> None:
    """The page is not in the sitemap, neither as an entry nor as an alternate; the original is."""
    text = (site.root / "sitemap.xml").read_text(encoding="utf-8")
    mentioned = {value for tag in ElementTree.fromstring(text).iter() for value in (tag.text, tag.get("href"))}
    assert SITE_URL + source.address(lacks) not in mentioned
    assert SITE_URL + source.address(other(lacks)) in mentioned


@both_ways
def test_original_says_that_it_is_the_only_edition(site: BuiltSite, source: Source, lacks: str) -> None:
    """The edition that exists says that it is the only one, and promises no counterpart."""
    notice = only(site.pages[source.address(other(lacks))], "main .cl-page__head .cl-notice")
    assert words_of(notice) == say(f"in-one-language-{other(lacks)}", other(lacks))
    assert notice.select("a") == []


@both_ways
@pytest.mark.parametrize("listing", ["", "guides"])
def test_lists_mark_it(site: BuiltSite, source: Source, lacks: str, listing: str) -> None:
    """Every list gives the title in its own language, and says in the reader's that there is no other edition."""
    links = _titles_in_lists(site, source, lacks).get(sources()[listing].address(lacks), [])
    assert links or not listing, "every list but that of the home page has every guide"
    for link in links:
        assert words_of(link) == source.short_title(lacks)
        assert attribute(link, "lang") == attribute(link, "hreflang") == other(lacks)
        mark = link.find_next_sibling("span", class_="cl-only")
        assert isinstance(mark, Tag)
        assert words_of(mark) == say(f"only-in-{other(lacks)}", lacks)
        assert language_at(mark) == lacks


@both_ways
def test_its_card_is_in_its_own_language(site: BuiltSite, source: Source, lacks: str) -> None:
    """Where a card shows the summary, the summary is marked as being in the text's language."""
    links = [link for links in _titles_in_lists(site, source, lacks).values() for link in links]
    cards = [card for link in links if (card := link.find_parent("article", class_="cl-card"))]
    summaries = [only(card, ".cl-card__summary") for card in cards]
    assert summaries
    assert {language_at(summary) for summary in summaries} == {other(lacks)}


def test_nothing_else_is_marked(site: BuiltSite) -> None:
    """Lists mark no page that has both editions, and, in the language that it has, no page that has one."""
    missing = {source.address(lacks) for source, lacks in in_one_language()}
    for address, page in pages(site).items():
        for mark in page.select(".cl-only"):
            title = mark.find_previous_sibling("a") or mark.find_parent("a")
            assert isinstance(title, Tag)
            assert address_of(site, address, attribute(title, "href")) in missing
        marked = {address_of(site, address, attribute(a, "href")) for a in page.select("a.cl-title[lang]")}
        assert marked <= missing, address


def test_notice_of_both_languages(site: BuiltSite) -> None:
    """Every guide in both languages says so, and links straight to its counterpart, in the counterpart's language."""
    told = 0
    for source in sources().values():
        for language in source.editions if source.key.startswith("guides/") and len(source.editions) > 1 else ():
            address = source.address(language)
            notice = only(site.pages[address], "main .cl-page__head .cl-notice")
            link = only(notice, "a[data-cl-switch]")
            assert words_of(notice).startswith(say("in-both-languages", language))
            assert words_of(link) == say("read-here", other(language))
            assert attribute(link, "lang") == attribute(link, "hreflang") == other(language)
            assert address_of(site, address, attribute(link, "href")) == source.address(other(language))
            assert language_of(source.address(other(language))) == other(language)
            told += 1
    assert told >= 20
