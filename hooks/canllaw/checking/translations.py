"""What the command tells of translations, and what it writes into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from canllaw.authoring.skeleton import without_source
from canllaw.checking.fixes import write_whole
from canllaw.content.library import FILE_NAMES, GUIDES_FOLDER, Library, Page
from canllaw.content.unwritten import is_unfinished
from canllaw.language import LANGUAGES, Language, other
from canllaw.problems import guess, sentence, visible
from canllaw.translation.freshness import Change, Freshness, Standing
from canllaw.translation.history import blob_hash
from canllaw.translation.record import with_record

_TOLD = ("changed", "unknown", "unrecorded", "unfinished", "missing")
_SENTENCES = {
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


def as_text(library: Library, standing: Standing, prefix: str, languages: Sequence[Language]) -> str:
    """Every translation that is not up to date, with what has changed since, and how many there are of each kind.

    Old words stand between `[-` and `-]`, new ones between `{+` and `+}`, as in the word diffs of git.
    """
    parts: list[str] = []
    for status in _TOLD:
        for (key, language), freshness in standing.items():
            if freshness.status == status:
                parts += [*_one(library.pages[key], language, freshness, prefix, languages), ""]
    counts: Counter[str] = Counter(freshness.status for freshness in standing.values())
    parts += [line for status, code in _COUNTS.items() for line in _said(code, languages, n=counts[status])]
    return "\n".join(parts)


def _one(
    page: Page, language: Language, freshness: Freshness, prefix: str, languages: Sequence[Language]
) -> Iterator[str]:
    source = page.edition(other(language))
    yield visible(f"{prefix}/{_file(page, language)}")
    code = _SENTENCES[freshness.reason or freshness.status]
    values = {"file": f"{prefix}/{source.path}", "n": len(freshness.changes), "total": freshness.total}
    for line in _said(code, languages, guide=page.key.removeprefix(f"{GUIDES_FOLDER}/"), **values):
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
    return here, write_whole(docs / here, with_record(without_source(text), blob_hash(original)))


def _translation(page: Page, source: Language | None) -> Language:
    said = [language for language in LANGUAGES if page.editions[language].fields.translated_from]
    return other(source) if source else said[0] if len(said) == 1 else "cy"


def named(library: Library, name: str) -> tuple[Page | None, str]:
    """The page in the folder `name`, a guide's or another, if it has both editions; and what else may be meant."""
    both = {key: page for key, page in library.pages.items() if len(page.editions) == len(LANGUAGES)}
    name = name.strip("/")
    known = {key.removeprefix(f"{GUIDES_FOLDER}/"): page for key, page in both.items() if key}
    return known.get(name) or both.get(name), guess(name, known) or ""


def _file(page: Page, language: Language) -> str:
    return page.editions[language].path if language in page.editions else f"{page.key}/{FILE_NAMES[language]}"


def _said(code: str, languages: Sequence[Language], **values: object) -> list[str]:
    return sentence(code, tuple(languages), **values).split("\n")
