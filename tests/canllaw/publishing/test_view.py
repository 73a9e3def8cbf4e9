"""What templates may ask about a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from built_site import PROJECT
from canllaw.build import Build, read
from canllaw.content.library import Guide
from canllaw.language import LANGUAGES, Language
from canllaw.publishing.contact import Contact
from canllaw.publishing.view import PageView, SiteView
from cases import BASE, edited, lay_out

SITE = "https://example.org/"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site, whose larger guide is in English only."""
    files = {path: text for path, text in BASE.items() if path != "guides/large/index.cy.md"}
    return read(lay_out(files, tmp_path / "docs"))


def view(build: Build, key: str, language: Language) -> PageView:
    """The view of a page on the site of one language."""
    return PageView(build, language, SITE, "Canllaw", build.library.pages[key])


def test_languages(build: Build) -> None:
    """Site and text have the same language but where an edition is missing."""
    here, there = view(build, "guides/large", "en"), view(build, "guides/large", "cy")
    assert (here.text_language, here.other_language, here.in_other_language(here.page)) == ("en", "cy", None)
    assert (there.text_language, there.other_language, there.in_other_language(there.page)) == ("en", "en", "en")


def test_words(build: Build) -> None:
    """Words are the site's, also where the text is in the other language, unless another is asked for."""
    page = view(build, "guides/large", "cy")
    assert (page.say("table"), page.say("table", "en"), page.say("guides-count", n=2)) == (
        "Tabl",
        "Table",
        "2 ganllaw.",
    )
    assert page.sentences("guides-count")["few"] == "{n} chanllaw."


def test_parents(build: Build) -> None:
    """The pages above a page lead from the home page down; the home page has none."""
    assert [page.key for page in view(build, "guides/small", "en").parents] == ["", "guides"]
    assert [page.key for page in view(build, "glossary", "en").parents] == [""]
    assert view(build, "", "en").parents == []


def test_lists(build: Build) -> None:
    """Lists of tags come in the alphabetical order of the site's language, and lead to their siblings."""
    english, welsh = view(build, "browse", "en"), view(build, "browse", "cy")
    assert [english.list_label(one) for one in english.lists("tags")] == ["Heritage", "Sharing"]
    assert [welsh.list_label(one) for one in welsh.lists("tags")] == ["Rhannu", "Treftadaeth"]
    sharing = build.vocabulary.taxonomy.tags["sharing"]
    assert (welsh.anchor(sharing), welsh.list_address(sharing)) == ("rhannu-gwaith", "cy/tagiau/rhannu-gwaith/")
    page = PageView(build, "cy", SITE, "Canllaw", build.library.listings["tags/sharing"])
    assert [welsh.list_label(one) for one in page.siblings()] == ["Treftadaeth"]
    assert [parent.key for parent in page.parents] == ["", "browse"]


def test_glossary_page_in_one_language(tmp_path: Path) -> None:
    """The terms that a reader gets stand under their own first letters, whatever language the page's text is in."""
    files = {path: text for path, text in BASE.items() if path != "glossary/index.cy.md"}
    build = read(lay_out(files, tmp_path / "docs"))
    assert build.problems == ()
    letters = view(build, "glossary", "cy").glossary
    assert {letter: entry.cy.term for letter, (entry,) in letters.items()} == {
        "A": "arloesi",
        "M": "mynediad agored",
    }


def test_renamed_facets(tmp_path: Path) -> None:
    """Scripts are told what each value of a facet used to be called, by what is the same in both languages: its id."""
    renamed = edited("_data/taxonomy.yml", {"label: Sharing,": "label: Sharing, aliases: [lending],"})
    interface = PROJECT.joinpath("docs/_data/interface.yml").read_text(encoding="utf-8")
    files = {"_data/taxonomy.yml": renamed, "_data/interface.yml": interface}
    build = read(lay_out({**BASE, **files}, tmp_path / "docs"))
    for language in LANGUAGES:
        words = view(build, "browse", language).facet_words
        assert {one["facet"]: one["renamed"] for one in words if one["renamed"]} == {"tag": {"lending": "sharing"}}


def test_newest(build: Build) -> None:
    """The newest guides come first, as many as are asked for."""
    assert [guide.key[-5:] for guide in view(build, "", "en").newest(1)] == ["large"]


@pytest.mark.parametrize(
    ("folder", "shown"),
    [("g00", range(7)), ("g04", range(1, 8)), ("g09", range(3, 10))],
    ids=["first", "in the middle", "last"],
)
def test_neighbours(tmp_path: Path, folder: str, shown: range) -> None:
    """Of a large topic a guide shows seven neighbours, itself among them, also where it is the first or the last."""
    guide = str(BASE["guides/small/index.md"]).replace("related: [large]", "related: []")
    guide = guide.replace("topic: planning", "topic: sharing")
    titled = {n: guide.replace("short_title: Steps", f"short_title: G{n:02}") for n in range(10)}
    files = {f"guides/g{n:02}/index.md": text for n, text in titled.items()}
    build = read(lay_out({**BASE, **files}, tmp_path / "docs"))
    page = view(build, f"guides/{folder}", "en")
    assert [guide.key for guide in page.neighbours()] == [f"guides/g{n:02}" for n in shown]
    elsewhere = [*filter(None, page.beside), *page.related()]
    assert page.in_topic() == [guide for guide in page.neighbours() if guide not in elsewhere]
    assert page.page in page.in_topic()


def test_glossary_in_one_language(tmp_path: Path) -> None:
    """Terms stand under the letters of the language that they are shown in, though the page be in the other one."""
    for lacks, file in (("cy", "index.cy.md"), ("en", "index.md")):
        files = {path: text for path, text in BASE.items() if path != f"glossary/{file}"}
        build = read(lay_out(files, tmp_path / lacks))
        for language, letters in (("en", ["I", "O"]), ("cy", ["A", "M"])):
            assert list(view(build, "glossary", language).glossary) == letters  # type: ignore[arg-type]


def test_related(tmp_path: Path) -> None:
    """A guide has the guides that it names, unless they are before or after it already; any other page has none."""
    build = read(lay_out(dict(BASE), tmp_path / "beside"))
    assert view(build, "guides/small", "en").related() == view(build, "glossary", "en").related() == []
    elsewhere = str(BASE["guides/large/index.md"]).replace("topic: planning", "topic: sharing")
    build = read(lay_out({**BASE, "guides/large/index.md": elsewhere}, tmp_path / "elsewhere"))
    assert [guide.key for guide in view(build, "guides/small", "en").related()] == ["guides/large"]


@pytest.mark.parametrize("chosen", [[], ["g09"], ["g09", "g08", "g07", "g06"]])
def test_related_are_three(tmp_path: Path, chosen: list[str]) -> None:
    """A guide leads to three others, those that an editor chose first; only an editor can choose more."""
    guide = str(BASE["guides/small/index.md"]).replace("related: [large]", f"related: [{', '.join(chosen)}]")
    files = {"guides/chosen/index.md": guide}
    files |= {f"guides/g{n:02}/index.md": str(BASE["guides/small/index.md"]) for n in range(10)}
    build = read(lay_out({**BASE, **files}, tmp_path / "docs"))
    related = [page.key.removeprefix("guides/") for page in view(build, "guides/chosen", "en").related()]
    assert related[: len(chosen)] == chosen
    assert len(related) == len(set(related)) == max(3, len(chosen))


def test_picture(build: Build) -> None:
    """The main picture has its size, and a description in the language in which readers get the guide."""
    guide, bare = build.library.pages["guides/small"], build.library.pages["guides/large"]
    assert isinstance(guide, Guide)
    assert isinstance(bare, Guide)
    page = view(build, "guides/small", "cy")
    assert (page.picture_size(guide), page.picture_alt(guide)) == ((120, 60), "Grisiau")
    assert (page.picture_size(bare), page.picture_alt(bare)) == ((0, 0), "")


def test_people_and_dates(build: Build) -> None:
    """Names and dates are in the site's language; words that are no one's id stay as they are."""
    page = view(build, "guides/small", "cy")
    assert page.names(["canllaw", "Mair Jones"]) == "Cyfranwyr Canllaw, Mair Jones"
    assert page.date(date(2026, 1, 2)) == "2 Ionawr 2026"


def test_site(build: Build) -> None:
    """Pages that belong to no guide know the home page, the menu and the sitemap."""
    site = SiteView(build, "cy", SITE, "Canllaw")
    assert site.home.key == ""
    assert [page.key for page in site.menu] == ["guides", "browse", "glossary"]
    assert [site.address(page) for page in site.menu] == ["cy/canllawiau/", "cy/pori/", "cy/geirfa/"]
    assert site.address(site.home, "en") == ""
    assert len(site.sitemap) == 21


def test_policy(build: Build) -> None:
    """A page allows only its own site to run or show anything; nothing inline runs."""
    policy = view(build, "", "en").policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_html(build: Build) -> None:
    """The handbook names every tag, attribute, scheme and part of a picture that is let through, and no other."""
    html = view(build, "glossary", "en").html
    assert {"script", "style", "form", "iframe", "svg"} & html["tags"].keys() == set()
    assert html["tags"]["blockquote"] == ["cite"]
    assert {"aria-…", "lang"} <= html["everywhere"].keys()
    assert list(html["schemes"]) == ["http:", "https:", "mailto:", "tel:"]
    assert "path" in html["svg"]
    assert "script" not in html["svg"]


def test_beside(build: Build) -> None:
    """A guide knows the guides before and after it in its topic, in the order of the list; a page has none."""
    for key in ("guides/small", "guides/large"):
        page = view(build, key, "en")
        siblings = [guide.key for guide in page.guides_of(page.page.facts.topic or "")]  # type: ignore[attr-defined]
        around = dict(zip(siblings, zip([None, *siblings], [*siblings[1:], None], strict=False), strict=True))
        assert tuple(guide and guide.key for guide in page.beside) == around[key]
    assert view(build, "glossary", "en").beside == (None, None)


def test_ways_to_answer(build: Build) -> None:
    """A page leads to the form and the postbox that the settings name, with its title and address; else nowhere."""
    page = build.library.pages["guides/small"]
    assert view(build, "guides/small", "en").feedback == {}
    contact = Contact("https://github.com/example/repository", "canllaw@example.org")
    ways = PageView(build, "cy", SITE, "Canllaw", page, contact=contact).feedback
    assert ways.keys() == {"form", "mail"}
    title = quote(page.editions["cy"].short_title)
    assert all(f"O%20ddefnydd%3A%20{title}" in way and "example.org%2Fcy%2F" in way for way in ways.values())
