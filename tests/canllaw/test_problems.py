"""Problems: their words, their guesses and their forms."""

from __future__ import annotations

import pytest

from canllaw.problems import Problem, as_github_annotations, as_text, guess, report, sentence

FAR = Problem("docs/b/index.md", 12, "link-absolute", {"target": "/a,b:c"})
NEAR = Problem("docs/b/index.md", 3, "field-unknown-guess", {"field": "titel", "guess": "title"})
FIRST = Problem("docs/a/index.cy.md", 40, "yaml-tab")


@pytest.mark.parametrize(
    ("word", "known", "guessed"),
    [
        ("titel", ["title", "tags"], "title"),
        ("titel", ["tags", "type"], None),
        ("collaborations", ["creativity", "collaboration"], "collaboration"),
        ("arloesi", ["arloesi"], "arloesi"),
        ("xyz", [], None),
        ("", ["title"], None),
        ("x" * 100_000, ["title"], None),
    ],
)
def test_guess(word: str, known: list[str], guessed: str | None) -> None:
    """The nearest known word is offered, but none that is not near."""
    assert guess(word, known) == guessed


def test_guess_takes_any_words() -> None:
    """What is known may come one by one."""
    assert guess("tite", (word for word in ("summary", "title"))) == "title"


def test_sentences() -> None:
    """A Problem says what is wrong and what to write, in either language, its places filled."""
    assert NEAR.message("en") == "“titel” is not a field."
    assert NEAR.fix("en") == "Did you mean “title”?"
    assert NEAR.message("cy") == "Nid yw “titel” yn faes."
    assert NEAR.fix("cy") == "Ai “title” oeddech chi'n ei feddwl?"


def test_words_that_differ_by_language() -> None:
    """A place may hold other words in each language."""
    expected = {"en": "a list", "cy": "rhestr"}
    problem = Problem("a", 1, "field-type", {"field": "tags", "value": "b", "expected": expected, "example": "c"})
    assert problem.message("en") == "“tags” should hold a list, not “b”."
    assert "rhestr" in problem.message("cy")


@pytest.mark.parametrize("value", ["{a}", "%s", [1, {"b": "c"}], None, 5, b"\xff", "\n", "\x1b[31m"])
def test_any_value_can_be_shown(value: object) -> None:
    """Whatever an author wrote can be shown, on one line and without commands to a terminal."""
    problem = Problem("a", 1, "field-type", {"field": "f", "value": value, "expected": "e", "example": "x"})
    lines = as_text([problem], ("en",)).splitlines()
    assert len(lines) == 3
    assert "\x1b" not in lines[1]


def test_order() -> None:
    """Problems are told by file, and by line as numbers."""
    assert sorted([FAR, NEAR, FIRST]) == [FIRST, NEAR, FAR]


def test_text() -> None:
    """On a terminal each Problem has its place and its code, then what is wrong and the fix, Problem after Problem."""
    assert as_text([NEAR, FIRST], ("en",)) == (
        "docs/a/index.cy.md:40  [yaml-tab]\n"
        "    There is a tab in this line.\n"
        "    → Put two spaces in place of the tab.\n"
        "\n"
        "docs/b/index.md:3  [field-unknown-guess]\n"
        "    “titel” is not a field.\n"
        "    → Did you mean “title”?\n"
    )


def test_languages() -> None:
    """Both languages are shown unless one is chosen."""
    assert len(as_text([NEAR]).splitlines()) == 5
    assert len(as_text([NEAR], ("cy",)).splitlines()) == 3
    assert as_text([]) == ""


def test_github_annotations() -> None:
    """On GitHub each Problem is an error at its line, escaped so that nothing in it is taken for a command."""
    problem = Problem("docs/a,b:c%/index.md", 7, "yaml-syntax", {"text": "100%\r\n::error::"})
    assert as_github_annotations([problem], ("en",)) == (
        "::error file=docs/a%2Cb%3Ac%25/index.md,line=7,title=yaml-syntax::"
        "This cannot be read as fields: 100%25  ::error:: → Check the colons, quotation marks and brackets, and the"
        " spaces at the start of this line and of the one above it."
    )


def test_github_annotations_in_both_languages() -> None:
    """An annotation is one line, with both languages in it, and there is one for each Problem."""
    lines = as_github_annotations([FAR, NEAR]).splitlines()
    assert [line.split("::")[1] for line in lines] == [
        "error file=docs/b/index.md,line=3,title=field-unknown-guess",
        "error file=docs/b/index.md,line=12,title=link-absolute",
    ]
    assert "“titel” is not a field. → Did you mean “title”?%0ANid yw “titel” yn faes." in lines[0]


def test_report() -> None:
    """The same Problems go to a terminal as text and to GitHub as annotations."""
    assert report([NEAR]) == as_text([NEAR])
    assert report([NEAR], on_github=True) == as_github_annotations([NEAR])


def test_sentences_about_all() -> None:
    """What is said about all Problems together is a line in each language."""
    assert sentence("found", n=3) == "Problems found: 3.\nProblemau a gafwyd: 3."
    assert sentence("none", ("cy",)) == "Does dim o'i le."
    assert len(sentence("not-built").splitlines()) == 2
