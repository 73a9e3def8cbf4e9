"""The words of the interface and their plurals."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from canllaw.language import LANGUAGES, Language, other
from canllaw.language.words import Words, read_words

GUIDES = """
guides:
  en: {one: "{n} guide.", other: "{n} guides."}
  cy: {zero: "{n} canllaw (0).", one: "{n} canllaw.", two: "{n} ganllaw.", few: "{n} chanllaw.",
       many: "{n} chanllaw (6).", other: "{n} canllaw."}
figure: {en: "Figure {n}", cy: "Ffigur {n}"}
credit: {en: "{name}, {licence}", cy: "{licence}: {name}"}
"""


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """A few words, rightly written."""
    words, problems = read(GUIDES, tmp_path)
    assert problems == []
    return words


def read(text: str, folder: Path) -> tuple[Words, list[tuple[int, str]]]:
    """The words in a file that holds `text`, with the line and the code of each Problem."""
    folder.joinpath("interface.yml").write_text(text, encoding="utf-8")
    words, problems = read_words(folder / "interface.yml", "interface.yml")
    return words, [(problem.line, problem.code) for problem in problems]


@pytest.mark.parametrize(
    ("n", "english", "welsh"),
    [
        (0, "0 guides.", "0 canllaw (0)."),
        (1, "1 guide.", "1 canllaw."),
        (2, "2 guides.", "2 ganllaw."),
        (3, "3 guides.", "3 chanllaw."),
        (4, "4 guides.", "4 canllaw."),
        (5, "5 guides.", "5 canllaw."),
        (6, "6 guides.", "6 chanllaw (6)."),
        (7, "7 guides.", "7 canllaw."),
        (100, "100 guides.", "100 canllaw."),
    ],
)
def test_plurals(words: Words, n: int, english: str, welsh: str) -> None:
    """A number chooses the whole sentence by CLDR's categories: two of them in English, six in Welsh."""
    assert words.say("guides", "en", n=n) == english
    assert words.say("guides", "cy", n=n) == welsh


def test_places(words: Words) -> None:
    """Places are filled by name, in the order of each language; a number needs no plural."""
    values = {"name": "Mair {Jones}", "licence": "CC BY"}
    assert words.say("credit", "en", **values) == "Mair {Jones}, CC BY"
    assert words.say("credit", "cy", **values) == "CC BY: Mair {Jones}"
    assert words.say("figure", "cy", n=2) == "Ffigur 2"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_unknown_key(words: Words, language: Language) -> None:
    """A key that does not exist is a mistake of ours and raises KeyError."""
    with pytest.raises(KeyError):
        words.say("gudies", language)


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("{en: Menu, cy: Dewislen}", []),
        ("{en: Menu}", ["word-missing"]),
        ("{en: Menu, cy: null}", ["word-missing"]),
        ("{en: [Menu], cy: Dewislen}", ["word-missing"]),
        ("Menu", ["word-missing", "word-missing"]),
        ("{en: {one: a, other: b}, cy: Dewislen}", []),
        ("{en: {other: b}, cy: Dewislen}", ["plural-missing"]),
        ("{en: Menu, cy: {zero: a, one: b, two: c, few: d, other: e}}", ["plural-missing"]),
        ("{en: '{a} of {b}', cy: '{b}: {a}'}", []),
        ("{en: '{a} of {b}', cy: '{a}'}", ["places-differ"]),
        ("{en: {one: '{n} a', other: '{n} b'}, cy: 'dim {m}'}", ["places-differ"]),
        ("{en: {one: '{n} a', other: '{m} b'}, cy: '{n} c'}", ["places-differ"]),
        ("{en: {one: 'a', other: '{n} b'}, cy: '{n} c'}", []),
    ],
)
def test_mistakes(entry: str, codes: list[str], tmp_path: Path) -> None:
    """A word lacks neither a language, nor a plural, nor a place; the singular alone may do without its number."""
    words, problems = read(f"# first\nmenu: {entry}\n", tmp_path)
    assert problems == [(2, code) for code in codes]
    assert ("menu" in words.entries) == (not codes)


@pytest.mark.parametrize("sentence", ["'{'", "'}'", "'{n'", "{one: '{', other: '{n}'}", "{one: [a], other: b}"])
def test_sentences_that_cannot_be_filled(sentence: str, tmp_path: Path) -> None:
    """A brace without its partner, or a plural that is no words, is a Problem on its line and raises nothing."""
    _, problems = read(f"# first\nmenu: {{en: {sentence}, cy: Dewislen}}\n", tmp_path)
    assert [line for line, _ in problems] == [2]


def test_plural_categories_are_those_of_cldr(tmp_path: Path) -> None:
    """A word that counts has to have a sentence for each category that Babel knows of its language, and no other."""
    path = tmp_path / "interface.yml"
    for language in LANGUAGES:
        wanted = Locale.parse(language).plural_form.tags | {"other"}
        for left_out in ("", *wanted):
            forms = ", ".join(f"{form}: a" for form in sorted(wanted) if form != left_out)
            path.write_text(f"key: {{{language}: {{{forms}}}, {other(language)}: a}}\n", encoding="utf-8")
            _, problems = read_words(path, "interface.yml")
            assert [problem.values["missing"] for problem in problems] == ([left_out] if left_out else [])
