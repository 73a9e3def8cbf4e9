"""A Markdown file taken apart: the facts at its top, between two lines of `---`, and the text below them."""

from __future__ import annotations

from dataclasses import dataclass

from canllaw.content.text_file import decode
from canllaw.content.yaml_file import YamlFile, parse_yaml
from canllaw.problems import Problem

_FENCE = "---"


@dataclass(frozen=True)
class Source:
    """One Markdown file: its front matter, its text, and the line on which the text begins."""

    front_matter: YamlFile
    body: str
    body_line: int


def read_source(data: bytes, name: str) -> tuple[Source, list[Problem]]:
    """A Markdown file that holds `data`, taken apart, and the Problems that prevent some of it from being read.

    What cannot be read is empty, so that the rest of the file, and links to it, are checked all the same.
    """
    text, problems = decode(data, name)
    source, mistakes = take_apart(text, name)
    return (Source(YamlFile(name), "", 1), problems) if problems else (source, mistakes)


def take_apart(text: str, name: str) -> tuple[Source, list[Problem]]:
    """The Markdown file `text` taken apart, and the Problems that prevent some of it from being read."""
    lines = text.split("\n")
    begins = lines[0].rstrip() == _FENCE
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None) if begins else None
    if end is None:
        missing = Problem(name, 1, "front-matter-open" if begins else "front-matter-missing")
        return Source(YamlFile(name), "" if begins else text, 1), [missing]
    front_matter, problems = parse_yaml("\n".join(lines[1:end]) + "\n", name, first_line=2)
    return Source(front_matter, "\n".join(lines[end + 1 :]), end + 2), problems
