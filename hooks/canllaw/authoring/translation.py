"""`canllaw new translation`: the file of the edition that is missing, with all that its translator has to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from canllaw.authoring.skeleton import skeleton, without_source
from canllaw.authoring.templates import filled
from canllaw.content.library import FILE_NAMES, Edition, Page, called
from canllaw.content.schema import GuideFields, as_yaml
from canllaw.content.unwritten import MARK
from canllaw.language import LANGUAGES, Language, other
from canllaw.translation.freshness import fields_of
from canllaw.translation.history import blob_hash
from canllaw.translation.record import FRONT_MATTER

_OURS = re.compile(rf"^[ ]*# (?:{MARK}|(?:{'|'.join(LANGUAGES)}):) .*\n", re.MULTILINE)


def translation_of(page: Page, language: Language, docs: Path, translators: Sequence[str]) -> str:
    """What the file of `page` in `language` begins with, where `page` has only the other edition."""
    source = page.editions[other(language)]
    folder = (docs / source.path).parent
    record = as_yaml("translated_from", blob_hash((docs / source.path).read_bytes()))
    fields = "\n".join([*_fields(source, language, translators), record])
    text = skeleton(source.source.body, source.language, lambda file: _picture_of(file, language, folder))
    return filled(f"translation.{language}.md", fields=fields, text=text, guide=called(page.key))


def beginning_of(page: Page, language: Language) -> str:
    """As much of that as fits into an address: the fields, and a sign where the text is to be written."""
    fields = "\n".join(_fields(page.editions[other(language)], language, ()))
    return f"---\n{fields}\n---\n\n{MARK}\n"


def _fields(source: Edition, language: Language, translators: Sequence[str]) -> Iterator[str]:
    """The fields that belong to an edition, each below what the source says in it."""
    around = ""
    for field in fields_of(source.source):
        *outer, name = field.name.split(".")
        indent = "  " * len(outer)
        if outer and outer[0] != around:
            around = outer[0]
            yield f"{around}:"
        yield f"{indent}# {source.language}: {field.text}"
        yield f"{indent}{name}: {MARK}"
    if language == "cy":
        yield _help("slug", language)
    if not translators:
        yield _help("translators", language)
    yield as_yaml("translators", list(translators) or [MARK])


def _help(field: str, language: Language) -> str:
    """A comment that says what `field` is for."""
    extra: Any = GuideFields.model_fields[field].json_schema_extra
    return f"# {MARK} {field}: {extra['help'][language]}"


def finished(text: str) -> str:
    """The file `text` without the comments that `translation_of` has put into it, and nothing else changed."""
    front_matter = FRONT_MATTER.match(text)
    fields = front_matter[0] if front_matter else ""
    return _OURS.sub("", fields) + without_source(text[len(fields) :])


def _picture_of(file: str, language: Language, folder: Path) -> str:
    """The picture with words in `language` in the place of `file`, if there is one."""
    path = PurePosixPath(file)
    stem = path.name.removesuffix(path.suffix)
    name = f"{stem}.cy{path.suffix}" if language == "cy" else f"{stem.removesuffix('.cy')}{path.suffix}"
    found = path.with_name(name).as_posix()
    try:
        return found if (folder / found).is_file() else file
    except (OSError, ValueError):  # a name that no file can have
        return file


def missing_language(page: Page) -> Language | None:
    """The language that `page` has no edition in; None if it has both."""
    return next((language for language in FILE_NAMES if language not in page.editions), None)
