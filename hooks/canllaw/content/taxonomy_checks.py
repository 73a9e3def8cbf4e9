"""What can be wrong with the taxonomy as a whole: words that no guide uses, one word twice, addresses twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

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
        yield from _alike(kind, taxonomy.of_kind(kind), source)
    yield from _addresses_twice(library, taxonomy, source, prefix)


def renamed(concepts: Mapping[str, Concept]) -> dict[str, str]:
    """The id of the concept that used to be called by each alias."""
    return {alias: name for name, concept in concepts.items() for alias in concept.en.aliases}


def _unused(library: Library, taxonomy: Taxonomy, source: YamlFile) -> Iterator[Problem]:
    """What no guide has, unless the values of some guide cannot be read, which may have any."""
    for kind in KINDS:
        concepts = taxonomy.of_kind(kind)
        stated = [set(values_of(guide, kind)) for guide in library.guides]
        if concepts and stated and all(stated):
            yield from _not_among(kind, concepts, set().union(*stated), source)


def _not_among(kind: Kind, concepts: Mapping[str, Concept], stated: set[str], source: YamlFile) -> Iterator[Problem]:
    """The concepts that are not `stated`, and not meant by anything misspelt or renamed.

    A topic may be there before its first guide is; a tag is made for guides that have it.
    """
    before = renamed(concepts)
    meant = {before.get(value) or guess(value, concepts) for value in stated - concepts.keys()}
    for name in concepts:
        if name not in stated | meant:
            values: dict[str, object] = {"id": name, "kind": kind, "guess": guess(name, stated & concepts.keys())}
            code = "tag-unused-guess" if values["guess"] else "tag-unused"
            yield Problem(source.name, source.line(kind, name), code if kind == "tags" else "concept-unused", values)


def _alike(kind: Kind, concepts: Mapping[str, Concept], source: YamlFile) -> Iterator[Problem]:
    """Each two concepts whose labels are one word: the same but for accents, hyphens, a regular plural, or a slip."""
    names = list(concepts)
    pairs: dict[tuple[int, int], Language] = {}
    for language in LANGUAGES:
        words = [slugify(concepts[name][language].label, "") for name in names]
        places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            places[word].append(place)
        for place, word in enumerate(words):
            for there in {there for form in _forms(word, language) for there in places.get(form, ())} - {place}:
                pairs.setdefault((min(place, there), max(place, there)), language)
    for (one, another), language in sorted(pairs.items()):
        first, second = names[one], names[another]
        here, there_label = concepts[second][language].label, concepts[first][language].label
        values: dict[str, object] = {"id": second, "label": here, "other": first, "there": there_label}
        values |= {"language": IN_LANGUAGE[language], "line": source.line(kind, first, language)}
        yield Problem(source.name, source.line(kind, second, language), "concepts-alike", values)


def _forms(word: str, language: Language) -> Iterator[str]:
    """What `word` may be a plural of, or a slip for: itself, two letters exchanged, one inside left out."""
    yield word
    yield from (word.removesuffix(plural) for plural in _PLURALS[language] if word.endswith(plural))
    if len(word) >= _LONG:
        yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    if len(word) > _LONG:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


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
    # A page in the folder of a list has a Problem of its own.
    pages = [page for key, page in library.pages.items() if key not in library.listings]
    editions = [(page, language) for page in pages for language in LANGUAGES]
    now = {library.address(page, language): f"{prefix}/{page.edition(language).path}" for page, language in editions}
    before = {
        alias: f"{prefix}/{edition.path}"
        for page in library.pages.values()
        for edition in page.editions.values()
        for alias in edition.fields.aliases
    }
    return before | now
