"""What GitHub Actions is told: annotations beside the lines of a proposed change, and a summary of the run as a table.

Workflow commands and their escapes: GitHub's "Workflow commands" and the `command.ts` of its toolkit. Tables: GitHub
Flavored Markdown. A run shows ten annotations of each severity a step, and drops the rest without a word.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from canllaw.language import LANGUAGES, Language
from canllaw.problems import Problem, Severity, as_github_annotations, sentence, visible

MOST_ANNOTATIONS = 10
#: A summary of more than 1 MiB is refused as a whole.
MOST_ROWS = 500

_HEADINGS: dict[Language, tuple[str, str, str, str]] = {
    "en": ("Check of the guides", "Place", "What is wrong", "What to write"),
    "cy": ("Gwirio'r canllawiau", "Lle", "Beth sydd o'i le", "Beth i'w ysgrifennu"),
}
_SEVERITIES: dict[Severity, str] = {"problem": "", "advice": "💡 "}
# All that could be a sign of Markdown, HTML, a mention, an emoji or a link (GFM 6.1 lets any of them be escaped).
_SIGN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~@&:$^=/])")


def beside_lines(found: Iterable[Problem], languages: tuple[Language, ...] = LANGUAGES) -> str:
    """As many of `found` as GitHub shows, the errors first."""
    return "\n".join(as_github_annotations(some, languages) for some in _shown(found) if some)


def not_shown(found: Sequence[Problem]) -> int:
    """How many of `found` GitHub would show nothing of."""
    return len(found) - sum(len(some) for some in _shown(found))


def _shown(found: Iterable[Problem]) -> Iterator[list[Problem]]:
    by_severity = sorted(found, key=lambda problem: (problem.severity != "problem", problem))
    for _, some in groupby(by_severity, key=lambda problem: problem.severity):
        yield list(some)[:MOST_ANNOTATIONS]


def silent(text: str) -> str:
    """`text` for the log of a run, in which GitHub obeys no command, whatever an author wrote; the key is a secret."""
    key = secrets.token_hex(16)
    return f"::stop-commands::{key}\n{text}\n::{key}::"


def summary(found: Sequence[Problem], totals: str, languages: tuple[Language, ...] = LANGUAGES) -> str:
    """A table of all `found` for each of `languages`, in Markdown; `totals` is said above it, a line a language."""
    rest = not_shown(found)
    parts: list[str] = []
    said = totals.split("\n")
    for index, language in enumerate(languages):
        title, *columns = _HEADINGS[language]
        parts += [f"## {title}", "", *(f"{line}  " for line in said[index :: len(languages)]), ""]
        if rest:
            parts += [sentence("more-than-shown", (language,), shown=len(found) - rest, n=rest), ""]
        if found:
            parts += [f"| {' | '.join(columns)} |", "| --- | --- | --- |", *_rows(found, language), ""]
        if len(found) > MOST_ROWS:
            parts += [sentence("more-than-listed", (language,), n=len(found) - MOST_ROWS), ""]
    return "\n".join(parts)


def _rows(found: Iterable[Problem], language: Language) -> Iterator[str]:
    for problem in sorted(found)[:MOST_ROWS]:
        cells = (f"{problem.path}:{problem.line}", problem.message(language), problem.fix(language))
        place, message, fix = (plain(cell) for cell in cells)
        yield f"| {_SEVERITIES[problem.severity]}{place} | {message} | {fix} |"


def plain(text: str) -> str:
    """`text` as Markdown that shows it as it is, on one line."""
    return _SIGN.sub(r"\\\1", visible(text))
