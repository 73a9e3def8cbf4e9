"""Pages stay in their window and in their place, at every width and with every reader's spacing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from browser.visits import PAGES, PHONE, TABLET, WIDE, ZOOMED, every_page_and_404, popped_up, resize, unfold, visit

_SIZES = (PHONE, TABLET, WIDE, ZOOMED)

#: Elements that reach beyond the window sideways, but for what lies in a box that scrolls by itself.
_STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth
  const scrolls = element => element && element !== document.body
    && (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  const isWider = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : []
  return [...document.body.querySelectorAll("*:not(svg *)")].filter(element => {
    const {left, right} = element.getBoundingClientRect()
    return element.checkVisibility() && (left < -0.5 || right > width + 0.5) && !scrolls(element.parentElement)
  }).map(element => element.outerHTML.slice(0, 120)).concat(isWider)
}"""
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

_ARRIVING_LATE = re.compile(r"\.(svg|woff2)$")
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
def test_everything_fits(tab: Page, server: str, address: str) -> None:
    """Whatever the window, the zoom and the spacing: nothing sticks out or is lost, and targets are large enough."""
    visit(tab, server + address)
    unfold(tab)
    found = {
        size: [*_at(tab, size, _STICKING_OUT), *_at(tab, size, _SMALL_TARGETS), *_in_menus(tab)] for size in _SIZES
    }
    tab.evaluate(_SPACE_OUT)
    for size in _SIZES:
        found[size] += [f"spaced out: {one}" for measure in (_LOST, _STICKING_OUT) for one in _at(tab, size, measure)]
    assert found == {size: [] for size in _SIZES}


@pytest.mark.parametrize("width", [320, 1280])
@every_page_and_404
def test_pictures_arrive_and_nothing_shifts(tab: Page, server: str, address: str, width: int) -> None:
    """Every picture loads, and the page has kept its place: nothing moves when they and the fonts arrive late."""
    late: list[Route] = []
    is_released = False

    def hold(route: Route) -> None:
        if is_released:
            route.continue_()
        else:
            late.append(route)

    tab.set_viewport_size({"width": width, "height": 3000})
    tab.route(_ARRIVING_LATE, hold)
    tab.goto(server + address, wait_until="domcontentloaded")
    tab.evaluate("for (const image of document.images) image.loading = 'eager'")
    tab.evaluate(_PAINTED)
    assert [route.request.url for route in late if route.request.resource_type == "font"] != []
    is_released = True
    for route in late:
        route.continue_()
    tab.wait_for_load_state()
    tab.evaluate("Promise.all(Array.from(document.images, image => image.decode().catch(() => {})))")
    tab.unroute(_ARRIVING_LATE)
    tab.evaluate(_PAINTED)
    assert [source for source, has_loaded in tab.evaluate(_PICTURES) if not has_loaded] == []
    assert tab.evaluate(_SHIFTS) == []


def _at(page: Page, size: tuple[int, int], measure: str) -> list[str]:
    resize(page, size)
    found: list[str] = page.evaluate(measure)
    return found


def _in_menus(page: Page) -> list[str]:
    """What sticks out or is too small in the menus that a narrow window folds away."""
    found: list[str] = []
    for popover in page.locator("[popover]").all():
        if popover.is_visible():
            continue
        with popped_up(popover):
            found += [*page.evaluate(_STICKING_OUT), *page.evaluate(_SMALL_TARGETS)]
    return found


@pytest.mark.parametrize("width", [1000, 1024, 1280])
def test_link_leads_to_what_is_in_sight(tab: Page, server: str, width: int) -> None:
    """A heading that a link leads to stands below the header, which is one row high at every width (WCAG 2.4.11)."""
    tab.set_viewport_size({"width": width, "height": 700})
    visit(tab, f"{server}guides/root-cause-analysis/#draw-the-fishbone")
    tab.wait_for_function("scrollY > 0")
    foot = tab.locator(".cl-header").evaluate("header => header.getBoundingClientRect().bottom")
    top = tab.locator("#draw-the-fishbone").evaluate("heading => heading.getBoundingClientRect().top")
    assert foot <= top < foot + 60
    assert foot < 90


def test_menu_left_open_hides_nothing(page: Page, server: str) -> None:
    """A menu that is open when the window grows wide stays in sight, dims nothing, and Escape closes it."""
    page.set_viewport_size({"width": 390, "height": 800})
    visit(page, server + PAGES["guide"][1])
    page.evaluate("scrollTo(0, 1500)")
    page.locator(".cl-bar button").click()
    page.set_viewport_size({"width": 1280, "height": 800})
    menu = page.locator(".cl-menu")
    expect(menu).to_be_in_viewport(ratio=1)
    assert menu.evaluate("menu => getComputedStyle(menu, '::backdrop').display") == "none"
    page.keyboard.press("Escape")
    assert menu.evaluate("menu => menu.matches(':popover-open')") is False
