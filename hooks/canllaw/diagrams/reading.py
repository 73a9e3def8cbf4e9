"""The files of diagrams below `docs`, read, and all that is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel

from canllaw.content.files import DIAGRAM_SUFFIX, diagram_files
from canllaw.content.schema import validate
from canllaw.content.yaml_file import YamlFile, read_yaml
from canllaw.diagrams.kinds import KINDS
from canllaw.diagrams.labels import Texts
from canllaw.diagrams.spec import Spec
from canllaw.language import IN_LANGUAGE, LANGUAGES, Language
from canllaw.language.addresses import slugify
from canllaw.problems import Problem, guess

_TAG = re.compile(r"<[a-zA-Z/!?]")


@dataclass(frozen=True)
class Diagram:
    """One diagram; `path` is its file below `docs`."""

    path: str
    spec: Spec
    source: YamlFile

    @property
    def folder(self) -> str:
        """The folder that it stands in, which is the key of its page; "" for that of the home page."""
        parent = PurePosixPath(self.path).parent.as_posix()
        return "" if parent == "." else parent

    @property
    def name(self) -> str:
        """What it is called: `models` for `models.diagram.yml`."""
        return PurePosixPath(self.path).name.removesuffix(DIAGRAM_SUFFIX)


def read_diagrams(docs: Path, prefix: str) -> tuple[dict[str, Diagram], list[Problem]]:
    """Each diagram below `docs` that can be drawn, by its path, and the Problems of all, which call `docs` `prefix`."""
    diagrams: dict[str, Diagram] = {}
    problems: list[Problem] = []
    for path in diagram_files(docs):
        source, found = read_yaml(docs / path, f"{prefix}/{path}")
        spec = None
        if source.mapping or not found:
            spec, wrong = _spec(source)
            found = [*found, *wrong]
        name = PurePosixPath(path).name.removesuffix(DIAGRAM_SUFFIX)
        if name != slugify(name):
            found = [
                Problem(source.name, 1, "diagram-name", {"name": name, "guess": slugify(name) or "models"}),
                *found,
            ]
        problems += found
        if spec and not found:
            diagrams[path] = Diagram(path, spec, source)
    return diagrams, problems


def _spec(source: YamlFile) -> tuple[Spec | None, list[Problem]]:
    kind = source.mapping.get("kind")
    schema = KINDS.get(kind) if isinstance(kind, str) else None
    if schema is None:
        values = {
            "kind": "–" if kind is None else str(kind),
            "kinds": ", ".join(KINDS),
            "guess": guess(str(kind), KINDS),
        }
        code = "diagram-kind-missing" if kind is None else "diagram-kind-guess" if values["guess"] else "diagram-kind"
        return None, [Problem(source.name, source.line("kind"), code, values)]
    return validate(source, schema)


def mistakes_in(diagram: Diagram, languages: Collection[Language]) -> Iterator[Problem]:
    """What is wrong with a diagram that can be read, on a page that is in `languages`."""
    for place, texts in _texts(diagram.spec):
        field = ".".join(part for part in place if isinstance(part, str))
        for language in LANGUAGES:
            words = getattr(texts, language)
            line = diagram.source.line(*place, language)
            if words is None and (language in languages or not texts.label(language).text):
                missing = {"field": field, "language": IN_LANGUAGE[language]}
                yield Problem(diagram.source.name, line, "label-missing", missing)
            elif words and _TAG.search(words):
                yield Problem(diagram.source.name, line, "label-markup", {"field": field})
            elif words and not any(map(str.isprintable, words)):
                yield Problem(diagram.source.name, line, "label-unprinted", {"field": field})
    for place, code, values in diagram.spec.mistakes():
        yield Problem(diagram.source.name, diagram.source.line(*place), code, values)


def _texts(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Texts]]:
    """Each label in a specification, with where it stands in the file."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, Texts):
        yield place, value
    elif isinstance(value, BaseModel):
        inner = [(info.alias or name, getattr(value, name)) for name, info in type(value).model_fields.items()]
    elif isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list | tuple):
        inner = list(enumerate(value))
    for name, part in inner:
        yield from _texts(part, (*place, name))
