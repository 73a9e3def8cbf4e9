"""`canllaw new guide`: the folder of a new guide, and the file in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from canllaw.authoring.templates import filled
from canllaw.content.library import GUIDES_FOLDER, Library
from canllaw.content.mending import curved
from canllaw.content.schema import GuideFields, as_yaml, example_of
from canllaw.content.unwritten import MARK
from canllaw.language import LANGUAGES, Language
from canllaw.language.addresses import SIDE_BY_SIDE, slug_of_title
from canllaw.problems import visible

#: More would make an address that nobody reads out.
_MOST_LETTERS = 60
# Windows can make no folder that is called so.
_NO_FOLDER = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_NOT_NOW = ("updated", "review_by", "image", "pictures", "related")


@dataclass(frozen=True)
class Answers:
    """All that has to be known of a new guide; a `summary` that is "" is still to be written."""

    title: str
    language: Language
    type: str
    topic: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    licence: str
    published: date
    summary: str = ""


def tidy(words: str, language: Language) -> str:
    """`words` on one line, without what no one can see, each accent on its letter, apostrophes curved in Welsh."""
    plain = " ".join(unicodedata.normalize("NFC", visible(words)).split())
    return curved(plain) if language == "cy" else plain


def folder_of(title: str, language: Language) -> str:
    """The folder of a guide called `title`, from what stands before its colon; "" where no letter can stand in one."""
    name = slug_of_title(_short(title), language)
    if len(name) > _MOST_LETTERS:
        name = name[: _MOST_LETTERS + 1].rpartition("-")[0] or name[:_MOST_LETTERS]
    return f"{name}-guide" if _NO_FOLDER.fullmatch(name) else name


def _short(title: str) -> str:
    return title.partition(": ")[0]


def is_taken(library: Library, folder: str) -> bool:
    """Whether a page, or an old address, already ends in `folder`, in either language."""
    return folder in _taken(library)


def free_folder(library: Library, folder: str) -> str:
    """`folder`, or with the first number after it that makes it one that nobody has."""
    taken = _taken(library)
    numbers = (f"{folder}-{number}" for number in range(2, len(taken) + 3))
    return folder if folder not in taken else next(name for name in numbers if name not in taken)


def _taken(library: Library) -> set[str]:
    pages = [page for key, page in library.pages.items() if key.startswith(f"{GUIDES_FOLDER}/")]
    names = {page.key.rpartition("/")[2] for page in pages}
    names |= {page.slug(language) for page in pages for language in LANGUAGES}
    aliases = (alias for page in pages for edition in page.editions.values() for alias in edition.fields.aliases)
    return names | {alias.rstrip("/").rpartition("/")[2] for alias in aliases} | set(SIDE_BY_SIDE.values())


def text_of(answers: Answers) -> str:
    """What the file of the new guide begins with."""
    return filled(f"guide.{answers.language}.md", fields="\n".join(_fields(answers)))


def _fields(answers: Answers) -> Iterator[str]:
    """The fields in the order of the schema; those that can wait stand in comments, as the handbook explains them."""
    stated: dict[str, Any] = {
        "title": answers.title,
        "short_title": _short(answers.title),
        "summary": answers.summary or MARK,
        "type": answers.type,
        "topic": answers.topic,
        "tags": list(answers.tags),
        "published": answers.published,
        "authors": list(answers.authors),
        "licence": answers.licence,
    }
    if stated["short_title"] == answers.title:
        del stated["short_title"]
    for name, info in GuideFields.model_fields.items():
        extra: Any = info.json_schema_extra
        if name in stated:
            yield as_yaml(name, stated[name])
        elif name in _NOT_NOW:
            yield f"# {extra['help'][answers.language]}"
            yield f"# {example_of(GuideFields, name)[answers.language]}"
