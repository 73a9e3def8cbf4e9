"""Tracks in the channel between two rows, so that no two arrows run along each other unless they begin or end together.

After Hashimoto and Stevens, “Wire routing by optimizing channel assignment within large apertures” (1971): what comes
down at a place must have turned away above the track of what leaves the channel at that place.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

NEAR = 8.0
"""Lines that run along each other are further apart than this."""


@dataclass(frozen=True)
class Step:
    """How an arrow crosses a channel: where it comes in, and goes out below. Those of one `net` share a track."""

    net: Hashable
    top: float
    bottom: float


@dataclass(frozen=True)
class _Run:
    """What a net needs: lines down to its track, and lines down from it."""

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]

    @property
    def start(self) -> float:
        return min(self.tops + self.bottoms)

    @property
    def end(self) -> float:
        return max(self.tops + self.bottoms)

    def is_above(self, other: _Run) -> bool:
        """Whether it has to be, because it comes in where the other one goes out."""
        return any(abs(top - bottom) < NEAR for top in self.tops for bottom in other.bottoms)

    def crossings_above(self, other: _Run) -> int:
        """How often the two cross if this one's track is the upper one."""
        from_top = sum(self.start < top < self.end for top in other.tops)
        return from_top + sum(other.start < bottom < other.end for bottom in self.bottoms)

    def is_beside(self, other: _Run) -> bool:
        """Whether the two may share a track."""
        return self.end + NEAR < other.start or other.end + NEAR < self.start


def tracks(steps: Iterable[Step]) -> dict[Hashable, int] | None:
    """The track of each net that does not run straight down, counted from the top; None where nets block each other."""
    runs = _runs(steps)
    order: list[Hashable] = []
    waiting = list(runs)
    while waiting:
        free = [net for net in waiting if not any(runs[other].is_above(runs[net]) for other in waiting if other != net)]
        if not free:
            return None
        best = min(free, key=lambda net: _cost(net, waiting, runs))
        order.append(best)
        waiting.remove(best)
    return _packed(order, runs)


def _runs(steps: Iterable[Step]) -> dict[Hashable, _Run]:
    nets: dict[Hashable, list[Step]] = {}
    for step in steps:
        nets.setdefault(step.net, []).append(step)
    runs = {net: _Run(tuple(s.top for s in those), tuple(s.bottom for s in those)) for net, those in nets.items()}
    return {net: run for net, run in runs.items() if any(step.top != step.bottom for step in nets[net])}


def _cost(net: Hashable, waiting: Sequence[Hashable], runs: dict[Hashable, _Run]) -> int:
    """How many crossings more there are if `net` is above all that are waiting, than if it is below them."""
    own = runs[net]
    others = [runs[other] for other in waiting if other != net]
    return sum(own.crossings_above(other) - other.crossings_above(own) for other in others)


def _packed(order: Sequence[Hashable], runs: dict[Hashable, _Run]) -> dict[Hashable, int]:
    """Each net on the highest track that is below all before it in `order` that it would meet."""
    packed: dict[Hashable, int] = {}
    for net in order:
        met = [track for other, track in packed.items() if not runs[net].is_beside(runs[other])]
        packed[net] = max(met, default=-1) + 1
    return packed
