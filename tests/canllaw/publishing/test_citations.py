"""How a guide is cited; what programs read is parsed back with what others have written for them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import bibtexparser
import pytest
import rispy

from canllaw.publishing.citations import Author, Citation, month_names

SIAN = Author("Siân Mair Jones", "Jones")
LLINOS = Author("Llinos ap Gwilym", "ap Gwilym")
GROUP = Author("Canllaw contributors")
ENGLISH = Citation(
    key="canllaw2026-small-steps",
    authors=(GROUP,),
    title="Small steps",
    day=date(2026, 6, 1),
    site_name="Canllaw",
    address="https://example.org/guides/small_steps/",
    rights="CC BY 4.0",
    language="en",
    text_language="en",
    others="et al.",
)
WELSH = replace(ENGLISH, authors=(Author("Cyfranwyr Canllaw"),), language="cy", others="ac eraill", text_language="cy")


def bibtex(citation: Citation) -> dict[str, Any]:
    """The one entry that a parser of BibTeX finds."""
    (entry,) = bibtexparser.loads(citation.bibtex).entries
    found: dict[str, Any] = entry
    return found


def test_apa() -> None:
    """A group is named in full, and the date has the order of its language."""
    assert ENGLISH.apa == (
        "Canllaw contributors. (2026, June 1). ",
        ". Canllaw. https://example.org/guides/small_steps/",
    )
    assert WELSH.apa == ("Cyfranwyr Canllaw. (2026, 1 Mehefin). ", ". Canllaw. https://example.org/guides/small_steps/")


@pytest.mark.parametrize(("title", "end"), [("Small steps", "."), *((f"Pam{mark}", "") for mark in ".?!…")])
@pytest.mark.parametrize("citation", [ENGLISH, WELSH])
def test_no_mark_stands_twice(citation: Citation, title: str, end: str) -> None:
    """A title that brings its own mark gets no full stop after it, in either style and either language."""
    cited = replace(citation, title=title)
    assert cited.apa[1].startswith(f"{end} Canllaw.")
    assert cited.harvard[1] == end


def test_apa_names_no_site_twice() -> None:
    """A site that is its own author is not named once more after the title (APA 10.16)."""
    assert replace(ENGLISH, authors=(Author("Canllaw"),)).apa[1] == ". https://example.org/guides/small_steps/"


@pytest.mark.parametrize(
    ("citation", "authors", "apa", "harvard"),
    [
        (ENGLISH, (SIAN,), "Jones, S. M. (", "Jones, S. M. ("),
        (ENGLISH, (SIAN, LLINOS), "Jones, S. M., & ap Gwilym, Ll. (", "Jones, S. M. and ap Gwilym, Ll. ("),
        (WELSH, (SIAN, LLINOS), "Jones, S. M., ac ap Gwilym, Ll. (", "Jones, S. M. ac ap Gwilym, Ll. ("),
        (WELSH, (LLINOS, SIAN), "ap Gwilym, Ll., a Jones, S. M. (", "ap Gwilym, Ll. a Jones, S. M. ("),
        (ENGLISH, (SIAN,) * 4, None, "Jones, S. M. et al. ("),
        (WELSH, (SIAN,) * 4, None, "Jones, S. M. ac eraill ("),
        (ENGLISH, (GROUP,) * 21, ", … Canllaw contributors. (", None),
    ],
)
def test_authors(citation: Citation, authors: tuple[Author, ...], apa: str | None, harvard: str | None) -> None:
    """People stand under their family names, several are joined as the language joins them, and many are cut short."""
    cited = replace(citation, authors=authors)
    assert apa is None or apa in cited.apa[0]
    assert harvard is None or cited.harvard[0].startswith(harvard)


def test_bibtex() -> None:
    """A parser of BibTeX gets back what went in; a group stays one name, and a title keeps its capitals."""
    entry = bibtex(replace(WELSH, authors=(GROUP, LLINOS)))
    assert (entry["ENTRYTYPE"], entry["ID"]) == ("misc", "canllaw2026-small-steps")
    assert entry["author"] == "{Canllaw contributors} and ap Gwilym, Llinos"
    assert entry["title"] == "{Small steps}"
    assert (entry["year"], entry["month"], entry["date"]) == ("2026", "June", "2026-06-01")
    assert (entry["url"], entry["langid"]) == (WELSH.address, "welsh")


def test_bibtex_escapes() -> None:
    """Signs that LaTeX gives a meaning to are only signs, and Welsh letters stay."""
    hostile = r"50% of {A} & B_C #1 $2 ~x^y \end ŵ"
    assert bibtex(replace(ENGLISH, title=hostile))["title"] == (
        r"{50\% of \textbraceleft{}A\textbraceright{} \& B\_C \#1 \$2 "
        r"\textasciitilde{}x\textasciicircum{}y \textbackslash{}end ŵ}"
    )


@pytest.mark.parametrize("title", ["Use { well", "Use } well", "}{", "{{", "Ends in \\", "\\{"])
@pytest.mark.parametrize("citation", [ENGLISH, WELSH])
def test_bibtex_braces(citation: Citation, title: str) -> None:
    """A brace alone in a title ends nothing: the entry is read whole, and LaTeX gets the title back."""
    entry = bibtex(replace(citation, title=title, authors=(Author(title), SIAN)))
    signs = {r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textbackslash{}": "\\"}
    shown = re.sub("|".join(map(re.escape, signs)), lambda found: signs[found[0]], entry["title"])
    assert shown == f"{{{title}}}"
    assert entry["author"].endswith("} and Jones, Siân Mair")
    assert entry["copyright"] == "CC BY 4.0"


def test_ris() -> None:
    """A parser of RIS gets back what went in, each author on a line, and a line break starts no new tag."""
    (entry,) = rispy.loads(replace(ENGLISH, authors=(GROUP, SIAN), title="Small\nER  - steps").ris)
    assert entry["type_of_reference"] == "ELEC"
    assert entry["authors"] == ["Canllaw contributors", "Jones, Siân Mair"]
    assert entry["title"] == "Small ER - steps"
    assert (entry["year"], entry["date"]) == ("2026", "2026/06/01")
    assert entry["urls"] == [ENGLISH.address]


def test_month_names() -> None:
    """A browser that knows no Welsh is told the months in their order."""
    assert month_names("cy")[::11] == ["Ionawr", "Rhagfyr"]
    assert len(month_names("en")) == 12
