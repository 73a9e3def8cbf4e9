"""A timeline: events in their order, each with its time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import PADDING, SMALL, Block, Box, Canvas, Line
from canllaw.diagrams.description import Description, Item, Items
from canllaw.diagrams.labels import Texts
from canllaw.diagrams.spec import Spec, Wording
from canllaw.diagrams.stack import Stack, even, least, stack
from canllaw.language import Language

_FEW = 4  # events that may stand in one row
_ROOMY = 560.0  # the width from which on events stand beside each other
_MOST_LINES = 7  # of an event beside others: what is longer is read more easily by itself
_MOST_LINES_OF_WHEN = 2
_WIDEST_WHEN = 140.0
_GAP = 18.0
_TWIG = 18.0
_INDENT = 30.0  # where the words of events begin that stand below each other
_DOT = 7.0
_ROUND = 16.0  # the corners of the box with a time, which round off a single line altogether
_ARROW = 22.0  # how far the line goes on after the last event


def _same_in_both(value: object) -> object:
    """A year or years, or any time that has no word in it, as both languages have it."""
    return {"en": value, "cy": value} if isinstance(value, str) and not _LETTER.search(value) else value


_LETTER = re.compile(r"[^\W\d_]")
When = Annotated[Texts, BeforeValidator(_same_in_both)]


class Event(Strict):
    """One event."""

    when: When
    label: Texts
    text: Texts | None = None


@dataclass(frozen=True)
class _Measured:
    """An event whose words are broken into lines."""

    when: Block
    words: Stack

    @property
    def pill(self) -> tuple[float, float]:
        """The width and height of the box with its time."""
        return max(self.when.width + 1.5 * PADDING, 2 * _ROUND), self.when.height + PADDING

    @property
    def card(self) -> float:
        """The height of the box with its words."""
        return self.words.height + 1.5 * PADDING


class Timeline(Spec):
    """`kind: timeline`."""

    kind: Literal["timeline"]
    events: Annotated[list[Event], Field(min_length=2, max_length=12)]

    def draw(self, language: Language, wording: Wording, width: float) -> Canvas:
        """A line from left to right for few short events, or down the middle; down the left where there is no room."""
        count = len(self.events)
        if width >= _ROOMY and count <= _FEW:
            column = (width - _ARROW) / count
            row = self._measured(language, column - _GAP, column - _GAP)
            if _fit(row, column - _GAP, column - _GAP):
                return _row(row, column, width)
        if width >= _ROOMY:
            half = (width - max(event.pill[0] for event in self._measured(language, _WIDEST_WHEN, width))) / 2
            most = half - _TWIG - 2 * PADDING
            both = self._measured(language, _WIDEST_WHEN, most)
            if _fit(both, _WIDEST_WHEN, most):
                return _both_sides(both, half - _TWIG, width)
        return self._list(language, width)

    def describe(self, language: Language, wording: Wording) -> Description:
        """The events in their order: when, what, and what is said of it."""
        items = (
            Item(
                event.when.label(language),
                event.label.label(language),
                (Item(event.text.label(language)),) if event.text else (),
            )
            for event in self.events
        )
        return (Items(tuple(items), ordered=True),)

    def _measured(self, language: Language, most_when: float, most: float) -> list[_Measured]:
        """The events with their words in lines no wider than given, but for single words."""
        return [
            _Measured(even(event.when.label(language), most_when - 1.5 * PADDING), _words(event, language, most))
            for event in self.events
        ]

    def _list(self, language: Language, width: float) -> Canvas:
        """The events below each other, the line to their left."""
        labels = [label for event in self.events for label in (event.when, event.label)]
        notes = [event.text.label(language) for event in self.events if event.text]
        widest = max(least(label.label(language) for label in labels) + 1.5 * PADDING, least(notes, SMALL))
        canvas = Canvas(max(width, _INDENT + widest))
        room = canvas.width - _INDENT
        spine = _DOT
        events = self._measured(language, room, room)
        dots = []
        for event in events:
            wide, high = event.pill
            middle = canvas.height + high / 2
            canvas.draw(Line(((spine, middle), (_INDENT, middle)), "faint", weight=1.5))
            canvas.box_with(event.when, Box(_INDENT, canvas.height, wide, high, "accent", radius=_ROUND))
            event.words.draw(canvas, _INDENT, canvas.height + high + 6)
            dots.append(Box(spine - _DOT, middle - _DOT, 2 * _DOT, 2 * _DOT, "strong", "ellipse"))
            canvas.height += high + 6 + event.words.height + 1.25 * _GAP
        canvas.height -= 1.25 * _GAP
        canvas.parts.insert(0, Line(((spine, dots[0].y), (spine, canvas.height)), arrow=True))
        canvas.draw(*dots)
        return canvas


def _words(event: Event, language: Language, most: float) -> Stack:
    """What an event is, and what is said of it."""
    return stack(event.label.label(language), event.text.label(language) if event.text else None, most)


def _fit(events: list[_Measured], most_when: float, most: float) -> bool:
    """Whether all words have the room that they are given, and are short enough to stand beside others."""
    return all(
        event.pill[0] <= most_when
        and event.words.width <= most
        and event.words.lines <= _MOST_LINES
        and len(event.when.lines) <= _MOST_LINES_OF_WHEN
        for event in events
    )


def _row(events: list[_Measured], column: float, width: float) -> Canvas:
    """The events beside each other: their times on the line, their words below it."""
    canvas = Canvas(width)
    highest = max(event.pill[1] for event in events)
    spine = highest / 2
    canvas.draw(Line(((0, spine), (width, spine)), arrow=True))
    for index, event in enumerate(events):
        wide, high = event.pill
        canvas.box_with(event.when, Box(index * column, spine - high / 2, wide, high, "accent", radius=_ROUND))
        event.words.draw(canvas, index * column, highest + PADDING)
    canvas.height = highest + PADDING + max(event.words.height for event in events)
    return canvas


def _both_sides(events: list[_Measured], card: float, width: float) -> Canvas:
    """The times on a line down the middle, the events on its right and its left by turns."""
    canvas = Canvas(width)
    spine = width / 2
    start = max(events[0].card, events[0].pill[1]) / 2
    free = [0.0, 0.0, 0.0]  # from where on there is room on the right, on the left, on the line
    for index, event in enumerate(events):
        side, (wide, high) = index % 2, event.pill
        middle = max(free[side] + event.card / 2, free[2] + high / 2)
        free[side], free[2] = middle + event.card / 2 + _GAP, middle + high / 2 + _GAP
        left = 0.0 if side else width - card
        box = Box(left, middle - event.card / 2, card, event.card, "plain")
        canvas.draw(Line(((spine, middle), (card if side else left, middle)), "faint"), box)
        event.words.draw(canvas, left + PADDING, middle - event.words.height / 2, on="plain")
        canvas.box_with(event.when, Box(spine - wide / 2, middle - high / 2, wide, high, "accent", radius=_ROUND))
    canvas.height = max(free[0], free[1], free[2] + _ARROW) - _GAP
    canvas.parts.insert(0, Line(((spine, start), (spine, canvas.height)), arrow=True))
    return canvas
