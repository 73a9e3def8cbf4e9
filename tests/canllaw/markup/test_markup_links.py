"""Links to pages: small Markdown in, HTML out."""

from __future__ import annotations

from markdown import markdown

from canllaw.markup.extension import CanllawExtension, Setting


def test_links() -> None:
    """A link that the site leads elsewhere goes there; all others stay as they were written."""
    setting = Setting(links={"a/index.md#b": "a/index.cy.md#c"})
    text = "[One](a/index.md#b) [*two*](a/index.md) <https://example.org/> [three](#b)"
    assert markdown(text, extensions=[CanllawExtension(setting=setting)]) == (
        '<p><a href="a/index.cy.md#c">One</a> <a href="a/index.md"><em>two</em></a>'
        ' <a href="https://example.org/">https://example.org/</a> <a href="#b">three</a></p>'
    )


def test_targets_are_found_as_they_were_written() -> None:
    """A target with spaces, marks or letters beyond ASCII is the same to the checks as to the page."""
    setting = Setting(links={"tŷ a/index.md": "b.md", "c%20d/index.md": "e.md", "f&g/index.md": "h.md"})
    html = markdown(
        "[1](<tŷ a/index.md>) [2](c%20d/index.md) [3](f&g/index.md)", extensions=[CanllawExtension(setting=setting)]
    )
    assert html == '<p><a href="b.md">1</a> <a href="e.md">2</a> <a href="h.md">3</a></p>'
