"""Blocks stand beside what says the same in the other language, though the editions differ."""

from __future__ import annotations

import pytest

from canllaw.markup.plain import parse
from canllaw.translation.rendered import blocks_of, pairs

Beside = list[tuple[str, str]]


def beside(left: str, right: str) -> Beside:
    """The words of the blocks of both texts that stand beside one another, "" for none."""
    return [
        ("".join(mine.element.itertext()) if mine else "", "".join(theirs.element.itertext()) if theirs else "")
        for mine, theirs in pairs(blocks_of(parse(left)), blocks_of(parse(right)))
    ]


def h2(words: str) -> str:
    """A heading."""
    return f"<h2>{words}</h2>"


def p(words: str) -> str:
    """A paragraph."""
    return f"<p>{words}</p>"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("", "", [], id="nothing"),
        pytest.param("", p("a"), [("", "a")], id="one side is empty"),
        pytest.param(
            p("A") + h2("B") + p("C"), p("a") + h2("b") + p("c"), [("A", "a"), ("B", "b"), ("C", "c")], id="alike"
        ),
        pytest.param(
            p("One long sentence.") + p("Short.") + p("Another long sentence."),
            p("Un frawddeg hir.") + p("Brawddeg hir arall."),
            [
                ("One long sentence.", "Un frawddeg hir."),
                ("Short.", ""),
                ("Another long sentence.", "Brawddeg hir arall."),
            ],
            id="a paragraph is missing",
        ),
        pytest.param(
            h2("A") + p("text") + h2("B") + "<ul><li>list</li></ul>",
            h2("b") + "<ul><li>rhestr</li></ul>",
            [("A", ""), ("text", ""), ("B", "b"), ("list", "rhestr")],
            id="a section is missing",
        ),
        pytest.param(
            h2("A") + p("one") + "<h3>B</h3>" + p("two") + h2("C") + p("three"),
            h2("a") + p("un") + h2("c") + p("tri"),
            [("A", "a"), ("one", "un"), ("B", ""), ("two", ""), ("C", "c"), ("three", "tri")],
            id="a section below another is missing",
        ),
        pytest.param(
            p("A") + "<ul><li>B</li></ul>" + p("C"), p("a") + p("c"), [("A", "a"), ("B", ""), ("C", "c")], id="no list"
        ),
        pytest.param("<ul><li>A</li></ul>", p("a"), [("A", "a")], id="a list told in a sentence"),
        pytest.param(
            "<figure class='cl-figure' id='fig-a'>A</figure><figure class='cl-figure' id='fig-b'>B</figure>",
            "<figure class='cl-figure' id='fig-b'>b</figure>",
            [("A", ""), ("B", "b")],
            id="figures are known by their file",
        ),
        pytest.param("<div class='cl-table'>A</div>", p("a"), [("A", ""), ("", "a")], id="a table is no paragraph"),
        pytest.param("loose" + p("A"), p("a"), [("loose", ""), ("A", "a")], id="words outside any block"),
    ],
)
def test_pairs(left: str, right: str, expected: Beside) -> None:
    """Each block stands beside its counterpart, or alone where it has none."""
    found = beside(left, right)
    assert found == expected


@pytest.mark.parametrize("missing", range(8))
def test_each_block_stands_once_and_in_order(missing: int) -> None:
    """Whatever is missing on one side, each block of both stands exactly once, and in its order."""
    left = [
        h2("A"),
        p("first"),
        p("second, longer"),
        "<ul><li>x</li></ul>",
        h2("B"),
        p("third"),
        "<h3>C</h3>",
        p("last"),
    ]
    right = [part for place, part in enumerate(left) if place != missing]
    found = beside("".join(left), "".join(right))
    for side, parts in enumerate((left, right)):
        words = ["".join(parse(part).itertext()) for part in parts]
        assert [pair[side] for pair in found if pair[side]] == words
    assert all(mine == theirs for mine, theirs in found if mine and theirs)


def test_kinds() -> None:
    """Blocks are told apart by what they are in the page."""
    html = (
        "<p>a</p><h3 id='x'>b</h3><ol></ol><dl></dl>"
        "<figure class='cl-quotation'></figure><figure class='cl-figure'></figure>"
        "<div class='cl-table'></div><div class='admonition note'></div><details></details>"
        "<div class='highlight'></div><div class='footnote'></div><div class='cl-tabs'></div><hr>"
    )
    kinds = "paragraph heading list list quotation figure table note note code footnotes tabs other".split()
    blocks = blocks_of(parse(html))
    assert [block.kind for block in blocks] == kinds
    assert (blocks[1].level, blocks[1].anchor, blocks[0].level) == (3, "x", 0)
