"""How far from the left the spots of layers stand, so that long arrows are straight and parts stand above each other.

After Brandes and Köpf, “Fast and Simple Horizontal Coordinate Assignment” (2001): spots are tied to the middle of what
they are joined to, in four ways (from above and below, to the left and right), and stand at the mean of the two middle
ones. Within a way, columns of tied spots are set apart as a graph of columns, since the erratum of 2020 (Brandes,
Walter and Zink) shows that the classes of the first version can overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from graphlib import TopologicalSorter
from itertools import pairwise

from canllaw.diagrams.layered import Layers, Links, Rows, Spot

Places = dict[Spot, float]
Distance = Callable[[Spot, Spot], float]
"""How far apart the middles of two neighbours in a row have to be."""


_OF_LINES = 0.75


def coordinates(layers: Layers, widths: Mapping[Spot, float], gap: float) -> Places:
    """The middle of each spot; the left edge of the leftmost is 0.

    Neighbours are no nearer than `gap`, or three quarters of it where one of them is a mere point.
    """

    def distance(one: Spot, other: Spot) -> float:
        is_line = not widths[one] or not widths[other]
        return (widths[one] + widths[other]) / 2 + gap * (_OF_LINES if is_line else 1)

    above, below = layers.links()
    crossed = _crossed(layers.rows, above)
    ways = []
    for rows, links in ((layers.rows, above), (layers.rows[::-1], below)):
        ways.append(_compact(rows, _tied(rows, links, crossed), distance))
        mirrored = [row[::-1] for row in rows]
        places = _compact(mirrored, _tied(mirrored, links, crossed), distance)
        ways.append({spot: -x for spot, x in places.items()})
    places = _balanced(ways, widths)
    for origin, point in (way[:2] for way in layers.ways):
        if origin.row == point.row:
            places[point] = places[origin] + distance(origin, point)
    left = min(x - widths[spot] / 2 for spot, x in places.items())
    return {spot: x - left for spot, x in places.items()}


def _crossed(rows: Rows, above: Links) -> set[tuple[Spot, Spot]]:
    """The lines (lower, upper) that cross one within a long arrow, and so may bend in its stead."""
    crossed: set[tuple[Spot, Spot]] = set()
    for before, row in pairwise(rows):
        place = {spot: index for index, spot in enumerate(before)}
        lines = [(lower, upper) for lower in row for upper in above[lower]]
        inner = [line for line in lines if not line[0].part and not line[1].part]
        at = {spot: index for index, spot in enumerate(row)}
        for line in inner:
            for lower, upper in lines:
                is_crossing = (at[lower] - at[line[0]]) * (place[upper] - place[line[1]]) < 0
                if is_crossing and line not in crossed:
                    crossed.add((lower, upper))
    return crossed


def _tied(rows: Rows, links: Links, crossed: set[tuple[Spot, Spot]]) -> dict[Spot, Spot]:
    """For each spot the first of the column to which it is tied."""
    first = {spot: spot for row in rows for spot in row}
    for before, row in pairwise(rows):
        place = {spot: index for index, spot in enumerate(before)}
        last = -1
        for spot in row:
            joined = sorted(links[spot], key=lambda one: place[one])
            for index in sorted({(len(joined) - 1) // 2, len(joined) // 2} if joined else ()):
                one = joined[index]
                is_free = first[spot] is spot and place[one] > last
                if is_free and not {(spot, one), (one, spot)} & crossed:
                    first[spot], last = first[one], place[one]
    return first


def _compact(rows: Rows, first: Mapping[Spot, Spot], distance: Distance) -> Places:
    """The columns as near to each other as they may stand: all to the left, then each as far right as that leaves."""
    before: dict[Spot, dict[Spot, float]] = {column: {} for column in first.values()}
    after: dict[Spot, dict[Spot, float]] = {column: {} for column in first.values()}
    for row in rows:
        for one, other in pairwise(row):
            left, right = first[one], first[other]
            apart = max(distance(one, other), before[right].get(left, 0))
            before[right][left] = after[left][right] = apart
    order = list(TopologicalSorter(before).static_order())
    places: Places = {}
    for column in order:
        places[column] = max((places[one] + apart for one, apart in before[column].items()), default=0.0)
    for column in reversed(order):
        if after[column]:
            places[column] = min(places[one] - apart for one, apart in after[column].items())
    return {spot: places[column] for spot, column in first.items()}


def _balanced(ways: list[Places], widths: Mapping[Spot, float]) -> Places:
    """The mean of the two middle places of each spot, all ways being set against the narrowest of them."""
    edges = [
        (
            min(x - widths[spot] / 2 for spot, x in places.items()),
            max(x + widths[spot] / 2 for spot, x in places.items()),
        )
        for places in ways
    ]
    start, end = min(edges, key=lambda edge: edge[1] - edge[0])
    shifts = [start - left if index % 2 == 0 else end - right for index, (left, right) in enumerate(edges)]
    places = {}
    for spot in ways[0]:
        four = sorted(way[spot] + shift for way, shift in zip(ways, shifts, strict=True))
        places[spot] = (four[1] + four[2]) / 2
    return places
