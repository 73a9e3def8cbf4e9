"""Sections: their numbers, and the way from each to its counterpart in the other language."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def number_sections(root: Element) -> None:
    """Number the second-level headings from 1, in a span of its own so that the words stay as they were written."""
    for number, heading in enumerate((child for child in root if child.tag == "h2"), 1):
        span = Element("span", {"class": "cl-section-number"})
        span.text = f"{number}."
        span.tail = f" {heading.text or ''}"
        heading.text = None
        heading.insert(0, span)


def mark_counterparts(root: Element, counterparts: dict[str, str]) -> None:
    """Give each heading the anchor of its counterpart, by which the language switch keeps the reader's place."""
    for heading in root.iter():
        if heading.tag in _HEADINGS and (anchor := counterparts.get(heading.get("id", ""))):
            heading.set("data-cl-counterpart", anchor)
