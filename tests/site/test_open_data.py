"""The open data of each language, their JSON Schema, and the index for language models."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, data, guides, in_one_language, label, other, sources

_DATA = {"en": "guides.json", "cy": "cy/canllawiau.json"}
_SCHEMA = {"en": "guides.schema.json", "cy": "cy/canllawiau.schema.json"}
_INDEX = {"en": "llms.txt", "cy": "cy/llms.txt"}
_LINK = re.compile(r"^- \[(.+?)\]\((\S+?)\): (.+)$", re.MULTILINE)


def _json(site: BuiltSite, address: str) -> Any:
    return json.loads((site.root / address).read_text(encoding="utf-8"))


def _described(schema: Any) -> list[tuple[str, bool]]:
    """Each field in `schema`, and whether it says what it means."""
    if isinstance(schema, list):
        return [found for item in schema for found in _described(item)]
    if not isinstance(schema, dict):
        return []
    fields = schema.get("properties", {})
    here = [(name, bool(field.get("description"))) for name, field in fields.items()]
    return here + [found for value in schema.values() for found in _described(value)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_follow_their_schema(site: BuiltSite, language: str) -> None:
    """The data name the schema that they follow, and follow it, dates and addresses included."""
    schema, found = _json(site, _SCHEMA[language]), _json(site, _DATA[language])
    assert found["$schema"] == schema["$id"] == SITE_URL + _SCHEMA[language]
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    validator(schema, format_checker=validator.FORMAT_CHECKER).validate(found)
    with pytest.raises(jsonschema.ValidationError):
        validator(schema).validate({**found, "guides": [{**found["guides"][0], "title": None}]})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_described(site: BuiltSite, language: str) -> None:
    """The schema says of every field what it means, in its language."""
    fields = _described(_json(site, _SCHEMA[language]))
    assert len(fields) > 20
    assert [name for name, described in fields if not described] == []


def test_both_schemas_ask_for_the_same(site: BuiltSite) -> None:
    """One program reads both files: only the descriptions differ."""

    def bare(node: Any) -> Any:
        if isinstance(node, dict):
            return {name: bare(value) for name, value in node.items() if name not in ("description", "$id")}
        return [bare(item) for item in node] if isinstance(node, list) else node

    english, welsh = (_json(site, _SCHEMA[language]) for language in LANGUAGES)
    assert bare(english) == bare(welsh)
    assert english != welsh


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_are_what_authors_wrote(site: BuiltSite, language: str) -> None:
    """The data hold every guide in their language, and of each what its author wrote."""
    records = {record["id"]: record for record in _json(site, _DATA[language])["guides"]}
    expected = [guide for guide in guides() if language in guide.editions]
    assert records.keys() == {guide.name for guide in expected}
    for guide in expected:
        record, front = records[guide.name], guide.front(language)
        assert record["url"] == SITE_URL + guide.address(language)
        assert (record["title"], record["summary"]) == (front["title"], front["summary"])
        assert record["published"] == guide.facts("published").isoformat()
        assert record["type"] == {"id": guide.facts("type"), "label": label("types", guide.facts("type"), language)}
        assert record["topic"]["label"] == label("topics", guide.facts("topic"), language)
        assert [tag["id"] for tag in record["tags"]] == guide.facts("tags")
        assert record["authors"] == [data("people")[name]["name"][language] for name in guide.facts("authors")]
        assert record["licence"]["id"] == "CC-BY-4.0"
        assert (site.root / record["picture"]["url"].removeprefix(SITE_URL)).is_file()
        assert record["picture"]["alt"] == front["image"]["alt"]
        for file in record["citations"].values():
            assert (site.root / file.removeprefix(SITE_URL)).is_file()
        there = other(language)
        assert record["counterpart"] == (SITE_URL + guide.address(there) if there in guide.editions else None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_index_for_language_models(site: BuiltSite, language: str) -> None:
    """The index names every guide in its language with its summary under its topic, and pages, but no lists."""
    text = (site.root / _INDEX[language]).read_text(encoding="utf-8")
    assert text.startswith(f"# Canllaw\n\n> {sources()[''].front(language)['summary']}\n")
    listed = {address: (title, about) for title, address, about in _LINK.findall(text)}
    for guide in guides():
        front, address = guide.front(language), SITE_URL + guide.address(language)
        assert listed.get(address) == ((front["title"], front["summary"]) if language in guide.editions else None)
    for key in ("guides", "browse", "search"):
        assert SITE_URL + sources()[key].address(language) not in listed
    assert SITE_URL + _INDEX[other(language)] in listed
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    topics = {guide.facts("topic") for guide in guides() if language in guide.editions}
    assert {label("topics", topic, language) for topic in topics} <= set(headings)
    assert "&" not in text.replace("R&D", "") or language == "en"


def test_every_address_leads_somewhere(site: BuiltSite) -> None:
    """Every address of this site that an index or the data name is a page or a file."""
    for address in (*_INDEX.values(), *_DATA.values()):
        text = (site.root / address).read_text(encoding="utf-8")
        named = set(re.findall(re.escape(SITE_URL) + r"[^\s\")]*", text))
        assert len(named) > len(guides()) - len(in_one_language())
        for found in named:
            path = site.root / found.removeprefix(SITE_URL)
            assert (path / "index.html" if found.endswith("/") else path).is_file(), found
