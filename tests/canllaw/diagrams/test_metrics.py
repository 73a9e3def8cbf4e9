"""How wide words are, and where lines break."""

from __future__ import annotations

import pytest

from canllaw.diagrams.metrics import height_of, widest, width_of, wrap


def test_width_grows_with_size_and_letters() -> None:
    """Twice the size is twice as wide, and a wide letter is wider than a narrow one."""
    assert width_of("treftadaeth", 32) == pytest.approx(2 * width_of("treftadaeth", 16))
    assert width_of("W", 16) > width_of("i", 16) > 0


@pytest.mark.parametrize(("accented", "plain"), [("ŵ", "w"), ("ŷ", "y"), ("Ŵ", "W"), ("â", "a"), ("ï", "i")])
def test_accents_cost_no_width(accented: str, plain: str) -> None:
    """A Welsh letter with an accent is about as wide as the one without: it is in the font and not guessed."""
    assert width_of(accented, 16) == pytest.approx(width_of(plain, 16), rel=0.25)


def test_letters_that_the_font_lacks_count_too() -> None:
    """A sign that the font does not have has a width all the same, so that nothing is drawn over it."""
    assert width_of("漢字", 16) > 16


def test_lines_break_between_words() -> None:
    """No line is wider than there is room for, and no word is lost or cut."""
    text = "Dewch o hyd i bartner sydd â'r hyn sydd ei angen arnoch"
    lines = wrap(text, 16, 150)
    assert len(lines) > 2
    assert " ".join(lines) == text
    assert widest(lines, 16) <= 150


def test_compounds_may_break_after_a_hyphen() -> None:
    """A hyphenated compound may go on in the next line, its hyphen at the end of the first."""
    assert wrap("cyd-gynhyrchu", 16, width_of("gynhyrchu", 16) + 1) == ["cyd-", "gynhyrchu"]
    assert wrap("cyd-gynhyrchu", 16, 500) == ["cyd-gynhyrchu"]


def test_long_word_is_never_cut() -> None:
    """A word that is wider than the room has a line of its own, whole."""
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    assert wrap(f"yn {word} ni", 16, 60) == ["yn", word, "ni"]


def test_height() -> None:
    """Lines stand below each other, a quarter of their size apart."""
    assert height_of(["a", "b"], 16) == pytest.approx(40)
    assert (wrap("", 16, 60), widest([], 16), height_of([], 16)) == ([], 0, 0)
