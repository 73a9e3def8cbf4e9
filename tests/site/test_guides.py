"""A guide has all that the seed has, in both languages, and says what its author stated."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from built_site import BuiltSite
from canllaw.content.schema import LICENCE_ADDRESSES

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    LANGUAGES,
    Source,
    address_of,
    address_of_file,
    alphabetical,
    attribute,
    data,
    guides,
    ids,
    label,
    language_at,
    meta,
    only,
    say,
    sources,
    target,
    words_of,
)

in_both = pytest.mark.parametrize("language", LANGUAGES)

_QUOTED = {"en": ["Forbes, 2020", "UNESCO, 2019"], "cy": ["Forbes, 2020", "UNESCO, 2019"]}
_TERMS = {
    "en": {"open innovation", "closed innovation", "innovation", "research and development", "competitive advantage"},
    "cy": {"arloesi agored", "arloesi caeedig", "arloesi", "ymchwil a datblygu", "mantais gystadleuol"},
}
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def _seed() -> Source:
    return sources()["guides/open-innovation"]


def _page(site: BuiltSite, language: str, source: Source | None = None) -> Tag:
    return site.pages[(source or _seed()).address(language)]


def _facts(page: Tag) -> dict[str, str]:
    """The facts at the foot of a guide, by their names."""
    return {words_of(only(row, "dt")): words_of(only(row, "dd")) for row in page.select(".cl-facts > div")}


def _names(people: list[str], language: str) -> str:
    return ", ".join(data("people")[person]["name"][language] for person in people)


def _headings(page: Tag) -> list[Tag]:
    return page.select(".cl-text > .cl-heading > h2")


@in_both
def test_title_and_standfirst(site: BuiltSite, language: str) -> None:
    """A guide begins with its title and its standfirst."""
    for guide in guides():
        head = only(_page(site, language, guide), ".cl-page__head")
        assert words_of(only(head, "h1")) == guide.front(language)["title"]
        assert words_of(only(head, ".cl-guide__summary")) == guide.front(language)["summary"]


@in_both
def test_availability_notice(site: BuiltSite, language: str) -> None:
    """The seed says, in the reader's language, that it is available in both, and links to the other."""
    notice = only(_page(site, language), ".cl-page__head .cl-notice")
    sentence = {"en": "This guide is available in English and Welsh.", "cy": "ar gael yn Gymraeg ac yn Saesneg."}
    assert sentence[language] in words_of(notice)
    there = address_of(site, _seed().address(language), attribute(only(notice, "a[data-cl-switch]"), "href"))
    assert there == _seed().address("cy" if language == "en" else "en")


@in_both
def test_main_picture(site: BuiltSite, language: str) -> None:
    """A guide shows its main picture, with its alternative text in the text's language, its credit and its licence."""
    for guide in guides():
        image, stated = guide.facts("image"), guide.front(language)["image"]
        figure = only(_page(site, language, guide), ".cl-page__head figure")
        picture = only(figure, "img")
        found = target(site, guide.address(language), attribute(picture, "src"))
        assert found, guide.key
        assert found[0] == site.root / guide.key / image["file"]
        assert attribute(picture, "alt") == stated["alt"]
        credit = say("picture-credit", language).format(name=data("people")[image["credit"]]["name"][language])
        licence = say(f"licence-{image['licence']}", language)
        assert words_of(only(figure, "figcaption")) == f"{credit} {licence}."
        link = only(figure, "figcaption a")
        assert (attribute(link, "href"), words_of(link)) == (LICENCE_ADDRESSES[image["licence"]], licence)


@in_both
def test_sections_are_numbered(site: BuiltSite, language: str) -> None:
    """The sections of every guide are numbered from 1 on, and none of the headings below them is."""
    for guide in guides():
        page = _page(site, language, guide)
        numbers = [words_of(only(heading, ".cl-section-number")) for heading in _headings(page)]
        assert len(numbers) >= 3, guide.key
        assert numbers == [f"{number}." for number in range(1, len(numbers) + 1)], guide.key
        assert len(page.select(".cl-section-number")) == len(numbers), guide.key


@in_both
def test_contents_list_the_sections(site: BuiltSite, language: str) -> None:
    """The list of contents of every guide names all of its sections, in order, and leads to them."""
    for guide in guides():
        page = _page(site, language, guide)
        listed = [(words_of(a), attribute(a, "href")) for a in page.select(".cl-contents__list a")]
        sections = [(words_of(h).split(" ", 1)[1], f"#{attribute(h, 'id')}") for h in _headings(page)]
        assert listed == sections, guide.key


@in_both
def test_terms_lead_to_the_glossary(site: BuiltSite, language: str) -> None:
    """The terms that the seed uses lead to what the glossary says of them."""
    address = _seed().address(language)
    glossary = sources()["glossary"].address(language)
    found = set()
    for link in _page(site, language).select(".cl-page__body a"):
        there = target(site, address, attribute(link, "href"))
        if there and there[0] == site.root / glossary / "index.html":
            name = only(only(site.pages[glossary], f'[id="{there[1]}"]'), ".cl-term__name")
            found.add(str(name.contents[0]).strip())
    assert found >= _TERMS[language]


@in_both
def test_quotations_have_a_source(site: BuiltSite, language: str) -> None:
    """Both quotations of the seed are quotations, each with its source below it and not among its words."""
    quotations = _page(site, language).select("figure.cl-quotation")
    assert len(quotations) == 2
    for quotation, source in zip(quotations, _QUOTED[language], strict=True):
        assert words_of(only(quotation, "figcaption")).startswith(source)
        words = words_of(only(quotation, "blockquote"))
        assert len(words.split()) > 20
        assert source not in words


@in_both
def test_no_quotation_has_lost_its_source(site: BuiltSite, language: str) -> None:
    """Every quotation of every guide has its source, and no dash of its own in front of it."""
    for guide in guides():
        page = _page(site, language, guide)
        captions = [words_of(caption) for caption in page.select("figure.cl-quotation > figcaption")]
        assert len(page.select(".cl-text blockquote")) == len(captions), guide.key
        assert [caption for caption in captions if caption.startswith(("—", "–", "-"))] == [], guide.key


@in_both
def test_figures_are_numbered(site: BuiltSite, language: str) -> None:
    """Figures have a caption that begins with "Figure 1" or "Ffigur 1", numbered from 1 on, with credit and licence."""
    word = {"en": "Figure", "cy": "Ffigur"}
    shown = 0
    for guide in guides():
        text_language = guide.shown_in(language)
        for number, figure in enumerate(_page(site, language, guide).select("figure.cl-figure"), 1):
            caption = only(figure, "figcaption")
            assert words_of(only(caption, "strong")) == f"{word[text_language]} {number}.", guide.key
            assert len(words_of(caption)) > len(words_of(only(caption, "strong"))) + 10, guide.key
            for picture in figure.select("img"):
                assert words_of(only(caption, ".cl-credit")).endswith("CC BY 4.0."), guide.key
                assert attribute(only(caption, ".cl-credit a"), "href") == LICENCE_ADDRESSES["CC-BY-4.0"], guide.key
                assert attribute(picture, "alt") not in ("", words_of(caption)), guide.key
            shown += 1
    assert shown >= 3


@in_both
def test_seed_has_its_two_figures(site: BuiltSite, language: str) -> None:
    """The seed shows the two models and the steps, each drawn in the page's language, with all of it in words too."""
    figures = _page(site, language).select("figure.cl-figure")
    assert [attribute(figure, "id") for figure in figures] == ["fig-models", "fig-steps"]
    for figure in figures:
        assert {attribute(svg, "lang") for svg in figure.select("svg")} == {language}
        drawn = {words_of(text) for text in figure.select("svg text") if not words_of(text).isdecimal()}
        assert len(drawn) > 5
        said = words_of(only(figure, ".cl-diagram__words details"))
        assert [label for label in drawn if label not in said] == []


@in_both
def test_references_give_the_number_of_the_figure(site: BuiltSite, language: str) -> None:
    """A reference to a figure says the number that stands below the figure, and every figure is referred to."""
    for guide in guides():
        page = _page(site, language, guide)
        for figure in page.select("figure.cl-figure"):
            references = page.select(f'.cl-text a[href="#{attribute(figure, "id")}"]:not(.cl-diagram__ways a)')
            number = words_of(only(figure, "figcaption strong")).rstrip(".")
            assert {words_of(reference) for reference in references} == {number}, guide.key


@in_both
def test_table_of_steps(site: BuiltSite, language: str) -> None:
    """The seed gives its recommendations as a table with headings, in a named region that the keyboard reaches."""
    region = only(_page(site, language), ".cl-text [role=region][tabindex='0'][aria-label]")
    assert len(region.select("thead th[scope=col]")) == 3
    assert len(region.select("tbody tr")) == 5
    assert attribute(region, "aria-label").startswith(say("table", language))


@in_both
def test_footnotes_lead_there_and_back(site: BuiltSite, language: str) -> None:
    """Each footnote is reached from its place in the text and leads back to it, in words of the language."""
    page = _page(site, language)
    references, notes = page.select("a.footnote-ref"), page.select(".footnote li")
    assert [attribute(reference, "href") for reference in references] == [f"#{attribute(n, 'id')}" for n in notes]
    assert len(notes) == 2
    for number, note in enumerate(notes, 1):
        back = only(note, "a.footnote-backref")
        assert attribute(back, "href").removeprefix("#") in ids(page)
        assert attribute(back, "aria-label") == say("footnote-back", language).format(number)


@in_both
def test_tags_lead_to_their_guides(site: BuiltSite, language: str) -> None:
    """A guide shows each of its tags by its name in the language, and the tag leads to its list of guides."""
    for guide in guides():
        links = _page(site, language, guide).select(".cl-guide__foot a.cl-tag")
        tags = [label("tags", tag, language) for tag in guide.facts("tags")]
        assert [words_of(link) for link in links] == alphabetical(tags, language)
        for link in links:
            found = target(site, guide.address(language), attribute(link, "href"))
            assert found
            listed = site.pages[address_of_file(site, found[0])]
            assert words_of(only(listed, "h1")) == f"Tag: {words_of(link)}"


def test_seed_has_the_tags_of_the_seed() -> None:
    """The seed's own tags are those of the text that it comes from."""
    assert _seed().facts("tags") == ["collaboration", "creativity", "heritage", "innovation"]
    assert _seed().facts("published").year == 2022


@in_both
def test_published_date(site: BuiltSite, language: str) -> None:
    """A guide says when it was published, and when it was changed if it was, for people and for machines."""
    for guide in guides():
        page = _page(site, language, guide)
        days = [guide.facts(name) for name in ("published", "updated") if guide.facts(name)]
        assert [attribute(time, "datetime") for time in page.select("time")] == [day.isoformat() for day in days]
        assert say("published", language) in _facts(page)


@in_both
@pytest.mark.parametrize(("fact", "kind"), [("type", "types"), ("topic", "topics")])
def test_type_and_topic(site: BuiltSite, language: str, fact: str, kind: str) -> None:
    """A guide says what type of resource it is and what topic it belongs to, in words of the language."""
    for guide in guides():
        assert _facts(_page(site, language, guide))[say(fact, language)] == label(kind, guide.facts(fact), language)


@in_both
def test_authors_and_translators(site: BuiltSite, language: str) -> None:
    """A guide says who wrote it, and a translation who translated it."""
    for guide in guides():
        facts = _facts(_page(site, language, guide))
        assert facts[say("authors", language)] == _names(guide.facts("authors"), language), guide.key
        translators: list[str] = guide.front(language).get("translators", [])
        assert facts.get(say("translators", language), "") == _names(translators, language), guide.key


def test_seed_names_its_translators() -> None:
    """The Welsh edition of the seed says who translated it."""
    assert _seed().editions["cy"]["translators"]


@in_both
def test_licence(site: BuiltSite, language: str) -> None:
    """A guide says under what licence it may be used, and links to its terms."""
    for guide in guides():
        link = only(_page(site, language, guide), ".cl-facts a[rel=license]")
        assert (words_of(link), attribute(link, "href")) == ("CC BY 4.0", _LICENCE), guide.key


@in_both
def test_related_guides_are_cards(site: BuiltSite, language: str) -> None:
    """Below a guide stand those that its editor chose, in that order, but those beside it, then others, none twice."""
    for guide in guides():
        page = _page(site, language, guide)
        cards = page.select(".cl-guide__foot .cl-card")
        beside = {address_of(site, guide.address(language), attribute(a, "href")) for a in page.select(".cl-beside a")}
        chosen = [sources()[f"guides/{name}"] for name in guide.facts("related") or []]
        related = [one for one in chosen if one.address(language) not in beside]
        assert len(cards) == max(len(related), 3), guide.key
        for card, wanted in zip(cards, related, strict=False):
            _check_card(site, card, wanted, guide.address(language), language)
        links = [attribute(only(card, "a.cl-title"), "href") for card in cards]
        led_to = [address_of(site, guide.address(language), link) for link in links]
        assert len({*led_to, guide.address(language)}) == len(cards) + 1


def _check_card(site: BuiltSite, card: Tag, chosen: Source, address: str, language: str) -> None:
    title = only(card, "a.cl-title")
    assert words_of(title) == chosen.short_title(language)
    assert address_of(site, address, attribute(title, "href")) == chosen.address(language)
    summary = only(card, ".cl-card__summary")
    assert words_of(summary) == chosen.front(language)["summary"]
    assert language_at(summary) == chosen.shown_in(language)
    assert words_of(only(card, ".cl-card__type b")) == label("types", chosen.facts("type"), language)
    picture: dict[str, Any] = chosen.facts("image")
    assert target(site, address, attribute(only(card, "img"), "src")) == (site.root / chosen.key / picture["file"], "")


@in_both
def test_partners_and_copyright(site: BuiltSite, language: str) -> None:
    """Below the seed stand the partners' statement, their logos, and the copyright with its licence."""
    footer = only(_page(site, language), ".cl-footer")
    assert data("partners")["statement"][language] in words_of(footer)
    for logo in footer.select("img.cl-footer__logo"):
        found = target(site, _seed().address(language), attribute(logo, "src"))
        assert found
        assert found[0].is_file(), found
    assert len(footer.select("img.cl-footer__logo")) == len(data("partners")["partners"]) > 0
    assert say("copyright", language) in words_of(footer)
    assert attribute(only(footer, ".cl-footer__licence a"), "href") == _LICENCE


@in_both
def test_guides_are_substantial(site: BuiltSite, language: str) -> None:
    """Every guide has 700 to 1,400 words in English, and about as many in Welsh."""
    for guide in guides():
        count = len(words_of(only(_page(site, language, guide), ".cl-text")).split())
        assert 650 <= count <= 1900, (guide.key, count)


def test_there_are_ten_guides_in_both_languages() -> None:
    """The knowledge base begins with ten guides in both languages."""
    assert sum(len(guide.editions) == 2 for guide in guides()) >= 10


@in_both
def test_summary_is_fit_for_search_engines(site: BuiltSite, language: str) -> None:
    """A guide's description is long enough to say something and short enough to be shown whole."""
    lengths = {guide.key: len(meta(_page(site, language, guide), "description")[0]) for guide in guides()}
    assert {key: length for key, length in lengths.items() if not 50 <= length <= 165} == {}
