"""Diagrams in pages, and as files to take away."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.build import Build, read
from canllaw.diagrams.canvas import Canvas
from canllaw.diagrams.kinds.steps import Steps
from canllaw.diagrams.spec import Wording
from canllaw.language import Language
from canllaw.publishing.diagrams import drawn_in, place, write
from cases import BASE, lay_out

_STEPS = """kind: steps
title: {en: The way there, cy: Y ffordd yno}
summary: {en: Two steps., cy: Dau gam.}
steps:
  - label: {en: First & <, cy: Cyntaf}
  - label: {en: Second, cy: Ail}
"""


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
        assert drawn.words.index("<details>") < drawn.words.index("<ol>")


def test_labels_are_words_and_never_markup(build: Build) -> None:
    """What stands in a label is drawn as it is typed."""
    page = build.library.pages["guides/small"]
    (drawn,) = drawn_in(build, page, page.editions["en"], "en").values()
    assert drawn.drawing.count("First &amp; &lt;") == 2


def test_word_wider_than_a_phone(build: Build) -> None:
    """A word that is wider than a phone makes the narrow drawing wider, which can be scrolled by keyboard too."""
    file = build.docs / "guides/small/way.diagram.yml"
    file.write_text(_STEPS.replace("cy: Ail", f"cy: {'gwrthddatgysylltiad' * 3}"), encoding="utf-8")
    wide = read(build.docs)
    page = wide.library.pages["guides/small"]
    english, welsh = (
        drawn_in(wide, page, edition, language)["way.diagram.yml"].drawing
        for language, edition in page.editions.items()
    )
    assert "cl-diagram__svg--broad" not in english
    assert "cl-diagram__svg--narrow cl-diagram__svg--broad" in welsh
    assert "cl-diagram__svg--wide cl-diagram__svg--broad" not in welsh
    assert 'tabindex="0" role="region" aria-label="Y ffordd yno"' in welsh


def test_diagram_of_another_folder(build: Build, tmp_path: Path) -> None:
    """A diagram may be shown from another folder, whose page need not have the language; its file is there then."""
    (build.docs / "guides/small/way.diagram.yml").rename(build.docs / "way.diagram.yml")
    for name in ("index.md", "index.cy.md"):
        text = build.docs / "guides/small" / name
        text.write_text(text.read_text(encoding="utf-8").replace("(way.", "(../../way."), encoding="utf-8")
    (build.docs / "index.cy.md").unlink()
    moved = read(build.docs)
    page = moved.library.pages["guides/small"]
    drawn = drawn_in(moved, page, page.editions["cy"], "cy")["../../way.diagram.yml"]
    assert 'href="../../../way.diagram.cy.svg"' in drawn.words
    write(moved, tmp_path / "site")
    assert (tmp_path / "site/way.diagram.cy.svg").is_file()


def test_notice_in_the_place_of_a_diagram_with_mistakes(build: Build, tmp_path: Path) -> None:
    """Where a diagram has mistakes stand their lines, what is wrong and the fix, in the text's language; no files."""
    file = build.docs / "guides/small/way.diagram.yml"
    file.write_text(_STEPS.replace("First & <", "<script>x</script>"), encoding="utf-8")
    broken = read(build.docs)
    page = broken.library.pages["guides/small"]
    assert broken.can_be_shown
    for language, said in (("en", "There is a tag in the words for"), ("cy", "Mae tag yn")):
        (drawn,) = drawn_in(broken, page, page.editions[language], language).values()  # type: ignore[index, arg-type]
        assert said in drawn.drawing
        assert "docs/guides/small/way.diagram.yml:5" in drawn.drawing
        assert "<script" not in drawn.drawing
        assert drawn.words == ""
    write(broken, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_files_are_written_once_a_language(build: Build, tmp_path: Path) -> None:
    """Each diagram is there as an SVG file in both languages, with its words, its colours and its font."""
    write(build, tmp_path / "site")
    (diagram,) = build.diagrams.values()
    for language, title in (("en", "The way there"), ("cy", "Y ffordd yno")):
        file = (tmp_path / "site" / place(diagram, language)).read_text(encoding="utf-8")  # type: ignore[arg-type]
        assert f">{title}</title>" in file
        assert "data:font/woff2;base64," in file


def test_unchanged_diagrams_are_not_drawn_again(build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A second build draws nothing, and gives the same; it draws what a label or a word of the interface changes."""
    page = build.library.pages["guides/small"]
    first = drawn_in(build, page, page.editions["cy"], "cy")
    write(build, tmp_path / "site")

    drawn = []

    def draw(self: Steps, language: Language, wording: Wording, width: float) -> Canvas:
        drawn.append((self.title.cy, language, width))
        return Canvas(width)

    monkeypatch.setattr(Steps, "draw", draw)
    again = read(build.docs)
    assert drawn_in(again, page, page.editions["cy"], "cy") == first
    write(again, tmp_path / "again")
    assert drawn == []
    (build.docs / "guides/small/way.diagram.yml").write_text(_STEPS.replace("Y ffordd yno", "Newydd"), encoding="utf-8")
    drawn_in(read(build.docs), page, page.editions["cy"], "cy")
    assert drawn == [("Newydd", "cy", 640), ("Newydd", "cy", 288)]
    words = build.docs / "_data/interface.yml"
    words.write_text(words.read_text(encoding="utf-8").replace("Lawrlwytho", "Cadw"), encoding="utf-8")
    assert "Cadw fel SVG" in drawn_in(read(build.docs), page, page.editions["cy"], "cy")["way.diagram.yml"].words
