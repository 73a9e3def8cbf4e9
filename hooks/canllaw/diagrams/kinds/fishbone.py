"""A fishbone: a problem, and the causes that may lead to it, in groups along the bones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import Annotated, Literal

from pydantic import Field

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import PADDING, Block, Box, Canvas, Line, Shape, Text
from canllaw.diagrams.description import Description, Item, Items
from canllaw.diagrams.labels import Label, Texts
from canllaw.diagrams.spec import Spec, Wording
from canllaw.diagrams.stack import even, least, middle_of_first_line
from canllaw.language import Language

_HEAD_SHARE = 1.1  # how much wider the head is than what a bone takes of the backbone
_MOST_LINES = 6  # of a label along a bone: what is longer is read more easily in a list
_WIDEST = 300.0  # the most that a bone's words take of the backbone
_ROOMY = 560.0  # the width from which on a fish can be drawn, and groups of a list can stand in two columns,
_SEVERAL = 4  # if there are so many
_LEAN = 48.0  # how far the top of a bone is behind the place where it joins
_GAP = 16.0
_CLEAR = 9.0  # between a bone and the words beside it
_APART = 12.0  # between words and the next bone
_UNDER = 4.0  # between words and the twig below them
_FORE = 16.0  # between the last bone and the head
_BULGE = 26.0  # how round the nose of the head is
_NOSE = 8.0  # how far the words in the head reach into it
_TAIL = 20.0
_INDENT = 4.5 * _GAP  # where the causes in a list begin


class Group(Strict):
    """A group of causes: one bone."""

    category: Texts
    causes: Annotated[list[Texts], Field(min_length=1, max_length=6)]


@dataclass(frozen=True)
class _Bone:
    """A measured bone: the name of its group, and the causes along it."""

    name: Block
    causes: list[Block]
    most: float

    @property
    def fits(self) -> bool:
        """Whether each of its labels has the room that it needs, and is short enough to be read along a bone."""
        words = (self.name, *self.causes)
        return all(each.width <= self.most and len(each.lines) <= _MOST_LINES for each in words)

    @property
    def box_height(self) -> float:
        """The height of the box with its name."""
        return self.name.height + PADDING

    @property
    def height(self) -> float:
        """What its causes need, with the gaps before, between and after them."""
        return sum(cause.height + _UNDER + _GAP for cause in self.causes) + _GAP


@dataclass(frozen=True)
class _Column:
    """Where a column of a list is, from its top down."""

    x: float
    width: float
    top: float


@dataclass(frozen=True)
class _Plan:
    """What a fish is made of, measured, and where its parts are."""

    width: float
    column: float
    room_of_head: float
    head: Block
    bones: tuple[list[_Bone], list[_Bone]]

    @property
    def spare(self) -> float:
        """What is left of the width on either side."""
        columns = len(self.bones[0]) - 1
        return (self.width - _LEAN - _TAIL - columns * self.column - self.room_of_head) / 2

    @property
    def head_left(self) -> float:
        """Where the head begins."""
        return self.width - self.spare - self.room_of_head + _FORE

    @property
    def half_head(self) -> float:
        """How far the head reaches above and below the backbone."""
        return self.head.height / 2 + 1.5 * PADDING

    def length(self, side: int) -> float:
        """How far the bones above (0) or below (1) reach from the backbone; the last one has to clear the head."""
        bones = self.bones[side]
        beside_head = bones[-1].height + self.half_head
        return max([beside_head, self.half_head + _GAP, *(bone.height for bone in bones)])

    def boxes(self, side: int) -> float:
        """The height of the highest box above (0) or below (1)."""
        return max(bone.box_height for bone in self.bones[side])

    @property
    def spine(self) -> float:
        """How far down the backbone is."""
        return self.boxes(0) + self.length(0)

    def join(self, side: int, index: int) -> float:
        """Where on the backbone a bone joins; the last one is next to the head."""
        return self.head_left - _FORE - (len(self.bones[side]) - 1 - index) * self.column


class Fishbone(Spec):
    """`kind: fishbone`."""

    kind: Literal["fishbone"]
    problem: Texts
    causes: Annotated[list[Group], Field(min_length=2, max_length=8)]

    def draw(self, language: Language, wording: Wording, width: float) -> Canvas:
        """A backbone to the head at the right where the labels fit along it; else one that runs down the left."""
        plan = self._plan(language, width) if width >= _ROOMY else None
        return _fish(plan) if plan else self._list(language, width)

    def describe(self, language: Language, wording: Wording) -> Description:
        """The problem, then the groups with their causes."""
        groups = (
            Item(group.category.label(language), items=tuple(Item(cause.label(language)) for cause in group.causes))
            for group in self.causes
        )
        return (
            Items((Item(self.problem.label(language)),), heading=Label(wording("diagram-problem"), language)),
            Items(tuple(groups), heading=Label(wording("diagram-causes"), language)),
        )

    def _plan(self, language: Language, width: float) -> _Plan | None:
        """The fish, or None where its labels need more room than it has."""
        columns, problem = ceil(len(self.causes) / 2), self.problem.label(language)
        around_problem = _FORE + PADDING + _BULGE - _NOSE
        head = min(max(_HEAD_SHARE * (width - _LEAN - _TAIL) / columns, least([problem]) + around_problem), _WIDEST)
        column = min((width - _LEAN - _TAIL - head) / (columns - 1), _WIDEST) if columns > 1 else head
        most_head, words = head - around_problem, even(problem, head - around_problem)
        bones = [_bone(group, language, column) for group in self.causes]
        for last in (columns - 1, len(bones) - 1):  # these have nothing but the canvas's edge beside them
            bones[last] = _bone(self.causes[last], language, head)
        if words.width > most_head or len(words.lines) > _MOST_LINES or not all(bone.fits for bone in bones):
            return None
        return _Plan(width, column, head, words, (bones[:columns], bones[columns:]))

    def _list(self, language: Language, width: float) -> Canvas:
        """The problem on top, a backbone down the left, the groups along it, and their causes below each."""
        need = least(self._labels(language)) + _INDENT + 2 * PADDING
        columns = 2 if width >= _ROOMY and len(self.causes) >= _SEVERAL and 2 * need + _GAP <= width else 1
        canvas = Canvas(max(width, need))
        problem = even(self.problem.label(language), canvas.width - 2 * PADDING)
        box = Box(0, 0, canvas.width, problem.height + 2 * PADDING, "strong")
        half = ceil(len(self.causes) / columns)
        column = (canvas.width - (columns - 1) * _GAP) / columns
        for index in range(columns):
            groups = self.causes[index * half : (index + 1) * half]
            bottom = _draw_groups(canvas, groups, language, _Column(index * (column + _GAP), column, box.height))
            canvas.height = max(canvas.height, bottom)
        canvas.box_with(problem, box)
        return canvas

    def _labels(self, language: Language) -> Iterator[Label]:
        """Every label, as it is read."""
        yield self.problem.label(language)
        for group in self.causes:
            yield group.category.label(language)
            yield from (cause.label(language) for cause in group.causes)


def _bone(group: Group, language: Language, column: float) -> _Bone:
    """`group` with its labels in lines that fit between two bones which are `column` apart."""
    most = column - 2 * _CLEAR - _APART
    causes = [even(cause.label(language), most) for cause in group.causes]
    return _Bone(even(group.category.label(language), most), causes, most)


def _draw_groups(canvas: Canvas, groups: list[Group], language: Language, column: _Column) -> float:
    """Draw `groups` along a backbone that leads up to the top of `column`, and give their lower end."""
    spine, branch, bottom = column.x + _GAP, column.top, column.top
    at = len(canvas.parts)
    for group in groups:
        branch, bottom = _draw_group(canvas, group, language, replace(column, top=bottom + 1.5 * _GAP))
    # Below the boxes, whose edges it would cross.
    canvas.parts.insert(at, Line(((spine, branch), (spine, column.top)), arrow=True, weight=2.5))
    return bottom


def _draw_group(canvas: Canvas, group: Group, language: Language, column: _Column) -> tuple[float, float]:
    """Draw a group from the top of `column` on: where its twig leaves the backbone, and its lower end."""
    left, right = column.x + 2.5 * _GAP, column.x + column.width
    name = even(group.category.label(language), right - left - 2 * PADDING)
    box = Box(left, column.top, name.width + 2 * PADDING, name.height + PADDING, "accent")
    branch, bottom = box.y + box.height / 2, box.y + box.height
    canvas.draw(Line(((column.x + _GAP, branch), (left, branch))))
    twig, words, end, y = left + _GAP, column.x + _INDENT, bottom, bottom + 0.75 * _GAP
    for cause in group.causes:
        lines = even(cause.label(language), right - words)
        end, bottom = y + middle_of_first_line(lines), y + lines.height
        canvas.draw(Line(((twig, end), (words - 6, end)), "faint", weight=1.5), Text(lines, words, y, "start"))
        y = bottom + 0.5 * _GAP
    canvas.draw(Line(((twig, box.y + box.height), (twig, end)), "faint", weight=1.5))
    canvas.box_with(name, box)
    return branch, bottom


def _fish(plan: _Plan) -> Canvas:
    """The backbone, the tail, the bones above and below, and the head."""
    spine, fin = plan.spine, 0.8 * _TAIL
    canvas = Canvas(plan.width, spine + plan.length(1) + plan.boxes(1))
    tail = plan.join(0, 0) - _LEAN - _TAIL
    canvas.draw(Line(((tail + 8, spine), (plan.head_left + 1, spine)), weight=4.0))
    canvas.draw(Line(((tail, spine - fin), (tail + 12, spine), (tail, spine + fin)), weight=4.0))
    for side in (0, 1):
        for index in range(len(plan.bones[side])):
            _draw_bone(canvas, plan, side, index)
    _draw_head(canvas, plan)
    return canvas


def _draw_head(canvas: Canvas, plan: _Plan) -> None:
    """The head: a box with a round nose, and the problem in it."""
    left = plan.head_left
    right = left + PADDING + plan.head.width - _NOSE
    top, bottom, nose = plan.spine - plan.half_head, plan.spine + plan.half_head, right + 2 * _BULGE
    path = f"M{left:.1f} {top:.1f}H{right:.1f}Q{nose:.1f} {plan.spine:.1f} {right:.1f} {bottom:.1f}H{left:.1f}Z"
    canvas.draw(Shape(path, "strong", None))
    canvas.draw(Text(plan.head, left + PADDING, plan.spine - plan.head.height / 2, "start", "strong"))


def _draw_bone(canvas: Canvas, plan: _Plan, side: int, index: int) -> None:
    """A bone from the box with its name to the backbone, with its causes spread evenly along it."""
    bone, join, length = plan.bones[side][index], plan.join(side, index), plan.length(side)
    end = plan.spine + (length if side else -length)

    def x_at(y: float) -> float:
        return join - abs(y - plan.spine) * _LEAN / length

    canvas.draw(Line(((x_at(end), end), (join, plan.spine)), weight=2.5))
    clear = plan.half_head if index == len(plan.bones[side]) - 1 else 0.0
    gap = _GAP + (length - clear - bone.height) / (len(bone.causes) + 1)
    y = (plan.spine + clear if side else end) + gap
    for cause in bone.causes:
        under = y + cause.height + _UNDER
        left = max(x_at(y), x_at(under)) + _CLEAR
        canvas.draw(Line(((x_at(under), under), (left + cause.width, under)), "faint", weight=1.5))
        canvas.draw(Text(cause, left, y, "start"))
        y = under + gap
    top = end if side else end - bone.box_height
    canvas.box_with(bone.name, Box(join - _LEAN - _GAP, top, bone.name.width + 2 * PADDING, bone.box_height, "accent"))
