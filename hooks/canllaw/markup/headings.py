"""Sections: their numbers, a link to each, and the way from each to its counterpart in the other language."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from canllaw.markup.tree import replace

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


def link_sections(root: Element, names: dict[str, str]) -> None:
    """Put after each heading a link to it, beside and not inside it, or the heading would be called after both.

    `names` says what the link to each section is called, by its anchor (WCAG 2.4.4).
    """
    for heading in [child for child in root if child.tag in _HEADINGS]:
        if name := names.get(anchor := heading.get("id", "")):
            frame = Element("div", {"class": "cl-heading"})
            replace(root, heading, frame)
            frame.append(heading)
            SubElement(frame, "a", {"class": "cl-anchor", "href": f"#{anchor}", "aria-label": name})
