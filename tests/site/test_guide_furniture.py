"""What stands around a guide's text to read it with and to hand it on: on the built site, in both languages."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from built_site import EMAIL, REPOSITORY, SITE_URL, BuiltSite
from canllaw.language.words import read_words

sys.path.insert(0, str(Path(__file__).parent))
from reading import (
    DOCS,
    FILE_NAMES,
    LANGUAGES,
    Source,
    address_of,
    alphabetical,
    attribute,
    data,
    guides,
    only,
    pages,
    say,
    words_of,
)

in_both = pytest.mark.parametrize("language", LANGUAGES)


def _page(site: BuiltSite, language: str, guide: Source) -> BeautifulSoup:
    return site.pages[guide.address(language)]


@in_both
def test_headings_have_links(site: BuiltSite, language: str) -> None:
    """Beside each heading of a guide stands a link to it that says, in the text's language, which section it is."""
    for guide in guides():
        page = _page(site, language, guide)
        headings = page.select(".cl-text :is(h2, h3, h4)[data-cl-counterpart]")
        assert len(headings) > 3
        for heading in headings:
            frame = heading.parent
            assert frame
            link = only(frame, ".cl-heading > a.cl-anchor")
            number = heading.select(".cl-section-number")
            name = words_of(heading).removeprefix(words_of(number[0]) if number else "").strip()
            assert attribute(link, "href") == f"#{attribute(heading, 'id')}"
            expected = say("section-link", guide.shown_in(language)).format(section=name)
            assert attribute(link, "aria-label") == expected


@in_both
def test_time_to_read(site: BuiltSite, language: str) -> None:
    """A guide and each of its cards say how long it takes to read, with the plural of the language."""
    words, _ = read_words(DOCS / "_data/interface.yml", "interface.yml")
    for guide in guides():
        text = (DOCS / guide.key / FILE_NAMES[guide.shown_in(language)]).read_text(encoding="utf-8").split("---", 2)[2]
        said = words_of(only(_page(site, language, guide), ".cl-guide__type"))
        minutes = next(n for n in range(1, 60) if said.endswith(words.say("reading-time", language, n=n)))  # type: ignore[arg-type]
        assert abs(minutes - len(text.split()) / 200) < 1, guide.key
    for card in site.pages[guides()[0].address(language)].select(".cl-guide__foot .cl-card__type"):
        assert data("interface")["reading-time"][language]["other"].split("}")[1].strip()[-5:] in words_of(card)


@in_both
def test_previous_and_next(site: BuiltSite, language: str) -> None:
    """Previous and next lead through each topic once, from its first guide to its last, in alphabetical order."""
    for topic in data("taxonomy")["topics"]:
        inside = {guide.short_title(language): guide for guide in guides() if guide.facts("topic") == topic}
        titles = alphabetical(inside, language)
        for before, here, after in zip([None, *titles], titles, [*titles[1:], None], strict=False):
            address = inside[here].address(language)
            for rel, title in (("prev", before), ("next", after)):
                links = site.pages[address].select(f".cl-beside a[rel={rel}]")
                assert [address_of(site, address, attribute(link, "href")) for link in links] == (
                    [inside[title].address(language)] if title else []
                )


@in_both
def test_edit_link_opens_the_file(site: BuiltSite, language: str) -> None:
    """The link to edit a guide opens the file that holds the text on the page."""
    for guide in guides():
        link = next(
            link for link in _page(site, language, guide).select(".cl-use a") if words_of(link) == say("edit", language)
        )
        assert attribute(link, "href") == (
            f"{REPOSITORY}/edit/main/docs/{guide.key}/{FILE_NAMES[guide.shown_in(language)]}"
        )


@in_both
def test_feedback(site: BuiltSite, language: str) -> None:
    """A guide asks whether it was useful, and opens a form or a message that has its title and its address."""
    for guide in guides():
        section = only(_page(site, language, guide), ".cl-feedback")
        form, mail = (attribute(link, "href") for link in section.select("a"))
        fields = parse_qs(urlsplit(form).query)
        assert form.startswith(f"{REPOSITORY}/issues/new?")
        assert fields["page"] == [SITE_URL + guide.address(language)]
        assert fields["title"] == [say("feedback-subject", language).format(title=guide.short_title(language))]
        assert mail.startswith(f"mailto:{EMAIL}?")
        assert f"body={SITE_URL + guide.address(language)}" in unquote(mail)
        form_file = Path(__file__).parents[2] / ".github/ISSUE_TEMPLATE" / fields["template"][0]
        assert "id: page" in form_file.read_text(encoding="utf-8")


@in_both
def test_sharing_needs_nobody(site: BuiltSite, language: str) -> None:
    """A guide is handed on by mail; the buttons that need a script are hidden until there is one."""
    for guide in guides():
        section = only(_page(site, language, guide), ".cl-use")
        mail = attribute(section.select("a")[0], "href")
        assert unquote(mail).endswith(f"body={SITE_URL + guide.address(language)}")
        buttons = {attribute(button, "data-cl-do"): button for button in section.select("button")}
        assert buttons.keys() == {"copy", "share", "print"}
        assert all(button.parent and button.parent.has_attr("hidden") for button in buttons.values())
        assert not [link for link in section.select("a[href^=http]") if REPOSITORY not in attribute(link, "href")]


@in_both
def test_only_guides_have_it(site: BuiltSite, language: str) -> None:
    """Pages that are no guides have none of this."""
    addresses = {guide.address(language) for guide in guides()}
    for address, page in pages(site, language).items():
        parts = page.select(".cl-anchor, .cl-offer, .cl-meaning, .cl-use, .cl-feedback, .cl-beside")
        assert bool(parts) == (address in addresses), address
