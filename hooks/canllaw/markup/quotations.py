"""Quotations with their source: a block quotation whose last paragraph begins with a dash.

> Words of the quotation.
>
> — Name of the source, 2020 <https://example.org/>
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from canllaw.markup.tree import replace, with_parents

_DASHES = ("— ", "– ", "-- ")


def attribute_quotations(root: Element) -> None:
    """Turn each quotation with a source into a figure: the quotation, and its source as the caption."""
    for parent, quotation in with_parents(root, "blockquote"):
        source = quotation[-1] if len(quotation) > 1 else None
        if source is None or source.tag != "p" or not (source.text or "").startswith(_DASHES):
            continue
        figure = Element("figure", {"class": "cl-quotation"})
        replace(parent, quotation, figure)
        quotation.remove(source)
        figure.append(quotation)
        caption = SubElement(figure, "figcaption")
        caption.text = (source.text or "").split(" ", 1)[1]
        caption.extend(source)
