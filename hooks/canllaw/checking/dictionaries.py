"""The dictionaries of both languages, for Hunspell: both are an optional extra, and nothing else needs them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from canllaw.content.spelling import Dictionary
from canllaw.language import Language

FOLDER = Path("bench/node_modules")
"""Where `make spelling` puts them, below the folder of a project."""
_NAMES: Mapping[Language, str] = {"en": "dictionary-en-gb", "cy": "dictionary-cy"}


class NoDictionariesError(Exception):
    """Hunspell or a dictionary is not on this computer."""


def dictionaries(folder: Path) -> dict[Language, Dictionary]:
    """The dictionaries in `folder`, one folder each, as npm has them. Raises NoDictionariesError."""
    try:
        hunspell = importlib.import_module("hunspell")
    except ImportError as error:
        raise NoDictionariesError from error
    if not all((folder / name / "index.dic").is_file() for name in _NAMES.values()):
        raise NoDictionariesError
    return {language: _dictionary(hunspell, folder / name) for language, name in _NAMES.items()}


def _dictionary(hunspell: Any, folder: Path) -> Dictionary:
    words = hunspell.Hunspell("index", hunspell_data_dir=str(folder))
    # Most words stand in many files, and to find what is like one takes a tenth of a second.
    return Dictionary(words.spell, cache(lambda word: list(words.suggest(word))))
