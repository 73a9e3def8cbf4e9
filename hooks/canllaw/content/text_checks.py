"""What can be wrong in the text of one edition, looked at by itself: headings, notes, passages, captions and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from canllaw.content.library import Edition
from canllaw.markup.safety import RESERVED, refused

#: More do not fit side by side, and the style sheet shows one of so many at a time.
MOST_TABS = 8

Mistake = tuple[int, str, dict[str, object]]

_CURLY_CAPTION = re.compile(r"\]\(\S+\s+[“”„‘’«][^)]*\)")


def mistakes_in_text(edition: Edition) -> Iterator[Mistake]:
    """The line, the code and the values of each Problem in the text of `edition`."""
    yield from _headings(edition)
    yield from _notes(edition)
    yield from _passages(edition)
    yield from _captions(edition)
    for raw in edition.blocks.raw_html:
        for name in refused(raw.html):
            yield raw.line, "html-refused", {"name": name}


def _headings(edition: Edition) -> Iterator[Mistake]:
    """The title is the one first-level heading, and no level is skipped below it (WCAG 1.3.1)."""
    above = 1
    for heading in edition.blocks.headings:
        if heading.level == 1:
            yield heading.line, "heading-one", {"text": heading.text}
        elif heading.level > above + 1:
            marks = "#" * (above + 1)
            yield heading.line, "heading-skips", {"text": heading.text, "marks": marks}
        if heading.anchor.startswith(RESERVED):
            yield heading.line, "anchor-reserved", {"anchor": heading.anchor}
        above = max(heading.level, 1)


def _notes(edition: Edition) -> Iterator[Mistake]:
    for label, line in edition.blocks.unknown_notes:
        yield line, "note-unknown", {"label": label}


def _passages(edition: Edition) -> Iterator[Mistake]:
    """Notes, passages that fold and tabs have a title, which is else made up and in English, and words."""
    for passage in edition.blocks.passages:
        if not passage.title:
            yield passage.line, "passage-no-title", {"start": passage.start}
        if passage.is_empty:
            yield passage.line, "passage-empty", {"start": passage.start}
        if passage.is_tab and passage.number == MOST_TABS + 1:
            yield passage.line, "tabs-too-many", {"title": passage.title, "most": MOST_TABS}


def _captions(edition: Edition) -> Iterator[Mistake]:
    """Word processors curl quotation marks, and Markdown then takes a caption for a part of the file's name."""
    for index, line in enumerate(edition.source.body.split("\n")):
        if _CURLY_CAPTION.search(line):
            yield edition.source.body_line + index, "caption-quotes", {}
