"""Small steps on an element tree that the standard library leaves to its users."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def with_parents(root: Element, tag: str) -> Iterator[tuple[Element, Element]]:
    """Each element called `tag` with its parent, in document order; the tree may be changed meanwhile."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in list(root.iter(tag)):
        yield parents[element], element


def replace(parent: Element, old: Element, new: Element) -> None:
    """Put `new` where `old` stands, with the text that follows it."""
    index = list(parent).index(old)
    new.tail, old.tail = old.tail, None
    parent.remove(old)
    parent.insert(index, new)


def is_empty(text: str | None) -> bool:
    """Whether `text` is nothing but white space."""
    return not (text or "").strip()
