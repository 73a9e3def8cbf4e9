"""The mutations of Welsh, forwards and back."""

from __future__ import annotations

import pytest

from canllaw.search.mutation import mutations, radicals

_RADICAL_TO_MUTATED = [
    ("pont", ["bont", "mhont", "phont"]),
    ("treftadaeth", ["dreftadaeth", "nhreftadaeth", "threftadaeth"]),
    ("caerdydd", ["gaerdydd", "nghaerdydd", "chaerdydd"]),
    ("bangor", ["fangor", "mangor"]),
    ("dinbych", ["ddinbych", "ninbych"]),
    ("gwynedd", ["wynedd", "ngwynedd"]),
    ("glas", ["las", "nglas"]),
    ("mynwy", ["fynwy"]),
    ("llanelli", ["lanelli"]),
    ("rhuthun", ["ruthun"]),
    ("amgueddfa", ["hamgueddfa"]),
    ("ŵyl", ["hŵyl"]),
    ("ysgol", ["hysgol"]),
]


@pytest.mark.parametrize(("radical", "mutated"), _RADICAL_TO_MUTATED)
def test_radical_gives_its_mutations(radical: str, mutated: list[str]) -> None:
    """A radical has the soft, nasal and aspirate forms of the grammar, and an h before a vowel."""
    assert mutations(radical) == mutated


@pytest.mark.parametrize(("radical", "mutated"), _RADICAL_TO_MUTATED)
def test_every_mutation_is_undone(radical: str, mutated: list[str]) -> None:
    """From each mutated form the radical is among what it may have been."""
    for form in mutated:
        assert radical in radicals(form), form


@pytest.mark.parametrize("word", ["ffenestr", "sefydliad", "jam", "hanes", "chwaraeon", "thema", "zinc", "5g", "𝒳", ""])
def test_some_initials_never_mutate(word: str) -> None:
    """Of words that begin with another letter, or with two characters that are one letter, there are no mutations."""
    assert mutations(word) == []


@pytest.mark.parametrize(
    ("word", "before"),
    [
        ("fara", ["bara", "mara"]),
        ("ardd", ["gardd"]),
        ("ŵyl", ["gŵyl"]),
        ("lyfr", ["llyfr", "glyfr"]),
        ("chwaer", ["cwaer"]),
        ("llyfr", []),
        ("ffordd", []),
        ("rhaglen", []),
        ("siop", []),
        ("hanes", ["anes"]),
        ("hwyl", ["wyl"]),
        ("hjalmar", []),
        ("", []),
    ],
)
def test_what_a_word_may_have_been(word: str, before: list[str]) -> None:
    """A first letter is read as a letter, not as a character, when it is undone."""
    assert radicals(word) == before


def test_nothing_is_left_of_a_lone_letter() -> None:
    """A lone g, which softens to nothing, gives no empty word."""
    assert "" not in mutations("g")
