"""Funnels: what is drawn, that it fits, and what the long description says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from canllaw.content.yaml_file import parse_yaml
from canllaw.diagrams.canvas import Box, Canvas, Line, Point, Shape, Text
from canllaw.diagrams.description import Description, Item, Items
from canllaw.diagrams.kinds import funnel
from canllaw.diagrams.kinds.funnel import Funnel
from canllaw.language import LANGUAGES, Language
from drawn import example as drawn_example
from drawn import read_source, wording

Rectangle = tuple[float, float, float, float]

WIDE, NARROW = 640, 288
WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochxx"
SENTENCE = "Mae amgueddfeydd ac archifau Cymru yn rhannu eu syniadau â'i gilydd. " * 4 + "Felly y maent yn dysgu."
GUIDE = "docs/guides/open-innovation/models.diagram.yml"


def read(text: str) -> Funnel:
    """The funnel that an author wrote."""
    source, problems = parse_yaml(text, "funnel.diagram.yml")
    assert problems == []
    return Funnel.model_validate(source.mapping)


def drawn(diagram: Funnel, language: Language, width: float) -> Canvas:
    """The funnel as it is drawn."""
    return diagram.draw(language, wording(language), width)


def described(diagram: Funnel, language: Language) -> list[str]:
    """The long description line by line, lists indented."""

    def lines(items: tuple[Item, ...], depth: int) -> Iterator[str]:
        for item in items:
            yield "  " * depth + item.label.text
            yield from lines(item.items, depth + 1)

    description: Description = diagram.describe(language, wording(language))
    found = []
    for part in description:
        assert isinstance(part, Items)
        assert part.heading is not None
        found += [part.heading.text, *lines(part.items, 1)]
    return found


def with_everything(label: str, phases: int, passing: int, others: int, **changes: Any) -> Funnel:
    """Both funnels with the same `label` everywhere."""
    texts = {"en": label, "cy": label}
    own = {"title": texts, "market": texts, "remark": texts}
    through = {"comes_in": [texts] * passing, "goes_out": [texts] * passing, "others": [texts] * others}
    fields = {
        "kind": "funnel",
        "title": texts,
        "summary": texts,
        "models": ["closed", "open"],
        "entrance": texts,
        "phases": [texts] * phases,
        "closed": own,
        "open": own | through,
    }
    return Funnel.model_validate(fields | changes)


def example(number_of_models: int = 2) -> Funnel:
    """The example that the handbook shows, with as many of its models."""
    source = drawn_example(funnel)
    return Funnel.model_validate(source | {"models": source["models"][-number_of_models:]})


def guide() -> Funnel:
    """The figure of the guide to open innovation."""
    return Funnel.model_validate(read_source(GUIDE))


DIAGRAMS = {
    "guide": guide(),
    "example": example(),
    "open alone": example(1),
    "least": with_everything("A", 1, 1, 1),
    "two phases": with_everything("Cydweithredu amgylcheddol", 2, 2, 2),
    "three phases": with_everything("Datblygu", 3, 1, 2, models=["open"]),
    "one long word": with_everything(WORD, 5, 4, 2),
    "long sentences": with_everything(SENTENCE, 5, 4, 2),
    "long other markets": with_everything("Gwyddoniadurol-amgueddfaol", 1, 1, 2),
}


def rectangle(part: Text | Box) -> Rectangle:
    """Left, top, right and bottom."""
    if isinstance(part, Box):
        return part.x, part.y, part.x + part.width, part.y + part.height
    width = part.block.width
    left = part.x - {"start": 0, "middle": width / 2, "end": width}[part.anchor]
    return left, part.y, left + width, part.y + part.block.height


def apart(one: Rectangle, two: Rectangle) -> bool:
    """Whether two rectangles have nothing in common."""
    return one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]


def within(inner: Rectangle, outer: Rectangle) -> bool:
    """Whether one rectangle holds the other, to a thousandth."""
    starts, ends = zip(inner[:2], outer[:2], strict=True), zip(inner[2:], outer[2:], strict=True)
    return all(a > b - 0.001 for a, b in starts) and all(a < b + 0.001 for a, b in ends)


def of_kind(canvas: Canvas, kind: Any, **values: Any) -> list[Any]:
    """The parts of one kind that have the given values."""
    return [
        part
        for part in canvas.parts
        if isinstance(part, kind) and all(getattr(part, name) == value for name, value in values.items())
    ]


def strokes(canvas: Canvas) -> Iterator[tuple[Point, Point]]:
    """Every straight piece of an arrow, a line or a wall."""
    for line in of_kind(canvas, Line):
        yield from pairwise(line.points)
    for wall in of_kind(canvas, Shape, tone=None):
        for piece in wall.path.split("M")[1:]:
            points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", piece)]
            yield from pairwise(points)


def crosses(stroke: tuple[Point, Point], at: Rectangle) -> bool:
    """Whether a stroke runs through a rectangle, looked at every hundredth of its length."""
    (ax, ay), (bx, by) = stroke
    on_it = ((ax + (bx - ax) * share / 100, ay + (by - ay) * share / 100) for share in range(101))
    return any(at[0] < x < at[2] and at[1] < y < at[3] for x, y in on_it)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DIAGRAMS)
def test_it_fits(name: str, language: Language, width: float) -> None:
    """No words leave the picture or their box, and none meet other words, a box, an arrow or a wall."""
    canvas = drawn(DIAGRAMS[name], language, width)
    texts = [rectangle(text) for text in of_kind(canvas, Text)]
    boxes = [
        rectangle(box) for tone in ("strong", "warm") for box in of_kind(canvas, Box, shape="rectangle", tone=tone)
    ]
    assert all(within(part, (0, 0, canvas.width, canvas.height)) for part in texts + boxes)
    assert all(apart(one, two) for one, two in combinations(texts, 2))
    assert all(apart(one, two) for one, two in combinations(boxes, 2))
    assert all(apart(text, box) or within(text, box) for text in texts for box in boxes)
    assert [text for text in texts for stroke in strokes(canvas) if crosses(stroke, text)] == []
    assert [box for box in boxes for stroke in strokes(canvas) if crosses(stroke, box)] == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", DIAGRAMS)
def test_ideas_keep_clear(name: str, width: float) -> None:
    """No idea lies on words or on a box."""
    canvas = drawn(DIAGRAMS[name], "cy", width)
    ideas = [rectangle(idea) for shape in ("ellipse", "diamond") for idea in of_kind(canvas, Box, shape=shape)]
    others = [rectangle(part) for part in (*of_kind(canvas, Text), *of_kind(canvas, Box, tone="strong"))]
    assert all(apart(idea, other) for idea in ideas for other in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_guide_fits_its_page(language: Language) -> None:
    """The guide's figure needs no more width than it is given, in either language."""
    assert [drawn(guide(), language, width).width for width in (WIDE, NARROW)] == [WIDE, NARROW]


def test_side_by_side_when_wide() -> None:
    """With room the titles stand in one line, to the right of each other; without, one below the other."""
    wide, narrow = (of_kind(drawn(guide(), "en", width), Text) for width in (WIDE, NARROW))
    closed, opened = (text for text in wide if text.block.label.text.endswith("innovation"))
    assert (closed.y, closed.x < opened.x) == (opened.y, True)
    closed, opened = (text for text in narrow if text.block.label.text.endswith("innovation"))
    assert (closed.x, closed.y < opened.y) == (opened.x, True)


def test_projects_go_to_the_right_when_wide() -> None:
    """With room the projects enter at the left and the market is at the right; without, it is below them."""
    wide, narrow = (
        {text.block.label.text: text for text in of_kind(drawn(example(1), "en", width), Text)}
        for width in (WIDE, NARROW)
    )
    assert wide["Our projects"].x < wide["Market"].x
    assert narrow["Our projects"].x == narrow["Market"].x
    assert narrow["Our projects"].y < narrow["Market"].y


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_arrows_through_the_walls(width: float) -> None:
    """Only the open funnel has arrows through its walls: in at several points, and out to each other market."""
    closed = drawn(with_everything("A", 2, 1, 1, models=["closed"], open={}), "en", width)
    opened = drawn(with_everything("A", 2, 1, 2, models=["open"]), "en", width)
    in_key = 1
    assert [len(of_kind(closed, Line, tone=tone)) for tone in ("accent", "warm")] == [0, 0]
    assert len(of_kind(opened, Line, tone="accent", arrow=True)) - in_key >= 2
    assert len(of_kind(opened, Line, tone="warm", arrow=True)) - in_key == 2


def test_arrows_out_arrive() -> None:
    """Each arrow out of the funnel ends a few units from the box of another market."""
    for width in (WIDE, NARROW):
        canvas = drawn(guide(), "cy", width)
        boxes = [rectangle(box) for box in of_kind(canvas, Box, tone="warm", shape="rectangle")]
        ends = [line.points[-1] for line in of_kind(canvas, Line, tone="warm")][:2]
        for left, top, right, bottom in boxes:
            assert any(left < x < right and (abs(y - top) < 5 or abs(y - bottom) < 5) for x, y in ends)


def test_same_every_time() -> None:
    """Two drawings of the same file are the same."""
    assert drawn(guide(), "cy", WIDE) == drawn(guide(), "cy", WIDE)


def test_description_in_english() -> None:
    """The long description says all that is drawn, funnel by funnel, in the order of the way through it."""
    assert described(guide(), "en") == [
        "Closed innovation",
        "  At the wide end, many go in:",
        "    Our projects",
        "  The walls are solid lines: nothing passes through them on the way.",
        "  On the way, from the wide end to the narrow one:",
        "    Research",
        "    Development",
        "  As the funnel narrows, there are fewer and fewer ideas.",
        "  At the narrow end, the way leads to:",
        "    Market",
        "  Only a few projects reach the market",
        "Open innovation",
        "  At the wide end, many go in:",
        "    Our projects",
        "  The walls are dashed lines: ideas pass through them both ways.",
        "  On the way, from the wide end to the narrow one:",
        "    Research",
        "    Development",
        "  Comes in through the walls, at several points, to join the ideas inside:",
        "    Ideas, skills and technology",
        "  Goes out through the walls, near the narrow end:",
        "    Ideas that others can use",
        "  As the funnel narrows, there are fewer and fewer ideas.",
        "  At the narrow end, the way leads to:",
        "    Our market",
        "  What goes out through the walls reaches:",
        "    Other markets",
        "    Other organisations",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_known_only_by_seeing(language: Language) -> None:
    """Every label of the picture is in the long description."""
    for diagram in (guide(), example()):
        seen = {text.block.label.text for text in of_kind(drawn(diagram, language, WIDE), Text)}
        keys = {wording(language)(f"diagram-funnel-{way}") for way in ("comes-in", "goes-out")}
        assert seen - keys <= {line.strip() for line in described(diagram, language)}


def test_usual_words() -> None:
    """What an author leaves out is called as usual, in the language of the text."""
    welsh = described(read("{kind: funnel, title: {cy: T}, summary: {cy: C}, models: [open]}"), "cy")
    for usual in (
        "Arloesi agored",
        "Ein prosiectau",
        "Ymchwil",
        "Datblygu",
        "Y\N{NO-BREAK SPACE}farchnad",
        "Marchnadoedd eraill",
    ):
        assert usual in {line.strip() for line in welsh}


def test_missing_language() -> None:
    """A label that is missing in one language is drawn in the other one, and says in which language it is."""
    diagram = read("{kind: funnel, title: {en: T}, summary: {en: S}, models: [closed], entrance: {en: Visitors}}")
    (label,) = {
        text.block.label for text in of_kind(drawn(diagram, "cy", WIDE), Text) if text.block.label.text == "Visitors"
    }
    assert label.language == "en"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("models: [open, closed]", []),
        ("models: [open, open]", [(("models", 1), "funnel-model-twice", {"value": "open"})]),
        (
            "models: [closed]\nopen: {market: {en: Ours}}",
            [(("open",), "funnel-model-unused", {"field": "open"})],
        ),
    ],
)
def test_mistakes(fields: str, expected: list[object]) -> None:
    """A funnel that is named twice, or described but not drawn, is a mistake with its place."""
    diagram = read(f"kind: funnel\ntitle: {{en: T}}\nsummary: {{en: S}}\n{fields}")
    assert list(diagram.mistakes()) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"models": []},
        {"models": ["ajar"]},
        {"phases": [{"en": "A"}] * 6},
        {"closed": {"comes_in": [{"en": "A"}]}},
        {"open": {"others": [{"en": "A"}] * 3}},
        {"entrance": {"en": "A" * 301}},
    ],
)
def test_refused(fields: dict[str, object]) -> None:
    """No model, an unknown one, too many parts, a way in through closed walls, or a too long label is refused."""
    usual = {"kind": "funnel", "title": {"en": "T"}, "summary": {"en": "S"}, "models": ["closed", "open"]}
    Funnel.model_validate(usual)
    with pytest.raises(ValidationError):
        Funnel.model_validate(usual | fields)
