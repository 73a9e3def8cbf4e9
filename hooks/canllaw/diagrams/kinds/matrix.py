"""A matrix: two to four things compared in several respects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import PADDING, SMALL, Block, Box, Canvas, Line, Text, Tone
from canllaw.diagrams.description import Description, Table
from canllaw.diagrams.labels import Label, Texts
from canllaw.diagrams.spec import Mistake, Spec, Wording
from canllaw.diagrams.stack import even, least
from canllaw.language import Language

_ROOMY = 560.0  # the width from which on columns stand beside each other
_FEW_LINES = 4  # of a cell beside the name of its row
_MOST_LINES = 8  # of a cell below it: what is longer is read more easily in a card
_WIDEST_NAME = 140.0
_GAP = 12.0
_INSET = PADDING / 2  # of words in a column
_ROW = 12.0  # above and below the words of a row


class Column(Strict):
    """One of the things that are compared."""

    label: Texts
    tone: Tone = "plain"


class Row(Strict):
    """A respect in which they are compared, and what is said of each."""

    label: Texts
    cells: Annotated[list[Texts], Field(min_length=1, max_length=4)]


@dataclass(frozen=True)
class _Grid:
    """Measured columns and rows; `left` is what the names of rows take in front of them, 0 if they stand above."""

    tones: list[Tone]
    heads: list[Block]
    names: list[Block]
    cells: list[list[Block]]
    most_name: float
    left: float
    column: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.left + len(self.heads) * (self.column + _GAP) - _GAP

    def fits(self, most_lines: int) -> bool:
        """Whether all words have the room that they need, in no more lines than given."""
        words = [*self.heads, *(cell for row in self.cells for cell in row)]
        wide_enough = max(each.width for each in words) <= self.column - PADDING
        names_fit = max(name.width for name in self.names) <= self.most_name
        return wide_enough and names_fit and all(len(each.lines) <= most_lines for each in (*words, *self.names))

    def drawn(self) -> Canvas:
        """The heads of the columns, and below them the rows with rules between."""
        canvas = Canvas(self.width, max(head.height for head in self.heads) + 1.5 * PADDING)
        for index, (head, tone) in enumerate(zip(self.heads, self.tones, strict=True)):
            canvas.box_with(head, Box(self._edge(index), 0, self.column, canvas.height, tone))
        for number, (name, cells) in enumerate(zip(self.names, self.cells, strict=True)):
            if number:
                canvas.draw(Line(((0, canvas.height), (self.width, canvas.height)), "faint", weight=1.0))
            self._draw_row(canvas, name, cells)
        return canvas

    def _edge(self, index: int) -> float:
        """Where a column begins."""
        return self.left + index * (self.column + _GAP)

    def _draw_row(self, canvas: Canvas, name: Block, cells: list[Block]) -> None:
        """Draw a row at the lower end of `canvas`."""
        top = canvas.height + _ROW
        canvas.draw(Text(name, 0 if self.left else _INSET, top, "start", soft=True))
        below = top if self.left else top + name.height + 4
        for index, cell in enumerate(cells):
            canvas.draw(Text(cell, self._edge(index) + _INSET, below, "start"))
        canvas.height = max(top + name.height, *(below + cell.height for cell in cells)) + _ROW


class Matrix(Spec):
    """`kind: matrix`."""

    kind: Literal["matrix"]
    columns: Annotated[list[Column], Field(min_length=2, max_length=4)]
    rows: Annotated[list[Row], Field(min_length=1, max_length=12)]

    def mistakes(self) -> Iterator[Mistake]:
        """A row has a cell for each column."""
        for index, row in enumerate(self.rows):
            if len(row.cells) != len(self.columns):
                yield ("rows", index, "cells"), "diagram-cells", {"cells": len(row.cells), "columns": len(self.columns)}

    def draw(self, language: Language, wording: Wording, width: float) -> Canvas:
        """Columns, with the names of the rows in front or above, whichever fits; else a card for each row."""
        if width >= _ROOMY:
            for name, lines in ((_WIDEST_NAME, _FEW_LINES), (0.0, _MOST_LINES)):
                grid = self._grid(language, width, name)
                if grid.fits(lines):
                    return grid.drawn()
        return self._cards(language, width)

    def describe(self, language: Language, wording: Wording) -> Description:
        """The same as a table."""
        heads = (Label(wording("diagram-compared"), language), *(each.label.label(language) for each in self.columns))
        rows = (tuple(each.label(language) for each in (row.label, *row.cells)) for row in self.rows)
        return (Table(heads, tuple(rows)),)

    def _grid(self, language: Language, width: float, most_name: float) -> _Grid:
        """The words as they break in columns, behind names no wider than `most_name`, or below them if that is 0."""
        names = [even(row.label.label(language), most_name or width) for row in self.rows]
        left = max(name.width for name in names) + _GAP if most_name else 0.0
        column = (width - left + _GAP) / len(self.columns) - _GAP
        most = column - PADDING
        heads = [even(each.label.label(language), most) for each in self.columns]
        cells = [[even(cell.label(language), most) for cell in row.cells] for row in self.rows]
        return _Grid([each.tone for each in self.columns], heads, names, cells, most_name or width, left, column)

    def _cards(self, language: Language, width: float) -> Canvas:
        """A card for each row: its name on top, then what it is about each column, below the column's name."""
        heads = [each.label.label(language) for each in self.columns]
        words = [each.label(language) for row in self.rows for each in (row.label, *row.cells)]
        canvas = Canvas(max(width, max(least(words), least(heads, SMALL) + PADDING) + 2 * PADDING))
        for row in self.rows:
            top = canvas.height
            at = len(canvas.parts)
            bottom = _draw_card(canvas, row, self.columns, language, top)
            canvas.parts.insert(at, Box(0, top, canvas.width, bottom - top, "plain"))
            canvas.height = bottom + 1.5 * PADDING
        canvas.height -= 1.5 * PADDING
        return canvas


def _draw_card(canvas: Canvas, row: Row, columns: list[Column], language: Language, top: float) -> float:
    """Draw what is in the card of `row` from `top` on, and give the lower edge of the card."""
    most = canvas.width - 2 * PADDING
    name = even(row.label.label(language), most)
    canvas.draw(Text(name, PADDING, top + PADDING, "start", "plain"))
    y = top + name.height + 2 * PADDING
    canvas.draw(Line(((0, y), (canvas.width, y)), "faint", weight=1.0))
    y += PADDING
    for column, cell in zip(columns, row.cells, strict=False):
        head = even(column.label.label(language), most - PADDING, SMALL)
        box = Box(PADDING, y, head.width + PADDING, head.height + 6, column.tone, radius=4)
        words = even(cell.label(language), most)
        canvas.box_with(head, box)
        canvas.draw(Text(words, PADDING, y + box.height + 5, "start", "plain"))
        y += box.height + 5 + words.height + PADDING
    return y
