"""In which block, as it is rendered, each segment is, and which blocks have changed."""

from __future__ import annotations

from markdown import Markdown

from canllaw.content.blocks import read_blocks
from canllaw.content.segments import Segment
from canllaw.markup.plain import parse
from canllaw.translation.changed_blocks import ChangedBlocks, Text
from canllaw.translation.freshness import Change
from canllaw.translation.rendered import blocks_of, pairs_but, placed

_TEXT = """Words before.[^1]

[^1]: A note on them.

## A heading

- one thing
- another thing

![Shown](x.svg)

| a | b |
| --- | --- |
| c d | e f |

!!! note "Mind this"

    ## A heading

    Words within.

    ```
    code = 1
    ```

Words within, and more of them.
"""
_EXTENSIONS = ["footnotes", "admonition", "tables", "pymdownx.superfences"]


def _text(markdown: str) -> Text:
    html = Markdown(extensions=_EXTENSIONS).convert(markdown)
    return Text(read_blocks(markdown).segments, blocks_of(parse(html)))


def test_segments_are_found_in_their_blocks() -> None:
    """Each segment is in the block that says the same, in a list, a table or a note as well as alone."""
    text = _text(_TEXT)
    found = {segment.text: block.kind for segment, block in placed(text.segments, text.blocks)}
    assert found == {
        "Words before.[^1]": "paragraph",
        "A note on them.": "footnotes",
        "A heading": "note",
        "one thing": "list",
        "another thing": "list",
        "![Shown](x.svg)": "paragraph",
        "a | b": "table",
        "c d | e f": "table",
        "Mind this": "note",
        "Words within.": "note",
        "code = 1": "note",
        "Words within, and more of them.": "paragraph",
    }
    first = next(segment for segment in text.segments if segment.kind == "heading")
    assert text.block_of[first].kind == "heading"


def test_nothing_to_be_found_in() -> None:
    """Of a text that is rendered as nothing no segment has a place."""
    assert placed([Segment("paragraph", "words", 1)], []) == []


def test_new_blocks_stand_alone() -> None:
    """A block that is new is beside nothing, though one of its kind follows it, and what is gone stands alone too."""
    source, translation = _text("## One\n\nNew.\n\n## Two\n\nOld.\n"), _text("## Un\n\nHen.\n\n## Dim\n\nWedi mynd.\n")
    (one, new, two, _), (*_, dim, gone) = source.segments, translation.segments
    changes = [
        Change(None, one, id="a"),
        Change(None, new, id="b"),
        Change(two, None, dim, id="c"),
        Change(new, None, gone, id="d"),
    ]
    changed = ChangedBlocks(changes, source, translation)
    paired = pairs_but(source.blocks, translation.blocks, changed.alone)
    said = [tuple("".join(block.element.itertext()) if block else "" for block in pair) for pair in paired]
    assert said == [("One", ""), ("New.", ""), ("Two", "Un"), ("Old.", "Hen."), ("", "Dim"), ("", "Wedi mynd.")]
    assert [change.id for changes in changed.by_block.values() for change in changes] == ["a", "b", "c", "d"]
