"""`canllaw new`: what it asks, what it makes, what it says, and what it refuses."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from canllaw import build
from canllaw.authoring.questions import Asker, Choices
from canllaw.checking.created import create_whole
from canllaw.cli import main
from canllaw.content.unwritten import MARK
from canllaw.translation.history import blob_hash
from cases import BASE, edited, lay_out

_ANSWERS = ("--type", "how-to", "--topic", "planning", "--tags", "heritage,sharing")
_FILES: dict[str, Any] = {name: text for name, text in BASE.items() if name != "guides/small/index.cy.md"} | {
    "guides/small/models.cy.svg": BASE["guides/small/models.svg"]
}


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site without the Welsh of one guide, in the current folder, on a certain day and without a terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return lay_out(_FILES, tmp_path / "docs")


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["new", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def _codes(docs: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for problem in build.read(docs).found:
        found.setdefault(problem.path, []).append(problem.code)
    return found


def test_guide_without_a_terminal(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A guide is made from options alone, in order but for what is to be written, and the next steps are said."""
    assert main(["new", "guide", "A festival:  how “we” \tdid it #1", *_ANSWERS]) == 0
    assert capsys.readouterr().out == (
        "docs/guides/festival/index.md is there now. What to do next:\n"
        "  1. Open it, and write in place of each ✎.\n"
        "  2. See it as readers will: make serve, or uv run mkdocs serve --watch overrides\n"
        "  3. See what is still to be done: uv run canllaw check\n"
        "  4. Begin its translation when the text is settled: uv run canllaw new translation festival\n"
        "Mae docs/guides/festival/index.md yno nawr. Beth i'w wneud nesaf:\n"
        "  1. Agorwch y ffeil, ac ysgrifennwch yn lle pob ✎.\n"
        "  2. Gwelwch y canllaw fel y bydd darllenwyr: make serve, neu uv run mkdocs serve --watch overrides\n"
        "  3. Gwelwch beth sydd i'w wneud o hyd: uv run canllaw check\n"
        "  4. Dechreuwch y cyfieithiad pan fydd y testun yn derfynol: uv run canllaw new translation festival\n"
    )
    guide = build.read(docs).library.pages["guides/festival"].editions["en"]
    assert guide.title == "A festival: how “we” did it #1"
    assert guide.short_title == "A festival"
    assert _codes(docs) == {"docs/guides/festival/index.md": ["field-unwritten", "text-unwritten"]}
    assert os.listdir(docs / "guides/festival") == ["index.md"]


def test_welsh_comes_first(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A guide may be written in Welsh first: without an article in its folder, and with curved apostrophes."""
    options = (
        *_ANSWERS,
        "--source",
        "cy",
        "--language",
        "cy",
        "--summary",
        "Sut i'w chynnal.",
        "--folder",
        "gwyl-fawr",
    )
    assert main(["new", "guide", "Yr ŵyl: i'r dim", *options]) == 0
    assert capsys.readouterr().out.startswith("Mae docs/guides/gwyl-fawr/index.cy.md yno nawr. Beth i'w wneud nesaf:\n")
    text = docs.joinpath("guides/gwyl-fawr/index.cy.md").read_text(encoding="utf-8")
    assert text.startswith(
        "---\n"
        "title: 'Yr ŵyl: i’r dim'\n"
        "short_title: Yr ŵyl\n"
        "summary: Sut i’w chynnal.\n"
        "type: how-to\n"
        "topic: planning\n"
        "tags: [heritage, sharing]\n"
    )
    assert "\nauthors: [canllaw]\nlicence: CC-BY-4.0\n# Y prif lun:" in text
    assert text.endswith("-->\n\n✎\n\n## ✎\n\n✎\n\n## ✎\n\n✎\n")
    assert _codes(docs) == {"docs/guides/gwyl-fawr/index.cy.md": ["text-unwritten"]}


@pytest.mark.parametrize(
    ("title", "folder"),
    [
        ("The Ŵyl & the 'Tŷ'", "wyl-the-ty"),
        ("../../etc/passwd", "etc-passwd"),
        ("Con", "con-guide"),
        ("word " * 40, "-".join(["word"] * 12)),
        ("x" * 200, "x" * 60),
        ("Line\nbreak\x07: more", "line-break"),
    ],
)
def test_title_becomes_a_folder(docs: Path, title: str, folder: str) -> None:
    """Whatever stands in a title, its folder is one word of an address, and the file is in order."""
    assert main(["new", "guide", title, *_ANSWERS]) == 0
    assert _codes(docs) == {f"docs/guides/{folder}/index.md": ["field-unwritten", "text-unwritten"]}


def test_guide_is_refused(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be made is said, with what to write instead, and nothing is made."""
    before = sorted(docs.rglob("*"))
    large = ("guide", "Large", *_ANSWERS)
    docs.joinpath("guides/large-2").mkdir()
    for arguments, told in (
        (("guide", "A", "--language", "en"), "Choose one with --type: article, how-to.\n"),
        (("guide", "A", "--language", "cy"), "Dewiswch un â --type: article, how-to.\n"),
        (
            ("guide", "A", *_ANSWERS[:4], "--tags", "heritage", "--language", "en"),
            "Choose with --tags, with commas between, at least 2 and at most 5: heritage, sharing.\n",
        ),
        (
            ("guide", "A", *_ANSWERS[:4], "--tags", "heritage,sharin", "--language", "cy"),
            "Nid yw “sharin” ymhlith gwerthoedd --tags. Ai sharing oeddech chi'n ei feddwl?\n",
        ),
        (
            ("guide", "A", *_ANSWERS, "--authors", "qqqq", "--language", "en"),
            "“qqqq” is not known as a value of --authors. Choose from: canllaw, readers.\n",
        ),
        (
            (*large, "--language", "en"),
            "There is a page called large already. If this is another guide, name its folder: --folder large-2-2\n",
        ),
        (
            ("guide", "?!", *_ANSWERS),
            "The title has no letter that can stand in an address. Name the folder, such as: --folder first-steps\n"
            "Does dim llythyren yn y teitl a all fod mewn cyfeiriad. Enwch y ffolder, er enghraifft: --folder"
            " first-steps\n",
        ),
        (
            ("guide", "A", *_ANSWERS, "--folder", "../Tŷ", "--language", "en"),
            "Only small letters without accents, digits and hyphens can stand in the name of a folder, so it cannot be"
            " “../Tŷ”. This can: --folder ty\n",
        ),
        (("guide", " ", "--language", "en"), 'A guide needs a title, such as: canllaw new guide "First steps"\n'),
    ):  # fmt: skip
        assert _refused(capsys, *arguments) == told
    assert sorted(docs.rglob("*")) == sorted([*before, docs / "guides/large-2"])


def test_questions_are_asked_until_the_answer_can_stand() -> None:
    """Choices are listed with numbers in the language of the questions, and what cannot stand is asked again."""
    answers: Iterator[str] = iter(("9", "Camau", "1 2"))
    told: list[str] = []
    choices = Choices(
        "tags",
        {"heritage": {"en": "Heritage", "cy": "Treftadaeth"}, "sharing": {"en": "Sharing", "cy": "Rhannu"}},
        2,
        5,
    )
    asker = Asker(("cy",), lambda _: next(answers), told.append)
    assert asker.choose(choices, None, "ask-tags") == ("heritage", "sharing")
    assert told == [
        "Am beth mae'n sôn? Rhowch rhwng 2 a 5 o rifau neu enwau, â choma rhyngddyn nhw.",
        "   1  heritage: Treftadaeth\n   2  sharing: Rhannu",
        "Nid yw “9” ymhlith gwerthoedd --tags. Dewiswch o'r rhain: heritage, sharing.",
        "Nid yw “Camau” ymhlith gwerthoedd --tags. Dewiswch o'r rhain: heritage, sharing.",
    ]
    assert asker.choose(choices, ["Treftadaeth", " sharing"], "ask-tags") == ("heritage", "sharing")


def test_nothing_is_made_when_nobody_goes_on(
    docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who stops at a question has made nothing."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(["new", "guide", "Stopped", "--language", "cy"]) == 2
    assert capsys.readouterr().err == "\nNi chafodd dim ei greu.\n"
    assert not docs.joinpath("guides/stopped").exists()


def test_translation(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The missing edition has what belongs to it to fill in, records its source, and is told to be unfinished."""
    assert main(["new", "translation", "small", "--translators", "readers", "--language", "en"]) == 0
    assert capsys.readouterr().out == (
        "docs/guides/small/index.cy.md is there now. What to do next:\n"
        "  1. Open it, and write in place of each ✎; above it stands what the other edition says.\n"
        "  2. See what is still to be done: uv run canllaw check\n"
        "  3. When you have finished, take those comments out: uv run canllaw translated small\n"
        "While a ✎ is left, it is shown in a preview only, and a build of the site fails for it.\n"
    )
    source = str(BASE["guides/small/index.md"]).encode()
    file = docs / "guides/small/index.cy.md"
    text = file.read_text(encoding="utf-8")
    assert text.split("<!--")[0] == (
        "---\n"
        "# en: Small steps\n"
        "title: ✎\n"
        "# en: Steps\n"
        "short_title: ✎\n"
        "# en: How to begin with little.\n"
        "summary: ✎\n"
        "image:\n"
        "  # en: A stair\n"
        "  alt: ✎\n"
        "# ✎ slug: Gair olaf y cyfeiriad: llythrennau bach heb acenion, a chysylltnodau. Heb hwn, daw cyfeiriad tudalen"
        " Gymraeg o'i theitl byr.\n"
        "translators: [readers]\n"
        f"translated_from: {blob_hash(source)}\n"
        "---\n"
        "\n"
    )
    assert '\n\n<!-- en: ![Two funnels](models.svg "Closed and open models") -->\n\n![✎](models.cy.svg "✎")\n\n' in text
    assert _codes(docs) == {"docs/guides/small/index.cy.md": [*["field-unwritten"] * 4, "text-unwritten"]}
    assert not any(one.code not in {"field-unwritten", "text-unwritten"} for one in build.read(docs).problems)


def test_finished_translation_is_in_order(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While something is to be written it is not recorded; when nothing is, its comments go and both editions agree."""
    main(["new", "translation", "small", "--language", "en"])
    capsys.readouterr()
    file = docs / "guides/small/index.cy.md"
    assert _codes(docs) == {"docs/guides/small/index.cy.md": [*["field-unwritten"] * 5, "text-unwritten"]}
    assert main(["status", "--language", "en"]) == 0
    told = capsys.readouterr().out
    assert "docs/guides/small/index.cy.md\n    Not finished yet: write in place of each ✎.\n" in told
    assert "Translations that are not finished: 1.\n" in told
    assert main(["translated", "small", "--language", "en"]) == 1
    assert capsys.readouterr().err == (
        "docs/guides/small/index.cy.md is not finished: places marked ✎ are still to be written."
        " Nothing was recorded.\n"
    )
    words = iter((
        *("Camau bach", "Camau", "Sut i ddechrau.", "Grisiau", "canllaw"),
        *("Mae angen [arloesi](../../glossary/index.md#arloesi).", "Y cam cyntaf"),
        *("Darllenwch [hwn](../large/index.md#yr-ail-ran).", "Dau dwndis", "Modelau", "Y cam nesaf"),
        "Gweler [Ffigur](#fig-models).",
    ))  # fmt: skip
    text = re.sub(
        r"<!--.*?-->|(?m:^ *# [^\n]*$)|✎",
        lambda found: next(words) if found[0] == MARK else found[0],
        file.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )
    file.write_text(text, encoding="utf-8")
    assert _codes(docs) == {}
    assert main(["translated", "small", "--language", "en"]) == 0
    recorded = file.read_text(encoding="utf-8")
    assert "<!--" not in recorded
    assert recorded.split("\n---\n")[0] == (
        "---\ntitle: Camau bach\nshort_title: Camau\nsummary: Sut i ddechrau.\nimage:\n  alt: Grisiau\n"
        f"translators: [canllaw]\ntranslated_from: {blob_hash(str(BASE['guides/small/index.md']).encode())}"
    )
    assert _codes(docs) == {}
    found = build.read(docs)
    assert found.standing["guides/small", "cy"].status == "fresh"


def test_translation_into_english(docs: Path) -> None:
    """Where Welsh came first, English is the translation, with the pictures that have English words."""
    docs.joinpath("guides/small/index.md").unlink()
    text = edited("guides/small/index.cy.md", {"models.svg": "models.cy.svg"})
    docs.joinpath("guides/small/index.cy.md").write_text(text, encoding="utf-8")
    assert main(["new", "translation", "guides/small/index.cy.md"]) == 0
    made = docs.joinpath("guides/small/index.md").read_text(encoding="utf-8")
    assert '<!-- cy: ![Dau dwndis](models.cy.svg "Modelau caeedig ac agored") -->\n\n![✎](models.svg "✎")' in made
    assert "slug" not in made


def test_translation_of_the_home_page(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The home page is called `.`, as the other commands call it, and what is said of it next can be typed as it is."""
    docs.joinpath("index.cy.md").unlink()
    assert main(["new", "translation", ".", "--language", "en"]) == 0
    assert docs.joinpath("index.cy.md").is_file()
    assert "canllaw translated .\n" in capsys.readouterr().out
    assert "canllaw translated . " in docs.joinpath("index.cy.md").read_text(encoding="utf-8").replace("-->", " ")


def test_translation_is_refused(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody has, a guide that has both, and one that cannot be read are refused, with a guess."""
    broken = docs / "guides/broken/index.md"
    broken.parent.mkdir()
    broken.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    for name, language, told in (
        ("smal", "en", "There is no guide called smal. Did you mean small?\n"),
        ("smal", "cy", "Does dim canllaw o'r enw smal. Ai small oeddech chi'n ei feddwl?\n"),
        ("qqqq", "en", "There is no guide called qqqq. In one language only there are: broken, small.\n"),
        ("large", "en", "large is there in both languages already. What is behind: uv run canllaw status\n"),
        (
            "broken",
            "en",
            "The facts at the top of docs/guides/broken/index.md cannot be read; mend them first, with what canllaw"
            " check says.\n",
        ),
    ):  # fmt: skip
        assert _refused(capsys, "translation", name, "--language", language) == told


def test_no_file_is_written_over(
    docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is there stays as it is, and where none can be made nothing is left behind."""
    file = docs / "guides/small/index.cy.md"
    real = build.read

    def read(*arguments: Any) -> build.Build:
        found = real(*arguments)
        file.write_text("mine", encoding="utf-8")  # somebody is quicker
        return found

    monkeypatch.setattr(build, "read", read)
    assert main(["new", "translation", "small", "--language", "en"]) == 1
    assert capsys.readouterr().err == (
        "docs/guides/small/index.cy.md could not be made; there may be such a file already.\n"
    )
    assert file.read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in file.parent.iterdir() if path.name.startswith(".")) == []


def test_a_file_is_made_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new file cannot be put in place, neither it nor its folder is left; it needs no links."""

    def fail(*_: object) -> None:
        raise OSError

    target = tmp_path / "guides/new/index.md"
    monkeypatch.setattr(os, "link", fail)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", fail)
        assert not create_whole(target, "words")
        assert not target.parent.exists()
    assert create_whole(target, "words\n")
    assert target.read_bytes() == b"words\n"
    assert not create_whole(target, "others")
    assert [path.read_bytes() for path in target.parent.iterdir()] == [b"words\n"]
