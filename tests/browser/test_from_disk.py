"""The copy of the site that reviewers get opens from disk, by a double click, with all that works there."""

from __future__ import annotations

import shutil
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from browser.visits import Watch, filled_in
from built_site import PROJECT, BuiltSite, run_mkdocs
from cases import BASE, lay_out

_DIAGRAM = """\
kind: steps
title: {en: From here to there, cy: O fan hyn i fan draw}
summary: {en: Two steps., cy: Dau gam.}
steps:
- {label: {en: First, cy: Yn gyntaf}}
- {label: {en: Then, cy: Wedyn}}
"""
_LONG = "\nWords.\n" * 60  # so that there is somewhere to scroll to
_PAGE = "---\ntitle: {}\nsummary: {}\nlayout: search\n---\nSearch\n"
_WITHOUT = ("form", "[data-cl-search-box]", "script[type=module]", "link[rel=preload]", "meta[content*=default-src]")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A small site, built to be opened from a folder whose name has a space and an accent."""
    folder = tmp_path_factory.mktemp("disk")
    for name in ("hooks", "overrides"):
        folder.joinpath(name).symlink_to(PROJECT / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    data = {f"_data/{path.name}": path.read_bytes() for path in PROJECT.joinpath("docs/_data").glob("*.yml")}
    files = {**BASE, "_data/interface.yml": data["_data/interface.yml"]}
    files |= {"search/index.md": _PAGE.format("Search", "To find."), "guides/small/way.diagram.yml": _DIAGRAM}
    files["picture.svg"] = BASE["guides/small/picture.svg"]
    files["search/index.cy.md"] = "---\ntitle: Chwilio\nsummary: I ddod o hyd.\n---\nChwilio\n"
    for name in ("guides/small/index.md", "guides/small/index.cy.md"):
        text = str(BASE[name])
        if name.endswith("index.md"):
            text = text.replace("---\n", "---\naliases: [guides/old/]\n", 1)
        files[name] = f'{text}\n![](way.diagram.yml)\n\n=== "A"\n    One\n\n=== "B"\n    Two\n{_LONG}'
    lay_out(files, folder / "docs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CANLLAW_FROM_DISK", "true")
        run = run_mkdocs(folder, folder / "y copi hŷn")
    assert run.returncode == 0, run.stdout + run.stderr
    return BuiltSite(folder / "y copi hŷn", run.stdout + run.stderr)


def _links(page: BeautifulSoup) -> list[str]:
    found = [str(tag[name]) for name in ("href", "src") for tag in page.select(f"[{name}]:not([rel=canonical])")]
    return [link for link in found if not urlsplit(link).scheme]


def test_links_lead_to_files(copy: BuiltSite) -> None:
    """Each link of each page within the site leads to a file, from where the page stands, also from old addresses."""
    pages = {**copy.pages, "404": copy.not_found}
    assert "guides/old/" in pages
    for address, page in pages.items():
        for link in _links(page):
            path = unquote(urlsplit(link).path)
            here = copy.root if address == "404" else copy.root / address
            assert not path or (here / path).is_file(), (address, link)
            assert not link.startswith("/")


def test_what_cannot_work_is_left_out(copy: BuiltSite) -> None:
    """Nothing is there that a browser would refuse from disk, and no index for a search that cannot be."""
    for address, page in copy.pages.items():
        if not page.select("meta[http-equiv=refresh]"):
            assert [what for what in _WITHOUT if page.select(what)] == [], address
    assert not copy.root.joinpath("pagefind").exists()
    assert "import" not in copy.root.joinpath("assets/javascripts/page.js").read_text(encoding="utf-8")
    said = filled_in("search-from-disk", "cy")
    assert said.search(copy.pages["cy/chwilio/"].get_text())


def test_every_page_opens(copy: BuiltSite, page: Page, watch: Watch) -> None:
    """Every page opens by its file, with its style, its font and its scripts, and the browser complains of nothing."""
    for address, parsed in copy.pages.items():
        if parsed.select("meta[http-equiv=refresh]"):
            continue
        page.goto((copy.root / address / "index.html").as_uri())
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.fonts.check('600 20px Newsreader')"), address
        assert page.locator(".cl-header").evaluate("header => getComputedStyle(header).position") == "sticky", address
    assert {urlsplit(asked).scheme for asked in watch.asked} == {"file"}


@pytest.mark.usefixtures("watch")
def test_reader_walks_through(copy: BuiltSite, page: Page) -> None:
    """A reviewer follows links, changes the language and stays at the section, and old addresses lead on."""
    page.emulate_media(reduced_motion="reduce")
    page.goto((copy.root / "index.html").as_uri())
    page.get_by_role("link", name="Steps").first.click()
    expect(page).to_have_url((copy.root / "guides/small/index.html").as_uri())
    page.goto(f"{page.url}#the-next-step")
    page.get_by_role("link", name="Cymraeg", exact=True).click()
    expect(page).to_have_url(f"{(copy.root / 'cy/canllawiau/camau/index.html').as_uri()}#y-cam-nesaf")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    page.goto((copy.root / "guides/old/index.html").as_uri(), wait_until="commit")
    expect(page).to_have_url((copy.root / "guides/small/index.html").as_uri())
