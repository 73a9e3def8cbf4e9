"""The PDFs of guides: what stands in them, in both languages, and what is said where they cannot be made."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import Tag
from jinja2 import Environment, FileSystemLoader
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from built_site import PROJECT, SITE_URL, BuiltSite, run_mkdocs
from canllaw.build import read
from canllaw.publishing.pdf import SYSTEM_PACKAGES, TEMPLATE, write
from canllaw.publishing.view import SiteView
from cases import BASE, edited, lay_out
from pango_setup import ensure

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, attribute, only, say, target, words_of

in_both = pytest.mark.parametrize("language", LANGUAGES)

_PLACES = {"en": "guides/small/", "cy": "cy/canllawiau/camau/"}
_OTHER_GUIDES = ("guides/large/", "cy/canllawiau/fenter-fawr/", "guides/only/")
_WELSH = "Ŵyn a gŵyr, ŷd a thŷ: Ŷd yw'r gair, a dŵr, sŵn, tŷ, llŷr, ffŵl, âêîôû, ẁẃẅ, ỳýÿ."
_DIAGRAM = """kind: steps
title: {en: The way there, cy: Y ffordd i'r tŷ}
summary: {en: Two steps., cy: Dau gam.}
steps:
  - label: {en: Open the door, cy: Agor y drws}
  - label: {en: Drink some water, cy: Yfed dŵr}
"""
_MORE = f"""

## Ŵ

{_WELSH} *{_WELSH}* **{_WELSH}** `{_WELSH}`

### →

[W3C](https://www.w3.org/WAI/)[^1]

![](way.diagram.yml)

[^1]: {_WELSH}

| Ŷ | ŵ |
| --- | --- |
| ŷ | Ŵ |
"""
_NO_LIBRARY = {"pdf-no-weasyprint": "raise ImportError('weasyprint')", "pdf-no-pango": "raise OSError('libpango')"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, whose guide “small” has a diagram and all letters of Welsh."""
    folder = tmp_path_factory.mktemp("pdf")
    for name in ("hooks", "overrides"):
        folder.joinpath(name).symlink_to(PROJECT / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    files = {**BASE, "guides/small/way.diagram.yml": _DIAGRAM}
    for name in ("guides/small/index.md", "guides/small/index.cy.md"):
        files[name] = f"{BASE[name]!s}{_MORE}"
    files["guides/only/index.md"] = edited("guides/large/index.md", {"A large undertaking": "In English only"})
    files["_data/interface.yml"] = (PROJECT / "docs/_data/interface.yml").read_text(encoding="utf-8")
    lay_out(files, folder / "docs")
    return folder


@pytest.fixture(scope="module")
def with_pdf(project: Path) -> BuiltSite:
    """The project built with PDFs."""
    assert ensure()
    return _build(project, project / "site")


def _build(project: Path, site: Path) -> BuiltSite:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CANLLAW_PDF", "true")
        run = run_mkdocs(project, site)
    assert run.returncode == 0, run.stdout + run.stderr
    return BuiltSite(site, run.stdout + run.stderr)


def _file(site: BuiltSite, language: str) -> Path:
    folder = site.root / _PLACES[language]
    return folder / f"{folder.name}.pdf"


def _read(site: BuiltSite, language: str) -> PdfReader:
    return PdfReader(_file(site, language))


def _text(reader: PdfReader) -> str:
    """All words of a PDF, without the spaces at which lines break."""
    return _squeezed("".join(page.extract_text() for page in reader.pages))


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def _article(site: BuiltSite, language: str) -> Tag:
    return only(site.pages[_PLACES[language]], ".cl-guide")


def _tags(reader: PdfReader) -> list[Any]:
    """The elements of a PDF's structure tree, in reading order."""

    def below(element: Any) -> Iterator[Any]:
        children = element.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            found = child.get_object() if isinstance(child, IndirectObject) else child
            if isinstance(found, dict) and "/S" in found:
                yield found
                yield from below(found)

    return list(below(reader.root_object["/StructTreeRoot"]))


def _fonts(reader: PdfReader) -> dict[str, Any]:
    """The fonts that a PDF's pages use, by their names, each with its descriptor."""
    found = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            found[str(descendant["/BaseFont"]).partition("+")[2]] = descendant["/FontDescriptor"]
    return found


def _outline(reader: PdfReader) -> list[str]:
    def titles(entries: list[Any]) -> Iterator[str]:
        for entry in entries:
            yield from titles(entry) if isinstance(entry, list) else [str(entry.title)]

    return list(titles(reader.outline))


@in_both
def test_each_guide_leads_to_its_pdf(with_pdf: BuiltSite, language: str) -> None:
    """Each guide has a link to its PDF, in words of its language, and the file is there under the guide's own name."""
    links = with_pdf.pages[_PLACES[language]].select(".cl-take-away a")
    assert [words_of(link) for link in links if "pdf" in attribute(link, "type")] == [say("take-away-pdf", language)]
    found = target(with_pdf, _PLACES[language], attribute(links[0], "href"))
    assert found is not None
    assert found[0] == _file(with_pdf, language)
    assert len(list(with_pdf.root.rglob("*.pdf"))) == len(_PLACES) + len(_OTHER_GUIDES)


def test_guide_of_the_other_language_can_be_taken_away(with_pdf: BuiltSite) -> None:
    """A guide that is shown in the other language leads to its PDF in that one, and says so."""
    here = "cy/canllawiau/only/"
    (entry,) = (entry for entry in with_pdf.pages[here].select(".cl-take-away li") if entry.select("a[type$=pdf]"))
    assert words_of(entry) == f"{say('take-away-pdf', 'cy')} {say('only-in-en', 'cy')}"
    link = only(entry, "a")
    assert attribute(link, "hreflang") == "en"
    found = target(with_pdf, here, attribute(link, "href"))
    assert found is not None
    assert found[0].name == "only.pdf"


def test_no_link_without_a_pdf(site: BuiltSite) -> None:
    """A build that is not asked for PDFs makes none, and no page leads to one."""
    assert list(site.root.rglob("*.pdf")) == []
    assert [page for page in site.pages.values() if page.select("a[href$='.pdf']")] == []


@in_both
def test_words_are_in_order(with_pdf: BuiltSite, language: str) -> None:
    """A PDF holds the title, the summary, each heading and each paragraph of its edition, in their order."""
    article, text = _article(with_pdf, language), _text(_read(with_pdf, language))
    place = 0
    for part in article.select("h1, .cl-guide__summary, .cl-text h2, .cl-text h3, .cl-text > p"):
        words = _squeezed(re.sub(r"W3C\d", "W3C", part.get_text()))
        assert words in text[place:], words
        place = text.index(words, place)


@in_both
def test_facts_and_address(with_pdf: BuiltSite, language: str) -> None:
    """A PDF says when and by whom it was written, its licence and address, and on each page how many there are."""
    reader = _read(with_pdf, language)
    text = _text(reader)
    for fact in _article(with_pdf, language).select(".cl-facts dd"):
        assert _squeezed(fact.get_text()) in text
    for number, page in enumerate(reader.pages, 1):
        words = say("page-of", language).format(page=number, pages=len(reader.pages))
        assert _squeezed(words) in _squeezed(page.extract_text())
        assert SITE_URL + _PLACES[language] in _squeezed(page.extract_text())
    assert "(https://www.w3.org/WAI/)" in text


@in_both
def test_no_furniture(with_pdf: BuiltSite, language: str) -> None:
    """What only leads through the site is not in a PDF, nor are words of the other language."""
    text = _text(_read(with_pdf, language))
    furniture = ("take-away-pdf", "browse-by-tag", "in-topic", "contents", "diagram-svg", "skip-to-content")
    assert [key for key in furniture if _squeezed(say(key, language)) in text] == []
    other = "cy" if language == "en" else "en"
    assert [key for key in ("published", "authors", "licence") if _squeezed(say(key, other)) in text] == []


@in_both
def test_tagged(with_pdf: BuiltSite, language: str) -> None:
    """A PDF is tagged as PDF/UA-1 has it, in its language: headings by level, tables, lists, and figures with words."""
    reader = _read(with_pdf, language)
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert b"pdfuaid" in root["/Metadata"].get_data()
    kinds = [str(tag["/S"])[1:] for tag in _tags(reader)]
    expected = [heading.name.upper() for heading in _article(with_pdf, language).select("h1, .cl-text :is(h2, h3)")]
    assert [kind for kind in kinds if re.fullmatch(r"H\d", kind)] == expected
    assert {"Table", "TH", "TD", "L", "LI", "Figure", "Link", "P"} <= set(kinds)
    spoken = [str(tag.get("/Alt", "")) for tag in _tags(reader) if tag["/S"] == "/Figure"]
    diagram = yaml.safe_load(_DIAGRAM)
    assert f"{diagram['title'][language]}. {diagram['summary'][language]}" in spoken
    assert all(spoken)


@in_both
def test_bookmarks_and_metadata(with_pdf: BuiltSite, language: str) -> None:
    """The headings are a PDF's bookmarks, and its title and authors are those of the guide."""
    reader = _read(with_pdf, language)
    article = _article(with_pdf, language)
    headings = [words_of(heading) for heading in article.select("h1, .cl-text :is(h2, h3)")]
    assert [" ".join(title.split()) for title in _outline(reader)] == headings
    assert reader.metadata is not None
    assert reader.metadata.title == words_of(only(article, "h1"))
    assert reader.metadata.subject == words_of(only(article, ".cl-guide__summary"))
    assert reader.metadata.author
    root: Any = reader.root_object
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@in_both
def test_diagrams_are_drawn_and_said(with_pdf: BuiltSite, language: str) -> None:
    """The words of a diagram are text in a PDF twice, drawn and in its description, and nothing became a picture."""
    reader = _read(with_pdf, language)
    for step in yaml.safe_load(_DIAGRAM)["steps"]:
        assert _text(reader).count(_squeezed(step["label"][language])) == 2
    assert [image.name for page in reader.pages for image in page.images] == []


@in_both
def test_every_letter_comes_from_the_project(with_pdf: BuiltSite, language: str) -> None:
    """Each letter of Welsh is drawn with the font of those beside it: all fonts are the project's own, and embedded."""
    reader = _read(with_pdf, language)
    assert {name.partition("-")[0] for name in _fonts(reader)} == {"Newsreader", "JetBrains"}
    assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for descriptor in _fonts(reader).values())
    assert _text(reader).count(_squeezed(_WELSH)) == 5


def test_same_again(with_pdf: BuiltSite, project: Path) -> None:
    """Made anew, with nothing kept from before, a PDF is the same byte for byte."""
    shutil.rmtree(project / ".cache")
    before = {path: path.read_bytes() for path in with_pdf.root.rglob("*.pdf")}
    for path in before:
        path.unlink()
    view = SiteView(replace(read(project / "docs"), with_pdf=True), "en", SITE_URL, "Canllaw")
    templates = Environment(autoescape=True, loader=FileSystemLoader(project / "overrides"))
    write(with_pdf.root, project / "overrides", templates.get_template(TEMPLATE), view)
    assert {path: path.read_bytes() for path in with_pdf.root.rglob("*.pdf")} == before


@pytest.mark.parametrize("code", _NO_LIBRARY)
def test_what_is_missing_is_said(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Where PDFs are asked for and cannot be made, the build stops and says in both languages what to install."""
    tmp_path.joinpath("weasyprint.py").write_text(_NO_LIBRARY[code], encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("CANLLAW_PDF", "true")
    run = run_mkdocs(project, tmp_path / "site")
    printed = run.stdout + run.stderr
    assert run.returncode == 1
    assert f"[{code}]" in printed
    assert "Traceback" not in printed
    assert {"pdf-no-weasyprint": "uv sync --extra pdf", "pdf-no-pango": SYSTEM_PACKAGES}[code] in printed
    assert {"Run:", "Install it:"} & set(re.findall(r"→ (\S+(?: it:)?)", printed))
    assert not tmp_path.joinpath("site").exists()


def test_workflow_installs_what_is_needed() -> None:
    """The workflow that publishes the site installs the libraries of the system that PDFs need."""
    workflow = PROJECT.joinpath(".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert f"apt-get install --yes --quiet --quiet {SYSTEM_PACKAGES}" in workflow
    assert "run: make pdf" in workflow
