"""Each guide with both editions is read in Welsh and English side by side, and nobody is sent there by a search."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from built_site import REPOSITORY, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    LANGUAGES,
    NATIVE_NAMES,
    Source,
    address_of,
    attribute,
    counterpart,
    guides,
    ids,
    language_at,
    only,
    other,
    say,
    side_by_side,
    target,
    words_of,
)

_WORDS = {"en": "side-by-side/", "cy": "ochr-yn-ochr/"}

in_both = pytest.mark.parametrize("language", LANGUAGES)


def _in_both() -> list[Source]:
    return [guide for guide in guides() if len(guide.editions) == 2]


def _address(guide: Source, language: str) -> str:
    return guide.address(language) + _WORDS[language]


def _sides(page: BeautifulSoup, language: str) -> list[Tag]:
    return page.select(f".cl-both__row:not(.cl-both__row--title) > .cl-both__side[lang={language}]")


def _said(block: Tag) -> str:
    """What `block` says, without the ways to take a figure away, which lead nowhere from here."""
    copy = BeautifulSoup(str(block), "html5lib")
    for part in copy.select(".cl-diagram__ways, [popover], button:not([popovertarget])"):
        part.decompose()
    return words_of(copy)


@in_both
def test_every_guide_in_both_languages_has_a_page(site: BuiltSite, language: str) -> None:
    """Each guide with both editions has its page at an address in the site's words, and no other guide has one."""
    assert set(side_by_side(site, language)) == {_address(guide, language) for guide in _in_both()}
    for guide in guides():
        links = site.pages[guide.address(language)].select(f"main a[href='{_WORDS[language]}']")
        assert [words_of(link) for link in links] == [say("side-by-side", language)] * (guide in _in_both())


@in_both
def test_each_edition_can_be_edited(site: BuiltSite, language: str) -> None:
    """Whoever reads both sees where to edit each, in the words of the site; without a repository there is no link."""
    for guide in _in_both():
        head = only(site.pages[_address(guide, language)], ".cl-both__row--title")
        links = {attribute(link, "href"): words_of(link) for link in head.select(".cl-both__edit")}
        folder = f"{REPOSITORY}/edit/main/docs/{guide.key}"
        words = {name: say(f"status-edit-{name}", language) for name in LANGUAGES}
        assert links == {f"{folder}/index.md": words["en"], f"{folder}/index.cy.md": words["cy"]}
        assert {attribute(link, "lang") for link in head.select(".cl-both__edit")} == {language}


@in_both
def test_every_block_stands_once_and_in_order(site: BuiltSite, language: str) -> None:
    """All that either edition says stands there once, in its order, each block in its language."""
    for guide in _in_both():
        page = site.pages[_address(guide, language)]
        for spoken in LANGUAGES:
            text = only(site.pages[guide.address(spoken)], ".cl-page__body .cl-text")
            blocks = [block for block in text.find_all(True, recursive=False) if not block.has_attr("popover")]
            shown = [only(side, ":scope > *") for side in _sides(page, spoken)]
            assert [_said(block) for block in shown] == [_said(block) for block in blocks], guide.key
            assert {language_at(block) for block in shown} == {spoken}


@in_both
def test_sections_stand_beside_their_counterparts(site: BuiltSite, language: str) -> None:
    """The edition of the site's language comes first, and headings stand beside those that they pair with."""
    for guide in _in_both():
        page = site.pages[_address(guide, language)]
        own = site.pages[guide.address("en")]
        pairs = {
            attribute(head, "id"): attribute(head, "data-cl-counterpart") for head in own.select(".cl-text :is(h2, h3)")
        }
        beside = {}
        for row in page.select(".cl-both__row"):
            languages = [attribute(side, "lang") for side in row.select(":scope > .cl-both__side")]
            assert languages == [one for one in (language, other(language)) if one in languages]
            heads = {attribute(head, "id")[:2]: attribute(head, "id")[3:] for head in row.select(":is(h2, h3)[id]")}
            if heads:
                beside[heads.get("en", "")] = heads.get("cy", "")
        assert beside.items() >= {pair for pair in pairs.items() if pair[1]}, guide.key


@in_both
def test_contents_lead_to_the_sections(site: BuiltSite, language: str) -> None:
    """The contents name every section in the site's language, lead to it, and are in reach of a phone's bar."""
    for address, page in side_by_side(site, language).items():
        sections = [heading for side in _sides(page, language) for heading in side.select("h2")]
        links = page.select(".cl-contents a")
        assert [attribute(link, "href") for link in links] == [f"#{attribute(h2, 'id')}" for h2 in sections], address
        assert only(page, ".cl-bar a[href='#cl-contents']")


@in_both
def test_page_says_what_it_is(site: BuiltSite, language: str) -> None:
    """The page names the guide, both languages by their own names, and leads back to the guide."""
    for guide in _in_both():
        page = site.pages[_address(guide, language)]
        assert words_of(only(page, "h1")).startswith(guide.short_title(language))
        heads = page.select(".cl-both__language")
        named = {attribute(head.find_parent(lang=True), "lang"): words_of(head) for head in heads}
        assert named == NATIVE_NAMES
        titles = [words_of(title) for title in page.select(".cl-both__title")]
        assert titles == [guide.front(one)["title"] for one in (language, other(language))]
        up = page.select(".cl-breadcrumbs a")[-1]
        assert address_of(site, _address(guide, language), attribute(up, "href")) == guide.address(language)
        assert counterpart(site, _address(guide, language)) == _address(guide, other(language))


def test_places_keep_their_names(site: BuiltSite) -> None:
    """No id stands twice, each begins with its language, and a heading is its own counterpart on the other site."""
    for address, page in side_by_side(site).items():
        assert len(ids(page)) == len(set(ids(page))), address
        for side in page.select(".cl-both__side"):
            assert {name[:3] for name in ids(side)} <= {f"{attribute(side, 'lang')}-"}
        for heading in page.select(".cl-both__side :is(h2, h3)[id]"):
            assert attribute(heading, "data-cl-counterpart") == attribute(heading, "id")


def test_pictures_and_diagrams_are_there(site: BuiltSite) -> None:
    """Each side has its pictures and diagrams; none is a landmark, and nothing stays that needs the guide."""
    drawings = 0
    for address, page in side_by_side(site).items():
        for image in page.select(".cl-both__side img"):
            found = target(site, address, attribute(image, "src"))
            assert found
            assert found[0].is_file()
        assert (
            page.select(".cl-both__rows :is([role=region], section, nav, aside, button, [popover], .cl-diagram__ways)")
            == []
        )
        drawings += len(page.select(".cl-both__side svg"))
    assert drawings > 0


def test_nobody_is_sent_there(site: BuiltSite) -> None:
    """Neither search engines nor the site's own search know the pages, which repeat what two others say."""
    sitemap = site.root.joinpath("sitemap.xml").read_text(encoding="utf-8")
    for address, page in side_by_side(site).items():
        assert address not in sitemap
        assert page.select("[data-pagefind-body], link[rel=canonical], link[rel=alternate]") == []
        assert [attribute(tag, "content") for tag in page.select("meta[name=robots]")] == ["noindex"]
