"""What an author may write at the top of a file: the one schema that validates, and that the handbook prints.

A fact about the guide (its type, its tags, when it was published) is stated once, in either edition; what belongs to an
edition (its title, its address) is stated in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    ValidationError,
    field_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from canllaw.content.yaml_file import YamlFile
from canllaw.language import Language
from canllaw.language.addresses import slugify
from canllaw.problems import Problem, guess

Licence = Literal["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "PDM-1.0", "OGL-UK-3.0", "all-rights-reserved"]
LICENCE_ADDRESSES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "PDM-1.0": "https://creativecommons.org/publicdomain/mark/1.0/",
    "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "all-rights-reserved": "",
}


def _line(value: object) -> object:
    """`value` with each line break, and the white space around it, as one space."""
    return _BREAK.sub(" ", value) if isinstance(value, str) else value


_BREAK = re.compile(r"[ \t]*[\r\n\v\f\x85\u2028\u2029][ \t\r\n\v\f\x85\u2028\u2029]*")
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), BeforeValidator(_line)]
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=_SLUG)]
Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*/)+$")]
BlobHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}$")]


@dataclass(frozen=True)
class Example:
    """What a field that holds words may hold, for readers of each language."""

    en: object
    cy: object


def described(english: str, welsh: str, *, example: object, shared: bool = False, default: Any = None) -> Any:
    """A field with its line in the handbook; `shared` if it is a fact of the guide, stated once.

    Where the `example` is None one is made of what the field holds.
    """
    extra: dict[str, Any] = {"help": {"en": english, "cy": welsh}, "shared": shared}
    if isinstance(example, Example):
        extra["example_cy"], example = example.cy, example.en
    return Field(default=default, examples=None if example is None else [example], json_schema_extra=extra)


def _written_in_full(value: object) -> object:
    """Take a date only as year, month and day: a bare number would count as seconds since 1970."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        raise PydanticCustomError("date_form", "A date in another form")
    return value


Day = Annotated[date, BeforeValidator(_written_in_full)]


class Strict(BaseModel):
    """A model that knows all its fields: one that it does not know is misspelt."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Stated(Strict):
    """A model whose fields may be left out, but not be named and left empty."""

    @field_validator("*", mode="before")
    @classmethod
    def _not_empty(cls, value: object) -> object:
        if value is None or value == []:
            raise PydanticCustomError("empty", "A field without a value")
        return value


class PictureRights(Stated):
    """Who made a picture, and on what terms others may use it."""

    credit: Text | None = described(
        "Who made the picture: an id from `_data/people.yml`, or words.",
        "Pwy wnaeth y llun: id o `_data/people.yml`, neu eiriau.",
        example="canllaw",
        shared=True,
    )
    licence: Licence | None = described(
        "The terms on which others may use the picture.",
        "Ar ba delerau y caiff pobl eraill ddefnyddio'r llun.",
        example="CC-BY-4.0",
        shared=True,
    )


class Image(PictureRights):
    """The main picture of a guide."""

    file: Text | None = described(
        "The picture's file, in the guide's own folder.",
        "Ffeil y llun, yn ffolder y canllaw ei hun.",
        example="picture.svg",
        shared=True,
    )
    alt: Text | None = described(
        "What the picture shows, in the language of this file, for people who cannot see it.",
        "Beth sydd i'w weld yn y llun, yn iaith y ffeil hon, i bobl nad ydyn nhw'n gallu ei weld.",
        example=Example("A bridge lit at night", "Pont wedi’i goleuo fin nos"),
    )


class PageFields(Stated):
    """What any page may state."""

    title: Text | None = described(
        "The title, as it stands at the top of the page.",
        "Y teitl, fel y mae ar ben y dudalen.",
        example=Example("About Canllaw", "Am Canllaw"),
    )
    short_title: Text | None = described(
        "A shorter title for menus and lists.",
        "Teitl byrrach ar gyfer dewislenni a rhestrau.",
        example=Example("About", "Amdanom"),
    )
    summary: Text | None = described(
        "One or two sentences that say what the page gives its reader; lists and search engines show them.",
        "Brawddeg neu ddwy sy'n dweud beth mae'r dudalen yn ei gynnig; mae rhestrau a pheiriannau "
        "chwilio yn eu dangos.",
        example=Example(
            "What open innovation is, and how organisations share ideas.",
            "Beth yw arloesi agored, a sut mae sefydliadau’n rhannu syniadau.",
        ),
    )
    slug: Slug | None = described(
        "The last word of the address: small letters without accents, and hyphens. If there is none, a Welsh page's"
        " address comes from its short title.",
        "Gair olaf y cyfeiriad: llythrennau bach heb acenion, a chysylltnodau. Heb hwn, daw cyfeiriad tudalen Gymraeg"
        " o'i theitl byr.",
        example="arloesi-agored",
    )
    aliases: list[Address] = described(
        "Addresses that this page used to have. Each leads to the page from now on.",
        "Cyfeiriadau a fu gan y dudalen hon. Bydd pob un yn arwain at y dudalen o hyn ymlaen.",
        example=["guides/old-name/"],
        default=[],
    )
    translators: list[Text] = described(
        "Who translated this edition: ids from `_data/people.yml`.",
        "Pwy gyfieithodd y fersiwn hwn: idau o `_data/people.yml`.",
        example=["canllaw"],
        default=[],
    )
    translated_from: BlobHash | None = described(
        "The git blob hash of the text that this edition was translated from.",
        "Hash blob git y testun y cyfieithwyd y fersiwn hwn ohono.",
        example="0123456789abcdef0123456789abcdef01234567",
    )


class GuideFields(PageFields):
    """What a guide may state: `docs/guides/<guide>/index.md` and `index.cy.md`."""

    type: Text | None = described(
        "The kind of resource: an id from `types` in `_data/taxonomy.yml`.",
        "Y math o adnodd: id o `types` yn `_data/taxonomy.yml`.",
        example="article",
        shared=True,
    )
    topic: Text | None = described(
        "The topic under which the guide stands: an id from `topics` in `_data/taxonomy.yml`.",
        "Y pwnc y mae'r canllaw yn perthyn iddo: id o `topics` yn `_data/taxonomy.yml`.",
        example="understanding",
        shared=True,
    )
    tags: list[Text] = described(
        "What the guide is about: ids from `tags` in `_data/taxonomy.yml`.",
        "Beth sydd dan sylw yn y canllaw: idau o `tags` yn `_data/taxonomy.yml`.",
        example=["collaboration", "innovation"],
        shared=True,
        default=[],
    )
    published: Day | None = described(
        "The day on which the guide first appeared.",
        "Y diwrnod y cyhoeddwyd y canllaw gyntaf.",
        example=date(2026, 11, 23),
        shared=True,
    )
    updated: Day | None = described(
        "The day of the last change that matters to readers.",
        "Diwrnod y newid diwethaf sydd o bwys i ddarllenwyr.",
        example=date(2026, 12, 1),
        shared=True,
    )
    review_by: Day | None = described(
        "The day by which somebody should read the guide again.",
        "Erbyn pa ddiwrnod y dylai rhywun ailddarllen y canllaw.",
        example=date(2027, 11, 23),
        shared=True,
    )
    authors: list[Text] = described(
        "Who wrote the guide: ids from `_data/people.yml`.",
        "Pwy ysgrifennodd y canllaw: idau o `_data/people.yml`.",
        example=["canllaw"],
        shared=True,
        default=[],
    )
    licence: Licence = described(
        "The terms on which others may use the text.",
        "Ar ba delerau y caiff pobl eraill ddefnyddio'r testun.",
        example="CC-BY-4.0",
        shared=True,
        default="CC-BY-4.0",
    )
    image: Image | None = described(
        "The main picture: `file`, `credit` and `licence` once, `alt` in each language.",
        "Y prif lun: `file`, `credit` a `licence` unwaith, `alt` ym mhob iaith.",
        example=Example(
            {"file": "picture.svg", "alt": "A bridge lit at night", "credit": "canllaw", "licence": "CC-BY-4.0"},
            {"file": "picture.svg", "alt": "Pont wedi’i goleuo fin nos", "credit": "canllaw", "licence": "CC-BY-4.0"},
        ),
    )
    pictures: dict[str, PictureRights] = described(
        "`credit` and `licence` of each further picture in the guide's folder.",
        "`credit` a `licence` pob llun arall yn ffolder y canllaw.",
        example={"models.svg": {"credit": "canllaw", "licence": "CC-BY-4.0"}},
        shared=True,
        default={},
    )
    related: list[Slug] = described(
        "Folders of guides to read next.",
        "Ffolderi canllawiau i'w darllen nesaf.",
        example=["first-steps"],
        shared=True,
        default=[],
    )


class StandingPageFields(PageFields):
    """What a page that is not a guide may state: home, about, glossary and so on."""

    layout: Literal[
        "page", "home", "guides", "browse", "glossary", "search", "handbook", "messages", "reuse", "status"
    ] = described(
        "What the page shows below its text; `page` shows nothing more.",
        "Beth mae'r dudalen yn ei ddangos o dan ei thestun; dydy `page` ddim yn dangos mwy.",
        example="page",
        shared=True,
        default="page",
    )
    featured: list[Slug] = described(
        "On the home page: folders of the guides that most readers find useful, the first of them first.",
        "Ar yr hafan: ffolderi'r canllawiau sydd fwyaf defnyddiol i ddarllenwyr, y cyntaf yn gyntaf.",
        example=["open-innovation", "first-steps"],
        shared=True,
        default=[],
    )


Fields = TypeVar("Fields", bound=BaseModel)


def validate(source: YamlFile, schema: type[Fields]) -> tuple[Fields | None, list[Problem]]:
    """The fields that `source` states rightly (None if what is left cannot stand), and a Problem for each other one."""
    try:
        return schema.model_validate(source.mapping), []
    except ValidationError as error:
        mistakes = error.errors()
    wrong = {mistake["loc"][0] for mistake in mistakes}
    right = {name: value for name, value in source.mapping.items() if name not in wrong}
    problems = list(_as_problems(source, schema, mistakes))
    try:
        return schema.model_validate(right), problems
    except ValidationError:
        return None, problems


_EXPECTED: dict[str, dict[Language, str]] = {
    "string": {"en": "words", "cy": "geiriau"},
    "list": {"en": "a list", "cy": "rhestr"},
    "dict": {"en": "fields with values", "cy": "meysydd â gwerthoedd"},
    "model": {"en": "fields with values", "cy": "meysydd â gwerthoedd"},
    "bool": {"en": "true or false", "cy": "true neu false"},
    "date": {"en": "a date: year, month, day", "cy": "dyddiad: blwyddyn, mis, diwrnod"},
}


def _as_problems(source: YamlFile, schema: type[BaseModel], mistakes: list[ErrorDetails]) -> Iterator[Problem]:
    """A Problem for each of `mistakes`, but none for a field that is missing only because its name is misspelt."""
    found = [(mistake["loc"], _as_problem(source, schema, mistake)) for mistake in mistakes]
    misspelt = [(place, problem) for place, problem in found if problem.code == "field-unknown-guess"]
    meant = {(*place[:-1], problem.values["guess"]) for place, problem in misspelt}
    yield from (problem for place, problem in found if problem.code != "field-missing" or place not in meant)


def _as_problem(source: YamlFile, schema: type[BaseModel], mistake: ErrorDetails) -> Problem:
    place = mistake["loc"]
    name = ".".join(str(part) for part in place if isinstance(part, str))
    model = _model_at(schema, place)
    values: dict[str, object] = {
        "field": name,
        "value": (stated if isinstance(stated := mistake["input"], str) else _on_one_line(stated))[:80],
        "example": _example_at(schema, place),
    }
    code = _code(mistake, model, values)
    if code in _MENDED and (meant := _meant(mistake)):
        code, values["guess"] = _MENDED[code], meant
    return Problem(source.name, source.line(*place), code, values)


_MENDED = {"field-form": "field-form-guess", "field-type": "field-type-guess"}


def _meant(mistake: ErrorDetails) -> str:
    """How to write what was meant, as a line, or as the item of a list; "" where that cannot be told."""
    stated, kind, place = mistake["input"], mistake["type"], mistake["loc"]
    meant: object = None
    if not isinstance(stated, str):
        return ""
    if kind.startswith("date"):
        from canllaw.language.dates import meant_date  # noqa: PLC0415  (a check seldom needs it, and it takes long)

        meant = meant_date(stated)
    elif kind.startswith("list"):
        meant = [part.strip() for part in stated.split(",") if part.strip()]
    elif kind == "string_pattern_mismatch" and mistake["ctx"]["pattern"] == _SLUG:
        meant = slugify(stated)
    inner = place[-1]
    return (as_yaml(str(inner), meant) if isinstance(inner, str) else _on_one_line(meant)) if meant else ""


def _code(mistake: ErrorDetails, model: type[BaseModel], values: dict[str, object]) -> str:
    """The code of the Problem that `mistake` is; what only this code says is added to `values`."""
    kind = mistake["type"]
    code = "field-type"
    if kind == "extra_forbidden":
        code = _code_of_unknown(mistake, model, values)
    elif kind == "missing":
        code = "field-missing"
    elif mistake["input"] is None or kind in ("empty", "string_too_short"):
        code = "field-empty"
    elif kind == "string_too_long":
        values |= {"length": len(str(mistake["input"])), "most": mistake["ctx"]["max_length"]}
        code = "words-too-long"
    elif kind == "too_short":
        values |= {"length": mistake["ctx"]["actual_length"], "least": mistake["ctx"]["min_length"]}
        code = "list-too-short"
    elif kind == "too_long":
        values |= {"length": mistake["ctx"]["actual_length"], "most": mistake["ctx"]["max_length"]}
        code = "list-too-long"
    elif kind == "model_type" and mistake["ctx"]["class_name"] == "Texts":
        code = "label-plain"
    elif kind == "literal_error":
        values["choices"] = mistake["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
        code = "field-choice"
    elif kind == "string_pattern_mismatch":
        forms = {"aliases": "address-form", "translated_from": "record-form"}
        code = "id-form" if mistake["loc"][-1] == "[key]" else forms.get(str(mistake["loc"][0]), "field-form")
        values["guess"] = slugify(str(mistake["input"])) or "words"
    else:
        values["expected"] = _EXPECTED.get(kind.split("_")[0], _EXPECTED["string"])
    return code


def _code_of_unknown(mistake: ErrorDetails, model: type[BaseModel], values: dict[str, object]) -> str:
    """The code of the Problem that there is no such field."""
    *around, inner = mistake["loc"]
    if model.__name__ == "Texts" and mistake["input"] is None:
        # {en: Ask, then listen}: YAML takes the words after the comma for a field.
        values |= {"field": ".".join(part for part in around if isinstance(part, str)), "rest": inner}
        return "label-cut"
    if around and _is_entry(mistake["input"], model):
        values |= {"field": inner, "other": around[-1]}
        return "entry-inside"
    values["guess"] = guess(str(inner), [info.alias or name for name, info in model.model_fields.items()])
    return "field-unknown-guess" if values["guess"] else "field-unknown"


def _is_entry(stated: object, model: type[BaseModel]) -> bool:
    """Whether `stated` has what each of the kind `model` must have, so that it is one itself and not a part of one."""
    required = {name for name, info in model.model_fields.items() if info.is_required()}
    return isinstance(stated, dict) and bool(stated.keys() & required)


def _example_at(schema: type[BaseModel], place: tuple[int | str, ...]) -> dict[Language, str]:
    """A line that states the field at `place` rightly: all of the outermost field where that has an example."""
    outermost = str(place[0])
    info = schema.model_fields.get(outermost)
    if info and info.examples:
        return example_of(schema, outermost)
    names = [part for part in place if isinstance(part, str)]
    inner = names[-1]
    model = _model_at(schema, place[: place.index(inner)])
    field = next((name for name, info in model.model_fields.items() if (info.alias or name) == inner), None)
    return example_of(model, field) if field else {"en": inner, "cy": inner}


def _model_at(schema: type[BaseModel], place: tuple[int | str, ...]) -> type[BaseModel]:
    """The innermost model on the way to `place`: its fields are what a misspelt one can stand for."""
    model = _root(schema)
    for part in place:
        if part in model.model_fields:
            model = _nested(model.model_fields[str(part)].annotation) or model
    return model


def _root(schema: type[BaseModel]) -> type[BaseModel]:
    """The model of the entries, where `schema` is a mapping of entries."""
    return _nested(schema.model_fields["root"].annotation) or schema if issubclass(schema, RootModel) else schema


def _nested(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _nested(part))), None)


def as_yaml(name: str, value: object) -> str:
    """A line that states the field `name`."""
    return f"{name}: {_on_one_line(value)}"


def _on_one_line(value: object) -> str:
    written = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=1000)
    return written.removesuffix("...\n").strip()


def is_shared(info: FieldInfo) -> bool:
    """Whether a field is a fact of the guide, stated once for both editions."""
    return bool(isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("shared"))


def example_of(schema: type[BaseModel], name: str) -> dict[Language, str]:
    """A line of front matter that states the field `name` rightly, for readers of each language."""
    info = schema.model_fields[name]
    example = info.examples[0] if info.examples else _sample(info.annotation)
    extra: Any = info.json_schema_extra or {}
    return {
        "en": as_yaml(info.alias or name, example),
        "cy": as_yaml(info.alias or name, extra.get("example_cy") or example),
    }


def _sample(annotation: Any) -> Any:
    """A value that a field of this type may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        extra: Any = annotation.model_config.get("json_schema_extra", {})
        required = {info.alias or name: info for name, info in annotation.model_fields.items() if info.is_required()}
        examples = extra.get("examples") or [{name: _sample(info.annotation) for name, info in required.items()}]
        return deepcopy(examples[0])  # YAML would write the second mention of one thing as a reference to the first
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is list:
        return [_sample(inner[0])]
    if origin is dict:
        return {"name": _sample(inner[1])}
    if origin is Literal:
        return inner[0]
    return _sample(inner[0]) if inner else (annotation is bool or "words")


@dataclass(frozen=True)
class FieldDescription:
    """A field's line in the handbook."""

    name: str
    help: dict[Language, str]
    example: dict[Language, str]


def describe(schema: type[BaseModel]) -> list[FieldDescription]:
    """What an author may write, field by field."""
    return [
        FieldDescription(name, extra["help"], example_of(schema, name))  # type: ignore[arg-type]
        for name, info in schema.model_fields.items()
        if isinstance(extra := info.json_schema_extra, dict)
    ]
