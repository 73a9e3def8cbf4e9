"""How all translations stand, in the order in which they want doing: for the page, the command and other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from canllaw.content.library import FILE_NAMES, Guide, Library, Page
from canllaw.language import LANGUAGES, Language, other
from canllaw.translation.freshness import Freshness, Standing, Status

#: What a translation can be, what is to be done first, first.
STATES: tuple[Status, ...] = ("changed", "unknown", "unrecorded", "unfinished", "missing", "fresh")
_ORDER: tuple[Status, ...] = (*STATES, "source")
_THERE: frozenset[Status] = frozenset({"source", "fresh"})


@dataclass(frozen=True)
class Translation:
    """What a page is, or should be, in the language that is not its source's."""

    page: Page
    language: Language
    freshness: Freshness

    @property
    def source(self) -> Language:
        """The language that it is translated from."""
        return other(self.language)

    @property
    def path(self) -> str:
        """Its file below `docs/`, there or missing."""
        if self.language in self.page.editions:
            return self.page.editions[self.language].path
        return f"{self.page.key}/{FILE_NAMES[self.language]}".removeprefix("/")

    @property
    def since(self) -> date | None:
        """Since when it has been behind or missing, as far as that is known: what is old stands first."""
        published = self.page.facts.published if isinstance(self.page, Guide) else None
        return self.freshness.since if self.freshness.is_behind else published


def by_urgency(found: Iterable[Translation]) -> list[Translation]:
    """`found` by state, then the oldest first, and what has no date last, by its folder."""
    return sorted(found, key=lambda one: (_ORDER.index(one.freshness.status), one.since or date.max, one.page.key))


def translations(library: Library, standing: Standing) -> list[Translation]:
    """All of them, what is to be done first, first."""
    found = (
        Translation(library.pages[key], language, freshness)
        for (key, language), freshness in standing.items()
        if freshness.status in STATES
    )
    return by_urgency(found)


def by_state(found: list[Translation]) -> dict[Status, list[Translation]]:
    """`found` under each state that has any."""
    groups = {state: [one for one in found if one.freshness.status == state] for state in STATES}
    return {state: group for state, group in groups.items() if group}


@dataclass(frozen=True)
class Share:
    """How many pages there are, and how many of them a reader of one language has, up to date."""

    there: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded down, so that only all is 100."""
        return self.there * 100 // self.total if self.total else 100


def shares(standing: Standing) -> Mapping[Language, Share]:
    """Of all pages, those that each language has: written in it, or translated from what the source says now."""
    return {language: _share(standing, language) for language in LANGUAGES}


def _share(standing: Standing, language: Language) -> Share:
    there = [freshness.status in _THERE for (_, one), freshness in standing.items() if one == language]
    return Share(sum(there), len(there))
