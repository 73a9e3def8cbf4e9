"""What a text holds, with the line of each part."""

from __future__ import annotations

import pytest

from canllaw.content.blocks import Picture, figure_anchor, read_blocks

TEXT = """\
First [a](a.md) and
[b](b.md "Title") here.

## Heading with [c](c.md)

!!! note "Title"

    Inside [d](d.md).

    ![Picture e](e.svg "Caption e")

??? tip
    Folded [f](f.md)

| head | head |
|---|---|
| x | [g](g.md) |
| y | ![Picture h](h.svg) |

Text[^note] and [i][ref].

- item [j](j.md)

    ![Picture k](k.cy.svg)

> quotation [l](l.md)

[![Picture m](m.svg)](m.md) and <https://n.org/>

Term
:   Definition [o](o.md)

    More of it [p](p.md)

[ref]: i.md

[^note]: Note [q](q.md)
    with more [r](r.md).

`code [no](no.md)`

    code [no](no.md)

```
[no](no.md)
```
<!--
[no](no.md)
-->
Last  
[s](s.md)
"""  # noqa: W291  (two spaces are a line break)


@pytest.mark.parametrize("target", [f"{letter}.md" for letter in "abcdfgijlmopqrs"] + ["https://n.org/"])
def test_lines_of_links(target: str) -> None:
    """Each link, wherever it stands, has the line of the file on which an editor finds it."""
    place = "[i][ref]" if target == "i.md" else target
    expected = next(number for number, line in enumerate(TEXT.splitlines(), 21) if place in line)
    assert [link.line for link in read_blocks(TEXT, 21).links if link.target == target] == [expected]


def test_only_links() -> None:
    """Code and comments hold no links."""
    targets = {link.target for link in read_blocks(TEXT).links}
    assert targets == {f"{letter}.md" for letter in "abcdfgijlmopqrs"} | {"https://n.org/"}


def test_words_of_links() -> None:
    """A link has the words that its reader sees."""
    links = read_blocks("[*One* `two` three](a.md) [![four](b.svg)](c.md)").links
    assert [link.text for link in links] == ["One two three", "four"]


def test_pictures() -> None:
    """Each picture has its description, its caption if it has one, and its line."""
    pictures = [(p.target, p.alt, p.caption, p.line) for p in read_blocks(TEXT, 21).pictures]
    assert pictures == [
        ("e.svg", "Picture e", "Caption e", 30),
        ("h.svg", "Picture h", "", 38),
        ("k.cy.svg", "Picture k", "", 44),
        ("m.svg", "Picture m", "", 48),
    ]


@pytest.mark.parametrize(
    ("target", "name", "common_name"),
    [
        ("models.svg", "models", "models.svg"),
        ("models.cy.svg", "models", "models.svg"),
        ("../a/models.cy.png", "models", "models.png"),
        ("models", "models", "models"),
    ],
)
def test_names_of_pictures(target: str, name: str, common_name: str) -> None:
    """The two language versions of a picture have one name, by which it is referred to and credited."""
    picture = Picture(target, "", "", 1)
    assert (picture.name, picture.common_name) == (name, common_name)


def test_headings() -> None:
    """A heading has its level, its words without marks, its anchor and its line."""
    text = "Intro\n\n# One\n## Two *words* {#second}\n\nUnder\n-----\n\n!!! note\n\n    #### Four\n"
    headings = read_blocks(text, 5).headings
    assert [(h.level, h.text, h.anchor, h.line) for h in headings] == [
        (1, "One", "one", 7),
        (2, "Two words", "second", 8),
        (2, "Under", "under", 10),
        (4, "Four", "four", 15),
    ]


def test_figures_are_what_becomes_one() -> None:
    """A figure, to which a reference may point, is a picture with a caption and a paragraph to itself."""
    text = '![A](a.svg "Caption")\n\nText ![B](b.svg "Title") text.\n\n- ![C](c.svg "Title")\n\n![D](d.svg)\n'
    blocks = read_blocks(text)
    assert [figure.name for figure in blocks.figures] == ["a"]
    assert blocks.anchors == {"fig-a"}


def test_figure_anchor() -> None:
    """The anchor of a figure comes from its file's name."""
    assert figure_anchor("Tŷ_mawr") == "fig-ty-mawr"


def test_anchors() -> None:
    """A link can point at headings, at figures and at any place that was given a name."""
    text = 'A paragraph.\n{: #place }\n\n## Heading\n\n![A](a.cy.svg "Caption")\n'
    assert read_blocks(text).anchors == {"place", "heading", "fig-a"}


def test_links_of_notes_that_nothing_refers_to() -> None:
    """A footnote is printed even where nothing refers to it, so its links count."""
    assert [link.target for link in read_blocks("Text.\n\n[^a]: See [b](b.md).\n").links] == ["b.md"]


def test_a_caret_before_brackets() -> None:
    """Python-Markdown knows no footnotes inside a line, so a caret before brackets is a caret."""
    links = read_blocks("One.\n\nTwo ^[three [four](five.md)].\n").links
    assert [(link.target, link.line) for link in links] == [("five.md", 3)]


@pytest.mark.parametrize("text", ["", "\n\n", "---", "[a]", "[^a]", "!!!", "|", "#" * 7, ">" * 500, "[" * 2000])
def test_odd_texts(text: str) -> None:
    """Whatever stands there is read, and holds nothing."""
    blocks = read_blocks(text)
    assert (blocks.links, blocks.pictures) == ((), ())


@pytest.mark.parametrize(
    "text", ["## a" + " " * 20_000 + "b", "## " + "{ " * 10_000, "## " + "{#a" * 10_000, "a " * 20_000]
)
def test_long_lines(text: str) -> None:
    """A line as long as a book holds no links, however many brackets it opens; a slow pattern would hang here."""
    assert read_blocks(text).links == ()
