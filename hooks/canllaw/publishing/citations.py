"""How a guide is cited: APA and Harvard to be read, BibTeX and RIS for programs, in the words of the page's language.

Sources: *Publication Manual of the American Psychological Association* (7th edition, 2020), 10.16, webpages by a group
or a person; Pears and Shields, *Cite Them Right* (12th edition, 2022), for Harvard; Patashnik, *BibTeXing* (1988) for
BibTeX, with `langid` and `urldate` as biblatex has them; the RIS tags as Research Information Systems published them,
with one author a line. In Welsh "&" is never written, dates are those of Welsh, and *ac eraill* stands for *et al.*
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, get_month_names

from canllaw.language import Language
from canllaw.language.lists import joined

MOST_IN_APA = 20
MOST_IN_HARVARD = 3
_LOCALES: dict[Language, str] = {"en": "en_GB", "cy": "cy_GB"}
#: APA has the month before the day, as in the United States; a Welsh date has one order only.
_APA_DATES: dict[Language, str] = {"en": "y, MMMM d", "cy": "y, d MMMM"}
_LANGUAGE_IDS: dict[Language, str] = {"en": "british", "cy": "welsh"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # A brace that has no partner would end the entry, with a backslash before it too.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}


@dataclass(frozen=True)
class Author:
    """Who is cited: the whole name, and of it the family name where it is a person's and not a group's."""

    name: str
    family: str = ""

    @property
    def given(self) -> str:
        """What stands before a person's family name."""
        return self.name.removesuffix(self.family).strip() if self.family else ""

    @property
    def inverted(self) -> str:
        """The family name first: "Jones, Siân"; a group's name as it is."""
        return f"{self.family}, {self.given}" if self.given else self.name

    @property
    def with_initials(self) -> str:
        """The family name and initials: "Jones, S."; Welsh letters such as Ll are one letter."""
        return f"{self.family}, {' '.join(map(_initial, self.given.split()))}" if self.given else self.name


@dataclass(frozen=True)
class Citation:
    """All that is cited of one edition. `language` is that of the words around it, `text_language` its own."""

    key: str
    authors: tuple[Author, ...]
    title: str
    day: date
    site_name: str
    address: str
    rights: str
    language: Language
    text_language: Language
    others: str
    """What stands for further authors: "et al." or "ac eraill"."""

    @property
    def apa(self) -> tuple[str, str]:
        """What stands before and after the title, which is in italics."""
        names = [author.with_initials for author in self.authors]
        if len(names) > MOST_IN_APA:
            who = f"{', '.join(names[: MOST_IN_APA - 1])}, … {names[-1]}"
        else:
            who = joined(names, self.language, ampersand=True)
        day = format_date(self.day, _APA_DATES[self.language], locale=_LOCALES[self.language])
        # A site that is its own author is not named twice (APA 10.16).
        site = "" if self.site_name == who else f" {_ended(self.site_name)}"
        return f"{_ended(who)} ({day}). ", f"{_end_of(self.title)}{site} {self.address}"

    @property
    def harvard(self) -> tuple[str, str]:
        """What stands before and after the title, which is in italics; address and day of the visit come after it."""
        names = [author.with_initials for author in self.authors]
        who = joined(names, self.language) if len(names) <= MOST_IN_HARVARD else f"{names[0]} {self.others}"
        return f"{who} ({self.day.year}) ", f"{_end_of(self.title)} "

    @property
    def bibtex(self) -> str:
        """The citation as a BibTeX entry; what biblatex alone knows does not trouble BibTeX."""
        fields = {
            "author": " and ".join(
                _latex(author.inverted) if author.given else f"{{{_latex(author.name)}}}" for author in self.authors
            ),
            "title": f"{{{_latex(self.title)}}}",
            "year": str(self.day.year),
            "date": self.day.isoformat(),
            "publisher": _latex(self.site_name),
            "url": self.address,
            "langid": _LANGUAGE_IDS[self.text_language],
            "copyright": _latex(self.rights),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
        lines.insert(3, f"  month = {_MONTHS[self.day.month - 1]},")
        return "\n".join((f"@misc{{{self.key},", *lines, "}", ""))

    @property
    def ris(self) -> str:
        """The citation in RIS: one tag a line, each line ended as the format asks."""
        return "".join(f"{tag}  - {_in_one_line(value)}\r\n" for tag, value in self._ris_lines())

    def _ris_lines(self) -> Iterator[tuple[str, str]]:
        yield "TY", "ELEC"
        yield from (("AU", author.inverted) for author in self.authors)
        yield "TI", self.title
        yield "PY", str(self.day.year)
        yield "DA", self.day.strftime("%Y/%m/%d")
        yield "PB", self.site_name
        yield "LA", self.text_language
        yield "UR", self.address
        yield "N1", self.rights
        yield "ER", ""


WRITERS: dict[str, Callable[[Citation], str]] = {
    "bib": lambda citation: citation.bibtex,
    "ris": lambda citation: citation.ris,
}


def month_names(language: Language) -> list[str]:
    """The names of the months from January on, for a browser that knows no Welsh."""
    names = get_month_names("wide", locale=_LOCALES[language])
    return [names[month] for month in range(1, 13)]


def _initial(name: str) -> str:
    """The first letter of each part of a given name: "Mary-Anne" gives "M.-A.", "Llinos" gives "Ll."."""
    letters = (re.match(r"Ll|Rh|.", part) for part in name.split("-") if part)
    return "-".join(f"{letter.group()}." for letter in letters if letter)


def _ended(words: str) -> str:
    return words + _end_of(words)


def _end_of(words: str) -> str:
    """The full stop after `words`, where they bring no mark of their own."""
    return "" if words.endswith((".", "?", "!", "…")) else "."


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in text)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
