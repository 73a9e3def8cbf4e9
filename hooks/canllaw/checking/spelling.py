"""The check of words in dictionaries, for the command that is asked for it."""

from __future__ import annotations

from dataclasses import replace

from canllaw.build import Build
from canllaw.checking.dictionaries import FOLDER, dictionaries
from canllaw.content.spelling import misspelt


def with_spelling(found: Build, prefix: str) -> Build:
    """`found` with advice about words that no dictionary and no list of the project has. Raises NoDictionariesError."""
    both = dictionaries(found.docs.absolute().parent / FOLDER)
    advice = misspelt(found.library, found.vocabulary, found.own_words, both, prefix)
    return replace(found, found=(*found.found, *advice))
