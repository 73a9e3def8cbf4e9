"""Diagrams on their way to the reader: drawn for a page, and as files to take away."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Callable
from dataclasses import astuple
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote, unquote

from canllaw import diagrams
from canllaw.build import Build
from canllaw.cache import kept
from canllaw.content.blocks import figure_anchor
from canllaw.content.library import Edition, Page
from canllaw.content.links import diagrams_shown, linked_path
from canllaw.diagrams.figure import Drawn, Shown, draw, not_drawn, picture
from canllaw.diagrams.labels import Label
from canllaw.diagrams.metrics import FONT
from canllaw.diagrams.reading import Diagram
from canllaw.language import Language


def drawn_in(build: Build, page: Page, edition: Edition, site_language: Language) -> dict[str, Drawn]:
    """Each diagram that the text of `edition` shows, by the target that the text names it with.

    In the place of one with mistakes, which only a preview comes to show, stands what is wrong with it.
    """
    wording = partial(_say, build, edition.language)
    drawn = {}
    for shown in edition.blocks.pictures:
        if not shown.is_diagram:
            continue
        path = linked_path(edition, unquote(shown.target))
        diagram, problems = build.diagrams.get(path), build.problems_of(path)
        if problems:
            drawn[shown.target] = not_drawn(shown.name, problems, edition.language, wording)
        elif diagram:
            here = build.library.address(page, site_language)
            file = quote(posixpath.relpath(place(diagram, edition.language), here or "."))
            number = edition.blocks.figures.index(shown) + 1
            drawn[shown.target] = _drawn(
                build, diagram, edition.language, Shown(figure_anchor(shown.name), number, file)
            )
    return drawn


def _drawn(build: Build, diagram: Diagram, language: Language, shown: Shown) -> Drawn:
    def make() -> str:
        return json.dumps(astuple(draw(diagram, language, partial(_say, build, language), shown)))

    (words, their_language), *markup = json.loads(_kept(build, diagram, language, str(shown), make))
    return Drawn(Label(words, their_language), *markup)


def place(diagram: Diagram, language: Language) -> str:
    """Where the file of a diagram stands, from the site's root: `guides/…/models.diagram.cy.svg`."""
    infix = "" if language == "en" else f".{language}"
    return posixpath.join(diagram.folder, f"{diagram.name}.diagram{infix}.svg")


def write(build: Build, site: Path) -> None:
    """Write each diagram below `site` as an SVG file, in each language that it is shown in."""
    for path, drawing in as_files(build).items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(drawing(), encoding="utf-8", newline="")


def as_files(build: Build) -> dict[str, Callable[[], str]]:
    """Each diagram as an SVG file, in each language that it is shown in, by where the file stands from the root."""
    shown = diagrams_shown(build.library)
    return {
        place(diagram, language): partial(_as_file, build, diagram, language)
        for diagram in build.diagrams.values()
        if not build.problems_of(diagram.path)
        for language in shown.get(diagram.path, ())
    }


def _as_file(build: Build, diagram: Diagram, language: Language) -> str:
    make = partial(picture, diagram, language, partial(_say, build, language))
    return _kept(build, diagram, language, "file", make)


def _say(build: Build, language: Language, key: str, **values: object) -> str:
    return build.words.say(key, language, **values)


def _kept(build: Build, diagram: Diagram, language: Language, what: str, make: Callable[[], str]) -> str:
    """What `make` gives, or gave in an earlier build for the same diagram, words of the interface, code and font."""
    stated = diagram.spec.model_dump_json()
    parts = (_code(), diagram.name, language, what, stated, json.dumps(build.words.entries))
    return kept(build.docs.parent, "\0".join(parts).encode(), lambda: make().encode()).decode()


@cache
def _code() -> str:
    """Names the code that draws, and the font that it measures."""
    digest = hashlib.sha256(FONT.read_bytes())
    for source in sorted(Path(diagrams.__file__).parent.rglob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()
