"""Matrices: a file in, what is drawn and what is said of it out."""

from __future__ import annotations

import pytest

from canllaw.diagrams.canvas import Box, Text
from canllaw.diagrams.description import Table
from canllaw.diagrams.kinds import matrix
from canllaw.diagrams.kinds.matrix import Matrix
from drawn import EXTREMES, NARROW, WIDE, both, canvases, example, faults, wording, words_on


def compared(words: str, columns: int, rows: int, *, name: str | None = None) -> Matrix:
    """A matrix whose labels are all `words`, but for the rows' if they are called `name`."""
    row = {"label": both(name or words), "cells": [both(words)] * columns}
    fields = {"kind": "matrix", "title": both("t"), "summary": both("s")}
    return Matrix.model_validate({**fields, "columns": [{"label": both(words)}] * columns, "rows": [row] * rows})


def tops(spec: Matrix, width: int = WIDE) -> list[float]:
    """How far down each label is in the English drawing."""
    return [part.y for part in spec.draw("en", wording("en"), width).parts if isinstance(part, Text)]


def test_columns() -> None:
    """Where there is room the columns are beside each other below their heads, the names of the rows in front."""
    canvas = Matrix.model_validate(example(matrix)).draw("en", wording("en"), WIDE)
    rows = ["Time", "A few minutes", "An hour", "What you learn", "How many", "Why"]
    assert words_on(canvas) == ["Survey", "Conversation", *rows]
    assert [part.tone for part in canvas.parts if isinstance(part, Box)] == ["plain", "accent"]
    *_, name, first, second = tops(Matrix.model_validate(example(matrix)))
    assert name == first == second


def test_names_above_their_rows() -> None:
    """Where cells need the whole width the name of a row is above its cells."""
    *_, name, first, second, third, fourth = tops(compared("Ymddiriedolwyr", 4, 1))
    assert name < first == second == third == fourth


def test_cards() -> None:
    """Where there is no room each row is a card, in which each cell has its column's head above it."""
    canvas = Matrix.model_validate(example(matrix)).draw("en", wording("en"), NARROW)
    first = ["Time", "Survey", "A few minutes", "Conversation", "An hour"]
    assert words_on(canvas) == [*first, "What you learn", "Survey", "How many", "Conversation", "Why"]
    assert len([part for part in canvas.parts if isinstance(part, Box) and part.width == NARROW]) == 2


def test_description() -> None:
    """The description is a table with the same heads and cells, in the language of the text."""
    (table,) = Matrix.model_validate(example(matrix)).describe("cy", wording("cy"))
    assert isinstance(table, Table)
    assert [head.text for head in table.heads] == ["Yr hyn sy’n cael ei gymharu", "Arolwg", "Sgwrs"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Amser", "Ychydig funudau", "Awr"],
        ["Yr hyn a ddysgwch", "Faint o bobl", "Pam"],
    ]


def test_cells_and_columns() -> None:
    """A row that has not one cell for each column is a mistake, named by its place in the file."""
    source = example(matrix)
    source["rows"][1]["cells"].append(both("a"))
    values = {"cells": 3, "columns": 2}
    assert list(Matrix.model_validate(source).mistakes()) == [(("rows", 1, "cells"), "diagram-cells", values)]
    assert list(Matrix.model_validate(example(matrix)).mistakes()) == []


@pytest.mark.parametrize("words", EXTREMES)
@pytest.mark.parametrize(("columns", "rows"), [(2, 1), (3, 2), (4, 12)])
def test_extremes(words: str, columns: int, rows: int) -> None:
    """Whatever the labels and however many there are, nothing overlaps or sticks out."""
    for spec in (compared(words, columns, rows), compared("a", columns, rows, name=words)):
        for canvas in canvases(spec):
            assert faults(canvas) == []
            assert set(words_on(canvas)) == {words, spec.columns[0].label.en}
