"""Every letter of Welsh and English is drawn, and all of them in one font."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

from browser.visits import PAGES, visit
from built_site import PROJECT

_FONTS = sorted((PROJECT / "overrides/assets/fonts").glob("*.woff2"))
_ACCENTS = (
    "\N{COMBINING CIRCUMFLEX ACCENT}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING GRAVE ACCENT}",
    "\N{COMBINING DIAERESIS}",
)
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "".join(unicodedata.normalize("NFC", letter + accent) for letter in "aeiouwyAEIOUWY" for accent in _ACCENTS)
_SIGNS = "0123456789‘’“”'\"–—-…·.,:;!?()/£%&©"
_ALL = _PLAIN + _ACCENTED + _SIGNS


def test_letters_are_those_of_welsh() -> None:
    """The letters that these tests try are all seven vowels under all four accents, each as one character."""
    assert len(_ACCENTED) == 2 * 7 * 4
    assert set("âêîôûŵŷÂÊÎÔÛŴŶẁẃẅỳýÿẀẂẄỲÝŸïöáéàèìò") <= set(_ACCENTED)


@pytest.mark.parametrize("path", _FONTS, ids=lambda path: path.stem)
def test_font_draws_every_letter(path: Path) -> None:
    """Each of our fonts has a glyph with an outline for every letter of Welsh and English, quotation mark and digit."""
    font = TTFont(path)
    names, glyphs = font.getBestCmap(), font.getGlyphSet()

    def is_drawn(letter: str) -> bool:
        pen = BoundsPen(glyphs)
        if ord(letter) in names:
            glyphs[names[ord(letter)]].draw(pen)
        return pen.bounds is not None

    assert [letter for letter in _ALL if not is_drawn(letter)] == []


#: The letters put in the place of an element's text, and drawn.
_WRITE = """(element, letters) => {
  element.textContent = letters
  return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
}"""


@pytest.mark.parametrize("address", PAGES["about"], ids=["en", "cy"])
def test_each_text_is_drawn_in_one_font(tab: Page, server: str, address: str) -> None:
    """A browser draws all letters of a heading in our font, and all those of a paragraph in one font of the system."""
    visit(tab, server + address)
    heading, text = (_fonts_of(tab, selector) for selector in ("main h1", "main p"))
    for _ in range(5):  # A font that comes too late for a first visit is there for the next.
        if heading[0]["isCustomFont"]:
            break
        tab.reload()
        heading = _fonts_of(tab, "main h1")
    assert [(font["familyName"].partition(" ")[0], font["isCustomFont"]) for font in heading] == [("Newsreader", True)]
    assert [font["isCustomFont"] for font in text] == [False], text


def _fonts_of(page: Page, selector: str) -> list[dict[str, Any]]:
    """The fonts that draw the element, once it holds every letter."""
    page.locator(selector).first.evaluate(_WRITE, _ALL)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts: list[dict[str, Any]] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    session.detach()
    return fonts
