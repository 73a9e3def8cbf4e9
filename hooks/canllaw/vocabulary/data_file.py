"""The files in `docs/_data/`: what editors own and no reader visits."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from canllaw.content.data_prose import mistakes_in_data
from canllaw.content.schema import Strict, Text, validate
from canllaw.content.yaml_file import YamlFile, read_yaml
from canllaw.problems import Problem

Record = TypeVar("Record", bound=BaseModel)
Side = TypeVar("Side")


class InBoth(Strict, Generic[Side]):
    """The same thing in both languages."""

    en: Side
    cy: Side

    def __getitem__(self, language: str) -> Side:
        side: Side = getattr(self, language)
        return side


BothTexts = InBoth[Text]


def read_data(path: Path, name: str, schema: type[Record]) -> tuple[Record | None, YamlFile, list[Problem]]:
    """The record in the file at `path` (None if it cannot be made), with its lines, and what is wrong with it."""
    source, problems = read_yaml(path, name)
    if problems and not source.mapping:
        return None, source, problems
    record, mistakes = validate(source, schema)
    return record, source, [*problems, *mistakes, *mistakes_in_data(source)]
