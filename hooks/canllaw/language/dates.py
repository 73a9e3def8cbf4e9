"""Dates as a reader of each language writes them, from CLDR: "22 November 2026", "22 Tachwedd 2026"."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date, get_month_names

from canllaw.language import Language
from canllaw.search.mutation import mutations

_LOCALES: dict[Language, str] = {"en": "en_GB", "cy": "cy_GB"}


def long_date(day: date, language: Language) -> str:
    """`day` in full, in CLDR's long form."""
    return format_date(day, format="long", locale=_LOCALES[language])


_ISO = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_BRITISH = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?\W+(?:of\W+|o\W+)?([^\W\d_]{3,})\W+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\W+(\d{1,2})(?:st|nd|rd|th)?\W+(\d{4})")


def meant_date(words: str) -> date | None:
    """The day that somebody means who writes `words`; None where it is none, or may be more than one.

    The year first, or the day first as in Britain, or the month in words of either language, whole or cut short.
    """
    words = words.strip().lower()
    if found := _ISO.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _BRITISH.fullmatch(words):
        day, month, year = map(int, found.groups())
    elif found := _IN_WORDS.fullmatch(words):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := _MONTH_FIRST.fullmatch(words):
        month, day, year = _month(found[1]), int(found[2]), int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of the month that begins with `name`, also mutated (*o Fai*); 0 where none or several do."""
    meant = {
        month
        for locale in _LOCALES.values()
        for month, whole in get_month_names(locale=locale).items()
        for form in (whole.lower(), *mutations(whole.lower()))
        if form.startswith(name)
    }
    return meant.pop() if len(meant) == 1 else 0
