"""Which block of one edition says what which block of the other says, though the editions may differ.

Sections pair by the order and level of their headings; within a pair of sections, blocks pair by order and kind. Where
the two sides are not alike, blocks of one kind whose lengths are alike count most, for a translation is about as long
as its original (Gale and Church, 1993). What has no counterpart stands alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from canllaw.content.segments import Segment
from canllaw.markup.plain import HEADINGS
from canllaw.markup.tree import is_empty
from canllaw.translation.alignment import aligned

_KINDS = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("ul", "ol", "dl"), "list"),
    "p": "paragraph",
    "blockquote": "quotation",
    "pre": "code",
    "table": "table",
    "details": "note",
    "figure": "figure",
}
_KINDS_BY_CLASS = {
    "cl-quotation": "quotation",
    "cl-table": "table",
    "cl-tabs": "tabs",
    "admonition": "note",
    "highlight": "code",
    "footnote": "footnotes",
}
_PROSE = frozenset({"paragraph", "list", "quotation", "note"})
_SAME, _SAME_FIGURE, _BOTH_PROSE = 1.0, 2.0, 0.25
_WORD = re.compile(r"\w+")
_OTHER_KIND = 0.5
"""What words count that a heading shares with a block that is none: it may stand inside one, a tab for example."""


@dataclass(frozen=True)
class Block:
    """A block of an edition as it is rendered: `level` is a heading's, 0 for all else; `length` is in characters."""

    kind: str
    level: int
    anchor: str
    length: int
    element: Element


Pair = tuple[Block | None, Block | None]


def blocks_of(root: Element) -> list[Block]:
    """The blocks that `root`, the tree of a text, holds, in order; words outside any block are a paragraph."""
    return [_block(element) for element in _elements(root)]


def _elements(root: Element) -> Iterator[Element]:
    for words, element in ((root.text, None), *((child.tail, child) for child in root)):
        if element is not None:
            element.tail = None
            yield element
        if not is_empty(words):
            paragraph = Element("p")
            paragraph.text = (words or "").strip()
            yield paragraph


def _block(element: Element) -> Block:
    classes = element.get("class", "").split()
    by_class = (_KINDS_BY_CLASS[name] for name in classes if name in _KINDS_BY_CLASS)
    kind = next(by_class, _KINDS.get(element.tag, "other"))
    level = int(element.tag[1]) if kind == "heading" else 0
    return Block(kind, level, element.get("id", ""), len("".join(element.itertext())), element)


def pairs(left: Sequence[Block], right: Sequence[Block]) -> list[Pair]:
    """The blocks of both sides, each once and in its order, beside what says the same on the other side, or None."""
    sections = aligned(_sections(left), _sections(right), _likeness_of_sections, _level_of_section)
    return [pair for mine, theirs in sections for pair in aligned(mine or (), theirs or (), _likeness, _kind)]


def pairs_but(left: Sequence[Block], right: Sequence[Block], alone: Collection[Block]) -> list[Pair]:
    """As `pairs`, but of blocks that are known to have no counterpart: those `alone`."""
    if not alone:
        return pairs(left, right)
    beside = pairs(*([block for block in side if block not in alone] for side in (left, right)))
    waiting = [list(left), list(right)]
    found: list[Pair] = []
    for pair in beside:
        for side, block in zip(waiting, pair, strict=True):
            while block and side[0] is not block:
                found.append((side.pop(0), None) if side is waiting[0] else (None, side.pop(0)))
        for side, block in zip(waiting, pair, strict=True):
            if block:
                side.pop(0)
        found.append(pair)
    return [*found, *((block, None) for block in waiting[0]), *((None, block) for block in waiting[1])]


def _sections(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """`blocks` cut before each heading; what stands before the first one is a section too, though it may be empty."""
    cuts = [0, *(index for index, block in enumerate(blocks) if block.level), len(blocks)]
    return [blocks[start:end] for start, end in pairwise(cuts)]


def _level_of_section(section: Sequence[Block]) -> int:
    return section[0].level if section else 0


def _kind(block: Block) -> tuple[str, int]:
    return block.kind, block.level


def _likeness_of_sections(left: Sequence[Block], right: Sequence[Block]) -> float:
    """From 1 to 2 for sections of one level: by the kinds of their blocks, and by how much they say; else 0."""
    if _level_of_section(left) != _level_of_section(right):
        return 0
    kinds = [Counter(block.kind for block in side) for side in (left, right)]
    shared = _share(2 * (kinds[0] & kinds[1]).total(), len(left) + len(right))
    return _SAME + (shared + _ratio(*(sum(block.length for block in side) for side in (left, right)))) / 2


def _likeness(left: Block, right: Block) -> float:
    """How much `left` and `right` may be one block in two languages; 0 where they cannot."""
    if _kind(left) != _kind(right):
        return _BOTH_PROSE if left.kind in _PROSE and right.kind in _PROSE else 0
    same_figure = left.kind == "figure" and left.anchor and left.anchor == right.anchor
    return _SAME + (_SAME_FIGURE if same_figure else 0) + _ratio(left.length, right.length)


def _ratio(one: int, other: int) -> float:
    return _share(min(one, other), max(one, other))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def placed(segments: Sequence[Segment], blocks: Sequence[Block]) -> list[tuple[Segment, Block]]:
    """Each of `segments`, as written, with that of `blocks`, as the same text is rendered, in which it is.

    Rendered blocks know no lines. Both are in the order of the text, so each segment is in the block whose words are
    its own, and never in one before that of the segment above it. Footnotes are rendered at the end, all in one.
    """
    if not blocks:
        return []
    notes = next((block for block in blocks if block.kind == "footnotes"), None)
    apart = [(segment, notes) for segment in segments if segment.kind == "note" and notes]
    inside = [segment for segment in segments if segment.kind != "note" or not notes]
    words = [_words(_all_text(block.element)) for block in blocks]
    scores = [[_shared(segment, block, of) for block, of in zip(blocks, words, strict=True)] for segment in inside]
    places = _in_order(scores, len(blocks))
    return [*((segment, blocks[place]) for segment, place in zip(inside, places, strict=True)), *apart]


def _in_order(scores: list[list[float]], width: int) -> list[int]:
    """A place for each row of `scores`, none before that of the row above it, with which they add up to most."""
    best = [[0.0] * width]
    for row in scores:
        here: list[float] = []
        for place, score in enumerate(row):
            here.append(max(best[-1][place] + score, here[-1] if here else 0.0))
        best.append(here)
    places: list[int] = []
    place = width - 1
    for above, row, here in zip(reversed(best[:-1]), reversed(scores), reversed(best[1:]), strict=True):
        while place and here[place] == here[place - 1] and here[place] != above[place] + row[place]:
            place -= 1
        places.append(place)
    return places[::-1]


def _shared(segment: Segment, block: Block, words: Counter[str]) -> float:
    """How much of `segment` is in `block`, from 0 to 1."""
    ours = _words(segment.text)
    share = _share((ours & words).total(), ours.total()) if ours else 0.0
    return share if (segment.kind == "heading") == (block.kind == "heading") else share * _OTHER_KIND


def _all_text(root: Element) -> str:
    """The words in `root`, those of its pictures too, and the names of figures."""
    named = (element.get(name, "") for element in root.iter() for name in ("alt", "id"))
    return " ".join((*root.itertext(), *named))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))
