"""What one build knows. `current` and `preview` are the only names in this package that change, and only here."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from canllaw.content.checks import Checker
from canllaw.content.files import DATA_FOLDER, DIAGRAM_SUFFIX
from canllaw.content.library import Library, read_library
from canllaw.diagrams.reading import Diagram, read_diagrams
from canllaw.language.words import Words, read_words
from canllaw.problems import Problem
from canllaw.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True)
class Build:
    """Everything read from the `docs` folder, once, and all that is to be told of it. `started` is in seconds."""

    docs: Path
    library: Library
    vocabulary: Vocabulary
    words: Words
    diagrams: Mapping[str, Diagram]
    found: tuple[Problem, ...]
    started: float
    preview: bool = False

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, for which a build fails; what is advice is in `found` alone."""
        return tuple(problem for problem in self.found if problem.severity == "problem")

    @property
    def can_be_shown(self) -> bool:
        """Whether every page is there, though a diagram may have mistakes: a preview says so in the diagram's place."""
        return all(problem.path.endswith(DIAGRAM_SUFFIX) for problem in self.problems)

    def problems_of(self, path: str) -> tuple[Problem, ...]:
        """What is wrong in the file at `path` below the folder of the guides, by line."""
        return tuple(sorted(problem for problem in self.problems if problem.path == f"{self.docs.name}/{path}"))


def read(docs: Path, prefix: str | None = None) -> Build:
    """Everything in the folder `docs`, and all that is wrong with it; nothing is raised for what authors wrote.

    `prefix` is what Problems call the folder, if not by its name.
    """
    started, prefix = time.monotonic(), docs.name if prefix is None else prefix
    library, problems = read_library(docs, prefix)
    vocabulary, vocabulary_problems = read_vocabulary(docs / DATA_FOLDER, f"{prefix}/{DATA_FOLDER}")
    words, words_problems = read_words(docs / DATA_FOLDER / "interface.yml", f"{prefix}/{DATA_FOLDER}/interface.yml")
    diagrams, diagram_problems = read_diagrams(docs, prefix)
    found = Checker(library, vocabulary, diagrams, docs, prefix).problems()
    problems = [*problems, *vocabulary_problems, *words_problems, *diagram_problems, *found]
    return Build(docs, library, vocabulary, words, diagrams, tuple(problems), started)


current: Build | None = None
preview = False


def begin(*, preview_only: bool) -> None:
    """Say what kind of run this is: a preview goes on with the last good guides where the new ones have mistakes."""
    global preview  # noqa: PLW0603  (see the top of this file)
    preview = preview_only


def start(docs: Path) -> Build:
    """Read `docs` afresh and make it the current build, unless a preview has something better to show; return it."""
    global current  # noqa: PLW0603  (see the top of this file)
    fresh = replace(read(docs), preview=preview)
    goes_on = preview and not fresh.can_be_shown
    current = replace(current, started=fresh.started) if current and goes_on else fresh
    return fresh
