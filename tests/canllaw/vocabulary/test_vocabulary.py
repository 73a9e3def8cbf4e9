"""The data files."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.language import LANGUAGES, Language
from canllaw.vocabulary import Vocabulary, read_vocabulary
from cases import BASE, lay_out


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    """The vocabulary of the small site that the cases start from."""
    vocabulary, problems = read_vocabulary(lay_out(BASE, tmp_path) / "_data", "_data")
    assert problems == []
    return vocabulary


def test_the_projects_own(tmp_path: Path) -> None:
    """The project's own data files are in order, and none of them is empty."""
    vocabulary, problems = read_vocabulary(PROJECT / "docs/_data", "docs/_data")
    assert problems == []
    assert all([vocabulary.taxonomy.tags, vocabulary.glossary.root, vocabulary.people.root])
    assert vocabulary.partners.partners


def test_taxonomy(vocabulary: Vocabulary) -> None:
    """A tag has its words in both languages, and an anchor from its slug or else from its label."""
    tags = vocabulary.taxonomy.tags
    assert [tags["sharing"][language].label for language in ("en", "cy")] == ["Sharing", "Rhannu"]
    assert (tags["sharing"].anchor("en"), tags["sharing"].anchor("cy")) == ("sharing", "rhannu-gwaith")
    assert tags["heritage"].anchor("cy") == "treftadaeth"


def test_glossary(vocabulary: Vocabulary) -> None:
    """Terms stand under their letters in the order of each alphabet."""
    assert list(vocabulary.glossary.by_letter("en")) == ["I", "O"]
    assert list(vocabulary.glossary.by_letter("cy")) == ["A", "M"]
    assert vocabulary.glossary.anchors("cy") == {"arloesi", "mynediad-agored"}
    assert vocabulary.glossary.root["open-access"].cy.gender == "m"


def test_letters(tmp_path: Path) -> None:
    """Welsh letters of two characters have their own place in the glossary."""
    terms = ["llyfr", "lwc", "ngofal", "gwaith", "chwarae", "cynllun", "dŵr"]
    entries = "".join(
        f"e{n}:\n  en: {{term: a, definition: b}}\n  cy: {{term: {term}, definition: b}}\n"
        for n, term in enumerate(terms)
    )
    files = {**BASE, "_data/glossary.yml": entries}
    vocabulary, _ = read_vocabulary(lay_out(files, tmp_path) / "_data", "_data")
    assert list(vocabulary.glossary.by_letter("cy")) == ["C", "Ch", "D", "G", "Ng", "L", "Ll"]


@pytest.mark.parametrize("term", ["™", "#tag", "(.*)t", "½ t", "Αt", "+44", "ﬁ"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_a_letter(tmp_path: Path, term: str, language: Language) -> None:
    """A term that has a place on the page of the glossary stands there under a letter or digit that can be read."""
    entry = f"one:\n  en: {{term: '{term}', definition: b}}\n  cy: {{term: '{term}', definition: b}}\n"
    vocabulary, problems = read_vocabulary(lay_out({**BASE, "_data/glossary.yml": entry}, tmp_path) / "_data", "_data")
    assert problems == []
    (letter,) = vocabulary.glossary.by_letter(language)
    assert letter.isascii() and letter.isalnum()


def test_people(vocabulary: Vocabulary) -> None:
    """A person has a name in each language; words that are no id are a name."""
    assert vocabulary.people.name("canllaw", "cy") == "Cyfranwyr Canllaw"
    assert vocabulary.people.name("Mair Jones", "cy") == "Mair Jones"


def test_nothing_there(tmp_path: Path) -> None:
    """Where no data file can be read each is named, and the vocabulary is empty."""
    vocabulary, problems = read_vocabulary(tmp_path, "docs/_data")
    assert [(problem.path, problem.code) for problem in problems] == [
        (f"docs/_data/{name}.yml", "file-unreadable") for name in ("taxonomy", "glossary", "people", "partners")
    ]
    assert vocabulary.glossary.by_letter("en") == {}
