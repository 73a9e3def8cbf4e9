"""Markup of a canvas."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from canllaw.diagrams.canvas import Box, Canvas, Line, Shape, Text, block
from canllaw.diagrams.labels import Label
from canllaw.diagrams.svg import MARGIN, Names, inline, standalone

_NAMES = Names(Label("Modelau", "cy"), Label("What it shows", "en"), "fig-models")
_SVG = "{http://www.w3.org/2000/svg}"


def canvas() -> Canvas:
    """A canvas with one of each shape."""
    drawn = Canvas(200, 100)
    drawn.box_with(block(Label("Y farchnad", "cy"), 60), Box(0, 0, 80, 60, "strong"))
    drawn.draw(Box(90, 0, 40, 40, "plain", "diamond"), Box(140, 0, 40, 40, "warm", "ellipse"))
    drawn.draw(Line(((0, 80), (100, 80)), "accent", dashed=True, arrow=True), Shape("M0 0L10 10", None))
    drawn.draw(Text(block(Label("In English <only>", "en"), 200), 10, 70, "start", soft=True))
    return drawn


def by_tag(svg: Element, tag: str) -> list[Element]:
    """The elements called `tag`."""
    return [element for element in svg.iter() if element.tag.rpartition("}")[2] == tag]


def test_image_has_a_name_and_a_description() -> None:
    """An image is told as one, by its title and its description, each in its own language."""
    svg = inline(canvas(), _NAMES, "cy", "wide")
    title, summary = by_tag(svg, "title")[0], by_tag(svg, "desc")[0]
    assert (svg.get("role"), svg.get("lang")) == ("img", "cy")
    assert svg.get("aria-labelledby") == f"{title.get('id')} {summary.get('id')}" == "fig-models-title fig-models-desc"
    assert (title.text, title.get("lang")) == ("Modelau", None)
    assert (summary.text, summary.get("lang")) == ("What it shows", "en")


def test_text_stays_text() -> None:
    """Labels are text, a line in each span, in their own language where it is not that of the page."""
    labels = by_tag(inline(canvas(), _NAMES, "cy", "wide"), "text")
    assert ["".join(label.itertext()) for label in labels] == ["Y farchnad", "In English <only>"]
    assert [label.get("lang") for label in labels] == [None, "en"]
    assert len(labels[0]) == 2, "two lines, since both words do not fit in one"


def test_all_shapes_are_drawn() -> None:
    """Each shape has its element and its tone; an arrow has a head, and a dashed line its dashes."""
    svg = inline(canvas(), _NAMES, "cy", "wide")
    assert [by_tag(svg, tag)[0].get("class") for tag in ("rect", "ellipse", "path", "polyline")] == [
        "d-strong",
        "d-warm",
        "d-open d-line",
        "d-line-accent d-open",
    ]
    assert [polygon.get("class") for polygon in by_tag(svg, "polygon")] == ["d-plain", "d-head-accent"]
    assert by_tag(svg, "polyline")[0].get("stroke-dasharray")
    assert svg.get("viewBox") == f"-4 -4 {200 + 2 * MARGIN:g} {100 + 2 * MARGIN:g}"


def test_page_has_no_colours_of_its_own() -> None:
    """On a page colours come from the style sheet, so that dark, printed and forced colours are followed."""
    names = {name for element in inline(canvas(), _NAMES, "cy", "wide").iter() for name in element.attrib}
    assert not names & {"fill", "stroke", "style", "font-family"}


def test_file_stands_by_itself() -> None:
    """The file to download is XML with its own size, colours and font, and asks for nothing else."""
    text = standalone(canvas(), _NAMES, "cy")
    svg = ElementTree.fromstring(text)
    assert svg.tag == f"{_SVG}svg"
    assert (svg.get("width"), svg.get("height")) == ("208", "108")
    style = by_tag(svg, "style")[0].text or ""
    assert "data:font/woff2;base64," in style
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    used = {name for element in svg.iter() for name in (element.get("class") or "").split()} - {"d-on-plain"}
    assert {name for name in used if f".{name}" not in style} == set()
