"""A funnel from top to bottom: its phases are written in it, the market is below it, and other markets below that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from canllaw.diagrams.canvas import PADDING, Block, Box, Canvas, Line, Text, block
from canllaw.diagrams.funnels.cone import Cone, Frame, Passage, draw_border, draw_cone, draw_ideas, draw_passages
from canllaw.diagrams.funnels.foot import draw_foot, foot_height, least_foot
from canllaw.diagrams.funnels.model import ENTRY, TITLE_SIZE, Model, longest_word

_TUBE = 14.0
_EXIT = 28.0
_BESIDE = 40.0  # from the edge of the column to the mouth
_NECKS = (30.0, 36.0, 42.0, 48.0, 56.0, 64.0, 72.0)
_INSET = 6.0  # between the words in the funnel and its walls
_LABEL_TOP = 12.0
_ZONE, _ZONE_ALONE = 62.0, 116.0  # for the ideas of a phase, and of one that is the only one
_OUTSIDE, _INSIDE = 34.0, 18.0
_SLANT = 8.0
_LANE = 28.0  # from the edge of the column to the arrows that pass the market
_FOOT_GAP = 26.0
_ROW_GAP = 22.0
_SIDE, _BETWEEN = 7.0, 10.0  # beside the words of two boxes in a row, and between the boxes


def least_width(model: Model) -> float:
    """How wide a column is at least, so that no word sticks out of its place."""
    return max(
        longest_word(model.title, TITLE_SIZE),
        longest_word(model.entrance),
        2 * (max(longest_word(label) for label in model.phases) / 2 + _INSET + _BESIDE + 10),
        longest_word(model.market) + 2 * PADDING + (2 * (_LANE + 14) if model.is_open else 0),
        max((longest_word(label) + 2 * PADDING + 2 * _LANE for label in model.others), default=0),
        least_foot(model),
    )


@dataclass(frozen=True)
class Down:
    """A funnel in a column of `width`, which is at least its `least_width`."""

    model: Model
    width: float

    @property
    def rows(self) -> tuple[float, ...]:
        """Title; entrance; funnel; market and other markets; foot."""
        heading = self.model.heading(self.width).height + 16
        foot = foot_height(self.model, self.width)
        ends = max([self._market_box, *self._other_boxes], key=lambda box: box.y + box.height)
        entrance = self._entrance.height + ENTRY + 4
        return (heading, entrance, self.cone.end, ends.y + ends.height, foot + _FOOT_GAP if foot else 0.0)

    def draw(self, canvas: Canvas, left: float, tops: tuple[float, ...]) -> None:
        """Draw the rows, each at its top."""
        frame = Frame(left + self.width / 2, tops[2], down=True)
        canvas.draw(Text(self.model.heading(self.width), left, tops[0], "start"))
        draw_cone(canvas, frame, self.cone, self._passages)
        for index in range(1, len(self._phases)):
            draw_border(canvas, frame, self.cone, index * self._band)
        draw_ideas(canvas, frame, self.cone, self._zones, self._passages)
        self._draw_entrance(canvas, frame)
        for index, words in enumerate(self._phases):
            canvas.draw(Text(words, frame.x, frame.y + index * self._band + _LABEL_TOP, on="soft"))
        self._draw_ends(canvas, frame, left, tops[3])
        draw_foot(canvas, self.model, (left, tops[4] + _FOOT_GAP), self.width)

    def _draw_entrance(self, canvas: Canvas, frame: Frame) -> None:
        bottom = frame.y + 4
        canvas.draw(Text(self._entrance, frame.x, bottom - ENTRY - 8 - self._entrance.height))
        for share in (-0.6, 0.0, 0.6):
            x = frame.x + share * self.cone.mouth
            canvas.draw(Line(((x, bottom - ENTRY - 2), (x, bottom)), arrow=True, weight=2.5))

    def _draw_ends(self, canvas: Canvas, frame: Frame, left: float, top: float) -> None:
        """The market, other markets, and the arrows that lead there; `top` is that of their row."""
        end = frame.y + self.cone.end
        canvas.draw(Line(((frame.x, end + 4), (frame.x, top + _EXIT - 3)), arrow=True, weight=2.5))
        for words, box in zip([self._market, *self._others], [self._market_box, *self._other_boxes], strict=True):
            canvas.box_with(words, Box(left + box.x, top + box.y, box.width, box.height, box.tone))
        # A funnel beside this one may be longer, so that the market stands lower than this one needs.
        draw_passages(canvas, frame, (*self._entering, *self._leaving(top - end)))

    @cached_property
    def _shape(self) -> tuple[float, float, list[Block]]:
        """Half the neck, the length of a phase, and the labels: the narrowest neck in which no word sticks out."""
        necks = [neck for neck in _NECKS if neck <= self._mouth - 10]
        for neck in [*necks, self._mouth - 10]:
            for share in (0.36, 0.5, 0.75, 1.0):
                phases, band = self._labels(neck, share)
                fit = all(words.width <= room for words, room in zip(phases, self._rooms(neck, share), strict=True))
                low = all((_LABEL_TOP + words.height) / band <= share for words in phases)
                if fit and low:
                    return neck, band, phases
        phases, band = self._labels(self._mouth - 10, 1.0)
        return self._mouth - 10, band, phases

    def _labels(self, neck: float, share: float) -> tuple[list[Block], float]:
        """The labels where each ends at `share` of its phase, and the length of a phase."""
        rooms = self._rooms(neck, share)
        phases = [block(label, room) for label, room in zip(self.model.phases, rooms, strict=True)]
        zone = _ZONE if len(phases) > 1 else _ZONE_ALONE
        return phases, _LABEL_TOP + max(words.height for words in phases) + zone

    def _rooms(self, neck: float, share: float) -> list[float]:
        number = len(self.model.phases)
        narrowing = (self._mouth - neck) / number
        return [2 * (self._mouth - narrowing * (index + share) - _INSET) for index in range(number)]

    @property
    def _mouth(self) -> float:
        return min(self.width / 2 - _BESIDE, max(110.0, *(longest_word(one) / 2 + 20 for one in self.model.phases)))

    @property
    def _band(self) -> float:
        return self._shape[1]

    @property
    def _phases(self) -> list[Block]:
        return self._shape[2]

    @cached_property
    def cone(self) -> Cone:
        """As long as the phases need."""
        return Cone(self._band * len(self._phases), _TUBE, self._mouth, self._shape[0])

    @cached_property
    def _zones(self) -> list[tuple[float, float]]:
        """Where there are no words in the funnel."""
        starts = [index * self._band for index in range(len(self._phases))]
        zones = [
            (start + _LABEL_TOP + words.height + 4, start + self._band - 4)
            for start, words in zip(starts, self._phases, strict=True)
        ]
        return [*zones[:-1], (zones[-1][0], self.cone.end)]

    @cached_property
    def _entrance(self) -> Block:
        return block(self.model.entrance, self.width)

    @cached_property
    def _market(self) -> Block:
        beside = 2 * (_LANE + 14) if self.model.is_open else 2 * _BESIDE
        return block(self.model.market, max(self.width - beside - 2 * PADDING, longest_word(self.model.market)))

    @cached_property
    def _market_box(self) -> Box:
        """Relative to the left of the column, and to the end of the funnel."""
        width, height = max(self._market.width + 2 * PADDING, 96.0), self._market.height + 2 * PADDING
        return Box((self.width - width) / 2, _EXIT, width, height, "strong")

    @property
    def _in_pair(self) -> bool:
        """Whether two other markets have room beside each other."""
        half = (self.width - _BETWEEN) / 2 - 2 * _SIDE
        return len(self.model.others) > 1 and all(longest_word(label) <= half for label in self.model.others)

    @cached_property
    def _others(self) -> list[Block]:
        pair, single = (self.width - _BETWEEN) / 2 - 2 * _SIDE, self.width - 2 * _LANE - 2 * PADDING
        return [block(label, pair if self._in_pair else single) for label in self.model.others]

    @cached_property
    def _other_boxes(self) -> list[Box]:
        """Beside each other; or one below the other, the first leaving a lane for the arrow to the second."""
        top = self._market_box.y + self._market_box.height + _ROW_GAP
        heights = [words.height + 2 * PADDING for words in self._others]
        if self._in_pair:
            width = (self.width - _BETWEEN) / 2
            return [Box(x, top, width, max(heights), "warm") for x in (0, width + _BETWEEN)]
        if len(heights) > 1:
            second = top + heights[0] + _ROW_GAP
            width = self.width - _LANE - 14
            places = ((0.0, top, heights[0]), (self.width - width, second, heights[1]))
            return [Box(x, y, width, height, "warm") for x, y, height in places]
        return [Box(0, top, self.width, heights[0], "warm")] if heights else []

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return (*self._entering, *self._leaving(0.0))

    @cached_property
    def _entering(self) -> tuple[Passage, ...]:
        entries = [self._entry(along) for along in self._entries] if self.model.is_open else []
        return (*(entry.mirrored() for entry in entries), *entries)

    def _leaving(self, longer: float) -> tuple[Passage, ...]:
        """Out to the left and to the right, to other markets, which stand `longer` below where they might."""
        tops = [box.y + longer for box in self._other_boxes]
        return tuple(self._exit(side, top) for side, top in zip((-1, 1), tops * 2, strict=False))

    def _entry(self, along: float) -> Passage:
        half = self.cone.half(along)
        return Passage(((along - _SLANT, half + _OUTSIDE), (along + _SLANT, half - _INSIDE)), "accent")

    def _exit(self, side: int, top: float) -> Passage:
        """From inside the funnel, past the market, to a box whose `top` is reckoned from the end of the funnel."""
        along, lane = self.cone.length - 26, side * (self.width / 2 - _LANE)
        start = (along, side * (self.cone.half(along) - _INSIDE + 2))
        return Passage((start, (along + 26, lane), (self.cone.end + top - 3, lane)), "warm")

    @property
    def _entries(self) -> list[float]:
        """Where something comes in: beside the ideas of each phase but the last, which they leave."""
        if len(self._zones) == 1:
            start, end = self._zones[0]
            return [start + (end - start) * 0.25]
        return [(start + end) / 2 for start, end in self._zones[:-1]]
