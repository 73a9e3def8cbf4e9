"""Sorting by the alphabet, and the letters of an index."""

from __future__ import annotations

import unicodedata

import pytest

from canllaw.language import Language
from canllaw.language.alphabet import first_letter, sort_key

ALPHABET = "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y".split()


def assert_order(words: list[str], language: Language = "cy") -> None:
    """Assert that `words` stand in the order of `language`, whatever order they come in."""
    backwards = words[::-1]
    assert sorted(backwards, key=lambda word: sort_key(word, language)) == words


def test_the_welsh_alphabet() -> None:
    """The 29 letters stand in the order of the alphabet, so that ch follows all of c, and ng follows g."""
    assert_order([f"{letter}a" for letter in ALPHABET])
    assert_order(
        ["cân", "cyw", "chwaer", "dŵr", "dyn", "ddoe", "gwynt", "ngofal", "haf", "lamp", "lwc", "llan", "llwy"]
    )


def test_the_english_alphabet() -> None:
    """In English two characters are two letters."""
    assert_order(["cat", "chat", "cot", "lady", "llama", "lot", "photo", "pink", "thing", "tin"], "en")


def test_letters_inside_words() -> None:
    """Digraphs count as one letter wherever they stand in a word."""
    assert_order(["acen", "achos", "addas", "aelod", "angen", "ail", "allan", "amlwg"])


@pytest.mark.parametrize(
    "words",
    [
        ["Bagillt", "Bancffosfelen", "Bangor", "Banwy", "Bwlch"],
        ["dall", "damwain", "dangos", "dannedd"],
        ["Llanfair", "Llangefni", "Llangollen", "Llanidloes"],
        ["llon", "llongyfarch", "llonni"],
        ["parch", "parhau", "parod", "parth"],
        ["arfer", "arhosfan", "aros"],
    ],
)
def test_seams(words: list[str]) -> None:
    """Where two words have grown together n and g, and r and h, stay two letters."""
    assert_order(words)


@pytest.mark.parametrize(
    "words",
    [
        ["ddall", "ddangos", "ddannedd"],
        ["nanc", "nangos", "nannedd"],
        ["Fancffosfelen", "Fangor", "Fanwy"],
        ["Mancffosfelen", "Mangor", "Manwy"],
        ["Lanfair", "Langollen", "Lanidloes"],
        ["lon", "longyfarch", "lonni"],
        ["barch", "barhau", "barod"],
        ["mharch", "mharhau", "mharod"],
        ["pharch", "pharhau", "pharod"],
    ],
)
def test_seams_of_mutated_words(words: list[str]) -> None:
    """A mutated word has its seam where the word has it: i ddangos, fy nangos, i Fangor, ym Mangor, i barhau."""
    assert_order(words)


def test_words_before_letters() -> None:
    """A title sorts word by word, so that a shorter first word comes first."""
    assert_order(["arloesi agored", "arloesi caeedig", "arloesi chwim", "arloesi'n lleol", "arloeswyr"])


def test_accents_case_and_marks_decide_ties_only() -> None:
    """Accents, capitals, quotation marks and apostrophes move no word away from its place."""
    assert_order(["tôn", "Tŷ Aberconwy", "tŷ bach", "“Tŷ” cyfan", "tyfu"])
    assert sort_key("Tŷ", "cy")[0] == sort_key("ty", "cy")[0]
    assert sort_key("gyda'n", "cy")[0] == sort_key("gyda’n", "cy")[0]


def test_decomposed_letters() -> None:
    """Letters with accents of their own (NFD) sort as those in one piece."""
    assert sort_key(unicodedata.normalize("NFD", "Ŵyl y Tŷ"), "cy")[0] == sort_key("Ŵyl y Tŷ", "cy")[0]


def test_digits_come_first() -> None:
    """Digits stand before letters in both languages."""
    assert_order(["2020", "3D", "adeilad"])
    assert_order(["2020", "3D", "building"], "en")


@pytest.mark.parametrize(
    ("text", "language", "letter"),
    [
        ("Llangollen", "cy", "Ll"),
        ("Llangollen", "en", "L"),
        ("chwarae", "cy", "Ch"),
        ("ddoe", "cy", "Dd"),
        ("Ffair", "cy", "Ff"),
        ("ngŵyl", "cy", "Ng"),
        ("rhannu", "cy", "Rh"),
        ("thema", "cy", "Th"),
        ("theme", "en", "T"),
        ("ŵyl", "cy", "W"),
        ("Âr", "cy", "A"),
        ("“Llyfr” mawr", "cy", "Ll"),
        ("'Stori", "cy", "S"),
        ("3D", "cy", "3"),
        (".net", "en", "N"),
        ("-iaeth", "cy", "I"),
        ("(.*)+$", "en", ""),
        ("™", "cy", "T"),
        ("±", "cy", ""),
    ],
)
def test_first_letter(text: str, language: Language, letter: str) -> None:
    """A word stands in an index under its first letter, without its accent, whatever marks stand before it."""
    assert first_letter(text, language) == letter
