"""What can be wrong with the words in a data file, whatever they are for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from canllaw.content.mending import straight_apostrophes
from canllaw.content.yaml_file import Place, YamlFile
from canllaw.problems import Problem


def mistakes_in_data(source: YamlFile) -> Iterator[Problem]:
    """Straight apostrophes in Welsh words: told once a file, because one who types them types them all the way."""
    found = [
        (source.line(*place), word) for place, text in _welsh(source.mapping) for word in straight_apostrophes(text)
    ]
    if found:
        line, word = found[0]
        yield Problem(source.name, line, "apostrophe-straight-data", {"n": len(found), "text": word})


def _welsh(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Each text below a field `cy`, in reading order."""
    if isinstance(value, str):
        if "cy" in place and "'" in value:
            yield place, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _welsh(inner, (*place, key))
