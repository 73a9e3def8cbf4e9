"""Where everything of a chart in rows stands from left to right, before anything is drawn."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from canllaw.diagrams.canvas import Block
from canllaw.diagrams.flowchart.channels import Step, tracks
from canllaw.diagrams.flowchart.chart import Chart, pill, size_of, words_of
from canllaw.diagrams.flowchart.coordinates import Places, coordinates
from canllaw.diagrams.flowchart.ports import Ports, Size
from canllaw.diagrams.layered import Layers, Spot

_PILL = 160.0
_RAIL = 14.0
_BEFORE_RAIL = 20.0
_EVEN = 2.0  # boxes in a row are made as high as the highest, but not more than this often as high as they need


@dataclass(frozen=True)
class Plan:
    """The words of parts and arrows, broken; the size and the middle of each spot; and how arrows run between them.

    `rails` has the x at which each arrow that leads back runs upwards, `nets` the tracks in the channel below each row.
    """

    chart: Chart
    laid: Layers
    words: Mapping[str, Block]
    pills: Mapping[int, Block]
    sizes: Mapping[Spot, Size]
    places: Places
    ports: Ports
    rails: Mapping[int, float]
    nets: Mapping[int, Mapping[Hashable, int]]

    @property
    def width(self) -> float:
        """The width of all that is drawn."""
        return max([_right(self.places, self.sizes), *self.rails.values()])


def plan(chart: Chart, laid: Layers, box: float, gap: float) -> Plan | None:
    """The plan with boxes no wider than `box`, but for single words; None if arrows would run along each other."""
    words = {part: words_of(node, box) for part, node in chart.nodes.items()}
    pills = {i: pill(way.label, min(box, _PILL)) for i, way in enumerate(chart.ways) if way.label}
    sizes = _sizes(chart, laid, words, {index: (width, height) for index, (_, width, height) in pills.items()})
    places = coordinates(laid, {spot: width for spot, (width, _) in sizes.items()}, gap)
    _draw_below(laid, places, sizes, gap)
    rails = _rails(chart, laid, _right(places, sizes))
    ports = Ports(chart, laid, places, sizes)
    ports.find(rails)
    nets = {}
    for row, steps in _channels(laid, places, ports, rails).items():
        found = tracks(steps)
        if found is None:
            return None
        nets[row] = found
    blocks = {index: block for index, (block, _, _) in pills.items()}
    return Plan(chart, laid, words, blocks, sizes, places, ports, rails, nets)


def row_of(laid: Layers, part: str) -> int:
    """The row in which `part` stands."""
    return next(index for index, row in enumerate(laid.rows) for spot in row if spot.part == part)


def _right(places: Places, sizes: Mapping[Spot, Size]) -> float:
    return max(places[spot] + width / 2 for spot, (width, _) in sizes.items())


def _sizes(chart: Chart, laid: Layers, words: Mapping[str, Block], pills: Mapping[int, Size]) -> dict[Spot, Size]:
    """The room that each spot needs: all boxes are as wide as the widest, and so are all decisions."""
    needed = {part: size_of(node, words[part]) for part, node in chart.nodes.items()}
    widest: dict[bool, float] = {}
    for part, (width, _) in needed.items():
        is_decision = chart.nodes[part].shape == "decision"
        widest[is_decision] = max(width, widest.get(is_decision, 0.0))
    sizes: dict[Spot, Size] = {}
    for row in laid.rows:
        highest = max((needed[spot.part][1] for spot in row if spot.part), default=0.0)
        for spot in row:
            if spot.part:
                height = needed[spot.part][1]
                width = widest[chart.nodes[spot.part].shape == "decision"]
                sizes[spot] = (width, highest if highest <= height * _EVEN else height)
            else:
                is_first = laid.ways[spot.arrow][1] == spot
                sizes[spot] = pills.get(spot.arrow, (0.0, 0.0)) if is_first else (0.0, 0.0)
    return sizes


def _draw_below(laid: Layers, places: Places, sizes: Mapping[Spot, Size], gap: float) -> None:
    """Move the first point of each arrow without words straight below its part, if there is room."""
    for row in laid.rows[1::2]:
        for index, spot in enumerate(row):
            way = laid.ways[spot.arrow]
            if way[1] != spot or sizes[spot][0]:
                continue
            x, left, right = places[way[0]], row[:index][-1:], row[index + 1 :][:1]
            has_room = all(places[one] + sizes[one][0] / 2 + gap <= x for one in left)
            if has_room and all(x + gap <= places[one] - sizes[one][0] / 2 for one in right):
                places[spot] = x


def _rails(chart: Chart, laid: Layers, right: float) -> dict[int, float]:
    """The x at which each arrow that leads back runs upwards: the shorter ones further in."""
    rows = {spot.part: index for index, row in enumerate(laid.rows) for spot in row if spot.part}
    reach = {i: sorted((rows[chart.arrows[i][0]] + 1, rows[chart.arrows[i][1]] - 1)) for i in sorted(chart.back)}
    lanes: list[list[list[int]]] = []
    rails = {}
    for index, (first, last) in sorted(reach.items(), key=lambda item: item[1][1] - item[1][0]):
        free = (n for n, lane in enumerate(lanes) if all(last < start or end < first for start, end in lane))
        number = next(free, len(lanes))
        if number == len(lanes):
            lanes.append([])
        lanes[number].append([first, last])
        rails[index] = right + _BEFORE_RAIL + _RAIL * number
    return rails


def _channels(laid: Layers, places: Places, ports: Ports, rails: Mapping[int, float]) -> dict[int, list[Step]]:
    """How arrows cross the channel below each row; that above the first row has the number −1."""
    channels: dict[int, list[Step]] = {row: [] for row in range(-1, len(laid.rows))}
    for index, way in enumerate(laid.ways):
        back = _back_steps(laid, places, ports, index, rails[index]) if index in rails else []
        for row, step in (*_steps(places, ports, index, way), *back):
            channels[row].append(step)
    return channels


def _steps(places: Places, ports: Ports, index: int, way: tuple[Spot, ...]) -> list[tuple[int, Step]]:
    """How an arrow crosses the channels from spot to spot. Those of one part leave, and come in, on one track."""
    own = ("alone", index)
    steps = []
    for upper, lower in pairwise(way):
        top, bottom = places[upper], places[lower]
        step = Step(own, top, bottom)
        if upper.part:
            port = ports.exits[index]
            step = Step(own, bottom, bottom) if port.at_side else Step(("from", upper.part), port.x, bottom)
        elif lower.part:
            port = ports.entries[index]
            step = Step(own, top, top) if port.at_side else Step(("to", lower.part), top, port.x)
        if upper.row < lower.row:
            steps.append((upper.row, step))
    return steps


def _back_steps(laid: Layers, places: Places, ports: Ports, index: int, rail: float) -> list[tuple[int, Step]]:
    """The level lines to the rail and from it, where these are in channels."""
    point, target = laid.ways[index][-1], ports.chart.arrows[index][1]
    steps = []
    if laid.rows[point.row][-1] != point:
        steps.append((point.row, Step(("alone", index), places[point], rail)))
    if not ports.entries[index].at_side:
        steps.append((row_of(laid, target) - 1, Step(("to", target), rail, ports.entries[index].x)))
    return steps
