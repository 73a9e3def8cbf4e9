"""The tags in a piece of HTML, as a browser reads them: in any case, without quotation marks, with entities undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Tag:
    """A tag: its name, its attributes (the first of each name counts), its line in the piece, from 0; start or end."""

    name: str
    attributes: dict[str, str]
    line: int
    is_end: bool = False


#: The name of what HTML does not have and the standard library cannot read: a marked section (`<![…`).
MARKED_SECTION = "!["


_COMMENT, _COMMENT_END = "<" + "!--", "-->"


def without_comments(text: str) -> str:
    """`text` without its comments, which no reader sees; one that has no end is left."""
    return "".join(words for words, is_comment in _parts(text) if not is_comment)


def comments_in(text: str) -> list[str]:
    """What the comments of `text` say."""
    return [words.strip() for words, is_comment in _parts(text) if is_comment]


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """`text` in parts, each with whether it is what a comment says."""
    place = 0
    while (start := text.find(_COMMENT, place)) >= 0:
        end = text.find(_COMMENT_END, start + len(_COMMENT))
        if end < 0:
            break
        yield text[place:start], False
        yield text[start + len(_COMMENT) : end], True
        place = end + len(_COMMENT_END)
    yield text[place:], False


def start_tags(html: str) -> list[Tag]:
    """Every start tag of `html`, in order; a marked section ends the reading, and counts as one."""
    return [tag for tag in tags(html) if not tag.is_end]


def tags(html: str) -> list[Tag]:
    """Every start and end tag of `html`, in order."""
    # After the last end of a comment none begins, and after the last end of a tag there is none: the standard library
    # would look for the end of each to the end of the text.
    closed, end, rest = html.rpartition(_COMMENT_END)
    html = closed + end + rest[: rest.rfind(">") + 1].replace(_COMMENT, "&lt;!--")
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:
        reader.note(MARKED_SECTION, [])
    return reader.tags


class _Reader(HTMLParser):
    """Collects tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a start tag."""
        self.note(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Keep an end tag."""
        self.tags.append(Tag(tag, {}, self.getpos()[0] - 1, is_end=True))

    def note(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep `name`, with its attributes and its line."""
        attributes: dict[str, str] = {}
        for attribute, value in attrs:
            attributes.setdefault(attribute, value or "")
        self.tags.append(Tag(name, attributes, self.getpos()[0] - 1))
