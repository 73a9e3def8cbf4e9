"""The files of diagrams."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.diagrams.kinds import KINDS
from canllaw.diagrams.reading import mistakes_in, read_diagrams
from canllaw.language import LANGUAGES

_STEPS = """kind: steps
title: {en: Steps, cy: Camau}
summary: {en: In a row., cy: Yn olynol.}
steps:
  - label: {en: One, cy: Un}
  - label: {en: Two}
"""


def test_diagram_knows_its_page_and_its_name(tmp_path: Path) -> None:
    """A diagram belongs to the page in its folder; those of hidden folders and of the data are none."""
    for name in ("guides/a/models.diagram.yml", "home.diagram.yml", ".git/x.diagram.yml", "_data/x.diagram.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(_STEPS, encoding="utf-8")
    diagrams, problems = read_diagrams(tmp_path, "docs")
    assert problems == []
    assert {path: (one.folder, one.name) for path, one in diagrams.items()} == {
        "guides/a/models.diagram.yml": ("guides/a", "models"),
        "home.diagram.yml": ("", "home"),
    }


@pytest.mark.parametrize(
    ("languages", "missing"), [(("en", "cy"), [6]), (("en",), []), (("cy",), [6]), ((), [])], ids=str
)
def test_both_languages_are_wanted_where_the_page_has_both(
    tmp_path: Path, languages: tuple[str, ...], missing: list[int]
) -> None:
    """A label that lacks a language of its page is a mistake, on its line; else the other one stands in."""
    (tmp_path / "a.diagram.yml").write_text(_STEPS, encoding="utf-8")
    diagrams, _ = read_diagrams(tmp_path, "docs")
    (diagram,) = diagrams.values()
    found = list(mistakes_in(diagram, [language for language in LANGUAGES if language in languages]))
    assert [(problem.line, problem.code) for problem in found] == [(line, "label-missing") for line in missing]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_example(tmp_path: Path, kind: str) -> None:
    """The handbook has an example of each kind, in order in both languages."""
    shutil.copy(PROJECT / f"docs/handbook/diagrams/{kind}.diagram.yml", tmp_path)
    diagrams, problems = read_diagrams(tmp_path, "docs")
    assert problems == []
    (diagram,) = diagrams.values()
    assert isinstance(diagram.spec, KINDS[kind])
    assert list(mistakes_in(diagram, LANGUAGES)) == []
