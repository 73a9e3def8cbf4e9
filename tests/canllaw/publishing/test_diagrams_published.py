"""Diagrams in pages, and as files to take away."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.build import Build, read
from canllaw.cache import FOLDER
from canllaw.language import LANGUAGES
from canllaw.publishing.diagrams import drawn_in, place, write
from cases import BASE, lay_out

_STEPS = """kind: steps
title: {en: The way there, cy: Y ffordd yno}
summary: {en: Two steps., cy: Dau gam.}
steps:
  - label: {en: First & <, cy: Cyntaf}
  - label: {en: Second, cy: Ail}
"""
_PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site with a diagram in the text of a guide."""
    files = dict(BASE)
    for name in ("guides/small/index.md", "guides/small/index.cy.md"):
        files[name] = f"{BASE[name]!s}\n\n![](way.diagram.yml)\n"
    files["_data/interface.yml"] = (PROJECT / "docs/_data/interface.yml").read_text(encoding="utf-8")
    return read(lay_out({**files, "guides/small/way.diagram.yml": _STEPS}, tmp_path / "docs"))


def test_drawn_in_the_language_of_the_text(build: Build) -> None:
    """A page shows its diagram in its own language, twice, and leads to that language's files."""
    page = build.library.pages["guides/small"]
    for language, title, here in (("en", "The way there", ""), ("cy", "Y ffordd yno", ".cy")):
        (drawn,) = drawn_in(build, page, page.editions[language], language).values()  # type: ignore[index, arg-type]
        assert drawn.title.text == title
        assert drawn.drawing.count("<svg") == 2
        assert f'way.diagram{here}.svg"' in drawn.words
        assert f'way.diagram{here}.png"' in drawn.words
        assert drawn.words.index("<details>") < drawn.words.index("<ol>")


def test_labels_are_words_and_never_markup(build: Build) -> None:
    """What stands in a label is drawn as it is typed."""
    page = build.library.pages["guides/small"]
    (drawn,) = drawn_in(build, page, page.editions["en"], "en").values()
    assert drawn.drawing.count("First &amp; &lt;") == 2


def test_notice_in_the_place_of_a_diagram_with_mistakes(build: Build, tmp_path: Path) -> None:
    """Where a diagram has mistakes stand their lines, what is wrong and the fix, in the text's language; no files."""
    file = build.docs / "guides/small/way.diagram.yml"
    file.write_text(_STEPS.replace("First & <", "<script>x</script>"), encoding="utf-8")
    broken = read(build.docs)
    page = broken.library.pages["guides/small"]
    assert broken.can_be_shown
    for language, said in (("en", "Line 5: There is a tag in the words for"), ("cy", "Llinell 5: Mae tag yn")):
        (drawn,) = drawn_in(broken, page, page.editions[language], language).values()  # type: ignore[index, arg-type]
        assert said in drawn.drawing
        assert "<script" not in drawn.drawing
        assert drawn.words == ""
    write(broken, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_files_are_written_once_a_language(build: Build, tmp_path: Path) -> None:
    """Each diagram is there as SVG and PNG in both languages; the pixels of one that is unchanged are kept."""
    write(build, tmp_path / "site")
    (diagram,) = build.diagrams.values()
    pictures = {language: (tmp_path / "site" / place(diagram, language, "png")).read_bytes() for language in LANGUAGES}
    assert all(picture.startswith(_PNG) for picture in pictures.values())
    assert pictures["en"] != pictures["cy"], "the words are drawn, in the font of the site"
    assert "Y ffordd yno" in (tmp_path / "site/guides/small/way.diagram.cy.svg").read_text(encoding="utf-8")
    kept = {file.name: file.stat().st_mtime_ns for file in (tmp_path / FOLDER).iterdir()}
    assert len(kept) == 2
    write(build, tmp_path / "again")
    assert {file.name: file.stat().st_mtime_ns for file in (tmp_path / FOLDER).iterdir()} == kept
    assert (tmp_path / "again" / place(diagram, "cy", "png")).read_bytes() == pictures["cy"]
