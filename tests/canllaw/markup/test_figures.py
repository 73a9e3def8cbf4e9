"""Figures and references to them: small Markdown in, HTML out."""

from __future__ import annotations

import pytest
from markdown import markdown

from canllaw.content.blocks import read_blocks
from canllaw.markup.extension import CanllawExtension, Setting
from canllaw.markup.figures import Credit

CREDIT = Credit("Llun: Cyfranwyr.", "CC BY 4.0", "https://licence.example/")
SETTING = Setting(words={"figure": "Ffigur {n}"}, credits={"a.svg": CREDIT}, sizes={"a.svg": (30, 40), "b.svg": (0, 0)})


def html_of(text: str, setting: Setting = SETTING) -> str:
    """The HTML of `text`."""
    return markdown(text, extensions=[CanllawExtension(setting=setting)])


def test_figure() -> None:
    """A picture with a caption is a figure with a number, an anchor, a size, a credit and a link to the file."""
    assert html_of('![What it shows](a.svg "What it is")') == (
        '<figure class="cl-figure" id="fig-a"><a class="cl-figure__link" href="a.svg"><img alt="What it shows"'
        ' height="40" loading="lazy" src="a.svg" width="30" /></a><figcaption><strong>Ffigur 1.</strong> What it is.'
        '<span class="cl-credit">Llun: Cyfranwyr. <a href="https://licence.example/">CC BY 4.0</a>.</span>'
        "</figcaption></figure>"
    )


def test_credit_without_licence_address() -> None:
    """A licence whose terms stand nowhere is named without a link."""
    setting = Setting(credits={"a.svg": Credit("Llun: Cyfranwyr.", "Cedwir pob hawl", "")})
    assert '<span class="cl-credit">Llun: Cyfranwyr. Cedwir pob hawl.</span>' in html_of('![A](a.svg "A")', setting)


def test_picture_without_caption() -> None:
    """A picture without a caption is no figure; it is loaded when it is near, and has a size where one is known."""
    assert html_of("![A](a.svg)") == '<p><img alt="A" height="40" loading="lazy" src="a.svg" width="30" /></p>'
    assert html_of("![B](b.svg)") == '<p><img alt="B" loading="lazy" src="b.svg" /></p>'


@pytest.mark.parametrize("caption", ["What it is", "What it is."])
def test_full_stop(caption: str) -> None:
    """A caption ends in one full stop, whether it was written with one or without."""
    assert "</strong> What it is.</figcaption>" in html_of(f'![A](c.svg "{caption}")')


@pytest.mark.parametrize("caption", ["Why?", "Look!", "And so on…"])
def test_other_ends(caption: str) -> None:
    """A caption that ends in another mark gets no full stop behind it."""
    assert f"</strong> {caption}</figcaption>" in html_of(f'![A](c.svg "{caption}")')


def test_caption_is_text() -> None:
    """What looks like HTML in a caption or a description is shown as it was written."""
    html = html_of('![a & "b" <i>](c.svg "1 < 2 & <b>3</b>")')
    assert "1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt;." in html
    assert "<i>" not in html


def test_references() -> None:
    """A link to a figure gets its number, before or after it; any other link stays."""
    html = html_of('[Ffigur](#fig-b), [x](#fig-none)\n\n![A](a.svg "A")\n\n![B](x/b.cy.svg "B")\n\n[ffigur](#fig-a)')
    assert '<a href="#fig-b">Ffigur\N{NO-BREAK SPACE}2</a>, <a href="#fig-none">x</a>' in html
    assert '<a href="#fig-a">ffigur\N{NO-BREAK SPACE}1</a>' in html


def test_numbers_count_figures_only() -> None:
    """Only figures are counted, in the order of the text, also inside an admonition."""
    text = '![A](a.svg)\n\n!!! note\n\n    ![B](b.svg "B")\n\nA ![C](c.svg "C") here.\n\n![D](d.svg "D")\n'
    html = markdown(text, extensions=["admonition", CanllawExtension(setting=SETTING)])
    assert [part[:8] for part in html.split("<strong>")[1:]] == ["Ffigur 1", "Ffigur 2"]
    assert html.count("<figure") == 2


@pytest.mark.parametrize(
    "text",
    [
        '![A](a.svg "A")',
        '![A](models.cy.svg "A")',
        '![A](T%C5%B7_mawr.png "A")',
        '![A](<my picture.svg> "A")',
        'B ![A](a.svg "A")',
        '- ![A](a.svg "A")',
        '| ![A](a.svg "A") |\n|---|\n| b |',
        '[![A](a.svg "A")](b.md)',
        '![A](a.svg "A")\n![B](b.svg "B")',
    ],
)
def test_anchors_are_those_of_the_checks(text: str) -> None:
    """The checks know the anchors of exactly the figures that the page has."""
    html = markdown(text, extensions=["tables", CanllawExtension(setting=SETTING)])
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert sorted(read_blocks(text).anchors) == sorted(ids)
