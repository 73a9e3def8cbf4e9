"""What is still to be written: each place that `canllaw new` has left to be filled in has a sign in it.

The sign is no letter of either language and means nothing in Markdown, so a text that holds it is not finished, and a
text that does not hold it is. In code and in comments it means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from canllaw.content.library import Edition

MARK = "✎"


def unwritten_fields(edition: Edition) -> list[tuple[str, int]]:
    """The name and the line of each field that is still to be written."""
    front_matter = edition.source.front_matter
    return [(".".join(place), front_matter.line(*place)) for place in _marked(front_matter.mapping)]


def _marked(fields: Mapping[str, Any], around: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield from _marked(value, (*around, str(name)))
        elif MARK in (value if isinstance(value, str) else map(str, value if isinstance(value, list) else ())):
            yield (*around, name)


def unwritten_lines(edition: Edition) -> list[int]:
    """The line of each place of the text that is still to be written, once for each of them."""
    if MARK not in edition.source.body:
        return []
    blocks = edition.blocks
    lines = [
        prose.line_of(place)
        for prose in blocks.prose
        for place, character in enumerate(prose.words)
        if character == MARK
    ]
    return sorted([*lines, *(picture.line for picture in blocks.pictures if MARK in picture.caption)])


def is_unfinished(edition: Edition) -> bool:
    """Whether something in `edition` is still to be written."""
    return bool(unwritten_lines(edition) or unwritten_fields(edition))
