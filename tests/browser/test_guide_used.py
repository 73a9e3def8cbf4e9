"""A guide in a reader's hands: meanings open, the contents keep up, addresses are copied; without a mouse, too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browser.visits import PAGES, PHONE, WIDE, WORDS, resize, visit

_each_language = pytest.mark.parametrize(("language", "address"), list(zip(("en", "cy"), PAGES["guide"], strict=True)))
_AXE = """async (element) => (await axe.run(element, {resultTypes: ["violations"]})).violations
  .flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`))"""

_MARKED = """buttons => buttons.map(button => {
  const offer = button.closest(".cl-offered") ?? button.parentElement
  const [mark, around] = [offer, offer.parentElement].map(element => getComputedStyle(element))
  return [offer.textContent, `${mark.textDecorationLine} ${mark.textDecorationStyle}`, around.textDecorationLine]
})"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who lets pages write to the clipboard."""
    permissions = ["clipboard-read", "clipboard-write"]
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=permissions)
    yield context
    context.close()


def _offer(page: Page) -> tuple[Locator, Locator]:
    """The third button in the text, and the meaning that it opens."""
    button = page.locator(".cl-offer button").nth(2)
    return button, page.locator(f"#{button.get_attribute('popovertarget')}")


@_each_language
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_meaning_by_keyboard(browser: Browser, server: str, language: str, address: str, scripts: bool) -> None:
    """A meaning opens by keyboard and takes the focus; Escape closes it, and the focus is back where it was."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(server + address)
    button, meaning = _offer(page)
    expect(meaning).to_be_hidden()
    for key in ("Enter", "Space"):
        button.focus()
        page.keyboard.press(key)
        expect(meaning).to_be_visible()
        expect(meaning).to_be_focused()
        page.keyboard.press("Tab")
        expect(meaning.locator("a")).to_be_focused()
        page.keyboard.press("Escape")
        expect(meaning).to_be_hidden()
        expect(button).to_be_focused()
    context.close()


@_each_language
def test_meaning_closes_when_it_is_left(tab: Page, server: str, language: str, address: str) -> None:
    """A meaning that the focus leaves, forwards or backwards, closes, and the focus is where the reader went."""
    visit(tab, server + address)
    button, meaning = _offer(tab)
    for key, presses in (("Tab", 3), ("Shift+Tab", 1)):
        button.press("Enter")
        expect(meaning).to_be_visible()
        for _ in range(presses):
            tab.keyboard.press(key)
        expect(meaning).to_be_hidden()
        assert tab.evaluate("document.activeElement.matches('main *')")


@_each_language
def test_words_of_a_term_are_marked(tab: Page, server: str, language: str, address: str) -> None:
    """A dotted line stands below all words of the term that a button is for, and not below the text around them."""
    visit(tab, server + address)
    found = tab.locator(".cl-offer button").evaluate_all(_MARKED)
    assert {(line, around) for _, line, around in found} == {("underline dotted", "none")}
    terms = [term for term, _, _ in found]
    assert len([term for term in terms if " " in term]) > 1 < len([term for term in terms if " " not in term])


@_each_language
def test_meaning_is_told(tab: Page, server: str, language: str, address: str) -> None:
    """A screen reader is told what the button opens, whether it is open, and the name and words of what opens."""
    visit(tab, server + address)
    button, meaning = _offer(tab)
    term = meaning.get_attribute("aria-label") or ""
    name = WORDS["term-meaning"][language].format(term=term)
    expect(button).to_have_accessible_name(name)
    expect(tab.get_by_role("button", name=name, exact=True)).to_have_count(1)
    button.click()
    expect(tab.get_by_role("dialog", name=term, exact=True)).to_be_visible()
    expect(tab.get_by_role("dialog").get_by_role("link")).to_have_accessible_name(WORDS["term-in-glossary"][language])
    tab.get_by_role("dialog").get_by_role("button", name=WORDS["close"][language]).click()
    expect(meaning).to_be_hidden()


@_each_language
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_meaning_is_whole_in_the_window(
    tab: Page, server: str, language: str, address: str, size: tuple[int, int]
) -> None:
    """Every meaning that opens lies inside the window, can be touched, and axe finds nothing in it."""
    visit(tab, server + address)
    resize(tab, size)
    tab.evaluate(Axe().axe_script)
    for button in tab.locator(".cl-offer button").all():
        box = button.bounding_box()
        assert box and min(box["width"], box["height"]) >= 23.9, "WCAG 2.5.8"
        button.click()
        meaning = tab.locator(".cl-meaning:popover-open")
        inside = meaning.evaluate(
            """element => { const { left, right, top, bottom } = element.getBoundingClientRect()
               return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight }"""
        )
        assert inside, meaning.inner_text()
        assert meaning.evaluate(_AXE) == []
        tab.keyboard.press("Escape")


@_each_language
def test_meanings_without_popovers(tab: Page, server: str, language: str, address: str) -> None:
    """On paper no button is left; where a browser knows no popovers, the style sheet makes the meanings a list."""
    visit(tab, server + address)
    tab.emulate_media(media="print")
    expect(tab.locator(".cl-offer button").first).to_be_hidden()
    expect(tab.locator(".cl-meaning").first).to_be_hidden()
    expect(tab.locator(".cl-anchor").first).to_be_hidden()
    conditions = tab.evaluate(
        """[...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
           .map(rule => rule.conditionText ?? "").filter(text => text.includes("not selector(:popover-open)"))"""
    )
    assert len(conditions) == 1


@_each_language
def test_words_are_copied_without_the_button(tab: Page, server: str, language: str, address: str) -> None:
    """Text that is copied holds the words of a term, and nothing of the button after them."""
    visit(tab, server + address)
    said = tab.evaluate(
        """() => { const block = document.querySelector(".cl-offer").closest("p, li")
           getSelection().selectAllChildren(block)
           return [getSelection().toString(), block.textContent] }"""
    )
    assert " ".join(said[0].split()) == " ".join(said[1].split())


@_each_language
def test_contents_mark_the_section(tab: Page, server: str, language: str, address: str) -> None:
    """The contents mark the section that is being read, and none above the first."""
    visit(tab, server + address)
    current = tab.locator(".cl-contents [aria-current=true]")
    expect(current).to_have_count(0)
    headings = tab.locator(".cl-text h2")
    for number in (3, 1, 4):
        headings.nth(number).evaluate("heading => scrollBy(0, heading.getBoundingClientRect().top - 120)")
        expect(current).to_have_count(1)
        expect(current).to_have_attribute("href", f"#{headings.nth(number).get_attribute('id')}")
    tab.evaluate("scrollTo(0, 0)")
    expect(current).to_have_count(0)


@_each_language
def test_link_at_a_heading(context: BrowserContext, server: str, language: str, address: str) -> None:
    """The link at a heading shows when it has the focus, leads there, copies its address and says so."""
    page = context.new_page()
    page.goto(server + address)
    link = page.locator(".cl-anchor").nth(2)
    assert link.evaluate("link => getComputedStyle(link).opacity") == "0"
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    status = page.get_by_role("status").filter(has_text=WORDS["copied"][language])
    expect(status).to_be_visible()
    anchor = link.get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == f"{server}{address}{anchor}" == page.url


@_each_language
def test_address_is_copied(context: BrowserContext, server: str, language: str, address: str) -> None:
    """One button copies the page's address, without the section, and says so; another prints."""
    page = context.new_page()
    page.add_init_script("window.print = () => { document.body.dataset.printed = 'yes' }")
    page.goto(f"{server}{address}#cl-tags")
    page.get_by_role("button", name=WORDS["copy-address"][language], exact=True).click()
    expect(page.locator(".cl-toast")).to_have_text(WORDS["copied"][language])
    assert page.evaluate("navigator.clipboard.readText()") == server + address
    page.get_by_role("button", name=WORDS["print"][language], exact=True).click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")


def test_share_where_the_browser_can(context: BrowserContext, server: str) -> None:
    """Where a browser can hand an address on, a button lets it; elsewhere there is no such button."""
    page = context.new_page()
    page.goto(server + PAGES["guide"][0])
    button = page.locator("[data-cl-do=share]")
    assert button.is_visible() == page.evaluate("'share' in navigator")
    page.add_init_script("Navigator.prototype.share = async (what) => { document.body.dataset.shared = what.url }")
    page.reload()
    button.click()
    expect(page.locator("body")).to_have_attribute("data-shared", server + PAGES["guide"][0])


def test_refused_clipboard_is_told(browser: Browser, server: str) -> None:
    """Where a browser does not let the page copy, the reader is told."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Clipboard.prototype.writeText = () => Promise.reject(new Error('no'))")
    page.goto(server + PAGES["guide"][1])
    page.locator("[data-cl-do=copy]").click()
    expect(page.locator(".cl-toast")).to_have_text(WORDS["not-copied"]["cy"])
    context.close()


def test_letters_stay_in_view(tab: Page, server: str) -> None:
    """On a wide screen the letters of the glossary stay below the header, and cover no term that a link leads to."""
    visit(tab, f"{server}{PAGES['glossary'][1]}#rhanddeiliad")
    row, term = (tab.locator(one).bounding_box() for one in (".cl-letters-row", "[id=rhanddeiliad]"))
    header = tab.locator(".cl-header").bounding_box()
    assert row and term and header
    assert header["y"] + header["height"] <= row["y"] + 1
    assert row["y"] + row["height"] <= term["y"] + 1
