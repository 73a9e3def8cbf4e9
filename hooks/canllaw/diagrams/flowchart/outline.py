"""A chart in one column, for where rows would be too wide: the parts as they are read, one below the other.

From each part a stem leads down to the next one. An arrow to any other part branches off to the right and runs along a
rail to it, so that nothing is crossed by a box. Where there are more rails than have room, a branch ends at the number
of the part that it leads to, as with the connectors of ISO 5807, and all parts have their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from canllaw.diagrams.canvas import SMALL, Block, Box, Canvas, Line, Point, block
from canllaw.diagrams.flowchart.chart import CORNER, Chart, draw_node, draw_pill, pill, size_of, words_of
from canllaw.diagrams.labels import Label

_STEM = 30.0  # from the left edge of the boxes
_BRANCH = 16.0
_AFTER = 22.0  # the last piece of a stem or a branch, with its head
_ROW_GAP = 12.0
_REST = 26.0  # below a part from which nothing leads to the next one
_RAIL = 14.0
_BEFORE_RAIL = 22.0
_LEAST_COLUMN = 208.0
_MOST_COLUMN = 480.0
_NUMBER = 26.0
_HALF = 0.5


@dataclass(frozen=True)
class _Exits:
    """The arrows from a part: those that branch off, and the one that leads to the next part, by their indices."""

    branches: tuple[int, ...]
    onward: int | None
    is_silent: bool
    """Whether there is only one, which branches off and has no words."""


def draw_outline(chart: Chart, width: float) -> Canvas:
    """The chart in one column, `width` wide unless a single word needs more."""
    order = chart.order
    exits = {part: _exits(chart, order, index) for index, part in enumerate(order)}
    room = min(width, _MOST_COLUMN) - _LEAST_COLUMN - _BEFORE_RAIL
    # Each rail takes room from the words, so fewer are tried until these fit.
    for most in range(max(int(room / _RAIL) + 1, 0), -1, -1):
        lanes = _lanes(chart, order, exits, most)
        beside = _BEFORE_RAIL + _RAIL * max(lanes.values()) if lanes else 0.0
        sizes = _measured(chart, exits, lanes, min(width, _MOST_COLUMN) - beside)
        if sizes.full + beside <= width:
            break
    canvas = Canvas(max(width, sizes.full + beside))
    _Outline(chart, order, exits, lanes, sizes).draw(canvas, (canvas.width - sizes.full - beside) / 2)
    return canvas


def _exits(chart: Chart, order: list[str], index: int) -> _Exits:
    own = [i for i, (origin, _) in enumerate(chart.arrows) if origin == order[index]]
    following = order[index + 1] if index + 1 < len(order) else None
    onward = next((i for i in own if chart.arrows[i][1] == following), None)
    branches = tuple(i for i in own if i != onward)
    return _Exits(branches, onward, onward is None and len(branches) == 1 and chart.ways[branches[0]].label is None)


def _start(chart: Chart, row: Mapping[str, float], exits: Mapping[str, _Exits], index: int) -> float:
    """Where the arrow branches off, in rows: beside its part, or below it."""
    origin = chart.arrows[index][0]
    return row[origin] + (_HALF / 2 if exits[origin].is_silent else _HALF)


def _lanes(chart: Chart, order: list[str], exits: Mapping[str, _Exits], most: int) -> dict[int, int]:
    """The lane of each arrow that runs along a rail; those to one part share it, and the shortest are further in."""
    row = {part: float(index) for index, part in enumerate(order)}
    rails: dict[tuple[str, bool], list[int]] = {}
    for index in (index for part in order for index in exits[part].branches):
        rails.setdefault((chart.arrows[index][1], index in chart.back), []).append(index)
    reach = {}
    for rail, those in rails.items():
        ends = [row[rail[0]], *(_start(chart, row, exits, index) for index in those)]
        reach[rail] = (min(ends), max(ends))
    lanes: list[list[tuple[float, float]]] = [[] for _ in range(most)]
    found = {}
    for rail, (start, end) in sorted(reach.items(), key=lambda item: (item[1][1] - item[1][0], item[1])):
        for number, lane in enumerate(lanes):
            if all(end + _HALF <= first or last + _HALF <= start for first, last in lane):
                lane.append((start, end))
                found.update(dict.fromkeys(rails[rail], number))
                break
    return found


@dataclass(frozen=True)
class _Sizes:
    """The words, broken; how wide the boxes are, and how far they stand in to leave room for numbers."""

    words: Mapping[str, Block]
    pills: Mapping[int, tuple[Block, float, float]]
    width: float
    indent: float

    @property
    def full(self) -> float:
        return self.indent + self.width


def _measured(chart: Chart, exits: Mapping[str, _Exits], lanes: Mapping[int, int], column: float) -> _Sizes:
    """The words broken for a column, which grows with the widest of them."""
    numbered = any(index not in lanes for those in exits.values() for index in those.branches)
    indent = _NUMBER / 2 if numbered else 0.0
    around = {i: _STEM + _BRANCH + (0.0 if i in lanes else _AFTER + _NUMBER) for i in range(len(chart.ways))}
    words = {part: words_of(node, column - indent) for part, node in chart.nodes.items()}
    pills = {i: pill(way.label, column - indent - around[i]) for i, way in enumerate(chart.ways) if way.label}
    needed = [size_of(node, words[part])[0] for part, node in chart.nodes.items()]
    needed += [width + around[index] for index, (_, width, _) in pills.items()]
    return _Sizes(words, pills, max(column - indent, *needed), indent)


@dataclass
class _Outline:
    """The parts as they are read, their arrows, and what is known of their places."""

    chart: Chart
    order: list[str]
    exits: Mapping[str, _Exits]
    lanes: Mapping[int, int]
    sizes: _Sizes
    left: float = 0.0
    boxes: dict[str, tuple[float, float]] = field(default_factory=dict)
    """The top and the height of each part."""
    rows: dict[int, float] = field(default_factory=dict)
    """The middle of the words of each arrow."""

    @property
    def right(self) -> float:
        return self.left + self.sizes.width

    @property
    def stem(self) -> float:
        return self.left + _STEM

    def draw(self, canvas: Canvas, edge: float) -> None:
        """Draw all on `canvas`, `edge` from its left, and state how high it is."""
        self.left = edge + self.sizes.indent
        top = 0.0
        for part in self.order:
            height = size_of(self.chart.nodes[part], self.sizes.words[part])[1]
            self.boxes[part] = (top, height)
            canvas.height = self._place_exits(part, top + height)
            top = canvas.height + (_REST if self.exits[part].onward is None else 0.0)
        for index in range(len(self.chart.ways)):
            self._draw_arrow(canvas, index)
        for number, part in enumerate(self.order, 1):
            top, height = self.boxes[part]
            draw_node(
                canvas, self.chart.nodes[part], self.sizes.words[part], (self.left, top, self.sizes.width, height)
            )
            if self.sizes.indent:
                self._draw_number(canvas, number, self.left, top + height / 2)

    def _place_exits(self, part: str, bottom: float) -> float:
        """Place the words of the arrows from `part`, below each other; and say where the last of its lines ends."""
        exits = self.exits[part]
        if self._is_at_side(part):
            return bottom
        for index in (*exits.branches, *([] if exits.onward is None else [exits.onward])):
            height = self.sizes.pills[index][2] if index in self.sizes.pills else 0.0
            if index != exits.onward and index not in self.lanes:
                height = max(height, _NUMBER)
            self.rows[index] = bottom + _ROW_GAP + height / 2
            bottom += _ROW_GAP + height
        return bottom + (0.0 if exits.onward is None else _AFTER)

    def _is_at_side(self, part: str) -> bool:
        """Whether the only arrow from `part` goes straight from its side to a rail."""
        exits = self.exits[part]
        return exits.is_silent and exits.branches[0] in self.lanes

    def _draw_arrow(self, canvas: Canvas, index: int) -> None:
        """Draw the arrow from its part to its words, and from these to where it leads."""
        origin, target = self.chart.arrows[index]
        top, height = self.boxes[origin]
        if self._is_at_side(origin):
            is_entered = any(self.chart.arrows[other][1] == origin for other in self.lanes)
            y = top + height - 11.0 if is_entered else top + height / 2
            self._draw_end(canvas, index, [(self.right, y)], y)
            return
        y, start = self.rows[index], (self.stem, top + height)
        if index == self.exits[origin].onward:
            self._draw_onward(canvas, index, start, self.boxes[target][0])
        elif index not in self.sizes.pills:
            self._draw_end(canvas, index, [start, (self.stem, y)], y)
        else:
            words, width, high = self.sizes.pills[index]
            left = self.stem + _BRANCH
            self._draw_line(canvas, index, [start, (self.stem, y), (left, y)], arrow=False)
            draw_pill(canvas, words, (left, y - high / 2, width, high))
            self._draw_end(canvas, index, [(left + width, y)], y)

    def _draw_onward(self, canvas: Canvas, index: int, start: Point, end: float) -> None:
        if index not in self.sizes.pills:
            self._draw_line(canvas, index, [start, (self.stem, end)])
            return
        words, width, height = self.sizes.pills[index]
        top = self.rows[index] - height / 2
        self._draw_line(canvas, index, [start, (self.stem, top)], arrow=False)
        draw_pill(canvas, words, (self.stem - min(width / 2, _STEM - 6.0), top, width, height))
        self._draw_line(canvas, index, [(self.stem, top + height), (self.stem, end)])

    def _draw_end(self, canvas: Canvas, index: int, points: list[Point], y: float) -> None:
        """Draw the last line of a branch: along its rail into the part, or to the number of the part."""
        target = self.chart.arrows[index][1]
        if index not in self.lanes:
            end = max(points[-1][0], self.stem) + _AFTER
            self._draw_line(canvas, index, [*points, (end, y)])
            self._draw_number(canvas, self.order.index(target) + 1, end + _NUMBER / 2, y)
            return
        rail = self.right + _BEFORE_RAIL + _RAIL * self.lanes[index]
        top, height = self.boxes[target]
        middle = top + height / 2
        self._draw_line(canvas, index, [*points, (rail, y), (rail, middle), (self.right, middle)])

    def _draw_line(self, canvas: Canvas, index: int, points: list[Point], arrow: bool = True) -> None:
        canvas.draw(Line(tuple(points), "faint", index in self.chart.back, arrow, corner=CORNER))

    def _draw_number(self, canvas: Canvas, number: int, x: float, y: float) -> None:
        """Draw the number of a part, its middle at (x, y)."""
        language = self.chart.nodes[self.order[number - 1]].label.language
        words = block(Label(str(number), language), _NUMBER, SMALL)
        canvas.box_with(words, Box(x - _NUMBER / 2, y - _NUMBER / 2, _NUMBER, _NUMBER, "plain", "ellipse"))
