"""The funnel itself: its walls, what passes them, and its ideas."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist

import pytest

from canllaw.diagrams.canvas import Box, Canvas, Shape
from canllaw.diagrams.funnels.cone import Cone, Frame, Passage, draw_cone, draw_ideas

CONE = Cone(length=140, tube=14, mouth=84, neck=22)
IN = Passage(((40, 100), (60, 44)), "accent")
OUT = Passage(((100, 30), (150, 90)), "warm")


def walls(passages: tuple[Passage, ...]) -> list[list[list[float]]]:
    """For either wall, where along the funnel each piece of it begins, bends and ends."""
    canvas = Canvas(200)
    draw_cone(canvas, Frame(0, 0), CONE, passages)
    paths = [part.path for part in canvas.parts if isinstance(part, Shape) and part.edge]
    return [[[float(x) for x in re.findall(r"([\d.]+) [-\d.]+", run)] for run in path.split("M")[1:]] for path in paths]


def ideas(passages: tuple[Passage, ...]) -> list[Box]:
    """The ideas, drawn to the right from the middle (0, 0)."""
    canvas = Canvas(200)
    draw_ideas(canvas, Frame(0, 0), CONE, [(4, CONE.end)], passages)
    return [part for part in canvas.parts if isinstance(part, Box)]


def middle(idea: Box) -> tuple[float, float]:
    """Where an idea is."""
    return idea.x + idea.width / 2, idea.y + idea.height / 2


def test_closed_walls_are_solid() -> None:
    """Where nothing passes, each wall is one line from the mouth round the bend to the end."""
    assert walls(()) == [[[0, 140, 154]], [[0, 140, 154]]]


@pytest.mark.parametrize("passage", [IN, OUT])
def test_walls_open_where_something_passes(passage: Passage) -> None:
    """A passage crosses its wall in a gap, and on no piece of it."""
    assert passage.side == 1
    at = passage.crossing(CONE)
    _, pieces = walls((passage,))
    assert len(pieces) > 4
    assert not any(piece[0] - 5 < at < piece[-1] + 5 for piece in pieces)


def test_mirrored_passage() -> None:
    """A passage through the other wall crosses it at the same place."""
    assert IN.mirrored().side == -1
    assert IN.mirrored().crossing(CONE) == pytest.approx(IN.crossing(CONE))


def test_ideas_thin_out() -> None:
    """More ideas are in the first third than in the second, and fewest in the last."""
    counts = [0, 0, 0]
    for idea in ideas(()):
        counts[int(middle(idea)[0] / CONE.end * 3)] += 1
    assert counts[0] > counts[1] > counts[2] > 0


def test_ideas_are_inside_and_apart() -> None:
    """Each idea is whole within the walls, and touches no other."""
    drawn = ideas((IN, OUT))
    assert all(abs(middle(idea)[1]) + idea.height / 2 < CONE.half(middle(idea)[0]) for idea in drawn)
    assert all(dist(middle(one), middle(two)) > (one.width + two.width) / 2 for one, two in combinations(drawn, 2))


def test_ideas_from_outside() -> None:
    """Behind the place where something comes in there are ideas of another form, and before it none."""
    assert {idea.shape for idea in ideas(())} == {"ellipse"}
    theirs = [middle(idea)[0] for idea in ideas((IN,)) if idea.shape == "diamond"]
    assert theirs
    assert min(theirs) > IN.crossing(CONE)


def test_frame_turns() -> None:
    """The same funnel runs to the right or downwards."""
    assert Frame(10, 20).at(3, 1) == (13, 21)
    assert Frame(10, 20, down=True).at(3, 1) == (11, 23)
