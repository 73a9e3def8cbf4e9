"""Steps: a numbered sequence, each step with a text of its own if it needs one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import PADDING, SMALL, Box, Canvas, Line, block
from canllaw.diagrams.description import Description, Item, Items
from canllaw.diagrams.labels import Label, Texts
from canllaw.diagrams.spec import Spec, Wording
from canllaw.diagrams.stack import Stack, least, stack
from canllaw.language import Language

_MOST = 12
_GAP = 26.0
_NUMBER = 34.0
_AROUND = _NUMBER + 3 * PADDING  # what a box is wider than its words


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
        words = list(self._words(language))
        widest = max(least(label for label, _ in words), least((note for _, note in words if note), SMALL))
        canvas = Canvas(max(width, widest + _AROUND))
        for number, (label, note) in enumerate(words, 1):
            lines = stack(label, note, canvas.width - _AROUND)
            if number > 1:
                middle, bottom = canvas.width / 2, canvas.height + _GAP
                canvas.draw(Line(((middle, canvas.height), (middle, bottom)), arrow=True))
                canvas.height = bottom
            box = Box(0, canvas.height, canvas.width, max(lines.height, _NUMBER) + 2 * PADDING, "plain")
            _draw_step(canvas, box, number, lines)
            canvas.height += box.height
        return canvas

    def describe(self, language: Language, wording: Wording) -> Description:
        """The steps as a numbered list."""
        items = (Item(label, note) for label, note in self._words(language))
        return (Items(tuple(items), ordered=True),)

    def _words(self, language: Language) -> Iterator[tuple[Label, Label | None]]:
        """The label of each step, and its text if it has one."""
        for step in self.steps:
            yield step.label.label(language), step.text.label(language) if step.text else None


def _draw_step(canvas: Canvas, box: Box, number: int, words: Stack) -> None:
    """A step: its box, with its number in front of its words."""
    canvas.draw(box)
    middle = box.y + box.height / 2
    figure = block(Label(str(number), words.label.label.language), _NUMBER)
    canvas.box_with(figure, Box(PADDING, middle - _NUMBER / 2, _NUMBER, _NUMBER, "strong", "ellipse"))
    words.draw(canvas, _NUMBER + 2 * PADDING, middle - words.height / 2, on=box.tone)
