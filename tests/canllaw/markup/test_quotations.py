"""Quotations with their source: small Markdown in, HTML out."""

from __future__ import annotations

import pytest
from markdown import markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "> Words.\n>\n> — *Source*, 2020 <https://example.org/>\n",
            '<figure class="cl-quotation"><blockquote>\n<p>Words.</p>\n</blockquote><figcaption><em>Source</em>, 2020'
            ' <a href="https://example.org/">https://example.org/</a></figcaption></figure>',
        ),
        (
            "> One.\n>\n> Two.\n>\n> – Source & Co\n\nAfter.\n",
            '<figure class="cl-quotation"><blockquote>\n<p>One.</p>\n<p>Two.</p>\n</blockquote>'
            "<figcaption>Source &amp; Co</figcaption></figure>\n<p>After.</p>",
        ),
        (
            "> Words.\n>\n> -- Source\n",
            '<figure class="cl-quotation"><blockquote>\n<p>Words.</p>\n</blockquote>'
            "<figcaption>Source</figcaption></figure>",
        ),
    ],
)
def test_quotation_with_source(text: str, html: str) -> None:
    """A last paragraph that begins with a dash is the source, outside the quotation and without the dash."""
    assert markdown(text, extensions=["canllaw.markup"]) == html


@pytest.mark.parametrize(
    "text",
    [
        "> Words.\n",
        "> — Words.\n",
        "> Words.\n>\n> More — words.\n",
        "> Words.\n>\n> — Words.\n>\n> More.\n",
        "> Words.\n>\n> - item\n",
        "Words.\n\n— Words.\n",
    ],
)
def test_quotation_without_source(text: str) -> None:
    """Any other quotation stays as Markdown makes it."""
    assert markdown(text, extensions=["canllaw.markup"]) == markdown(text)


def test_quotation_in_a_quotation() -> None:
    """The inner of two quotations has its own source."""
    html = markdown("> > Inner.\n> >\n> > — One\n>\n> — Two\n", extensions=["canllaw.markup"])
    assert html.count("<figure") == html.count("<figcaption>") == 2
    assert html.index("One") < html.index("Two")


def test_quotation_in_a_list() -> None:
    """A quotation may stand in a list item, and what follows it stays in place."""
    html = markdown("- a\n\n    > b\n    >\n    > — c\n\n    d\n", extensions=["canllaw.markup"])
    assert "<figcaption>c</figcaption></figure>\n<p>d</p>" in html
