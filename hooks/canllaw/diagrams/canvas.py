"""What a diagram is drawn on: shapes and words in user units (CSS pixels). Colours are the style sheet's.

Each shape has a *tone*, the name of its part in the design: `plain`, `strong`, `accent`, `warm` or `soft` for what is
filled, `line`, `faint`, `accent` or `warm` for lines. `svg` makes markup of it, once for the page and once for the file
to download.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from canllaw.diagrams.labels import Label
from canllaw.diagrams.metrics import LINE, height_of, widest, wrap

Tone = Literal["plain", "strong", "accent", "warm", "soft"]
LineTone = Literal["line", "faint", "accent", "warm"]
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

SIZE = 16.0
"""The size of labels, in user units."""
SMALL = 14.0
"""The size of what explains them."""
PADDING = 12.0
"""Between a label and the edge of its box."""
POINT = 18.0
"""How far the sides of a hexagon come to a point."""


@dataclass(frozen=True)
class Block:
    """A label broken into lines, of letters of one size."""

    label: Label
    lines: list[str]
    size: float

    @property
    def width(self) -> float:
        """The width of its widest line."""
        return widest(self.lines, self.size)

    @property
    def height(self) -> float:
        """The height of its lines together."""
        return height_of(self.lines, self.size)


def block(label: Label, most: float, size: float = SIZE) -> Block:
    """`label` broken into lines no wider than `most`, but for single words that are wider."""
    return Block(label, wrap(label.text, size, most), size)


@dataclass(frozen=True)
class Box:
    """A rectangle with round corners, a diamond, an ellipse, or a hexagon with points at its sides."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    shape: Literal["rectangle", "diamond", "ellipse", "hexagon"] = "rectangle"
    radius: float = 8.0


@dataclass(frozen=True)
class Line:
    """A line through points, with an arrowhead at its end if `arrow`; it turns with the radius `corner`."""

    points: tuple[Point, ...]
    tone: LineTone = "line"
    dashed: bool = False
    arrow: bool = False
    weight: float = 2.0
    corner: float = 0.0


@dataclass(frozen=True)
class Shape:
    """An outline of any form, closed or open, as an SVG path; filled with `tone` unless that is None."""

    path: str
    tone: Tone | None
    edge: LineTone | None = "line"
    dashed: bool = False
    weight: float = 2.0


@dataclass(frozen=True)
class Text:
    """The lines of a block; (x, y) is the middle of its top edge, or its start or end (`anchor`).

    `on` is the tone of what it stands on, which decides its colour.
    """

    block: Block
    x: float
    y: float
    anchor: Anchor = "middle"
    on: Tone | None = None
    soft: bool = False

    def baseline(self, index: int) -> float:
        """The y on which the letters of the line `index` stand."""
        leading = self.block.size * LINE
        return self.y + index * leading + leading * 0.76


Part = Box | Line | Shape | Text


@dataclass
class Canvas:
    """What has been drawn, in the order in which it is painted; `height` is stated by who draws."""

    width: float
    height: float = 0.0
    parts: list[Part] = field(default_factory=list)

    def draw(self, *parts: Part) -> None:
        """Add `parts` above what is there."""
        self.parts.extend(parts)

    def box_with(self, words: Block, at: Box) -> None:
        """Draw the box `at` with `words` in its middle."""
        self.draw(at)
        self.draw(Text(words, at.x + at.width / 2, at.y + (at.height - words.height) / 2, on=at.tone))
