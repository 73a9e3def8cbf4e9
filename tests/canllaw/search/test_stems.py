"""One word for all forms of a word."""

from __future__ import annotations

import pytest

from canllaw.language import Language
from canllaw.search.stems import stem


@pytest.mark.parametrize(
    ("language", "same"),
    [
        ("en", ["partnership", "partnerships"]),
        ("en", ["library", "libraries"]),
        ("cy", ["amgueddfa", "amgueddfeydd"]),
        ("cy", ["partneriaeth", "bartneriaeth", "phartneriaeth", "mhartneriaeth"]),
        ("cy", ["treftadaeth", "dreftadaeth", "threftadaeth", "nhreftadaeth"]),
    ],
)
def test_forms_share_a_stem(language: Language, same: list[str]) -> None:
    """Numbers, and in Welsh mutations, of a word have the same stem."""
    assert len({stem(word, language) for word in same}) == 1
    assert stem(same[0], language)


def test_words_without_content() -> None:
    """Words that say nothing of what a text is about have no stem."""
    assert {stem("the", "en"), stem("of", "en"), stem("wedi", "cy"), stem("mae", "cy")} == {""}
