"""Which block of one edition says what which block of the other says, though the editions may differ.

Sections pair by the order and level of their headings; within a pair of sections, blocks pair by order and kind. Where
the two sides are not alike the pairs are those of the alignment with the highest score (Needleman and Wunsch, 1970), in
which blocks of one kind whose lengths are alike score most: a translation is about as long as its original (Gale and
Church, 1993). What has no counterpart stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar
from xml.etree.ElementTree import Element

from canllaw.markup.plain import HEADINGS
from canllaw.markup.tree import is_empty

T = TypeVar("T")

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
    found: list[Pair] = []
    for mine, theirs in _aligned(_sections(left), _sections(right), _likeness_of_sections, _level_of_section):
        in_section = _aligned(mine or (), theirs or (), _likeness, _kind)
        found += in_section
    return found


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


def _aligned(
    left: Sequence[T], right: Sequence[T], likeness: Callable[[T, T], float], kind: Callable[[T], object]
) -> list[tuple[T | None, T | None]]:
    """`left` and `right` in order, each beside its counterpart or None; sides of the same kinds pair one by one."""
    if list(map(kind, left)) == list(map(kind, right)):
        return list(zip(left, right, strict=True))
    scores = [[likeness(mine, theirs) for theirs in right] for mine in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]  # of what remains from each place on
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            together = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    found: list[tuple[T | None, T | None]] = []
    i = j = 0
    while i < len(left) or j < len(right):
        if i < len(left) and j < len(right) and scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif j == len(right) or (i < len(left) and best[i][j] == best[i + 1][j]):
            found.append((left[i], None))
            i += 1
        else:
            found.append((None, right[j]))
            j += 1
    return found
