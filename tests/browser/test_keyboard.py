"""The site by keyboard alone, and the one thing that it keeps in the browser."""

from __future__ import annotations

from typing import TypedDict

import pytest
from playwright.sync_api import Page, expect

from browser.visits import PAGES, every_page_and_404, visit

_STOPS = """[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(element => element.checkVisibility({visibilityProperty: true}))"""
_COUNT = f"() => {_STOPS}.length"
#: Where the focus is, and whether it can be seen: `contrast` is that of its outline with what lies round the element.
_FOCUS = f"""() => {{
  const element = document.activeElement
  const light = colour => {{
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(n => n / 255)
      .map(n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
  }}
  let behind = element.parentElement ?? element
  while (behind.parentElement && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)")
    behind = behind.parentElement
  const style = getComputedStyle(element)
  const [dark, bright] = [light(style.outlineColor), light(getComputedStyle(behind).backgroundColor)].sort()
  const {{left, right, top, bottom}} = element.getClientRects()[0]
  const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]
  const seen = document.elementFromPoint(x, y)
  return {{
    stop: {_STOPS}.indexOf(element),
    isScroller: element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
    what: element.outerHTML.slice(0, 120),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: bright / dark,
    isCovered: !element.contains(seen) || bottom <= 0 || top >= innerHeight,
  }}
}}"""


class _Focus(TypedDict):
    stop: int
    isScroller: bool
    what: str
    outline: float
    contrast: float
    isCovered: bool


@pytest.mark.parametrize("width", [320, 1280])
@every_page_and_404
def test_tab_reaches_everything_in_order_and_shows_where_it_is(
    page: Page, server: str, address: str, width: int
) -> None:
    """Tab reaches every link and control in the order of the page, visibly, and leaves the page after the last."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    visit(page, server + address)
    count: int = page.evaluate(_COUNT)
    reached = [_tab(page) for _ in range(count)]
    # A browser puts boxes that scroll, and hold nothing to stop at, among the stops by itself.
    reached += [_tab(page) for focus in reached if focus["stop"] < 0 and focus["isScroller"]]
    assert [focus["stop"] for focus in reached if focus["stop"] >= 0 or not focus["isScroller"]] == list(range(count))
    assert [focus["what"] for focus in reached if focus["outline"] < 2] == []
    assert [(focus["what"], focus["contrast"]) for focus in reached if focus["contrast"] < 3] == []
    assert [focus["what"] for focus in reached if focus["isCovered"]] == []
    page.keyboard.press("Tab")
    assert page.evaluate(f"{_STOPS}.indexOf(document.activeElement)") <= 0


@every_page_and_404
def test_skip_link_is_first_and_leads_to_the_text(page: Page, server: str, address: str) -> None:
    """The first Tab shows the skip link; Enter moves the focus to the main part, and Tab goes on there."""
    visit(page, server + address)
    page.keyboard.press("Tab")
    skip = page.locator("a[href='#main']")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_be_visible()


def test_enter_follows_the_contents(page: Page, server: str) -> None:
    """Enter on an entry of the contents leads to its section, and the next Tab goes on from there."""
    visit(page, server + PAGES["guide"][1])
    entry = page.locator(".cl-contents__list a").nth(2)
    section = page.locator(f"[id='{(entry.get_attribute('href') or '').removeprefix('#')}']")
    entry.press("Enter")
    expect(section).to_be_in_viewport()
    page.keyboard.press("Tab")
    follows = "(heading) => !!(heading.compareDocumentPosition(document.activeElement) & 4)"
    assert section.evaluate(follows)


def test_contents_fold_by_keyboard(page: Page, server: str) -> None:
    """Enter on the title of the contents folds them, and unfolds them again."""
    visit(page, server + PAGES["guide"][0])
    title, entries = page.locator(".cl-contents summary"), page.locator(".cl-contents__list")
    title.press("Enter")
    expect(entries).to_be_hidden()
    title.press("Enter")
    expect(entries).to_be_visible()


@pytest.mark.parametrize(("key", "choice", "scheme"), [("ArrowDown", "light", "dark"), ("End", "dark", "light")])
def test_colours_are_chosen_by_keyboard_and_stay(page: Page, server: str, key: str, choice: str, scheme: str) -> None:
    """Colours chosen by keyboard stand against the system's and stay from page to page, in either language."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit(page, server)
    before = _paper(page)
    page.locator("#colour").focus()
    page.keyboard.press(key)
    expect(page.locator("#colour")).to_have_value(choice)
    after = _paper(page)
    assert after != before
    for address in PAGES["guide"]:
        visit(page, server + address)
        assert _paper(page) == after
        expect(page.locator("#colour")).to_have_value(choice)


def test_only_the_colours_are_kept(page: Page, server: str) -> None:
    """Nothing is kept in the browser but the colours, and they only once they are chosen."""
    for address in [address for pair in PAGES.values() for address in pair]:
        visit(page, server + address)
        assert _kept(page) == []
    page.locator("#colour").select_option("dark")
    assert _kept(page) == ["cl-colour"]
    page.locator("#colour").select_option("")
    assert _kept(page) == []


def _tab(page: Page) -> _Focus:
    page.keyboard.press("Tab")
    focus: _Focus = page.evaluate(_FOCUS)
    return focus


def _paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def _kept(page: Page) -> list[str]:
    """The names of everything that the site keeps in the browser."""
    kept: list[str] = page.evaluate(
        """async () => [
          ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
          ...(await indexedDB.databases()).map(database => database.name),
        ]"""
    )
    return kept + [cookie["name"] for cookie in page.context.cookies()]
