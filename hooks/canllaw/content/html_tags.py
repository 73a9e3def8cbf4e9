"""The tags in a piece of HTML, as a browser reads them: in any case, without quotation marks, with entities undone."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Tag:
    """A start tag: its name, its attributes (the first of each name counts), and its line in the piece, from 0."""

    name: str
    attributes: dict[str, str]
    line: int


#: The name of what HTML does not have and the standard library cannot read: a marked section (`<![…`).
MARKED_SECTION = "!["


def start_tags(html: str) -> list[Tag]:
    """Every start tag of `html`, in order; a marked section ends the reading, and counts as one."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:
        reader.note(MARKED_SECTION, [])
    return reader.tags


class _Reader(HTMLParser):
    """Collects start tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a start tag."""
        self.note(tag, attrs)

    def note(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep `name`, with its attributes and its line."""
        attributes: dict[str, str] = {}
        for attribute, value in attrs:
            attributes.setdefault(attribute, value or "")
        self.tags.append(Tag(name, attributes, self.getpos()[0] - 1))
