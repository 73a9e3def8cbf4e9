"""The words in a diagram, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from canllaw.content.schema import Strict
from canllaw.language import Language, other

MOST_LETTERS = 300
"""How long a label may be: what is longer belongs into the text."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_LETTERS)]


@dataclass(frozen=True)
class Label:
    """Words as they are drawn, and the language that they are in."""

    text: str
    language: Language


class Texts(Strict):
    """The same words in both languages; one of them may be missing where the guide is in one language only."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"en": "words", "cy": "geiriau"}]})

    en: Words | None = Field(default=None, examples=["words"])
    cy: Words | None = Field(default=None, examples=["geiriau"])

    def label(self, language: Language) -> Label:
        """The words in `language`, or in the other one where they are missing."""
        own, twin = getattr(self, language), getattr(self, other(language))
        return Label(own, language) if own else Label(twin or "", other(language))
