"""Where arrows touch the parts: at the bottom and the top, or at a side where nothing stands in the way."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from canllaw.diagrams.canvas import POINT
from canllaw.diagrams.flowchart.chart import Chart, NodeShape
from canllaw.diagrams.flowchart.coordinates import Places
from canllaw.diagrams.layered import Layers, Spot

Size = tuple[float, float]

_CLEAR = 10.0
_APART = 16.0
_SHAFT = 16.0
_SLOPE = 14.0  # how much further out an arrow may leave a hexagon, at its sloping edges
_ROUND = {"box": 12.0, "decision": POINT + 6.0, "start": 22.0, "end": 22.0}


@dataclass(frozen=True)
class Port:
    """Where an arrow touches a part: its x, and whether that is at the side."""

    x: float
    at_side: bool = False


@dataclass
class Ports:
    """The ports of each arrow, by its index, where it leaves and where it comes in.

    `rails` are the x at which arrows that lead back run upwards.
    """

    chart: Chart
    layers: Layers
    places: Places
    sizes: Mapping[Spot, Size]
    exits: dict[int, Port] = field(default_factory=dict)
    entries: dict[int, Port] = field(default_factory=dict)
    _taken: list[tuple[int, float, float, Hashable]] = field(default_factory=list)

    def find(self, rails: Mapping[int, float]) -> None:
        """Find all exits, then the entries that these leave room for."""
        ways = self.layers.ways
        spots = {spot.part: spot for row in self.layers.rows for spot in row if spot.part}
        for index, way in enumerate(ways):
            if way[1].row == way[0].row:
                self.exits[index] = self._exit_beside(way[0])
        for spot in spots.values():
            below = {i: self.places[way[1]] for i, way in enumerate(ways) if way[0] == spot and i not in self.exits}
            self._find_exits(spot, below)
        for spot in spots.values():
            self._find_entries(spot)
        for index, rail in rails.items():
            self.entries[index] = self._entry_from_rail(spots[self.chart.arrows[index][1]], rail)

    def _exit_beside(self, spot: Spot) -> Port:
        """The right side of `spot`, for an arrow that leads back."""
        edge = self.places[spot] + self.sizes[spot][0] / 2
        self._taken.append((spot.row, edge, edge + _CLEAR, (spot, "beside")))
        return Port(edge, at_side=True)

    def _find_exits(self, spot: Spot, below: Mapping[int, float]) -> None:
        """Where arrows leave `spot`, each to its first point `below`."""
        is_decision = self._shape(spot) == "decision"
        middle, flat = self.places[spot], self._flat(spot)
        reach = flat + (_SLOPE if is_decision else 0.0)
        straight = [x for x in below.values() if abs(x - middle) <= reach]
        for index, x in below.items():
            if x in straight:
                self.exits[index] = Port(x)
            elif is_decision and (edge := self._side(spot, x, _CLEAR, "out")) is not None:
                self.exits[index] = Port(edge, at_side=True)
            else:
                # It branches off another one rather than run close by it.
                corner = min(max(x, middle - flat), middle + flat)
                self.exits[index] = Port(next((other for other in straight if abs(other - corner) < _APART), corner))

    def _coming(self, part: str) -> dict[int, float]:
        """The arrows that come down to `part`, each with its last x."""
        return {i: self.places[way[-2]] for i, way in enumerate(self.layers.ways) if way[-1].part == part}

    def _find_entries(self, spot: Spot) -> None:
        coming = self._coming(spot.part)
        straight = [x for x in coming.values() if self._is_above_flat(spot, x)]
        for index, x in coming.items():
            if x in straight:
                self.entries[index] = Port(x)
            elif straight and (edge := self._side(spot, x, _SHAFT, "in")) is not None:
                self.entries[index] = Port(edge, at_side=True)
            else:
                self.entries[index] = Port(_nearest(straight or [self.places[spot]], x))

    def _entry_from_rail(self, spot: Spot, rail: float) -> Port:
        if (edge := self._side(spot, rail, _SHAFT, "in")) is not None:
            return Port(edge, at_side=True)
        # Otherwise it joins what comes down to the part.
        coming = [self.entries[index] for index in self._coming(spot.part)]
        return Port(_nearest([port.x for port in coming if not port.at_side] or [self.places[spot]], rail))

    def _side(self, spot: Spot, x: float, least: float, use: str) -> float | None:
        """The x of the side of `spot` from which a level line to `x` meets nothing, which is then taken; or None."""
        middle, half = self.places[spot], self.sizes[spot][0] / 2
        direction = 1 if x > middle else -1
        edge = middle + direction * half
        if (x - edge) * direction < least or not self._is_free_up_to(spot, x, direction):
            return None
        start, end, owner = min(edge, x), max(edge, x), (spot, use)
        for row, from_x, to_x, other in self._taken:
            if row == spot.row and other != owner and from_x - _CLEAR < end and start < to_x + _CLEAR:
                return None
        self._taken.append((spot.row, start, end, owner))
        return edge

    def _is_free_up_to(self, spot: Spot, x: float, direction: int) -> bool:
        row = self.layers.rows[spot.row]
        index = row.index(spot) + direction
        if not 0 <= index < len(row):
            return True
        near = self.places[row[index]] - direction * self.sizes[row[index]][0] / 2
        return (near - x) * direction >= _CLEAR

    def _shape(self, spot: Spot) -> NodeShape:
        return self.chart.nodes[spot.part].shape

    def _flat(self, spot: Spot) -> float:
        """How far the level part of its top and bottom reaches from the middle of `spot`."""
        return max(self.sizes[spot][0] / 2 - _ROUND[self._shape(spot)], 0.0)

    def _is_above_flat(self, spot: Spot, x: float) -> bool:
        return abs(x - self.places[spot]) <= self._flat(spot) + 0.01


def _nearest(places: Sequence[float], x: float) -> float:
    return min(places, key=lambda one: abs(one - x))
