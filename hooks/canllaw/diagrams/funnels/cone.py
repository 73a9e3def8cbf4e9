"""The funnel itself: its body, its walls and what passes them, and the ideas in it.

It is reckoned *along* its middle, from its mouth on, and in *offsets* from the middle; a `Frame` says where on the
canvas that is, so that the same funnel runs to the right or downwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from canllaw.diagrams.canvas import Box, Canvas, Line, LineTone, Point, Shape

WALL = 3.0
"""The thickness of the walls."""
_DASH, _DASH_GAP = 13.0, 8.0
_OPENING = 9.0  # to either side of what passes a wall
_IDEA, _OTHERS_IDEA = 5.0, 6.5  # the radius of an idea, and of one from outside
_AIR = 5.0  # between an idea and what is beside it
_STEP = 22.0  # from one rank of ideas to the next
_MOST_ABREAST = 7
_GOLDEN = 0.618034  # its multiples, less their whole part, never line up: a disorder that is the same in every build


@dataclass(frozen=True)
class Cone:
    """A funnel: it narrows over `length` from half the width `mouth` to `neck`, and goes on as a `tube`."""

    length: float
    tube: float
    mouth: float
    neck: float

    @property
    def end(self) -> float:
        """Where the tube ends."""
        return self.length + self.tube

    def half(self, along: float) -> float:
        """Half its width."""
        return self.mouth - (self.mouth - self.neck) * min(along / self.length, 1.0)


@dataclass(frozen=True)
class Frame:
    """Where the middle of the mouth is, and whether the funnel runs down rather than to the right."""

    x: float
    y: float
    down: bool = False

    def at(self, along: float, offset: float) -> Point:
        """The point of the canvas."""
        return (self.x + offset, self.y + along) if self.down else (self.x + along, self.y + offset)


@dataclass(frozen=True)
class Passage:
    """An arrow through a wall, as points (along, offset)."""

    points: tuple[Point, ...]
    tone: LineTone

    @property
    def side(self) -> int:
        """The wall that it passes: -1 (above, or left) or 1."""
        return -1 if sum(offset for _, offset in self.points) < 0 else 1

    def mirrored(self) -> Passage:
        """The same through the other wall."""
        return Passage(tuple((along, -offset) for along, offset in self.points), self.tone)

    def crossing(self, cone: Cone) -> float:
        """Where along the funnel it passes the wall: found by halving, for the wall may bend."""
        (low, low_offset), (high, high_offset) = self.points[:2]
        began_inside = abs(low_offset) < cone.half(low)
        for _ in range(20):
            along, offset = (low + high) / 2, (low_offset + high_offset) / 2
            if (abs(offset) < cone.half(along)) == began_inside:
                low, low_offset = along, offset
            else:
                high, high_offset = along, offset
        return low


def draw_cone(canvas: Canvas, frame: Frame, cone: Cone, passages: tuple[Passage, ...]) -> None:
    """The body, and its walls: solid where nothing passes them, else dashed, with an opening for each passage."""
    corners = [(0.0, cone.mouth), (cone.length, cone.neck), (cone.end, cone.neck)]
    outline = [frame.at(along, side * half) for side, row in ((-1, corners), (1, corners[::-1])) for along, half in row]
    canvas.draw(Shape(f"{_path(outline)}Z", "soft", edge=None))
    for side in (-1, 1):
        openings = [passage.crossing(cone) for passage in passages if passage.side == side]
        runs = list(_dashes(cone, openings)) if passages else [(0.0, cone.end)]
        path = "".join(_path(_wall(frame, cone, side, run)) for run in runs)
        canvas.draw(Shape(path, None, weight=WALL))


def draw_passages(canvas: Canvas, frame: Frame, passages: tuple[Passage, ...]) -> None:
    """The arrows through the walls."""
    for passage in passages:
        points = tuple(frame.at(along, offset) for along, offset in passage.points)
        canvas.draw(Line(points, passage.tone, arrow=True, weight=2.5))


def draw_border(canvas: Canvas, frame: Frame, cone: Cone, along: float) -> None:
    """The border of two phases, across the funnel."""
    half = cone.half(along) - WALL
    canvas.draw(Line((frame.at(along, -half), frame.at(along, half)), "faint", weight=1))


def draw_ideas(
    canvas: Canvas, frame: Frame, cone: Cone, zones: list[tuple[float, float]], passages: tuple[Passage, ...]
) -> None:
    """Ideas in the `zones` that are free, ever fewer; where others' ideas come in, some of the ideas are theirs."""
    entered = min((passage.crossing(cone) for passage in passages), default=cone.end)
    for number, (along, offset) in enumerate(_ideas(cone, zones)):
        if all(_distance((along, offset), leg) > _IDEA + _AIR for one in passages for leg in pairwise(one.points)):
            theirs = along > entered and number % 3 == 0
            canvas.draw(_idea(frame.at(along, offset), theirs=theirs))


def _idea(middle: Point, *, theirs: bool) -> Box:
    """A round mark; for an idea from outside a diamond, so that it differs not by its colour alone (WCAG 1.4.1)."""
    (x, y), radius = middle, _OTHERS_IDEA if theirs else _IDEA
    corner, size = (x - radius, y - radius), (2 * radius, 2 * radius)
    return Box(*corner, *size, "accent", "diamond") if theirs else Box(*corner, *size, "warm", "ellipse")


def _ideas(cone: Cone, zones: list[tuple[float, float]]) -> Iterator[Point]:
    number = 0
    for start, end in zones:
        ranks = max(1, round((end - start) / _STEP))
        for rank in range(ranks):
            along = start + (rank + 0.5) * (end - start) / ranks
            room = 2 * (cone.half(along) - _IDEA - 2 * _AIR)
            left = (1 - along / cone.end) ** 1.2
            abreast = max(1, min(round(_MOST_ABREAST * left), int(room / (2 * _IDEA + _AIR)) + 1))
            for place in range(abreast):
                number += 1
                drift = (number * _GOLDEN) % 1 - 0.5
                slot = room / abreast
                yield along + 7 * drift, (place + 0.5) * slot - room / 2 + drift * min(slot - 2 * _IDEA, 12)


def _distance(point: Point, leg: tuple[Point, Point]) -> float:
    """How far `point` is from the line between two points."""
    (x, y), ((ax, ay), (bx, by)) = point, leg
    length = hypot(bx - ax, by - ay)
    share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length**2 if length else 0.0
    share = max(0.0, min(1.0, share))
    return hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))


def _dashes(cone: Cone, openings: list[float]) -> Iterator[tuple[float, float]]:
    """From where to where there is wall: whole dashes only, between the ends of the funnel and its openings."""
    borders = [0.0, *(edge for at in sorted(openings) for edge in (at - _OPENING, at + _OPENING)), cone.end]
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        number = max(1, round((end - start + _DASH_GAP) / (_DASH + _DASH_GAP)))
        dash = (end - start + _DASH_GAP) / number - _DASH_GAP
        for index in range(number if dash > 0 else 0):
            begin = start + index * (dash + _DASH_GAP)
            yield begin, begin + dash


def _wall(frame: Frame, cone: Cone, side: int, run: tuple[float, float]) -> list[Point]:
    bend = [cone.length] if run[0] < cone.length < run[1] else []
    return [frame.at(along, side * cone.half(along)) for along in (run[0], *bend, run[1])]


def _path(points: list[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
