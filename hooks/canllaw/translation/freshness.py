"""Whether a translation still says what its source says, and if not, which segments have changed since.

`translated_from` at the top of a translation holds the git blob hash of the file from which it was made. Either
language may be the source: it is the edition that does not say what it was made from.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from canllaw.content.blocks import read_blocks
from canllaw.content.frontmatter import Source, take_apart
from canllaw.content.library import Edition, Library, Page
from canllaw.content.segments import Segment, words
from canllaw.content.text_file import decode
from canllaw.content.unwritten import is_unfinished
from canllaw.language import LANGUAGES, Language, other
from canllaw.translation.alignment import aligned
from canllaw.translation.history import History, Reason, blob_hash, read_history
from canllaw.translation.pairing import pairs

Status = Literal["source", "fresh", "changed", "unknown", "unrecorded", "unfinished", "missing"]
"""`unfinished`: some of it is still to be written; `changed` names the segments; `unknown`: the source is another, but
its old text is not to be had, for a reason; `unrecorded`: nothing says from which text the translation was made."""

TRANSLATED_FIELDS = ("title", "short_title", "summary", "image.alt")

_ONE_PLACE = 0.1
"""What two segments in one place count that share no word, beside 1 for two that share all: they are one, rewritten."""
_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Change:
    """One segment of the source that is another now, with its counterpart in the translation, where there is one."""

    old: Segment | None
    new: Segment | None
    counterpart: Segment | None = None
    id: str = ""
    """What links call it: made of what it says, so that it stays the same until somebody translates it."""

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        """What has become of it."""
        return "added" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def words(self) -> list[tuple[Literal["same", "removed", "added"], str]]:
        """The old and the new text in one, word by word."""
        return word_diff(self.old.text if self.old else "", self.new.text if self.new else "")


@dataclass(frozen=True)
class Freshness:
    """How one edition of a page stands to the other; `total` is how many segments the source has now."""

    status: Status
    changes: tuple[Change, ...] = ()
    total: int = 0
    reason: Reason | None = None
    since: date | None = None
    """The day on which the source became another than the one that was translated, if git knows it."""

    @property
    def is_behind(self) -> bool:
        """Whether the source has moved on since, as readers are told."""
        return self.status in ("changed", "unknown")

    @property
    def out_of(self) -> int:
        """How many segments there are that could have changed: those of the source, and those taken out of it."""
        return self.total + sum(change.new is None for change in self.changes)


Standing = Mapping[tuple[str, Language], Freshness]
"""The freshness of each edition, there or missing, by the key of its page and its language."""


def read_standing(library: Library, docs: Path) -> Standing:
    """How every edition in `library` stands, whose files are below `docs`; git is asked once, and only if it must."""
    made_from = {
        page.editions[other(language)].path: recorded
        for page in library.pages.values()
        for language in LANGUAGES
        if (recorded := _made_from(page, language))
    }
    hashes = {path: _hash_of(docs / path) for path in made_from}
    moved_on = (recorded for path, recorded in made_from.items() if recorded != hashes[path])
    history = read_history(docs, moved_on)
    return {
        (key, language): _freshness(page, language, hashes, history)
        for key, page in library.pages.items()
        for language in LANGUAGES
    }


def _hash_of(path: Path) -> str:
    """The hash of the file at `path`; that of nothing if it cannot be opened, for which there is a Problem already."""
    try:
        return blob_hash(path.read_bytes())
    except OSError:
        return blob_hash(b"")


def _made_from(page: Page, language: Language) -> str | None:
    """The hash of the text of which this edition is the translation; None if it is none, or there is no such text."""
    edition = page.editions.get(language)
    return edition.fields.translated_from if edition and other(language) in page.editions else None


def _freshness(page: Page, language: Language, hashes: Mapping[str, str], history: History) -> Freshness:
    if language not in page.editions:
        return Freshness("missing")
    source = page.editions.get(other(language))
    made_from = _made_from(page, language)
    if source is None or (made_from is None and _made_from(page, source.language)):
        return Freshness("source")
    now = segments_of(source)
    if status := _without_history(page.editions[language], made_from, hashes.get(source.path, "")):
        return Freshness(status, total=len(now))
    since = history.replaced.get(made_from or "")
    if made_from is None or made_from not in history.texts:
        return Freshness("unknown", total=len(now), reason=history.reason, since=since)
    text, _ = decode(history.texts[made_from], source.path)
    before = segments_of_source(take_apart(text, source.path)[0])
    found = _with_counterparts(changes_between(before, now), before, segments_of(page.editions[language]))
    changes = tuple(_with_ids(found))
    return Freshness("changed", changes, len(now), since=since) if changes else Freshness("fresh", total=len(now))


def _without_history(edition: Edition, made_from: str | None, source_hash: str) -> Status | None:
    """How a translation stands, where that can be told without its source's old text."""
    if is_unfinished(edition) and (made_from or edition.language != "en"):
        return "unfinished"
    if made_from is None:
        # Of two editions that both say nothing, English is taken for the source, as it is where both are new.
        return "source" if edition.language == "en" else "unrecorded"
    return "fresh" if made_from == source_hash else None


def segments_of(edition: Edition) -> list[Segment]:
    """The segments of `edition`: the fields that are translated, then the text."""
    return [*_field_segments(edition.source), *edition.blocks.segments]


def segments_of_source(source: Source) -> list[Segment]:
    """The same of a text that is in no library."""
    return [*_field_segments(source), *read_blocks(source.body, source.body_line).segments]


def _field_segments(source: Source) -> Iterator[Segment]:
    for name in TRANSLATED_FIELDS:
        place = name.split(".")
        value: Any = source.front_matter.mapping
        for part in place:
            value = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(value, str) and value.strip():
            yield Segment("field", words(value), source.front_matter.line(*place), name=name)


def changes_between(before: Sequence[Segment], now: Sequence[Segment]) -> list[Change]:
    """What was changed, added and removed from `before` to `now`, in the order of the text."""
    here, there = ([(part.kind, part.depth, part.name, part.text) for part in side] for side in (before, now))
    changes = []
    for tag, start, end, first, last in difflib.SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag != "equal":
            pieces = aligned(before[start:end], now[first:last], _likeness, _unlike)
            changes += [Change(old, new) for old, new in pieces]
    return changes


def _likeness(old: Segment, new: Segment) -> float:
    if (old.kind, old.name) != (new.kind, new.name):
        return 0.0
    return _ONE_PLACE + difflib.SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False).ratio()


def _unlike(segment: Segment) -> int:
    """No two are of one kind: they are all weighed."""
    return id(segment)


def _with_counterparts(
    changes: list[Change], before: Sequence[Segment], translation: Sequence[Segment]
) -> Iterator[Change]:
    """`changes` with what the translation has for each old segment: it was made from the old text, so it pairs with it.

    What was added has no counterpart yet.
    """
    counterparts = {id(old): here for old, here in pairs(before, translation) if old is not None}
    for change in changes:
        yield Change(change.old, change.new, counterparts.get(id(change.old)))


def _with_ids(changes: Iterable[Change]) -> Iterator[Change]:
    """`changes`, each with an id of its own."""
    twins: Counter[str] = Counter()
    for change in changes:
        said = "\0".join(f"{part.kind} {part.name} {part.text}" if part else "" for part in (change.old, change.new))
        name = f"cl-change-{hashlib.sha1(said.encode(), usedforsecurity=False).hexdigest()[:8]}"
        twins[name] += 1
        yield replace(change, id=name if twins[name] == 1 else f"{name}-{twins[name]}")


def word_diff(old: str, new: str) -> list[tuple[Literal["same", "removed", "added"], str]]:
    """`old` and `new` in one, word by word: what is the same, what was removed, what was added."""
    before, now = _TOKENS.findall(old), _TOKENS.findall(new)
    parts: list[tuple[Literal["same", "removed", "added"], str]] = []
    for tag, start, end, first, last in difflib.SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("same", "".join(before[start:end])))
            continue
        if start < end:
            parts.append(("removed", "".join(before[start:end])))
        if first < last:
            parts.append(("added", "".join(now[first:last])))
    return parts
