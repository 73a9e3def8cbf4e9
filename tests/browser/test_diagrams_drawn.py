"""Diagrams as a browser draws them: words in their shapes, apart from each other, large enough, and told apart.

The tests of each kind find out what may go wrong with odd labels; these see the site's own with the real font.
"""

from __future__ import annotations

import struct

import pytest
from playwright.sync_api import Page

from browser.visits import PHONE, TABLET, WIDE, resize, visit

_ADDRESSES = (
    "handbook/diagrams/",
    "cy/llawlyfr/diagramau/",
    "guides/open-innovation/",
    "cy/canllawiau/arloesi-agored/",
    "guides/root-cause-analysis/",
    "cy/canllawiau/dadansoddi-achosion-sylfaenol/",
)
every_address = pytest.mark.parametrize("address", _ADDRESSES)

#: The letters that a reader can still make out on a phone, in CSS pixels.
_SMALLEST = 12
#: What is wrong with the words on the drawings that are shown.
_MISPLACED = """(smallest) => {
  const found = []
  for (const svg of document.querySelectorAll("svg.cl-diagram__svg")) {
    if (!svg.checkVisibility()) continue
    const name = svg.getAttribute("aria-labelledby").split(" ")[0]
    const {x, y, width, height} = svg.viewBox.baseVal
    const scale = svg.getBoundingClientRect().width / width
    const placed = []
    for (const text of svg.querySelectorAll("text")) {
      const words = `${name} ${text.textContent}`
      const box = text.getBBox()
      if (box.x < x || box.y < y || box.x + box.width > x + width || box.y + box.height > y + height)
        found.push(`outside the drawing: ${words}`)
      if (parseFloat(getComputedStyle(text).fontSize) * scale < smallest) found.push(`too small: ${words}`)
      for (const other of placed)
        if (box.x < other.x + other.width && other.x < box.x + box.width
            && box.y < other.y + other.height && other.y < box.y + box.height) found.push(`across others: ${words}`)
      placed.push(box)
      const tone = [...text.classList].find(one => one.startsWith("d-on-"))?.replace("d-on-", "d-")
      if (!tone) continue
      const shapes = [...svg.querySelectorAll(`.${tone}`)].filter(one => one !== text)
      const letters = [...text.textContent].map((_, index) => text.getExtentOfChar(index))
      const corners = letters.flatMap(({x, y, width, height}) =>
        [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([x, y]) => new DOMPoint(x, y)))
      if (!shapes.some(shape => corners.every(corner => shape.isPointInFill(corner))))
        found.push(`outside its shape: ${words}`)
    }
  }
  return found
}"""
#: Pairs of colours that are too near each other (WCAG 1.4.3 for words, 1.4.11 for lines).
_TOO_FAINT = """() => {
  const luminance = ([red, green, blue]) => [red, green, blue].map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0)
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number)
  const contrast = (one, other) => {
    const [low, high] = [luminance(numbers(one)), luminance(numbers(other))].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const paper = getComputedStyle(document.body).backgroundColor
  const found = new Set()
  for (const element of document.querySelectorAll(".cl-diagram__svg > :not(title, desc)")) {
    const {fill, stroke} = getComputedStyle(element)
    if (element.matches("text")) {
      const tone = [...element.classList].find(one => one.startsWith("d-on-"))?.replace("d-on-", "d-")
      const shape = tone && element.closest("svg").querySelector(`.${tone}`)
      const ground = shape ? getComputedStyle(shape).fill : paper
      if (contrast(fill, ground) < 4.5) found.add(`words ${element.getAttribute("class")}: ${fill} on ${ground}`)
    } else if (stroke !== "none" && contrast(stroke, paper) < 3) {
      found.add(`line ${element.getAttribute("class")}: ${stroke} on ${paper}`)
    }
  }
  return [...found]
}"""
_COLOURS = """() => {
  const colours = (selector, property) => [...new Set([...document.querySelectorAll(selector)]
    .map(element => getComputedStyle(element)[property]))]
  return [colours("svg.cl-diagram__svg text", "fill"), colours(".cl-diagram__svg :is(.d-plain, .d-accent)", "fill"),
    colours(".cl-diagram__svg :is(.d-plain, .d-accent)", "stroke")]
}"""


@every_address
def test_words_are_in_their_place(tab: Page, server: str, address: str) -> None:
    """At each width all words are on the drawing, in their shape, across no others, and large enough to read."""
    visit(tab, server + address)
    for size in (PHONE, TABLET, WIDE):
        resize(tab, size)
        assert tab.evaluate(_MISPLACED, _SMALLEST) == [], size


@every_address
def test_one_drawing_of_each_figure_is_shown(tab: Page, server: str, address: str) -> None:
    """A phone gets the narrow drawing and other windows the wide one, each no wider than its column."""
    visit(tab, server + address)
    for size, shown in ((PHONE, "narrow"), (TABLET, "wide"), (WIDE, "wide")):
        resize(tab, size)
        drawings = tab.locator("svg.cl-diagram__svg:visible")
        assert drawings.count() == tab.locator("figure.cl-figure:has(svg)").count() > 0
        for drawing in drawings.all():
            assert f"--{shown}" in (drawing.get_attribute("class") or "")
            assert (drawing.bounding_box() or {"width": 0})["width"] <= size[0]


@every_address
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_tell_words_and_lines_from_their_ground(tab: Page, server: str, address: str, scheme: str) -> None:
    """Words have a contrast of 4.5:1 with what they stand on, and lines of 3:1 with the page, in light and in dark."""
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    visit(tab, server + address)
    assert tab.evaluate(_TOO_FAINT) == []


def test_paper_and_forced_colours(tab: Page, server: str) -> None:
    """In print all is black on white, whatever the scheme; forced colours are those that the system gives."""
    visit(tab, server + _ADDRESSES[0])
    tab.emulate_media(media="print", color_scheme="dark")
    assert tab.evaluate(_COLOURS) == [["rgb(0, 0, 0)"], ["rgb(255, 255, 255)"], ["rgb(0, 0, 0)"]]
    tab.emulate_media(media="screen", color_scheme="light", forced_colors="active")
    (words,), (ground,), (edge,) = tab.evaluate(_COLOURS)
    assert words == edge != ground


@pytest.mark.parametrize(
    ("address", "name"), list(zip(_ADDRESSES[2:4], ("models.diagram", "models.diagram.cy"), strict=True))
)
def test_png_to_take_away(page: Page, server: str, address: str, name: str) -> None:
    """A reader gets the figure as PNG too, in the language of the page, called like its SVG and twice its size."""
    visit(page, server + address)
    figure = page.locator("#fig-models")
    svg = page.request.get(f"{server}{address}").url + (figure.locator("a[download]").get_attribute("href") or "")
    width, height = page.evaluate(
        "async address => { const image = new Image(); image.src = address; await image.decode();"
        " return [image.naturalWidth, image.naturalHeight] }",
        svg,
    )
    with page.expect_download() as download:
        figure.locator("a[data-cl-png]").click()
    assert download.value.suggested_filename == f"{name}.png"
    data = download.value.path().read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (2 * width, 2 * height)
    assert len(data) > 10_000, "there is ink on it"
