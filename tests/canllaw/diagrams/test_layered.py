"""Parts in layers: what comes after what, in which order side by side, and which arrows lead back."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from canllaw.diagrams.layered import Layers, circles, layers, leading_back, reading_order


def arrows(text: str) -> list[tuple[str, str]]:
    """The arrows of a text such as `ab bc`: one from a to b, and one from b to c."""
    return [(one[0], one[1]) for one in text.split()]


def rows_of(laid: Layers) -> list[str]:
    """The parts in each row of parts."""
    return ["".join(spot.part for spot in row) for row in laid.rows[::2]]


def crossings(laid: Layers) -> int:
    """How many pairs of lines cross, counted the plain way."""
    place = {spot: index for row in laid.rows for index, spot in enumerate(row)}
    lines = [(upper, lower) for way in laid.ways for upper, lower in pairwise(way)]
    return sum(
        (place[a] - place[c]) * (place[b] - place[d]) < 0 for (a, b), (c, d) in combinations(lines, 2) if a.row == c.row
    )


def test_ranks_are_longest_paths() -> None:
    """A part stands below all that leads to it, and one to which nothing leads just above what it leads to."""
    assert rows_of(layers("abcde", arrows("ab bc ac cd ed"), set())) == ["a", "b", "ce", "d"]


def test_points_on_long_arrows() -> None:
    """An arrow has a point in each row that it passes, so that nothing else is put there."""
    laid = layers("abc", arrows("ab bc ac"), set())
    assert [spot.row for spot in laid.ways[2]] == [0, 1, 2, 3, 4]
    assert all(spot in laid.rows[spot.row] for spot in laid.ways[2])


@pytest.mark.parametrize(
    ("text", "least"),
    [("ac ad bc", 0), ("ae bd", 0), ("ad be cf af", 0), ("ax ay bx by", 1), ("ab ac ad be ce df ef", 0)],
)
def test_few_crossings(text: str, least: int) -> None:
    """Arrows cross no more often than they have to."""
    parts = sorted({part for arrow in arrows(text) for part in arrow})
    assert crossings(layers(parts, arrows(text), set())) == least


def test_order_of_the_author() -> None:
    """Where no order has fewer crossings than the author's, the parts stay as they were written."""
    assert rows_of(layers("dabc", arrows("dc db da"), set())) == ["d", "cba"]


def test_same_layers_every_time() -> None:
    """The same parts and arrows give the same layers."""
    text = arrows("ab ac bd ce de ef fb")
    assert layers("abcdef", text, {6}).rows == layers("abcdef", text, {6}).rows


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("ab bc", "abc"),
        ("ab ac bd cd", "abcd"),
        ("ab ac cd bd de", "abcde"),
        ("ab bc bd ce", "abdce"),
        ("bc ac", "abc"),
        ("ab ac ad", "abcd"),
    ],
)
def test_reading_order(text: str, order: str) -> None:
    """Parts are read in the direction of the arrows, branch by branch, those first that soon end."""
    assert "".join(reading_order(sorted(set(order)), arrows(text))) == order


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ab bc ca", {2: ["a", "b", "c"]}),
        ("aa ab", {0: ["a"]}),
        ("ab bc cb", {2: ["b", "c"]}),
        ("ab bc ac", {}),
        ("ab ba cd dc", {1: ["a", "b"], 3: ["c", "d"]}),
    ],
)
def test_circles(text: str, found: dict[int, list[str]]) -> None:
    """A circle is found with the arrow that closes it and all of its parts."""
    assert circles("abcd", arrows(text)) == found


@pytest.mark.parametrize(
    ("text", "allowed", "back"),
    [
        ("ab bc ca", {2}, {2}),
        ("ab bc ac", {2}, set()),
        ("ab ba", {0, 1}, {1}),
        ("ab bb", {1}, {1}),
        ("ab bc ca", {0, 2}, {2}),
    ],
)
def test_leading_back(text: str, allowed: set[int], back: set[int]) -> None:
    """Of the arrows that may lead back only those do that would close a circle."""
    assert leading_back(arrows(text), allowed) == back


def test_way_back_begins_beside_its_part() -> None:
    """An arrow that leads back has its words at the right of its part, a second one of that part below it."""
    laid = layers("abc", arrows("ab bc ca cb"), {2, 3})
    assert [spot.row for spot in laid.ways[2]] == [4, 4]
    assert [spot.row for spot in laid.ways[3]] == [4, 5]
    assert laid.rows[4] == list(laid.ways[2])
