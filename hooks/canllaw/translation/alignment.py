"""Which piece of one text belongs to which of another (Needleman and Wunsch, 1970)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def aligned(
    left: Sequence[T], right: Sequence[T], likeness: Callable[[T, T], float], kind: Callable[[T], object]
) -> list[tuple[T | None, T | None]]:
    """The pieces of `left` and `right` in order, each beside its counterpart, or None where it has none.

    The pairs are those whose `likeness` adds up to most; where it is 0 or less two pieces are never a pair. Of equal
    sums the one with the first pair is taken, so that it is the end of a list that stands alone. Sides whose pieces are
    of the same `kind`, one by one, are not weighed at all. It takes time in proportion to both lengths multiplied.
    """
    if list(map(kind, left)) == list(map(kind, right)):
        return list(zip(left, right, strict=True))
    scores = [[max(likeness(mine, theirs), 0.0) for theirs in right] for mine in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]  # of what remains from each place on
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            together = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    found: list[tuple[T | None, T | None]] = []
    i = j = 0
    while i < len(left) or j < len(right):
        if i < len(left) and j < len(right) and scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif j == len(right) or (i < len(left) and best[i][j] == best[i + 1][j]):
            found.append((left[i], None))
            i += 1
        else:
            found.append((None, right[j]))
            j += 1
    return found
