"""Pages stay in their window and in their place, at every width and with every reader's spacing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from browser.visits import every_page_and_404, visit

_WIDTHS = (320, 768, 1280)

#: Elements that reach beyond the window sideways, but for what lies in a box that scrolls by itself.
_STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth
  const scrolls = element => element && element !== document.body
    && (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  return [...document.body.querySelectorAll("*:not(svg *)")].filter(element => {
    const {left, right} = element.getBoundingClientRect()
    return element.checkVisibility() && (left < -0.5 || right > width + 0.5) && !scrolls(element.parentElement)
  }).map(element => element.outerHTML.slice(0, 120))
}"""
_IS_WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

#: Links and controls below 24 by 24 pixels, but for links in a line of other text (WCAG 2.5.8).
_SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, select, summary")].filter(element => {
  const {width, height} = element.getBoundingClientRect()
  if (!element.checkVisibility() || (width >= 24 && height >= 24) || element.matches(".cl-skip")) return false
  const isInline = getComputedStyle(element).display === "inline"
  let line = element
  while (getComputedStyle(line).display === "inline") line = line.parentElement
  const other = line.cloneNode(true)
  for (const target of other.querySelectorAll("a")) target.remove()
  return !(isInline && other.textContent.trim())
}).map(element => {
  const {width, height} = element.getBoundingClientRect()
  return `${Math.round(width)} x ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`
})"""

#: The spacing that WCAG 1.4.12 lets a reader set.
_SPACE_OUT = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
#: Text that is cut off by its own box, or lies below another element.
_LOST = """() => [...document.body.querySelectorAll("*")].filter(element => {
  if (element.matches("svg *, option, .cl-skip, .cl-visually-hidden")) return false
  const text = [...element.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  if (!text || !element.checkVisibility()) return false
  const {overflowX, overflowY} = getComputedStyle(element)
  if ([overflowX, overflowY].some(overflow => ["hidden", "clip"].includes(overflow))
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) return true
  const range = document.createRange()
  range.selectNodeContents(text)
  return [...range.getClientRects()].some(({left, right, top, bottom}) => {
    if (right > document.documentElement.clientWidth) return false
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return seen && !element.contains(seen) && !seen.contains(element)
  })
}).map(element => element.outerHTML.slice(0, 120))"""

_PICTURES = "[...document.images].map(image => [image.getAttribute('src'), image.complete && image.naturalWidth > 0])"
_SHIFTS = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()
  .map(shift => `${shift.value.toFixed(3)}: ${shift.sources.map(source => source.node?.outerHTML?.slice(0, 80))}`)))
  .observe({type: "layout-shift", buffered: true}) ?? setTimeout(() => done([]), 300))"""
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@every_page_and_404
def test_nothing_sticks_out(page: Page, server: str, address: str) -> None:
    """No page scrolls sideways and nothing reaches beyond the window, on a phone, a tablet or a wide screen."""
    visit(page, server + address)
    found: list[str] = []
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {element}" for element in page.evaluate(_STICKING_OUT)]
        assert not page.evaluate(_IS_WIDER_THAN_WINDOW), f"scrolls sideways at {width}: {found}"
    assert found == []


@every_page_and_404
def test_targets_are_large_enough(page: Page, server: str, address: str) -> None:
    """Every link and control is 24 pixels wide and high, or stands in a line of text, at every width."""
    visit(page, server + address)
    found: list[str] = []
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {target}" for target in page.evaluate(_SMALL_TARGETS)]
    assert found == []


@pytest.mark.parametrize("width", [320, 1280])
@every_page_and_404
def test_wider_spacing_loses_nothing(page: Page, server: str, address: str, width: int) -> None:
    """With the spacing that a reader may set, no text is cut off or covered and nothing sticks out."""
    page.set_viewport_size({"width": width, "height": 15000})
    visit(page, server + address)
    page.evaluate(_SPACE_OUT)
    assert page.evaluate(_LOST) == []
    assert page.evaluate(_STICKING_OUT) == []


@pytest.mark.parametrize("width", [320, 1280])
@every_page_and_404
def test_pictures_arrive_and_nothing_shifts(page: Page, server: str, address: str, width: int) -> None:
    """Every picture loads, and the page has kept its place: nothing moves when it arrives late."""
    held: list[Route] = []
    page.set_viewport_size({"width": width, "height": 5000})
    page.route("**/*.svg", held.append)
    page.goto(server + address, wait_until="domcontentloaded")
    page.evaluate(_PAINTED)
    page.unroute("**/*.svg")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate(_PAINTED)
    assert [source for source, has_loaded in page.evaluate(_PICTURES) if not has_loaded] == []
    assert page.evaluate(_SHIFTS) == []
