"""Markup of a canvas: for the page, coloured by the site's style sheet, and for a file that stands by itself.

SVG 2, with text as text. An image's name and description are its `title` and `desc` (SVG-AAM 1.0).
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, dist, sin
from xml.etree.ElementTree import Element, SubElement, tostring

from canllaw.diagrams.canvas import POINT, Anchor, Box, Canvas, Line, Part, Point, Shape, Text
from canllaw.diagrams.labels import Label
from canllaw.diagrams.metrics import FONT, width_of
from canllaw.language import Language

FAMILY = "Newsreader"
"""What the font is called in a file that stands by itself."""
MARGIN = 4.0
"""Around all that is drawn, so that no stroke is cut in half at the edge."""
_HEAD = 9.0  # the length of an arrowhead
_HEAD_ANGLE = 0.42
_AFTER: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}  # how much of a line is before its x

# On white: for the file by itself, and for paper. The page has the same names in diagrams.css.
STYLE = """
text{font-family:"Newsreader",Georgia,"DejaVu Serif",serif;font-weight:600;fill:#18262a}
.d-soft-words{fill:#4b5a5e}.d-on-strong{fill:#f6f3ec}
.d-plain{fill:#fff;stroke:#6c7a7e}.d-soft{fill:#f3f0e8;stroke:none}.d-strong{fill:#12343b;stroke:#12343b}
.d-accent{fill:#dcebdf;stroke:#3c6647}.d-warm{fill:#fbe9c4;stroke:#8a5a00}
.d-line{stroke:#18262a}.d-faint{stroke:#6c7a7e}.d-line-accent{stroke:#3c6647}.d-line-warm{stroke:#8a5a00}
.d-open{fill:none}.d-head-line{fill:#18262a}.d-head-faint{fill:#6c7a7e}.d-head-accent{fill:#3c6647}.d-head-warm{fill:#8a5a00}
"""


@dataclass(frozen=True)
class Names:
    """What an image is called, and described as; `identity` begins the ids of both."""

    title: Label
    summary: Label
    identity: str


def inline(canvas: Canvas, names: Names, language: Language, *modifiers: str) -> Element:
    """The `svg` element for a page; the `modifiers` tell the style sheet when to show it, and how large."""
    classes = ["cl-diagram__svg", *(f"cl-diagram__svg--{modifier}" for modifier in modifiers)]
    size = {"width": _number(canvas.width + 2 * MARGIN), "height": _number(canvas.height + 2 * MARGIN)}
    return _svg(canvas, names, language, {"class": " ".join(classes)} | size)


def standalone(canvas: Canvas, names: Names, language: Language) -> str:
    """A whole SVG file, with its colours and its font in it."""
    width, height = canvas.width + 2 * MARGIN, canvas.height + 2 * MARGIN
    svg = _svg(canvas, names, language, {"xmlns": "http://www.w3.org/2000/svg", "xml:lang": language})
    svg.set("width", _number(width))
    svg.set("height", _number(height))
    style = Element("style")
    style.text = f'@font-face{{font-family:"{FAMILY}";font-weight:600;src:url({font_address()})}}{STYLE}'
    paper = Element("rect", _corner(-MARGIN, -MARGIN, width, height) | {"fill": "#ffffff"})
    svg[2:2] = [style, paper]
    return tostring(svg, encoding="unicode")


@cache
def font_address() -> str:
    """The font as an address, for an image that has to bring it."""
    return "data:font/woff2;base64," + base64.b64encode(FONT.read_bytes()).decode("ascii")


def _svg(canvas: Canvas, names: Names, language: Language, attributes: dict[str, str]) -> Element:
    box = (-MARGIN, -MARGIN, canvas.width + 2 * MARGIN, canvas.height + 2 * MARGIN)
    title_id, summary_id = f"{names.identity}-title", f"{names.identity}-desc"
    svg = Element("svg", attributes)
    svg.set("viewBox", " ".join(map(_number, box)))
    svg.set("role", "img")
    svg.set("lang", language)
    svg.set("aria-labelledby", f"{title_id} {summary_id}")
    for tag, label, identity in (("title", names.title, title_id), ("desc", names.summary, summary_id)):
        named = SubElement(svg, tag, {"id": identity} | _foreign(label, language))
        named.text = label.text
    for part in canvas.parts:
        svg.extend(_elements(part, language))
    return svg


def _elements(part: Part, language: Language) -> list[Element]:
    if isinstance(part, Box):
        return [_box(part)]
    if isinstance(part, Line):
        return _line(part)
    if isinstance(part, Shape):
        return [_shape(part)]
    return [_text(part, language)]


def _box(box: Box) -> Element:
    shared = {"class": f"d-{box.tone}", "stroke-width": "1.5"}
    x, y, width, height = box.x, box.y, box.width, box.height
    if box.shape == "ellipse":
        radii = {"rx": _number(width / 2), "ry": _number(height / 2)}
        return Element("ellipse", shared | {"cx": _number(x + width / 2), "cy": _number(y + height / 2)} | radii)
    if box.shape == "diamond":
        corners = ((x + width / 2, y), (x + width, y + height / 2), (x + width / 2, y + height), (x, y + height / 2))
        return Element("polygon", shared | {"points": _points(corners), "stroke-linejoin": "round"})
    if box.shape == "hexagon":
        points = _hexagon(box)
        return Element("polygon", shared | {"points": _points(points), "stroke-linejoin": "round"})
    return Element("rect", shared | _corner(x, y, width, height) | {"rx": _number(box.radius)})


def _hexagon(box: Box) -> list[Point]:
    left, right, bottom, middle = box.x, box.x + box.width, box.y + box.height, box.y + box.height / 2
    top_edge = [(left + POINT, box.y), (right - POINT, box.y)]
    return [(left, middle), *top_edge, (right, middle), *((x, bottom) for x, _ in reversed(top_edge))]


def _line(line: Line) -> list[Element]:
    points = line.points
    heads = []
    if line.arrow:
        (x, y), angle = points[-1], _direction(points)
        corners = [
            (x - _HEAD * cos(angle + turn), y - _HEAD * sin(angle + turn)) for turn in (_HEAD_ANGLE, -_HEAD_ANGLE)
        ]
        heads.append(Element("polygon", {"class": f"d-head-{line.tone}", "points": _points([points[-1], *corners])}))
        # The line ends inside the head, whose tip it would blunt.
        points = (*points[:-1], (x - _HEAD * 0.6 * cos(angle), y - _HEAD * 0.6 * sin(angle)))
    drawn = Element("path", {"d": _rounded(points, line.corner)}) if line.corner else Element("polyline")
    if not line.corner:
        drawn.set("points", _points(points))
    drawn.set("class", f"{_stroke(line.tone)} d-open")
    drawn.set("stroke-width", _number(line.weight))
    drawn.set("stroke-linejoin", "round")
    if line.dashed:
        drawn.set("stroke-dasharray", "7 5")
    return [drawn, *heads]


def _rounded(points: tuple[Point, ...], radius: float) -> str:
    """A path through `points` that turns at each with `radius`, or with less where the next one is near."""
    path = [f"M{_points(points[:1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, dist(before, corner) / 2, dist(corner, after) / 2)
        start, end = (_towards(corner, other, reach) for other in (before, after))
        path.append(f"L{_points([start])}Q{_points([corner, end])}")
    return "".join([*path, f"L{_points(points[-1:])}"])


def _towards(start: Point, end: Point, reach: float) -> Point:
    """The point that is `reach` away from `start`, on the way to `end`."""
    part = reach / (dist(start, end) or 1)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _shape(shape: Shape) -> Element:
    classes = [f"d-{shape.tone}" if shape.tone else "d-open", *([_stroke(shape.edge)] if shape.edge else [])]
    element = Element("path", {"class": " ".join(classes), "d": _NEEDLESS.sub("", shape.path)})
    element.set("stroke-width", _number(shape.weight) if shape.edge else "0")
    element.set("stroke-linejoin", "round")
    if shape.dashed:
        element.set("stroke-dasharray", "10 7")
    return element


def _text(text: Text, language: Language) -> Element:
    classes = [*(["d-soft-words"] if text.soft else []), *([f"d-on-{text.on}"] if text.on else [])]
    element = Element("text", {"font-size": _number(text.block.size), "text-anchor": text.anchor})
    if classes:
        element.set("class", " ".join(classes))
    for name, value in _foreign(text.block.label, language).items():
        element.set(name, value)
    last = len(text.block.lines) - 1
    for index, words in enumerate(text.block.lines):
        # Each line keeps its space, so that whoever copies or hears the label gets words; it counts when lines are set.
        space = "" if index == last or words.endswith("-") else " "
        x = text.x + width_of(space, text.block.size) * _AFTER[text.anchor]
        line = SubElement(element, "tspan", {"x": _number(x), "y": _number(text.baseline(index))})
        line.text = words + space
    return element


def _stroke(tone: str) -> str:
    return {"line": "d-line", "faint": "d-faint"}.get(tone, f"d-line-{tone}")


def _foreign(label: Label, language: Language) -> dict[str, str]:
    """The language of a label that is not in the language of the text (WCAG 3.1.2)."""
    return {} if label.language == language else {"lang": label.language}


def _direction(points: tuple[Point, ...]) -> float:
    """The angle, in radians, at which the last of the lines through `points` arrives."""
    (x, y), (to_x, to_y) = points[-2], points[-1]
    return atan2(to_y - y, to_x - x)


def _corner(x: float, y: float, width: float, height: float) -> dict[str, str]:
    sides = {"x": x, "y": y, "width": width, "height": height}
    return {name: _number(value) for name, value in sides.items()}


def _points(points: tuple[Point, ...] | list[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


_NEEDLESS = re.compile(r"\.0(?!\d)")


def _number(value: float) -> str:
    """`value` to a tenth, without needless digits: the same everywhere."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
