"""What `canllaw new` is given, and what it does with it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

from canllaw import build
from canllaw.authoring.guide import Answers, folder_of, free_folder, is_taken, text_of, tidy
from canllaw.authoring.questions import Asker, Choices, RefusedError
from canllaw.authoring.translation import missing_language, translation_of
from canllaw.checking.created import create_whole
from canllaw.content.library import FILE_NAMES, GUIDES_FOLDER, Library, Page
from canllaw.content.schema import Licence
from canllaw.language import LANGUAGES, Language
from canllaw.language.addresses import slugify
from canllaw.problems import guess, sentence, visible

DONE, FAILED, MISUSED = 0, 1, 2

#: What the handbook says of the tags of a guide.
LEAST_TAGS, MOST_TAGS = 2, 5


def add_to(new: argparse.ArgumentParser, add_common: Callable[[argparse.ArgumentParser], None]) -> None:
    """Give the command `new` what it takes; `add_common` adds what every command takes."""
    kinds = new.add_subparsers(dest="kind", required=True)
    guide = kinds.add_parser("guide", help="begin a guide / dechrau canllaw")
    guide.add_argument("title", metavar="TITLE", help="what the guide is called / enw'r canllaw")
    options = {
        "--type": "its type, from taxonomy.yml / ei fath, o taxonomy.yml",
        "--topic": "its topic, from taxonomy.yml / ei bwnc, o taxonomy.yml",
        "--summary": "one or two sentences about it / brawddeg neu ddwy amdano",
        "--folder": "the name of its folder, if not from the title / enw ei ffolder, os nad o'r teitl",
    }
    for option, words in options.items():
        guide.add_argument(option, help=words)
    guide.add_argument("--tags", help="its tags, with commas between / ei dagiau, â choma rhyngddyn nhw")
    guide.add_argument("--authors", help="who writes it, from people.yml / pwy sy'n ei ysgrifennu, o people.yml")
    guide.add_argument(
        "--licence",
        choices=get_args(Licence),
        default=get_args(Licence)[0],
        help=f"its terms (default: {get_args(Licence)[0]}) / ei delerau",
    )
    guide.add_argument(
        "--source",
        choices=LANGUAGES,
        help="the language in which it is written first (default: that of --language, or en)"
        " / iaith y testun gwreiddiol (iaith --language os nad yw'n cael ei nodi, neu en)",
    )
    translation = kinds.add_parser(
        "translation", help="begin the edition that is missing / dechrau'r fersiwn sydd ar goll"
    )
    translation.add_argument("guide", metavar="GUIDE", help="the folder of the guide / ffolder y canllaw")
    translation.add_argument(
        "--translators", help="who translates it, from people.yml / pwy sy'n cyfieithu, o people.yml"
    )
    for kind in (guide, translation):
        add_common(kind)


def run(docs: Path, prefix: str, chosen: argparse.Namespace, languages: tuple[Language, ...]) -> int:
    """Make what was asked for below `docs`, which is called `prefix`; gives the exit code."""
    asker = Asker(languages, input if sys.stdin.isatty() else None)
    try:
        path, text, told = {"guide": _guide, "translation": _translation}[chosen.kind](docs, prefix, chosen, asker)
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return MISUSED
    except (EOFError, KeyboardInterrupt):
        print("\n" + sentence("nothing-made", languages), file=sys.stderr)
        return MISUSED
    if not create_whole(docs / path, text):
        print(sentence("not-made", languages, file=f"{prefix}/{path}"), file=sys.stderr)
        return FAILED
    print(told)
    return DONE


def _guide(docs: Path, prefix: str, chosen: argparse.Namespace, asker: Asker) -> tuple[str, str, str]:
    """The path, the text and what is told of a new guide."""
    found = build.read(docs, prefix)
    language: Language = chosen.source or chosen.language or "en"
    title = tidy(chosen.title, language)
    asked = folder_of(title, language) if chosen.folder is None else chosen.folder
    folder = _folder(found.library, docs, title, asked, asker.languages)
    taxonomy, people = found.vocabulary.taxonomy, found.vocabulary.people.root
    names = {person: {one: entry.name[one] for one in LANGUAGES} for person, entry in people.items()}
    given = None if chosen.authors is None else chosen.authors.split(",")
    answers = Answers(
        title=title,
        language=language,
        type=asker.choose(Choices("type", _labels(taxonomy.types)), _one(chosen.type), "ask-type")[0],
        topic=asker.choose(Choices("topic", _labels(taxonomy.topics)), _one(chosen.topic), "ask-topic")[0],
        tags=asker.choose(
            Choices("tags", _labels(taxonomy.tags), min(LEAST_TAGS, len(taxonomy.tags)), MOST_TAGS),
            None if chosen.tags is None else chosen.tags.split(","),
            "ask-tags",
        ),
        authors=tuple(Choices("authors", names, most=len(names)).read(given or list(people)[:1], asker.languages)),
        licence=chosen.licence,
        published=date.today(),
        summary=tidy(asker.words(chosen.summary, "ask-summary"), language),
    )
    path = f"{GUIDES_FOLDER}/{folder}/{FILE_NAMES[language]}"
    told = sentence("guide-made", asker.languages, file=f"{prefix}/{path}", guide=folder)
    return path, text_of(answers), told


def _folder(library: Library, docs: Path, title: str, folder: str, languages: tuple[Language, ...]) -> str:
    """The `folder` of the new guide; raises RefusedError where it cannot have it."""
    if not title:
        raise RefusedError(sentence("title-empty", languages))
    if folder != slugify(folder) or not folder:
        example = slugify(folder) or "first-steps"
        raise RefusedError(
            sentence("folder-form" if folder else "folder-none", languages, name=visible(folder), guess=example)
        )
    if is_taken(library, folder) or (docs / GUIDES_FOLDER / folder).exists():
        free = free_folder(library, folder)
        while (docs / GUIDES_FOLDER / free).exists():
            free += "-2"
        raise RefusedError(sentence("folder-taken", languages, name=folder, guess=free))
    return folder


def _labels(concepts: Any) -> dict[str, dict[Language, str]]:
    return {name: {language: concept[language].label for language in LANGUAGES} for name, concept in concepts.items()}


def _one(given: str | None) -> list[str] | None:
    return None if given is None else [given]


def _translation(docs: Path, prefix: str, chosen: argparse.Namespace, asker: Asker) -> tuple[str, str, str]:
    """The path, the text and what is told of a new translation."""
    found = build.read(docs, prefix)
    page = _named(found.library, chosen.guide, asker.languages)
    language = missing_language(page)
    name = page.key.removeprefix(f"{GUIDES_FOLDER}/")
    if language is None:
        raise RefusedError(sentence("both-there", asker.languages, guide=name))
    edition = next(iter(page.editions.values()))
    if edition.is_broken:
        raise RefusedError(sentence("source-broken", asker.languages, file=f"{prefix}/{edition.path}"))
    people = found.vocabulary.people.root
    names = {person: {one: entry.name[one] for one in LANGUAGES} for person, entry in people.items()}
    translators = Choices("translators", names, least=0, most=len(names)).read(
        (chosen.translators or "").split(","), asker.languages
    )
    path = f"{page.key}/{FILE_NAMES[language]}".lstrip("/")
    told = sentence("translation-made", asker.languages, file=f"{prefix}/{path}", guide=name)
    return path, translation_of(page, language, docs, translators), told


def _named(library: Library, name: str, languages: tuple[Language, ...]) -> Page:
    """The page in the folder `name`, a guide's or another; raises RefusedError, with a guess at what is meant."""
    plain = name.replace("\\", "/").strip("/").removeprefix("docs/")
    for file in FILE_NAMES.values():
        plain = plain.removesuffix(f"/{file}")
    known = {key.removeprefix(f"{GUIDES_FOLDER}/"): page for key, page in library.pages.items() if key}
    page = known.get(plain) or library.pages.get(plain)
    if page:
        return page
    missing = [folder for folder, other in known.items() if missing_language(other)]
    nearest = guess(plain, missing) or guess(plain, known)
    code = "page-unknown-guess" if nearest else "page-unknown"
    choices = ", ".join(missing)
    raise RefusedError(sentence(code, languages, name=visible(name), guess=nearest or "", choices=choices))
