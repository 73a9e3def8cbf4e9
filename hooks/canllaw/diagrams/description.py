"""A diagram in words: what its long description is made of, as data; `markup` makes HTML of it.

Nothing is known only by seeing (WCAG 1.1.1): each kind says all that it draws, in an order that reads well.
"""

from __future__ import annotations

from dataclasses import dataclass

from canllaw.diagrams.labels import Label


@dataclass(frozen=True)
class Item:
    """An entry of a list: its words, what explains them, and entries below it."""

    label: Label
    note: Label | None = None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Items:
    """A list, in order or not, under a heading if it has one."""

    items: tuple[Item, ...]
    ordered: bool = False
    heading: Label | None = None


@dataclass(frozen=True)
class Table:
    """A table: the heads of its columns, and rows whose first cell is their head."""

    heads: tuple[Label, ...]
    rows: tuple[tuple[Label, ...], ...]


Description = tuple[Items | Table, ...]
