"""All that is wrong, for a terminal: file by file, each with its line of text; and the same as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from canllaw.content.text_file import read_text
from canllaw.language import LANGUAGES, Language
from canllaw.problems import Problem, sentence, visible

#: The version of the form of the JSON: a new number means that something has another name or meaning.
JSON_VERSION = 1

_ADVICE = {"en": "advice", "cy": "cyngor"}
_LEAST_WIDTH = 40
# What is most likely to stand in the line as it is named, the likeliest first.
_FOUND_BY = (
    "text",
    "target",
    "value",
    "file",
    "name",
    "word",
    "anchor",
    "kind",
    "field",
    "tag",
    "label",
    "marks",
    "alt",
)
_NO_WORDS = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf"})


def as_text(found: Iterable[Problem], root: Path, languages: Sequence[Language] = LANGUAGES, width: int = 100) -> str:
    """All `found`, for a terminal that is `width` characters wide; their paths are relative to `root`.

    Files in order; below each, by line: where it is, the line itself with the place marked, what is wrong, and the fix.
    """
    parts: list[str] = []
    for path, in_file in groupby(sorted(found), key=lambda problem: problem.path):
        lines = _lines(root / path)
        parts += [visible(path), ""]
        for problem in in_file:
            parts += _one(problem, lines, languages, max(width, _LEAST_WIDTH))
        parts.append("")
    return "\n".join(parts)


def _one(problem: Problem, lines: list[str], languages: Sequence[Language], width: int) -> list[str]:
    is_advice = problem.severity == "advice"
    mark = f"  ({', '.join(_ADVICE[language] for language in languages)})" if is_advice else ""
    told = [f"  {problem.line}  [{problem.code}]{mark}"]
    # The fences of front matter show nothing to anyone.
    if 0 < problem.line <= len(lines) and lines[problem.line - 1].strip(" -"):
        told += excerpt(problem, lines[problem.line - 1], width)
    for language in languages:
        told += [f"    {problem.message(language)}", f"    → {problem.fix(language)}"]
    return [*told, ""]


def excerpt(problem: Problem, line: str, width: int) -> list[str]:
    """The line of text that `problem` is about, as much of it as fits, and carets below what is meant.

    The second line is there only if it is clear what to point at.
    """
    margin = f"    {problem.line} | "
    room = width - len(margin)
    start, length = _place(problem, line)
    # The end of a long line is cut off; if the place is beyond, so is the beginning.
    first = 0 if start + length + 2 <= room else max(0, min(start - room // 3, len(line) - room + 1))
    shown = visible(("…" if first else "") + line[first : first + room + 1])
    if len(shown) > room:
        shown = f"{shown[: room - 1]}…"
    told = [f"{margin}{shown}".rstrip()]
    if length:
        before = shown[: start - first + (1 if first else 0)]
        carets = min(length, room - len(before))
        told.append(" " * (len(margin) - 2) + "| " + " " * _columns(before) + "^" * max(carets, 1))
    return told


def _place(problem: Problem, line: str) -> tuple[int, int]:
    """Where in `line` that stands which is wrong, and how long it is; (0, 0) if nobody can tell."""
    names = ("field", *_FOUND_BY) if problem.code.startswith(("field-unknown", "field-twice")) else _FOUND_BY
    for name in names:
        value = problem.values.get(name)
        if isinstance(value, str) and value.strip() and (place := line.find(value)) >= 0:
            return place, len(value)
    return 0, 0


def _columns(text: str) -> int:
    """How many columns of a terminal `text` takes: wide characters take two, accents on their own none."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _lines(path: Path) -> list[str]:
    """The lines of a text file, as Problems count them; none of what is no text."""
    if path.suffix.lower() in _NO_WORDS - {".svg"}:
        return []
    text, problems = read_text(path, "")
    return [] if problems else text.split("\n")


def as_json(found: Iterable[Problem], mended: Mapping[str, Mapping[str, int]] | None = None) -> str:
    """All `found` as JSON, in both languages; the form is described in the README and has a version."""
    problems = sorted(found)
    return json.dumps(
        {
            "version": JSON_VERSION,
            "counts": {
                severity: sum(problem.severity == severity for problem in problems)
                for severity in ("problem", "advice")
            },
            "problems": [
                {
                    "path": problem.path,
                    "line": problem.line,
                    "code": problem.code,
                    "severity": problem.severity,
                    "message": {language: problem.message(language) for language in LANGUAGES},
                    "fix": {language: problem.fix(language) for language in LANGUAGES},
                }
                for problem in problems
            ],
            **({} if mended is None else {"mended": mended}),
        },
        ensure_ascii=False,
        indent=2,
    )


def totals(found: Sequence[Problem], languages: tuple[Language, ...] = LANGUAGES) -> str:
    """How many there are of each severity, a line a language for each."""
    advice = sum(problem.severity == "advice" for problem in found)
    wrong = len(found) - advice
    parts = [sentence("found", languages, n=wrong) if wrong else sentence("none", languages)]
    if advice:
        parts.append(sentence("advised", languages, n=advice))
    return "\n".join(parts)
