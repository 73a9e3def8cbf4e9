"""What one build knows. `current`, `preview` and `rendered` are all in this package that changes, and only here."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from canllaw.cache import Notes
from canllaw.code import code
from canllaw.content.checks import Checker
from canllaw.content.files import DATA_FOLDER, DIAGRAM_SUFFIX
from canllaw.content.library import Library, read_library
from canllaw.content.listings import with_listings
from canllaw.content.related import Relations
from canllaw.content.spelling import WORD_LIST, read_word_list
from canllaw.diagrams.reading import Diagram, read_diagrams
from canllaw.language.words import Words, read_words
from canllaw.problems import Problem
from canllaw.search.stems import stem
from canllaw.translation.freshness import Standing, read_standing
from canllaw.translation.parity import differences
from canllaw.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True, eq=False)
class Build:
    """Everything read from the `docs` folder, once, and all that is to be told of it. `started` is in seconds.

    `own_words` are right though no dictionary has them. `with_pdf`: each guide is to have a PDF, and a link to it;
    `from_disk`: the site is to be opened without a server. `made_with` is one word for the settings and templates.
    `notes` are what earlier builds found out.
    """

    docs: Path
    library: Library
    vocabulary: Vocabulary
    words: Words
    diagrams: Mapping[str, Diagram]
    standing: Standing
    found: tuple[Problem, ...]
    started: float
    own_words: frozenset[str] = frozenset()
    preview: bool = False
    with_pdf: bool = False
    from_disk: bool = False
    made_with: str = ""
    notes: Notes = field(default_factory=Notes)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, for which a build fails; what is advice is in `found` alone."""
        return tuple(problem for problem in self.found if problem.severity == "problem")

    @property
    def can_be_shown(self) -> bool:
        """Whether every page is there, though a diagram may have mistakes, or a text may not be finished.

        A preview says so in the diagram's place, and shows the sign where something is still to be written.
        """
        return all(
            problem.path.endswith(DIAGRAM_SUFFIX) or problem.code in ("field-unwritten", "text-unwritten")
            for problem in self.problems
        )

    @cached_property
    def relations(self) -> Relations:
        """Which guides are like which."""
        return Relations(self.library.guides, stem, self.notes.get)

    def problems_of(self, path: str) -> tuple[Problem, ...]:
        """What is wrong in the file at `path` below the folder of the guides, by line."""
        return tuple(sorted(problem for problem in self.problems if problem.path == f"{self.docs.name}/{path}"))


def read(docs: Path, prefix: str | None = None, *, notes: Notes | None = None) -> Build:
    """Everything in the folder `docs`, and all that is wrong with it; nothing is raised for what authors wrote.

    `prefix` is what Problems call the folder, if not by its name. `notes` are what earlier builds found out.
    """
    started, prefix, notes = time.monotonic(), docs.name if prefix is None else prefix, notes or Notes()
    library, problems = read_library(docs, prefix, notes.get)
    vocabulary, vocabulary_problems = read_vocabulary(docs / DATA_FOLDER, f"{prefix}/{DATA_FOLDER}", notes.get)
    library = with_listings(library, vocabulary.taxonomy)
    words, words_problems = read_words(docs / DATA_FOLDER / "interface.yml", f"{prefix}/{DATA_FOLDER}/interface.yml")
    own_words, list_problems = read_word_list(docs / DATA_FOLDER / WORD_LIST, f"{prefix}/{DATA_FOLDER}/{WORD_LIST}")
    diagrams, diagram_problems = read_diagrams(docs, prefix)
    standing = read_standing(library, docs)
    found = [
        *Checker(library, vocabulary, diagrams, docs, prefix).problems(),
        *differences(library, standing, vocabulary, prefix),
    ]
    problems = [*problems, *vocabulary_problems, *words_problems, *list_problems, *diagram_problems, *found]
    return Build(docs, library, vocabulary, words, diagrams, standing, tuple(problems), started, own_words, notes=notes)


current: Build | None = None
preview = False
rendered: dict[tuple[str, str], str] = {}
"""The text of each page as HTML, by the path of its source and the language of the site; kept while pages are made."""


def begin(*, preview_only: bool) -> None:
    """Say what kind of run this is: a preview goes on with the last good guides where the new ones have mistakes."""
    global preview  # noqa: PLW0603  (see the top of this file)
    preview = preview_only


def start(docs: Path, *, hindrances: Iterable[Problem] = (), **wanted: Any) -> Build:
    """Read `docs` afresh and make it the current build, unless a preview has something better to show; return it.

    `hindrances` are what else keeps the site from being built as it was asked for; `wanted` are fields of the build.
    """
    global current  # noqa: PLW0603  (see the top of this file)
    rendered.clear()
    found = read(docs, notes=current.notes if current and preview else Notes(docs.parent, f"notes {code()}"))
    fresh = replace(found, found=(*found.found, *hindrances), preview=preview, **wanted)
    goes_on = preview and not fresh.can_be_shown
    current = replace(current, started=fresh.started) if current and goes_on else fresh
    return fresh
