"""Which blocks of a rendered text, and of its translation, have to do with what has changed in the text since."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from canllaw.content.segments import Segment
from canllaw.translation.freshness import Change
from canllaw.translation.rendered import Block, placed


@dataclass(frozen=True)
class Text:
    """An edition as it is written, and as it is rendered."""

    segments: Sequence[Segment]
    blocks: Sequence[Block]

    @cached_property
    def block_of(self) -> dict[Segment, Block]:
        """The block in which each segment is."""
        return dict(placed(self.segments, self.blocks))

    def made_of(self, segments: Collection[Segment]) -> Iterator[Block]:
        """The blocks in which nothing is but some of `segments`."""
        inside: dict[Block, list[bool]] = {}
        for segment, block in self.block_of.items():
            inside.setdefault(block, []).append(segment in segments)
        return (block for block, are_among in inside.items() if all(are_among))


@dataclass(frozen=True)
class ChangedBlocks:
    """Where each of `changes` shows: in a block of the source, or of its translation if it was taken out."""

    changes: Sequence[Change]
    source: Text
    translation: Text

    @cached_property
    def by_block(self) -> dict[Block, list[Change]]:
        """The changes in each block, in the order of the source."""
        found: dict[Block, list[Change]] = {}
        for change in self.changes:
            if change.new:
                block = self.source.block_of.get(change.new)
            else:
                block = self.translation.block_of.get(change.counterpart) if change.counterpart else None
            if block:
                found.setdefault(block, []).append(change)
        return found

    @cached_property
    def alone(self) -> set[Block]:
        """The blocks that can have no counterpart: all in them is new, or the translation of what is gone."""
        new = [change.new for change in self.changes if change.new and change.kind == "added"]
        gone = [change.counterpart for change in self.changes if change.counterpart and change.kind == "removed"]
        return {*self.source.made_of(new), *self.translation.made_of(gone)}
