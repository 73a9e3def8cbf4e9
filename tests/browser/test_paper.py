"""A guide printed from the browser: what is on the paper, and where it breaks."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from browser.visits import PAGES, visit
from built_site import SITE_URL

_ADDRESSES = ("guides/open-innovation/", "cy/canllawiau/arloesi-agored/")

#: On how many sheets the lists of this site have room.
_SHEETS = {"guides": 2, "list": 1, "browse": 1, "browsing": 1, "home": 2}
_TOPS = """rows => rows.map(row =>
  [...row.querySelectorAll(":scope > :is(.cl-both__side, .cl-both__gap)")].map(side => side.getBoundingClientRect().top)
)"""


def _printed(tab: Page, address: str) -> PdfReader:
    visit(tab, address)
    tab.emulate_media(media="print")
    return PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True, format="A4")))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)


@pytest.mark.parametrize("address", _ADDRESSES)
def test_sheets_are_numbered(tab: Page, server: str, address: str) -> None:
    """Each sheet says which of how many it is."""
    sheets = _printed(tab, server + address).pages
    assert len(sheets) > 3
    for number, sheet in enumerate(sheets, 1):
        assert f"{number}/{len(sheets)}" in _squeezed(sheet.extract_text())


@pytest.mark.parametrize("address", _ADDRESSES)
def test_paper_says_where_it_comes_from(tab: Page, server: str, address: str) -> None:
    """On paper stands the address of the page, which the screen leaves to the browser, and no link to a file."""
    words = _squeezed("".join(page.extract_text() for page in _printed(tab, server + address).pages))
    assert _squeezed(SITE_URL + address) in words
    facts = tab.locator(".cl-facts__address")
    assert facts.is_visible()
    tab.emulate_media(media="screen")
    assert not facts.is_visible()


@pytest.mark.parametrize("address", _ADDRESSES)
def test_drawings_are_not_told_twice(tab: Page, server: str, address: str) -> None:
    """A diagram is printed whole, without the description that says the same words to those who cannot see it."""
    visit(tab, server + address)
    tab.set_viewport_size({"width": 640, "height": 970})  # what A4 leaves between the margins
    tab.emulate_media(media="print")
    assert not tab.locator(".cl-diagram__words").first.is_visible()
    drawings = tab.locator(".cl-diagram__svg--wide")
    assert drawings.count() == 2
    for drawing in drawings.all():
        assert (drawing.bounding_box() or {"height": 9999})["height"] < 900


@pytest.mark.parametrize("address", PAGES["both"])
def test_sides_are_level(tab: Page, server: str, address: str) -> None:
    """Side by side on paper, what says the same begins at the same height, each in its own half."""
    visit(tab, server + address)
    tab.set_viewport_size({"width": 640, "height": 970})
    tab.emulate_media(media="print")
    rows = tab.locator(".cl-both__row").evaluate_all(_TOPS)
    assert len(rows) > 10
    assert [tops for tops in rows if len(tops) == 2 and tops[0] != tops[1]] == []


@pytest.mark.parametrize("kind", ["guides", "list", "browse", "browsing", "home"])
def test_lists_on_paper(tab: Page, server: str, kind: str) -> None:
    """A list on paper has no filters, ends no sheet with a heading, and leaves none nearly empty."""
    for address in PAGES[kind]:
        sheets = _printed(tab, server + address).pages
        headings = {_squeezed(text) for text in tab.locator("main :is(h2, h3)").all_inner_texts()}
        assert len(sheets) <= _SHEETS[kind]
        for sheet in sheets:
            lines = [line for line in map(_squeezed, sheet.extract_text().splitlines()) if line]
            assert len(lines) > 4
            assert lines[-1] not in headings
        for way in tab.locator(":is(.cl-facets-panel, .cl-more, .cl-button)").all():
            assert not way.is_visible()
