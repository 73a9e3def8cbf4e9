"""The search page, in each language for itself."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.visits import PHONE, WORDS, Watch, filled_in, visit

_SEARCH = {"en": "search/", "cy": "cy/chwilio/"}
_WORD = {"en": "museum", "cy": "amgueddfa"}
_TYPE = {"en": "How-to guides", "cy": "Canllawiau ymarferol"}
_in_each_language = pytest.mark.parametrize("language", ["en", "cy"])


@_in_each_language
def test_search_finds_the_pages_of_its_language(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """Each language's search finds pages, all of them of this language, and none of the other."""
    visit(tab, f"{server}{_SEARCH[language]}?q={_WORD[language]}")
    paths = [urlsplit(link.evaluate("link => link.href")).path for link in _results(tab).locator("a").all()]
    assert {path.startswith("/repository/cy/") for path in paths} == {language == "cy"}


@_in_each_language
def test_search_leaves_out_the_other_language(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """A guide with one edition is found in that edition's language, and not where it only stands in for the other."""
    tab.goto(f"{server}{_SEARCH[language]}?q=prosiectau dwyieithog")
    _wait_for_answer(tab, language)
    found = [link.get_attribute("href") or "" for link in _results(tab).locator("h2 a").all()]
    assert any("/prosiectau-dwyieithog/" in address for address in found) == (language == "cy")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Cafwyd hyd i 1 dudalen."),
        (2, "Cafwyd hyd i 2 dudalen."),
        (3, "Cafwyd hyd i 3 tudalen."),
        (4, "Cafwyd hyd i 4 tudalen."),
        (6, "Cafwyd hyd i 6 thudalen."),
        (12, "Cafwyd hyd i 12 tudalen."),
        (1, "1 page found."),
        (2, "2 pages found."),
    ],
)
def test_count_is_announced_in_good_grammar(page: Page, watch: Watch, server: str, count: int, said: str) -> None:
    """The number of pages found is announced as this language says it, with the mutation that follows a numeral."""
    address = _SEARCH["cy" if "hyd" in said else "en"]
    page.route("**/pagefind.js", lambda route: route.fulfill(content_type="text/javascript", body=_index_of(count)))
    visit(page, f"{server}{address}?q=museum")
    expect(_status(page)).to_have_text(said)
    expect(_results(page)).to_have_count(min(count, 10))
    more = page.get_by_role("button", name=WORDS["search-more"]["cy" if "hyd" in said else "en"])
    expect(more).to_be_visible(visible=count > 10)
    if count > 10:
        more.click()
        expect(_results(page)).to_have_count(count)
        expect(_results(page).nth(10).get_by_role("link").first).to_be_focused()


@_in_each_language
def test_count_has_its_place_before_there_is_one(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """What announces the count is there, empty, before anything is typed, or a screen reader would miss its change."""
    tab.goto(server + _SEARCH[language])
    expect(_status(tab)).to_have_text("")
    announcer = _status(tab).element_handle()
    tab.get_by_role("searchbox").fill(_WORD[language])
    _wait_for_answer(tab, language)
    assert announcer is not None
    assert announcer.evaluate("element => element.isConnected && element.textContent !== ''")


@_in_each_language
def test_search_from_another_page_and_back(page: Page, watch: Watch, server: str, language: str) -> None:
    """A search typed on any page opens the search page; the back button brings back earlier searches, and results."""
    page.goto(server + ("cy/" if language == "cy" else "") + ("geirfa/" if language == "cy" else "glossary/"))
    page.get_by_role("searchbox").fill(_WORD[language])
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}{_SEARCH[language]}?q={_WORD[language]}")
    first = _results(page).locator("h2").first
    expect(first).to_be_visible()
    page.get_by_role("searchbox").fill("zzzxxq")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}{_SEARCH[language]}?q=zzzxxq")
    expect(first).to_be_hidden()
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value(_WORD[language])
    first.get_by_role("link").click()
    page.go_back()
    expect(first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value(_WORD[language])


@_in_each_language
def test_results_come_while_typing(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """Results come as the reader types, and go when the box is emptied."""
    tab.goto(server + _SEARCH[language])
    tab.get_by_role("searchbox").press_sequentially(_WORD[language])
    expect(_results(tab).first).to_be_visible()
    tab.get_by_role("searchbox").fill("")
    expect(_results(tab)).to_have_count(0)
    expect(_status(tab)).to_have_text("")


@_in_each_language
def test_results_are_narrowed(page: Page, watch: Watch, server: str, language: str) -> None:
    """What is ticked narrows the results, stands in the address to share, and goes with the back button."""
    visit(page, f"{server}{_SEARCH[language]}?q={_WORD[language]}")
    expect(_results(page).first).to_be_visible()
    everything = _status(page).text_content()
    page.get_by_text(WORDS["search-narrow"][language]).click()
    box = page.get_by_role("checkbox", name=_TYPE[language])
    box.press("Space")
    expect(_status(page)).not_to_have_text(everything or "")
    expect(box).to_be_focused()
    narrowed = _status(page).text_content()
    assert parse_qs(urlsplit(page.url).query) == {"q": [_WORD[language]], "type": ["how-to"]}
    page.reload()
    expect(_status(page)).to_have_text(narrowed or "")
    page.get_by_text(WORDS["search-narrow"][language]).click()
    expect(page.get_by_role("checkbox", name=_TYPE[language])).to_be_checked()
    page.get_by_role("button", name=WORDS["search-clear"][language]).click()
    expect(_status(page)).to_have_text(everything or "")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.go_back()
    expect(_status(page)).to_have_text(narrowed or "")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("cy/chwilio/?q=open innovation", "Chwilio am “arloesi agored”"),
        ("search/?q=bartneriaethau", "Search for “partnership”"),
        ("cy/chwilio/?q=treftadeth", "Ai “treftadaeth” oeddech chi’n ei feddwl?"),
        ("search/?q=herritage", "Did you mean “heritage”?"),
    ],
)
def test_another_way_on(tab: Page, watch_tab: Watch, server: str, address: str, said: str) -> None:
    """A term of the other language leads to the term of this one, and a misspelt word to the one that was meant."""
    tab.goto(server + address)
    tab.get_by_role("link", name=said).click()
    expect(tab.get_by_role("searchbox")).to_have_value(re.findall("“(.+)”", said)[0])
    expect(_results(tab).first).to_be_visible()


@_in_each_language
def test_results_in_the_other_language(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """How many pages of the other language match stands beside the results, and leads to them."""
    other = "cy" if language == "en" else "en"
    tab.goto(f"{server}{_SEARCH[language]}?q={_WORD[other]}")
    link = tab.get_by_role("link", name=filled_in("results-in-other", language))
    number = re.match(r"\d+", link.text_content() or "")
    assert number
    link.click()
    expect(tab).to_have_url(f"{server}{_SEARCH[other]}?q={_WORD[other]}")
    expect(_status(tab)).to_contain_text(number[0])


@_in_each_language
def test_results_in_the_other_language_are_as_narrow(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """What the results are narrowed to goes along to the other language, where as many are found as was said."""
    other = "cy" if language == "en" else "en"
    tab.goto(f"{server}{_SEARCH[language]}?q={_WORD[other]}&type=article")
    link = tab.get_by_role("link", name=filled_in("results-in-other", language))
    number = re.match(r"\d+", link.text_content() or "")
    assert number
    link.click()
    expect(tab).to_have_url(f"{server}{_SEARCH[other]}?q={_WORD[other]}&type=article")
    expect(_status(tab)).to_have_text(re.compile(rf"\b{number[0]}\b"))


def test_no_way_to_results_of_another_query(page: Page, server: str) -> None:
    """While the other language is searched there is no way to its results for what was typed before."""
    page.goto(f"{server}{_SEARCH['cy']}?q=museum")
    link = page.get_by_role("link", name=filled_in("results-in-other", "cy"))
    expect(link).to_be_visible()
    page.route("**/pagefind/en/index/**", lambda route: None)  # It never comes.
    page.get_by_role("searchbox").fill("workshop treftadaeth")
    expect(page).to_have_url(re.compile("workshop"))
    expect(_status(page)).to_have_text(filled_in("results-count", "cy"))
    expect(link).to_have_count(0)


@_in_each_language
def test_shared_link_says_what_it_is_narrowed_to(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """Who follows a link to narrowed results sees what they are narrowed to, and a way out, with nothing opened."""
    visit(tab, f"{server}{_SEARCH[language]}?q={_WORD[language]}&type=how-to&year=2026")
    summary = tab.get_by_text(WORDS["search-narrow"][language])
    expect(summary).to_have_text(f"{WORDS['search-narrow'][language]} {_TYPE[language]}, 2026")
    tab.get_by_role("button", name=WORDS["search-clear"][language]).click()
    expect(summary).to_have_text(WORDS["search-narrow"][language])
    expect(tab).to_have_url(f"{server}{_SEARCH[language]}?q={_WORD[language]}")


@_in_each_language
@pytest.mark.parametrize("value", ["unknown", "constructor", "__proto__", ""])
def test_unknown_facet(tab: Page, watch_tab: Watch, server: str, language: str, value: str) -> None:
    """A link to a tag that there is not says so plainly, and finds what it finds without; an empty one says nothing."""
    said = str(WORDS["facets-unknown"][language]).format(names=f"“{value}”")
    for query, shown in (("", tab.locator(".cl-search__help")), (_WORD[language], _results(tab).first)):
        tab.goto(f"{server}{_SEARCH[language]}?q={query}&tag={value}&tag={value}&type={value}")
        expect(shown).to_be_visible()
        expect(tab.locator(".cl-search__notes p")).to_have_text([said] if value else [])
        expect(tab.locator(".cl-facets input:checked")).to_have_count(0)
        expect(tab.get_by_role("button", name=WORDS["search-clear"][language])).to_be_hidden()


@_in_each_language
def test_empty_and_doubled_facets(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """A facet without a value in the address is none, and one that stands there twice is one."""
    tab.goto(f"{server}{_SEARCH[language]}?q={_WORD[language]}&tag=&type=&topic=")
    expect(_results(tab).first).to_be_visible()
    expect(tab.get_by_role("checkbox", checked=True, include_hidden=True)).to_have_count(0)
    tab.goto(f"{server}{_SEARCH[language]}?q={_WORD[language]}&tag=heritage&tag=heritage")
    expect(tab.get_by_role("checkbox", checked=True, include_hidden=True)).to_have_count(1)


@_in_each_language
def test_choice_that_goes_takes_no_focus_with_it(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """A box that is gone once it is not ticked, as there is nothing to narrow, leaves the reader in the search box."""
    tab.goto(f"{server}{_SEARCH[language]}?q=zzzxxq&type=article")
    tab.get_by_text(WORDS["search-narrow"][language]).click()
    tab.get_by_role("checkbox", checked=True).press("Space")
    expect(tab.get_by_role("checkbox")).to_have_count(0)
    expect(tab.get_by_role("searchbox")).to_be_focused()


def test_more_results_are_there_for_who_comes_back(page: Page, watch: Watch, server: str) -> None:
    """The back button leads from a result that was shown later to the list with it."""
    visit(page, f"{server}{_SEARCH['en']}?q=museum")
    page.get_by_role("button", name=WORDS["search-more"]["en"]).click()
    last = _results(page).nth(10).get_by_role("link").first
    last.click()
    expect(page).not_to_have_url(re.compile("q=museum"))
    page.go_back()
    expect(last).to_be_visible()


def test_nothing_asked_for_is_nothing_in_the_address(tab: Page, watch_tab: Watch, server: str) -> None:
    """Enter in an empty box leaves the address as it is."""
    tab.goto(server + _SEARCH["en"])
    tab.get_by_role("searchbox").press("Enter")
    expect(tab).to_have_url(server + _SEARCH["en"])


def test_address_that_cannot_be_changed(page: Page, watch: Watch, server: str) -> None:
    """Where a browser lets the address change no more, as Safari does after many changes, results come all the same."""
    page.add_init_script("History.prototype.replaceState = () => { throw new DOMException('', 'SecurityError') }")
    page.goto(server + _SEARCH["en"])
    page.get_by_role("searchbox").press_sequentially("museum")
    expect(_results(page).first).to_be_visible()


def test_keyboard_of_a_phone_makes_room(browser: Browser, server: str) -> None:
    """On a touch screen Enter takes the focus out of the box, so that the keyboard covers no results."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server + _SEARCH["cy"])
    page.get_by_role("searchbox").tap()
    page.keyboard.type("treftadaeth")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).not_to_be_focused()
    expect(_status(page)).to_have_text(filled_in("results-count", "cy"))
    context.close()


@_in_each_language
def test_words_without_content_find_no_less(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """Where no page has all words those that have some are shown, and it is said so."""
    tab.goto(f"{server}{_SEARCH[language]}?q={_WORD[language]} zzzxxq")
    expect(_results(tab).first).to_be_visible()
    expect(tab.get_by_text(WORDS["search-partial"][language])).to_be_visible()


@_in_each_language
def test_forms_that_cannot_be_looked_up(page: Page, server: str, language: str) -> None:
    """Where the words cannot be loaded the search is Pagefind's own, and the page says so."""
    page.route("**/assets/search/**", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{server}{_SEARCH[language]}?q={_WORD[language]}")
    expect(_results(page).first).to_be_visible()
    expect(page.get_by_text(WORDS["search-plain"][language])).to_be_visible()


@_in_each_language
def test_nothing_found_says_so(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """A search that finds nothing says so in words, in the page's language."""
    tab.goto(f"{server}{_SEARCH[language]}?q=zzzxxq")
    expect(_status(tab)).to_have_text(WORDS["search-none"][language])
    expect(_results(tab)).to_have_count(0)


@_in_each_language
@pytest.mark.parametrize("missing", ["**/pagefind.js*", "**/wasm.*", "**/*.pf_index", "**/*.pf_fragment"])
def test_missing_index_says_so(page: Page, server: str, language: str, missing: str) -> None:
    """Where the index cannot be loaded the page says so in words, and the next search tries again."""
    page.route(missing, lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{server}{_SEARCH[language]}?q={_WORD[language]}")
    expect(_status(page)).to_have_text(WORDS["search-failed"][language])
    expect(page.get_by_text(WORDS["search-narrow"][language])).to_be_hidden()
    page.wait_for_load_state("networkidle")
    page.unroute(missing)
    page.get_by_role("searchbox").press("Enter")
    expect(_results(page).first).to_be_visible()


@_in_each_language
@pytest.mark.parametrize(
    "query",
    ["<script>harmed = 1</script><img src=x onerror='harmed = 1'>", "w" * 10_000, "\"'&%?#\\ŵ"],
    ids=["markup", "ten-thousand", "signs"],
)
def test_no_query_does_harm(tab: Page, watch_tab: Watch, server: str, language: str, query: str) -> None:
    """Markup, ten thousand characters or odd signs as a query are words like any other: searched, and not run."""
    tab.goto(server + _SEARCH[language])
    tab.get_by_role("searchbox").fill(query)
    tab.keyboard.press("Enter")
    _wait_for_answer(tab, language)
    tab.reload()
    _wait_for_answer(tab, language)
    expect(tab.get_by_role("searchbox")).to_have_value(query)
    assert tab.evaluate("typeof harmed") == "undefined"


def _status(page: Page) -> Locator:
    return page.get_by_role("status")


def _results(page: Page) -> Locator:
    return page.locator(".cl-search__result")


def _wait_for_answer(page: Page, language: str) -> None:
    """Wait until the page says what it found, or that it found nothing."""
    counts = [sentence.replace("{n}", r"\d+") for sentence in WORDS["results-count"][language].values()]
    expect(_status(page)).to_have_text(re.compile("|".join([*counts, re.escape(WORDS["search-none"][language])])))


def _index_of(count: int) -> str:
    """A stand-in for Pagefind that finds `count` pages for every query."""
    return f"""
      const page = id => ({{url: `/repository/${{id}}/`, meta: {{title: id}}, content: "", anchors: []}})
      const result = (_, number) => ({{id: `${{number}}`, score: 1, words: [], data: async () => page(`${{number}}`)}})
      const search = async () => ({{results: Array.from({{length: {count}}}, result)}})
      export const createInstance = () => ({{search, filters: async () => ({{}})}})
    """
