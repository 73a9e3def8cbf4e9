"""A cycle: stages of which the last leads to the first again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, pi, sin
from typing import Annotated, Literal

from pydantic import Field

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import PADDING, SMALL, Anchor, Block, Box, Canvas, Line, Point, Shape, Text
from canllaw.diagrams.description import Description, Item, Items
from canllaw.diagrams.labels import Label, Texts
from canllaw.diagrams.spec import Spec, Wording
from canllaw.diagrams.stack import Stack, even, least, stack
from canllaw.language import Language

_RADII = range(64, 169, 8)
_BEST = 0.19  # the radius that looks best, in widths of the drawing
_NODE = 17.0  # the radius of a stage's number
_MOST_LINES = 6  # of a label beside the circle: what is longer is read more easily in a column
_WIDEST = 230.0
_BESIDE = 10.0  # between a number and the words beside it
_AIR = 8.0  # between words and anything else
_SIDE = 0.2  # how far to the side a number is, in radii, before its words stand beside it
_GAP = 26.0
_RETURN = 30.0  # what the arrow back to the first stage needs beside a column
_BEND = 10.0


class Stage(Strict):
    """One stage."""

    label: Texts
    text: Texts | None = None


@dataclass(frozen=True)
class _Placed:
    """A stage with its number at a point, seen from the circle's centre, and its words beside it."""

    at: Point
    words: Stack
    x: float
    y: float
    anchor: Anchor

    @property
    def left(self) -> float:
        """Where its words begin."""
        return self.x - self.words.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]

    @property
    def corners(self) -> tuple[float, float, float, float]:
        """The left, top, right and bottom of its words."""
        return self.left, self.y, self.left + self.words.width, self.y + self.words.height

    @property
    def distance(self) -> float:
        """How far its words are from the circle's centre."""
        left, top, right, bottom = self.corners
        return hypot(max(left, 0.0, -right), max(top, 0.0, -bottom))


class Cycle(Spec):
    """`kind: cycle`."""

    kind: Literal["cycle"]
    centre: Texts | None = None
    stages: Annotated[list[Stage], Field(min_length=3, max_length=8)]

    def draw(self, language: Language, wording: Wording, width: float) -> Canvas:
        """A circle, clockwise from the top, where the labels fit around it; else a column with an arrow back."""
        centre = self.centre.label(language) if self.centre else None
        for radius in sorted(_RADII, key=lambda radius: abs(radius - _BEST * width)):
            within = even(centre, 1.4 * (radius - _NODE)) if centre else None
            placed = [self._place(index, language, radius, width) for index in range(len(self.stages))]
            if _holds(radius, within) and _fit(placed, radius, width):
                return _circle(placed, within, radius, width)
        return self._column(language, width)

    def describe(self, language: Language, wording: Wording) -> Description:
        """The stages in their order, below what they turn around, and that they begin again."""
        items = tuple(Item(label, note) for label, note in self._words(language))
        again = Items((Item(Label(wording("diagram-again"), language)),))
        return Items(items, ordered=True, heading=self.centre.label(language) if self.centre else None), again

    def _words(self, language: Language) -> Iterator[tuple[Label, Label | None]]:
        """The label of each stage, and its text if it has one."""
        for stage in self.stages:
            yield stage.label.label(language), stage.text.label(language) if stage.text else None

    def _place(self, index: int, language: Language, radius: float, width: float) -> _Placed:
        """The stage `index` on a circle of `radius`: its words above or below it, or on its outer side."""
        angle = 2 * pi * index / len(self.stages)
        x, y = radius * sin(angle), -radius * cos(angle)
        stage = self.stages[index]
        label, note = stage.label.label(language), stage.text.label(language) if stage.text else None
        if abs(x) < _SIDE * radius:
            # The words of its neighbours begin where theirs end.
            beside = abs(radius * sin(2 * pi / len(self.stages)))
            words = stack(label, note, min(_WIDEST, 2 * (beside + _NODE + _BESIDE - _AIR)))
            away = _NODE + _AIR
            return _Placed((x, y), words, x, y + away if y > 0 else y - away - words.height, "middle")
        words = stack(label, note, min(_WIDEST, width / 2 - abs(x) - _NODE - _BESIDE))
        # The nearer to the top or the bottom, the further up or down, out of the circle's way.
        top = y - words.height / 2 * (1 + cos(angle))
        beside = _NODE + _BESIDE
        return _Placed((x, y), words, x + (beside if x > 0 else -beside), top, "start" if x > 0 else "end")

    def _column(self, language: Language, width: float) -> Canvas:
        """One box below the other, and an arrow from the last back to the first."""
        words = [(label, note) for label, note in self._words(language)]
        around = 2 * _NODE + 3 * PADDING + _RETURN
        wide = max(least(label for label, _ in words), least((note for _, note in words if note), SMALL)) + around
        centre = self.centre.label(language) if self.centre else None
        canvas = Canvas(max(width, wide, least([centre]) + 2 * PADDING if centre else 0.0))
        right = canvas.width - _RETURN
        if centre:
            heart = even(centre, right - 2 * PADDING)
            canvas.height = heart.height + 2 * PADDING
            canvas.box_with(heart, Box(0, 0, right, canvas.height, "accent"))
            canvas.height += _GAP
        boxes: list[Box] = []
        for number, (label, note) in enumerate(words, 1):
            lines = stack(label, note, right - 2 * _NODE - 3 * PADDING)
            box = Box(0, canvas.height, right, max(lines.height, 2 * _NODE) + 2 * PADDING, "plain")
            if boxes:
                canvas.draw(Line(((right / 2, box.y - _GAP), (right / 2, box.y)), arrow=True))
            _draw_stage(canvas, box, number, lines)
            boxes.append(box)
            canvas.height = box.y + box.height + _GAP
        canvas.height -= _GAP
        _draw_return(canvas, boxes[-1], boxes[0])
        return canvas


def _holds(radius: float, within: Block | None) -> bool:
    """Whether a circle of `radius` has room for the words in its middle."""
    return within is None or hypot(within.width, within.height) / 2 <= radius - _NODE - _AIR


def _fit(placed: list[_Placed], radius: float, width: float) -> bool:
    """Whether all words are within the `width`, short enough, outside the circle, and clear of each other."""
    stretch = 2 * pi * radius / len(placed)
    if stretch < 4 * _NODE:
        return False
    for one in placed:
        left, _, right, _ = one.corners
        if left < -width / 2 or right > width / 2 or one.words.lines > _MOST_LINES or one.distance < radius + _AIR:
            return False
    return not any(_touch(one.corners, other.corners) for one, other in combinations(placed, 2))


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether two rectangles have less than air between them."""
    across = one[0] < other[2] + _AIR and other[0] < one[2] + _AIR
    return across and one[1] < other[3] + _AIR and other[1] < one[3] + _AIR


def _circle(placed: list[_Placed], within: Block | None, radius: float, width: float) -> Canvas:
    """The numbers on the circle, the arrows between them, the words around it and in its middle."""
    top = min(-radius - _NODE, *(one.corners[1] for one in placed))
    bottom = max(radius + _NODE, *(one.corners[3] for one in placed))
    left = min(-radius - _NODE, *(one.corners[0] for one in placed))
    right = max(radius + _NODE, *(one.corners[2] for one in placed))
    x, y = (width - left - right) / 2, -top
    canvas = Canvas(width, bottom - top)
    for index in range(len(placed)):
        _draw_arc(canvas, (x, y), radius, 2 * pi * index / len(placed), 2 * pi * (index + 1) / len(placed))
    for number, one in enumerate(placed, 1):
        _draw_number(canvas, number, x + one.at[0], y + one.at[1], one.words.label.label)
        one.words.draw(canvas, x + one.x, y + one.y, one.anchor)
    if within:
        canvas.draw(Text(within, x, y - within.height / 2))
    return canvas


def _draw_arc(canvas: Canvas, centre: Point, radius: float, start: float, end: float) -> None:
    """An arrow along the circle from one number to the next."""
    clear, head = (_NODE + 6) / radius, 9 / radius
    (x, y), (neck_x, neck_y), tip = (
        (centre[0] + radius * sin(angle), centre[1] - radius * cos(angle))
        for angle in (start + clear, end - clear - head, end - clear)
    )
    arc = f"M{x:.1f} {y:.1f}A{radius:.1f} {radius:.1f} 0 0 1 {neck_x:.1f} {neck_y:.1f}"
    canvas.draw(Shape(arc, None), Line(((neck_x, neck_y), tip), arrow=True))


def _draw_number(canvas: Canvas, number: int, x: float, y: float, beside: Label) -> None:
    """The number of a stage, in the language of the label that it belongs to."""
    figure = even(Label(str(number), beside.language), 2 * _NODE)
    canvas.box_with(figure, Box(x - _NODE, y - _NODE, 2 * _NODE, 2 * _NODE, "strong", "ellipse"))


def _draw_stage(canvas: Canvas, box: Box, number: int, words: Stack) -> None:
    """A stage of a column: its box, with its number in front of its words."""
    canvas.draw(box)
    middle = box.y + box.height / 2
    _draw_number(canvas, number, PADDING + _NODE, middle, words.label.label)
    words.draw(canvas, 2 * _NODE + 2 * PADDING, middle - words.height / 2, on=box.tone)


def _draw_return(canvas: Canvas, last: Box, first: Box) -> None:
    """The arrow beside a column, from its last box back to its first."""
    edge, lane = first.x + first.width, canvas.width - 2
    start, end = last.y + last.height / 2, first.y + first.height / 2
    path = (
        f"M{edge:.1f} {start:.1f}H{lane - _BEND:.1f}Q{lane:.1f} {start:.1f} {lane:.1f} {start - _BEND:.1f}"
        f"V{end + _BEND:.1f}Q{lane:.1f} {end:.1f} {lane - _BEND:.1f} {end:.1f}"
    )
    canvas.draw(Shape(path, None), Line(((lane - _BEND, end), (edge, end)), arrow=True))
