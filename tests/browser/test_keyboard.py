"""The site by keyboard alone, and the one thing that it keeps in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypedDict

import pytest
from playwright.sync_api import Page, expect

from browser.visits import NOWHERE, PAGES, every_page_and_404, visit

_Scheme = Literal["light", "dark"]
#: Of a group of radio buttons Tab stops at the chosen one; arrow keys lead to the others.
_STOPS = """[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter(element => element.checkVisibility({visibilityProperty: true}))
  .filter(element => !element.matches("[type=radio]:not(:checked)"))"""
#: Where the focus is, and whether it can be seen: `contrast` is that of its outline with what lies round the element.
_FOCUS = f"""() => {{
  const element = document.activeElement
  if (element === document.body) return null
  const light = colour => {{
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(n => n / 255)
      .map(n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
  }}
  let behind = element.parentElement
  while (behind !== document.body && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)")
    behind = behind.parentElement
  const style = getComputedStyle(element)
  const ratio = light(style.outlineColor) / light(getComputedStyle(behind).backgroundColor)
  const {{left, right, top, bottom}} = element.getClientRects()[0]
  const seen = document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2)
  return {{
    stop: {_STOPS}.indexOf(element),
    what: element.outerHTML.slice(0, 120),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: Math.max(ratio, 1 / ratio),
    isCovered: !element.contains(seen),
  }}
}}"""


class _Focus(TypedDict):
    stop: int
    what: str
    outline: float
    contrast: float
    isCovered: bool


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_page_and_404
def test_tab_reaches_everything_and_shows_where_it_is(tab: Page, server: str, address: str, scheme: _Scheme) -> None:
    """Tab reaches every link and control, in the order of the page, visibly, and leaves the page after the last."""
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": 1280 if scheme == "light" else 320, "height": 900})
    visit(tab, server + address)
    expected: int = tab.evaluate(f"{_STOPS}.length")
    reached = list(_walk(tab))
    assert [focus["what"] for focus in reached if focus["stop"] < 0] == [], "what only this browser stops at"
    assert [focus["stop"] for focus in reached] == list(range(expected))
    assert [focus["what"] for focus in reached if focus["outline"] < 2 or focus["contrast"] < 3] == []
    assert [focus["what"] for focus in reached if focus["isCovered"]] == []


@pytest.mark.parametrize("address", [*PAGES["guide"], NOWHERE])
def test_skip_link_is_first_and_leads_to_the_text(tab: Page, server: str, address: str) -> None:
    """The first Tab shows the skip link; Enter moves the focus to the main part, and Tab goes on there."""
    visit(tab, server + address)
    tab.keyboard.press("Tab")
    skip = tab.locator("a[href='#cl-main']")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    tab.keyboard.press("Enter")
    expect(tab.locator("main")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.locator("main :focus")).to_be_visible()


def test_enter_follows_the_contents(tab: Page, server: str) -> None:
    """Enter on an entry of the contents leads to its section, and the next Tab goes on from there."""
    visit(tab, server + PAGES["guide"][1])
    entry = tab.locator(".cl-contents__list a").nth(2)
    section = tab.locator(f"[id='{(entry.get_attribute('href') or '').removeprefix('#')}']")
    entry.press("Enter")
    expect(section).to_be_in_viewport()
    tab.keyboard.press("Tab")
    assert section.evaluate("heading => !!(heading.compareDocumentPosition(document.activeElement) & 4)")


def test_contents_fold_by_keyboard(tab: Page, server: str) -> None:
    """Enter on the title of the contents folds them, and unfolds them again."""
    visit(tab, server + PAGES["guide"][0])
    title, entries = tab.locator(".cl-contents summary"), tab.locator(".cl-contents__list")
    title.press("Enter")
    expect(entries).to_be_hidden()
    title.press("Enter")
    expect(entries).to_be_visible()


@pytest.mark.parametrize(
    ("key", "choice", "scheme"), [("ArrowDown", "light", "dark"), ("End", "dark", "light")], ids=["light", "dark"]
)
def test_colours_are_chosen_by_keyboard_and_stay(
    page: Page, server: str, key: str, choice: str, scheme: _Scheme
) -> None:
    """Colours chosen by keyboard stand against the system's and stay from page to page, in either language."""
    page.emulate_media(color_scheme=scheme)
    visit(page, server)
    before = _paper(page)
    page.locator("#cl-colour").focus()
    page.keyboard.press(key)
    expect(page.locator("#cl-colour")).to_have_value(choice)
    after = _paper(page)
    assert after != before
    for address in PAGES["guide"]:
        visit(page, server + address)
        assert _paper(page) == after
        expect(page.locator("#cl-colour")).to_have_value(choice)


def test_only_the_colours_are_kept(page: Page, server: str) -> None:
    """Nothing is kept in the browser but the colours, and they only once they are chosen (`test_requests` asks all)."""
    for address in (*PAGES["browsing"], *PAGES["search"]):
        visit(page, server + address)
        assert _kept(page) == []
    page.locator("#cl-colour").select_option("dark")
    assert _kept(page) == ["cl-colour"]
    page.locator("#cl-colour").select_option("")
    assert _kept(page) == []


def _walk(page: Page) -> Iterator[_Focus]:
    """Press Tab from the top of the page until the focus has left it (and begins again), or is caught."""
    for presses in range(300):
        page.keyboard.press("Tab")
        focus: _Focus | None = page.evaluate(_FOCUS)
        if focus is None or (presses and focus["stop"] == 0):
            return
        yield focus


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
