"""Dates in full."""

from __future__ import annotations

from datetime import date

import pytest

from canllaw.language import Language
from canllaw.language.dates import long_date


@pytest.mark.parametrize(
    ("day", "language", "written"),
    [
        (date(2026, 11, 22), "cy", "22 Tachwedd 2026"),
        (date(2026, 11, 22), "en", "22 November 2026"),
        (date(2022, 6, 1), "cy", "1 Mehefin 2022"),
        (date(2022, 6, 1), "en", "1 June 2022"),
        (date(999, 1, 9), "cy", "9 Ionawr 999"),
    ],
)
def test_long_date(day: date, language: Language, written: str) -> None:
    """A date is written as readers of each language write it, from CLDR."""
    assert long_date(day, language) == written
