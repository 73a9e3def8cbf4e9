"""Diagrams on their way to the reader: drawn for a page, and as files to take away."""

from __future__ import annotations

import io
import posixpath
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py
from fontTools.ttLib import TTFont

from canllaw.build import Build
from canllaw.cache import kept
from canllaw.content.blocks import figure_anchor
from canllaw.content.library import Edition, Page
from canllaw.content.links import linked_path
from canllaw.diagrams.figure import Drawn, draw, not_drawn, picture
from canllaw.diagrams.metrics import FONT
from canllaw.diagrams.reading import Diagram
from canllaw.diagrams.svg import FAMILY
from canllaw.language import LANGUAGES, Language

_FAMILY_NAME = 1  # OpenType 1.9, `name`
_WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)
_ZOOM = 2.0  # device pixels to a user unit, so that a slide or a printed page stays sharp


def drawn_in(build: Build, page: Page, edition: Edition, site_language: Language) -> dict[str, Drawn]:
    """Each diagram that the text of `edition` shows, by the target that the text names it with.

    In the place of one with mistakes, which only a preview comes to show, stands what is wrong with it.
    """
    wording = partial(_say, build, edition.language)
    drawn = {}
    for shown in edition.blocks.pictures:
        if not shown.is_diagram:
            continue
        path = linked_path(edition, shown.target)
        diagram, problems = build.diagrams.get(path), build.problems_of(path)
        if problems:
            drawn[shown.target] = not_drawn(shown.name, problems, edition.language, wording)
        elif diagram:
            here = build.library.address(page, site_language)
            files = {
                kind: posixpath.relpath(place(diagram, edition.language, kind), here or ".") for kind in ("svg", "png")
            }
            anchor = figure_anchor(shown.name)
            drawn[shown.target] = draw(diagram, edition.language, wording, anchor, files)
    return drawn


def place(diagram: Diagram, language: Language, kind: str) -> str:
    """Where the file of a diagram stands, from the site's root: `guides/…/models.diagram.cy.svg`."""
    infix = "" if language == "en" else f".{language}"
    return posixpath.join(diagram.folder, f"{diagram.name}.diagram{infix}.{kind}")


def write(build: Build, site: Path) -> None:
    """Write each diagram below `site` as SVG and PNG, in each language that its page is in."""
    for diagram in build.diagrams.values():
        if build.problems_of(diagram.path):
            continue
        page = build.library.pages.get(diagram.folder)
        for language in page.editions if page else LANGUAGES:
            svg = picture(diagram, language, partial(_say, build, language))
            _write(site / place(diagram, language, "svg"), svg.encode("utf-8"))
            _write(site / place(diagram, language, "png"), _png(build.docs.parent, svg))


def _say(build: Build, language: Language, key: str, **values: object) -> str:
    return build.words.say(key, language, **values)


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _png(root: Path, svg: str) -> bytes:
    """The picture in pixels; kept, because it takes as long as a page."""
    key = f"{version('resvg-py')} {_ZOOM} {svg}".encode()
    return kept(root, key, lambda: _pixels(svg))


def _pixels(svg: str) -> bytes:
    with TemporaryDirectory() as folder:
        font = Path(folder, "font.ttf")
        font.write_bytes(_unpacked_font())
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=_ZOOM, font_files=[str(font)], skip_system_fonts=True))


@cache
def _unpacked_font() -> bytes:
    """The site's font as the renderer reads it: without the packing that browsers want, under the name that we use."""
    with TTFont(FONT) as font:
        font.flavor = None
        font["name"].setName(FAMILY, _FAMILY_NAME, *_WINDOWS_UNICODE_ENGLISH)
        data = io.BytesIO()
        font.save(data, reorderTables=False)
    return data.getvalue()
