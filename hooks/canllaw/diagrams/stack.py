"""A label and what explains it, measured and set as one, and the room that they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from canllaw.diagrams.canvas import SIZE, SMALL, Anchor, Block, Canvas, Text, Tone, block
from canllaw.diagrams.labels import Label
from canllaw.diagrams.metrics import LINE

_GAP = 4.0


@dataclass(frozen=True)
class Stack:
    """Blocks one below the other: a label, and a note in smaller letters if there is one."""

    label: Block
    note: Block | None = None

    @property
    def width(self) -> float:
        """The width of the wider of the two."""
        return max(self.label.width, self.note.width if self.note else 0)

    @property
    def height(self) -> float:
        """The height of both, with the gap between them."""
        return self.label.height + (_GAP + self.note.height if self.note else 0)

    @property
    def lines(self) -> int:
        """How many lines both have together."""
        return len(self.label.lines) + (len(self.note.lines) if self.note else 0)

    def draw(self, canvas: Canvas, x: float, y: float, anchor: Anchor = "start", on: Tone | None = None) -> None:
        """Set it on `canvas` with its top at `y`, on a box of the tone `on` if it stands on one."""
        canvas.draw(Text(self.label, x, y, anchor, on))
        if self.note:
            canvas.draw(Text(self.note, x, y + self.label.height + _GAP, anchor, on, soft=True))


def stack(label: Label, note: Label | None, most: float) -> Stack:
    """`label` with `note` below it, in lines no wider than `most`, but for single words that are wider."""
    return Stack(even(label, most), even(note, most, SMALL) if note else None)


def even(label: Label, most: float, size: float = SIZE) -> Block:
    """`label` in as few lines as fit into `most`, which are as even as they can be: no word is left on its own."""
    words = block(label, most, size)
    low, high = words.width / 2, words.width
    while high - low > 1:
        middle = (low + high) / 2
        if len(block(label, middle, size).lines) > len(words.lines):
            low = middle
        else:
            high = middle
    return block(label, high, size)


def least(labels: Iterable[Label], size: float = SIZE) -> float:
    """The width below which a word of one of `labels` would stick out: that of their widest word."""
    return max((block(label, 0, size).width for label in labels), default=0.0)


def middle_of_first_line(words: Block) -> float:
    """How far below the top of `words` the middle of its first line is: where a twig or a dot points to it."""
    return words.size * LINE / 2
