"""A chart from the top down: parts in rows, arrows with right angles between them.

An arrow leaves at the bottom of a part and comes in at the top of another, or at their sides where nothing stands in
the way; it never passes through a part or through the words of another arrow. One that leads back is dashed, and runs
up at the right of everything.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise

from canllaw.diagrams.canvas import POINT, Canvas, Line, Point
from canllaw.diagrams.flowchart.chart import CORNER, Area, Chart, draw_node, draw_pill
from canllaw.diagrams.flowchart.plan import Plan, plan, row_of
from canllaw.diagrams.layered import Spot, layers

_WIDTHS = (300.0, 260.0, 224.0, 192.0, 164.0, 140.0, 120.0)
"""How wide the boxes may be: the first that fits."""
_GAP = 24.0
_NARROW = 400.0
_NARROW_GAP = 16.0
_MOST_BESIDE = 24  # spots in a row: more never fit, so there is no need to try
_TRACK = 12.0
_BEFORE_TRACK = 10.0
_SHAFT = 26.0  # the last piece of an arrow that comes from above
_BEFORE_PILL = 12.0


def draw_top_down(chart: Chart, width: float) -> Canvas | None:
    """The chart in rows, no wider than `width`; None if it cannot be drawn so."""
    laid = layers(list(chart.nodes), chart.arrows, chart.back)
    if max(map(len, laid.rows)) > _MOST_BESIDE:
        return None
    gap = _GAP if width > _NARROW else _NARROW_GAP
    for box in (box for box in _WIDTHS if box <= width):
        planned = plan(chart, laid, box, gap)
        if planned and planned.width <= width:
            return _drawn(planned, width)
    return None


def _drawn(planned: Plan, width: float) -> Canvas:
    """The chart in the middle of a canvas."""
    rows = _rows(planned)
    routes = _Routes(planned, rows)
    canvas = Canvas(width, rows[-1][1] + _height_of_channel(planned, len(rows) - 1))
    left = (width - planned.width) / 2
    for index in range(len(planned.chart.ways)):
        for points, has_head in routes.of(index):
            moved = tuple((x + left, y) for x, y in points)
            canvas.draw(Line(moved, "faint", index in planned.rails, has_head, corner=CORNER))
    for spot, (x, y, box_width, height) in routes.boxes.items():
        box = (x + left, y, box_width, height)
        if spot.part:
            draw_node(canvas, planned.chart.nodes[spot.part], planned.words[spot.part], box)
        elif box_width:
            draw_pill(canvas, planned.pills[spot.arrow], box)
    return canvas


def _rows(planned: Plan) -> list[tuple[float, float]]:
    """The top and bottom of each row."""
    rows = []
    top = _height_of_channel(planned, -1)
    for index, row in enumerate(planned.laid.rows):
        bottom = top + max(planned.sizes[spot][1] for spot in row)
        rows.append((top, bottom))
        top = bottom + _height_of_channel(planned, index)
    return rows


def _height_of_channel(planned: Plan, row: int) -> float:
    """The height of the channel below `row`, which has room for its tracks, and for heads or words below them."""
    used = max(planned.nets[row].values(), default=-1) + 1
    tracked = _BEFORE_TRACK + (used - 1) * _TRACK if used else 0.0
    if row == len(planned.laid.rows) - 1:
        return tracked
    if row < 0:
        return tracked - _BEFORE_TRACK + _SHAFT if used else 0.0
    if row % 2:
        return tracked + _SHAFT
    has_pills = any(
        planned.sizes[spot][0] or planned.laid.ways[spot.arrow][-1] == spot for spot in planned.laid.rows[row + 1]
    )
    return tracked + (_BEFORE_PILL if used or has_pills else 0.0)


@dataclass
class _Routes:
    """The lines of each arrow, now that the top and bottom of each row are known."""

    plan: Plan
    rows: list[tuple[float, float]]

    def __post_init__(self) -> None:
        """Place all boxes, and the points of arrows, which have no size."""
        self.boxes = {spot: self._box(spot) for row in self.plan.laid.rows for spot in row}

    def _box(self, spot: Spot) -> Area:
        (top, bottom), (width, height) = self.rows[spot.row], self.plan.sizes[spot]
        return self.plan.places[spot] - width / 2, (top + bottom - height) / 2, width, height

    def of(self, index: int) -> list[tuple[tuple[Point, ...], bool]]:
        """The lines of an arrow, to its words and on from them; and whether each has a head."""
        way = self.plan.laid.ways[index]
        before, after = self._to_words(index, way), self._from_words(index, way)
        if index in self.plan.pills:
            return [(_straightened(before), False), (_straightened(after), True)]
        return [(_straightened(before + after), True)]

    def _to_words(self, index: int, way: tuple[Spot, ...]) -> list[Point]:
        origin, point = way[:2]
        _, top, _, height = self.boxes[origin]
        left, end, _, point_height = self.boxes[point]
        port, x = self.plan.ports.exits[index], self.plan.places[point]
        if point.row == origin.row:
            return [(port.x, end + point_height / 2), (left, end + point_height / 2)]
        if port.at_side:
            return [(port.x, top + height / 2), (x, top + height / 2), (x, end)]
        turn = self._turn(origin.row, ("from", origin.part), port.x, x)
        return [(port.x, self._foot(origin, port.x)), *turn, (x, end)]

    def _foot(self, spot: Spot, x: float) -> float:
        """Where the lower edge of a part is at `x`: that of a hexagon rises towards its points."""
        left, top, width, height = self.boxes[spot]
        is_hexagon = self.plan.chart.nodes[spot.part].shape == "decision"
        slope = max(POINT - min(x - left, left + width - x), 0.0) if is_hexagon else 0.0
        return top + height - slope / POINT * height / 2

    def _from_words(self, index: int, way: tuple[Spot, ...]) -> list[Point]:
        places = self.plan.places
        _, top, _, height = self.boxes[way[1]]
        points = [(places[way[1]], top + height)]
        for upper, lower in pairwise(way[1:]):
            if not lower.part:
                points += self._turn(upper.row, ("alone", index), places[upper], places[lower])
        if index in self.plan.rails:
            return [*self._up(index, way[-1]), *self._into(index, self.plan.rails[index])]
        return points + self._into(index, places[way[-2]])

    def _up(self, index: int, point: Spot) -> list[Point]:
        """The line from the words of an arrow that leads back to its rail."""
        left, top, width, height = self.boxes[point]
        x, rail = left + width / 2, self.plan.rails[index]
        if self.plan.laid.rows[point.row][-1] == point:
            return [(left + width, top + height / 2), (rail, top + height / 2)]
        return [(x, top + height), *self._turn(point.row, ("alone", index), self.plan.places[point], rail)]

    def _into(self, index: int, x: float) -> list[Point]:
        """The end of an arrow that comes along `x`."""
        target = self.plan.chart.arrows[index][1]
        spot = Spot(row_of(self.plan.laid, target), target)
        port, (_, top, _, height) = self.plan.ports.entries[index], self.boxes[spot]
        if port.at_side:
            return [(x, top + height / 2), (port.x, top + height / 2)]
        return [*self._turn(spot.row - 1, ("to", target), x, port.x), (port.x, top)]

    def _turn(self, row: int, net: Hashable, start: float, end: float) -> list[Point]:
        """The level line of a net in the channel below `row`, if it has one there."""
        if start == end:
            return []
        top = self.rows[row][1] if row >= 0 else -_BEFORE_TRACK
        y = top + _BEFORE_TRACK + self.plan.nets[row][net] * _TRACK
        return [(start, y), (end, y)]


def _straightened(points: list[Point]) -> tuple[Point, ...]:
    """`points` without those that lie on a straight line between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and any(kept[-2][axis] == kept[-1][axis] == point[axis] for axis in (0, 1)):
            kept.pop()
        kept.append(point)
    return tuple(kept)
