"""Flows: parts, decisions and arrows from an editor's file, drawn and described in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from canllaw.diagrams import svg
from canllaw.diagrams.canvas import Box, Canvas, Line, Text
from canllaw.diagrams.description import Item, Items
from canllaw.diagrams.kinds import flow
from canllaw.diagrams.kinds.flow import Flow
from canllaw.diagrams.labels import MOST_LETTERS
from canllaw.language import LANGUAGES, Language
from canllaw.problems import Problem
from diagram_geometry import faults
from drawn import example, wording

EXAMPLE = Flow.model_validate(example(flow))


def flow_of(parts: dict[str, Any], arrows: str, **more: dict[str, Any]) -> Flow:
    """A flow of `parts`, each a label or its fields; and arrows such as `a-b`, `a-b=yes` or `c~a`, which leads back."""
    stated = []
    for index, text in enumerate(arrows.split()):
        ends, _, answer = text.partition("=")
        origin, target = ends.replace("~", "-").split("-")
        stated.append({"from": origin, "to": target, "back": "~" in ends} | ({"answer": answer} if answer else {}))
        stated[-1] |= more.get(f"arrow{index}", {})
    fields = {
        key: part if isinstance(part, dict) else {"label": {"en": part, "cy": part}} for key, part in parts.items()
    }
    words = {"en": "Title", "cy": "Teitl"}
    return Flow.model_validate({"kind": "flow", "title": words, "summary": words, "parts": fields, "arrows": stated})


def decision(text: str) -> dict[str, Any]:
    """A decision with the same words in both languages."""
    return {"label": {"en": text, "cy": text}, "shape": "decision"}


def drawn(one: Flow, language: Language, width: float) -> Canvas:
    """The flow on its canvas."""
    return one.draw(language, wording(language), width)


def said(one: Flow, language: Language) -> list[Item]:
    """The items of the only list of the description."""
    (items,) = one.describe(language, wording(language))
    assert isinstance(items, Items)
    assert items.ordered
    return list(items.items)


def in_words(items: list[Item]) -> list[str]:
    """The items as lines, those below another one with a dash."""
    lines = []
    for item in items:
        lines.append(" | ".join(label.text for label in (item.label, item.note) if label))
        lines += [f"- {line}" for line in in_words(list(item.items))]
    return lines


def texts(canvas: Canvas) -> list[str]:
    """All that is written, in the order in which it is painted."""
    return [" ".join(part.block.lines) for part in canvas.parts if isinstance(part, Text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [640, 288])
def test_example(language: Language, width: float) -> None:
    """The documented example has no mistakes, and is drawn with all of its words, within the width."""
    assert list(EXAMPLE.mistakes()) == []
    canvas = drawn(EXAMPLE, language, width)
    assert faults(canvas) == []
    assert canvas.width == width
    labels = {part.label.label(language).text for part in EXAMPLE.parts.values()}
    answers = {"en": ["No", "No", "Yes", "Yes"], "cy": ["Ie", "Nac ydyn", "Nage", "Ydyn"]}
    assert sorted(text for text in texts(canvas) if text not in labels) == answers[language]
    assert labels <= set(texts(canvas))
    assert min(part.block.size for part in canvas.parts if isinstance(part, Text)) >= 14


def test_description_in_english() -> None:
    """The description has the parts as they are read, and says where each of their arrows leads."""
    assert in_words(said(EXAMPLE, "en")) == [
        "Name the need | Start here.",
        "- Go to 2: Do we have the skills?",
        "Do we have the skills?",
        "- Yes | Go to 4: Try it out",
        "- No | Go to 3: Find a partner",
        "Find a partner | Go to 4: Try it out",
        "Try it out | Go to 5: Is this the answer?",
        "Is this the answer?",
        "- If the answer is ‘Yes’, go to 6: Share what you learned",
        "- If the answer is ‘No’, go back to 1: Name the need",
        "Share what you learned | It ends here.",
    ]


def test_description_in_welsh() -> None:
    """In Welsh it says the same, in Welsh."""
    assert in_words(said(EXAMPLE, "cy"))[7:] == [
        "Ai dyma'r ateb?",
        "- Os ‘Ie’ yw’r ateb, ewch i 6: Rhannu'r hyn a ddysgoch",
        "- Os ‘Nage’ yw’r ateb, ewch yn ôl i 1: Enwi'r angen",
        "Rhannu'r hyn a ddysgoch | Mae’n gorffen yma.",
    ]


def test_label_in_the_other_language() -> None:
    """A label that is there in English only keeps its language, and no Welsh sentence has it within."""
    one = flow_of({"a": "A", "b": {"label": {"en": "Only here"}}}, "a-b")
    first, second = said(one, "cy")
    assert (first.note and first.note.text) == "Ewch i 2"
    assert (second.label.text, second.label.language) == ("Only here", "en")
    languages = {
        part.block.label.text: part.block.label.language
        for part in drawn(one, "cy", 288).parts
        if isinstance(part, Text)
    }
    assert languages == {"A": "cy", "Only here": "en"}


def test_shapes() -> None:
    """A decision is a hexagon and what begins or ends is round, so that colour is not all that tells them apart."""
    canvas = drawn(EXAMPLE, "en", 640)
    forms = {(part.shape, part.radius > 20) for part in canvas.parts if isinstance(part, Box) and part.tone != "soft"}
    assert forms == {("rectangle", False), ("rectangle", True), ("hexagon", True)}


def test_markup() -> None:
    """In the markup a decision has six corners, and lines turn with curves."""
    one = EXAMPLE
    names = svg.Names(one.title.label("en"), one.summary.label("en"), "figure-1")
    image = svg.inline(drawn(one, "en", 640), names, "en", "wide")
    corners = [len((polygon.get("points") or "").split()) for polygon in image.iter("polygon")]
    assert corners.count(6) == 2
    assert any("Q" in (path.get("d") or "") for path in image.iter("path"))


def test_narrow_layout() -> None:
    """What is too wide for a phone in rows is drawn in one column there, with letters of the same size."""
    parts: dict[str, Any] = {"a": decision("Oes partneriaid?"), "z": "Rhannu"}
    parts |= dict.fromkeys("bcd", "Cydweithredu â gwirfoddolwyr")
    one = flow_of(parts, "a-b=yes a-c=no a-d b-z c-z d-z", arrow2={"label": {"en": "Maybe", "cy": "Efallai"}})
    wide, narrow = drawn(one, "cy", 640), drawn(one, "cy", 288)
    assert not faults(wide) + faults(narrow)
    tops = {
        canvas.width: {b.y for b in canvas.parts if isinstance(b, Box) and b.tone != "soft"}
        for canvas in (wide, narrow)
    }
    assert (len(tops[640]), len(tops[288])) == (3, 5)
    assert sorted(texts(wide)) == sorted(texts(narrow))


_LONG = "Cydweithredu rhwng sefydliadau treftadaeth " * 7


@pytest.mark.parametrize("width", [640, 288])
@pytest.mark.parametrize(
    ("parts", "arrows"),
    [
        ({"a": "a", "b": "b"}, "a-b"),
        (
            {"a": _LONG[:MOST_LETTERS].strip(), "b": decision(_LONG[:280].strip()), "c": "c", "d": "d"},
            "a-b b-c=yes b-d=no b~a",
        ),
        (
            {"a": "a", "b": decision("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"), "c": "c"},
            "a-b b-c=yes b~a=no",
        ),
        (
            {f"p{n}": f"Rhan {n}" for n in range(40)},
            " ".join(f"p{n}-p{n + 1} p{n}-p{n + 2}" for n in range(38)) + " p38-p39",
        ),
        ({f"p{n}": f"Rhan {n}" for n in range(40)}, " ".join(f"p0-p{n}" for n in range(1, 40))),
        ({"a": "a", "b": "b", "c": "c", "d": "d"}, "a-b c-d"),
        ({"a": "a", "b": "b"}, "a-b b~b b~a"),
    ],
    ids=["fewest", "longest", "one word", "most", "star", "two flows", "back"],
)
def test_extremes(parts: dict[str, Any], arrows: str, width: float) -> None:
    """From the least to the most that can be stated, everything is drawn within the picture and apart from the rest."""
    canvas = drawn(flow_of(parts, arrows), "cy", width)
    assert faults(canvas) == []
    assert len([part for part in canvas.parts if isinstance(part, Line)]) >= len(arrows.split())
    has_long_word = any("Llanfair" in text for text in texts(canvas))
    assert canvas.width == width or has_long_word


A_B = {"a": "A", "b": "B"}


@pytest.mark.parametrize(
    ("one", "place", "code", "values"),
    [
        (
            flow_of({**A_B, "partner": "P"}, "a-b b-partnr"),
            ("arrows", 1, "to"),
            "flow-part-unknown-guess",
            {"part": "partnr", "guess": "partner"},
        ),
        (flow_of(A_B, "a-b xyz-b"), ("arrows", 1, "from"), "flow-part-unknown", {"part": "xyz", "choices": "a, b"}),
        (flow_of({**A_B, "c": "C"}, "a-b"), ("parts", "c"), "flow-part-alone", {"part": "c", "other": "a"}),
        (
            flow_of({**A_B, "c": "C"}, "a-b b-c c-b"),
            ("arrows", 2),
            "flow-circle",
            {"circle": "b → c → b", "origin": "c", "target": "b"},
        ),
        (flow_of({"a": decision("A"), "b": "B"}, "a-b=yes"), ("parts", "a"), "flow-decision-few", {"part": "a"}),
        (
            flow_of({"a": decision("A"), "b": "B", "c": "C"}, "a-b=yes a-c"),
            ("arrows", 1),
            "flow-answer-missing",
            {"origin": "a", "target": "c"},
        ),
        (
            flow_of({"a": decision("A"), "b": "B", "c": "C"}, "a-b=yes a-c=yes"),
            ("arrows", 1, "answer"),
            "flow-answer-twice",
            {"origin": "a", "target": "c", "answer": "yes"},
        ),
        (flow_of(A_B, "a-b a-b"), ("arrows", 1), "flow-arrow-twice", {"origin": "a", "target": "b"}),
        (
            flow_of(A_B, "a-b=yes", arrow0={"label": {"en": "Yes", "cy": "Oes"}}),
            ("arrows", 0),
            "flow-arrow-two-words",
            {"origin": "a", "target": "b"},
        ),
        (
            flow_of({f"p{n}": "P" for n in range(41)}, " ".join(f"p{n}-p{n + 1}" for n in range(40))),
            ("parts",),
            "flow-too-many-parts",
            {"n": 41, "most": 40},
        ),
        (
            flow_of({f"p{n}": "P" for n in range(14)}, " ".join(f"p{n}-p{m}" for m in range(14) for n in range(m))),
            ("arrows",),
            "flow-too-many-arrows",
            {"n": 91, "most": 80},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_mistakes(one: Flow, place: tuple[str | int, ...], code: str, values: dict[str, object]) -> None:
    """Each mistake is found alone, at its place, and can be said in both languages."""
    assert list(one.mistakes()) == [(place, code, values)]
    problem = Problem("a.diagram.yml", 1, code, values)
    assert all(problem.message(language) and problem.fix(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    "change",
    [
        {"parts": {"a": {"label": {"en": "A"}}}},
        {"arrows": []},
        {"arrows": [{"from": "a", "to": "b", "answer": "perhaps"}]},
    ],
)
def test_refused(change: dict[str, Any]) -> None:
    """A flow of one part, or without arrows, or with an answer that is none, is no flow."""
    right = flow_of(A_B, "a-b").model_dump(by_alias=True)
    assert Flow.model_validate(right)
    with pytest.raises(ValidationError):
        Flow.model_validate(right | change)
