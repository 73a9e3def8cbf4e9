"""What stands below a funnel: what passes its walls, beside a small picture of that, and its remark."""

from __future__ import annotations

from canllaw.diagrams.canvas import SMALL, Box, Canvas, Line, LineTone, Text, block
from canllaw.diagrams.funnels.cone import WALL
from canllaw.diagrams.funnels.model import Model, Traffic, longest_word

SIGN = 46.0
"""The width of the small picture, and the room after it."""
_SIGN_HEIGHT = 34.0
_SPACE = 16.0
_GAP = 32.0
_LEAST_COLUMN = 210.0


def foot_height(model: Model, width: float) -> float:
    """How high the foot is in a column of `width`."""
    return draw_foot(Canvas(width), model, (0, 0), width)


def least_foot(model: Model) -> float:
    """How wide the foot is at least: no word of it is broken."""
    labels = [label for way in model.traffic for label in (way.heading, *way.labels)]
    return max(
        max((SIGN + longest_word(label) for label in labels), default=0.0),
        longest_word(model.remark) if model.remark else 0.0,
    )


def draw_foot(canvas: Canvas, model: Model, corner: tuple[float, float], width: float) -> float:
    """Draw it below `corner`; give its height. What comes in and what goes out stand side by side if there is room."""
    left, top = corner
    height = 0.0
    column = (width - _GAP) / 2
    if model.traffic and column >= max(_LEAST_COLUMN, least_foot(model)):
        height = max(
            _draw_traffic(canvas, way, (left + index * (column + _GAP), top), column)
            for index, way in enumerate(model.traffic)
        )
    else:
        for way in model.traffic:
            height += _SPACE if height else 0
            height += _draw_traffic(canvas, way, (left, top + height), width)
    if model.remark:
        remark = block(model.remark, width)
        height += _SPACE if height else 0
        canvas.draw(Text(remark, left, top + height, "start"))
        height += remark.height
    return height


def _draw_traffic(canvas: Canvas, way: Traffic, corner: tuple[float, float], width: float) -> float:
    """The heading, below it each label on lines of its own, the sign to their left; give the height."""
    left, top = corner
    _draw_sign(canvas, way, corner)
    heading = block(way.heading, width - SIGN, SMALL)
    canvas.draw(Text(heading, left + SIGN, top, "start", soft=True))
    height = heading.height
    for label in way.labels:
        words = block(label, width - SIGN)
        canvas.draw(Text(words, left + SIGN, top + height + 2, "start"))
        height += words.height + 2
    return max(height, _SIGN_HEIGHT)


def _draw_sign(canvas: Canvas, way: Traffic, corner: tuple[float, float]) -> None:
    """A piece of wall with an arrow through it: into the funnel's body, or out of it."""
    left, top = corner[0], corner[1] + 3
    wall, middle = left + 16, top + _SIGN_HEIGHT / 2
    canvas.draw(Box(wall if way.inwards else left, top, 16, _SIGN_HEIGHT, "soft", radius=0))
    for start, end in ((top, middle - 7), (middle + 7, top + _SIGN_HEIGHT)):
        canvas.draw(Line(((wall, start), (wall, end)), weight=WALL))
    tone: LineTone = "accent" if way.inwards else "warm"
    canvas.draw(Line(((left + 1, middle), (left + 31, middle)), tone, arrow=True, weight=2.5))
