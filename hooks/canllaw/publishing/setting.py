"""What the Markdown extension is told of each page: the words of its language, credits, sizes and counterparts."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from canllaw.build import Build
from canllaw.content.library import Edition, Guide, Page
from canllaw.content.links import counterparts, linked_page, links_on_site
from canllaw.content.pictures import picture_size
from canllaw.content.schema import LICENCE_ADDRESSES
from canllaw.language import Language
from canllaw.markup.extension import Setting
from canllaw.markup.figures import Credit
from canllaw.markup.offers import Offers
from canllaw.publishing.diagrams import drawn_in


def setting_of(build: Build, page: Page, site_language: Language) -> Setting:
    """The setting for `page` on the site in `site_language`. Words inside the text are in the text's language."""
    edition = page.edition(site_language)
    words = {key: build.words.template(key, edition.language) for key in ("figure", "table", "tabs", "footnote-back")}
    return Setting(
        words=words,
        diagrams=drawn_in(build, page, edition, site_language),
        numbered=isinstance(page, Guide),
        credits=_credits(build, page, edition),
        sizes={
            picture.target: picture_size(path)
            for picture in edition.blocks.pictures
            if (path := build.docs / PurePosixPath(edition.path).parent / unquote(picture.target)).is_file()
        },
        counterparts=counterparts(page, edition.language, build.vocabulary),
        links=links_on_site(build.library, build.vocabulary, edition, site_language),
        sections=_sections(build, edition) if isinstance(page, Guide) else {},
        offers=_offers(build, edition) if isinstance(page, Guide) else None,
    )


def _sections(build: Build, edition: Edition) -> dict[str, str]:
    """What the link to each section is called, by its anchor."""
    headings = edition.blocks.headings
    return {
        heading.anchor: build.words.say("section-link", edition.language, section=heading.text) for heading in headings
    }


def _offers(build: Build, edition: Edition) -> Offers:
    """What the text offers from the glossary, if there is a page that holds it."""
    language, terms = edition.language, build.vocabulary.glossary.root
    anchors = {entry[language].anchor: name for name, entry in terms.items()}
    links = {}
    for link in edition.blocks.links:
        parts = urlsplit(link.target)
        page = linked_page(build.library, edition, unquote(parts.path)) if parts.fragment else None
        name = anchors.get(unquote(parts.fragment))
        if name and page and page.layout == "glossary":
            links[link.target] = name
    names = {
        name: build.words.say("term-meaning", language, term=entry[language].term) for name, entry in terms.items()
    }
    return Offers(build.vocabulary.term_finder(language).uses, links, names)


def _credits(build: Build, page: Page, edition: Edition) -> dict[str, Credit]:
    if not isinstance(page, Guide):
        return {}
    credits: dict[str, Credit] = {}
    for picture in edition.blocks.pictures:
        rights = page.facts.pictures.get(picture.target) or page.facts.pictures.get(picture.common_name)
        if rights and rights.credit and rights.licence:
            name = build.vocabulary.people.name(rights.credit, edition.language)
            credits[picture.target] = Credit(
                build.words.say("picture-credit", edition.language, name=name),
                build.words.say(f"licence-{rights.licence}", edition.language),
                LICENCE_ADDRESSES[rights.licence],
            )
    return credits
