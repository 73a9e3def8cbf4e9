"""What readers ask their devices for: less motion, colours of their own; and a page on paper."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from browser.visits import NOWHERE, PAGES, WORDS, every_kind, unfold, visit

_GUIDE_WITH_LINKS = ("guides/sharing-openly/", "cy/canllawiau/rhannu-yn-agored/")
_LANGUAGES = ("en", "cy")
_MOVING = """() => {
  const moving = [...document.querySelectorAll("*")].flatMap(element => ["", "::before", "::after"].map(part => {
    const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element, part || null)
    const isStill = transitionDuration.split(", ").every(time => parseFloat(time) === 0)
      && animationName === "none" && scrollBehavior === "auto"
    return isStill ? "" : element.outerHTML.slice(0, 80) + part
  }))
  return moving.filter(Boolean)
}"""
#: Text and the edges of controls that can hardly be told from what is behind them, in the colours that are forced. The
#: edge of a checkbox that the browser draws, in the system's own colours, is no border of its style's.
_FAINT = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(n => n / 255)
      .map(n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
  }
  const isClear = colour => /^rgba.*, 0\\)$/.test(colour)
  const behind = element => {
    while (element && isClear(getComputedStyle(element).backgroundColor)) element = element.parentElement
    return element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)"
  }
  const contrast = (a, b) => Math.max(light(a) / light(b), light(b) / light(a))
  const isEdged = element => ["Top", "Right", "Bottom", "Left"].some(side => {
    const style = getComputedStyle(element)
    return parseFloat(style[`border${side}Width`]) > 0 && !isClear(style[`border${side}Color`])
      && contrast(style[`border${side}Color`], behind(element.parentElement)) >= 3
  })
  const seen = [...document.body.querySelectorAll("*:not(svg *)")].filter(element => element.checkVisibility())
  const faint = seen.filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    && contrast(getComputedStyle(element).color, behind(element)) < 4.5)
  const isDrawnByBrowser = element => element.type === "checkbox" && getComputedStyle(element).appearance !== "none"
  const bare = seen.filter(element => element.matches("input, select, .cl-switch__choice")
    && !isDrawnByBrowser(element) && !isEdged(element))
  return [...faint, ...bare].map(element => element.outerHTML.slice(0, 100))
}"""
#: What marks the current one of several, but for its background, which forced colours take away.
_MARKS = """element => {
  const {fontWeight, textDecorationLine, borderBlockEndWidth, borderBlockEndStyle} = getComputedStyle(element)
  return [fontWeight, textDecorationLine, borderBlockEndWidth, borderBlockEndStyle].join()
}"""
#: Furniture that a printed page still shows, boxes that cut off what they hold, and text that is not dark on white.
_BADLY_PRINTED = """() => {
  const seen = [...document.body.querySelectorAll("*:not(svg *)")].filter(element => element.checkVisibility())
  const furniture = seen.filter(element => element.matches("nav, body > header, body > footer, [role=search], form"))
  const cut = seen.filter(element => getComputedStyle(element).overflowX !== "visible"
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
  const hasText = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number)
  const isDark = colour => Math.max(...numbers(colour).slice(0, 3)) <= 96
  const isWhite = colour => numbers(colour)[3] === 0 || Math.min(...numbers(colour).slice(0, 3)) === 255
  const text = seen.filter(element => hasText(element) && !element.closest("pre"))
  const pale = text.filter(element => !isDark(getComputedStyle(element).color))
  const dark = seen.filter(element => !isWhite(getComputedStyle(element).backgroundColor))
  const told = (what, elements) => elements.map(element => `${what}: ${element.outerHTML.slice(0, 100)}`)
  return [...told("furniture", furniture), ...told("cut", cut), ...told("pale", pale), ...told("dark", dark)]
}"""


@every_kind
def test_nothing_moves_for_those_who_ask(tab: Page, server: str, address: str) -> None:
    """Where less motion is asked for nothing is animated, and no page scrolls smoothly."""
    visit(tab, server + address)
    assert tab.evaluate(_MOVING) == []


@every_kind
def test_forced_colours_leave_everything_to_be_seen(tab: Page, server: str, address: str) -> None:
    """In colours that the system forces all text is read, controls keep their edges, and the current place its mark."""
    tab.emulate_media(forced_colors="active")
    visit(tab, server + address)
    unfold(tab)
    assert tab.evaluate(_FAINT) == []
    tab.emulate_media(color_scheme="dark")
    assert tab.evaluate(_FAINT) == []
    for group in tab.locator("nav:has([aria-current])").all():
        marked = group.locator("[aria-current]:visible").first
        others = group.locator("a:not([aria-current]):visible")
        if marked.count() and others.count():
            assert marked.evaluate(_MARKS) != others.first.evaluate(_MARKS), marked.inner_text()


@pytest.mark.parametrize(
    "address", [PAGES[kind][1] for kind in ("home", "guide", "fallback", "guides", "glossary", "handbook")]
)
def test_print_is_the_text_alone(tab: Page, server: str, address: str) -> None:
    """On paper a page is its text: whole, dark on white whatever colours were chosen, without furniture."""
    tab.set_viewport_size({"width": 700, "height": 990})  # A4 between margins
    tab.emulate_media(media="print", color_scheme="dark")
    visit(tab, server + address)
    tab.evaluate("document.documentElement.dataset.clColour = 'dark'")
    assert tab.evaluate(_BADLY_PRINTED) == []


@pytest.mark.parametrize("here", [0, 1], ids=_LANGUAGES)
def test_printed_guide_is_whole(tab: Page, server: str, here: int) -> None:
    """The PDF of a guide has all its headings and the addresses of its links to other sites, and no menu."""
    visit(tab, server + _GUIDE_WITH_LINKS[here])
    headings = tab.get_by_role("article").locator(".cl-text h2").all_inner_texts()
    addresses = (
        tab.get_by_role("article").locator(".cl-text a[href^='http']").evaluate_all("all => all.map(a => a.href)")
    )
    tab.emulate_media(media="print")
    printed = _squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(tab.pdf(format="A4"))).pages))
    assert headings
    assert addresses
    assert [text for text in (*headings, *addresses) if _squeezed(text) not in printed] == []
    assert _squeezed(WORDS["skip-to-content"][_LANGUAGES[here]]) not in printed
    assert _squeezed(WORDS["partners"][_LANGUAGES[here]]) not in printed


def test_folded_passages_are_printed(tab: Page, server: str) -> None:
    """What is folded on the screen is printed all the same."""
    visit(tab, server + PAGES["guide"][0])
    tab.evaluate(
        """() => {
          const details = document.createElement("details")
          details.append(document.createElement("summary"), Object.assign(document.createElement("p"), {id: "folded"}))
          details.lastChild.textContent = "Folded"
          document.querySelector(".cl-text").append(details)
        }"""
    )
    is_seen = "document.getElementById('folded').checkVisibility({contentVisibilityAuto: true})"
    assert tab.evaluate(is_seen) is False
    tab.emulate_media(media="print")
    tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert tab.evaluate(is_seen) is True


def test_404_prints(tab: Page, server: str) -> None:
    """The 404 page, too, is dark on white on paper."""
    tab.emulate_media(media="print", color_scheme="dark")
    visit(tab, server + NOWHERE)
    assert [one for one in tab.evaluate(_BADLY_PRINTED) if one.startswith(("pale", "dark"))] == []


def _squeezed(text: str) -> str:
    """`text` letter by letter, without spaces and hyphens, which lines on paper break at."""
    return re.sub(r"[\s\u00ad-]+", "", unicodedata.normalize("NFKC", text))
