"""Copying a citation: one press, in each style, with the day of the visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Browser, Page, expect

from browser.visits import PAGES, WORDS, Watch
from canllaw.language.dates import long_date

STYLES = ("APA", "Harvard", "BibTeX", "RIS")
in_both = pytest.mark.parametrize(("language", "address"), list(zip(("en", "cy"), PAGES["guide"], strict=True)))


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """The page of a reader whose clipboard can be read; the test fails if anything went wrong on it."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(5000)
    watch = Watch(context)
    yield context.new_page()
    context.close()
    assert watch.problems == []


def _copy(page: Page, style: str, language: str) -> str:
    """What is on the clipboard after the one press that copies a style."""
    name = str(WORDS["cite-copy"][language]).format(name=style)
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".cl-cite [role=status]")).to_have_text(WORDS["cite-done"][language])
    return str(page.evaluate("navigator.clipboard.readText()"))


@in_both
def test_each_style_is_copied(reader: Page, server: str, language: str, address: str) -> None:
    """Each style is copied whole, and programs can read what is meant for them."""
    reader.goto(server + address)
    reader.locator(".cl-cite > summary").click()
    title = reader.locator("h1").inner_text()
    copied = {style: _copy(reader, style, language) for style in STYLES}
    assert title in copied["APA"]
    assert bibtexparser.loads(copied["BibTeX"]).entries[0]["title"] == f"{{{title}}}"
    assert rispy.loads(copied["RIS"])[0]["title"] == title
    assert long_date(date.today(), "cy" if language == "cy" else "en") in copied["Harvard"]


def test_italics_are_copied(reader: Page, server: str) -> None:
    """Where it is pasted into a text with formatting, the title keeps its italics."""
    reader.goto(server + PAGES["guide"][0])
    reader.locator(".cl-cite > summary").click()
    _copy(reader, "APA", "en")
    html = reader.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert f"{reader.locator('h1').inner_text()}</cite>" in html


@in_both
@pytest.mark.parametrize(
    "lacking",
    ["navigator.clipboard.write = () => Promise.reject(new Error('refused'))", "delete window.ClipboardItem"],
    ids=["refused", "unknown"],
)
def test_what_cannot_be_copied_is_selected(
    reader: Page, server: str, language: str, address: str, lacking: str
) -> None:
    """Where the browser refuses, or cannot, the citation is selected for the reader, who is told so."""
    reader.add_init_script(lacking)
    reader.goto(server + address)
    reader.locator(".cl-cite > summary").click()
    reader.get_by_role("button", name="APA").click()
    expect(reader.locator(".cl-cite [role=status]")).to_have_text(WORDS["cite-failed"][language])
    chosen = reader.evaluate("String(getSelection())")
    assert chosen == reader.locator(".cl-cite dd").first.inner_text()


@in_both
def test_without_scripts(browser: Browser, server: str, language: str, address: str) -> None:
    """Without scripts the citations can be read and the files taken away, and no button is there that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + address)
    page.locator(".cl-cite > summary").click()
    expect(page.locator(".cl-cite dd").first).to_be_visible()
    expect(page.locator(".cl-cite dd").nth(1)).to_contain_text(WORDS["cite-day"][language])
    expect(page.locator(".cl-cite button")).to_have_count(0)
    with page.expect_download() as download:
        page.locator(".cl-cite a[href$='.bib']").click()
    assert download.value.suggested_filename.endswith(".bib")
    context.close()
