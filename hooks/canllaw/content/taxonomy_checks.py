"""What can be wrong with the taxonomy as a whole: words that no guide uses, one word twice, addresses twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from canllaw.content.alike import alike
from canllaw.content.library import Library
from canllaw.content.listings import values_of
from canllaw.content.yaml_file import YamlFile
from canllaw.language import IN_LANGUAGE, LANGUAGES
from canllaw.problems import Problem, guess
from canllaw.vocabulary.taxonomy import KINDS, Concept, Kind, Taxonomy, list_path


def mistakes_in_taxonomy(library: Library, taxonomy: Taxonomy, source: YamlFile, prefix: str) -> Iterator[Problem]:
    """Everything that is wrong with `taxonomy`, which stands in `source`; `prefix` is what Problems call `docs`."""
    yield from _unused(library, taxonomy, source)
    for kind in KINDS:
        yield from _without_slug(kind, taxonomy.of_kind(kind), source)
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


def _without_slug(kind: Kind, concepts: Mapping[str, Concept], source: YamlFile) -> Iterator[Problem]:
    """The Welsh labels that are addresses as well: whoever mends such a label ends an address without knowing it."""
    for name, concept in concepts.items():
        if not concept.cy.slug:
            values = {"label": concept.cy.label, "slug": concept.anchor("cy") or name}
            yield Problem(source.name, source.line(kind, name, "cy"), "concept-no-slug", values)


def _alike(kind: Kind, concepts: Mapping[str, Concept], source: YamlFile) -> Iterator[Problem]:
    """Each two concepts whose labels are one word."""
    names = list(concepts)
    labels = {language: [concepts[name][language].label for name in names] for language in LANGUAGES}
    for one, another, language in alike(labels):
        first, second = names[one], names[another]
        values: dict[str, object] = {"id": second, "label": labels[language][another], "other": first}
        values |= {"there": labels[language][one], "language": IN_LANGUAGE[language]}
        values["line"] = source.line(kind, first, language)
        yield Problem(source.name, source.line(kind, second, language), "concepts-alike", values)


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
