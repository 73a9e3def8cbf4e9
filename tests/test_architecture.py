"""The architecture is a test: who may import whom, how long an adapter is, and that nothing is missing or left over."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jinja2 import Environment, nodes

from built_site import PROJECT
from canllaw.content.library import Layout
from canllaw.content.schema import LICENCE_ADDRESSES
from canllaw.language import LANGUAGES

HOOKS = PROJECT / "hooks"
OVERRIDES = PROJECT / "overrides"
ADAPTERS = sorted(HOOKS.glob("*.py"))
PACKAGE = sorted((HOOKS / "canllaw").rglob("*.py"))
TESTS = sorted((PROJECT / "tests").rglob("test_*.py"))
TEMPLATES = sorted(path for ending in ("*.html", "*.xml", "*.txt") for path in OVERRIDES.rglob(ending))
INTERFACE: dict[str, Any] = yaml.safe_load((PROJECT / "docs/_data/interface.yml").read_text(encoding="utf-8"))
PROBLEMS: dict[str, Any] = yaml.safe_load((HOOKS / "canllaw/problems.yml").read_text(encoding="utf-8"))
# Sentences about all Problems together, and about what was mended, which need no fix.
ABOUT_ALL = {code for code, words in PROBLEMS.items() if "fix" not in words["en"]}
Definition = ast.FunctionDef | ast.ClassDef


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of the Python file at `path`, which is the same whenever it is asked for."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def template(path: Path) -> nodes.Template:
    """The syntax of the template at `path`."""
    return Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """What tests call a file of the project."""
    return path.relative_to(PROJECT).as_posix()


def imported(path: Path) -> set[str]:
    """The modules that a Python file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(f"{'.' * node.level}{node.module or ''}")
    return found


def roots(path: Path) -> set[str]:
    """The top-level packages that a Python file imports."""
    return {module.split(".")[0] for module in imported(path)}


def strings(path: Path) -> Iterator[ast.Constant]:
    """The literals of a Python file, those in f-strings too, without its docstrings."""
    module = tree(path)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def arguments(paths: list[Path], functions: set[str], position: int) -> set[str]:
    """The literals in one position of the calls of `functions`; for an f-string its beginning, with a star."""
    found: set[str] = set()
    for node in (node for path in paths for node in ast.walk(tree(path)) if isinstance(node, ast.Call)):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = node.args[position] if called in functions and len(node.args) > position else None
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            found.add(given.value)
        elif isinstance(given, ast.JoinedStr) and isinstance(given.values[0], ast.Constant):
            found.add(f"{given.values[0].value!s}*")
    return found


def said_in_templates() -> set[str]:
    """The interface keys in calls of `say` and `sentences`; for one that is put together its beginning, with a star."""
    found: set[str] = set()
    for path in TEMPLATES:
        for call in template(path).find_all(nodes.Call):
            name = getattr(call.node, "name", getattr(call.node, "attr", ""))
            key = call.args[0] if name in ("say", "sentences") else None
            if isinstance(key, nodes.Const):
                found.add(key.value)
            elif isinstance(key, nodes.Concat) and isinstance(key.nodes[0], nodes.Const):
                found.add(f"{key.nodes[0].value}*")
            else:
                assert key is None, f"{name_of(path)}:{call.lineno} says a word whose key nobody can tell"
    return found


def matches(key: str, said: set[str]) -> bool:
    """Whether `key` is said, by itself or by its beginning."""
    return key in said or any(one.endswith("*") and key.startswith(one[:-1]) for one in said)


def places(sentence: str) -> set[str]:
    """The places of a sentence that are filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_package_knows_nothing_of_mkdocs(path: Path) -> None:
    """The rules of Canllaw import neither MkDocs nor its theme nor an adapter."""
    adapters = {adapter.stem for adapter in ADAPTERS}
    assert not roots(path) & {"mkdocs", "material", "mkdocs_static_i18n", *adapters}


@pytest.mark.parametrize("path", ADAPTERS, ids=name_of)
def test_adapters_are_short(path: Path) -> None:
    """An adapter has at most 80 lines, and each event at most 10 lines of code."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 80
    for function in (node for node in tree(path).body if isinstance(node, ast.FunctionDef)):
        body = function.body[1:] if ast.get_docstring(function) else function.body
        code = [
            line for line in lines[body[0].lineno - 1 : body[-1].end_lineno] if line.strip() and line.strip()[0] != "#"
        ]
        assert len(code) <= 10, f"{function.name} has {len(code)} lines"


@pytest.mark.parametrize("path", ADAPTERS, ids=name_of)
def test_adapters_decide_nothing(path: Path) -> None:
    """An adapter uses no regular expression and no other adapter."""
    assert not roots(path) & {"re", *(adapter.stem for adapter in ADAPTERS)}


@pytest.mark.parametrize("path", ADAPTERS, ids=name_of)
def test_adapters_hold_events_only(path: Path) -> None:
    """What an adapter offers is events of MkDocs, each of which says what it does."""
    functions = [node for node in tree(path).body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]
    assert [node.name for node in functions if not node.name.startswith("on_") or not ast.get_docstring(node)] == []


def written(path: Path) -> Iterator[tuple[int, str]]:
    """The line and the text of each literal and each f-string in a Python file, an X in each place of an f-string."""
    joined = [node for node in ast.walk(tree(path)) if isinstance(node, ast.JoinedStr)]
    for string_node in joined:
        parts = (str(part.value) if isinstance(part, ast.Constant) else "X" for part in string_node.values)
        yield string_node.lineno, "".join(parts)
    inside = {id(part) for string_node in joined for part in ast.walk(string_node)}
    yield from ((node.lineno, str(node.value)) for node in strings(path) if id(node) not in inside)


@pytest.mark.parametrize("path", [*ADAPTERS, *PACKAGE], ids=name_of)
def test_no_markup_in_python(path: Path) -> None:
    """Templates write markup: no string in Python holds a tag, but for the bare name of one for a Problem."""
    # A regular expression may look behind: `(?<!`.
    tag, name = re.compile(r"(?<!\(\?)</?[a-zA-Z!?]"), re.compile(r"<[!?]?\w+\??>|<!\[")
    assert [line for line, text in written(path) if tag.search(text) and not name.fullmatch(text)] == []


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_only_build_remembers(path: Path) -> None:
    """Only `build` has names that change, so that nothing of one build is left in the next."""
    remembers = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Global | ast.Nonlocal)]
    assert path.name == "build.py" or remembers == []


def test_interface_keys_exist() -> None:
    """Every interface word that a template or a module says is there."""
    said = said_in_templates() | arguments([*ADAPTERS, *PACKAGE], {"say", "sentences", "plurals", "template"}, 0)
    assert {key for key in said if not any(matches(known, {key}) for known in INTERFACE)} == set()


def test_interface_keys_are_used() -> None:
    """Every interface word is said somewhere."""
    literals = {str(node.value) for path in (*ADAPTERS, *PACKAGE) for node in strings(path)}
    said = said_in_templates() | arguments([*ADAPTERS, *PACKAGE], {"say", "sentences", "plurals", "template"}, 0)
    assert [key for key in INTERFACE if not matches(key, said) and key not in literals] == []


def test_interface_words_of_choices_exist() -> None:
    """A word whose key is put together is there for every choice."""
    assert {f"licence-{licence}" for licence in LICENCE_ADDRESSES} <= INTERFACE.keys()
    assert {"gender-m", "gender-f"} <= INTERFACE.keys()
    for beginning in ("edition-missing", "in-one-language", "only-in"):
        assert {f"{beginning}-{language}" for language in LANGUAGES} <= INTERFACE.keys()


def test_problem_codes() -> None:
    """Every code that is used is there, and every one that is there is used."""
    made = arguments(PACKAGE, {"Problem", "_problem"}, 2) | {
        str(node.value) for path in PACKAGE for node in strings(path) if node.value in PROBLEMS
    }
    asked = arguments([*ADAPTERS, *PACKAGE], {"sentence"}, 0)
    assert made | asked == PROBLEMS.keys()
    assert arguments(PACKAGE, {"Problem", "_problem"}, 2) <= PROBLEMS.keys() - ABOUT_ALL


@pytest.mark.parametrize("code", PROBLEMS)
def test_problems_are_in_both_languages(code: str) -> None:
    """Each Problem says in both languages what is wrong and what to write, with the same places."""
    assert PROBLEMS[code].keys() - {"severity"} == set(LANGUAGES)
    assert PROBLEMS[code].get("severity", "advice") == "advice"
    parts = {"message"} if code in ABOUT_ALL else {"message", "fix"}
    for language in LANGUAGES:
        assert PROBLEMS[code][language].keys() == parts
        assert all(sentence.strip() == sentence != "" for sentence in PROBLEMS[code][language].values())
    for part in parts:
        assert places(PROBLEMS[code]["en"][part]) == places(PROBLEMS[code]["cy"][part])
        assert PROBLEMS[code]["en"][part] != PROBLEMS[code]["cy"][part]


def test_templates_are_used() -> None:
    """Every component is used by a template, a module or the layout of a page, and every one used is there."""
    used = {f"canllaw/layouts/{layout}.html" for layout in get_args(Layout)}
    for path in TEMPLATES:
        for node in template(path).find_all((nodes.Include, nodes.Extends)):
            if isinstance(node.template, nodes.Const):  # type: ignore[attr-defined]  # both have one
                used.add(node.template.value)  # type: ignore[attr-defined]
    used = {name for name in used if name.startswith("canllaw/")}
    used |= {
        str(n.value) for path in (*ADAPTERS, *PACKAGE) for n in strings(path) if str(n.value).startswith("canllaw/")
    }
    there = {path.relative_to(OVERRIDES).as_posix() for path in (OVERRIDES / "canllaw").rglob("*.*")}
    assert there == used


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_public_names_have_docstrings(path: Path) -> None:
    """Every module, and every public function, class and method, says what it is or gives."""
    assert ast.get_docstring(tree(path)) or path.stat().st_size == 0
    assert [one.name for one in public(tree(path)) if not ast.get_docstring(one)] == []


def public(node: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """The public functions and classes in `node`, and what is public in those classes."""
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.ClassDef) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_tests_say_what_they_promise(path: Path) -> None:
    """Every test says in one sentence, on one line, what it promises."""
    for function in (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)):
        if function.name.startswith("test_"):
            promise = ast.get_docstring(function, clean=False) or ""
            assert "\n" not in promise, function.name
            assert re.fullmatch(r"[A-Z`“].*?[.]", promise), function.name
            assert not re.search(r"[.!?] [A-Z]", promise), function.name


def test_tests_mirror_the_package() -> None:
    """Each folder of the package has its folder of tests, and each of those is one of the package's."""
    package = {path.parent.relative_to(HOOKS / "canllaw") for path in PACKAGE}
    tests = {
        path.parent.relative_to(PROJECT / "tests/canllaw") for path in (PROJECT / "tests/canllaw").rglob("test_*.py")
    }
    assert tests == package
