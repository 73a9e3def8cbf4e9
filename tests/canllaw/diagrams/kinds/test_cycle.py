"""Cycles: a file in, what is drawn and what is said of it out."""

from __future__ import annotations

from math import hypot

import pytest

from canllaw.diagrams.canvas import Box, Canvas, Line, Text
from canllaw.diagrams.description import Items
from canllaw.diagrams.kinds import cycle
from canllaw.diagrams.kinds.cycle import Cycle
from drawn import EXTREMES, NARROW, WIDE, both, canvases, example, extent, faults, wording, words_on


def turning(words: str, stages: int, *, text: bool = True) -> Cycle:
    """A cycle whose labels are all `words`."""
    stage = {"label": both(words), **({"text": both(words)} if text else {})}
    fields = {"kind": "cycle", "title": both("t"), "summary": both("s"), "centre": both(words)}
    return Cycle.model_validate({**fields, "stages": [stage] * stages})


def numbers(canvas: Canvas) -> list[tuple[float, float]]:
    """The middle of each stage's number, in order."""
    return [
        (part.x + part.width / 2, part.y + part.height / 2)
        for part in canvas.parts
        if isinstance(part, Box) and part.shape == "ellipse"
    ]


def test_circle() -> None:
    """Where there is room the stages are on a circle, clockwise from the top, each with an arrow to the next."""
    canvas = Cycle.model_validate(example(cycle)).draw("en", wording("en"), WIDE)
    first, second, third, fourth = numbers(canvas)
    assert first[1] < second[1] < third[1]
    assert fourth == pytest.approx((2 * first[0] - second[0], second[1]))
    assert third == pytest.approx((first[0], 2 * second[1] - first[1]))
    assert first[0] < second[0]
    tips = [part.points[-1] for part in canvas.parts if isinstance(part, Line) and part.arrow]
    for tip, number in zip(tips, [second, third, fourth, first], strict=True):
        assert hypot(tip[0] - number[0], tip[1] - number[1]) < 25


def test_words_are_outside_the_circle() -> None:
    """No words but those of the centre are within the circle."""
    canvas = Cycle.model_validate(example(cycle)).draw("cy", wording("cy"), WIDE)
    places = numbers(canvas)
    x, y = places[0][0], places[1][1]
    radius = y - places[0][1]
    for part in canvas.parts:
        if isinstance(part, Text) and part.on is None:
            left, top, right, bottom = extent(part)
            away = hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom))
            assert (away > radius) == (part.block.label.text != "Anghenion ymwelwyr")


def test_column() -> None:
    """Where there is no room the stages are below each other, and an arrow leads from the last back to the first."""
    canvas = Cycle.model_validate(example(cycle)).draw("en", wording("en"), NARROW)
    assert len({x for x, _ in numbers(canvas)}) == 1
    stages = ["1", "Plan", "Choose one change.", "2", "Try", "3", "Look", "4", "Adapt"]
    assert words_on(canvas) == ["What visitors need", *stages]
    *down, back = [part.points for part in canvas.parts if isinstance(part, Line) and part.arrow]
    assert [start[1] < end[1] for start, end in down] == [True] * 3
    assert back[0][0] > back[1][0]
    assert back[1][1] == numbers(canvas)[0][1]


def test_description() -> None:
    """The description has the stages in order under the centre, and says that they begin again."""
    stages, again = Cycle.model_validate(example(cycle)).describe("cy", wording("cy"))
    assert isinstance(stages, Items)
    assert isinstance(again, Items)
    assert stages.ordered
    assert stages.heading
    assert stages.heading.text == "Anghenion ymwelwyr"
    assert [(item.label.text, item.note.text if item.note else None) for item in stages.items] == [
        ("Cynllunio", "Dewis un newid."),
        ("Rhoi cynnig arni", None),
        ("Edrych ar y canlyniad", None),
        ("Addasu", None),
    ]
    assert [item.label.text for item in again.items] == ["Ar ôl y cam olaf daw’r cyntaf eto."]


@pytest.mark.parametrize("words", EXTREMES)
@pytest.mark.parametrize("stages", [3, 5, 6, 7, 8])
def test_extremes(words: str, stages: int) -> None:
    """Whatever the labels and however many there are, nothing overlaps or sticks out."""
    for text in (True, False):
        for canvas in canvases(turning(words, stages, text=text)):
            assert faults(canvas) == []
            assert len(words_on(canvas)) == 1 + stages * (2 + text)
