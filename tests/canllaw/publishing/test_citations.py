"""How a guide is cited; what programs read is parsed back with what others have written for them."""

from __future__ import annotations

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
    """A group is named in full, the date has the order of its language, and no mark stands twice."""
    assert ENGLISH.apa == (
        "Canllaw contributors. (2026, June 1). ",
        ". Canllaw. https://example.org/guides/small_steps/",
    )
    assert WELSH.apa == ("Cyfranwyr Canllaw. (2026, 1 Mehefin). ", ". Canllaw. https://example.org/guides/small_steps/")
    assert replace(ENGLISH, title="Why?").apa[1].startswith(" Canllaw.")


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


@pytest.mark.parametrize(("title", "end"), [("Who owns it?", " "), ("Small steps", ". "), ("And so on…", " ")])
def test_harvard_has_one_mark_after_the_title(title: str, end: str) -> None:
    """A title that brings a mark of its own gets no full stop behind it."""
    assert replace(ENGLISH, title=title).harvard[1] == end


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


@pytest.mark.parametrize("brace", ["{", "}"])
def test_bibtex_brace_without_partner(brace: str) -> None:
    """One brace in a title neither swallows nor ends the entry: a parser finds all that comes after it."""
    entry = bibtex(replace(ENGLISH, title=f"Use {brace} well"))
    assert (entry["url"], entry["langid"]) == (ENGLISH.address, "british")
    assert entry["title"].count("{") == entry["title"].count("}")


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
