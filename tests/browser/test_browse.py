"""The page to browse: topics, types, tags and years combined, in each language for itself."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browser.visits import PHONE, WIDE, WORDS, Watch, filled_in, resize

_BROWSE = {"en": "browse/", "cy": "cy/pori/"}
_TAG = {"en": "Collaboration", "cy": "Cydweithio"}
_TYPE = {"en": "How-to guides", "cy": "Canllawiau ymarferol"}
_SAID = {
    "en": {
        "tag": "9 guides found.",
        "both": "7 guides found.",
        "one": "1 guide found.",
        "two": "2 guides found.",
        "all": "12 guides found.",
    },
    "cy": {
        "tag": "Cafwyd hyd i 9 canllaw.",
        "both": "Cafwyd hyd i 7 canllaw.",
        "one": "Cafwyd hyd i 1 canllaw.",
        "two": "Cafwyd hyd i 2 ganllaw.",
        "all": "Cafwyd hyd i 12 canllaw.",
    },
}
_LIST = {"en": "tags/collaboration/", "cy": "cy/tagiau/cydweithio/"}
_COUNT_SAID = """() => {
  globalThis.said = 0
  new MutationObserver(() => said++).observe(document.querySelector("[role=status]"), {childList: true})
}"""
_IS_COVERED = """box => {
  const {left, top, width, height} = box.getBoundingClientRect()
  return document.elementFromPoint(left + width / 2, top + height / 2) !== box
}"""
_PLACES = "boxes => boxes.map(box => [box.value, box.getBoundingClientRect().top + scrollY])"
#: By how much, in its own height, each number is away from the end of the words before it.
_GAPS = """numbers => numbers.map(number => {
  const words = document.createRange()
  words.selectNodeContents(number.previousSibling)
  const [end, start] = [[...words.getClientRects()].at(-1), number.getBoundingClientRect()]
  return Math.max(Math.abs(start.left - end.right), Math.abs(start.top - end.top)) / start.height
})"""
#: What each card says, word for word, with its language, and the picture that it shows.
_CARDS = """cards => cards.map(card => [
  card.innerText.split(/\\s+/).join(" "),
  card.querySelector("a").href,
  ...[...card.querySelectorAll("[lang]")].map(({lang, tagName}) => tagName + lang),
  ...[...card.querySelectorAll("img")].map(image => image.src + image.getAttribute("width")),
])"""
_in_each_language = pytest.mark.parametrize("language", ["en", "cy"])


def _status(page: Page) -> Locator:
    return page.locator(".cl-browse [role=status]")


def _index(page: Page) -> Locator:
    return page.locator(".cl-browse__index")


@_in_each_language
def test_walk_by_keyboard(page: Page, watch: Watch, server: str, language: str) -> None:
    """A reader with a keyboard combines two facets, hears how many guides are left, goes back, and clears all."""
    page.goto(server + _BROWSE[language])
    expect(_status(page)).to_have_text("")
    summary = page.locator(".cl-facets summary")
    summary.focus()
    page.keyboard.press("Enter")
    tag = page.get_by_role("checkbox", name=_TAG[language])
    expect(tag).to_be_visible()
    while not tag.evaluate("box => box === document.activeElement"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.cl-facets') !== null"), "the facets end before the tag"
    page.keyboard.press("Space")
    expect(_status(page)).to_have_text(_SAID[language]["tag"])
    expect(tag).to_be_focused()
    expect(_index(page)).to_be_hidden()
    page.get_by_role("checkbox", name=_TYPE[language]).press("Space")
    expect(_status(page)).to_have_text(_SAID[language]["both"])
    assert parse_qs(urlsplit(page.url).query) == {"tag": ["collaboration"], "type": ["how-to"]}
    page.go_back()
    expect(_status(page)).to_have_text(_SAID[language]["tag"])
    page.go_forward()
    expect(_status(page)).to_have_text(_SAID[language]["both"])
    page.get_by_role("button", name=WORDS["search-clear"][language]).press("Enter")
    expect(_index(page)).to_be_visible()
    expect(_status(page)).to_have_text(_SAID[language]["all"])
    expect(summary).to_be_focused()
    assert urlsplit(page.url).query == ""


@_in_each_language
def test_address_to_share(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """An address with facets opens with what they leave, those of the other language apart and marked as such."""
    tab.goto(f"{server}{_BROWSE[language]}?tag=collaboration&type=how-to")
    expect(_status(tab)).to_have_text(_SAID[language]["both"])
    expect(tab.get_by_role("heading", name=f"{_TYPE[language]}, {_TAG[language]}")).to_be_visible()
    expect(tab.get_by_role("checkbox", name=_TAG[language])).to_be_checked()
    expect(tab.get_by_role("heading", name=WORDS["listing-apart"][language])).to_be_visible()
    foreign = "cy" if language == "en" else "en"
    expect(tab.locator(f".cl-browse__found a[lang={foreign}]")).to_have_count(1)
    expect(tab.locator(".cl-browse__found .cl-only")).to_have_text(WORDS[f"only-in-{foreign}"][language])


@_in_each_language
def test_counts_in_good_grammar(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """The number of guides is said as this language says it."""
    for choice, key in (("tag=volunteers", "one"), ("tag=community", "two")):
        tab.goto(f"{server}{_BROWSE[language]}?{choice}")
        expect(_status(tab)).to_have_text(_SAID[language][key])


@_in_each_language
@pytest.mark.parametrize("query", ["?tag=collaboration&tag=collaboration", "?tag=collaboration&tag=&topic=&year=%20"])
def test_value_asked_for_twice_or_empty(tab: Page, watch_tab: Watch, server: str, language: str, query: str) -> None:
    """An address in which a value stands twice, or is empty, asks for no more than the same without it."""
    tab.goto(f"{server}{_BROWSE[language]}{query}")
    expect(_status(tab)).to_have_text(_SAID[language]["tag"])
    expect(tab.locator(".cl-browse__found .cl-browse__title")).to_have_text([_TAG[language]])
    expect(tab.locator(".cl-facets__chosen")).to_have_text(_TAG[language])
    expect(tab.locator(".cl-facets input:checked")).to_have_count(1)


@_in_each_language
def test_nothing_asked_for(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """An address whose values are all empty shows the index, and no heading without words."""
    for query in ("?tag=", "?year=&topic=", "?type=%20"):
        tab.goto(f"{server}{_BROWSE[language]}{query}")
        expect(_index(tab)).to_be_visible()
        expect(_status(tab)).to_have_text("")
        expect(tab.locator(".cl-browse__found > *")).to_have_count(0)


def _unknown(language: str, names: str) -> str:
    return str(WORDS["facets-unknown"][language]).format(names=names)


@_in_each_language
def test_unknown_values(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """What nothing is known by is said plainly, in few words however much of it there is, and adds no box to tick."""
    address = f"{server}{_BROWSE[language]}"
    tab.goto(f"{address}?tag=nothing&tag=collaboration&year=constructor")
    said = _unknown(language, "“nothing”, “constructor”")
    expect(_status(tab)).to_have_text(f"{said} {_SAID[language]['tag']}")
    expect(tab.locator(".cl-browse__found .cl-browse__title")).to_have_text([_TAG[language]])
    boxes = tab.locator(".cl-facets input").count()
    tab.goto(address + "?" + "&".join(f"tag=unknown{n}{'x' * 60}" for n in range(800)))
    expect(_index(tab)).to_be_visible()
    names = ", ".join(f"“unknown{n}{'x' * 32}…”" for n in range(3))
    expect(_status(tab)).to_have_text(_unknown(language, f"{names} …"))
    assert tab.locator(".cl-facets input").count() >= boxes > 0
    expect(tab.locator(".cl-facets input[value^=unknown]")).to_have_count(0)
    expect(tab.locator(".cl-browse__found > *")).to_have_count(0)


@_in_each_language
def test_renamed_tag(page: Page, watch: Watch, server: str, language: str) -> None:
    """An address with the id that a tag used to have asks for the tag by its name of now."""

    def rename(route: Route) -> None:
        answer = route.fetch()
        words = answer.text()
        assert words.count('"facet":"tag"') == 1
        before, _, after = words.partition('"facet":"tag"')
        after = after.replace('"renamed":{}', '"renamed":{"working-together":"collaboration"}', 1)
        route.fulfill(response=answer, body=f'{before}"facet":"tag"{after}')

    page.route(f"**/{_BROWSE[language]}?*", rename)
    page.goto(f"{server}{_BROWSE[language]}?tag=working-together&tag=collaboration")
    expect(_status(page)).to_have_text(_SAID[language]["tag"])
    expect(page.get_by_role("checkbox", name=_TAG[language])).to_be_checked()
    page.get_by_role("checkbox", name=_TYPE[language]).check()
    expect(_status(page)).to_have_text(_SAID[language]["both"])
    assert parse_qs(urlsplit(page.url).query) == {"tag": ["collaboration"], "type": ["how-to"]}


@_in_each_language
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_count_where_the_finger_is(
    tab: Page, watch_tab: Watch, server: str, language: str, size: tuple[int, int]
) -> None:
    """How many guides a box leaves is in view where it is ticked, covers no box, and leads to them; it is said once."""
    resize(tab, size)
    tab.goto(server + _BROWSE[language])
    tab.get_by_text(WORDS["browse-combine"][language]).click()
    expect(tab.locator(".cl-facets__foot")).to_be_hidden()
    tab.evaluate(_COUNT_SAID)
    tab.get_by_role("checkbox", name=_TAG[language]).check()
    link = tab.get_by_role("link", name=filled_in("browse-show", language))
    expect(link).to_have_text(re.compile(r"\b9\b"))
    expect(link).to_be_in_viewport(ratio=1)
    for box in tab.get_by_role("checkbox").all():
        box.focus()
        assert not box.evaluate(_IS_COVERED)
    link.click()
    expect(tab).to_have_url(re.compile("#"))
    expect(_status(tab)).to_have_text(_SAID[language]["tag"])
    expect(_status(tab)).to_be_in_viewport(ratio=1)
    expect(tab.locator(".cl-browse__found .cl-card")).to_have_count(9)
    assert tab.evaluate("said") == 1


@_in_each_language
def test_values_stay_where_they_are(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """A value that would leave nothing stays in its place with a 0, and one that is ticked nevertheless says so."""
    tab.goto(server + _BROWSE[language])
    tab.get_by_text(WORDS["browse-combine"][language]).click()
    boxes = tab.get_by_role("checkbox")
    expect(boxes.first).to_be_visible()
    places = boxes.evaluate_all(_PLACES)
    boxes.and_(tab.locator("[value=volunteers]")).check()
    expect(_status(tab)).to_have_text(_SAID[language]["one"])
    assert boxes.evaluate_all(_PLACES) == places
    expect(tab.get_by_role("checkbox", name=re.compile(r"\(0\)$")).first).to_be_visible()
    tab.goto(f"{server}{_BROWSE[language]}?tag=volunteers&topic=sharing")
    nothing = str(WORDS["browse-found"][language].get("zero", WORDS["browse-found"][language]["other"])).format(n=0)
    expect(_status(tab)).to_have_text(nothing)
    expect(tab.locator(".cl-facets__foot")).to_have_text(nothing)


@_in_each_language
def test_count_beside_its_value(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """The number of a value stands on the last line of its words, a space after them, on the narrowest phone too."""
    resize(tab, PHONE)
    tab.goto(server + _BROWSE[language])
    tab.get_by_text(WORDS["browse-combine"][language]).click()
    expect(tab.get_by_role("checkbox").first).to_be_visible()
    assert max(tab.locator(".cl-facets__number").evaluate_all(_GAPS)) < 2


@_in_each_language
def test_results_are_cards(tab: Page, watch_tab: Watch, server: str, language: str) -> None:
    """A guide that is found shows what its card in a list shows: picture, type, time, title and summary."""
    tab.goto(f"{server}{_BROWSE[language]}?tag=collaboration")
    expect(_status(tab)).to_have_text(_SAID[language]["tag"])
    found = tab.locator(".cl-browse__found .cl-card").evaluate_all(_CARDS)
    tab.goto(server + _LIST[language])
    assert found == tab.locator(".cl-card").evaluate_all(_CARDS)
    assert len(found) == 9


def test_switch_keeps_what_is_chosen(tab: Page, watch_tab: Watch, server: str) -> None:
    """The language switch leads to the same choice in the other language."""
    tab.goto(f"{server}{_BROWSE['en']}?tag=collaboration")
    expect(_status(tab)).to_have_text(_SAID["en"]["tag"])
    tab.get_by_role("link", name="Cymraeg").click()
    expect(_status(tab)).to_have_text(_SAID["cy"]["tag"])


def test_index_never_flashes(page: Page, watch: Watch, server: str) -> None:
    """Where the address has facets the index is hidden from the start, before the script that fills the page comes."""
    page.route("**/browse-page.js", lambda route: None)  # it is on its way for ever
    page.goto(f"{server}{_BROWSE['cy']}?tag=collaboration", wait_until="commit")
    page.locator(".cl-footer").wait_for()
    expect(_index(page)).to_be_hidden()


def test_index_without_the_script(page: Page, server: str) -> None:
    """Where the script cannot be loaded the index is there, whatever the address asks for."""
    page.route("**/browse-page.js", lambda route: route.abort())
    page.goto(f"{server}{_BROWSE['cy']}?tag=collaboration")
    expect(_index(page)).to_be_visible()


@_in_each_language
def test_guides_that_cannot_be_loaded(page: Page, server: str, language: str) -> None:
    """Where the guides cannot be loaded the page says so and shows the lists."""
    page.route("**/assets/browse/*.json", lambda route: route.fulfill(status=500))
    page.goto(f"{server}{_BROWSE[language]}?tag=collaboration")
    expect(_status(page)).to_have_text(WORDS["browse-failed"][language])
    expect(_index(page)).to_be_visible()
