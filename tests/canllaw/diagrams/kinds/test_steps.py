"""Steps in a row."""

from __future__ import annotations

from itertools import pairwise

import pytest

from canllaw.diagrams.canvas import Box, Line, Text
from canllaw.diagrams.description import Items
from canllaw.diagrams.figure import NARROW, WIDE
from canllaw.diagrams.kinds.steps import Steps
from canllaw.language import LANGUAGES, Language

_STEP = {
    "label": {"en": "Find a partner", "cy": "Dod o hyd i bartner"},
    "text": {"en": "Ask. " * 30, "cy": "Holi. " * 30},
}
_TITLES = {"title": {"en": "Steps", "cy": "Camau"}, "summary": {"en": "In a row.", "cy": "Yn olynol."}}


def steps(count: int) -> Steps:
    """A diagram of `count` steps."""
    return Steps.model_validate({"kind": "steps", **_TITLES, "steps": [_STEP] * count})


def say(key: str, **_: object) -> str:
    """No interface words are needed."""
    raise AssertionError(key)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("count", [2, 12])
def test_words_stay_in_their_boxes(language: Language, width: float, count: int) -> None:
    """Each step is a box in the width there is, higher than its words, below the one before and joined to it."""
    canvas = steps(count).draw(language, say, width)
    boxes = [part for part in canvas.parts if isinstance(part, Box) and part.shape == "rectangle"]
    assert len(boxes) == count
    assert all(box.width <= width for box in boxes)
    for above, below in pairwise(boxes):
        assert above.y + above.height < below.y
    for text in (part for part in canvas.parts if isinstance(part, Text) and part.anchor == "start"):
        assert text.x + text.block.width <= width
        assert any(box.y <= text.y and text.y + text.block.height <= box.y + box.height for box in boxes)
    assert sum(isinstance(part, Line) and part.arrow for part in canvas.parts) == count - 1
    assert canvas.height == boxes[-1].y + boxes[-1].height


def test_description_is_a_numbered_list() -> None:
    """In words the steps are a numbered list, with what explains each."""
    (items,) = steps(3).describe("cy", say)
    assert isinstance(items, Items)
    assert items.ordered
    assert [item.label.text for item in items.items] == ["Dod o hyd i bartner"] * 3
    assert items.items[0].note is not None
