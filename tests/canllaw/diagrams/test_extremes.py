"""Every kind with labels as odd as they come: a letter, a word of 60, 300 letters, letters of other fonts."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from canllaw.diagrams.canvas import Canvas, Text
from canllaw.diagrams.kinds import KINDS
from drawn import EXTREMES, NARROW, WIDE, Rectangle, both, canvases, extent, read_source

_ODD = (*EXTREMES, "🏛" * 20, "a" + "\N{COMBINING ACUTE ACCENT}" * 60, "museum@amgueddfa.example.org.uk", "博物館" * 20)


@pytest.mark.parametrize("words", _ODD, ids=range(len(_ODD)))
@pytest.mark.parametrize("kind", KINDS)
def test_words_stay_on_the_drawing(kind: str, words: str) -> None:
    """With the same odd words for every label nothing leaves the drawing, and no label lies across another one."""
    spec = KINDS[kind].model_validate(_with(read_source(f"docs/handbook/diagrams/{kind}.diagram.yml"), words))
    for canvas in canvases(spec, (WIDE, NARROW)):
        assert list(_faults(canvas)) == []


def _with(value: Any, words: str) -> Any:
    """`value` with `words` in the place of each label."""
    if isinstance(value, dict):
        return (
            both(words) if value.keys() <= {"en", "cy"} else {name: _with(part, words) for name, part in value.items()}
        )
    return [_with(part, words) for part in value] if isinstance(value, list) else value


def _faults(canvas: Canvas) -> list[str]:
    places = [extent(part) for part in canvas.parts if isinstance(part, Text)]
    found = [
        f"outside: {place}"
        for place in places
        if place[0] < -0.1 or place[1] < -0.1 or place[2] > canvas.width + 0.1 or place[3] > canvas.height + 0.1
    ]
    pairs = combinations(places, 2)
    return found + [f"across: {one} {other}" for one, other in pairs if _overlap(one, other)]


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return all(one[axis] < other[axis + 2] - 0.1 and other[axis] < one[axis + 2] - 0.1 for axis in (0, 1))
