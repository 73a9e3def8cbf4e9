"""The editors' handbook tells of everything that editors can write, run and be told, in both languages."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, RootModel

from built_site import PROJECT
from canllaw import build
from canllaw.cli import parser
from canllaw.content.blocks import read_blocks
from canllaw.content.frontmatter import take_apart
from canllaw.content.schema import GuideFields, Licence, StandingPageFields, describe
from canllaw.content.segments import Kind
from canllaw.content.text_checks import NOTE_KINDS
from canllaw.diagrams.kinds import KINDS
from canllaw.diagrams.labels import Texts
from canllaw.language import LANGUAGES
from canllaw.problems import explained
from canllaw.publishing.view import PageView
from canllaw.vocabulary.data_file import InBoth
from canllaw.vocabulary.glossary import Glossary
from canllaw.vocabulary.people import Partners, People
from canllaw.vocabulary.taxonomy import Taxonomy

_DOCS = PROJECT / "docs"
_HANDBOOK = _DOCS / "handbook"
_FILES = {"en": "index.md", "cy": "index.cy.md"}
_FENCE = re.compile(r"^(`{3,})(\w*)[^\n]*\n(.*?)^\1$\n?", re.MULTILINE | re.DOTALL)
# Of these, which hold words of a language, Welsh readers see Welsh examples.
_IN_WORDS = "title short_title summary alt image label plural description term definition notes".split()
in_both = pytest.mark.parametrize("language", LANGUAGES)


def _text(folder: Path, language: str) -> str:
    source, problems = take_apart((folder / _FILES[language]).read_text(encoding="utf-8"), "a page")
    assert problems == []
    return source.body


def _models(annotation: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """The models that a value of this type may hold, itself first."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        yield annotation
        for info in annotation.model_fields.values():
            yield from _models(info.annotation, seen)
    for part in get_args(annotation):
        yield from _models(part, seen)


def _reached(*roots: type[BaseModel]) -> list[type[BaseModel]]:
    seen: set[type[BaseModel]] = set()
    return [model for root in roots for model in _models(root, seen)]


def _is_frame(model: type[BaseModel]) -> bool:
    """Whether a model only holds others: a thing in both languages, or the entries of a file by their ids."""
    return issubclass(model, InBoth | RootModel | Taxonomy)


def test_every_field_is_told_of() -> None:
    """Each field of front matter and of the data files has its line, with an example, in a table of the handbook."""
    found = build.read(_DOCS)
    view = PageView(found, "en", "https://example.org/", "Canllaw", found.library.pages["handbook"])
    told = [[field.name for field in fields] for fields in view.fields.values()]
    models = [
        model
        for model in _reached(GuideFields, StandingPageFields, Taxonomy, Glossary, People, Partners)
        if not _is_frame(model)
    ]
    for model in models:
        assert list(model.model_fields) in told, model.__name__
        for field in describe(model):
            assert all(example.startswith(f"{field.name}: ") for example in field.example.values())
            is_in_both = "cy:" in field.example["en"]
            assert field.name not in _IN_WORDS or is_in_both or field.example["en"] != field.example["cy"]
            assert field.help["en"] != field.help["cy"]
            assert all(sentence.endswith(".") for sentence in field.help.values())
    assert len(told) == len(models)


@in_both
def test_every_diagram_field_is_told_of(language: str) -> None:
    """Each field of each kind of diagram stands on the page about diagrams, in a sentence or in an example."""
    text = _text(_HANDBOOK / "diagrams", language)
    for model in _reached(*KINDS.values()):
        for name, info in model.model_fields.items():
            field = info.alias or name
            assert model is Texts or re.search(rf"`{field}`|(?:^|[\s{{]){field}:", text, re.MULTILINE), (
                model.__name__,
                field,
            )


@in_both
def test_every_data_file_is_told_of(language: str) -> None:
    """The handbook names each file that guides share."""
    text = _text(_HANDBOOK, language)
    assert [path.name for path in sorted((_DOCS / "_data").glob("*.yml")) if f"`{path.name}`" not in text] == []


@in_both
def test_every_component_is_shown_beside_its_source(language: str) -> None:
    """Whatever a text can hold stands in the handbook as it is typed, and below that as readers get it."""
    text = _text(_HANDBOOK, language)
    shown = _FENCE.sub(lambda fence: "" if fence[2] == "markdown" else fence[0], text)
    examples = [fence[3].strip() for fence in _FENCE.finditer(text) if fence[2] == "markdown"]
    beside = [example for example in examples if all(f"\n{part}\n" in shown for part in re.split(r"\n\n+", example))]
    segments = [segment for example in beside for segment in read_blocks(example).segments]
    # A heading that is shown would be one of the page's own sections; titles of passages are not in the front matter.
    assert {segment.kind for segment in segments} >= set(get_args(Kind)) - {"field", "heading"}
    passages = [passage for example in beside for passage in read_blocks(example).passages]
    assert {passage.kind for passage in passages} >= set(NOTE_KINDS)
    assert {passage.start.split()[0] for passage in passages} == {"!!!", "???", "???+", "==="}
    assert any(read_blocks(example).headings for example in examples)


@in_both
def test_every_message_is_told_of(language: Any) -> None:
    """The page of messages, which is made of them, tells of every Problem, in whole sentences."""
    found = build.read(_DOCS)
    page = found.library.by_layout["messages"]
    view = PageView(found, language, "https://example.org/", "Canllaw", page)
    assert [message.code for message in view.messages] == [message.code for message in explained("en")]
    assert len(view.messages) > 90
    for message in view.messages:
        assert message.message.endswith((".", "?", ":", "…", "”")), message.code


def _commands(reader: argparse.ArgumentParser, name: str = "canllaw") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    inner = [action for action in reader._actions if isinstance(action, argparse._SubParsersAction)]
    if not inner:
        yield name, reader
    for action in inner:
        for word, command in action.choices.items():
            yield from _commands(command, f"{name} {word}")


@in_both
def test_every_command_is_told_of(language: str) -> None:
    """The page of commands shows each command as it is typed, and names each of its options."""
    text = _text(_HANDBOOK / "commands", language)
    for name, reader in _commands(parser()):
        assert f"\nuv run {name}" in text, name
        options = {option for action in reader._actions for option in action.option_strings}
        assert {option for option in options if option.startswith("--") and option not in text} == set(), name


@in_both
def test_handbook_leads_to_its_pages(language: str) -> None:
    """Every page of the handbook can be reached from its first."""
    links = {link.target for link in read_blocks(_text(_HANDBOOK, language)).links}
    assert {f"{path.name}/index.md" for path in _HANDBOOK.iterdir() if path.is_dir()} <= links


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_licence_is_explained(language: str) -> None:
    """Each licence that a guide or a picture can have has its row, which says what others may do."""
    text = _text(_HANDBOOK, language)
    for licence in get_args(Licence):
        assert re.search(rf"^\| `{re.escape(licence)}` \| .{{20,}} \|$", text, re.MULTILINE), licence
