"""What the Markdown extension is told of each page: the words of its language, credits, sizes and counterparts."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote

from canllaw.build import Build
from canllaw.content.library import Edition, Guide, Page
from canllaw.content.links import counterparts, links_on_site
from canllaw.content.pictures import picture_size
from canllaw.language import Language
from canllaw.markup import Setting
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
    )


def _credits(build: Build, page: Page, edition: Edition) -> dict[str, str]:
    if not isinstance(page, Guide):
        return {}
    credits = {}
    for picture in edition.blocks.pictures:
        rights = page.facts.pictures.get(picture.target) or page.facts.pictures.get(picture.common_name)
        if rights and rights.credit and rights.licence:
            name = build.vocabulary.people.name(rights.credit, edition.language)
            credits[picture.target] = build.words.say(
                "picture-credit",
                edition.language,
                name=name,
                licence=build.words.say(f"licence-{rights.licence}", edition.language),
            )
    return credits
