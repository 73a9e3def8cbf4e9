"""One reader's way through the site, by keyboard alone."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from playwright.sync_api import ElementHandle, Locator, Page, expect

from browser.visits import PAGES, WIDE, WORDS, ZOOMED, resize, visit

_LANGUAGES = ("en", "cy")
_OTHER = ("Cymraeg", "English")
_WORD = ("museum", "amgueddfa")
#: What hides the focused element, if anything does: it is out of the window, or something lies on it (WCAG 2.4.11).
_HIDDEN = """() => {
  const element = document.activeElement
  if (element === document.body || element.matches("main")) return null
  const {left, right, top, bottom} = element.getClientRects()[0]
  const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]
  const seen = document.elementFromPoint(x, y)
  const outline = getComputedStyle(element)
  if (outline.outlineStyle === "none" || parseFloat(outline.outlineWidth) < 2) return "no outline"
  return element.contains(seen) ? null : `${element.outerHTML.slice(0, 80)} under ${seen?.outerHTML.slice(0, 80)}`
}"""
#: The same, and whether the focus has come to `target`: an element, or a link to an address.
_STEP = f"""target => {{
  const element = document.activeElement
  return {{hidden: ({_HIDDEN})(), isThere: typeof target === "string" ? element.href === target : element === target}}
}}"""


@pytest.mark.parametrize("size", [WIDE, (320, 640), ZOOMED], ids=["wide", "phone", "zoomed"])
@pytest.mark.parametrize("here", [0, 1], ids=_LANGUAGES)
def test_whole_site_by_keyboard(tab: Page, server: str, here: int, size: tuple[int, int]) -> None:
    """From the home page to a guide, a section, the other language, a search result and the glossary, focus in view."""
    there = 1 - here
    guide, guides, glossary = PAGES["guide"], PAGES["guides"], PAGES["glossary"]
    resize(tab, size)
    visit(tab, server + PAGES["home"][here])
    reader = _Reader(tab)

    reader.go_to(tab.get_by_role("link", name=WORDS["skip-to-content"][_LANGUAGES[here]]))
    reader.follow()
    expect(tab.get_by_role("main")).to_be_focused()

    reader.menu_closes_with_escape(_LANGUAGES[here])
    reader.choose_in_menu(server + guides[here], _LANGUAGES[here])
    reader.go_to_address(server + guide[here])
    reader.follow(server + guide[here])

    section = reader.choose_in_contents(_LANGUAGES[here])
    counterpart = f"#{section.get_attribute('data-cl-counterpart')}"
    reader.go_to(tab.get_by_role("link", name=_OTHER[here], exact=True), key="Shift+Tab")
    reader.follow()
    tab.wait_for_url(lambda url: unquote(url).startswith(server + guide[there] + counterpart))

    reader.search(_WORD[there], _LANGUAGES[there])
    expect(tab.get_by_role("status")).not_to_be_empty()
    result = tab.get_by_role("main").get_by_role("listitem").get_by_role("heading").get_by_role("link").first
    reader.go_to(result)
    reader.follow()
    expect(tab.locator("html")).to_have_attribute("lang", _LANGUAGES[there])
    expect(tab.get_by_role("heading", level=1)).to_be_visible()

    reader.choose_in_menu(server + glossary[there], _LANGUAGES[there])
    expect(tab).to_have_url(server + glossary[there])


class _Reader:
    """Someone with a keyboard and no mouse."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def go_to(self, target: Locator, key: str = "Tab") -> None:
        """Press Tab until `target` has the focus; whatever has it on the way can be seen."""
        expect(target.first).to_be_attached()
        self._press_until(target.first.element_handle(), key)

    def go_to_address(self, url: str) -> None:
        """Press Tab until a link to `url` has the focus."""
        self._press_until(url, "Tab")

    def follow(self, url: str | None = None) -> None:
        """Press Enter, and arrive at `url` if that leads to another page."""
        self._page.keyboard.press("Enter")
        if url:
            self._page.wait_for_url(url)

    def menu_closes_with_escape(self, language: str) -> None:
        """Where there is a button for the menu: Enter opens it, Tab goes into it, Escape closes it and leads back."""
        button, menu = self._menu(language)
        if not button.is_visible():
            return
        self.go_to(button)
        self.follow()
        expect(menu).to_be_visible()
        self._page.keyboard.press("Tab")
        expect(menu.locator(":focus")).to_be_visible()
        self._page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()

    def choose_in_menu(self, url: str, language: str) -> None:
        """Follow the link to `url` in the menu, which may have to be opened."""
        button, _ = self._menu(language)
        if button.is_visible():
            self.go_to(button)
            self.follow()
        self.go_to_address(url)
        self.follow(url)

    def choose_in_contents(self, language: str) -> Locator:
        """Follow the third entry of the contents; gives its section, which is then in view."""
        entry = self._page.get_by_role("navigation", name=WORDS["contents"][language]).get_by_role("link").nth(2)
        section = self._page.locator(f"[id='{(entry.get_attribute('href') or '').removeprefix('#')}']")
        self.go_to(entry)
        self.follow()
        expect(section).to_be_in_viewport()
        return section

    def search(self, word: str, language: str) -> None:
        """Type `word` into a search box, on this page or on the search page, and press Enter."""
        box = self._page.get_by_role("searchbox")
        if not box.first.is_visible():
            self.go_to(self._page.get_by_role("banner").get_by_role("link", name=WORDS["search"][language]))
            self.follow()
            expect(box).to_be_visible()
        self.go_to(box)
        self._page.keyboard.type(word)
        self.follow()

    def _menu(self, language: str) -> tuple[Locator, Locator]:
        return (
            self._page.get_by_role("button", name=WORDS["menu-button"][language]),
            self._page.get_by_role("navigation", name=WORDS["menu"][language]),
        )

    def _press_until(self, target: ElementHandle | str, key: str) -> None:
        for _ in range(200):
            self._page.keyboard.press(key)
            step = self._page.evaluate(_STEP, target)
            assert step["hidden"] is None
            if step["isThere"]:
                return
        pytest.fail("the keyboard does not lead there")
