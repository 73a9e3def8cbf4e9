"""What is mended, and what is left as it is."""

from __future__ import annotations

import pytest

from canllaw.content.mending import mend_line_ends, mend_page, straight_apostrophes
from canllaw.language import Language

FACTS = "---\ntitle: A\n---\n"


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("cy", "Mae'r tŷ'n fawr", "Mae’r tŷ’n fawr"),
        ("en", "It's the museum's", "It's the museum's"),
        ("cy", "# Beth sy'n newydd?", "# Beth sy’n newydd?"),
        ("cy", "'dyfyniad' a 'na", "'dyfyniad' a 'na"),
        ("en", "a  b   c\u00a0 d", "a b c d"),
        ("en", "a  \nb", "a  \nb"),
        ("en", "- a  b\n\n    c  d", "- a b\n\n    c d"),
        ("en", "> a  b", "> a b"),
        ("en", "| a  b |   c |\n| --- | --- |\n| d  |  e |", "| a b |   c |\n| --- | --- |\n| d  |  e |"),
        ("en", "cafe\u0301", "caf\u00e9"),
    ],
)
def test_mended(language: Language, before: str, after: str) -> None:
    """What can mean one thing only is mended, once and for all."""
    assert mend_page(FACTS + before, language).text == FACTS + after
    assert mend_page(FACTS + after, language).text == FACTS + after


@pytest.mark.parametrize(
    "text",
    [
        "`mae'r  x`",
        "``mae'r ` mae'r``",
        "```\nmae'r  x\n```",
        "    mae'r  x",
        "<b title='mae'r  x'>",
        "<div>\nmae'r  x\n</div>",
        "[a](mae'r.svg \"mae'r  x\")",
        "[a][mae'r]\n\n[mae'r]: x'y",
        "<https://example.org/mae'r>",
        "https://example.org/mae'r",
        "*People's Collection*{lang=en}",
        '{title="mae\'r  x"}',
        "a[^mae'r]\n\n[^mae'r]: b",
    ],
)
def test_left_alone(text: str) -> None:
    """Code, HTML, links, names and passages in another language are left as they are."""
    assert mend_page(FACTS + text, "cy").text == FACTS + text


def test_front_matter() -> None:
    """Of front matter only the words are mended, and never the names of fields or files."""
    image = "image: {{file: pont'r.svg, alt: Pont wedi{0}i chodi}}"
    facts = f"---\ntitle: Mae{{0}}r  tŷ\nslug: mae'r\n{image}\nsummary: >-\n  O{{0}}i le\n---\n"
    assert mend_page(facts.format("'"), "cy").text == facts.format("’")
    assert mend_page("---\ntitle: Mae'r", "cy").text == "---\ntitle: Mae'r"


def test_line_ends() -> None:
    """The line ends of Windows and of old become those of today, and are counted."""
    assert mend_line_ends("a\r\nb\rc\n").text == "a\nb\nc\n"
    assert mend_line_ends("a\r\nb\rc\n").counts == {"mended-line-ends": 2}
    assert mend_line_ends("a\n").counts == {}


def test_straight_apostrophes() -> None:
    """An apostrophe is named by the word around it."""
    assert list(straight_apostrophes("Mae'r tŷ a'i ddrws, 'na")) == ["Mae'r", "a'i"]
