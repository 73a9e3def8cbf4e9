"""How long a text takes to read."""

from __future__ import annotations

import pytest

from canllaw.content.reading_time import WORDS_A_MINUTE, minutes


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", 1),
        ("gair " * WORDS_A_MINUTE, 1),
        ("gair " * int(WORDS_A_MINUTE * 2.6), 3),
        ("[arloesi](../../geirfa/index.md#arloesi-agored) " * WORDS_A_MINUTE, 1),
        ("mae'n gyd-greu " * WORDS_A_MINUTE, 2),
    ],
)
def test_minutes(body: str, expected: int) -> None:
    """Words are counted, and not what links lead to; a word is one with its hyphen and its apostrophe."""
    assert minutes(body) == expected
