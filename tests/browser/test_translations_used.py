"""The page on translations and what leads from it, as a reader uses them, with translations in every state."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from behind import Project
from browser.visits import PHONE, WIDE, Watch, resize
from built_site import served

_PAGE = {"en": "translations/", "cy": "cy/cyfieithiadau/"}
_SHOWN = {
    "en": {2: "2 translations shown.", 1: "1 translation shown.", 0: "0 translations shown."},
    "cy": {
        2: "2 gyfieithiad yn cael eu dangos.",
        1: "1 cyfieithiad yn cael ei ddangos.",
        0: "Does dim cyfieithiad i’w ddangos.",
    },
}
#: Of each kind of page that says how a translation stands, one.
_STALE = (
    "translations/",
    "cy/cyfieithiadau/",
    "guides/large/",
    "cy/canllawiau/sawl/",
    "guides/small/side-by-side/",
    "cy/canllawiau/fenter-fawr/ochr-yn-ochr/",
)
_in_each_language = pytest.mark.parametrize("language", ["en", "cy"])


@pytest.fixture(scope="module")
def behind_server(behind: Project) -> Iterator[str]:
    """The address of the site."""
    with served(behind.site.root) as address:
        yield address


@_in_each_language
def test_filter_by_keyboard(page: Page, watch: Watch, behind_server: str, language: str) -> None:
    """A reader with a keyboard narrows the list, hears how many are left, and finds the choice in the address."""
    page.goto(behind_server + _PAGE[language])
    shown, ones = page.locator(".cl-status [role=status]"), page.locator(".cl-status__one")
    expect(shown).to_have_text("")
    expect(ones.locator("visible=true")).to_have_count(13)
    page.locator("select[name=state]").focus()
    page.keyboard.press("ArrowDown")
    expect(ones.locator("visible=true")).to_have_count(3)
    page.keyboard.press("Tab")
    page.locator("select[name=into]").select_option("cy")
    expect(shown).to_have_text(_SHOWN[language][2])
    expect(page.locator(".cl-status__number").locator("visible=true")).to_have_text(["(2)"])
    page.keyboard.press("Tab")
    expect(page.locator("input[name=title]")).to_be_focused()
    page.keyboard.type({"en": "STÊPS", "cy": "cámau"}[language])
    expect(shown).to_have_text(_SHOWN[language][1])
    page.keyboard.press("Enter")
    page.keyboard.type("q")
    expect(shown).to_have_text(_SHOWN[language][0])
    expect(page.locator("input[name=title]")).to_be_focused()
    assert parse_qs(urlsplit(page.url).query) == {
        "state": ["changed"],
        "into": ["cy"],
        "title": [{"en": "STÊPSq", "cy": "cámauq"}[language]],
    }


def test_filter_stands_in_the_address(page: Page, watch: Watch, behind_server: str) -> None:
    """An address opens with the filter that it names, if it makes sense, and a count shows the whole list again."""
    ones = page.locator(".cl-status__one").locator("visible=true")
    page.goto(f"{behind_server}{_PAGE['en']}?state=nonsense")
    expect(ones).to_have_count(13)
    page.goto(f"{behind_server}{_PAGE['en']}?state=missing&into=en")
    expect(page.locator(".cl-status [role=status]")).to_have_text(_SHOWN["en"][1])
    expect(ones).to_have_count(1)
    page.locator(".cl-status__count--fresh a").click()
    expect(ones).to_have_count(13)
    expect(page.locator("#cl-status-fresh")).to_be_in_viewport()
    assert (urlsplit(page.url).query, urlsplit(page.url).fragment) == ("", "cl-status-fresh")


def test_whole_list_without_javascript(browser: Browser, behind_server: str) -> None:
    """Without JavaScript the list is whole, and there is no filter that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(behind_server + _PAGE["cy"])
    expect(page.locator(".cl-status__one").locator("visible=true")).to_have_count(13)
    expect(page.locator(".cl-status__filter")).to_be_hidden()
    context.close()


@_in_each_language
def test_way_through_the_changes(tab: Page, behind_server: str, language: str) -> None:
    """From the page on translations a translator comes to the first change, and from each change to the next."""
    tab.goto(behind_server + _PAGE[language])
    tab.locator(".cl-status__one", has_text={"en": "Steps", "cy": "Camau"}[language]).first.get_by_role("link").nth(
        1
    ).click()
    marks = tab.locator(".cl-both__mark")
    expect(marks).to_have_count(4)
    for place in range(4):
        expect(marks.nth(place)).to_be_in_viewport()
        assert tab.evaluate("document.querySelector(':target').id") == marks.nth(place).get_attribute("id")
        following = marks.nth(place).locator("a")
        if place < 3:
            following.press("Enter")
        else:
            expect(following).to_have_count(0)


@pytest.mark.parametrize("address", _STALE)
def test_axe_finds_nothing(tab: Page, behind_server: str, address: str) -> None:
    """Axe finds nothing on pages that say how translations stand, light or dark, on a phone or wide."""
    tab.goto(behind_server + address)
    tab.evaluate(Axe().axe_script)
    found = {}
    for size in (PHONE, WIDE):
        for scheme in ("light", "dark"):
            resize(tab, size)
            tab.emulate_media(color_scheme=scheme)
            found[f"{size[0]} {scheme}"] = tab.evaluate(
                "async () => (await axe.run({rules: {'target-size': {enabled: true}}})).violations"
                ".flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`))"
            )
    assert found == {name: [] for name in found}


@pytest.mark.parametrize("address", _STALE)
def test_nothing_is_wider_than_a_phone(tab: Page, behind_server: str, address: str) -> None:
    """On a phone nothing makes the page scroll sideways."""
    resize(tab, PHONE)
    tab.goto(behind_server + address)
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
