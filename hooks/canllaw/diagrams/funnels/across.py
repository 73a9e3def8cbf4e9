"""A funnel from left to right: its phases on a scale below it, other markets in the corners that it leaves free."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from canllaw.diagrams.canvas import PADDING, Block, Box, Canvas, Line, Text, block
from canllaw.diagrams.funnels.cone import Cone, Frame, Passage, draw_border, draw_cone, draw_ideas, draw_passages
from canllaw.diagrams.funnels.foot import draw_foot, foot_height, least_foot
from canllaw.diagrams.funnels.model import ENTRY, TITLE_SIZE, Model, longest_word

_LEAST_WIDTH = 300.0
_LEAST_LENGTH = 140.0
_TUBE = 14.0
_EXIT = 26.0
_NECK = 22.0
_SIDE = 9.0  # between the words of a box and its sides
_OUTSIDE, _INSIDE = 32.0, 18.0  # how far an arrow reaches on either side of the wall
_SLANT = 9.0
_ENTRIES = (0.27, 0.55)  # where on the cone something comes in
_LEAVING = 0.77  # where something leaves
_SCALE_GAP, _TICK = 22.0, 7.0
_FOOT_GAP = 24.0


@dataclass(frozen=True)
class Across:
    """A funnel in a column of `width`."""

    model: Model
    width: float

    @property
    def fits(self) -> bool:
        """Whether every word has the room that it needs."""
        beside = max((longest_word(label) for label in self.model.others), default=0.0) + 2 * _SIDE
        return (
            self.width >= _LEAST_WIDTH
            and self._is_low
            and self.cone.end >= _LEAST_LENGTH
            and sum(self._bands[:-1]) + 40 <= self.cone.end
            and self._x(self.cone.end) - self._bands[-1] + longest_word(self.model.phases[-1]) <= self.width
            and beside <= self.width - self._corner
            and longest_word(self.model.entrance) <= self._corner - PADDING
            and max(longest_word(self.model.title, TITLE_SIZE), least_foot(self.model)) <= self.width
        )

    @property
    def _is_low(self) -> bool:
        """Whether no words are so many that what is around the funnel would outgrow it."""
        boxes = [self._market_box, *self._other_boxes]
        return max(*(box.height for box in boxes), *(words.height for words in self._phases)) <= 2 * self.cone.mouth

    @property
    def rows(self) -> tuple[float, ...]:
        """Title; what is above the middle of the funnel; what is below it; the scale of phases; foot."""
        foot = foot_height(self.model, self.width)
        scale = max(words.height for words in self._phases) + _TICK + 4
        heading = self.model.heading(self.width).height + 18
        return (heading, self._rise, self._fall, scale, foot + _FOOT_GAP if foot else 0.0)

    def draw(self, canvas: Canvas, left: float, tops: tuple[float, ...]) -> None:
        """Draw the rows, each at its top."""
        frame = Frame(left + ENTRY + 2, tops[2])
        canvas.draw(Text(self.model.heading(self.width), left, tops[0], "start"))
        draw_cone(canvas, frame, self.cone, self._passages)
        for border in self._borders[1:-1]:
            draw_border(canvas, frame, self.cone, border)
        draw_ideas(canvas, frame, self.cone, self._zones, self._passages)
        self._draw_ends(canvas, frame, left)
        self._draw_others(canvas, frame, left)
        draw_passages(canvas, frame, self._passages)
        self._draw_scale(canvas, frame, tops[3])
        draw_foot(canvas, self.model, (left, tops[4] + _FOOT_GAP), self.width)

    def _draw_ends(self, canvas: Canvas, frame: Frame, left: float) -> None:
        """Where projects enter, and the market."""
        canvas.draw(Text(self._entrance, left, frame.y - self._label_rise - self._entrance.height, "start"))
        for share in (-0.62, 0.0, 0.62):
            y = frame.y + share * self.cone.mouth
            canvas.draw(Line(((left, y), (left + ENTRY + 4, y)), arrow=True, weight=2.5))
        end, box = frame.x + self.cone.end, self._market_box
        canvas.draw(Line(((end + 4, frame.y), (left + self.width - box.width - 3, frame.y)), arrow=True, weight=2.5))
        canvas.box_with(self._market, Box(left + box.x, frame.y + box.y, box.width, box.height, "strong"))

    def _draw_others(self, canvas: Canvas, frame: Frame, left: float) -> None:
        for words, box in zip(self._others, self._other_boxes, strict=True):
            canvas.box_with(words, Box(left + box.x, frame.y + box.y, box.width, box.height, box.tone))

    def _draw_scale(self, canvas: Canvas, frame: Frame, top: float) -> None:
        """The phases below their parts of the funnel, each from its tick on."""
        canvas.draw(Line((frame.at(0, top - frame.y), frame.at(self.cone.end, top - frame.y)), "faint", weight=1.5))
        for border in self._borders:
            x = frame.x + border
            canvas.draw(Line(((x, top - _TICK / 2), (x, top + _TICK / 2)), "faint", weight=1.5))
        for words, border in zip(self._phases, self._borders, strict=False):
            canvas.draw(Text(words, frame.x + border, top + _TICK, "start"))

    @cached_property
    def cone(self) -> Cone:
        """What the entrance and the market leave of the width; higher where it is longer."""
        end = self.width - ENTRY - 2 - _EXIT - 4 - self._market_box.width
        return Cone(end - _TUBE, _TUBE, min(110.0, 62 + end * 0.16), _NECK)

    @cached_property
    def _market(self) -> Block:
        return block(self.model.market, self.width * 0.24)

    @cached_property
    def _market_box(self) -> Box:
        """Relative to the left of the column, and to the middle."""
        width, height = self._market.width + 2 * _SIDE, self._market.height + 2 * PADDING
        return Box(self.width - width, -height / 2, width, height, "strong")

    @cached_property
    def _entrance(self) -> Block:
        beside = [box.x - 2 * PADDING for box in self._other_boxes if box.y < 0]
        return block(self.model.entrance, min(beside, default=self.width))

    @property
    def _label_rise(self) -> float:
        """From the middle to the foot of the entrance's label: the same in both models, for the sake of the line."""
        return self.cone.mouth + 28

    @cached_property
    def _corner(self) -> float:
        """Where the corners begin that the funnel leaves free, from the left of the column."""
        return self._x(self.cone.length * _ENTRIES[-1]) + 16

    @cached_property
    def _others(self) -> list[Block]:
        room = min(self.width - self._corner - 2 * _SIDE, max(140.0, self.width * 0.3))
        return [block(label, room) for label in self.model.others]

    @cached_property
    def _other_boxes(self) -> list[Box]:
        """Above the market, and below it."""
        boxes = []
        clear = max(self._market_box.height / 2 + 20, self.cone.half(self.cone.length * _LEAVING) + 32)
        for words, side in zip(self._others, (-1, 1), strict=False):
            width, height = max(words.width + 2 * _SIDE, self._market_box.width), words.height + 2 * PADDING
            top = clear if side > 0 else -clear - height
            boxes.append(Box(self.width - width, top, width, height, "warm"))
        return boxes

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        """What comes in through both walls, and what leaves through the one that faces another market."""
        if not self.model.is_open:
            return ()
        entries = [self._entry(self.cone.length * share) for share in _ENTRIES]
        leaving = (self._exit(box) for box in self._other_boxes)
        return (*(entry.mirrored() for entry in entries), *entries, *leaving)

    def _entry(self, along: float) -> Passage:
        half = self.cone.half(along)
        return Passage(((along - _SLANT, half + _OUTSIDE), (along + _SLANT, half - _INSIDE)), "accent")

    def _exit(self, box: Box) -> Passage:
        """From inside the funnel to the edge of `box`."""
        side, edge = (-1, box.y + box.height + 3) if box.y < 0 else (1, box.y - 3)
        along = self.cone.length * _LEAVING
        start = (along, side * (self.cone.half(along) - _INSIDE + 4))
        return Passage((start, (max(along + 30, box.x + 16 - self._x(0)), edge)), "warm")

    @property
    def _rise(self) -> float:
        boxes = [-box.y for box in self._other_boxes if box.y < 0]
        return max([self._label_rise + self._entrance.height, *boxes])

    @property
    def _fall(self) -> float:
        boxes = [box.y + box.height for box in self._other_boxes if box.y > 0]
        passages = [offset for passage in self._passages for _, offset in passage.points]
        return max([self.cone.mouth, *boxes, *passages]) + _SCALE_GAP

    @cached_property
    def _bands(self) -> list[float]:
        """How long each phase is: equal, unless the words of one need more."""
        equal = self.cone.end / len(self.model.phases)
        bands = [max(equal, longest_word(label) + PADDING) for label in self.model.phases[:-1]]
        return [*bands, self.cone.end - sum(bands)]

    @cached_property
    def _borders(self) -> list[float]:
        return [sum(self._bands[:index]) for index in range(len(self._bands) + 1)]

    @property
    def _zones(self) -> list[tuple[float, float]]:
        """The parts of the funnel between the borders of its phases."""
        return [(start + 5, end - 4) for start, end in pairwise(self._borders)]

    @cached_property
    def _phases(self) -> list[Block]:
        rooms = [*(band - PADDING for band in self._bands[:-1]), self.width - self._x(self._borders[-2])]
        return [block(label, room) for label, room in zip(self.model.phases, rooms, strict=True)]

    def _x(self, along: float) -> float:
        """The distance from the left of the column."""
        return ENTRY + 2 + along
