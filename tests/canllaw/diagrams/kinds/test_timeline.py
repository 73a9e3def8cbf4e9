"""Timelines: a file in, what is drawn and what is said of it out."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from canllaw.diagrams.canvas import Box, Canvas
from canllaw.diagrams.description import Items
from canllaw.diagrams.kinds import timeline
from canllaw.diagrams.kinds.timeline import Timeline
from drawn import EXTREMES, NARROW, WIDE, both, canvases, example, faults, wording, words_on

WORDS = ["1790", "The house is built", "From 1914 to 1918", "It is a hospital", "Soldiers recover here.", "Today"]


def line_of(words: str, events: int, *, when: object = "1790", text: bool = True) -> Timeline:
    """A timeline whose labels are all `words`."""
    event = {"when": when, "label": both(words), **({"text": both(words)} if text else {})}
    fields = {"kind": "timeline", "title": both("t"), "summary": both("s")}
    return Timeline.model_validate({**fields, "events": [event] * events})


def times(canvas: Canvas) -> list[Box]:
    """The boxes with the times."""
    return [part for part in canvas.parts if isinstance(part, Box) and part.tone == "accent"]


def test_few_events_in_a_row() -> None:
    """Few short events stand beside each other, in their order."""
    canvas = Timeline.model_validate(example(timeline)).draw("en", wording("en"), WIDE)
    boxes = times(canvas)
    assert [box.x for box in boxes] == sorted({box.x for box in boxes})
    assert words_on(canvas) == [*WORDS, "Volunteers open it to all"]


def test_many_events_on_both_sides() -> None:
    """Many events are on both sides of their times, which go down the middle in their order."""
    canvas = line_of("Codi'r tŷ", 12).draw("cy", wording("cy"), WIDE)
    assert [box.y for box in times(canvas)] == sorted({box.y for box in times(canvas)})
    assert {box.x + box.width / 2 for box in times(canvas)} == {WIDE / 2}
    sides = [part.x < WIDE / 2 for part in canvas.parts if isinstance(part, Box) and part.tone == "plain"]
    assert sides == [False, True] * 6


def test_events_below_each_other() -> None:
    """Where there is no room the events are below each other, in their order."""
    canvas = Timeline.model_validate(example(timeline)).draw("en", wording("en"), NARROW)
    assert [box.y for box in times(canvas)] == sorted({box.y for box in times(canvas)})
    assert words_on(canvas) == [*WORDS, "Volunteers open it to all"]


def test_description() -> None:
    """The description says of each event, in order, when it is, what it is, and what is said of it."""
    (events,) = Timeline.model_validate(example(timeline)).describe("cy", wording("cy"))
    assert isinstance(events, Items)
    assert events.ordered
    said = [(e.label.text, e.note.text if e.note else "", [one.label.text for one in e.items]) for e in events.items]
    assert said == [
        ("1790", "Codi'r tŷ", []),
        ("Rhwng 1914 a 1918", "Mae'n ysbyty", ["Mae milwyr yn gwella yma."]),
        ("Heddiw", "Gwirfoddolwyr yn ei agor i bawb", []),
    ]


@pytest.mark.parametrize("when", ["c. 1790", ["1790"]])
def test_time_of_another_form(when: object) -> None:
    """A time is a year or words in both languages, and nothing else."""
    with pytest.raises(ValidationError):
        line_of("a", 2, when=when)


@pytest.mark.parametrize("words", EXTREMES)
@pytest.mark.parametrize("events", [2, 4, 12])
def test_extremes(words: str, events: int) -> None:
    """Whatever the labels and however many there are, nothing overlaps or sticks out."""
    for spec in (line_of(words, events), line_of(words, events, when=both(words), text=False)):
        for canvas in canvases(spec):
            assert faults(canvas) == []
            assert len(words_on(canvas)) == events * (3 if spec.events[0].text else 2)
