"""What a chart is made of, in one language, and how each of its parts looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from canllaw.diagrams.canvas import PADDING, POINT, SMALL, Block, Box, Canvas, Text, Tone, block
from canllaw.diagrams.labels import Label
from canllaw.diagrams.layered import Arrow, leading_back, reading_order

NodeShape = Literal["box", "decision", "start", "end"]

Area = tuple[float, float, float, float]
"""Left, top, width and height."""

CORNER = 8.0
"""The radius with which lines turn."""
_TONES: dict[NodeShape, Tone] = {"box": "plain", "decision": "accent", "start": "strong", "end": "strong"}
_ROUND = 22.0


@dataclass(frozen=True)
class Node:
    """A part of the chart."""

    label: Label
    shape: NodeShape
    tone: Tone | None


@dataclass(frozen=True)
class Way:
    """An arrow: where it leads, and the words on it."""

    arrow: Arrow
    label: Label | None
    may_lead_back: bool


@dataclass(frozen=True)
class Chart:
    """The parts by their ids, as the author wrote them, and the arrows between them."""

    nodes: Mapping[str, Node]
    ways: tuple[Way, ...]

    @cached_property
    def arrows(self) -> list[Arrow]:
        """Each arrow, from where to where."""
        return [way.arrow for way in self.ways]

    @cached_property
    def back(self) -> frozenset[int]:
        """The indices of the arrows that lead back."""
        return leading_back(self.arrows, [index for index, way in enumerate(self.ways) if way.may_lead_back])

    @cached_property
    def order(self) -> list[str]:
        """The parts as they are read."""
        back = self.back
        return reading_order(list(self.nodes), [arrow for i, arrow in enumerate(self.arrows) if i not in back])


def margin(shape: NodeShape) -> float:
    """Between the words of a part and the sides of its box."""
    return PADDING + {"box": 2.0, "decision": POINT - 6.0, "start": 6.0, "end": 6.0}[shape]


def words_of(node: Node, width: float) -> Block:
    """The words of a part, broken for a box of `width`."""
    return block(node.label, width - 2 * margin(node.shape))


def size_of(node: Node, words: Block) -> tuple[float, float]:
    """The width and height of the box that `words` need."""
    return words.width + 2 * margin(node.shape), max(words.height, 20.0) + 2 * PADDING


def draw_node(canvas: Canvas, node: Node, words: Block, box: Area) -> None:
    """Draw a part."""
    shape: Literal["rectangle", "hexagon"] = "hexagon" if node.shape == "decision" else "rectangle"
    radius = 6.0 if node.shape == "box" else _ROUND
    canvas.box_with(words, Box(*box, node.tone or _TONES[node.shape], shape, radius))


def pill(label: Label, most: float) -> tuple[Block, float, float]:
    """The words of an arrow on a ground no wider than `most`, but for single words; and its width and height."""
    words = block(label, most - 20.0, SMALL)
    return words, words.width + 20.0, words.height + 8.0


def draw_pill(canvas: Canvas, words: Block, box: Area) -> None:
    """Draw the words of an arrow on their ground."""
    left, top, width, height = box
    canvas.draw(Box(left, top, width, height, "soft", radius=min(height / 2, 13.0)))
    canvas.draw(Text(words, left + width / 2, top + (height - words.height) / 2, on="soft"))
