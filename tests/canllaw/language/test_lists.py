"""Names one after another."""

from __future__ import annotations

import pytest

from canllaw.language import Language
from canllaw.language.lists import joined


@pytest.mark.parametrize(
    ("names", "language", "expected"),
    [
        ([], "en", ""),
        (["A"], "cy", "A"),
        (["Siân", "Ben"], "en", "Siân and Ben"),
        (["Siân", "Ben"], "cy", "Siân a Ben"),
        (["Siân", "Efa"], "cy", "Siân ac Efa"),
        (["Siân", "Ŵyn"], "cy", "Siân ac Ŵyn"),
        (["Ann", "Siân", "Huw"], "en", "Ann, Siân and Huw"),
        (["Ann", "Siân", "Owain"], "cy", "Ann, Siân ac Owain"),
    ],
)
def test_joined(names: list[str], language: Language, expected: str) -> None:
    """The last name follows an *and*, which in Welsh is *ac* before a vowel."""
    assert joined(names, language) == expected


def test_ampersand() -> None:
    """Where English writes "&" Welsh writes the word."""
    assert joined(["A", "B"], "en", ampersand=True) == "A, & B"
    assert joined(["A", "B"], "cy", ampersand=True) == "A, a B"
