"""Links to pages, which authors write alike in both languages; and the ways back from notes."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def aim_links(root: Element, links: dict[str, str]) -> None:
    """Point each link at the file that readers of this site get."""
    for link in root.iter("a"):
        if target := links.get(link.get("href", "")):
            link.set("href", target)


def name_ways_back(root: Element) -> None:
    """Give each arrow from a note back to the text the name that Markdown gives it as a title only (WCAG 2.4.4)."""
    for link in root.iter("a"):
        if link.get("class") == "footnote-backref":
            link.set("aria-label", link.attrib.pop("title", ""))
