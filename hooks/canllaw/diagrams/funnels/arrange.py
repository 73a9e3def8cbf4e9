"""Where the funnels of a diagram stand: beside each other if there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from canllaw.diagrams.canvas import Canvas, Line
from canllaw.diagrams.funnels.across import Across
from canllaw.diagrams.funnels.down import Down, least_width
from canllaw.diagrams.funnels.model import Model, Plan

_BESIDE = 28.0
_BELOW = 64.0
_LEAST_PAIR = 560.0


def arranged(models: list[Model], width: float) -> Canvas:
    """The funnels on a canvas of `width`, or wider where a word needs it."""
    column = (width - _BESIDE) / 2
    needed = max(map(least_width, models))
    if len(models) > 1 and width >= _LEAST_PAIR and needed <= column:
        return _side_by_side(_plans(models, column), column, width)
    width = max(width, needed)
    return _stacked(_plans(models, width), width)


def _plans(models: list[Model], width: float) -> Sequence[Plan]:
    """All of them from left to right if each fits so, else all of them downwards."""
    across = [Across(model, width) for model in models]
    return across if all(plan.fits for plan in across) else [Down(model, width) for model in models]


def _side_by_side(plans: Sequence[Plan], column: float, width: float) -> Canvas:
    """Their rows line up."""
    heights = [max(heights) for heights in zip(*(plan.rows for plan in plans), strict=True)]
    canvas = Canvas(width, sum(heights))
    for index, plan in enumerate(plans):
        plan.draw(canvas, index * (column + _BESIDE), _tops(0, heights))
    canvas.draw(Line(((width / 2, 0), (width / 2, canvas.height)), "faint", weight=1))
    return canvas


def _stacked(plans: Sequence[Plan], width: float) -> Canvas:
    canvas = Canvas(width)
    for index, plan in enumerate(plans):
        top = canvas.height + (_BELOW if index else 0)
        if index:
            canvas.draw(Line(((0, top - _BELOW / 2), (width, top - _BELOW / 2)), "faint", weight=1))
        plan.draw(canvas, 0, _tops(top, plan.rows))
        canvas.height = top + sum(plan.rows)
    return canvas


def _tops(top: float, heights: Sequence[float]) -> tuple[float, ...]:
    return tuple(accumulate(heights[:-1], initial=top))
