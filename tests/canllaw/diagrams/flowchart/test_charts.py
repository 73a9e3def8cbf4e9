"""Charts of any form, drawn in rows and in one column: nothing overlaps, sticks out, or passes through something."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest

from canllaw.diagrams.canvas import Box, Canvas, Line
from canllaw.diagrams.flowchart.channels import Step, tracks
from canllaw.diagrams.flowchart.chart import Chart, Node, NodeShape, Way
from canllaw.diagrams.flowchart.outline import draw_outline
from canllaw.diagrams.flowchart.top_down import draw_top_down
from canllaw.diagrams.labels import Label
from diagram_geometry import faults

_WORDS = (
    "arloesi agored a chaeedig sefydliad treftadaeth cydweithredu partneriaethau gwirfoddolwyr dod o hyd i yn".split()
)
_SHAPES: list[NodeShape] = ["box", "box", "start", "end"]


def label(chance: random.Random, most: int) -> Label:
    """Up to `most` Welsh words."""
    return Label(" ".join(chance.choices(_WORDS, k=chance.randint(1, most))), "cy")


def chart_of(seed: int) -> Chart:
    """A chart of 3 to 40 parts that branch, join again, and sometimes lead back."""
    chance = random.Random(seed)  # noqa: S311 - the same charts in every run, no secrets
    parts = [f"p{index}" for index in range(chance.choice([3, 5, 8, 12, 40]))]
    nodes, ways = {}, []
    for index, part in enumerate(parts):
        steps = (1 + int(chance.expovariate(0.6)) for _ in range(chance.choice([1, 1, 1, 2, 2, 3])))
        targets = dict.fromkeys(parts[index + step] for step in steps if index + step < len(parts))
        leaving = [Way((part, to), label(chance, 3) if chance.random() < 0.5 else None, False) for to in targets]
        if index and chance.random() < 0.15:
            words = label(chance, 2) if chance.random() < 0.6 else None
            leaving.append(Way((part, chance.choice(parts[:index])), words, True))
        shape = "decision" if len(leaving) > 1 else chance.choice(_SHAPES)
        nodes[part] = Node(label(chance, chance.choice([2, 5, 9])), shape, None)
        ways += leaving
    return Chart(nodes, tuple(ways))


@pytest.mark.parametrize("width", [640.0, 288.0])
def test_nothing_overlaps(width: float) -> None:
    """In charts of many forms no line passes a box or words or runs along another line, and no word leaves its box."""
    in_rows = 0
    for seed in range(30):
        chart = chart_of(seed)
        top_down = draw_top_down(chart, width)
        in_rows += top_down is not None
        for canvas in (top_down, draw_outline(chart, width)):
            assert canvas is None or (canvas.width, faults(canvas)) == (width, []), seed
    assert in_rows >= 4


def test_same_drawing_every_time() -> None:
    """The same chart is drawn in the same way."""
    assert draw_top_down(chart_of(2), 640) == draw_top_down(chart_of(2), 640)
    assert draw_outline(chart_of(4), 288) == draw_outline(chart_of(4), 288)


def chart(text: str, back: str = "") -> Chart:
    """A chart of one-letter boxes from arrows such as `ab bc`, those in `back` leading back."""
    arrows = [(one[0], one[1]) for one in f"{text} {back}".split()]
    parts = sorted({part for arrow in arrows for part in arrow})
    allowed = len(text.split())
    ways = (Way(arrow, None, index >= allowed) for index, arrow in enumerate(arrows))
    return Chart({part: Node(Label(part, "en"), "box", None) for part in parts}, tuple(ways))


def test_long_arrows_are_straight() -> None:
    """An arrow that passes several rows runs straight down beside them, and turns at its ends only."""
    canvas = draw_top_down(chart("ab bc cd de ae"), 640)
    assert canvas
    for line in (part for part in canvas.parts if isinstance(part, Line)):
        assert sum(one[1] == other[1] for one, other in pairwise(line.points)) <= 2


def test_parts_in_a_row_stand_above_each_other() -> None:
    """A mere sequence is one straight line down the middle of the picture."""
    canvas = draw_top_down(chart("ab bc cd"), 640)
    assert canvas
    assert {part.x + part.width / 2 for part in canvas.parts if isinstance(part, Box)} == {320.0}
    assert {x for part in canvas.parts if isinstance(part, Line) for x, _ in part.points} == {320.0}


@pytest.mark.parametrize("draw", [draw_top_down, draw_outline])
def test_what_leads_back_is_dashed(draw: Callable[[Chart, float], Canvas | None]) -> None:
    """An arrow that leads back is dashed and goes up, and no other is."""
    canvas = draw(chart("ab bc", "ca"), 640)
    assert canvas
    lines = [part for part in canvas.parts if isinstance(part, Line)]
    assert [line.points[0][1] > line.points[-1][1] for line in lines] == [line.dashed for line in lines]
    assert sum(line.dashed for line in lines) == 1


def test_too_wide_for_rows() -> None:
    """What would need more room than there is, is not drawn in rows."""
    assert draw_top_down(chart("ab ac ad ae af ag ah"), 288) is None
    assert draw_top_down(chart("ab ac ad ae af ag ah"), 640)


def test_connectors() -> None:
    """Where there is no room for more rails, a branch ends at the number of its part, and all parts have numbers."""
    crowded = chart("ab ac ad ae af ag ah bh bg bf ch cg cf dh dg eh")
    canvas = draw_outline(crowded, 288)
    numbers = [part for part in canvas.parts if isinstance(part, Box) and part.shape == "ellipse"]
    assert len(numbers) > len(crowded.nodes)
    assert not faults(canvas)
    roomy = draw_outline(chart("ab ac bc"), 288)
    assert not [part for part in roomy.parts if isinstance(part, Box) and part.shape == "ellipse"]


def test_tracks() -> None:
    """What turns away at a place is above what leaves the channel there; nets that do not meet share a track."""
    steps = [Step("a", 0, 100), Step("b", 200, 0), Step("c", 300, 400), Step("d", 500, 500)]
    assert tracks(steps) == {"a": 0, "b": 1, "c": 0}
    assert tracks([Step("a", 0, 100), Step("b", 100, 0)]) is None
