"""All guides of a language as one book: EPUB 3.3, with the metadata of EPUB Accessibility 1.1.

It is made of what the editions have become as pages. The same guides give the same bytes: files stand in a fixed order,
and their time is the day of the newest change to a guide.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, unquote, urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from canllaw.build import Build
from canllaw.cache import kept
from canllaw.content.library import Guide
from canllaw.diagrams import metrics, svg
from canllaw.language import LANGUAGES
from canllaw.markup.plain import from_page, from_root, links, make_plain, parse, rename_ids
from canllaw.markup.xhtml import make_xhtml, name_of, written
from canllaw.publishing.diagrams import as_files
from canllaw.publishing.fingerprints import fingerprints
from canllaw.publishing.side_by_side import Rendered
from canllaw.publishing.view import PageView
from canllaw.social.picture import cover
from canllaw.vocabulary.taxonomy import Concept
from canllaw.workers import shared

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = "EPUB"
_CHAPTER = "canllaw/epub/guide.xhtml.html"
_PARTS = {
    "META-INF/container.xml": "canllaw/epub/container.xml.html",
    "EPUB/package.opf": "canllaw/epub/package.opf.html",
    "EPUB/nav.xhtml": "canllaw/epub/nav.xhtml.html",
    "EPUB/cover.svg": "canllaw/epub/cover.svg.html",
    "EPUB/cover.xhtml": "canllaw/epub/cover.xhtml.html",
    "EPUB/title.xhtml": "canllaw/epub/title.xhtml.html",
    "EPUB/about.xhtml": "canllaw/epub/about.xhtml.html",
    "EPUB/book.css": "canllaw/epub/book.css.html",
}
_FONT, _LICENCE = "fonts/newsreader-600.woff2", "fonts/OFL.txt"
# Core media types of EPUB 3.3 (3.2): only such a picture needs nothing that stands in for it.
_PICTURES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
_EARLIEST = date(2000, 1, 1)
_TITLE_SIZE, _SUBTITLE_SIZE, _COVER_WIDTH = 190.0, 64.0, 1280.0


class Templates(Protocol):
    """Gives the template with a name."""

    def __call__(self, name: str) -> Template:
        """The template called `name`."""


@dataclass(frozen=True)
class Chapter:
    """A guide in the book: the file that it stands in, and its text as a tree whose ids are those of the book."""

    guide: Guide
    file: str
    root: Element

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link can lead to in it."""
        return frozenset(element.attrib["id"] for element in self.root.iter() if "id" in element.attrib)

    @property
    def text(self) -> str:
        """The text as XHTML."""
        return written(self.root)


@dataclass(frozen=True)
class Picture:
    """A picture in the book: `path` is below the book's folder, as it is below `docs/`."""

    path: str

    @property
    def media_type(self) -> str:
        """Its media type."""
        return _PICTURES[_suffix(self.path)]

    @property
    def address(self) -> str:
        """Its path as an address."""
        return quote(self.path)


@dataclass(frozen=True)
class BookView(PageView):
    """What a template of the book may ask: all that it may on the home page, and what is in the book."""

    rendered: Rendered

    @property
    def identifier(self) -> str:
        """The book's own name, the same for each of its editions (RFC 9562, version 5)."""
        return uuid5(NAMESPACE_URL, urljoin(self.site_url, self.book_address(self.site_language))).urn

    @cached_property
    def chapters_by_topic(self) -> list[tuple[Concept, list[Chapter]]]:
        """The guides with an edition in the language of the book, by topic, as the list of guides has them."""
        language = self.site_language
        found = (
            (topic, [self._chapter(guide) for guide in guides if language in guide.editions])
            for topic, guides in self.topics()
        )
        return [(topic, chapters) for topic, chapters in found if chapters]

    @cached_property
    def chapters(self) -> dict[str, Chapter]:
        """The chapters in order, by the address that their guides have on the site."""
        chapters = [chapter for _, of_topic in self.chapters_by_topic for chapter in of_topic]
        return {self.address(chapter.guide): chapter for chapter in chapters}

    @property
    def subtitle(self) -> str:
        """What the collection is, after its name."""
        words = self.edition.title.removeprefix(self.site_name).lstrip(": –")
        return words[:1].upper() + words[1:]

    @property
    def authors(self) -> list[str]:
        """Who wrote the guides, each once, in the order of the guides."""
        names = (author for chapter in self.chapters.values() for author in chapter.guide.facts.authors)
        return list(dict.fromkeys(names))

    @property
    def left_out(self) -> list[Guide]:
        """The guides with no edition in the language of the book, in alphabetical order."""
        guides = [guide for _, guides in self.topics() for guide in guides]
        return [guide for guide in guides if self.site_language not in guide.editions]

    @property
    def changed(self) -> date:
        """The day of the newest change to a guide in the book."""
        facts = [chapter.guide.facts for chapter in self.chapters.values()]
        return max((day for fact in facts if (day := fact.updated or fact.published)), default=_EARLIEST)

    @cached_property
    def pictures(self) -> list[Picture]:
        """The pictures and diagrams that the chapters show, by path."""
        shown = {
            posixpath.normpath(posixpath.join(posixpath.dirname(chapter.file), unquote(element.attrib["src"])))
            for chapter in self.chapters.values()
            for element in chapter.root.iter("img")
        }
        main = {picture for chapter in self.chapters.values() if (picture := self.main_picture(chapter.guide))}
        return [Picture(path) for path in sorted(shown | main)]

    @property
    def font_address(self) -> str:
        """The font, for a picture that has to bring it."""
        return svg.font_address()

    @property
    def cover_lines(self) -> list[tuple[str, float, float]]:
        """What stands on the cover: each line with the size of its letters and its height, in units of the picture."""
        lines = [(line, _TITLE_SIZE) for line in metrics.wrap(self.site_name, _TITLE_SIZE, _COVER_WIDTH)]
        lines += [(line, _SUBTITLE_SIZE) for line in metrics.wrap(self.subtitle, _SUBTITLE_SIZE, _COVER_WIDTH)]
        placed, height, last = [], 1380.0, _TITLE_SIZE
        for line, size in lines:
            height += size * metrics.LINE + (last - size) / 2
            placed.append((line, size, round(height, 1)))
            last = size
        return placed

    def absolute(self, guide: Guide) -> str:
        """Where `guide` stands on the web."""
        return urljoin(self.site_url, self.address(guide))

    def main_picture(self, guide: Guide) -> str:
        """The path of the main picture of `guide` in the book, "" if it has none that a book can show."""
        image = guide.facts.image
        path = f"{guide.key}/{image.file}" if image and image.file else ""
        return path if self._can_show(path) else ""

    def _can_show(self, path: str) -> bool:
        if _suffix(path) not in _PICTURES or path.startswith(".."):
            return False
        return path in self._drawings or self.build.docs.joinpath(path).is_file()

    @cached_property
    def _drawings(self) -> Mapping[str, Callable[[], str]]:
        return as_files(self.build)

    def _chapter(self, guide: Guide) -> Chapter:
        """The chapter of `guide`, with ids and pictures of the book; its links still are those of its page."""
        language = self.site_language
        chapter = Chapter(guide, f"{guide.key}.xhtml", parse(self.rendered[guide.editions[language].path, language]))
        address = self.address(guide)
        for figure in list(chapter.root.iter("figure")):
            _show_as_picture(figure)
        make_plain(chapter.root)
        rename_ids(chapter.root, name_of)
        make_xhtml(chapter.root)
        for picture in list(chapter.root.iter("img")):
            path, words = unquote(from_root(picture.get("src", ""), address) or ""), picture.get("alt", "")
            if self._can_show(path):
                picture.attrib |= {"src": from_page(quote(path), posixpath.dirname(chapter.file)), "alt": words}
            else:
                picture.tag, picture.text, picture.attrib = "span", words, {}
        return chapter

    def aim_links(self) -> None:
        """Let each link lead to its place in the book, or else on the web; done once, when all chapters are there."""
        for address, chapter in self.chapters.items():
            for element, attribute in links(chapter.root):
                if attribute == "href":
                    element.set("href", self._aimed(element.attrib["href"], address, chapter))
            for element in chapter.root.iter("a"):
                target = element.get("href", "")
                if target.startswith("#") and target[1:] not in chapter.anchors:
                    element.set("href", urljoin(self.absolute(chapter.guide), target))

    def _aimed(self, link: str, address: str, here: Chapter) -> str:
        target = from_root(link, address)
        if target is None:
            return urljoin(self.site_url, link) if link.startswith("/") else link
        path, _, fragment = target.partition("#")
        chapter = self.chapters.get(unquote(path))
        if not chapter:
            return urljoin(self.site_url, target)
        anchor = name_of(unquote(fragment)) if fragment else ""
        file = from_page(quote(chapter.file), posixpath.dirname(here.file))
        return f"{file}#{anchor}" if anchor in chapter.anchors else file

    def contents(self, picture: Picture) -> bytes:
        """What is in the file of `picture`."""
        drawing = self._drawings.get(picture.path)
        return drawing().encode() if drawing else self.build.docs.joinpath(picture.path).read_bytes()


def _suffix(path: str) -> str:
    return posixpath.splitext(path)[1].lower()


def _show_as_picture(figure: Element) -> None:
    """Put the file of the diagram that `figure` shows in the place of its drawing."""
    drawing = figure.find("div[@class='cl-diagram__drawing']")
    file = figure.find(".//ul[@class='cl-diagram__ways']//a[@download]")
    if drawing is not None and file is not None:
        image = drawing.find("svg")
        words = image.findtext("title") if image is not None else ""
        drawing[:] = [Element("img", {"src": file.get("href", ""), "alt": words or ""})]


def write(build: Build, rendered: Rendered, site: Path, templates: Templates, names: tuple[str, str]) -> None:
    """Write the book of each language that has a guide below `site`; `names` are the address and name of the site."""
    views = [BookView(build, language, *names, build.library.pages[""], rendered) for language in LANGUAGES]
    shared(lambda view: _write(view, site, templates), [view for view in views if view.book])


def _write(view: BookView, site: Path, templates: Templates) -> None:
    target = site / view.book
    target.parent.mkdir(parents=True, exist_ok=True)
    key = f"book {fingerprints(view.build).of_book(view.site_language)}"
    target.write_bytes(kept(view.build.docs.parent, key.encode(), partial(_book, view, templates)))


def _book(view: BookView, templates: Templates) -> bytes:
    view.aim_links()
    return _packed(_parts_of(view, templates), view.changed)


def _parts_of(view: BookView, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """Each file of the book with what is in it, in the order in which they are packed (EPUB 3.3, 4.3)."""

    def made(name: str, **values: object) -> bytes:
        return templates(name).render(canllaw=view, say=view.say, **values).encode()

    yield "mimetype", b"application/epub+zip"
    yield from ((path, made(name)) for path, name in _PARTS.items())
    yield f"{_FOLDER}/cover.png", cover(view.site_name, view.subtitle)  # for shelves, many of which draw no SVG
    for chapter in view.chapters.values():
        root = "../" * chapter.file.count("/")
        yield f"{_FOLDER}/{chapter.file}", made(_CHAPTER, chapter=chapter, guide=chapter.guide, root=root)
    yield from ((f"{_FOLDER}/{file.path}", view.contents(file)) for file in view.pictures)
    yield f"{_FOLDER}/{_FONT}", metrics.FONT.read_bytes()
    yield f"{_FOLDER}/{_LICENCE}", metrics.FONT.with_name("OFL.txt").read_bytes()


def _packed(parts: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """The files as one, all of the time at which `day` begins."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # as on Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            book.writestr(entry, content)
    return packed.getvalue()
