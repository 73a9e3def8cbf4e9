"""Words that no dictionary has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from canllaw import problems
from canllaw.build import Build, read
from canllaw.content.spelling import Dictionary, misspelt, word_list
from canllaw.language import Language
from cases import BASE, edited, lay_out

_HAS: dict[Language, frozenset[str]] = {
    "en": frozenset("a and is it's new small steps the this old well read see part of other guide first next".split()),
    "cy": frozenset("a y yn mae hen cath yr i'r tŷ".split()),
}
_LIKE = ["ail", "all", "ale", "awl"]
_WELSH = "Nid yw “sml” mewn unrhyw eiriadur."


def _read(tmp_path: Path, english: str, welsh: str) -> Build:
    """The small site with these words at the end of the text of a guide."""
    ends = {"guides/small/index.md": english, "guides/small/index.cy.md": welsh}
    files = {name: f"{edited(name, {})}\n{words}\n" for name, words in ends.items()}
    return read(lay_out({**BASE, **files}, tmp_path / "docs"))


def _found(build: Build, words: str = "", like: list[str] | None = None) -> list[tuple[str, str]]:
    """The words that are told of the last line of the guide in each language."""
    dictionaries = {language: Dictionary(_HAS[language].__contains__, lambda _: like or []) for language in _HAS}
    told = misspelt(build.library, build.vocabulary, word_list(words), dictionaries, "docs")
    last = {f"docs/{path}": len((build.docs / path).read_text(encoding="utf-8").splitlines()) for path in _PATHS}
    return [
        (problem.path[5:], str(problem.values["word"])) for problem in told if problem.line == last.get(problem.path)
    ]


_PATHS = ("guides/small/index.md", "guides/small/index.cy.md")


@pytest.mark.parametrize(
    "words", ["sml", "The sml.", "This is *sml*.", "old-sml", "sml’s", "[sml](https://sml.example/)"]
)
def test_unknown_word_is_told(tmp_path: Path, words: str) -> None:
    """A word that neither dictionary nor list has is told, however it is written, and with what belongs to it."""
    ((path, word),) = _found(_read(tmp_path, words, "Mae"))
    assert path == _PATHS[0]
    assert "sml" in word


@pytest.mark.parametrize(
    "words",
    [
        "The old well, this is new: it’s it's.",
        "`sml` and <kbd>a</kbd>, see https://sml.example/ and sml@example.org",
        "This is the Sml guide of SML and McSml.",
        "This is *treftadaeth*{lang=cy} and 3D, a.",
        "Innovation and open access.",
        "Old-new.",
    ],
)
def test_what_is_no_mistake(tmp_path: Path, words: str) -> None:
    """Words that are known, names, terms, code, addresses and other languages are left alone."""
    assert _found(_read(tmp_path, words, "Mae")) == []


@pytest.mark.parametrize("words", ["Mae’r gath yn hen.", "Mae chath i’r tŷ.", "Mae’n yn arloesi.", "A’r gath."])
def test_welsh_mutations_and_apostrophes_are_known(tmp_path: Path, words: str) -> None:
    """In Welsh a mutated word is known if its radical is, and so is a word with what an apostrophe joins to it."""
    assert _found(_read(tmp_path, "A", words)) == []


def test_welsh_mistake_is_told(tmp_path: Path) -> None:
    """A Welsh word that is no form of a known one is told, once, where it first stands."""
    assert _found(_read(tmp_path, "A", "Mae zzath a zzath. Zzath.")) == [(_PATHS[1], "zzath")]


def test_list_of_words(tmp_path: Path) -> None:
    """Words of the project's own list are known in both languages, in any case; what follows # is no word."""
    build = _read(tmp_path, "Sml and sml’s new", "Mae sml yn hen")
    assert _found(build, "# new words\nsml  # and why\n") == []
    assert ("guides/small/index.md", "Sml") in _found(build, "# sml\n")


def test_list_of_the_site_is_read(tmp_path: Path) -> None:
    """The list among the data files is read with everything else; a site without one has no such words."""
    assert _read(tmp_path, "A", "Mae").own_words == frozenset()
    (tmp_path / "docs/_data/spelling.txt").write_text("# a\nSml\nti’n  # b\n", encoding="utf-8")
    assert read(tmp_path / "docs").own_words == {"sml", "ti'n"}


def test_fields_are_read_too(tmp_path: Path) -> None:
    """A title, a summary and a description of the main picture are looked at, each on its line."""
    build = _read(tmp_path, "A", "Mae")
    path = tmp_path / "docs/guides/small/index.md"
    text = path.read_text(encoding="utf-8").partition("---\n")[2].partition("---\n")[2]
    front = "title: Old sml\nsummary: The smll.\nimage:\n  file: a.svg\n  alt: A smlll stair"
    path.write_text(f"---\n{front}\n---\n{text}", encoding="utf-8")
    build = read(tmp_path / "docs")
    dictionaries = {language: Dictionary(_HAS[language].__contains__, lambda _: []) for language in _HAS}
    told = misspelt(build.library, build.vocabulary, frozenset({"stair"}), dictionaries, "docs")
    found = [(problem.line, problem.values["word"]) for problem in told if problem.path == "docs/guides/small/index.md"]
    assert found[:3] == [(2, "sml"), (3, "smll"), (6, "smlll")]


def test_labels_and_names_are_known(tmp_path: Path) -> None:
    """The labels of tags and the names of partners are words that the site has agreed on."""
    partners = {"statement": {"en": "A", "cy": "A"}, "partners": [_PARTNER]}
    build = _read(tmp_path, "Sml zml", "Mae")
    assert ("guides/small/index.md", "Sml") in _found(build)
    (tmp_path / "docs/_data/partners.yml").write_text(json.dumps(partners), encoding="utf-8")
    taxonomy = yaml.safe_load((tmp_path / "docs/_data/taxonomy.yml").read_text(encoding="utf-8"))
    next(iter(taxonomy["tags"].values()))["en"]["label"] = "Zml"
    (tmp_path / "docs/_data/taxonomy.yml").write_text(json.dumps(taxonomy), encoding="utf-8")
    assert _found(read(tmp_path / "docs")) == []


_PARTNER = {
    "id": "sml",
    "name": {"en": "The Sml", "cy": "Sml"},
    "logo": "logos/a.svg",
    "description": {"en": "A", "cy": "A"},
}


@pytest.mark.parametrize(
    ("like", "english", "welsh"),
    [
        (
            _LIKE,
            "“sml” is in no dictionary. Did you mean: ail, all, ale?",
            f"{_WELSH} Ai un o'r rhain oeddech chi'n ei feddwl: ail, all, ale?",
        ),
        ([], "“sml” is in no dictionary.", _WELSH),
    ],
)
def test_message(tmp_path: Path, like: list[str], english: str, welsh: str) -> None:
    """The message names at most three words that may be meant, and the list; nothing fails for it."""
    build = _read(tmp_path, "This is sml.", "Mae")
    dictionaries = {language: Dictionary(_HAS[language].__contains__, lambda _: like) for language in _HAS}
    told = [
        problem
        for problem in misspelt(build.library, build.vocabulary, frozenset(), dictionaries, "docs")
        if problem.values["word"] == "sml"
    ]
    assert problems.as_text(told).splitlines()[1:5] == [
        f"    {english}",
        "    → Correct it, or add it to docs/_data/spelling.txt if it is right.",
        f"    {welsh}",
        "    → Cywirwch ef, neu ychwanegwch ef at docs/_data/spelling.txt os yw'n iawn.",
    ]
    assert told[0].severity == "advice"
