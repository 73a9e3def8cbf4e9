"""Meanings that a text offers: small Markdown in, HTML out."""

from __future__ import annotations

import re

import pytest
from markdown import markdown

from canllaw.language import Language
from canllaw.markup.extension import CanllawExtension, Setting
from canllaw.markup.offers import Offers, offered_in, put_in_buttons
from canllaw.markup.safety import clean
from canllaw.vocabulary.forms import TermFinder
from canllaw.vocabulary.glossary import Glossary

_GLOSSARY = Glossary.model_validate(
    {
        "licence": {
            "en": {"term": "open licence", "definition": "d"},
            "cy": {"term": "trwydded agored", "definition": "d"},
        },
        "pilot": {"en": {"term": "pilot", "definition": "d"}, "cy": {"term": "peilot", "definition": "d"}},
    }
)
_LINK = "../../glossary/index.md#pilot"


def html_of(text: str, language: Language = "en") -> str:
    """The HTML of `text` as it is published, with the buttons."""
    names = {"licence": "What “open licence” means", "pilot": 'What “pilot” & "test" means'}
    offers = Offers(TermFinder(_GLOSSARY, language).uses, {_LINK: "pilot"}, names)
    extensions = ["attr_list", "footnotes", "tables", "def_list", CanllawExtension(setting=Setting(offers=offers))]
    return put_in_buttons(clean(markdown(text, extensions=extensions)), offers)  # type: ignore[arg-type]


def offer(words: str) -> str:
    """`words` with the button of “pilot” after them."""
    name = "What “pilot” &amp; &quot;test&quot; means"
    button = f'<button type="button" popovertarget="cl-term-pilot" aria-label="{name}"></button>'
    return f'<span class="cl-offer">{words}{button}</span>'


def test_first_use_only() -> None:
    """The button comes after the first use, and after no other; the words stay as they are."""
    assert (
        html_of("One *pilot*, a Pilot.\n\nA pilot.")
        == f"<p>One <em>{offer('pilot')}</em>, a Pilot.</p>\n<p>A pilot.</p>"
    )


def test_button_stays_with_the_last_word() -> None:
    """Of several words all are marked, and the last is tied to the button, so that a line can break between them."""
    html = html_of("An open licence, please.")
    assert html.startswith('<p>An <span class="cl-offered">open <span class="cl-offer">licence<button')
    assert html.endswith("</button></span></span>, please.</p>")


def test_what_an_apostrophe_joins_stays_joined() -> None:
    """The button comes after what an apostrophe joins to the word."""
    plain, typographic = offer("peilot'n"), offer("peilot’n")
    assert html_of("Mae peilot'n dda", "cy") == f"<p>Mae {plain} dda</p>"
    linked = f'<span class="cl-offered">{typographic}</span>'
    assert html_of(f"Mae [peilot]({_LINK})’n dda", "cy") == f"<p>Mae {linked} dda</p>"


def test_link_is_the_place() -> None:
    """Where its author linked a term, there and only there is its meaning offered, instead of the link."""
    html = html_of(f"A pilot. A [*good* pilot]({_LINK}) and [another]({_LINK}).")
    assert html.startswith(f'<p>A pilot. A <span class="cl-offered"><em>good</em> {offer("pilot")}</span> and <a href=')
    assert html.count("<button") == 1


@pytest.mark.parametrize(
    "text",
    [
        "## A pilot",
        f"## A [pilot]({_LINK})",
        "[a pilot](https://example.org/)",
        "`pilot`",
        "    pilot",
        "> A pilot.",
        "*pilot*{lang=cy}",
        "<a href='https://example.org/'>a pilot</a>",
        "| pilot |\n| --- |\n| a |",
        "pilot\n:   a test",
        "a[^1]\n\n[^1]: A pilot.",
    ],
)
def test_closed_places(text: str) -> None:
    """Nothing is offered in titles, links, code, quotations, notes, or words in another language."""
    assert "<button" not in html_of(text)


def test_open_places() -> None:
    """A meaning is offered in lists, cells of tables and notes set apart."""
    for text in ("- a pilot", "| a |\n| --- |\n| pilot |", "a\n:   A pilot."):
        assert html_of(text).count("<button") == 1


def test_nobody_else_makes_buttons() -> None:
    """A button that an author writes is taken out, and a place for one is kept for terms that are there."""
    assert "<button" not in html_of('<button popovertarget="cl-term-licence">Press</button>')
    assert html_of('<span class="cl-offer__button">none-such</span>') == "<p></p>"


def test_offered_in_order() -> None:
    """What a text offers is told in its order."""
    assert offered_in(html_of("A pilot, an open licence, a pilot.")) == ["pilot", "licence"]
    assert re.findall("popover", html_of("Nothing.")) == offered_in(html_of("Nothing.")) == []
