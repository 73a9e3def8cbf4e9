"""Links to pages, which authors write alike in both languages."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def aim_links(root: Element, links: dict[str, str]) -> None:
    """Point each link at the file that readers of this site get."""
    for link in root.iter("a"):
        if target := links.get(link.get("href", "")):
            link.set("href", target)
