"""Fishbones: a file in, what is drawn and what is said of it out."""

from __future__ import annotations

import re

import pytest

from built_site import PROJECT
from canllaw.diagrams.canvas import Box, Shape, Text
from canllaw.diagrams.description import Items
from canllaw.diagrams.kinds import fishbone
from canllaw.diagrams.kinds.fishbone import Fishbone
from drawn import EXTREMES, NARROW, WIDE, both, canvases, example, extent, faults, read_source, wording, words_on


def fish(words: str, groups: int, causes: int) -> Fishbone:
    """A fishbone whose labels are all `words`."""
    group = {"category": both(words), "causes": [both(words)] * causes}
    fields = {"kind": "fishbone", "title": both("t"), "summary": both("s"), "problem": both(words)}
    return Fishbone.model_validate({**fields, "causes": [group] * groups})


def test_example() -> None:
    """The example is drawn as a fish where there is room, the head last, and as a list where there is none."""
    spec = Fishbone.model_validate(example(fishbone))
    wide, narrow = (spec.draw("en", wording("en"), width) for width in (WIDE, NARROW))
    groups = ["No one greets visitors", "Volunteers have not been trained", "People", "No sign in the street", "Place"]
    assert words_on(wide) == [*groups, "Few people visit our shop"]
    assert any(isinstance(part, Shape) for part in wide.parts)
    assert words_on(narrow) == [*groups, "Few people visit our shop"]
    assert not any(isinstance(part, Shape) for part in narrow.parts)
    assert [fault for canvas in canvases(spec) for fault in faults(canvas)] == []


def test_description() -> None:
    """The description says the problem, then each group with its causes, in the language of the text."""
    problem, groups = Fishbone.model_validate(example(fishbone)).describe("cy", wording("cy"))
    assert isinstance(problem, Items)
    assert isinstance(groups, Items)
    assert [problem.heading.text, groups.heading.text] == ["Y broblem", "Achosion posibl"]  # type: ignore[union-attr]
    assert [item.label.text for item in problem.items] == ["Ychydig o bobl sy'n dod i'n siop"]
    assert [(group.label.text, [cause.label.text for cause in group.items]) for group in groups.items] == [
        ("Pobl", ["Neb yn croesawu ymwelwyr", "Gwirfoddolwyr heb eu hyfforddi"]),
        ("Lle", ["Dim arwydd yn y stryd"]),
    ]


@pytest.mark.parametrize("words", EXTREMES)
@pytest.mark.parametrize(("groups", "causes"), [(2, 1), (3, 6), (5, 2), (8, 6)])
def test_extremes(words: str, groups: int, causes: int) -> None:
    """Whatever the labels and however many there are, nothing overlaps or sticks out."""
    for canvas in canvases(fish(words, groups, causes)):
        assert faults(canvas) == []
        assert len(words_on(canvas)) == 1 + groups * (1 + causes)


@pytest.mark.parametrize("problem", ["a", "Few people use it", "Few people use our online collection in Welsh"])
def test_problem_is_within_the_head(problem: str) -> None:
    """The words in the head stay within its outline, its round nose included."""
    spec = fish("Word", 6, 2).model_copy(update={"problem": fish(problem, 2, 1).problem})
    canvas = spec.draw("en", wording("en"), WIDE)
    head = next(part for part in canvas.parts if isinstance(part, Shape))
    left, top, right, control, middle, _, bottom, _ = map(float, re.findall(r"[\d.]+", head.path))
    words = extent(next(part for part in canvas.parts if isinstance(part, Text) and part.on == "strong"))
    # A quadratic curve whose ends are above each other is a parabola: half the way to its control point at the middle.
    reach = (control - right) / 2 * (1 - ((middle - words[1]) / (middle - top)) ** 2)
    assert left < words[0] < words[2] < right + reach
    assert top < words[1] < words[3] < bottom
    assert right + (control - right) / 2 <= WIDE


def test_boxes_are_level() -> None:
    """In a fish the boxes of the groups stand in two rows, one above and one below."""
    canvas = fish("Word", 7, 2).draw("en", wording("en"), WIDE)
    assert len({part.y for part in canvas.parts if isinstance(part, Box)}) == 2


def test_fishbone_of_the_guide() -> None:
    """The diagram of the guide to root cause analysis is a fish in both languages, and says what the guide says."""
    folder = "docs/guides/root-cause-analysis"
    spec = Fishbone.model_validate(read_source(f"{folder}/fishbone.diagram.yml"))
    assert [fault for canvas in canvases(spec) for fault in faults(canvas)] == []
    for language, name in (("en", "index.md"), ("cy", "index.cy.md")):
        canvas = spec.draw(language, wording(language), WIDE)  # type: ignore[arg-type]
        assert any(isinstance(part, Shape) for part in canvas.parts)
        guide = (PROJECT / folder / name).read_text(encoding="utf-8")
        assert [words for words in words_on(canvas) if words not in guide] == []
