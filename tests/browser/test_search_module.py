"""The search module in a browser: what it finds, marks and suggests, and what no input makes it do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, Route

from browser.visits import Watch
from built_site import BASE_PATH, PROJECT, served
from canllaw.search.pagefind import index_site
from canllaw.search.shards import write_shards
from canllaw.vocabulary.glossary import Glossary

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head><body>
<main data-pagefind-body><h1>{title}</h1>{text}</main><p data-cl-facet="type:{type}">Furniture</p></body></html>
"""
_PAGES = {
    "cy/treftadaeth": ("article", "Ein treftadaeth", "<p>Hanes ein treftadaeth ni.</p>"),
    "cy/gofalu": ("how-to", "Gofalu", "<p>Gofal.</p><h2 id='am'>Gofalu am dreftadaeth</h2><p>Y dreftadaeth leol.</p>"),
    "cy/caerdydd": ("article", "Prifddinas", "<p>Croeso i Gaerdydd. Rwy'n byw yng Nghaerdydd, a Chaerdydd yw hi.</p>"),
    "cy/taith": ("how-to", "Taith i Fangor", "<p>Trên o Gaerdydd i Fangor a thaith yn ôl i Gaerdydd.</p>"),
    "cy/geiriau": ("article", "Geiriau'r plant", "<p>Mae'r plant yn dysgu geiriau newydd am Gymru’n gynnar.</p>"),
    "cy/plentyn": ("how-to", "Plentyn", "<p>Un plentyn ac un gair, ac e-bost am hacathon a'r gŵyl.</p>"),
    "cy/accenau": ("article", "Tân", "<p>Y tân. &lt;img src=x onerror=alert(1)&gt;</p>"),
    "cy/tan": ("how-to", "Tan", "<p>Gweithio tan yfory, fel yn y 18fed-19eg. Gweler WordPress.org.</p>"),
    "guides/museum": ("article", "Museums and partners", "<p>The museum has a partner. <b>Treftadaeth</b>.</p>"),
    "guides/other": ("how-to", "Other", "<p>Working with partners in a small gallery. See RightsStatements.org.</p>"),
}
_CALL = """async ([name, args, root]) => {
  const module = await import(`${root}assets/javascripts/canllaw/search.js`)
  try { return await module[name](...args) } catch (error) { return { error: error.name, message: error.message } }
}"""


class Ask(Protocol):
    """Calls a function of the module in the browser."""

    def __call__(self, name: str, *args: Any) -> Any:
        """What the function called `name` gives for `args`; {"error": its name} if it rejects."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site, indexed as the real one is, with our scripts."""
    site = tmp_path_factory.mktemp("small")
    for address, (kind, title, text) in _PAGES.items():
        language = "cy" if address.startswith("cy/") else "en"
        site.joinpath(address).mkdir(parents=True)
        page = _PAGE.format(language=language, title=title, text=text, type=kind)
        site.joinpath(address, "index.html").write_text(page, encoding="utf-8")
    for name in ("404.html", "empty.html"):
        site.joinpath(name).write_text(
            '<!doctype html><html lang="cy"><link rel="icon" href="data:,">', encoding="utf-8"
        )
    shutil.copytree(PROJECT / "overrides/assets/javascripts", site / "assets/javascripts")
    index_site(site)
    write_shards(site, Glossary({}))
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def watched(browser: Browser, small: str) -> Iterator[tuple[Page, Watch]]:
    """A page of the small site that all tests share, and what goes wrong on it."""
    context = browser.new_context()
    watch = Watch(context)
    page = context.new_page()
    page.goto(f"{small}empty.html")
    yield page, watch
    context.close()


@pytest.fixture
def ask(watched: tuple[Page, Watch]) -> Iterator[Ask]:
    """Calls the module on the shared page; nothing may go wrong there meanwhile."""
    page, watch = watched
    yield lambda name, *args: page.evaluate(_CALL, [name, args, BASE_PATH])
    assert watch.problems == []


@pytest.fixture
def fresh(page: Page, small: str) -> Ask:
    """Calls the module on a page of its own, where requests can be stopped."""
    page.goto(f"{small}empty.html")
    return lambda name, *args: page.evaluate(_CALL, [name, args, BASE_PATH])


def _found(results: dict[str, Any]) -> list[str]:
    return [result["url"].removeprefix(BASE_PATH).strip("/") for result in results["results"]]


def _marked(segments: list[dict[str, Any]]) -> list[str]:
    return [segment["text"] for segment in segments if segment["marked"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("treftadaeth", ["cy/treftadaeth", "cy/gofalu"]),
        ("dreftadaeth", ["cy/treftadaeth", "cy/gofalu"]),
        ("nhreftadaeth", ["cy/treftadaeth", "cy/gofalu"]),
        ("Caerdydd", ["cy/caerdydd", "cy/taith"]),
        ("gaerdydd", ["cy/caerdydd", "cy/taith"]),
        ("Bangor", ["cy/taith"]),
        ("gair", ["cy/plentyn", "cy/geiriau"]),
        ("plant", ["cy/geiriau", "cy/plentyn"]),
        ("Cymru", ["cy/geiriau"]),
        ("hacathon", ["cy/plentyn"]),
        ("am dreftadaeth leol", ["cy/gofalu"]),
        ("plentyn gair", ["cy/plentyn", "cy/geiriau"]),
        ("treftad", ["cy/treftadaeth", "cy/gofalu"]),
        ("19eg", ["cy/tan"]),
        ("wordpress", ["cy/tan"]),
    ],
)
def test_welsh_words_find_all_their_forms(ask: Ask, query: str, found: list[str]) -> None:
    """A word finds the pages with its mutations and plurals, names and English words too, the very word first."""
    results = ask("search", query, {"language": "cy"})
    assert (set(_found(results)), _found(results)[0]) == (set(found), found[0])
    assert (results["total"], results["partial"], results["plain"]) == (len(found), False, False)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("tân", "cy/accenau"),
        ("ta\u0302n", "cy/accenau"),
        ("TÂN", "cy/accenau"),
        ("Gymru'n", "cy/geiriau"),
        ("Nghymru’n", "cy/geiriau"),
        ("ebost", "cy/plentyn"),
        ("E-bost", "cy/plentyn"),
        ("gŵyl", "cy/plentyn"),
        ("gwyl", "cy/plentyn"),
        ("i'r wyl", "cy/plentyn"),
    ],
)
def test_how_a_word_is_written_never_matters(ask: Ask, query: str, first: str) -> None:
    """Accents, capitals, apostrophes, hyphens and decomposed letters never matter, though the very word comes first."""
    assert _found(ask("search", query, {"language": "cy"}))[0] == first
    assert "cy/tan" in _found(ask("search", "tân", {"language": "cy"}))


def test_forms_are_marked_where_they_stand(ask: Ask) -> None:
    """Typing the radical marks the mutation, in the title, the excerpt and the section, which the result leads to."""
    results = ask("search", "treftadaeth", {"language": "cy"})["results"]
    assert _marked(results[0]["titleSegments"]) == ["treftadaeth"]
    (section,) = results[1]["sections"]
    assert section["url"] == f"{BASE_PATH}cy/gofalu/#am"
    assert section["title"] == "Gofalu am dreftadaeth"
    assert _marked(section["excerpt"]) == ["dreftadaeth", "dreftadaeth"]
    (result,) = ask("search", "Cymru", {"language": "cy"})["results"]
    assert _marked(result["excerpt"]) == ["Gymru’n"]


def test_excerpts_are_text(ask: Ask) -> None:
    """What looks like markup on a page is text in an excerpt."""
    (result, *_) = ask("search", "tân", {"language": "cy"})["results"]
    assert "<img src=x onerror=alert(1)>" in "".join(segment["text"] for segment in result["excerpt"])


def test_some_of_the_words_are_better_than_none(ask: Ask) -> None:
    """Where no page has all words, pages with some of them are found, and the result says so."""
    for language, query in (("cy", "treftadaeth hacathon"), ("en", "museum gallery")):
        results = ask("search", query, {"language": language})
        assert results["partial"] is True, query
        assert results["total"] >= 2


@pytest.mark.parametrize(
    ("language", "query", "suggestion"),
    [
        ("cy", "treftdaeth", "treftadaeth"),
        ("cy", "hacahton am gair", "hacathon am gair"),
        ("en", "musuem", "museum"),
        ("en", "gallery patners", "gallery partners"),
        ("cy", "qqqqqqqq", None),
        ("cy", "treftadaeth", None),
    ],
)
def test_misspelt_words_have_a_suggestion(ask: Ask, language: str, query: str, suggestion: str | None) -> None:
    """A word that is nowhere, one or two letters from one that is somewhere, is suggested as that."""
    assert ask("search", query, {"language": language})["suggestion"] == suggestion


def test_english_has_its_stemmer(ask: Ask) -> None:
    """English finds other forms too, marks them, and from a Welsh page as well; a page in Welsh is not among them."""
    results = ask("search", "partners", {"language": "en"})
    assert set(_found(results)) == {"guides/museum", "guides/other"}
    museum = next(result for result in results["results"] if "museum" in result["url"])
    assert _found(ask("search", "rightsstatements", {"language": "en"})) == ["guides/other"]
    assert _marked(museum["titleSegments"]) == ["partners"]
    assert "partner" in _marked(museum["excerpt"])
    assert ask("countInOther", "museums", {"language": "cy"}) == {"language": "en", "total": 1}
    assert ask("countInOther", "treftadaeth", {"language": "en"}) == {"language": "cy", "total": 2}


def test_filters_narrow_and_count(ask: Ask) -> None:
    """Filters narrow the results, or list pages without a query; facets count what there would be."""
    options = {"language": "cy", "filters": {"type": ["article"]}}
    assert _found(ask("search", "treftadaeth", options)) == ["cy/treftadaeth"]
    assert ask("search", "", options)["total"] == 4
    both = [{"value": "article", "count": 1}, {"value": "how-to", "count": 1}]
    assert ask("filters", "treftadaeth", {"language": "cy"})["type"] == both
    assert ask("filters", "treftadaeth", options)["type"] == both
    assert {facet["value"]: facet["count"] for facet in ask("filters", "", {"language": "cy"})["type"]} == {
        "article": 4,
        "how-to": 4,
    }
    assert ask("search", "treftadaeth", {"language": "cy", "limit": 1, "offset": 1})["total"] == 2


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "  \n ",
        "?!… “’” --- ''' \"\"",
        "😀 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "<script>harmed = 1</script>",
        '"treftadaeth',
        "مرحبا بالعالم שלום",
        "w" * 10_000,
        "gair museum " * 1_000,
        "constructor __proto__ toString hasOwnProperty",
        "\u0000\ud800 \u200b\u00ad\u0301",
        " ".join(f"gair{number}" for number in range(2_000)),
    ],
    ids=lambda value: value[:8].encode("unicode_escape").decode(),
)
def test_no_query_does_harm(ask: Ask, query: str, language: str) -> None:
    """Whatever is typed or pasted has an answer, is run by nobody, and makes no error in the console."""
    results = ask("search", query, {"language": language})
    assert results["total"] == len(results["results"]) <= len(_PAGES), results


@pytest.mark.parametrize("query", ["constructor", "__proto__", "toString", "open"])
def test_no_term_but_those_of_the_glossary(ask: Ask, query: str) -> None:
    """What every object of JavaScript has is no agreed term."""
    assert ask("translated", query, {"language": "cy"}) is None


def test_nothing_is_fetched_before_it_is_needed(fresh: Ask, page: Page, small: str) -> None:
    """Importing the module fetches nothing but itself; preparing fetches no index of words or pages."""
    watch = Watch(page.context)
    page.goto(f"{small}empty.html")
    page.evaluate("root => import(`${root}assets/javascripts/canllaw/search.js`)", BASE_PATH)
    assert {Path(url).suffix for url in watch.asked} == {".html", ".js"}
    assert [url for url in watch.asked if "pagefind" in url] == []
    fresh("prepare", {"language": "cy"})
    page.wait_for_timeout(100)
    assert [url for url in watch.asked if ".pf_index" in url or ".pf_fragment" in url or "/en" in url] == []
    assert watch.problems == []


@pytest.mark.parametrize("missing", ["**/assets/search/cy/*.json", "**/assets/search/cy.json"])
def test_without_shards_it_is_plain_pagefind(fresh: Ask, page: Page, missing: str) -> None:
    """Where the words cannot be loaded the very word is still found, and the result says that it is plain."""
    errors: list[str] = []
    page.context.on("weberror", lambda error: errors.append(str(error.error)))

    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="<!doctype html>")

    page.route(missing, refuse)
    results = fresh("search", "treftadaeth", {"language": "cy"})
    assert results["plain"] is True
    assert _found(results) == ["cy/treftadaeth"]
    assert _marked(results["results"][0]["excerpt"])
    page.unroute(missing, refuse)
    results = fresh("search", "treftadaeth", {"language": "cy"})
    assert (results["plain"], _found(results)) == (False, ["cy/treftadaeth", "cy/gofalu"])
    assert errors == []


@pytest.mark.parametrize(
    "missing",
    ["**/pagefind.js*", "**/*.pf_meta", "**/pagefind-entry.json*", "**/wasm.*", "**/*.pf_index", "**/*.pf_fragment"],
)
@pytest.mark.parametrize(("language", "word"), [("cy", "treftadaeth"), ("en", "gallery")])
def test_without_pagefind_it_says_so(fresh: Ask, page: Page, missing: str, language: str, word: str) -> None:
    """Where a piece of the index cannot be loaded the search rejects, and finds it at the next try."""

    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route(missing, refuse)
    assert fresh("search", word, {"language": language})["error"] == "SearchUnavailable"
    page.unroute(missing, refuse)
    assert _found(fresh("search", word, {"language": language}))


@pytest.mark.parametrize("missing", ["**/pagefind.js*", "**/*.pf_meta", "**/pagefind-entry.json*"])
def test_without_pagefind_every_function_says_so(fresh: Ask, page: Page, missing: str) -> None:
    """Where Pagefind cannot be loaded every function rejects with an error of its own."""
    page.route(missing, lambda route: route.fulfill(status=404, body=""))
    for call in (("search", "treftadaeth"), ("countInOther", "museum"), ("filters", "treftadaeth")):
        assert fresh(*call)["error"] == "SearchUnavailable", call


def test_empty_index_finds_nothing(fresh: Ask, page: Page) -> None:
    """Where a language has no page, nothing is found and nothing goes wrong."""
    watch = Watch(page.context)
    nothing = '{"pages": 0, "version": "0", "shards": "", "stopWords": ""}'
    page.route("**/assets/search/cy.json", lambda route: route.fulfill(body=nothing, content_type="application/json"))
    results = fresh("search", "treftadaeth", {"language": "cy"})
    assert (results["total"], results["results"], results["suggestion"]) == (0, [], None)
    assert fresh("filters", "treftadaeth", {"language": "cy"}) == {}
    assert watch.problems == []


def test_own_guides_are_found(page: Page, server: str) -> None:
    """On the project's own site the search knows heritage in all its forms, under the policy of its search page."""
    watch = Watch(page.context)
    page.goto(f"{server}cy/chwilio/")
    totals = {}
    for query in (
        "treftadaeth",
        "dreftadaeth",
        "threftadaeth",
        "amgueddfa",
        "amgueddfeydd",
        "sefydliad",
        "sefydliadau",
    ):
        results = page.evaluate(_CALL, ["search", [query, {"language": "cy"}], BASE_PATH])
        totals[query] = results["total"]
        assert all(url.startswith("cy/") for url in _found(results))
    assert totals["treftadaeth"] == totals["dreftadaeth"] == totals["threftadaeth"] >= 5
    assert totals["amgueddfa"] == totals["amgueddfeydd"] >= 5
    assert totals["sefydliad"] == totals["sefydliadau"] >= 5
    marked = page.evaluate(_CALL, ["search", ["treftadaeth", {"language": "cy", "limit": 20}], BASE_PATH])["results"]
    sections = [section for result in marked for section in result["sections"]]
    assert "dreftadaeth" in {word.lower() for section in sections for word in _marked(section["excerpt"])}
    assert watch.problems == []
