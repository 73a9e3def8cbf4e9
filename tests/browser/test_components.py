"""Markdown's components as a browser draws them, on the handbook, which shows each of them; and tabs at work."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from browser.visits import PAGES, WORDS, visit

_ADVICE = (
    "is not drawn as it was. If a package was upgraded, tests/test_upgrades.py says what moved; what pages are given of"
    " the theme's rules is chosen in hooks/canllaw/publishing/stylesheet.py. ARCHITECTURE.md, “Upgrades”, says more."
)
_STYLE = """([selector, pseudo, property]) => {
  const element = document.querySelector(`.cl-text ${selector}`)
  return element ? getComputedStyle(element, pseudo || null)[property] : "not on the page"
}"""

#: What is looked at, its element, the part of that, a property, and what its value begins with.
_DRAWN = [
    ("the icon of a tip", ".admonition.tip > .admonition-title", "::before", "maskImage", "url("),
    ("the icon of a note", ".admonition.note > .admonition-title", "::before", "maskImage", "url("),
    ("the icon of a warning", ".admonition.warning > .admonition-title", "::before", "maskImage", "url("),
    ("the title of a note", ".admonition-title", "", "fontWeight", "700"),
    ("the icon of a folded passage", "details.note:not([open]) > summary", "::before", "maskImage", "url("),
    ("the arrow of a folded passage", "details.note:not([open]) > summary", "::after", "maskImage", "url("),
    ("the arrow of a folded passage", "details.note:not([open]) > summary", "::after", "transform", "matrix(1, 0"),
    ("the arrow of an open passage", "details.tip[open] > summary", "::after", "transform", "matrix(0, 1"),
    ("the choice of tabs", ".cl-tabs__choice", "", "display", "flex"),
    ("the chosen tab", ".cl-tabs__button:checked", "", "borderBottomStyle", "solid"),
    ("the panel of the chosen tab", ".cl-tabs__panel", "", "display", "block"),
    ("the panel of a tab that is not chosen", ".cl-tabs__panel + .cl-tabs__panel", "", "display", "none"),
    ("the reference to a footnote", ".footnote-ref", "", "fontWeight", "700"),
    ("the way back from a footnote", ".footnote-backref", "::before", "maskImage", "url("),
    ("the way back from a footnote", ".footnote-backref", "", "opacity", "1"),
    ("the head of a table", "thead th", "", "fontWeight", "700"),
    ("a column of numbers", "tbody td[align=right]", "", "textAlign", "-webkit-right"),
    ("a column of words", "tbody td:not([align])", "", "textAlign", "left"),
    ("the title of a block of code", ".highlight > .filename", "", "fontWeight", "700"),
    ("the marked line of code", ".highlight .hll", "", "display", "block"),
]
_PLAIN_CODE = (".highlight code", "", "color")
_COLOURED_CODE = (".highlight .filename + pre .nt", "", "color")
_SHOWN = "panels => panels.filter(panel => panel.checkVisibility()).map(panel => panel.ariaLabel)"

in_both = pytest.mark.parametrize(("language", "address"), list(zip(("en", "cy"), PAGES["handbook"], strict=True)))


@in_both
def test_components_are_drawn(tab: Page, server: str, language: str, address: str) -> None:
    """Each component has what tells it apart: icons, arrows, one panel of the tabs, columns, colours of code."""
    visit(tab, server + address)
    for what, selector, part, name, value in _DRAWN:
        drawn = tab.evaluate(_STYLE, [selector, part, name])
        assert drawn.startswith(value), f"{what} {_ADVICE} {name} of {selector}{part}: {drawn}"
    plain, coloured = (tab.evaluate(_STYLE, list(of)) for of in (_PLAIN_CODE, _COLOURED_CODE))
    assert plain != coloured, f"the colour of words of code {_ADVICE} {coloured}"


@in_both
def test_tabs_are_chosen_by_keyboard(tab: Page, server: str, language: str, address: str) -> None:
    """Tab leads to the chosen tab, arrow keys to the next and round, and each shows its panel only."""
    visit(tab, server + address)
    group = tab.get_by_role("radiogroup", name=str(WORDS["tabs"][language]), exact=True)
    buttons = group.get_by_role("radio")
    names = [str(button.evaluate("button => button.labels[0].textContent")) for button in buttons.all()]
    panels = tab.locator(".cl-tabs__panel")
    buttons.first.focus()
    for key, chosen in [("ArrowRight", 1), ("ArrowDown", 2), ("ArrowRight", 0), ("ArrowLeft", 2), ("ArrowUp", 1)]:
        tab.keyboard.press(key)
        expect(group.get_by_role("radio", name=names[chosen], exact=True)).to_be_focused()
        expect(group.get_by_role("radio", name=names[chosen], exact=True)).to_be_checked()
        assert panels.evaluate_all(_SHOWN) == [names[chosen]]
    tab.keyboard.press("Shift+Tab")
    expect(group.locator(":focus")).to_have_count(0)
    tab.keyboard.press("Tab")
    expect(buttons.nth(1)).to_be_focused()


def test_tabs_on_paper_and_in_forced_colours(page: Page, server: str) -> None:
    """On paper each panel stands below its label; with forced colours the chosen tab alone has a thick line."""
    visit(page, server + PAGES["handbook"][1])
    page.emulate_media(media="print")
    panels = page.locator(".cl-tabs__panel")
    labels = panels.evaluate_all("panels => panels.map(panel => panel.ariaLabel)")
    assert panels.evaluate_all(_SHOWN) == labels
    heads = panels.evaluate_all("panels => panels.map(panel => getComputedStyle(panel, '::before').content)")
    assert heads == [f'"{label}"' for label in labels]
    expect(page.locator(".cl-tabs__choice")).to_be_hidden()
    page.emulate_media(media="screen", forced_colors="active")
    lines = page.locator(".cl-tabs__button").evaluate_all(
        "buttons => buttons.map(button => parseFloat(getComputedStyle(button).borderBottomWidth) > 2)"
    )
    assert lines == [True, False, False]


def test_tabs_on_a_phone(tab: Page, server: str) -> None:
    """On a narrow screen labels wrap instead of sticking out, and each is large enough for a finger."""
    visit(tab, server + PAGES["handbook"][1])
    tab.set_viewport_size({"width": 320, "height": 900})
    boxes = [label.bounding_box() for label in tab.locator(".cl-tabs__label").all()]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 320 and box["height"] >= 40 for box in boxes)
    assert len({box["y"] for box in boxes if box}) > 1


def test_link_into_a_tab_shows_it(tab: Page, server: str) -> None:
    """A link to a place in a tab that is not chosen shows that tab's panel, under its label."""
    visit(tab, server + PAGES["handbook"][0])
    panel = tab.locator(".cl-tabs__panel").last
    panel.evaluate("panel => { panel.querySelector('p').id = 'inside' }")
    expect(panel).to_be_hidden()
    tab.evaluate("location.hash = 'inside'")
    expect(panel).to_be_visible()
    assert panel.evaluate("panel => getComputedStyle(panel, '::before').display") == "block"


def test_switch_passes_over_tabs_that_are_not_chosen(page: Page, server: str) -> None:
    """The language switch never leads to a heading in a tab that is not shown, which nobody is reading."""
    words, heading = "<p>Begin with the reading room.</p>", '<h3 data-cl-counterpart="unseen">Hidden</h3>'

    def with_heading(route: Route) -> None:
        html = route.fetch().text()
        assert words in html
        route.fulfill(body=html.replace(words, heading), content_type="text/html")

    page.route("**/handbook/", with_heading)
    visit(page, server + PAGES["handbook"][0])
    page.locator("header [data-cl-switch]").focus()
    assert "unseen" not in str(page.locator("header [data-cl-switch]").get_attribute("href"))
