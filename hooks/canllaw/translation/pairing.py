"""Which segment of one edition is the counterpart of which of the other.

Headings pair by their levels, in order. Within a section, segments of one kind pair by their lengths, since a long
paragraph is long in either language (Gale and Church, 1993).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import log

from canllaw.content.segments import Segment
from canllaw.translation.alignment import aligned

Pair = tuple[Segment | None, Segment | None]

_PAIR = 2.0
"""What a pair of segments of one kind counts at most; it counts less the less even their lengths are."""
_OTHER_DEPTH = 0.8
"""How much less it counts where their depths differ."""
_EVEN = 20
"""Letters added to each length, so that two short segments of unlike lengths still pair."""


def pairs(left: Sequence[Segment], right: Sequence[Segment]) -> list[Pair]:
    """Each segment of `left` and `right` once, in order, beside its counterpart, or None where there is none."""
    fields = _fields(left, right)
    sections = aligned(_sections(left), _sections(right), _likeness_of_sections, _depth_of_section)
    within = (aligned(one or (), two or (), _likeness, _kind) for one, two in sections)
    return [*fields, *chain.from_iterable(within)]


def _fields(left: Sequence[Segment], right: Sequence[Segment]) -> list[Pair]:
    """Fields pair by their names."""
    here, there = ({segment.name: segment for segment in side if segment.kind == "field"} for side in (left, right))
    return [(here.get(name), there.get(name)) for name in dict.fromkeys((*here, *there))]


def _sections(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The text before the first heading, then each heading with the text below it."""
    sections: list[list[Segment]] = [[]]
    for segment in segments:
        if segment.kind == "heading":
            sections.append([])
        if segment.kind != "field":
            sections[-1].append(segment)
    return sections


def _depth_of_section(section: Sequence[Segment]) -> int:
    return section[0].depth if section and section[0].kind == "heading" else 0


def _likeness_of_sections(left: Sequence[Segment], right: Sequence[Segment]) -> float:
    """Sections pair the more readily the nearer their lengths, and less so if their headings are of two levels."""
    here, there = _depth_of_section(left), _depth_of_section(right)
    if (here == 0) != (there == 0):
        return 0.0
    unevenness = _unevenness(*(sum(len(segment.text) for segment in section) for section in (left, right)))
    return _PAIR - unevenness / 2 - (_OTHER_DEPTH if here != there else 0)


def _kind(segment: Segment) -> tuple[str, int]:
    return segment.kind, segment.depth


def _likeness(left: Segment, right: Segment) -> float:
    if left.kind != right.kind:
        return 0.0
    return _PAIR - _unevenness(len(left.text), len(right.text)) - (_OTHER_DEPTH if left.depth != right.depth else 0)


def _unevenness(left: int, right: int) -> float:
    return abs(log((left + _EVEN) / (right + _EVEN)))
