"""Cases: each file in `tests/cases/` holds what authors write and all that they read about it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from canllaw import build, problems
from cases import Case, all_cases, lay_out

CASES = all_cases()
# What is said of these, which depend on the computer or the day, is in site/test_site_pdf.py, content/test_spelling.py
# and checking/test_due.py.
_OF_THE_COMPUTER = {"pdf-no-weasyprint", "pdf-no-pango", "word-misspelt", "word-misspelt-guess", "review-due"}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case, tmp_path: Path) -> None:
    """All that is wrong is said whole, in both languages, and what is harmless is read as it was meant."""
    found = build.read(lay_out(case.files, tmp_path / "docs"))
    assert problems.as_text(found.found) == case.expected
    assert {name: found.library.by_path[name][1].title for name in case.titles} == case.titles


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_refusals_are_named_so(case: Case) -> None:
    """A case is called `-nope` if, and only if, something is wrong in it."""
    assert case.name.endswith("-nope") == bool(case.expected)


def test_every_code_has_a_case() -> None:
    """Each Problem of authors stands in some case; sentences about all of them have no fix."""
    sentences = yaml.safe_load(files("canllaw").joinpath("problems.yml").read_text(encoding="utf-8"))
    codes = {code for code, words in sentences.items() if "fix" in words["en"]} - _OF_THE_COMPUTER
    shown = {code for case in CASES for code in re.findall(r"^\S+:\d+  \[([\w-]+)\]$", case.expected, re.MULTILINE)}
    assert codes - shown == set()
    assert shown - codes == set()


def test_several_mistakes_come_in_one_run() -> None:
    """One run tells of mistakes in many files at once, sorted by file and line."""
    several = next(case for case in CASES if case.name == "several-nope")
    places = re.findall(r"^(\S+):(\d+)  \[", several.expected, re.MULTILINE)
    assert len({path for path, _ in places}) > 4
    assert places == sorted(places, key=lambda place: (place[0], int(place[1])))
