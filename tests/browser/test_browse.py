"""The page to browse: topics, types, tags and years combined, in each language for itself."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.visits import WORDS, Watch

_BROWSE = {"en": "browse/", "cy": "cy/pori/"}
_TAG = {"en": "Collaboration", "cy": "Cydweithio"}
_TYPE = {"en": "How-to guides", "cy": "Canllawiau ymarferol"}
_SAID = {
    "en": {
        "tag": "9 guides found.",
        "both": "7 guides found.",
        "one": "1 guide found.",
        "two": "2 guides found.",
        "all": "12 guides found.",
    },
    "cy": {
        "tag": "Cafwyd hyd i 9 canllaw.",
        "both": "Cafwyd hyd i 7 canllaw.",
        "one": "Cafwyd hyd i 1 canllaw.",
        "two": "Cafwyd hyd i 2 ganllaw.",
        "all": "Cafwyd hyd i 12 canllaw.",
    },
}
_in_each_language = pytest.mark.parametrize("language", ["en", "cy"])


def _status(page: Page) -> Locator:
    return page.locator(".cl-browse [role=status]")


def _index(page: Page) -> Locator:
    return page.locator(".cl-browse__index")


@_in_each_language
def test_walk_by_keyboard(page: Page, watch: Watch, server: str, language: str) -> None:
    """A reader with a keyboard combines two facets, hears how many guides are left, goes back, and clears all."""
    page.goto(server + _BROWSE[language])
    expect(_status(page)).to_have_text("")
    summary = page.locator(".cl-facets summary")
    summary.focus()
    page.keyboard.press("Enter")
    tag = page.get_by_role("checkbox", name=_TAG[language])
    expect(tag).to_be_visible()
    while not tag.evaluate("box => box === document.activeElement"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.cl-facets') !== null"), "the facets end before the tag"
    page.keyboard.press("Space")
    expect(_status(page)).to_have_text(_SAID[language]["tag"])
    expect(tag).to_be_focused()
    expect(_index(page)).to_be_hidden()
    page.get_by_role("checkbox", name=_TYPE[language]).press("Space")
    expect(_status(page)).to_have_text(_SAID[language]["both"])
    assert parse_qs(urlsplit(page.url).query) == {"tag": ["collaboration"], "type": ["how-to"]}
    page.go_back()
    expect(_status(page)).to_have_text(_SAID[language]["tag"])
    page.go_forward()
    expect(_status(page)).to_have_text(_SAID[language]["both"])
    page.get_by_role("button", name=WORDS["search-clear"][language]).press("Enter")
    expect(_index(page)).to_be_visible()
    expect(_status(page)).to_have_text(_SAID[language]["all"])
    expect(summary).to_be_focused()
    assert urlsplit(page.url).query == ""


@_in_each_language
def test_address_to_share(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """An address with facets opens with what they leave, those of the other language apart and marked as such."""
    tab.goto(f"{server}{_BROWSE[language]}?tag=collaboration&type=how-to")
    expect(_status(tab)).to_have_text(_SAID[language]["both"])
    expect(tab.get_by_role("heading", name=f"{_TYPE[language]}, {_TAG[language]}")).to_be_visible()
    expect(tab.get_by_role("checkbox", name=_TAG[language])).to_be_checked()
    expect(tab.get_by_role("heading", name=WORDS["listing-apart"][language])).to_be_visible()
    foreign = "cy" if language == "en" else "en"
    expect(tab.locator(f".cl-browse__found a[lang={foreign}]")).to_have_count(1)
    expect(tab.locator(".cl-browse__found .cl-only")).to_have_text(WORDS[f"only-in-{foreign}"][language])


@_in_each_language
def test_counts_in_good_grammar(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """The number of guides is said as this language says it."""
    for choice, key in (("tag=volunteers", "one"), ("tag=community", "two")):
        tab.goto(f"{server}{_BROWSE[language]}?{choice}")
        expect(_status(tab)).to_have_text(_SAID[language][key])


def test_switch_keeps_what_is_chosen(tab: Page, watch_tab: Watch, server: str) -> None:
    """The language switch leads to the same choice in the other language."""
    tab.goto(f"{server}{_BROWSE['en']}?tag=collaboration")
    expect(_status(tab)).to_have_text(_SAID["en"]["tag"])
    tab.get_by_role("link", name="Cymraeg").click()
    expect(_status(tab)).to_have_text(_SAID["cy"]["tag"])


def test_index_never_flashes(page: Page, watch: Watch, server: str) -> None:
    """Where the address has facets the index is hidden from the start, before the script that fills the page comes."""
    page.route("**/browse-page.js", lambda route: None)  # it is on its way for ever
    page.goto(f"{server}{_BROWSE['cy']}?tag=collaboration", wait_until="commit")
    page.locator(".cl-footer").wait_for()
    expect(_index(page)).to_be_hidden()


def test_index_without_the_script(page: Page, server: str) -> None:
    """Where the script cannot be loaded the index is there, whatever the address asks for."""
    page.route("**/browse-page.js", lambda route: route.abort())
    page.goto(f"{server}{_BROWSE['cy']}?tag=collaboration")
    expect(_index(page)).to_be_visible()


@_in_each_language
def test_guides_that_cannot_be_loaded(page: Page, server: str, language: str) -> None:
    """Where the guides cannot be loaded the page says so and shows the lists."""
    page.route("**/assets/browse/*.json", lambda route: route.fulfill(status=500))
    page.goto(f"{server}{_BROWSE[language]}?tag=collaboration")
    expect(_status(page)).to_have_text(WORDS["browse-failed"][language])
    expect(_index(page)).to_be_visible()
