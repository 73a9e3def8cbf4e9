"""The check of words in dictionaries, for the command that is asked for it."""

from __future__ import annotations

from dataclasses import replace

from canllaw.build import Build
from canllaw.checking.dictionaries import FOLDER, dictionaries
from canllaw.content.files import DATA_FOLDER
from canllaw.content.spelling import WORD_LIST, misspelt, word_list
from canllaw.content.text_file import read_text


def with_spelling(found: Build, prefix: str) -> Build:
    """`found` with advice about words that no dictionary and no list of the project has. Raises NoDictionariesError."""
    both = dictionaries(found.docs.absolute().parent / FOLDER)
    path = found.docs / DATA_FOLDER / WORD_LIST
    text, problems = read_text(path, f"{prefix}/{DATA_FOLDER}/{WORD_LIST}") if path.exists() else ("", [])
    advice = misspelt(found.library, found.vocabulary, word_list(text), both, prefix)
    return replace(found, found=(*found.found, *problems, *advice))
