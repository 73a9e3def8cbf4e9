"""Where the picture of a guide for social networks stands: beside its page, in each language that it is written in."""

from __future__ import annotations

from collections.abc import Iterator

from canllaw.content.library import Edition, Guide, Library, Page
from canllaw.content.unwritten import MARK
from canllaw.language import Language
from canllaw.social.letters import left_out

FILE_NAMES: dict[Language, str] = {"en": "social.png", "cy": "llun-rhannu.png"}


def social_place(library: Library, page: Page, site_language: Language) -> str:
    """The path, from the site's root, of the picture for `page` on the site in `site_language`.

    It is in the language of the text that the page shows. Only guides have one of their own; others share that of the
    home page.
    """
    pictured = page if isinstance(page, Guide) else library.pages[""]
    language = pictured.text_language(site_language)
    return f"{library.address(pictured, language)}{FILE_NAMES[language]}"


def social_places(library: Library) -> dict[str, tuple[Page, Language]]:
    """The page and language of each picture that the site has, by its path from the site's root."""
    return {
        social_place(library, page, language): (page, language)
        for page in library.pages.values()
        if isinstance(page, Guide) or not page.key
        for language in page.editions
    }


def titles_in_part(library: Library) -> Iterator[tuple[Edition, list[str]]]:
    """Each edition whose picture cannot show all of its title, with what is left out."""
    for page, language in social_places(library).values():
        edition = page.editions[language]
        # What is not written yet has a Problem of its own.
        if letters := left_out(edition.title.replace(MARK, "")):
            yield edition, letters
