"""Words on a social picture: measured, broken between words, and made smaller until they fit."""

from __future__ import annotations

from itertools import pairwise

import pytest

from canllaw.diagrams import metrics
from canllaw.social.lettering import drawn, fitted, width_of
from canllaw.social.letters import FONT, advances, drawable, left_out

_LONG = (
    "Sut y gall sefydliadau treftadaeth bach ledled Cymru gydweithio â'u cymunedau a'u partneriaid, a gwerthuso'r hyn "
    "a ddaw o'r gwaith yn y tymor hir"
)


@pytest.mark.parametrize("text", [_LONG, "Tŷ", "gwrthddatgysylltiad " * 9, "Llanfairpwllgwyngyll " * 4])
@pytest.mark.parametrize("height", [60.0, 300.0])
def test_whole_words_fit(text: str, height: float) -> None:
    """However long the text, its lines fit into the place and hold every word whole, in order."""
    lines = fitted(text, 680, height, 84)
    assert " ".join(lines.lines).split() == text.split()
    assert lines.height <= height
    assert max(width_of(line, lines.size) for line in lines.lines) <= 680


@pytest.mark.parametrize("height", [60.0, 300.0])
@pytest.mark.parametrize(
    "text",
    [
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "Ymweld â Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch yn y gaeaf",
        "Llanfairpwllgwyngyllgogerychwyrndrobwll" * 4,
        "A visit to https://example.org/llanfairpwllgwyngyllgogerychwyrndrobwll-abergele-a-mwy-eto/",
    ],
)
def test_words_too_long_for_a_line(text: str, height: float) -> None:
    """A word that would make all of a title tiny is broken with a hyphen between two letters, and none is lost."""
    lines = fitted(text, 680, height, 84)
    assert lines.height <= height
    assert max(width_of(line, lines.size) for line in lines.lines) <= 680
    if height > 100 and len(text) < 100:
        assert lines.size == 40
    shown = "".join(line[:-1] if line.endswith("-") else line for line in lines.lines)
    assert shown.replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")
    assert not any(line.endswith("l-") and after.startswith("l") for line, after in pairwise(lines.lines))


def test_only_too_long_a_word_is_broken() -> None:
    """A word that fits stays whole, however small the letters are that the whole text needs."""
    lines = fitted(f"{_LONG} {_LONG}", 680, 120, 84)
    assert lines.size < 40
    assert " ".join(lines.lines) == f"{_LONG} {_LONG}"


def test_letters_are_as_large_as_fits() -> None:
    """Little text is as large as it may be, and more text is smaller."""
    sizes = [fitted(_LONG[:length], 680, 300, 84).size for length in (12, 60, len(_LONG))]
    assert sizes[0] == 84
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < 60


def test_lines_are_even() -> None:
    """Lines are about equally long, and a short word stands before what it belongs to."""
    assert fitted("Arloesi caeedig, a phryd mae'n iawn", 680, 300, 60).lines == (
        "Arloesi caeedig,",
        "a phryd mae'n iawn",
    )
    assert fitted("Dod o hyd i bartneriaid", 680, 300, 84).lines == ("Dod o hyd", "i bartneriaid")


def test_letters_come_closer_as_the_font_says() -> None:
    """Kerning is the font's: an A comes closer to a V than to an H."""
    assert width_of("AV", 100) < width_of("A", 100) + width_of("V", 100)
    assert width_of("HH", 100) == 2 * width_of("H", 100)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Tŷ’r ŵyl", "Tŷ’r ŵyl"),
        ("ty\u0302  w\u0302yl", "tŷ ŵyl"),
        ("Łódź, Ærø, señor", "Łódź, Ærø, señor"),
        ("{a} [b] <c> \\ ^ ~ | $", "{a} [b] <c> \\ ^ ~ | $"),
        ("Ạ Ȟ ƚ q\u0302", "A H l q"),
        ("Arloesi 🎉", "Arloesi"),
        ("Αθήνα:", ""),
    ],
)
def test_letters_that_the_font_does_not_have(typed: str, shown: str) -> None:
    """Welsh letters stand as they are, decomposed or not; others lose their accents, and the rest is left out."""
    assert drawable(typed) == shown


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("Tŷ’r ŵyl – {a} <b> \\ ty\u0302 Łódź", []),
        ("Arloesi 🎉🎉 yng Nghymru 🏴", ["🎉", "🏴"]),
        ("Ω a ❤\ufe0f", ["Ω", "❤"]),
        ("Ạ\u00a0ƚ\u200b", []),
    ],
)
def test_what_is_left_out_is_known(title: str, missing: list[str]) -> None:
    """Each sign that a picture leaves out is named once; a letter that only loses its accent is not."""
    assert left_out(title) == missing
    assert not set(missing) & set(drawable(title))


def test_usual_letters_are_there() -> None:
    """The font has every letter of ASCII, of Latin-1 and of Welsh, each as wide as in the site's own cut."""
    usual = {*range(0x20, 0x7F), *range(0xC0, 0x100), *map(ord, "ŴŵŶŷ‘’“”–—…")}
    assert usual <= advances().keys()
    own = metrics.advances()
    assert {point: advances()[point] for point in own} == own
    assert FONT != metrics.FONT


def test_circumflexes_are_drawn() -> None:
    """A ŵ covers more than a w, and nothing of a line is cut off at the edges of its image."""
    plain, accented = (drawn(fitted(text, 680, 100, 80))[0] for text in ("Ww yy", "Ŵŵ ŷŷ"))
    assert sum(accented.tobytes()) > sum(plain.tobytes())
    box = accented.getbbox()
    assert box and box[0] > 0 < box[1]
    assert box[2] < accented.width and box[3] < accented.height
