"""Pages stay in their window and in their place, at every width and with every reader's spacing."""

from __future__ import annotations

from typing import Any

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
#: Text that its own box cuts off, or that another element's box covers (the wide area of a link may lie over it).
#: The site's name stands beside its mark only where there is room.
_LOST = """() => [...document.body.querySelectorAll("*")].filter(element => {
  if (element.matches("svg *, option, .cl-skip, .cl-visually-hidden, .cl-brand__name, noscript")) return false
  const text = [...element.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  if (!text || !element.checkVisibility()) return false
  const {overflowX, overflowY} = getComputedStyle(element)
  if ([overflowX, overflowY].some(overflow => ["hidden", "clip"].includes(overflow))
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) return true
  element.scrollIntoView({block: "center", behavior: "instant"})
  const range = document.createRange()
  range.selectNodeContents(text)
  return [...range.getClientRects()].some(({left, right, top, bottom}) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const seen = document.elementFromPoint(x, y)
    if (!seen || element.contains(seen) || seen.contains(element)) return false
    if (seen.closest(".cl-header")) return false // It stays while a paragraph taller than the window goes by.
    const over = seen.getBoundingClientRect()
    return over.left <= x && x <= over.right && over.top <= y && y <= over.bottom
  })
}).map(element => element.outerHTML.slice(0, 120))"""

_PICTURES = "[...document.images].map(image => [image.getAttribute('src'), image.complete && image.naturalWidth > 0])"
#: How far things have moved by themselves; the observer tells of what went before it at once, or there was nothing.
_SHIFTS = """() => new Promise(done => {
  const name = shift => shift.sources.map(source => source.node?.outerHTML?.slice(0, 80)).join(", ")
  new PerformanceObserver(list => done(list.getEntries().map(shift => `${shift.value.toFixed(3)}: ${name(shift)}`)))
    .observe({type: "layout-shift", buffered: true})
  setTimeout(() => done([]), 100)
})"""
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@every_page_and_404
def test_nothing_sticks_out(tab: Page, server: str, address: str) -> None:
    """No page scrolls sideways and nothing reaches beyond the window, on a phone, a tablet or a wide screen."""
    visit(tab, server + address)
    found = {width: _at(tab, width, _STICKING_OUT) for width in _WIDTHS}
    assert found == {width: [] for width in _WIDTHS}
    assert [width for width in _WIDTHS if _at(tab, width, _IS_WIDER_THAN_WINDOW)] == []


@every_page_and_404
def test_targets_are_large_enough(tab: Page, server: str, address: str) -> None:
    """Every link and control is 24 pixels wide and high, or stands in a line of text, at every width."""
    visit(tab, server + address)
    found = {width: _at(tab, width, _SMALL_TARGETS) for width in _WIDTHS}
    assert found == {width: [] for width in _WIDTHS}


@every_page_and_404
def test_wider_spacing_loses_nothing(tab: Page, server: str, address: str) -> None:
    """With the spacing that a reader may set, no text is cut off or covered and nothing sticks out."""
    visit(tab, server + address)
    tab.evaluate(_SPACE_OUT)
    found = {width: [*_at(tab, width, _LOST), *_at(tab, width, _STICKING_OUT)] for width in _WIDTHS}
    assert found == {width: [] for width in _WIDTHS}


@pytest.mark.parametrize("width", [320, 1280])
@every_page_and_404
def test_pictures_arrive_and_nothing_shifts(tab: Page, server: str, address: str, width: int) -> None:
    """Every picture loads, and the page has kept its place: nothing moves when it arrives late."""
    late: list[Route] = []
    is_released = False

    def hold(route: Route) -> None:
        if is_released:
            route.continue_()
        else:
            late.append(route)

    tab.set_viewport_size({"width": width, "height": 3000})
    tab.route("**/*.svg", hold)
    tab.goto(server + address, wait_until="domcontentloaded")
    tab.evaluate("for (const image of document.images) image.loading = 'eager'")
    tab.evaluate(_PAINTED)
    is_released = True
    for route in late:
        route.continue_()
    tab.wait_for_load_state()
    tab.evaluate("Promise.all(Array.from(document.images, image => image.decode().catch(() => {})))")
    tab.unroute("**/*.svg")
    tab.evaluate(_PAINTED)
    assert [source for source, has_loaded in tab.evaluate(_PICTURES) if not has_loaded] == []
    assert tab.evaluate(_SHIFTS) == []


def _at(page: Page, width: int, measure: str) -> Any:
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate(measure)
