"""What tests of diagrams share: the example of a kind, its canvases, and what is wrong with how they are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from types import ModuleType
from typing import Any

from built_site import PROJECT
from canllaw.content.yaml_file import read_yaml
from canllaw.diagrams.canvas import Box, Canvas, Line, Point, Shape, Text
from canllaw.diagrams.spec import Spec, Wording
from canllaw.language import LANGUAGES, Language
from canllaw.language.words import Words, read_words

WIDE, NARROW = 640, 288
SHORT, LONG_WORD = "a", "gwrthddatgysylltiadaeth" * 3
LONG = " ".join(["Gwirfoddolwyr ac ymddiriedolwyr yn cydweithio ag amgueddfeydd eraill"] * 5)[:300]
EXTREMES = (SHORT, LONG_WORD[:60], LONG, "Ymddiriedolwyr a gwirfoddolwyr")
Rectangle = tuple[float, float, float, float]


@cache
def interface() -> Words:
    """The words of the interface."""
    return read_words(PROJECT / "docs/_data/interface.yml", "interface.yml")[0]


def wording(language: Language) -> Wording:
    """The interface words in `language`."""
    return lambda key, **values: interface().say(key, language, **values)


def kind_of(module: ModuleType) -> type[Spec]:
    """The kind that `module` makes."""
    return next(
        one for one in vars(module).values() if isinstance(one, type) and issubclass(one, Spec) and one is not Spec
    )


def example(module: ModuleType) -> dict[str, Any]:
    """The example of the kind that `module` makes, which the handbook shows."""
    kind = module.__name__.rpartition(".")[2]
    return read_source(f"docs/handbook/diagrams/{kind}.diagram.yml")


def read_source(path: str) -> dict[str, Any]:
    """What the diagram at `path` below the project states."""
    source, problems = read_yaml(PROJECT / path, path)
    assert problems == []
    return source.mapping


def both(words: str) -> dict[str, str]:
    """A label with the same words in both languages."""
    return {"en": words, "cy": words}


def canvases(spec: Spec, widths: tuple[int, ...] = (WIDE, NARROW)) -> Iterator[Canvas]:
    """`spec` drawn in both languages, wide and narrow."""
    for language in LANGUAGES:
        for width in widths:
            yield spec.draw(language, wording(language), width)


def words_on(canvas: Canvas) -> list[str]:
    """The labels on `canvas`, in the order in which they are drawn."""
    return [part.block.label.text for part in canvas.parts if isinstance(part, Text)]


def extent(text: Text) -> Rectangle:
    """The left, top, right and bottom of `text`."""
    left = text.x - text.block.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    return left, text.y, left + text.block.width, text.y + text.block.height


def faults(canvas: Canvas) -> list[str]:
    """What is wrong on `canvas`: words outside it or their box, or across each other, a line, or an edge."""
    texts = [part for part in canvas.parts if isinstance(part, Text)]
    boxes = [
        (part.x, part.y, part.x + part.width, part.y + part.height) for part in canvas.parts if isinstance(part, Box)
    ]
    canvas_itself = (0.0, 0.0, canvas.width, canvas.height)
    places = [(one.block.label.text, extent(one)) for one in texts]
    found = [f"outside: {name}" for name, place in places if not _within(place, canvas_itself)]
    found += [f"a box outside: {box}" for box in boxes if not _within(box, canvas_itself)]
    found += [f"across: {a} / {b}" for (a, one), (b, other) in combinations(places, 2) if _across(one, other)]
    found += [f"boxes across: {one} {other}" for one, other in combinations(boxes, 2) if _clash(one, other)]
    found += [f"on an edge: {name}" for name, place in places for box in boxes if _clash(place, box)]
    for text, (name, place) in zip(texts, places, strict=True):
        if text.on and not any(_within(place, box) for box in boxes) and not _on_shape(text, canvas):
            found.append(f"in no box: {name}")
        if not text.on and any(_crosses(line, place) for line in canvas.parts if isinstance(line, Line)):
            found.append(f"crossed by a line: {name}")
    return found


def _on_shape(text: Text, canvas: Canvas) -> bool:
    return any(isinstance(part, Shape) and part.tone == text.on for part in canvas.parts)


def _within(inner: Rectangle, outer: Rectangle) -> bool:
    return all(a >= b - 0.01 for a, b in zip(inner[:2], outer[:2], strict=True)) and all(
        a <= b + 0.01 for a, b in zip(inner[2:], outer[2:], strict=True)
    )


def _across(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles have some of their surface in common."""
    return (
        one[0] < other[2] - 0.01 and other[0] < one[2] - 0.01 and one[1] < other[3] - 0.01 and other[1] < one[3] - 0.01
    )


def _clash(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles overlap without one being inside the other."""
    return _across(one, other) and not _within(one, other) and not _within(other, one)


def _crosses(line: Line, place: Rectangle) -> bool:
    """Whether `line` runs through `place`."""
    return any(_runs_through(start, end, place) for start, end in pairwise(line.points))


def _runs_through(start: Point, end: Point, place: Rectangle) -> bool:
    """Whether the line from `start` to `end` has a stretch inside `place` (clipped as Liang and Barsky do)."""
    enters, leaves = 0.0, 1.0
    for axis in (0, 1):
        along, low, high = end[axis] - start[axis], place[axis] - start[axis], place[axis + 2] - start[axis]
        if along == 0:
            if not low < 0 < high:
                return False
            continue
        first, second = sorted((low / along, high / along))
        enters, leaves = max(enters, first), min(leaves, second)
    return enters < leaves
