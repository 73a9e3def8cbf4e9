"""A Python-Markdown extension that makes an edition's blocks what a publication has.

Numbered sections, figures with captions and numbers, references to them, quotations with their source, tables that
scroll by themselves, tabs that need no script, on each heading the anchor of its counterpart in the other language and
a link to itself, and at the first use of an agreed term what it means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from canllaw.diagrams.figure import Drawn
from canllaw.markup.figures import Credit, number_figures, refer_to_figures
from canllaw.markup.headings import link_sections, mark_counterparts, number_sections
from canllaw.markup.links import aim_links, name_ways_back
from canllaw.markup.offers import Offers, offer_meanings
from canllaw.markup.quotations import attribute_quotations
from canllaw.markup.tables import frame_tables
from canllaw.markup.tabs import group_tabs


@dataclass(frozen=True)
class Setting:
    """What the extension needs to know of the page that it renders.

    `words` are those of the text's language: `figure` ("Figure {n}"), `table` and `tabs`; `credits` gives the
    line below a picture by file name, `sizes` its width and height in CSS pixels; `counterparts` gives the anchor in
    the other edition for each anchor in this one; `links` the file that each link to a page leads to on this site;
    `diagrams` what to show of each diagram, by the target that the text names it with; `sections` the name of the link
    to each section, by its anchor; `offers` how to find terms of the glossary, if the page offers what they mean.
    """

    words: dict[str, str] = field(default_factory=dict)
    numbered: bool = False
    credits: dict[str, Credit] = field(default_factory=dict)
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    counterparts: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    diagrams: dict[str, Drawn] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    offers: Offers | None = None


class Publication(Treeprocessor):
    """Rewrites the tree once the anchors are there (`toc` runs at 5) and before MkDocs resolves links (at 0)."""

    PRIORITY = 3

    def __init__(self, md: Markdown, setting: Setting) -> None:
        super().__init__(md)
        self.setting = setting

    def run(self, root: Element) -> None:
        """Rewrite the tree in place."""
        setting = self.setting
        attribute_quotations(root)
        numbers = number_figures(root, setting.words, setting.credits, setting.sizes, setting.diagrams)
        refer_to_figures(root, numbers)
        if setting.offers:
            offer_meanings(root, setting.offers)
        aim_links(root, setting.links)
        name_ways_back(root)
        frame_tables(root, setting.words)
        group_tabs(root, setting.words)
        mark_counterparts(root, setting.counterparts)
        if setting.numbered:
            number_sections(root)
        link_sections(root, setting.sections)


class CanllawExtension(Extension):
    """The extension; its one option is the `Setting` of the page at hand."""

    def __init__(self, **options: Any) -> None:
        self.config = {"setting": [Setting(), "What to know of the page"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the treeprocessor."""
        md.treeprocessors.register(Publication(md, self.getConfig("setting")), "canllaw", Publication.PRIORITY)
