"""Dates as a reader of each language writes them, from CLDR: "22 November 2026", "22 Tachwedd 2026"."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from canllaw.language import Language

_LOCALES: dict[Language, str] = {"en": "en_GB", "cy": "cy_GB"}


def long_date(day: date, language: Language) -> str:
    """`day` in full, in CLDR's long form."""
    return format_date(day, format="long", locale=_LOCALES[language])
