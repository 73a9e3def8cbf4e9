"""Diagrams on the built site: every kind in the handbook, each beside the file that it is drawn from."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from built_site import BuiltSite
from canllaw.diagrams.kinds import KINDS

sys.path.insert(0, str(Path(__file__).parent))
from reading import DOCS, LANGUAGES, attribute, only, pages, pages_of_files, sources, target, words_of

in_both = pytest.mark.parametrize("language", LANGUAGES)
_SVG = "{http://www.w3.org/2000/svg}"


@in_both
def test_handbook_shows_every_kind_beside_its_file(site: BuiltSite, language: str) -> None:
    """Below each figure of the handbook's page stands all of the file that it is drawn from, one of each kind."""
    page = site.pages[sources()["handbook/diagrams"].address(language)]
    shown = {}
    for figure in page.select("figure.cl-figure"):
        code = figure.find_next("code")
        assert code is not None
        shown[attribute(figure, "id").removeprefix("fig-")] = code.get_text().strip()
    files = {kind: DOCS / f"handbook/diagrams/{kind}.diagram.yml" for kind in KINDS}
    assert shown == {kind: file.read_text(encoding="utf-8").strip() for kind, file in files.items()}


@in_both
def test_what_is_drawn_is_also_said(site: BuiltSite, language: str) -> None:
    """Each word on each drawing, wide or narrow, stands in the long description too, which is text of the page."""
    counted = 0
    for address, page in pages(site, language).items():
        for figure in page.select("figure.cl-figure:has(svg)"):
            said = words_of(only(figure, ".cl-diagram__words details")) + words_of(only(figure, "figcaption"))
            drawn = {words_of(text) for text in figure.select("svg text")}
            lost = [label for label in drawn if label not in said and not label.isdecimal()]
            assert lost == [], f"{address} {attribute(figure, 'id')}"
            counted += 1
    assert counted >= len(KINDS) + 3


@in_both
def test_file_to_take_away(site: BuiltSite, language: str) -> None:
    """The SVG file of each diagram is in the language of its page, needs nothing from elsewhere, and is well formed."""
    for address, page in pages_of_files(site, language).items():
        for figure in page.select("figure.cl-figure:has(svg)"):
            link = only(figure, ".cl-diagram__ways a[download]")
            found = target(site, address, attribute(link, "href"))
            assert found
            image = ElementTree.parse(found[0]).getroot()
            inline = figure.select("svg")[0]
            assert image.get("lang") == attribute(inline, "lang")
            assert (image.findtext(f"{_SVG}title") or "") == words_of(only(inline, "title"))
            addresses = [
                value for element in image.iter() for name, value in element.attrib.items() if name.endswith("href")
            ]
            assert addresses == []
            assert (image.findtext(f"{_SVG}style") or "").count("url(") == 1, "the font, which is in the file"
