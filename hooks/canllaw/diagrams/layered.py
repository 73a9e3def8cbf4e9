"""Layers: what comes after what, and in which order side by side, so that few arrows cross.

After Sugiyama, Tagawa and Toda, “Methods for Visual Understanding of Hierarchical System Structures” (1981): ranks by
longest path, points where an arrow passes a rank, and sweeps by barycentre. Where its points stand is reckoned in
`flowchart.coordinates`. The same parts and arrows give the same layers everywhere.

Parts stand in the even rows; in the odd rows between them is room for the words of arrows.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

Arrow = tuple[str, str]
"""From which part to which."""

_SWEEPS = 16


@dataclass(frozen=True)
class Spot:
    """A part, or a point of the arrow with that index; the first point of each arrow is where its words stand."""

    row: int
    part: str = ""
    arrow: int = -1


Links = Mapping[Spot, Sequence[Spot]]
Rows = list[list[Spot]]


@dataclass(frozen=True)
class Layers:
    """The rows from the top, each from the left; and for each arrow the spots on its way.

    The way of an arrow that leads back ends at its first point, beside its part or, where that part has another such
    arrow before it, below it: from there it runs beside the rows.
    """

    rows: Rows
    ways: list[tuple[Spot, ...]]

    def links(self) -> tuple[Links, Links]:
        """For each spot those it is joined to in the row above, and in the row below."""
        return _links(self.rows, self.ways)


def circles(parts: Sequence[str], arrows: Sequence[Arrow]) -> dict[int, list[str]]:
    """The arrows that close a circle, by index, each with the parts of the circle, from where it leads back to."""
    found: dict[int, list[str]] = {}
    done: set[str] = set()
    for part in parts:
        _follow(part, arrows, [], done, found)
    return found


def _follow(part: str, arrows: Sequence[Arrow], way: list[str], done: set[str], found: dict[int, list[str]]) -> None:
    if part in done:
        return
    way.append(part)
    for index, (origin, target) in enumerate(arrows):
        if origin == part and target in way:
            found[index] = way[way.index(target) :]
        elif origin == part:
            _follow(target, arrows, way, done, found)
    way.pop()
    done.add(part)


def leading_back(arrows: Sequence[Arrow], allowed: Collection[int]) -> frozenset[int]:
    """Those of the `allowed` arrows that close a circle, taken one by one in their order."""
    back: set[int] = set()
    for index in sorted(allowed):
        apart = back | {other for other in allowed if other >= index}
        onward = [arrow for other, arrow in enumerate(arrows) if other not in apart]
        origin, target = arrows[index]
        if origin in _reached(target, onward):
            back.add(index)
    return frozenset(back)


def _reached(start: str, arrows: Collection[Arrow]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        part = waiting.pop()
        new = {target for origin, target in arrows if origin == part} - reached
        reached |= new
        waiting += sorted(new)
    return reached


def reading_order(parts: Sequence[str], arrows: Sequence[Arrow]) -> list[str]:
    """The parts in an order in which every arrow leads on, each branch kept together as long as it is alone.

    A branch that does not join the others again comes before longer ones. `arrows` holds no circle.
    """
    before = Counter(target for _, target in arrows)
    waiting = [part for part in reversed(parts) if not before[part]]
    order: list[str] = []
    while waiting:
        part = waiting.pop()
        order.append(part)
        ready = []
        for target in _targets(part, arrows):
            before[target] -= 1
            if not before[target]:
                ready.append(target)
        waiting += reversed(_short_ends_first(ready, arrows))
    return order


def _short_ends_first(targets: list[str], arrows: Sequence[Arrow]) -> list[str]:
    reach = {target: _reached(target, arrows) for target in targets}

    def length(target: str) -> float:
        others = set[str]().union(*(reach[other] for other in targets if other != target))
        return inf if reach[target] & others else len(reach[target])

    return sorted(targets, key=length)


def layers(parts: Sequence[str], arrows: Sequence[Arrow], back: Collection[int]) -> Layers:
    """The parts in layers, with as few crossings as the sweeps find; the arrows with an index in `back` lead back."""
    onward = [arrow for index, arrow in enumerate(arrows) if index not in back]
    order = reading_order(parts, onward)
    rank = _ranks(order, onward)
    beside = _first_of_each(arrows, back)
    ways = [_way(index, arrow, rank, back, beside) for index, arrow in enumerate(arrows)]
    rows = _with_few_crossings(_first_rows(order, arrows, ways, rank), ways)
    return Layers([_with_points_beside(row, arrows, beside) for row in rows], ways)


def _targets(part: str, arrows: Sequence[Arrow]) -> Iterator[str]:
    return (target for origin, target in arrows if origin == part)


def _ranks(order: Sequence[str], arrows: Sequence[Arrow]) -> dict[str, int]:
    """How many parts come before each one on the longest way to it; a beginning stands just above what it leads to."""
    rank = dict.fromkeys(order, 0)
    for part in order:
        for target in _targets(part, arrows):
            rank[target] = max(rank[target], rank[part] + 1)
    reached = {target for _, target in arrows}
    for part in order:
        below = [rank[target] for target in _targets(part, arrows)]
        if below and part not in reached:
            rank[part] = min(below) - 1
    return rank


def _first_of_each(arrows: Sequence[Arrow], back: Collection[int]) -> dict[str, int]:
    """For each part the first arrow that leads back from it."""
    return {arrows[index][0]: index for index in sorted(back, reverse=True)}


def _way(
    index: int, arrow: Arrow, rank: Mapping[str, int], back: Collection[int], beside: Mapping[str, int]
) -> tuple[Spot, ...]:
    origin, target = arrow
    start, end = 2 * rank[origin], 2 * rank[target]
    if index in back:
        return (Spot(start, origin), Spot(start if beside[origin] == index else start + 1, arrow=index))
    points = [Spot(row, arrow=index) for row in range(start + 1, end)]
    return (Spot(start, origin), *points, Spot(end, target))


def _with_points_beside(row: Sequence[Spot], arrows: Sequence[Arrow], beside: Mapping[str, int]) -> list[Spot]:
    """`row` with the first point of each arrow that leads back from one of its parts, at the right of that part."""
    full: list[Spot] = []
    for spot in row:
        full.append(spot)
        if spot.part in beside:
            full.append(Spot(spot.row, arrow=beside[spot.part]))
    return full


def _first_rows(
    order: Sequence[str], arrows: Sequence[Arrow], ways: Sequence[tuple[Spot, ...]], rank: Mapping[str, int]
) -> Rows:
    """The rows as an author wrote them: each part, then its arrows in their order."""
    rows: Rows = [[] for _ in range(max((spot.row for way in ways for spot in way), default=0) + 1)]
    for part in order:
        rows[2 * rank[part]].append(Spot(2 * rank[part], part))
        for (origin, _), way in zip(arrows, ways, strict=True):
            if origin == part:
                for spot in way[1:]:
                    if not spot.part and spot.row > way[0].row:
                        rows[spot.row].append(spot)
    return rows


def _links(rows: Rows, ways: Sequence[tuple[Spot, ...]]) -> tuple[Links, Links]:
    above: dict[Spot, list[Spot]] = {spot: [] for row in rows for spot in row}
    below: dict[Spot, list[Spot]] = {spot: [] for row in rows for spot in row}
    for way in ways:
        for upper, lower in pairwise(way):
            if upper.row < lower.row:
                above[lower].append(upper)
                below[upper].append(lower)
    return above, below


def _with_few_crossings(rows: Rows, ways: Sequence[tuple[Spot, ...]]) -> Rows:
    """The best of what the sweeps make of `rows`; where none is better, they stay as they were written."""
    above, below = _links(rows, ways)
    best, least = rows, _crossings(rows, below)
    for sweep in range(_SWEEPS):
        turns_ties = sweep % 4 > 1
        rows = _swept(rows, above, turns_ties) if sweep % 2 == 0 else _swept(rows[::-1], below, turns_ties)[::-1]
        crossings = _crossings(rows, below)
        if crossings < least:
            best, least = rows, crossings
    return best


def _swept(rows: Rows, links: Links, turns_ties: bool) -> Rows:
    """Each row after the first, sorted by the mean place of what its spots are joined to in the row before it.

    Spots with the same mean keep their order, or change it if `turns_ties`.
    """
    swept = [rows[0]]
    for row in rows[1:]:
        place = {spot: index for index, spot in enumerate(swept[-1])}
        means = {spot: sum(place[one] for one in links[spot]) / len(links[spot]) for spot in row if links[spot]}
        joined = iter(sorted(reversed(means) if turns_ties else means, key=lambda spot: means[spot]))
        # What is joined to nothing there keeps its place.
        swept.append([next(joined) if spot in means else spot for spot in row])
    return swept


def _crossings(rows: Rows, below: Links) -> int:
    """How many pairs of lines cross between neighbouring rows."""
    count = 0
    for upper, lower in pairwise(rows):
        place = {spot: index for index, spot in enumerate(lower)}
        seen: list[int] = []
        for spot in upper:
            ends = sorted(place[end] for end in below[spot])
            count += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return count
