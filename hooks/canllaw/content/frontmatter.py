"""A Markdown file taken apart: the facts at its top, between two lines of `---`, and the text below them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from canllaw.content.text_file import read_text
from canllaw.content.yaml_file import YamlFile, parse_yaml
from canllaw.problems import Problem

_FENCE = "---"


@dataclass(frozen=True)
class Source:
    """One Markdown file: its front matter, its text, and the line on which the text begins."""

    front_matter: YamlFile
    body: str
    body_line: int


def read_source(path: Path, name: str) -> tuple[Source | None, list[Problem]]:
    """The Markdown file at `path` taken apart, or None with the Problems that prevent it."""
    text, problems = read_text(path, name)
    if problems:
        return None, problems
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, [Problem(name, 1, "front-matter-missing")]
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return None, [Problem(name, 1, "front-matter-open")]
    front_matter, problems = parse_yaml("\n".join(lines[1:end]) + "\n", name, first_line=2)
    if problems:
        return None, problems
    return Source(front_matter, "\n".join(lines[end + 1 :]), end + 2), []
