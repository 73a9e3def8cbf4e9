"""Every page is sound HTML: one first-level heading, headings in order, ids once, pictures with words and size."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from bs4 import BeautifulSoup, Tag

from built_site import BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import DOCS, attribute, ids, only, pages, target, words_of

_NAMING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


def _all_pages(site: BuiltSite) -> dict[str, BeautifulSoup]:
    return pages(site) | {"404.html": site.not_found}


def _levels(page: Tag) -> list[int]:
    return [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4, h5, h6")]


def _twice(values: list[str]) -> set[str]:
    return {value for value in values if values.count(value) > 1}


def _name(control: Tag) -> str:
    """What a screen reader calls a link or a button, by its words, pictures and label."""
    pictures = "".join(attribute(picture, "alt") for picture in control.select("img"))
    return words_of(control) + pictures + attribute(control, "aria-label")


def test_pages_are_well_formed(site: BuiltSite) -> None:
    """A browser reads every page without having to guess what was meant."""
    wrong = {}
    for path in sorted(site.root.rglob("*.html")):
        parser = html5lib.HTMLParser()
        parser.parse(path.read_text(encoding="utf-8"))
        if parser.errors:
            wrong[path.relative_to(site.root).as_posix()] = [(at, error) for at, error, _ in parser.errors]
    assert wrong == {}


def test_encoding_and_width_are_stated(site: BuiltSite) -> None:
    """Every page says that it is UTF-8, and that it fits the width of the screen without forbidding to zoom."""
    for address, page in _all_pages(site).items():
        assert attribute(only(page, "meta[charset]"), "charset") == "utf-8", address
        assert attribute(only(page, "meta[name=viewport]"), "content") == "width=device-width,initial-scale=1", address


def test_one_h1(site: BuiltSite) -> None:
    """Every page has exactly one first-level heading, with words in it."""
    headings = {address: [words_of(h1) for h1 in page.select("h1")] for address, page in _all_pages(site).items()}
    assert {address: found for address, found in headings.items() if len(found) != 1 or not found[0]} == {}


def test_headings_skip_no_level(site: BuiltSite) -> None:
    """Headings begin with the first level and never go down by more than one level at a time."""
    levels = {address: _levels(page) for address, page in _all_pages(site).items()}
    skipping = {
        address: found
        for address, found in levels.items()
        if found[:1] != [1] or any(below > above + 1 for above, below in pairwise(found))
    }
    assert skipping == {}


def test_ids_are_unique(site: BuiltSite) -> None:
    """No id stands twice on a page, and none is empty."""
    found = {address: ids(page) for address, page in _all_pages(site).items()}
    assert {address: twice for address, names in found.items() if (twice := _twice(names))} == {}
    assert [address for address, names in found.items() if "" in names] == []


def test_names_refer_to_what_is_there(site: BuiltSite) -> None:
    """Every label, description and region is named after an element that is on the page."""
    named = {
        address: {name for tag in page.find_all(True) for kind in _NAMING for name in attribute(tag, kind).split()}
        for address, page in _all_pages(site).items()
    }
    assert sum(map(len, named.values())) > len(named)
    dangling = {address: named[address] - set(ids(page)) for address, page in _all_pages(site).items()}
    assert {address: names for address, names in dangling.items() if names} == {}


def test_links_and_controls_have_names(site: BuiltSite) -> None:
    """Every link and button says what it does, and every field has a label."""
    for address, page in _all_pages(site).items():
        assert [str(tag) for tag in page.select("a[href], button, summary") if not _name(tag)] == [], address
        labelled = {attribute(label, "for") for label in page.select("label")}
        fields = {attribute(field, "id") for field in page.select("input, select, textarea")}
        assert fields <= labelled, address


def test_landmarks(site: BuiltSite) -> None:
    """Every page has one main part, one banner, and navigations that can be told apart by their names."""
    for address, page in _all_pages(site).items():
        only(page, "main")
        only(page, "body > header")
        names = [
            attribute(nav, "aria-label") or words_of(only(page, f"#{attribute(nav, 'aria-labelledby')}"))
            for nav in page.select("nav")
        ]
        assert all(names), address
        assert _twice(names) == set(), address


def test_first_link_skips_to_the_content(site: BuiltSite) -> None:
    """The first thing that the keyboard reaches on every page leads to the main part."""
    for address, page in _all_pages(site).items():
        assert attribute(page.select("a")[0], "href") == "#cl-main", address
        assert attribute(only(page, "main"), "id") == "cl-main", address


def test_pictures_have_alternative_texts(site: BuiltSite) -> None:
    """Every picture has an `alt`, and inside a figure it is not empty."""
    for address, page in _all_pages(site).items():
        assert [str(picture) for picture in page.select("img:not([alt])")] == [], address
        assert [str(picture) for picture in page.select('figure img[alt=""]')] == [], address


def test_pictures_keep_their_place(site: BuiltSite) -> None:
    """Every picture in the text states the width and height of its file, so that nothing jumps while it loads."""
    wrong = {}
    for address, page in pages(site).items():
        for picture in page.select("main img"):
            found = target(site, address, source := attribute(picture, "src"))
            assert found, picture
            stated = (attribute(picture, "width"), attribute(picture, "height"))
            if stated != (size := _size(found[0])):
                wrong[address, source] = f"{stated}, but the file has {size}"
    assert wrong == {}


@pytest.mark.parametrize("picture", sorted(DOCS.rglob("*.svg")), ids=lambda path: path.relative_to(DOCS).as_posix())
def test_picture_files_scale(picture: Path) -> None:
    """Every illustration is XML that parses, and has a view box to be scaled by."""
    assert len(ElementTree.parse(picture).getroot().get("viewBox", "").split()) == 4


def _size(picture: Path) -> tuple[str, str]:
    """The width and height that the file of an SVG states, or those of its view box."""
    root = ElementTree.parse(picture).getroot()
    _, _, width, height = root.get("viewBox", "0 0 0 0").split()
    return root.get("width", width), root.get("height", height)
