"""Where each file of `docs/` goes on the site of one language."""

from __future__ import annotations

from canllaw.build import Build
from canllaw.content.files import DATA_FOLDER, PUBLISHED_SUFFIXES, other_files
from canllaw.content.library import Guide
from canllaw.language import Language


def pdf_place(build: Build, guide: Guide, language: Language) -> str:
    """Where the PDF of `guide` in `language` stands, from the site's root: `guides/first-steps/first-steps.pdf`."""
    address = build.library.address(guide, language)
    return f"{address}{address.rstrip('/').rpartition('/')[2]}.pdf"


def places(build: Build, site_language: Language) -> dict[str, str]:
    """The path below the site's root for each path below `docs/` that the site in `site_language` uses.

    A page goes to its address in that language, in the other language where it has no edition in this one. Pictures
    and other files stand once, where they stand in `docs/`, and serve both languages.
    """
    pages = {
        page.edition(site_language).path: f"{build.library.address(page, site_language)}index.html"
        for page in build.library.published.values()
    }
    others = {
        path.relative_to(build.docs).as_posix()
        for path in other_files(build.docs)
        if path.suffix.lower() in PUBLISHED_SUFFIXES
    }
    logos = {f"{DATA_FOLDER}/{partner.logo}": partner.logo for partner in build.vocabulary.partners.partners}
    return pages | {path: path for path in sorted(others)} | logos
