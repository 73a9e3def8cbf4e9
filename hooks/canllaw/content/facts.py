"""The facts of a guide, stated once: brought together from its editions, which must not contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import BaseModel

from canllaw.content.schema import PageFields, is_shared
from canllaw.content.yaml_file import YamlFile
from canllaw.problems import Problem

Place = tuple[str, ...]


def merge_facts(
    editions: Iterable[tuple[PageFields, YamlFile]], schema: type[PageFields]
) -> tuple[PageFields, list[Problem]]:
    """The shared fields that the editions of one page state together, and a Problem for each on which they disagree."""
    facts: dict[Place, tuple[Any, YamlFile]] = {}
    problems = []
    for fields, source in editions:
        for place, value in _shared(fields).items():
            stated, elsewhere = facts.setdefault(place, (value, source))
            if stated != value:
                values: dict[str, object] = {"field": ".".join(place), "here": _shown(value), "there": _shown(stated)}
                values |= {"file": elsewhere.name, "line": elsewhere.line(*place)}
                problems.append(Problem(source.name, source.line(*place), "facts-disagree", values))
    return schema.model_validate(_nested({place: value for place, (value, _) in facts.items()})), problems


def _shared(fields: BaseModel) -> dict[Place, Any]:
    found: dict[Place, Any] = {}
    for name in fields.model_fields_set:
        value = getattr(fields, name)
        if is_shared(type(fields).model_fields[name]):
            found |= (
                {(name, key): inner for key, inner in value.items()} if isinstance(value, dict) else {(name,): value}
            )
        elif isinstance(value, BaseModel):
            found |= {(name, *place): inner for place, inner in _shared(value).items()}
    return found


def _nested(facts: dict[Place, Any]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for place, value in facts.items():
        inner = nested
        for name in place[:-1]:
            inner = inner.setdefault(name, {})
        inner[place[-1]] = value
    return nested


def _shown(value: Any) -> str:
    if isinstance(value, BaseModel):
        value = value.model_dump(exclude_none=True).values()
    return str(value) if isinstance(value, str | date) else ", ".join(map(str, value))
