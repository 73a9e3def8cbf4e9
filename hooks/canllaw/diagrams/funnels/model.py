"""One funnel in the words of one language: what `across` and `down` draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from canllaw.diagrams.canvas import SIZE, Block, Canvas, block
from canllaw.diagrams.labels import Label
from canllaw.diagrams.metrics import widest, wrap

Walls = Literal["closed", "open"]

TITLE_SIZE = 20.0
ENTRY = 28.0
"""The length of the arrows by which projects enter."""


@dataclass(frozen=True)
class Traffic:
    """What passes the walls of an open funnel one way, under its heading, and whether it comes in."""

    heading: Label
    labels: tuple[Label, ...]
    inwards: bool


@dataclass(frozen=True)
class Model:
    """A funnel: its walls, and all that is written in and around it. A closed one has no `traffic` and no `others`."""

    walls: Walls
    title: Label
    entrance: Label
    phases: tuple[Label, ...]
    market: Label
    traffic: tuple[Traffic, ...] = ()
    others: tuple[Label, ...] = ()
    remark: Label | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything passes its walls."""
        return self.walls == "open"

    def heading(self, width: float) -> Block:
        """Its title, broken for a column of `width`."""
        return block(self.title, width, TITLE_SIZE)


class Plan(Protocol):
    """How a funnel will be laid out: rows, which line up with those of a funnel beside it, and how to draw them."""

    @property
    def rows(self) -> tuple[float, ...]:
        """The height of each row."""

    def draw(self, canvas: Canvas, left: float, tops: tuple[float, ...]) -> None:
        """Draw the funnel from `left` on, each row at its top."""


def longest_word(label: Label, size: float = SIZE) -> float:
    """The width of the widest piece of `label` that is never broken."""
    return widest(wrap(label.text, size, 0), size)
