"""What the command tells of translations, and what it writes into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from canllaw.authoring.translation import finished
from canllaw.checking.fixes import write_whole
from canllaw.content.library import HOME, Library, Page, called
from canllaw.content.unwritten import is_unfinished
from canllaw.language import LANGUAGES, NATIVE_NAMES, Language, other
from canllaw.problems import guess, sentence, visible
from canllaw.translation.freshness import Change, Standing, Status
from canllaw.translation.history import blob_hash
from canllaw.translation.overview import STATES, Translation, shares, translations
from canllaw.translation.record import with_record

_SENTENCES = {
    "fresh": "status-fresh",
    "changed": "status-changed",
    "unrecorded": "status-unrecorded",
    "unfinished": "status-unfinished",
    "missing": "status-missing",
    "no-git": "status-no-git",
    "no-repository": "status-no-repository",
    "shallow": "status-shallow",
    "not-there": "status-not-there",
}
_COUNTS = {
    "fresh": "count-fresh",
    "changed": "count-changed",
    "unknown": "count-unknown",
    "unrecorded": "count-unrecorded",
    "unfinished": "count-unfinished",
    "missing": "count-missing",
}
_CHANGES = {"changed": "segment-changed", "added": "segment-added", "removed": "segment-removed"}
_SIGNS = {"removed": "[-{}-]", "added": "{{+{}+}}", "same": "{}"}


@dataclass(frozen=True)
class Filter:
    """Which translations are asked for: those in a state, and into a language; all that want doing, if neither."""

    state: Status | None = None
    language: Language | None = None

    def lets(self, one: Translation) -> bool:
        """Whether `one` is asked for."""
        states = [self.state] if self.state else [state for state in STATES if state != "fresh"]
        return one.freshness.status in states and self.language in (None, one.language)


def as_text(library: Library, standing: Standing, prefix: str, languages: Sequence[Language], asked: Filter) -> str:
    """Every translation that is not up to date, with what has changed since, and how many there are of each kind.

    They stand in the order of the page on the site: what is to be done first, first. Old words stand between `[-` and
    `-]`, new ones between `{+` and `+}`, as in the word diffs of git.
    """
    found = translations(library, standing)
    parts = [line for one in found if asked.lets(one) for line in (*_one(one, prefix, languages), "")]
    for state, code in _COUNTS.items():
        parts += _said(code, languages, n=sum(one.freshness.status == state for one in found))
    for language, share in shares(standing).items():
        name = NATIVE_NAMES[language]
        parts += _said("count-share", languages, name=name, n=share.there, total=share.total, percent=share.percent)
    return "\n".join(parts)


def _one(one: Translation, prefix: str, languages: Sequence[Language]) -> Iterator[str]:
    freshness, source = one.freshness, one.page.edition(one.source)
    yield visible(f"{prefix}/{one.path}")
    code = _SENTENCES[freshness.reason or freshness.status]
    values = {"file": f"{prefix}/{source.path}", "n": len(freshness.changes), "total": freshness.out_of}
    told = _said(code, languages, guide=called(one.page.key), **values)
    if one.since and freshness.is_behind:
        told += _said("status-since", languages, day=one.since.isoformat())
    for line in told:
        yield f"    {line}"
    for change in freshness.changes:
        yield from _changed(change, languages)


def _changed(change: Change, languages: Sequence[Language]) -> Iterator[str]:
    yield ""
    place = change.new or change.old
    for line in _said(_CHANGES[change.kind], languages, line=place.line if place else 1):
        yield f"  {line}"
    yield "      " + visible("".join(_SIGNS[what].format(text) for what, text in change.words))
    if change.counterpart:
        yield f"    {change.counterpart.line}: {visible(change.counterpart.text)}"


def made(page: Page, source: Language | None) -> tuple[str, bool]:
    """The path of the translation of `page` below the folder of the guides, and whether nothing is to be written."""
    edition = page.editions[_translation(page, source)]
    return edition.path, not is_unfinished(edition)


def record(docs: Path, page: Page, source: Language | None) -> tuple[str, bool]:
    """Write into the translation of `page` that it was made from what its source says now.

    The comments in which it shows its source, if `canllaw new` has made it, are taken out. Gives the path of the
    translation below `docs`, and whether it could be written. The source is the edition that does not say what it was
    made from, unless `source` names it; English, if neither says anything.
    """
    translation = _translation(page, source)
    here, there = (page.editions[language].path for language in (translation, other(translation)))
    try:
        text, original = (docs / here).read_bytes().decode("utf-8"), (docs / there).read_bytes()
    except (OSError, UnicodeDecodeError):
        return here, False
    return here, write_whole(docs / here, with_record(finished(text), blob_hash(original)))


def _translation(page: Page, source: Language | None) -> Language:
    said = [language for language in LANGUAGES if page.editions[language].fields.translated_from]
    return other(source) if source else said[0] if len(said) == 1 else "cy"


def named(library: Library, name: str) -> tuple[Page | None, str]:
    """The page in the folder `name`, a guide's or another, if it has both editions; and what else may be meant.

    The home page is in the folder of all others, `.`.
    """
    both = {key: page for key, page in library.pages.items() if len(page.editions) == len(LANGUAGES)}
    name = name.strip("/")
    known = {called(key): page for key, page in both.items() if key}
    return known.get(name) or both.get("" if name == HOME else name), guess(name, known) or ""


def _said(code: str, languages: Sequence[Language], **values: object) -> list[str]:
    return sentence(code, tuple(languages), **values).split("\n")
