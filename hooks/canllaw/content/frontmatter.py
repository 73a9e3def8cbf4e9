"""A Markdown file taken apart: the facts at its top, between two lines of `---`, and the text below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from canllaw.content.text_file import decode
from canllaw.content.yaml_file import YamlFile, parse_yaml
from canllaw.language import Language
from canllaw.problems import Problem

_FENCE = "---"
# What texts may hold, at most: a guide that has more is several.
_MOST: Mapping[re.Pattern[str], tuple[dict[Language, str], int]] = {
    re.compile(r"^ {0,3}#", re.MULTILINE): ({"en": "headings", "cy": "o benawdau"}, 500),
    re.compile(r"\[\^"): ({"en": "notes", "cy": "o nodiadau"}, 500),
}


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
    if problems:
        return Source(YamlFile(name), "", 1), problems
    too_many = list(_too_many(source, name))
    return (replace(source, body="") if too_many else source), mistakes + too_many


def _too_many(source: Source, name: str) -> Iterator[Problem]:
    """What a text holds so much of that it would take very long to read, by people as by programs."""
    for sign, (what, most) in _MOST.items():
        places = [place.start() for place in sign.finditer(source.body)]
        if len(places) > most:
            line = source.body.count("\n", 0, places[most]) + source.body_line
            yield Problem(name, line, "too-many", {"n": len(places), "most": most, "what": what})


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
