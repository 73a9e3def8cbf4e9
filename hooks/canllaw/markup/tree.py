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


def take_out(parent: Element, child: Element) -> None:
    """Take `child` out of `parent`, but not the text that follows it."""
    _add_text(parent, list(parent).index(child), child.tail)
    parent.remove(child)


def unwrap(parent: Element, child: Element) -> None:
    """Put what `child` holds in the place of `child`."""
    index = list(parent).index(child)
    _add_text(parent, index, child.text)
    parent.remove(child)
    for place, inner in enumerate(list(child), index):
        parent.insert(place, inner)
    _add_text(parent, index + len(child), child.tail)


def _add_text(parent: Element, index: int, text: str | None) -> None:
    """Add `text` to what stands before the child of `parent` at `index`."""
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + (text or "")
    else:
        parent.text = (parent.text or "") + (text or "")
