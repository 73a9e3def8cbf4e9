"""The search box of every page: results below it while the reader types."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from browser.visits import PHONE, WORDS, Watch, resize

_PLACES = {"en": "glossary/", "cy": "cy/geirfa/"}
_BROWSE = {"en": "browse/", "cy": "cy/pori/"}
_SEARCH = {"en": "search/", "cy": "cy/chwilio/"}
_OTHER = {"en": "results? in Welsh", "cy": "canlyniad yn Saesneg"}
_WORD = {"en": "museum", "cy": "treftadaeth"}
_in_each_language = pytest.mark.parametrize("language", ["en", "cy"])


@_in_each_language
def test_nothing_is_fetched_before(page: Page, watch: Watch, server: str, language: str) -> None:
    """Of the search nothing is fetched until the reader comes to the box, but the lines that wait for that."""
    page.goto(server + _PLACES[language], wait_until="networkidle")
    assert f"{server}assets/javascripts/page.js" in watch.asked
    assert [address for address in watch.asked if "search" in address or "pagefind" in address] == []
    with page.expect_request("**/pagefind/**"):
        _box(page).focus()


@_in_each_language
@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_leads_to_it(tab: Page, watch_tab: Watch, server: str, language: str, keys: str) -> None:
    """`/` and Ctrl+K lead to the box, and are words like any other where something is typed already."""
    tab.goto(server + _PLACES[language])
    tab.keyboard.press(keys)
    expect(_box(tab)).to_be_focused()
    tab.keyboard.type("a/b")
    expect(_box(tab)).to_have_value("a/b")


@_in_each_language
def test_a_key_on_a_phone(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """Where there is no room for the box the key leads to the search tab."""
    resize(tab, PHONE)
    tab.goto(server + _PLACES[language])
    tab.keyboard.press("/")
    expect(tab).to_have_url(server + _SEARCH[language])


@_in_each_language
def test_by_keyboard(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """Arrows choose among pages, sections and other ways, and round again; Enter goes there; Escape closes."""
    tab.goto(server + _PLACES[language])
    box = _box(tab)
    box.focus()
    tab.keyboard.type(_WORD[language])
    options = tab.locator(".cl-suggest [role=option]")
    expect(options.first).to_be_visible()
    expect(options.last).to_have_text(re.compile(_OTHER[language]))  # It comes after the others.
    expect(box).to_have_attribute("aria-expanded", "true")
    tab.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    tab.keyboard.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant", "")
    tab.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    tab.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(box).to_have_value(_WORD[language])
    expect(box).to_have_attribute("aria-expanded", "false")
    tab.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    tab.keyboard.press("ArrowDown")
    chosen = options.first.evaluate("link => link.href")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(chosen)


@_in_each_language
def test_the_other_language_keeps_nobody_waiting(page: Page, watch: Watch, server: str, language: str) -> None:
    """Results are shown before anything of the other language is asked for, and the choice stays when its way comes."""
    other = "cy" if language == "en" else "en"
    page.goto(server + _PLACES[language])
    _box(page).fill(_WORD[language])
    options = page.locator(".cl-suggest [role=option]")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.last).to_have_text(re.compile(_OTHER[language]))
    expect(options.first).to_have_attribute("aria-selected", "true")
    of_the_other = [f"/pagefind/{other}/" in address for address in watch.asked]
    of_results = [".pf_fragment" in address for address in watch.asked]
    assert True not in of_results[of_the_other.index(True) :]


@_in_each_language
def test_enter_leads_to_all_results(page: Page, watch: Watch, server: str, language: str) -> None:
    """Enter, with nothing chosen, leads to the search page; so does the way to all results."""
    page.goto(server + _PLACES[language])
    _box(page).fill(_WORD[language])
    page.get_by_role("option", name=WORDS["search-all"][language]).click()
    expect(page).to_have_url(f"{server}{_SEARCH[language]}?q={_WORD[language]}")
    page.go_back()
    _box(page).fill(_WORD[language])
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}{_SEARCH[language]}?q={_WORD[language]}")


def test_forms_of_a_word_are_marked(tab: Page, watch_tab: Watch, server: str) -> None:
    """Who types *treftadaeth* sees *dreftadaeth* marked, and the count is told in Welsh."""
    tab.goto(server + _PLACES["cy"])
    _box(tab).fill("treftadaeth")
    marks = tab.locator(".cl-suggest mark")
    expect(marks.first).to_be_visible()
    assert {"treftadaeth", "dreftadaeth"} <= {mark.lower() for mark in marks.all_text_contents()}
    expect(tab.get_by_role("status")).to_contain_text("Cafwyd hyd i")


def test_the_first_mark_is_seen_on_a_phone(tab: Page, watch_tab: Watch, server: str) -> None:
    """Of what a page says, two lines are shown on a phone: the word that was searched for is in them."""
    resize(tab, PHONE)
    tab.goto(server + "cy/")
    tab.locator("#cl-home-search").fill("treftadaeth")
    excerpts = tab.locator(".cl-suggest__words:has(mark)")
    expect(excerpts.first).to_be_visible()
    for excerpt in excerpts.all():
        mark, shown = excerpt.locator("mark").first.bounding_box(), excerpt.bounding_box()
        assert mark and shown
        assert mark["y"] + mark["height"] <= shown["y"] + shown["height"], excerpt.text_content()


@_in_each_language
def test_nothing_found_and_other_ways(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """Nothing found is said in words, with a way to browse; leaving the box closes what is below it."""
    tab.goto(server + _PLACES[language])
    _box(tab).fill("zzzxxq")
    expect(tab.locator(".cl-suggest__hint")).to_have_text(WORDS["search-none"][language])
    expect(tab.get_by_role("status")).to_have_text(WORDS["search-none"][language])
    tab.keyboard.press("Tab")
    expect(tab.locator(".cl-suggest")).to_be_hidden()
    _box(tab).focus()
    tab.locator(".cl-suggest [role=option]").click()
    expect(tab).to_have_url(server + _BROWSE[language])


@_in_each_language
def test_index_that_cannot_be_loaded(page: Page, server: str, language: str) -> None:
    """Where the index cannot be loaded the box says so, and leads to the search page and to where one can browse."""
    page.route("**/pagefind.js*", lambda route: route.fulfill(status=404, body=""))
    page.goto(server + _PLACES[language])
    _box(page).fill(_WORD[language])
    expect(page.locator(".cl-suggest__hint")).to_have_text(WORDS["search-failed"][language])
    browse = page.locator(".cl-suggest [role=option]").evaluate("link => link.href")
    assert browse == server + _BROWSE[language]
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}{_SEARCH[language]}?q={_WORD[language]}")


@pytest.mark.parametrize("leave", ["Escape", "Tab"])
@pytest.mark.parametrize("missing", [False, True])
def test_what_comes_late_opens_nothing(page: Page, server: str, leave: str, missing: bool) -> None:
    """Results, or word that there are none, that come when the reader has closed the list or left the box, stay out."""
    page.set_default_timeout(5000)
    page.goto(server + _PLACES["cy"])
    _box(page).fill(_WORD["cy"])
    panel = page.locator(".cl-suggest")
    expect(panel).to_be_visible()
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/*.pf_fragment", hold)
    with page.expect_request("**/*.pf_fragment"):
        _box(page).fill("dwyieithog")
    page.keyboard.press(leave)
    expect(panel).to_be_hidden()
    page.route("**/*.pf_fragment", lambda route: route.continue_())  # those that come from now on
    for route in waiting:
        route.abort() if missing else route.continue_()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(100)
    expect(panel).to_be_hidden()


def test_keydown_without_a_key(tab: Page, watch_tab: Watch, server: str) -> None:
    """What fills in forms sends such events: no error."""
    tab.goto(server + _PLACES["en"])
    _box(tab).evaluate("box => box.dispatchEvent(new Event('keydown', { bubbles: true }))")


@_in_each_language
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(page: Page, watch: Watch, server: str, language: str, scheme: str) -> None:
    """Axe finds nothing wrong with the open list, nor with the facets of the search page."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(server + _PLACES[language])
    _box(page).fill(_WORD[language])
    expect(page.locator(".cl-suggest [role=option]").first).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.goto(f"{server}{_SEARCH[language]}?q={_WORD[language]}")
    page.get_by_text(WORDS["search-narrow"][language]).click()
    expect(page.get_by_role("checkbox").first).to_be_visible()
    assert Axe().run(page).response["violations"] == []


def _box(page: Page) -> Locator:
    return page.locator("#cl-header-search")
