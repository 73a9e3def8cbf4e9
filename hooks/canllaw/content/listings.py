"""The lists of guides: a page for each tag, type, topic and year that a guide has, made from what the guides state.

A list has no file of its own, but is a page like others: it has a title, a summary and an address in each language. It
stands on the sites of both languages; guides without an edition in the language at hand are listed apart there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from canllaw.content.blocks import read_blocks
from canllaw.content.frontmatter import Source
from canllaw.content.library import FILE_NAMES, Edition, Guide, Layout, Library, Page, in_order
from canllaw.content.schema import StandingPageFields
from canllaw.content.yaml_file import YamlFile
from canllaw.language import LANGUAGES, Language
from canllaw.vocabulary.taxonomy import KIND_WORDS, KINDS, Concept, Kind, Taxonomy

_YEAR_SUMMARY: dict[Language, str] = {
    "en": "Guides that were first published in {year}, in alphabetical order.",
    "cy": "Canllawiau a gyhoeddwyd gyntaf yn {year}, yn nhrefn yr wyddor.",
}


@dataclass(frozen=True)
class Listing(Page):
    """The guides that have one tag, type, topic or year; `name` is its id, `concept` None for a year."""

    kind: Kind
    name: str
    concept: Concept | None
    guides: tuple[Guide, ...]
    addresses: Mapping[Language, str]

    @property
    def layout(self) -> Layout:
        """What the page shows."""
        return "listing"

    def is_of(self, language: Language) -> bool:
        """Whether any of its guides can be read in `language`."""
        return any(language in guide.editions for guide in self.guides)

    def here(self, language: Language) -> list[Guide]:
        """Its guides with an edition in `language`, in alphabetical order."""
        return in_order((guide for guide in self.guides if language in guide.editions), language)

    def apart(self, language: Language) -> list[Guide]:
        """Its guides without an edition in `language`, in alphabetical order."""
        return in_order((guide for guide in self.guides if language not in guide.editions), language)


def values_of(guide: Guide, kind: Kind) -> list[str]:
    """The ids under which `guide` is listed among lists of a kind: its tags, its type, its topic or its year."""
    facts = guide.facts
    stated: dict[Kind, list[str | None]] = {
        "topics": [facts.topic],
        "types": [facts.type],
        "tags": [*facts.tags],
        "years": [str(facts.published.year) if facts.published else None],
    }
    return [value for value in stated[kind] if value]


def with_listings(library: Library, taxonomy: Taxonomy) -> Library:
    """`library` with a list for each topic, type, tag and year that a guide has, in the order of the taxonomy."""
    return replace(library, listings={listing.key: listing for listing in _listings(library, taxonomy)})


def _listings(library: Library, taxonomy: Taxonomy) -> Iterator[Listing]:
    for kind in KINDS:
        having: dict[str, list[Guide]] = {}
        for guide in library.guides:
            for value in dict.fromkeys(values_of(guide, kind)):
                having.setdefault(value, []).append(guide)
        concepts = taxonomy.of_kind(kind)
        for name in sorted(having, reverse=True) if kind == "years" else concepts:
            if name in having:
                yield _listing(kind, name, concepts.get(name), having[name], taxonomy)


def _listing(kind: Kind, name: str, concept: Concept | None, guides: list[Guide], taxonomy: Taxonomy) -> Listing:
    key = f"{kind}/{name}"
    editions = {language: _edition(key, kind, name, concept, language) for language in LANGUAGES}
    addresses = {language: taxonomy.list_address(kind, name, language) for language in LANGUAGES}
    return Listing(key, editions, StandingPageFields(), kind, name, concept, tuple(guides), addresses)


def _edition(key: str, kind: Kind, name: str, concept: Concept | None, language: Language) -> Edition:
    """The words of a list in one language; the kind stands in the title, for a tag and a topic may have one name."""
    label = (concept[language].plural or concept[language].label) if concept else name
    fields = StandingPageFields(
        title=f"{KIND_WORDS[kind][language].name}: {label}",
        short_title=label,
        summary=concept[language].description if concept else _YEAR_SUMMARY[language].format(year=name),
    )
    path = f"{key}/{FILE_NAMES[language]}"
    return Edition(language, path, fields, Source(YamlFile(path), "", 1), read_blocks("", 1))
