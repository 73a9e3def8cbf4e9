"""The search index, made by Pagefind: small pieces that a browser fetches as it needs them, one set a language.

Each language has a folder of its own, with its own copy of Pagefind's scripts. Pagefind picks the index by the
language of the page that asks, and keeps one stemmer a script; so only with two can a Welsh page ask for the English
results too.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from canllaw.language import DEFAULT_LANGUAGE, LANGUAGES, Language
from canllaw.search.chunks import UnknownFormError, deal_out, unpacked

FOLDER = "pagefind"
_BODY = b"data-pagefind-body"
_FURNITURE = (
    "pre",  # code, which is in no language that readers search in
    ".footnote-ref",
    ".footnote-backref",
    ".cl-diagram__words summary",
    ".cl-diagram__ways",
)
_NOT_OURS = ("pagefind-*ui*", "pagefind-highlight.js")  # Pagefind's own interface, which no page uses


class IndexingError(Exception):
    """Pagefind could not index the site; the message is what it printed."""


@dataclass(frozen=True)
class IndexedPage:
    """A page as the index has it."""

    id: str
    address: str
    text: str


def index_site(site: Path, languages: Collection[Language] = LANGUAGES) -> None:
    """Write the index of the pages below `site` to `site/pagefind/`, each of `languages` by itself.

    Only what stands inside `data-pagefind-body` is indexed; a language without such a page gets no index. Raises
    IndexingError.
    """
    if not any(_has_pages(site, language) for language in LANGUAGES):
        raise IndexingError(f"No page in {site} is marked for the search index.")
    runs = [_Run(site, language) for language in languages if _has_pages(site, language)]
    errors = [said for run in runs if (said := run.finish())]
    if errors:
        raise IndexingError("\n".join(errors))


def indexed_pages(site: Path, language: Language) -> list[IndexedPage]:
    """What the index below `site` holds in `language`: the text that is searched, by address."""
    fragments = (site / FOLDER / language / "fragment").glob("*.pf_fragment")
    return sorted(map(_read_fragment, fragments), key=lambda page: page.address)


def _read_fragment(path: Path) -> IndexedPage:
    entry = json.loads(unpacked(path))
    return IndexedPage(path.stem, entry["url"], f"{entry['meta'].get('title', '')}\n{entry['content']}")


def pages_of(site: Path, language: Language) -> Iterator[Path]:
    """The files of the pages in `language` below `site`."""
    for top in _tops(site, language):
        yield from top.rglob("*.html") if top.is_dir() else [top]


class _Run:
    """Pagefind at work on one language, beside the others."""

    def __init__(self, site: Path, language: Language) -> None:
        self._output = site / FOLDER / language
        command = [sys.executable, "-m", "pagefind", "--site", str(site), "--glob", _glob(site, language)]
        command += [option for selector in _FURNITURE for option in ("--exclude-selectors", selector)]
        self._process = subprocess.Popen(
            [*command, "--output-path", str(self._output)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def finish(self) -> str:
        """Wait for it, and take away what no page uses; gives what it said if it failed, "" if not."""
        said, _ = self._process.communicate()
        if self._process.returncode != 0:
            return said.strip() or f"Pagefind ended with {self._process.returncode}."
        for pattern in _NOT_OURS:
            for path in self._output.glob(pattern):
                path.unlink()
        try:
            deal_out(self._output)
        except UnknownFormError as error:
            return f"Pagefind has written its index in a form that canllaw.search.chunks does not know: {error}."
        return ""


def _has_pages(site: Path, language: Language) -> bool:
    return any(_BODY in path.read_bytes() for path in pages_of(site, language))


def _glob(site: Path, language: Language) -> str:
    patterns = [f"{top.name}/**/*.html" if top.is_dir() else top.name for top in _tops(site, language)]
    return f"{{{','.join(patterns)}}}"


def _tops(site: Path, language: Language) -> list[Path]:
    """The files and folders right below `site` that hold the pages of `language`."""
    if language != DEFAULT_LANGUAGE:
        return [path for path in [site / language] if path.is_dir()]
    others = {FOLDER, *LANGUAGES} - {DEFAULT_LANGUAGE}
    tops = sorted(site.iterdir()) if site.is_dir() else []
    return [top for top in tops if (top.is_dir() or top.suffix == ".html") and top.name not in others]
