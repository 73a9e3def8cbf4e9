"""The two languages, and what each of them needs: words, addresses, order and dates.

*Site language* is the language of a page's furniture, *text language* that of its prose; they differ where one edition
is missing.
"""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "cy"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
DEFAULT_LANGUAGE: Language = "en"

NATIVE_NAMES: dict[Language, str] = {"en": "English", "cy": "Cymraeg"}
"""What each language calls itself."""
NAMES: dict[Language, dict[Language, str]] = {
    "en": {"en": "English", "cy": "Saesneg"},
    "cy": {"en": "Welsh", "cy": "Cymraeg"},
}
"""What each language is called in both."""
IN_LANGUAGE: dict[Language, dict[Language, str]] = {
    "en": {"en": "in English", "cy": "yn Saesneg"},
    "cy": {"en": "in Welsh", "cy": "yn Gymraeg"},
}
"""How both say that something is in a language: *yn* softens the first letter in Welsh."""


def other(language: Language) -> Language:
    """The language that is not `language`."""
    return "cy" if language == "en" else "en"
