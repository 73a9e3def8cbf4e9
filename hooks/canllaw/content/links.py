"""Links between pages: which page a link means, and where it leads on the site of each language."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from canllaw.content.library import FILE_NAMES, Edition, Library, Page
from canllaw.language import Language, other
from canllaw.markup.safety import scheme_of
from canllaw.vocabulary import Vocabulary


def key_of(path: str) -> str:
    """The key of the page that a path below `docs` means, whether it names the file, its Welsh twin or the folder."""
    folder = posixpath.dirname(path) if posixpath.basename(path) in FILE_NAMES.values() else path
    return "" if folder in ("", ".") else folder


def linked_path(edition: Edition, target: str) -> str:
    """The path below `docs` that `target`, a relative link without its fragment, means in the text of `edition`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(edition.path), target)) if target else edition.path


def diagrams_shown(library: Library) -> dict[str, frozenset[Language]]:
    """The languages of the editions that show each diagram, by its path below `docs`."""
    shown: dict[str, set[Language]] = {}
    for page in library.pages.values():
        for language, edition in page.editions.items():
            for picture in edition.blocks.pictures:
                if picture.is_diagram:
                    shown.setdefault(linked_path(edition, unquote(picture.target)), set()).add(language)
    return {path: frozenset(languages) for path, languages in shown.items()}


def linked_page(library: Library, edition: Edition, target: str) -> Page | None:
    """The page that a relative link in `edition` leads to, or None if it leads to no page."""
    path = linked_path(edition, target)
    return library.published.get(key_of(path)) if path.endswith(".md") else None


def counterparts(page: Page, language: Language, vocabulary: Vocabulary) -> dict[str, str]:
    """For each anchor of `page` in `language` the anchor of the same place in the other language.

    Headings pair by order and level; where the editions have different ones the pairs end at the first difference, so
    that no reader lands in a section about something else. A page in one language is its own counterpart.
    """
    edition = page.edition(language)
    twin = page.editions.get(other(edition.language), edition)
    pairs: dict[str, str] = {}
    for mine, theirs in zip(edition.blocks.headings, twin.blocks.headings, strict=False):
        if mine.level != theirs.level:
            break
        pairs[mine.anchor] = theirs.anchor
    if page.layout == "glossary":
        entries = vocabulary.glossary.root.values()
        pairs |= {entry[language].anchor: entry[other(language)].anchor for entry in entries}
    listed = {"browse": vocabulary.taxonomy.tags, "guides": vocabulary.taxonomy.topics}.get(page.layout, {})
    return pairs | {concept.anchor(language): concept.anchor(other(language)) for concept in listed.values()}


def anchors(page: Page, language: Language, vocabulary: Vocabulary) -> frozenset[str]:
    """All that a link to `page`, as readers of `language` get it, can point at."""
    return page.edition(language).blocks.anchors | counterparts(page, language, vocabulary).keys()


def links_on_site(
    library: Library, vocabulary: Vocabulary, edition: Edition, site_language: Language
) -> dict[str, str]:
    """For each relative link in `edition` that leads to a page, the link to the file that this site's readers get.

    Authors write `../first-steps/index.md` in either language. Where a text stands in for a missing edition, a place on
    another page is the one with the anchor of that page's language.
    """
    rewritten = {}
    for link in edition.blocks.links:
        if scheme_of(link.target):
            continue
        parts = urlsplit(link.target)
        page = linked_page(library, edition, unquote(parts.path)) if parts.path else None
        if page:
            shown = page.edition(site_language)
            fragment = unquote(parts.fragment)
            if shown.language != edition.language and edition.language in page.editions:
                fragment = counterparts(page, edition.language, vocabulary).get(fragment, fragment)
            path = posixpath.relpath(shown.path, posixpath.dirname(edition.path) or ".")
            rewritten[link.target] = f"{path}#{fragment}" if fragment else path
    return rewritten
