"""What can be wrong with pages that can each be read: unknown words, missing facts, broken links, addresses twice."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from canllaw.content.blocks import Link, Picture, figure_anchor
from canllaw.content.files import (
    DATA_FOLDER,
    DIAGRAM_SUFFIX,
    PICTURE_SUFFIXES,
    PUBLISHED_SUFFIXES,
    TEXT_SUFFIXES,
    diagram_files,
    is_logo,
    other_files,
)
from canllaw.content.glossary_checks import mistakes_in_glossary
from canllaw.content.library import FILE_NAMES, GUIDES_FOLDER, Edition, Guide, Library, Page, called
from canllaw.content.links import anchors, diagrams_shown, key_of, linked_page, linked_path
from canllaw.content.pictures import picture_size
from canllaw.content.schema import GuideFields, Image, PageFields, StandingPageFields, example_of
from canllaw.content.social import social_places, titles_in_part
from canllaw.content.svg import refused_in_svg
from canllaw.content.taxonomy_checks import mistakes_in_taxonomy, renamed
from canllaw.content.text_checks import mistakes_in_text
from canllaw.content.unwritten import MARK
from canllaw.content.yaml_file import YamlFile, read_yaml
from canllaw.diagrams.reading import Diagram, mistakes_in
from canllaw.language import LANGUAGES, NAMES
from canllaw.language.addresses import slugify
from canllaw.markup.safety import URL_SCHEMES, scheme_of
from canllaw.problems import Problem, guess
from canllaw.vocabulary import Vocabulary
from canllaw.vocabulary.taxonomy import KINDS, Concept

_REQUIRED_OF_EDITION = ("title", "summary")
_REQUIRED_OF_GUIDE = ("type", "topic", "tags", "published", "authors")
_STATED_IN = {"type": "types", "topic": "topics", "tags": "tags", "authors": "people"}
_FIRST_YEAR, _LAST_YEAR, _A_YEAR = 1990, 2100, 2026  # of guides on the web; any other is a slip
_EMAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]+")
# The ends of names that people here link to; no file of ours ends so.
_HOST = re.compile(
    r"(?:[\w-]+\.)+(?:org|com|net|uk|wales|cymru|gov|edu|eu|ac|museum|info|io)(?=[/?#:]|$)", re.IGNORECASE
)

#: How many tags a guide may have before they tell nothing apart.
MOST_TAGS = 5
#: What a picture of dots may weigh, in kilobytes, and measure on its longer side: more than any page shows.
MOST_KILOBYTES, MOST_PIXELS = 500, 2000


@dataclass(frozen=True)
class Checker:
    """All that the checks look things up in; `prefix` is what Problems call the `docs` folder."""

    library: Library
    vocabulary: Vocabulary
    diagrams: Mapping[str, Diagram]
    docs: Path
    prefix: str = "docs"

    def problems(self) -> Iterator[Problem]:
        """Everything that is wrong."""
        for page in self.library.pages.values():
            for edition in page.editions.values():
                yield from self._missing(edition, edition.fields, _REQUIRED_OF_EDITION)
                yield from self._links(edition)
                yield from self._pictures(page, edition)
                for line, code, values in mistakes_in_text(edition):
                    yield self._problem(edition, line, code, **values)
                yield from self._translators(edition)
            if isinstance(page, Guide):
                # Facts that nobody can read are not missing; they may stand in the file that is broken.
                if not any(edition.is_broken for edition in page.editions.values()):
                    yield from self._missing(next(iter(page.editions.values())), page.facts, _REQUIRED_OF_GUIDE)
                    yield from self._image(page)
                yield from self._unknown_words(page)
                yield from self._too_many_tags(page)
                yield from self._rights_of_nothing(page)
                yield from self._dates(page)
            elif isinstance(page.facts, StandingPageFields):
                yield from self._unknown_guides(page, "featured", page.facts.featured)
            yield from self._named_twice(page)
        if "" not in self.library.pages:
            yield Problem(f"{self.prefix}/{FILE_NAMES['en']}", 1, "home-missing")
        yield from self._folders()
        yield from self._clashing_addresses()
        yield from self._taxonomy()
        yield from self._files()
        yield from self._family_names()
        yield from mistakes_in_glossary(self.vocabulary.glossary, self._data("glossary.yml"))
        yield from self._logos()
        for edition, letters in titles_in_part(self.library):
            yield self._problem(edition, "title", "title-in-part", letters=" ".join(letters))
        yield from self._diagrams()

    def _problem(self, edition: Edition, place: str | int, code: str, **values: object) -> Problem:
        """A Problem in the file of `edition`: `place` is a line, or the field whose line is meant."""
        line = place if isinstance(place, int) else edition.source.front_matter.line(*place.split("."))
        return Problem(f"{self.prefix}/{edition.path}", line, code, values)

    def _missing(self, edition: Edition, fields: PageFields, required: tuple[str, ...]) -> Iterator[Problem]:
        # A field that is stated wrongly has its own Problem already, and so has a file that could not be read.
        stated = required if edition.is_broken else edition.source.front_matter.mapping
        for name in required:
            if not getattr(fields, name) and name not in stated:
                yield self._problem(edition, 1, "field-missing", field=name, example=example_of(type(fields), name))

    def _unknown_words(self, guide: Guide) -> Iterator[Problem]:
        facts, vocabulary = guide.facts, self.vocabulary
        stated: list[tuple[str, str | None, Collection[str]]] = [
            ("type", facts.type, vocabulary.taxonomy.types),
            ("topic", facts.topic, vocabulary.taxonomy.topics),
            *(("tags", tag, vocabulary.taxonomy.tags) for tag in facts.tags),
            *(("authors", author, vocabulary.people.root) for author in facts.authors),
        ]
        for field, word, known in stated:
            if word and known and word not in known and word not in self._unread[_STATED_IN[field]]:
                yield self._unknown(self._stating(guide, field), field, word, known)
        yield from self._unknown_guides(guide, "related", facts.related)

    def _too_many_tags(self, guide: Guide) -> Iterator[Problem]:
        if len(guide.facts.tags) > MOST_TAGS:
            values = {"n": len(guide.facts.tags), "most": MOST_TAGS}
            yield self._problem(self._stating(guide, "tags"), "tags", "tags-many", **values)

    def _rights_of_nothing(self, guide: Guide) -> Iterator[Problem]:
        """The pictures that have a credit, but that no edition shows."""
        pictures = [picture for edition in guide.editions.values() for picture in edition.blocks.pictures]
        shown = {name for picture in pictures for name in (unquote(picture.target), picture.common_name)}
        edition = self._stating(guide, "pictures")
        for name in sorted(guide.facts.pictures.keys() - shown):
            line = edition.source.front_matter.line("pictures", name)
            nearest = guess(name, shown - guide.facts.pictures.keys())
            code = "rights-unused-guess" if nearest else "rights-unused"
            yield self._problem(edition, line, code, name=name, guess=nearest)

    def _dates(self, guide: Guide) -> Iterator[Problem]:
        """Years that are slips of the pen, and days that cannot come before that of publication."""
        published = guide.facts.published
        for field in ("published", "updated", "review_by"):
            day = getattr(guide.facts, field)
            if day and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
                example = day.replace(year=_A_YEAR, day=min(day.day, 28))
                yield self._problem(
                    self._stating(guide, field), field, "date-strange", field=field, year=day.year, now=example
                )
            elif day and published and day < published:
                yield self._problem(
                    self._stating(guide, field), field, "date-before", field=field, date=day, published=published
                )

    def _named_twice(self, page: Page) -> Iterator[Problem]:
        """What one list names more than once: it would be shown more than once."""
        for edition in page.editions.values():
            for field, stated in edition.fields:
                for index, word in enumerate(stated if isinstance(stated, list) else ()):
                    if stated[:index].count(word) == 1:
                        line = edition.source.front_matter.line(field, index)
                        yield self._problem(edition, line, "named-twice", field=field, word=word)

    def _unknown_guides(self, page: Page, field: str, named: Iterable[str]) -> Iterator[Problem]:
        """The folders in `field` of `page` that are no guide's, or its own."""
        for folder in named:
            guide = self.library.pages.get(f"{GUIDES_FOLDER}/{folder}")
            if guide is page:
                yield self._problem(self._stating(page, field), field, "related-own", word=folder)
            elif guide is None:
                others = (other for other in self.library.guides if other is not page)
                known = [called(other.key) for other in others]
                yield self._unknown(self._stating(page, field), field, folder, known)

    def _translators(self, edition: Edition) -> Iterator[Problem]:
        people = self.vocabulary.people.root
        for translator in edition.fields.translators if people else ():
            if translator not in people and translator not in self._unread["people"] and MARK not in translator:
                yield self._unknown(edition, "translators", translator, people)

    def _unknown(self, edition: Edition, field: str, word: str, known: Iterable[str]) -> Problem:
        choices = list(known)
        if nearest := (_meant(word, known) if isinstance(known, dict) else None) or guess(word, choices):
            return self._problem(edition, field, "word-unknown-guess", field=field, word=word, guess=nearest)
        code = "person-unknown" if field in ("authors", "translators") else "word-unknown"
        return self._problem(edition, field, code, field=field, word=word, choices=", ".join(choices))

    def _stating(self, page: Page, field: str) -> Edition:
        """The edition of `page` that states `field`."""
        editions = list(page.editions.values())
        return next((e for e in editions if field in e.source.front_matter.mapping), editions[0])

    def _image(self, guide: Guide) -> Iterator[Problem]:
        first = self._stating(guide, "image")
        if not isinstance(first.fields, GuideFields) or first.fields.image is None:
            return
        image = guide.facts.image or Image()
        for name in ("file", "credit", "licence"):
            if not getattr(image, name):
                yield self._problem(first, "image", "image-incomplete", field=name)
        if image.file and not self._is_published(f"{guide.key}/{image.file}"):
            yield self._missing_file(first, "image.file", guide.key, image.file)
        for edition in guide.editions.values():
            own = edition.fields.image if isinstance(edition.fields, GuideFields) else None
            # An image that is stated wrongly has its own Problem already.
            is_wrong = own is None and "image" in edition.source.front_matter.mapping
            if not is_wrong and (own is None or not own.alt):
                yield self._problem(edition, "image.alt", "image-no-alt")

    def _pictures(self, page: Page, edition: Edition) -> Iterator[Problem]:
        folder = posixpath.dirname(edition.path)
        yield from self._figures_twice(edition)
        credited = page.facts.pictures if isinstance(page.facts, GuideFields) else {}
        for picture in edition.blocks.pictures:
            if picture.is_diagram and not scheme_of(picture.target):
                yield from self._diagram(edition, picture)
                continue
            if not picture.alt.strip():
                yield self._problem(edition, picture.line, "picture-no-alt", file=picture.target)
            if scheme_of(picture.target) or picture.target.startswith("/"):
                yield self._problem(edition, picture.line, "picture-elsewhere", file=picture.target)
            elif not self._is_published(posixpath.join(folder, unquote(picture.target))):
                yield self._missing_file(edition, picture.line, folder, picture.target)
            elif isinstance(page, Guide) and not _rights_are_unreadable(page):
                rights = credited.get(picture.target) or credited.get(picture.common_name)
                if rights is None or not (rights.credit and rights.licence):
                    yield self._problem(edition, picture.line, "picture-no-credit", file=picture.common_name)

    def _figures_twice(self, edition: Edition) -> Iterator[Problem]:
        """Two figures of one name would have one anchor, and a reference could mean either."""
        first: dict[str, Picture] = {}
        for figure in edition.blocks.figures:
            anchor = figure_anchor(figure.name)
            if anchor in first:
                before = first[anchor]
                values = {"file": figure.target, "other": before.target, "line": before.line}
                yield self._problem(edition, figure.line, "figure-twice", **values)
            first.setdefault(anchor, figure)

    def _diagram(self, edition: Edition, picture: Picture) -> Iterator[Problem]:
        """A diagram brings its own words and is drawn by us; it has only to be there, and to stand by itself."""
        path = linked_path(edition, unquote(picture.target))
        if path not in self._diagram_files:
            # A file that is there has a Problem of its own: it is not called as it should be.
            if not self._is_published(path):
                yield self._missing_file(edition, picture.line, posixpath.dirname(edition.path), picture.target)
        elif not picture.is_alone:
            yield self._problem(edition, picture.line, "diagram-not-alone", file=picture.target)
        elif words := picture.alt.strip() or picture.caption:
            yield self._problem(edition, picture.line, "diagram-words", file=picture.target, words=words)

    @cached_property
    def _diagram_files(self) -> frozenset[str]:
        return frozenset(diagram_files(self.docs))

    def _diagrams(self) -> Iterator[Problem]:
        shown = diagrams_shown(self.library)
        for diagram in self.diagrams.values():
            page = self.library.pages.get(diagram.folder)
            yield from mistakes_in(diagram, shown.get(diagram.path) or (page.editions if page else ()))
            if diagram.path not in shown:
                file = posixpath.basename(diagram.path)
                yield Problem(diagram.source.name, 1, "diagram-unused", {"file": file})

    def _folders(self) -> Iterator[Problem]:
        """A page's folder is a word of its address, so it is written as one; and it is not that of a list."""
        for page in self.library.pages.values():
            name = posixpath.basename(page.key)
            path = f"{self.prefix}/{next(iter(page.editions.values())).path}"
            if name != slugify(name):
                yield Problem(path, 1, "folder-name", {"name": name, "guess": slugify(name) or "first-steps"})
            if page.key in self.library.listings:
                yield Problem(path, 1, "folder-of-list", {"folder": f"{self.prefix}/{page.key}"})

    def _data(self, file: str) -> YamlFile:
        """A file of data with its lines; what is wrong with it by itself is told by who reads the vocabulary."""
        return read_yaml(self.docs / DATA_FOLDER / file, f"{self.prefix}/{DATA_FOLDER}/{file}")[0]

    @cached_property
    def _unread(self) -> dict[str, Collection[str]]:
        """The ids in the data that have a Problem themselves, by what they are of: to name one is no other mistake."""
        vocabulary, taxonomy = self.vocabulary, self._data("taxonomy.yml").mapping
        stated: dict[str, Any] = {kind: taxonomy.get(kind) for kind in KINDS if kind != "years"}
        read: dict[str, Collection[str]] = {kind: vocabulary.taxonomy.of_kind(kind) for kind in KINDS}
        for name, root in (("people", vocabulary.people.root), ("glossary", vocabulary.glossary.root)):
            stated[name], read[name] = self._data(f"{name}.yml").mapping, root
        return {name: set(ids if isinstance(ids, dict) else ()) - set(read[name]) for name, ids in stated.items()}

    def _may_be_list(self, key: str) -> bool:
        """Whether `key` may be that of a list of guides, whose tag, type or topic has a Problem itself."""
        kind, _, name = key.partition("/")
        known = {one: self.vocabulary.taxonomy.of_kind(one) for one in KINDS if one != "years"}
        return any(kind == one and (name in self._unread[one] or not concepts) for one, concepts in known.items())

    def _taxonomy(self) -> Iterator[Problem]:
        source = self._data("taxonomy.yml")
        yield from mistakes_in_taxonomy(self.library, self.vocabulary.taxonomy, source, self.prefix)

    def _logos(self) -> Iterator[Problem]:
        """The logos of partners are pictures among the data, and no others are published from there."""
        source = self._data("partners.yml")
        for index, partner in enumerate(self.vocabulary.partners.partners):
            if not is_logo(self.docs, partner.logo):
                values = {"file": partner.logo, "folder": f"{self.prefix}/{DATA_FOLDER}"}
                yield Problem(source.name, source.line("partners", index, "logo"), "file-missing", values)
            elif partner.logo.lower().endswith(".svg"):
                place = f"{self.prefix}/{DATA_FOLDER}/{partner.logo}"
                for line, refused in refused_in_svg(self.docs / DATA_FOLDER / partner.logo):
                    yield Problem(place, line, "svg-refused", {"name": refused})

    def _family_names(self) -> Iterator[Problem]:
        """A family name ends the name in each language, or a reference would put together a name that nobody has."""
        source = self._data("people.yml")
        for person_id, person in self.vocabulary.people.root.items():
            family = person.family or ""
            names = {language: person.name[language] for language in LANGUAGES}
            # A person may have one name only.
            wrong = [language for language in LANGUAGES if family and not f" {names[language]}".endswith(f" {family}")]
            if wrong:
                guesses = {whole.rpartition(" ")[2] for whole in names.values()}
                # Where the names end differently no family name fits both, so what is mended are the names.
                code = "family-name" if len(guesses) == 1 else "family-name-differs"
                values = {"family": family, "name": names[wrong[0]], "language": NAMES[wrong[0]], "guess": min(guesses)}
                yield Problem(source.name, source.line(person_id, "family"), code, values)

    @cached_property
    def _drawn(self) -> frozenset[str]:
        return frozenset(social_places(self.library))

    def _files(self) -> Iterator[Problem]:
        for path in other_files(self.docs):
            place = f"{self.prefix}/{path.relative_to(self.docs).as_posix()}"
            if path.suffix.lower() in TEXT_SUFFIXES or f"{DIAGRAM_SUFFIX}." in path.name:
                name = slugify(path.name.split(".")[0]) or "models"
                yield Problem(place, 1, "diagram-suffix", {"name": path.name, "guess": f"{name}{DIAGRAM_SUFFIX}"})
            elif DIAGRAM_SUFFIX.removesuffix(".yml") in path.name:
                source = f"{path.name.partition('.diagram')[0]}{DIAGRAM_SUFFIX}"
                yield Problem(place, 1, "diagram-made", {"name": path.name, "source": source})
            elif path.relative_to(self.docs).as_posix() in self._drawn:
                yield Problem(place, 1, "social-made", {"name": path.name})
            elif path.suffix.lower() not in PUBLISHED_SUFFIXES:
                yield Problem(place, 1, "file-foreign", {"name": path.name})
            elif path.suffix.lower() == ".svg":
                for line, name in refused_in_svg(path):
                    yield Problem(place, line, "svg-refused", {"name": name})
            elif path.suffix.lower() in PICTURE_SUFFIXES:
                yield from _too_much(path, place)

    def _is_published(self, path: str) -> bool:
        """Whether there is a file at `path` below `docs` that a reader can get."""
        path = posixpath.normpath(path)
        try:
            return (
                not (path.startswith(("../", f"{DATA_FOLDER}/")) or path.endswith(DIAGRAM_SUFFIX))
                and (self.docs / path).is_file()
            )
        except (OSError, ValueError):  # a name that no file can have
            return False

    def _missing_file(self, edition: Edition, place: str | int, folder: str, target: str) -> Problem:
        if nearest := guess(target, self._files_in(folder)):
            return self._problem(edition, place, "file-missing-guess", file=target, guess=nearest)
        return self._problem(edition, place, "file-missing", file=target, folder=f"{self.prefix}/{folder}")

    def _files_in(self, folder: str) -> list[str]:
        return [path.name for path in (self.docs / folder).iterdir() if path.suffix != ".md" and path.is_file()]

    def _links(self, edition: Edition) -> Iterator[Problem]:
        for link in edition.blocks.links:
            if scheme := scheme_of(link.target):
                if scheme not in URL_SCHEMES:
                    yield self._problem(edition, link.line, "link-scheme", target=link.target)
            elif link.target.startswith("/"):
                yield self._problem(edition, link.line, "link-absolute", target=link.target)
            else:
                parts = urlsplit(link.target)
                yield from self._inward_link(edition, link, unquote(parts.path), unquote(parts.fragment))

    def _inward_link(self, edition: Edition, link: Link, path: str, fragment: str) -> Iterator[Problem]:
        target, glossary = linked_path(edition, path), self.vocabulary.glossary.root
        page = linked_page(self.library, edition, path)
        if page is None:
            is_told = self._may_be_list(key_of(target))
            if not is_told and (target.endswith(".md") or not self._is_published(target)):
                yield self._broken(edition, link, target, fragment)
        elif fragment and not (page.layout == "glossary" and (self._unread["glossary"] or not glossary)):
            known = anchors(page, edition.language, self.vocabulary)
            values = {"anchor": fragment, "file": f"{self.prefix}/{page.edition(edition.language).path}"}
            if fragment not in known:
                if nearest := guess(fragment, known):
                    yield self._problem(edition, link.line, "anchor-unknown-guess", guess=nearest, **values)
                else:
                    yield self._problem(edition, link.line, "anchor-unknown", **values)

    def _broken(self, edition: Edition, link: Link, target: str, fragment: str) -> Problem:
        folder = posixpath.dirname(edition.path)
        wanted = key_of(target)
        if _EMAIL.fullmatch(link.target):
            return self._problem(edition, link.line, "link-email", target=link.target)
        if link.target.startswith("www.") or _HOST.match(link.target):
            return self._problem(edition, link.line, "link-no-scheme", target=link.target)
        if diagram := self.diagrams.get(posixpath.normpath(target)):
            anchor = figure_anchor(diagram.name)
            return self._problem(edition, link.line, "link-to-diagram", target=link.target, anchor=anchor)
        if posixpath.splitext(target)[1] not in ("", ".md"):
            nearest_file = guess(link.target, self._files_in(folder))
            code = "link-broken-guess" if nearest_file else "link-broken"
            return self._problem(edition, link.line, code, target=link.target, guess=nearest_file)
        # "../first-steps/" and "../first-steps" mean the page in that folder; else the nearest name is offered.
        nearest = wanted if wanted in self.library.pages else guess(wanted, self.library.pages)
        if nearest is None:
            return self._problem(edition, link.line, "link-broken", target=link.target)
        suggestion = posixpath.relpath(posixpath.join(nearest, FILE_NAMES["en"]), folder or ".")
        written = f"{suggestion}#{fragment}" if fragment else suggestion
        return self._problem(edition, link.line, "link-broken-guess", target=link.target, guess=written)

    def _clashing_addresses(self) -> Iterator[Problem]:
        owners = {
            self.library.side_by_side(guide, language): edition
            for guide in self.library.guides
            if len(guide.editions) == len(LANGUAGES)
            for language, edition in guide.editions.items()
        }
        for page in self.library.pages.values():
            for language in LANGUAGES if page.key not in self.library.listings else ():
                edition = page.edition(language)
                yield from self._claim(owners, self.library.address(page, language), edition, "slug")
        for page in self.library.pages.values():
            for edition in page.editions.values():
                for alias in dict.fromkeys(edition.fields.aliases):
                    yield from self._claim(owners, alias, edition, "aliases")

    def _claim(self, owners: dict[str, Edition], address: str, edition: Edition, field: str) -> Iterator[Problem]:
        owner = owners.get(address)
        owners.setdefault(address, edition)
        if address in self._lists_of_years:
            yield self._problem(edition, field, "address-of-year", address=address, year=self._lists_of_years[address])
        elif owner:
            yield self._problem(edition, field, "address-twice", address=address, file=f"{self.prefix}/{owner.path}")

    @cached_property
    def _lists_of_years(self) -> dict[str, str]:
        """The year whose guides are listed at each address; those of other lists stand in the taxonomy."""
        return {
            address: listing.name
            for listing in self.library.listings.values()
            if listing.kind == "years"
            for address in listing.addresses.values()
        }


def _meant(word: str, known: Mapping[str, Any]) -> str | None:
    """The id of what is called `word`, or used to be, in either language."""
    concepts = {name: concept for name, concept in known.items() if isinstance(concept, Concept)}
    called = {
        slugify(words): name
        for name, concept in concepts.items()
        for language in LANGUAGES
        for words in (concept[language].label, concept[language].plural or "", concept[language].slug or "")
    }
    return renamed(concepts).get(word) or called.get(slugify(word)) if slugify(word) else None


def _too_much(path: Path, place: str) -> Iterator[Problem]:
    """A picture that is heavy, or has more dots than any page shows."""
    try:
        kilobytes = round(path.stat().st_size / 1000)
    except OSError:
        return
    width, height = picture_size(path)
    if kilobytes > MOST_KILOBYTES:
        yield Problem(place, 1, "picture-heavy", {"size": kilobytes, "most": MOST_KILOBYTES})
    if max(width, height) > MOST_PIXELS:
        yield Problem(place, 1, "picture-large", {"width": width, "height": height, "most": MOST_PIXELS})


def _rights_are_unreadable(page: Page) -> bool:
    """Whether the rights of pictures may stand in a file, or in a field, that has a Problem already."""
    return any(
        edition.is_broken
        or (
            isinstance(edition.fields, GuideFields)
            and "pictures" in edition.source.front_matter.mapping
            and not edition.fields.pictures
        )
        for edition in page.editions.values()
    )
