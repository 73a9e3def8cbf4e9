"""Steps: a numbered sequence, each step with a text of its own if it needs one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import PADDING, SMALL, Box, Canvas, Line, Text, block
from canllaw.diagrams.description import Description, Item, Items
from canllaw.diagrams.labels import Label, Texts
from canllaw.diagrams.spec import Spec, Wording
from canllaw.language import Language

_MOST = 12
_GAP = 26.0
_NUMBER = 34.0


class Step(Strict):
    """One step."""

    label: Texts
    text: Texts | None = None


class Steps(Spec):
    """`kind: steps`."""

    kind: Literal["steps"]
    steps: Annotated[list[Step], Field(min_length=2, max_length=_MOST)]

    def draw(self, language: Language, wording: Wording, width: float) -> Canvas:
        """One box below the other, joined by arrows, its number in front."""
        canvas = Canvas(width)
        inner = width - _NUMBER - 3 * PADDING
        top = 0.0
        for number, step in enumerate(self.steps, 1):
            label = block(step.label.label(language), inner)
            note = block(step.text.label(language), inner, SMALL) if step.text else None
            words = label.height + (note.height + 4 if note else 0)
            height = max(words, _NUMBER) + 2 * PADDING
            if number > 1:
                canvas.draw(Line(((width / 2, top - _GAP), (width / 2, top)), arrow=True))
            canvas.draw(Box(0, top, width, height, "plain"))
            centre = top + height / 2
            canvas.box_with(
                block(Label(str(number), language), _NUMBER),
                Box(PADDING, centre - _NUMBER / 2, _NUMBER, _NUMBER, "strong", "ellipse"),
            )
            left, start = _NUMBER + 2 * PADDING, top + (height - words) / 2
            canvas.draw(Text(label, left, start, "start", "plain"))
            if note:
                canvas.draw(Text(note, left, start + label.height + 4, "start", "plain", soft=True))
            top += height + _GAP
        canvas.height = top - _GAP
        return canvas

    def describe(self, language: Language, wording: Wording) -> Description:
        """The steps as a numbered list."""
        items = (
            Item(step.label.label(language), step.text.label(language) if step.text else None) for step in self.steps
        )
        return (Items(tuple(items), ordered=True),)
