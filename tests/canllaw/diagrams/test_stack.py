"""Labels with their notes: words in, lines and measures out."""

from __future__ import annotations

from canllaw.diagrams.canvas import SIZE, SMALL, Canvas, Text, block
from canllaw.diagrams.labels import Label
from canllaw.diagrams.metrics import width_of
from canllaw.diagrams.stack import even, least, middle_of_first_line, stack

WORDS = Label("Rhaid chwilio am yr union air", "cy")


def test_even_lines() -> None:
    """A label is broken into as few lines as without evenness, and leaves no word on its own."""
    assert block(WORDS, 215).lines == ["Rhaid chwilio am yr union", "air"]
    assert even(WORDS, 215).lines == ["Rhaid chwilio", "am yr union air"]


def test_even_keeps_a_long_word() -> None:
    """A word that is wider than the room is neither cut nor the reason for more lines."""
    assert even(Label("ymddiriedolwyr y tŷ", "cy"), 60).lines == ["ymddiriedolwyr", "y tŷ"]


def test_even_of_nothing() -> None:
    """No words make no line."""
    assert even(Label("", "en"), 100).lines == []


def test_stack() -> None:
    """A note stands below its label, in smaller letters, and both count in width, height and lines."""
    words = stack(Label("Try", "en"), Label("Choose one change", "en"), 300)
    assert (words.width, words.height) == (width_of("Choose one change", SMALL), 20 + 4 + 17.5)
    assert words.lines == 2
    canvas = Canvas(300)
    words.draw(canvas, 10, 5, on="plain")
    assert [(part.y, part.soft) for part in canvas.parts if isinstance(part, Text)] == [(5, False), (29, True)]


def test_stack_without_a_note() -> None:
    """A label by itself has the height of its lines."""
    assert stack(Label("Try", "en"), None, 300).height == 20


def test_least() -> None:
    """The least width is that of the widest word, and nothing where there are no labels."""
    assert least([WORDS, Label("yn hyfforddiant", "cy")]) == width_of("hyfforddiant", SIZE)
    assert least([]) == 0


def test_middle_of_first_line() -> None:
    """A twig points to the middle of the first line, however many there are."""
    assert middle_of_first_line(even(WORDS, 80)) == 10
