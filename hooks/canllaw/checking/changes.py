"""`canllaw changes`: what has changed in each language since a commit, guide by guide, and what is behind by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from canllaw import build
from canllaw.checking.github import plain
from canllaw.content.files import DATA_FOLDER, is_hidden
from canllaw.content.frontmatter import take_apart
from canllaw.content.library import FILE_NAMES, Page
from canllaw.content.text_file import decode
from canllaw.language import LANGUAGES, NAMES, Language, other
from canllaw.problems import sentence, visible
from canllaw.translation.freshness import changes_between, segments_of, segments_of_source
from canllaw.translation.history import Reason, read_history
from canllaw.translation.since import FileChange, files_since

_LANGUAGES = {name: language for language, name in FILE_NAMES.items()}
_SAID = {"added": "cell-added", "deleted": "cell-deleted"}
_REFUSALS = {
    "no-git": "changes-no-git",
    "no-repository": "changes-no-repository",
    "shallow": "changes-shallow",
    "not-there": "changes-not-there",
}
_OF_TRANSLATION = {
    "changed": {"en": "behind-en", "cy": "behind-cy"},
    "unknown": {"en": "behind-en", "cy": "behind-cy"},
    "unrecorded": {"en": "not-known-en", "cy": "not-known-cy"},
    "unfinished": {"en": "unfinished-en", "cy": "unfinished-cy"},
    "missing": {"en": "only-cy", "cy": "only-en"},
}
_GROUPS = {"data": "changed-data", "files": "changed-files", "code": "changed-code"}
_MOST_FILES = 20


@dataclass(frozen=True)
class Edited:
    """What has become of an edition: its status, the folder that it was in if it has moved, and its segments.

    Of `total` segments `n` are others now.
    """

    status: str
    moved_from: str = ""
    n: int = 0
    total: int = 0


@dataclass(frozen=True)
class Changed:
    """What has become of a page; `behind` says of an edition that nobody touched how it stands to the other one now."""

    key: str
    editions: Mapping[Language, Edited]
    there: frozenset[Language]
    behind: Mapping[Language, str]


@dataclass(frozen=True)
class Changes:
    """All that has changed: pages, and other files by what they are."""

    pages: tuple[Changed, ...]
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def since(docs: Path, prefix: str, base: str) -> Changes | Reason:
    """What has changed in the folder `docs`, and around it, since HEAD left `base`; or why nobody can tell."""
    answer = files_since(docs, base)
    if isinstance(answer, str):
        return answer
    files, folder = answer
    found = build.read(docs, prefix)
    by_page: dict[str, dict[Language, FileChange]] = {}
    others: dict[str, list[str]] = {}
    for change in files:
        name = change.path.removeprefix(folder)
        is_in_docs = change.path.startswith(folder)
        if is_in_docs and (place := _edition(name)):
            by_page.setdefault(place[0], {})[place[1]] = change
        else:
            others.setdefault(_group(name, change.path, is_in_docs=is_in_docs), []).append(change.path)
    texts = read_history(
        docs, (change.blob for changes in by_page.values() for change in changes.values() if change.blob)
    )
    then = _Then(texts.texts, folder)
    pages = tuple(
        _page(
            key,
            {
                language: then.edited(change, language, found.library.pages.get(key))
                for language, change in changes.items()
            },
            found,
        )
        for key, changes in sorted(by_page.items())
    )
    return Changes(pages, {group: tuple(others[group]) for group in _GROUPS if group in others})


def refusal(reason: Reason, languages: Sequence[Language], base: str) -> str:
    """Why it cannot be told what has changed since `base`."""
    return sentence(_REFUSALS[reason], tuple(languages), base=visible(base))


def _edition(name: str) -> tuple[str, Language] | None:
    """The key and the language of the edition in the file `name`, from the folder of the guides; None if it is none."""
    path = PurePosixPath(name)
    if path.name not in _LANGUAGES or path.parts[0] == DATA_FOLDER or is_hidden(Path(name)):
        return None
    return ("" if path.parent == PurePosixPath() else path.parent.as_posix()), _LANGUAGES[path.name]


def _group(name: str, path: str, *, is_in_docs: bool) -> str:
    if is_in_docs:
        return "data" if PurePosixPath(name).parts[0] == DATA_FOLDER else "files"
    return "code" if "/" in path or not path.endswith(".md") else "files"


def _page(key: str, edited: Mapping[Language, Edited], found: build.Build) -> Changed:
    page = found.library.pages.get(key)
    there: frozenset[Language] = frozenset(page.editions if page else ())
    behind: dict[Language, str] = {}
    for language in LANGUAGES:
        source = edited.get(other(language))
        # Where only the layout of the source has changed, nobody has to translate anything.
        if other(language) in there and source and (source.n or source.status == "added"):
            status = found.standing[key, language].status
            if status in _OF_TRANSLATION and not (status == "unrecorded" and language in edited):
                behind[language] = status
    return Changed(key, edited, there, behind)


@dataclass(frozen=True)
class _Then:
    """What stood in the files: the old texts by their hashes; `folder` is what git calls the folder of the guides."""

    texts: Mapping[str, bytes]
    folder: str

    def edited(self, change: FileChange, language: Language, page: Page | None) -> Edited:
        """What has become of the edition in `language`, if there still is one, of `page`."""
        moved = ""
        if change.old_path:
            place = _edition(change.old_path.removeprefix(self.folder))
            moved = place[0] if place else change.old_path
        if page is None or language not in page.editions or change.blob not in self.texts:
            return Edited(change.status, moved)
        text, _ = decode(self.texts[change.blob], change.path)
        now = segments_of(page.editions[language])
        n = len(changes_between(segments_of_source(take_apart(text, change.path)[0]), now))
        return Edited(change.status, moved, n, len(now))


def as_text(found: Changes, languages: Sequence[Language]) -> str:
    """What has changed, for a terminal: in each language the pages, then the other files."""
    parts: list[str] = []
    for language in languages:
        for changed in found.pages:
            parts.append(visible(changed.key or "/"))
            parts += [f"    {cell}" for cell in _cells(changed, language)]
        if not found.pages:
            parts.append(sentence("changed-none", (language,)))
        parts += _files(found, language)
        parts.append("")
    return "\n".join(parts).rstrip("\n")


def _cells(changed: Changed, language: Language) -> Iterator[str]:
    for edition in (language for language in LANGUAGES if language in changed.editions):
        yield f"{NAMES[edition][language]}: {_cell(changed, edition, language)}"
    yield from _behind(changed, language)


def as_table(found: Changes, languages: Sequence[Language]) -> str:
    """What has changed, as Markdown for the summary of a run: in each language a table, then the other files."""
    parts: list[str] = []
    for language in languages:
        parts += [f"## {sentence('changed-title', (language,))}", ""]
        if found.pages:
            heads = [sentence("changed-page", (language,)), *(NAMES[edition][language] for edition in LANGUAGES)]
            heads.append(sentence("changed-behind", (language,)))
            parts += [f"| {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
        else:
            parts.append(sentence("changed-none", (language,)))
        for changed in found.pages:
            cells = [_cell(changed, edition, language) for edition in LANGUAGES]
            row = [changed.key or "/", *cells, " ".join(_behind(changed, language))]
            parts.append(f"| {' | '.join(plain(cell) for cell in row)} |")
        parts += ["", *(f"{plain(line)}  " for line in _files(found, language)), ""]
    return "\n".join(parts)


def _cell(changed: Changed, edition: Language, language: Language) -> str:
    """What has become of one edition, in `language`."""
    edited = changed.editions.get(edition)
    if edited is None:
        return "–" if edition in changed.there else sentence("cell-absent", (language,))
    said = [sentence("cell-renamed", (language,), old=edited.moved_from)] if edited.moved_from else []
    if code := _SAID.get(edited.status):
        said.append(sentence(code, (language,)))
    elif edited.n:
        said.append(sentence("cell-changed", (language,), n=edited.n, total=edited.total))
    elif not edited.moved_from:
        said.append(sentence("cell-layout", (language,)))
    return "; ".join(said)


def _behind(changed: Changed, language: Language) -> Iterator[str]:
    for edition, status in changed.behind.items():
        yield sentence(_OF_TRANSLATION[status][edition], (language,), guide=changed.key.removeprefix("guides/"))


def _files(found: Changes, language: Language) -> Iterator[str]:
    """The other files, a line for each kind of them, as many as fit."""
    for group, names in found.files.items():
        more = sentence("changed-more", (language,), n=len(names) - _MOST_FILES) if len(names) > _MOST_FILES else ""
        listed = ", ".join([*map(visible, names[:_MOST_FILES]), *filter(None, [more])])
        yield sentence(_GROUPS[group], (language,), files=listed)
