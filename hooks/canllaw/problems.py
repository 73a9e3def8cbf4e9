"""Authors' mistakes as data: where, what is wrong, and what to write instead, in both languages.

A check returns Problems and raises nothing. The words stand in `problems.yml` beside this file, one entry a code.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from canllaw.language import LANGUAGES, Language

Severity = Literal["problem", "advice"]


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file.

    `path` is relative to the project's root, with `/`; `line` counts from 1 (1 also stands for the whole file);
    `code` is a key of `problems.yml`; `values` fill the places in its sentences.
    """

    path: str
    line: int
    code: str
    values: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def severity(self) -> Severity:
        """Whether it has to be mended, or may be right: no check and no build fails for advice."""
        severity: Severity = _sentences()[self.code].get("severity", "problem")
        return severity

    def message(self, language: Language) -> str:
        """What is wrong, as one sentence in `language`."""
        return self._sentence(language, "message")

    def fix(self, language: Language) -> str:
        """What to write instead, as one sentence in `language`."""
        return self._sentence(language, "fix")

    def _sentence(self, language: Language, part: str) -> str:
        values = {
            name: visible(value[language] if isinstance(value, Mapping) else value)
            for name, value in self.values.items()
        }
        sentence: str = _sentences()[self.code][language][part]
        return sentence.format_map(values).strip()


def visible(value: object) -> str:
    """`value` on one line, without characters that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in str(value))


@cache
def _sentences() -> dict[str, dict[str, Any]]:
    text = files("canllaw").joinpath("problems.yml").read_text(encoding="utf-8")
    # The reader in C, where there is one: `canllaw check` waits for this.
    sentences: dict[str, dict[str, Any]] = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return sentences


@dataclass(frozen=True)
class Explained:
    """What a Problem of one code says in one language, with … for what differs from one to the next."""

    code: str
    severity: Severity
    message: str
    fix: str


class _Places(dict[str, str]):
    """Gives … for whatever place there is."""

    def __missing__(self, name: str) -> str:
        return "…"


def explained(language: Language) -> list[Explained]:
    """Every Problem of authors, by its code, as the handbook tells of it."""
    return [
        Explained(
            code,
            words.get("severity", "problem"),
            *(words[language][part].format_map(_Places()).strip() for part in ("message", "fix")),
        )
        for code, words in sorted(_sentences().items())
        if "fix" in words[language]
    ]


def guess(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most likely stands for, or None if none comes near."""
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def report(problems: Iterable[Problem], *, on_github: bool = False) -> str:
    """All `problems` in both languages, for a terminal or for the annotations of a pull request."""
    return as_github_annotations(problems) if on_github else as_text(problems)


def sentence(code: str, languages: tuple[Language, ...] = LANGUAGES, **values: object) -> str:
    """What is said about all problems together ("found", "not-built", "none"), one line a language."""
    return "\n".join(_sentences()[code][language]["message"].format_map(values) for language in languages)


def as_text(problems: Iterable[Problem], languages: tuple[Language, ...] = LANGUAGES) -> str:
    """All `problems`, sorted by file and line, for a terminal: what is wrong and the fix in each of `languages`."""
    lines: list[str] = []
    for problem in sorted(problems):
        lines.append(f"{problem.path}:{problem.line}  [{problem.code}]")
        for language in languages:
            lines.append(f"    {problem.message(language)}")
            lines.append(f"    → {problem.fix(language)}")
        lines.append("")
    return "\n".join(lines)


def as_github_annotations(problems: Iterable[Problem], languages: tuple[Language, ...] = LANGUAGES) -> str:
    """All `problems` as GitHub Actions workflow commands, escaped by that format's rules (`%`, CR, LF; `,` and `:`)."""
    lines = []
    kinds = {"problem": "error", "advice": "notice"}
    for problem in sorted(problems):
        body = "\n".join(f"{problem.message(language)} → {problem.fix(language)}" for language in languages)
        place = f"file={_escape_property(problem.path)},line={problem.line},title={_escape_property(problem.code)}"
        lines.append(f"::{kinds[problem.severity]} {place}::{_escape_data(body)}")
    return "\n".join(lines)


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
