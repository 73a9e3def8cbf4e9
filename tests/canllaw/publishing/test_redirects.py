"""Pages at the addresses that a page used to have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from built_site import PROJECT
from canllaw.build import Build, read
from canllaw.publishing.redirects import redirects, write
from canllaw.publishing.view import SiteView
from cases import BASE, edited, lay_out

FOLDERS = "topics/ cy/pynciau/ types/ cy/mathau/ tags/ cy/tagiau/ years/ cy/blynyddoedd/".split()
SMALL, SMALL_CY = "guides/small/index.md", "guides/small/index.cy.md"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site, one of whose guides used to be elsewhere, in each language."""
    interface = BASE["_data/interface.yml"]
    assert isinstance(interface, str)
    files = {
        SMALL: edited(SMALL, {"title: Small": "aliases: [old/, guides/older/place/]\ntitle: Small"}),
        SMALL_CY: edited(SMALL_CY, {"title: Camau bach": "aliases: [cy/hen/]\ntitle: Camau & <bach>"}),
        "_data/interface.yml": interface + 'moved: {en: "Moved:", cy: "Wedi symud:"}\n',
    }
    files["_data/taxonomy.yml"] = edited("_data/taxonomy.yml", {"slug: rhannu-gwaith": "aliases: [benthyg]"})
    build = read(lay_out({**BASE, **files}, tmp_path / "docs"))
    assert build.problems == ()
    return build


def test_redirects(build: Build) -> None:
    """Each old address belongs to the edition or list that states it; above the lists stands the page to browse."""
    found = [(address, page.key, edition.language) for address, page, edition in redirects(build)]
    assert found == [
        ("old/", "guides/small", "en"),
        ("guides/older/place/", "guides/small", "en"),
        ("cy/hen/", "guides/small", "cy"),
        ("cy/tagiau/benthyg/", "tags/sharing", "cy"),
        *((folder, "browse", "cy" if folder.startswith("cy/") else "en") for folder in FOLDERS),
    ]


def test_pages(build: Build, tmp_path: Path) -> None:
    """At each old address stands a page in the language of the edition, which leads to it below the base path."""
    loader = FileSystemLoader(PROJECT / "overrides")
    template = Environment(loader=loader, autoescape=True).get_template("canllaw/redirect.html")
    view = SiteView(build, "en", "https://example.org/repository/", "Canllaw")
    write(build, tmp_path / "site", template, view)
    places = sorted(path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html"))
    old = ["cy/hen/", "cy/tagiau/benthyg/", "guides/older/place/", "old/"]
    assert places == sorted(f"{address}index.html" for address in old + FOLDERS)
    english = tmp_path.joinpath("site/old/index.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in english
    assert re.search(
        r"<head>\s*<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;", english
    )
    assert '<link rel="canonical" href="https://example.org/repository/guides/small/">' in english
    assert 'content="0; url=/repository/guides/small/"' in english
    welsh = tmp_path.joinpath("site/cy/hen/index.html").read_text(encoding="utf-8")
    assert '<html lang="cy">' in welsh
    assert '<a href="/repository/cy/canllawiau/camau/">Camau &amp; &lt;bach&gt;</a>' in welsh
    assert "Wedi symud:" in welsh


def test_folder_of_lists_belongs_to_the_page_that_had_it(tmp_path: Path) -> None:
    """Above the lists the page to browse stands only where no page is, and none has been."""
    files = {
        "topics/index.md": "---\ntitle: Topics\nsummary: All of them.\n---\nWords.\n",
        SMALL: edited(SMALL, {"title: Small": "aliases: [tags/]\ntitle: Small"}),
    }
    found = {address: page.key for address, page, _ in redirects(read(lay_out({**BASE, **files}, tmp_path / "docs")))}
    assert found["tags/"] == "guides/small"
    assert "topics/" not in found
    assert found["types/"] == "browse"


def test_list_without_guides_leads_to_browse(tmp_path: Path) -> None:
    """When no guide has a topic any more, the addresses that its list had lead to the page to browse."""
    topic = "topics:\n  care:\n    en: {label: Care, aliases: [keeping], description: A.}\n"
    topic += "    cy: {label: Gofal, description: B.}"
    files = {"_data/taxonomy.yml": edited("_data/taxonomy.yml", {"topics:": topic})}
    found = {address: page.key for address, page, _ in redirects(read(lay_out({**BASE, **files}, tmp_path / "docs")))}
    there = {address for address, page in found.items() if page == "browse"} - set(FOLDERS)
    assert there == {"topics/care/", "topics/keeping/", "cy/pynciau/gofal/"}
