"""Tables that scroll by themselves where a screen is narrower than they are (WCAG 1.4.10, 2.1.1)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from canllaw.markup.tree import replace, with_parents


def frame_tables(root: Element, words: dict[str, str]) -> None:
    """Put each table into a region that the keyboard reaches, named after the table's first heading cell."""
    for parent, table in with_parents(root, "table"):
        head = table.find("thead/tr/th")
        name = "".join(head.itertext()).strip() if head is not None else ""
        label = f"{words.get('table', '')}: {name}" if name else words.get("table", "")
        frame = Element("div", {"class": "cl-table", "role": "region", "tabindex": "0", "aria-label": label})
        replace(parent, table, frame)
        frame.append(table)
        for cell in table.iterfind("thead/tr/th"):
            cell.set("scope", "col")
