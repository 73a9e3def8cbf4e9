"""What one build knows. `current` is the only name in this package that changes, and only `start` changes it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from canllaw.content.checks import Checker
from canllaw.content.library import DATA_FOLDER, Library, read_library
from canllaw.language.words import Words, read_words
from canllaw.problems import Problem
from canllaw.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True)
class Build:
    """Everything read from the `docs` folder, once, and all that is wrong with it. `started` is in seconds."""

    docs: Path
    library: Library
    vocabulary: Vocabulary
    words: Words
    problems: tuple[Problem, ...]
    started: float = field(default_factory=time.monotonic)

    @property
    def data(self) -> Path:
        """The folder of the data files."""
        return self.docs / DATA_FOLDER


def read(docs: Path) -> Build:
    """Everything in the folder `docs`, and all that is wrong with it; nothing is raised for what authors wrote."""
    prefix = docs.name
    library, problems = read_library(docs, prefix)
    vocabulary, vocabulary_problems = read_vocabulary(docs / DATA_FOLDER, f"{prefix}/{DATA_FOLDER}")
    words, words_problems = read_words(docs / DATA_FOLDER / "interface.yml", f"{prefix}/{DATA_FOLDER}/interface.yml")
    found = Checker(library, vocabulary, docs, prefix).problems()
    return Build(docs, library, vocabulary, words, (*problems, *vocabulary_problems, *words_problems, *found))


current: Build


def start(docs: Path) -> Build:
    """Read `docs` afresh and make it the current build."""
    global current  # noqa: PLW0603  (the one place where this package remembers anything)
    current = read(docs)
    return current
