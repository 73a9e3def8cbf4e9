"""`canllaw new translation`: the file of the edition that is missing, with all that its translator has to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from canllaw.authoring.skeleton import skeleton
from canllaw.authoring.templates import filled
from canllaw.content.library import FILE_NAMES, GUIDES_FOLDER, Edition, Page
from canllaw.content.schema import GuideFields, as_yaml
from canllaw.content.segments import words
from canllaw.content.unwritten import MARK
from canllaw.language import Language, other
from canllaw.translation.freshness import TRANSLATED_FIELDS
from canllaw.translation.history import blob_hash


def translation_of(page: Page, language: Language, docs: Path, translators: Sequence[str]) -> str:
    """What the file of `page` in `language` begins with, where `page` has only the other edition."""
    source = page.editions[other(language)]
    folder = (docs / source.path).parent
    fields = "\n".join(_fields(source, language, (docs / source.path).read_bytes(), translators))
    text = skeleton(source.source.body, source.language, lambda file: _picture_of(file, language, folder))
    return filled(f"translation.{language}.md", fields=fields, text=text, guide=_name(page))


def _name(page: Page) -> str:
    return page.key.removeprefix(f"{GUIDES_FOLDER}/") or "."


def _fields(source: Edition, language: Language, content: bytes, translators: Sequence[str]) -> Iterator[str]:
    """The fields that belong to an edition, each below what the source says in it."""
    around = ""
    for field in TRANSLATED_FIELDS:
        value = _stated(source, field)
        if not value:
            continue
        *outer, name = field.split(".")
        indent = "  " * len(outer)
        if outer and outer[0] != around:
            around = outer[0]
            yield f"{around}:"
        yield f"{indent}# {words(value)}"
        yield f"{indent}{name}: {MARK}"
    if language == "cy":
        extra: Any = GuideFields.model_fields["slug"].json_schema_extra
        yield f"# slug: {extra['help'][language]}"
    if translators:
        yield as_yaml("translators", list(translators))
    yield as_yaml("translated_from", blob_hash(content))


def _stated(source: Edition, field: str) -> str:
    value: Any = source.source.front_matter.mapping
    for name in field.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


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
