"""Pages that an earlier build made from the same, so that they need not be made again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from canllaw import cache
from canllaw.build import Build
from canllaw.cache import digest_of, digest_of_files
from canllaw.code import digest_of_tree
from canllaw.content.files import DIAGRAM_SUFFIX
from canllaw.content.library import Page
from canllaw.language import Language
from canllaw.publishing.fingerprints import fingerprints

_SETTINGS = ("site_name", "site_url", "site_description", "repo_url", "edit_uri", "extra", "copyright")


@dataclass(frozen=True)
class Made:
    """A page as its file holds it, and its text alone, both as HTML."""

    page: str
    text: str


def made_with(settings: Mapping[str, Any], folders: Iterable[Path]) -> str:
    """One word for what makes a site besides its guides: settings, the file that states them, and whole `folders`."""
    stated = [settings[name] for name in _SETTINGS]
    file = Path(settings["config_file_path"])
    return digest_of(json.dumps(stated, default=str), digest_of_files([file]), *map(digest_of_tree, folders))


def look(build: Build, page: Page, site_language: Language) -> Made | None:
    """`page` on the site in `site_language` as an earlier build made it from the same; None if none has."""
    if not _can_be_kept(build, page):
        return None
    data = cache.look(build.docs.parent, _key(build, page, site_language))
    if data is None:
        return None
    length, _, both = data.partition(b" ")
    return Made(both[: int(length)].decode(), both[int(length) :].decode())


def keep(build: Build, page: Page, site_language: Language, made: Made) -> None:
    """Keep a page for the next builds."""
    if _can_be_kept(build, page):
        data = made.page.encode("utf-8", "xmlcharrefreplace")
        whole = b"%d " % len(data) + data + made.text.encode("utf-8", "xmlcharrefreplace")
        cache.keep(build.docs.parent, _key(build, page, site_language), whole)


def _key(build: Build, page: Page, site_language: Language) -> bytes:
    return f"page {fingerprints(build).of(page, site_language)}".encode()


def _can_be_kept(build: Build, page: Page) -> bool:
    """A preview shows pages with mistakes, too, but what it says of them is not in their fingerprints."""
    own = {f"{build.docs.name}/{edition.path}" for edition in page.editions.values()}
    return not any(problem.path in own or problem.path.endswith(DIAGRAM_SUFFIX) for problem in build.problems)
