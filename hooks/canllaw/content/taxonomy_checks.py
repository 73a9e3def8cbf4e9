"""What can be wrong with the taxonomy as a whole: words that no guide uses, one word twice, addresses twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from canllaw.content.library import Library
from canllaw.content.listings import values_of
from canllaw.content.yaml_file import YamlFile
from canllaw.language import IN_LANGUAGE, LANGUAGES, Language
from canllaw.language.addresses import slugify
from canllaw.problems import Problem, guess
from canllaw.vocabulary.taxonomy import KINDS, Concept, Kind, Taxonomy, list_path

# Regular plurals only: a word and one of these.
_PLURALS: dict[Language, frozenset[str]] = {
    "en": frozenset({"s", "es"}),
    "cy": frozenset({"au", "iau", "on", "ion", "oedd", "ydd", "iaid"}),
}
_LONG = 6  # letters from which one letter more or less, or two exchanged, is a slip and not another word


def mistakes_in_taxonomy(library: Library, taxonomy: Taxonomy, source: YamlFile, prefix: str) -> Iterator[Problem]:
    """Everything that is wrong with `taxonomy`, which stands in `source`; `prefix` is what Problems call `docs`."""
    yield from _unused(library, taxonomy, source)
    for kind in KINDS:
        for (first, one), (second, another) in combinations(taxonomy.of_kind(kind).items(), 2):
            yield from _alike(kind, (first, one), (second, another), source)
    yield from _addresses_twice(library, taxonomy, source, prefix)


def renamed(concepts: Mapping[str, Concept]) -> dict[str, str]:
    """The id of the concept that used to be called by each alias."""
    return {alias: name for name, concept in concepts.items() for alias in concept.en.aliases}


def _unused(library: Library, taxonomy: Taxonomy, source: YamlFile) -> Iterator[Problem]:
    """The tags that no guide has; one whose tags cannot be read may have any, and one misspelt or renamed is meant."""
    tags = [set(values_of(guide, "tags")) for guide in library.guides]
    if not tags or not all(tags):
        return
    stated = set().union(*tags)
    before = renamed(taxonomy.tags)
    meant = {before.get(tag) or guess(tag, taxonomy.tags) for tag in stated - taxonomy.tags.keys()}
    for tag in taxonomy.tags:
        if tag not in stated | meant:
            values: dict[str, object] = {"id": tag, "guess": guess(tag, stated & taxonomy.tags.keys())}
            code = "tag-unused-guess" if values["guess"] else "tag-unused"
            yield Problem(source.name, source.line("tags", tag), code, values)


def _alike(kind: Kind, one: tuple[str, Concept], another: tuple[str, Concept], source: YamlFile) -> Iterator[Problem]:
    """Two concepts whose labels are one word: the same but for accents, hyphens, a regular plural, or a slip."""
    (first, before), (second, after) = one, another
    for language in LANGUAGES:
        here, there = after[language].label, before[language].label
        if _is_one_word(here, there, language):
            values: dict[str, object] = {"id": second, "label": here, "other": first, "there": there}
            values |= {"language": IN_LANGUAGE[language], "line": source.line(kind, first, language)}
            yield Problem(source.name, source.line(kind, second, language), "concepts-alike", values)
            return


def _is_one_word(here: str, there: str, language: Language) -> bool:
    one, another = (_letters(label) for label in sorted((here, there), key=len))
    more = another.removeprefix(one)
    return one == another or more in _PLURALS[language] or (len(one) >= _LONG and _is_slip(one, another))


@lru_cache(maxsize=1 << 12)  # each label is compared with all others of its kind
def _letters(label: str) -> str:
    return slugify(label, "")


def _is_slip(one: str, another: str) -> bool:
    """Whether two neighbouring letters have changed places, or one letter inside is missing."""
    swapped = (one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1))
    shorter = (another[:at] + another[at + 1 :] for at in range(1, len(another) - 1))
    return another in swapped or one in shorter


def _addresses_twice(library: Library, taxonomy: Taxonomy, source: YamlFile, prefix: str) -> Iterator[Problem]:
    """The addresses, now and formerly, that a list shares with another list or with a page."""
    owners = _addresses_of_pages(library, prefix)
    concepts = [(kind, name, concept) for kind in KINDS for name, concept in taxonomy.of_kind(kind).items()]
    claims = [
        (taxonomy.list_address(kind, name, language), (kind, name, language, "slug"))
        for kind, name, _ in concepts
        for language in LANGUAGES
    ]
    claims += [
        (list_path(kind, alias, language), (kind, name, language, "aliases"))
        for kind, name, concept in concepts
        for language in LANGUAGES
        for alias in concept[language].aliases
    ]
    for address, (kind, name, language, field) in claims:
        if owner := owners.get(address):
            values: dict[str, object] = {
                "id": name,
                "address": address,
                "owner": owner,
                "language": IN_LANGUAGE[language],
            }
            code = "list-address-twice" if field == "slug" else "list-alias-twice"
            yield Problem(source.name, source.line(kind, name, language, field), code, values)
        owners.setdefault(address, f"{source.name}, {kind}: {name}")


def _addresses_of_pages(library: Library, prefix: str) -> dict[str, str]:
    """The file of the page that each address belongs to, now or formerly."""
    editions = [(page, language) for page in library.pages.values() for language in LANGUAGES]
    now = {library.address(page, language): f"{prefix}/{page.edition(language).path}" for page, language in editions}
    before = {
        alias: f"{prefix}/{edition.path}"
        for page in library.pages.values()
        for edition in page.editions.values()
        for alias in edition.fields.aliases
    }
    return before | now
