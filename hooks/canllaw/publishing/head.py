"""What stands in a page's `head`, as data; a template prints it.

Alternates follow the rules that search engines publish for `hreflang`: absolute addresses, each page naming itself, its
counterpart and `x-default`, and only editions that exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from canllaw.content.library import Guide, Library, Page
from canllaw.language import DEFAULT_LANGUAGE, LANGUAGES, Language, other

_OPEN_GRAPH_LOCALES: dict[Language, str] = {"en": "en_GB", "cy": "cy_GB"}


@dataclass(frozen=True)
class Head:
    """The title, the description and the addresses of one page on the site of one language."""

    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    open_graph: tuple[tuple[str, str], ...]


def alternates(library: Library, page: Page, site_url: str) -> tuple[tuple[str, str], ...]:
    """The `hreflang` and absolute address of each edition that exists, and of the one for all other readers."""
    found: list[tuple[str, str]] = [
        (language, urljoin(site_url, library.address(page, language))) for language in LANGUAGES if page.is_of(language)
    ]
    default = library.address(page, DEFAULT_LANGUAGE if page.is_of(DEFAULT_LANGUAGE) else other(DEFAULT_LANGUAGE))
    return (*found, ("x-default", urljoin(site_url, default)))


def head_of(library: Library, page: Page, site_language: Language, site_url: str, site_name: str) -> Head:
    """The head of `page` on the site in `site_language`; `site_url` is absolute and ends in `/`.

    A page that stands in for a missing edition names the original as canonical, and no alternates; nor does a list
    whose guides are all in the other language.
    """
    edition = page.edition(site_language)
    is_original = page.is_of(site_language)
    canonical = urljoin(site_url, library.address(page, edition.language))
    return Head(
        title=edition.title if not page.key else f"{edition.title} – {site_name}",
        description=edition.summary,
        canonical=canonical,
        alternates=alternates(library, page, site_url) if is_original else (),
        open_graph=(
            ("og:type", "article" if isinstance(page, Guide) else "website"),
            ("og:site_name", site_name),
            ("og:title", edition.title),
            ("og:description", edition.summary),
            ("og:url", canonical),
            ("og:locale", _OPEN_GRAPH_LOCALES[edition.language]),
            *(
                ("og:locale:alternate", _OPEN_GRAPH_LOCALES[language])
                for language in page.editions
                if language != edition.language and page.is_of(language)
            ),
            *_times(page),
        ),
    )


def _times(page: Page) -> tuple[tuple[str, str], ...]:
    """When an article was published and changed, as The Open Graph protocol has it."""
    if not isinstance(page, Guide):
        return ()
    days = {"article:published_time": page.facts.published, "article:modified_time": page.facts.updated}
    return tuple((name, day.isoformat()) for name, day in days.items() if day)
