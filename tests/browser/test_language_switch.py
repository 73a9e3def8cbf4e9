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
def test_switch_keeps_the_section(tab: Page, server: str, here: int, there: int, means: str) -> None:
    """From the middle of a section the switch leads to the counterpart section, and shows it."""
    visit(tab, server + _GUIDE[here])
    _read_in(tab, _SECTION[here])
    assert _led_to(_switch(tab), means) == f"{server}{_GUIDE[there]}#{_SECTION[there]}"
    assert _is_shown(tab, _SECTION[there])


@_each_way
def test_switch_keeps_the_section_on_a_phone(tab: Page, server: str, here: int, there: int) -> None:
    """On a phone, too, the switch leads from the middle of a section to its counterpart."""
    tab.set_viewport_size({"width": 320, "height": 640})
    visit(tab, server + _GUIDE[here])
    _read_in(tab, _SECTION[here])
    assert _led_to(_switch(tab)) == f"{server}{_GUIDE[there]}#{_SECTION[there]}"
    assert _is_shown(tab, _SECTION[there])


@_by_any_means
@_each_way
def test_switch_from_the_top_leads_to_the_top(tab: Page, server: str, here: int, there: int, means: str) -> None:
    """From the top of a page the switch leads to the page itself, without a fragment."""
    visit(tab, server + _GUIDE[here])
    assert _led_to(_switch(tab), means) == server + _GUIDE[there]


@_each_way
def test_switch_keeps_the_top_after_a_section(tab: Page, server: str, here: int, there: int) -> None:
    """A reader who came to a section, went back to the top of the page and reads there is led to the top."""
    visit(tab, f"{server}{_GUIDE[here]}#{_SECTION[here]}")
    tab.keyboard.press("Home")
    expect(tab.locator("h1")).to_be_in_viewport()
    assert _led_to(_switch(tab)) == server + _GUIDE[there]


@_each_way
def test_notice_in_the_guide_leads_to_its_other_edition(tab: Page, server: str, here: int, there: int) -> None:
    """The notice that a guide is in both languages leads to the other edition."""
    visit(tab, server + _GUIDE[here])
    assert _led_to(tab.locator(".cl-notice a[data-cl-switch]")) == server + _GUIDE[there]


@_by_any_means
@_each_way
def test_switch_keeps_the_term_of_the_glossary(tab: Page, server: str, here: int, there: int, means: str) -> None:
    """From a term of the glossary the switch leads to the same concept, though it stands elsewhere in the alphabet."""
    visit(tab, f"{server}{PAGES['glossary'][here]}#{_TERM[here]}")
    assert _led_to(_switch(tab), means) == f"{server}{PAGES['glossary'][there]}#{_TERM[there]}"
    assert _is_shown(tab, _TERM[there])


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("guides/prosiectau-dwyieithog/", "cy/canllawiau/prosiectau-dwyieithog/"),
        ("cy/canllawiau/collaboration-agreements/", "guides/collaboration-agreements/"),
    ],
    ids=["to-welsh", "to-english"],
)
def test_switch_keeps_the_section_where_an_edition_is_missing(tab: Page, server: str, here: str, there: str) -> None:
    """Where both pages show the one edition that there is, the switch leads to the same section of it."""
    visit(tab, server + here)
    section = tab.locator(".cl-text h2").nth(2).get_attribute("id") or ""
    _read_in(tab, section)
    assert _led_to(_switch(tab)) == f"{server}{there}#{section}"


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "__proto__"])
def test_odd_fragment_breaks_nothing(page: Page, server: str, fragment: str) -> None:
    """An address whose fragment is broken, or no place's, leaves the switch working."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    visit(page, f"{server}{_GUIDE[0]}#{fragment}")
    _read_in(page, _SECTION[0])
    assert _led_to(_switch(page)) == f"{server}{_GUIDE[1]}#{_SECTION[1]}"
    assert errors == []


def test_switch_works_without_scripts(browser: Browser, server: str) -> None:
    """Without JavaScript the switch leads to the same page, from every kind of page and back."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    pairs = {kind: pair for kind, pair in PAGES.items() if kind not in ("fallback", "browsing")}
    pairs |= {"search": ("search/", "cy/chwilio/")}
    for english, welsh in pairs.values():
        page.goto(server + english)
        assert _led_to(_switch(page)) == server + welsh
        assert _led_to(_switch(page)) == server + english
    context.close()


def _switch(page: Page) -> Locator:
    return page.locator("header .cl-switch a")


def _read_in(page: Page, section: str) -> None:
    """Scroll until the heading `section` has left the window at its top, and read there for a moment."""
    page.locator(f"[id='{section}']").evaluate("heading => scrollBy(0, heading.getBoundingClientRect().bottom + 40)")
    page.wait_for_timeout(100)


def _led_to(link: Locator, means: str = "mouse") -> str:
    """The address to which `link` leads a reader."""
    with link.page.expect_navigation():
        if means == "mouse":
            link.click()
        else:
            link.focus()
            link.page.keyboard.press("Enter")
    return link.page.url


def _is_shown(page: Page, anchor: str) -> bool:
    top = page.locator(f"[id='{anchor}']").evaluate("element => element.getBoundingClientRect().top / innerHeight")
    return 0 <= float(top) < 0.5
