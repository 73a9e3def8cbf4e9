"""What is wrong with a drawn chart, found by geometry alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from canllaw.diagrams.canvas import POINT, Box, Canvas, Line, Point, Text

Area = tuple[float, float, float, float]
Piece = tuple[Point, Point]

_EDGE = 0.2  # what a line may touch of a box without being in it
_ALONG = 3.0


def faults(canvas: Canvas) -> list[str]:
    """All that sticks out, overlaps, or passes through something."""
    boxes = [
        (part.x, part.y, part.x + part.width, part.y + part.height) for part in canvas.parts if isinstance(part, Box)
    ]
    texts = [area_of(part) for part in canvas.parts if isinstance(part, Text)]
    pieces = [(line, piece) for line in canvas.parts if isinstance(line, Line) for piece in pairwise(line.points)]
    found = [
        f"out of the picture: {area}"
        for area in (*boxes, *texts)
        if not within(area, (0, 0, canvas.width, canvas.height))
    ]
    found += [
        f"out of the picture: {point}"
        for _, piece in pieces
        for point in piece
        if not within((*point, *point), (0, 0, canvas.width, canvas.height))
    ]
    found += [f"words in no box: {text}" for text in texts if not any(within(text, box) for box in boxes)]
    found += [f"words over words: {one} {other}" for one, other in combinations(texts, 2) if meet(one, other)]
    found += [
        f"box over box: {one} {other}"
        for one, other in combinations(boxes, 2)
        if meet(one, other) and not is_badge(one, other)
    ]
    bodies = [body_of(part) for part in canvas.parts if isinstance(part, Box)]
    found += [f"line through box: {piece} {box}" for _, piece in pieces for box in bodies if passes(piece, box)]
    return found + list(running_along(pieces))


def body_of(box: Box) -> Area:
    """What no line may pass: all of a box, but for the corners that a hexagon does not have."""
    inset = POINT if box.shape == "hexagon" else 0.0
    return box.x + inset, box.y, box.x + box.width - inset, box.y + box.height


def area_of(text: Text) -> Area:
    """The left, top, right and bottom of the words."""
    left = text.x - text.block.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    return left, text.y, left + text.block.width, text.y + text.block.height


def within(inner: Area, outer: Area) -> bool:
    """Whether `inner` lies in `outer`."""
    return all(inner[i] >= outer[i] - _EDGE for i in (0, 1)) and all(inner[i] <= outer[i] + _EDGE for i in (2, 3))


def meet(one: Area, other: Area) -> bool:
    """Whether the two share more than an edge."""
    return all(one[i] < other[i + 2] - _EDGE and other[i] < one[i + 2] - _EDGE for i in (0, 1))


def is_badge(one: Area, other: Area) -> bool:
    """Whether one of the two is a number in the edge of the other."""
    return abs((one[0] + one[2]) / 2 - other[0]) < 1 or abs((other[0] + other[2]) / 2 - one[0]) < 1


def passes(piece: Piece, box: Area) -> bool:
    """Whether a line goes on inside a box."""
    (from_x, from_y), (to_x, to_y) = piece
    line = (min(from_x, to_x), min(from_y, to_y), max(from_x, to_x), max(from_y, to_y))
    return all(line[i] < box[i + 2] - _EDGE and box[i] < line[i + 2] - _EDGE for i in (0, 1))


def running_along(pieces: list[tuple[Line, Piece]]) -> Iterator[str]:
    """Pieces of lines that run along each other though they neither begin nor end together."""
    for (one, first), (other, second) in combinations(pieces, 2):
        if one is other or one.points[0] == other.points[0] or one.points[-1] == other.points[-1]:
            continue
        for axis in (0, 1):
            level = {round(point[axis], 1) for point in (*first, *second)}
            if max(level) - min(level) < _ALONG:
                spans = [sorted(point[1 - axis] for point in piece) for piece in (first, second)]
                if min(spans[0][1], spans[1][1]) - max(spans[0][0], spans[1][0]) > _ALONG:
                    yield f"line along line: {first} {second}"
