"""Which piece of one text belongs to which of another: a cheapest alignment (Needleman and Wunsch, 1970)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def align(
    left: Sequence[A], right: Sequence[B], cost: Callable[[A, B], float | None], gap: float
) -> list[tuple[A | None, B | None]]:
    """The pairs of `left` and `right` in order, that together cost least; what has no fellow is paired with None.

    `cost` is that of pairing two, None where they may not be; `gap` that of leaving one alone. Of equal costs the first
    pair is taken, so that the outcome is always the same and it is the end of a list that is alone. It takes time in
    proportion to both lengths multiplied.
    """
    rows, columns = range(len(left) + 1), range(len(right) + 1)
    best = [[(len(left) - row + len(right) - column) * gap for column in columns] for row in rows]
    together: dict[tuple[int, int], float] = {}
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            price = cost(left[i], right[j])
            together[i, j] = float("inf") if price is None else best[i + 1][j + 1] + price
            best[i][j] = min(together[i, j], gap + best[i + 1][j], gap + best[i][j + 1])
    return list(_walk(left, right, best, together))


def _walk(
    left: Sequence[A], right: Sequence[B], best: list[list[float]], together: dict[tuple[int, int], float]
) -> Iterator[tuple[A | None, B | None]]:
    i = j = 0
    while i < len(left) or j < len(right):
        if i < len(left) and j < len(right) and together[i, j] <= best[i][j]:
            yield left[i], right[j]
            i, j = i + 1, j + 1
        elif i < len(left) and (j == len(right) or best[i + 1][j] <= best[i][j + 1]):
            yield left[i], None
            i += 1
        else:
            yield None, right[j]
            j += 1
