"""Guides that somebody was to read again: told by the command alone, for no build depends on today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from canllaw.build import Build
from canllaw.problems import Problem


def due(found: Build, prefix: str, today: date) -> Iterator[Problem]:
    """Advice for each guide whose day of review is before `today`, on the line that states it."""
    for guide in found.library.guides:
        day = guide.facts.review_by
        if day and day < today:
            editions = guide.editions.values()
            stating = next(edition for edition in editions if "review_by" in edition.source.front_matter.mapping)
            line = stating.source.front_matter.line("review_by")
            yield Problem(f"{prefix}/{stating.path}", line, "review-due", {"day": day})
