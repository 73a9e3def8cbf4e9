"""Which sections of a translation may be out of date, as readers know them: by their headings."""

from __future__ import annotations

from dataclasses import dataclass

from canllaw.content.blocks import Heading
from canllaw.content.library import Edition, Page
from canllaw.language import Language, other
from canllaw.translation.freshness import Change, Freshness, segments_of
from canllaw.translation.pairing import pairs

_LEVEL = 2  # of the headings that a list of contents names


@dataclass(frozen=True)
class Section:
    """A section of an edition; one without `title` is what stands before its first heading."""

    language: Language
    title: str = ""
    anchor: str = ""


def sections_concerned(page: Page, language: Language, freshness: Freshness) -> list[Section]:
    """Where the edition of `page` in `language` may be out of date, in the order of the source.

    What was added stands in no section here if its section is new: then it is that of the source.
    """
    here, there = page.editions[language], page.editions[other(language)]
    new = [change.new for change in freshness.changes if change.old is None]
    known = [segment for segment in segments_of(there) if segment not in new]
    paired = pairs(known, segments_of(here))
    headings = {source.line: translation.line for source, translation in paired if source and translation}
    found = (_section(change, here, there, headings) for change in freshness.changes)
    return list(dict.fromkeys(section for section in found if section))


def _section(change: Change, here: Edition, there: Edition, headings: dict[int, int]) -> Section | None:
    """The section that `change` concerns; None for what was taken out of the source and never stood here."""
    if any(segment and segment.kind == "field" for segment in (change.old, change.new)):
        return Section(here.language)
    if change.counterpart:
        return _around(change.counterpart.line, here)
    if change.new is None:
        return None
    section = _above(change.new.line, there)
    if section is None:
        return Section(here.language)
    if section.line in headings:
        return _around(headings[section.line], here)
    return Section(there.language, section.text, section.anchor)


def _around(line: int, edition: Edition) -> Section:
    """The section of `edition` that this line is in."""
    heading = _above(line, edition)
    return Section(edition.language, heading.text, heading.anchor) if heading else Section(edition.language)


def _above(line: int, edition: Edition) -> Heading | None:
    """The last heading of a section at or above this line of `edition`."""
    above = [heading for heading in edition.blocks.headings if heading.level == _LEVEL and heading.line <= line]
    return above[-1] if above else None
