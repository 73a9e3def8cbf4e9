"""A text in a book: valid, whole, and without anything that a reading system cannot do."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from canllaw.markup.plain import parse
from canllaw.markup.xhtml import make_xhtml, name_of, written


def xhtml(html: str) -> str:
    """What `html` is in a book."""
    root = parse(html)
    make_xhtml(root)
    return written(root)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<br>b</p>", "<p>a<br />b</p>"),
        ("<p>a\x0bb &lt;c&gt;</p>", "<p>ab &lt;c&gt;</p>"),
        ("loose<p>a</p>", "<p>loose</p><p>a</p>"),
        ("<p lang='cy'>a</p>", '<p lang="cy" xml:lang="cy">a</p>'),
        ("<td align='right' class='x' tabindex='0'>1</td>", '<td class="x right">1</td>'),
        ("<details open><summary>a</summary>b</details>", '<div class="fold"><p class="fold-title">a</p>b</div>'),
        ("<a class='cl-figure__link' href='x.svg'><img src='x.svg' alt=''></a>", '<img src="x.svg" alt="" />'),
        (
            "<figure><img src='x'><figcaption>c</figcaption><div>words</div></figure>",
            '<figure><img src="x" /><figcaption>c<div>words</div></figcaption></figure>',
        ),
        (
            "<div class='cl-tabs'><div role='radiogroup'><label><input>A</label></div>"
            "<div class='cl-tabs__panel' aria-label='A'><p>a</p></div></div>",
            '<div class="cl-tabs"><div class="cl-tabs__panel"><p class="fold-title">A</p><p>a</p></div></div>',
        ),
    ],
)
def test_xhtml(html: str, expected: str) -> None:
    """The text is well-formed XML, of elements and attributes that a book may have."""
    assert xhtml(html) == expected
    ElementTree.fromstring(f"<div>{expected}</div>")


@pytest.mark.parametrize(
    ("identity", "name"), [("why", "why"), ("fn:1", "fn-1"), ("3-steps", "id-3-steps"), ("tŷ", "tŷ")]
)
def test_names(identity: str, name: str) -> None:
    """An id is a name as XML has them."""
    assert name_of(identity) == name
