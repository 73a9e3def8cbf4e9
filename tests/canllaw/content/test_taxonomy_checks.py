"""Labels that are one word, and labels that are two."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.build import read
from canllaw.language import Language
from cases import BASE, lay_out


@pytest.mark.parametrize(
    ("language", "here", "there"),
    [
        ("en", "Collaboration", "Collaborations"),
        ("en", "Problem-solving", "Problem solving"),
        ("en", "Collaboration", "Colaboration"),
        ("en", "Collaboration", "Collabroation"),
        ("cy", "Partneriaeth", "Partneriaethau"),
        ("cy", "Trwyddedau", "trwydded"),
        ("cy", "Tŷ hanesyddol", "Ty hanesyddol"),
    ],
)
def test_one_word(tmp_path: Path, language: Language, here: str, there: str) -> None:
    """Labels that differ by a regular plural, a hyphen, an accent or a slip of the keyboard are one word."""
    assert "concepts-alike" in _said(tmp_path, language, here, there)


@pytest.mark.parametrize(
    ("language", "here", "there"),
    [
        ("en", "Planning", "Planting"),
        ("en", "Volunteers", "Volunteering"),
        ("en", "Learning", "Earning"),
        ("en", "Art", "Arms"),
        ("cy", "Trwydded", "Trwyddedu"),
        ("cy", "Gwirfoddoli", "Gwirfoddolwyr"),
        ("cy", "Arloesi", "Arloesi agored"),
    ],
)
def test_two_words(tmp_path: Path, language: Language, here: str, there: str) -> None:
    """Labels that only look alike are two words, and nothing is said of them."""
    assert "concepts-alike" not in _said(tmp_path, language, here, there)


def _said(tmp_path: Path, language: Language, here: str, there: str) -> list[str]:
    text = str(BASE["_data/taxonomy.yml"])
    old = {"en": ("Heritage", "Sharing"), "cy": ("Treftadaeth", "Rhannu")}[language]
    for before, after in zip(old, (here, there), strict=True):
        text = text.replace(f"label: {before}", f"label: {after}")
    files = {**BASE, "_data/taxonomy.yml": text}
    return [problem.code for problem in read(lay_out(files, tmp_path / "docs")).problems]
