"""The switch between the languages keeps the reader's place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.visits import PAGES, visit

_GUIDE = PAGES["guide"]
_SECTION = ("what-is-open-innovation", "beth-yw-arloesi-agored")
_TERM = ("stakeholder", "rhanddeiliad")

_each_way = pytest.mark.parametrize(("here", "there"), [(0, 1), (1, 0)], ids=["to-welsh", "to-english"])
_by_any_means = pytest.mark.parametrize("means", ["mouse", "keyboard"])


@_by_any_means
@_each_way
def test_switch_keeps_the_section(page: Page, server: str, here: int, there: int, means: str) -> None:
    """From the middle of a section the switch leads to the counterpart section, and shows it."""
    visit(page, server + _GUIDE[here])
    _read_in(page, _SECTION[here])
    _use(_switch(page), means)
    expect(page).to_have_url(f"{server}{_GUIDE[there]}#{_SECTION[there]}")
    expect(page.locator(f"#{_SECTION[there]}")).to_be_in_viewport()


@_by_any_means
@_each_way
def test_switch_from_the_top_leads_to_the_top(page: Page, server: str, here: int, there: int, means: str) -> None:
    """From the top of a page the switch leads to the page itself, without a fragment."""
    visit(page, server + _GUIDE[here])
    _use(_switch(page), means)
    expect(page).to_have_url(server + _GUIDE[there])


@_each_way
def test_switch_keeps_the_section_on_a_phone(page: Page, server: str, here: int, there: int) -> None:
    """On a phone, too, the switch leads from the middle of a section to its counterpart."""
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, server + _GUIDE[here])
    _read_in(page, _SECTION[here])
    _switch(page).click()
    expect(page).to_have_url(f"{server}{_GUIDE[there]}#{_SECTION[there]}")
    expect(page.locator(f"#{_SECTION[there]}")).to_be_in_viewport()


@_each_way
def test_switch_follows_the_reader_back_to_the_top(page: Page, server: str, here: int, there: int) -> None:
    """A reader who came to a section and went back to the top of the page is led to the top."""
    visit(page, f"{server}{_GUIDE[here]}#{_SECTION[here]}")
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    _switch(page).click()
    expect(page).to_have_url(server + _GUIDE[there])


@_each_way
def test_notice_in_the_guide_leads_to_its_other_edition(page: Page, server: str, here: int, there: int) -> None:
    """The notice that a guide is in both languages leads to the other edition."""
    visit(page, server + _GUIDE[here])
    page.locator(".cl-notice a").click()
    expect(page).to_have_url(server + _GUIDE[there])


@_by_any_means
@_each_way
def test_switch_keeps_the_term_of_the_glossary(page: Page, server: str, here: int, there: int, means: str) -> None:
    """From a term of the glossary the switch leads to the same concept, though it stands elsewhere in the alphabet."""
    visit(page, f"{server}{PAGES['glossary'][here]}#{_TERM[here]}")
    _use(_switch(page), means)
    expect(page).to_have_url(f"{server}{PAGES['glossary'][there]}#{_TERM[there]}")
    expect(page.locator(f"#{_TERM[there]}")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("guides/prosiectau-dwyieithog/", "cy/canllawiau/prosiectau-dwyieithog/"),
        ("cy/canllawiau/collaboration-agreements/", "guides/collaboration-agreements/"),
    ],
)
def test_switch_keeps_the_section_where_an_edition_is_missing(page: Page, server: str, here: str, there: str) -> None:
    """Where both pages show the one edition that there is, the switch leads to the same section of it."""
    visit(page, server + here)
    section = page.locator(".cl-text h2").nth(2).get_attribute("id") or ""
    _read_in(page, section)
    _switch(page).click()
    expect(page).to_have_url(f"{server}{there}#{section}")


def test_switch_works_without_scripts(browser: Browser, server: str) -> None:
    """Without JavaScript the switch leads to the same page, from every kind of page and back."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    pairs = {kind: pair for kind, pair in PAGES.items() if kind not in ("fallback", "search")}
    for english, welsh in [*pairs.values(), ("search/", "cy/chwilio/")]:
        page.goto(server + english)
        _switch(page).click()
        expect(page).to_have_url(server + welsh)
        _switch(page).click()
        expect(page).to_have_url(server + english)
    context.close()


def _switch(page: Page) -> Locator:
    return page.locator("header .cl-switch a")


def _read_in(page: Page, section: str) -> None:
    """Scroll until the heading `section` has left the window at its top, and a line of its text stands there."""
    page.locator(f"[id='{section}']").evaluate(
        "heading => scrollBy({top: heading.getBoundingClientRect().bottom + 40, behavior: 'instant'})"
    )


def _use(link: Locator, means: str) -> None:
    if means == "mouse":
        link.click()
    else:
        link.focus()
        link.page.keyboard.press("Enter")
