"""Where the files stand that are made for programs and not written by authors: feeds, data, citations, indexes.

Each address is from the site's root. Words in it are in the language of what it leads to; names that programs look for,
such as `llms.txt` and `feed.xml`, are the same in both.
"""

from __future__ import annotations

from canllaw.content.library import Guide, Library
from canllaw.language import Language
from canllaw.language.addresses import site_path

_DATA_NAMES: dict[Language, str] = {"en": "guides", "cy": "canllawiau"}
_TRANSLATIONS_NAMES: dict[Language, str] = {"en": "translations", "cy": "cyfieithiadau"}
CITATION_FORMATS = ("bib", "ris")


def index_address(language: Language) -> str:
    """Where the index for language models stands (llmstxt.org)."""
    return site_path(language, "llms.txt")


def data_address(language: Language) -> str:
    """Where the open data about the guides in `language` stand."""
    return site_path(language, f"{_DATA_NAMES[language]}.json")


def schema_address(language: Language) -> str:
    """Where the JSON Schema of those data stands, described in `language`."""
    return site_path(language, f"{_DATA_NAMES[language]}.schema.json")


def translations_address(language: Language) -> str:
    """Where it stands, for programs, how up to date each page is in `language`."""
    return site_path(language, f"{_TRANSLATIONS_NAMES[language]}.json")


def translations_schema_address(language: Language) -> str:
    """Where the JSON Schema of that stands, described in `language`."""
    return site_path(language, f"{_TRANSLATIONS_NAMES[language]}.schema.json")


def badge_address(language: Language) -> str:
    """Where the badge stands that shows how much there is in `language`, up to date."""
    return site_path(language, f"{_TRANSLATIONS_NAMES[language]}.svg")


def citation_address(library: Library, guide: Guide, language: Language, form: str) -> str:
    """Where the citation of the edition in `language` stands, in `form`: "bib" or "ris"."""
    return f"{library.address(guide, language)}{guide.slug(language)}.{form}"
