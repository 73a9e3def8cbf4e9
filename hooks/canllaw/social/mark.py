"""The site's mark, read from its file, so that pictures change when the logo does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, parse

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from PIL import Image, ImageChops, ImageDraw

from canllaw.social.palette import token

MARK = Path(__file__).parents[3] / "overrides" / "assets" / "images" / "favicon.svg"
"""Paths, circles and one rectangle behind them, in a view box of 64 units."""
_UNITS = 64
_FINE = 8
_STEPS = 48
_SVG = "{http://www.w3.org/2000/svg}"

Point = tuple[float, float]


@cache
def mark(height: int) -> Image.Image:
    """The mark on slate, without the icon's square and the room around it; the icon itself is `height` pixels high."""
    scale = height * _FINE / _UNITS
    image = Image.new("RGB", (height * _FINE, height * _FINE), token("slate"))
    draw = ImageDraw.Draw(image)
    for shape in parse(MARK).getroot():
        stroke = float(shape.get("stroke-width", "0"))
        if shape.tag == f"{_SVG}circle":
            x, y, radius = (float(shape.get(name, "0")) * scale for name in ("cx", "cy", "r"))
            draw.circle((x, y), radius, shape.get("fill"))
        elif shape.tag == f"{_SVG}path" and stroke:
            for points in _outlines(shape):
                line = [(x * scale, y * scale) for x, y in points]
                draw.line(line, shape.get("stroke"), round(stroke * scale), joint="curve")
        elif shape.tag == f"{_SVG}path":
            for points in _outlines(shape):
                draw.polygon([(x * scale, y * scale) for x, y in points], shape.get("fill"))
    small = image.reduce(_FINE)
    return small.crop(ImageChops.difference(small, Image.new("RGB", small.size, token("slate"))).getbbox())


@cache
def road() -> tuple[Point, ...]:
    """The outline of the last path of the mark, the road through the arch; both sides of its box are 1 long."""
    path = parse(MARK).getroot().findall(f"{_SVG}path")[-1]
    points = [point for outline in _outlines(path) for point in outline]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    return tuple(((x - left) / width, (y - top) / height) for x, y in points)


def _outlines(path: Element) -> Iterator[list[Point]]:
    """The points along each part of a path; its curves, which are cubic, in `_STEPS` straight pieces."""
    pen = RecordingPen()
    parse_path(path.get("d", ""), pen)
    points: list[Point] = []
    for command, to in pen.value:
        if command == "moveTo":
            points = [to[0]]
        elif command == "lineTo":
            points.append(to[0])
        elif command == "curveTo":
            points += _curve(points[-1], *to)
        else:
            yield points


def _curve(start: Point, one: Point, two: Point, end: Point) -> Iterator[Point]:
    """Bézier's formula for a cubic curve."""
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (sum(w * p[axis] for w, p in zip(weights, (start, one, two, end), strict=True)) for axis in (0, 1))
        yield x, y
