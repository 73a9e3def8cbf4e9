"""What GitHub is told of the project: who reviews what, the forms for issues, and what workflows may do."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from built_site import PROJECT

_GITHUB = PROJECT / ".github"
_FORMS = sorted(path for path in (_GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
_WORKFLOWS = sorted((_GITHUB / "workflows").glob("*.yml"))
# GitHub's "Syntax for GitHub's form schema": what each kind of element has to have, and what it may.
_ATTRIBUTES = {
    "markdown": ({"value"}, set()),
    "input": ({"label"}, {"description", "placeholder", "value"}),
    "textarea": ({"label"}, {"description", "placeholder", "value", "render"}),
    "dropdown": ({"label", "options"}, {"description", "multiple", "default"}),
    "checkboxes": ({"label", "options"}, {"description"}),
}
_CODE = (
    *("hooks/content.py", "hooks/canllaw/problems.yml", "overrides/main.html", "mkdocs.yml", "pyproject.toml"),
    *("uv.lock", "Makefile", ".github/workflows/check.yml", ".github/CODEOWNERS", "tests/conftest.py"),
    *(".pre-commit-config.yaml", "SECURITY.md"),
    *("README.md", "bench/package.json", "docs/guides/a/run.js", "docs/guides/a/run.html", "docs/plugin.py"),
    *("docs/.htaccess", "docs/guides/a/paper.pdf", "docs/guides/mkdocs.yml", "docs/_data/deeper/x.yml", "new.txt"),
)  # fmt: skip


def _tracked() -> list[str]:
    """The files that git knows, or all that are there where there is no git."""
    answer = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True)
    return [name for name in answer.stdout.split("\0") if name]


def _owned() -> Iterator[tuple[re.Pattern[str], bool]]:
    """Each line of CODEOWNERS as a pattern, and whether it asks for an owner once the star has one."""
    for line in (_GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        pattern, *owners = line.partition("#")[0].split() or [""]
        if pattern == "*":
            yield re.compile(".*"), True
        elif pattern:
            assert pattern.startswith("/"), "a pattern without a slash would match in any folder"
            assert owners == []
            parts = (re.escape(part).replace(r"\*", "[^/]*") for part in re.split(r"\*\*/", pattern[1:]))
            yield re.compile("(?:.*/)?".join(parts)), False


def _needs_maintainer(name: str) -> bool:
    *_, last = [False, *(asks for pattern, asks in _owned() if pattern.fullmatch(name))]
    return last


@pytest.mark.parametrize("name", _CODE)
def test_code_needs_a_maintainer(name: str) -> None:
    """All that can change what the site does, and whatever is new, asks for a maintainer."""
    assert _needs_maintainer(name)


def test_content_needs_none() -> None:
    """Every file below `docs` that there is may be accepted by anyone, and all else by maintainers only."""
    others = {"CONTRIBUTING.md", "CYFRANNU.md"}
    for name in _tracked():
        assert _needs_maintainer(name) != (name.startswith("docs/") or name in others), name


@pytest.mark.parametrize("path", _FORMS, ids=lambda path: path.stem)
def test_form_is_valid(path: Path) -> None:
    """A form keeps to GitHub's rules: what it must state, ids and labels once each, and something to fill in."""
    form: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert (
        {"name", "description", "body", "labels"} <= form.keys() <= {"name", "description", "body", "labels", "title"}
    )
    assert all(isinstance(label, str) for label in form["labels"])
    ids, labels = [], []
    for element in form["body"]:
        kind = element["type"]
        required, allowed = _ATTRIBUTES[kind]
        assert required <= element["attributes"].keys() <= required | allowed
        assert element.keys() <= {"type", "id", "attributes", "validations"}
        if kind != "markdown":
            ids.append(element["id"])
            labels.append(element["attributes"]["label"])
            assert isinstance(element["validations"]["required"], bool)
        for options in (element["attributes"].get("options", []),):
            assert len(set(options)) == len(options)
            assert all(isinstance(option, str) and option.lower() not in ("none", "") for option in options)
    assert len(set(ids)) == len(ids) > 0
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", one) for one in ids)
    assert any(element.get("validations", {}).get("required") for element in form["body"])


def test_forms_are_told_apart() -> None:
    """There is a form for a guide, a correction, a translation and a reader's word, each with a name and a label."""
    forms = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in _FORMS]
    assert [path.stem for path in _FORMS] == ["correction", "feedback", "guide", "translation"]
    assert len({form["name"] for form in forms}) == len({tuple(form["labels"]) for form in forms}) == len(forms)
    assert yaml.safe_load((_GITHUB / "ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8")) == {
        "blank_issues_enabled": True
    }


@pytest.mark.parametrize("path", _FORMS, ids=lambda path: path.stem)
def test_form_is_in_both_languages(path: Path) -> None:
    """Whatever a form says it says in Welsh, then in English."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    said = [form["name"], form["description"], *form["labels"], *([form["title"]] if "title" in form else [])]
    for element in form["body"]:
        attributes = element["attributes"]
        said += [attributes[name] for name in ("label", "description") if name in attributes]
        said += attributes.get("options", [])
        assert len(str(attributes.get("value", "a\n\nb")).strip().split("\n\n")) == 2
    for sentence in said:
        welsh, english = sentence.split(" / ")
        assert welsh != english


def test_pull_request_template_is_in_both_languages() -> None:
    """Each heading and each box of the template for pull requests is in both languages."""
    text = (_GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    boxes = re.findall(r"^- \[ \] (.+)\n {6}/ (.+)$", text, re.MULTILINE)
    assert all(len(heading.split(" / ")) == 2 for heading in headings)
    assert len(headings) == 4
    assert len(boxes) == text.count("- [ ]") > 4


@pytest.mark.parametrize("path", _WORKFLOWS, ids=lambda path: path.stem)
def test_workflow_runs_no_strangers_code_with_rights(path: Path) -> None:
    """No workflow gives a proposed change secrets or a right to write, and each action is one certain commit."""
    text = path.read_text(encoding="utf-8")
    workflow: dict[Any, Any] = yaml.safe_load(text)
    events = workflow[True]  # YAML takes `on` for a yes
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events)
    for used in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used), used
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    for job in workflow["jobs"].values():
        rights = {**workflow["permissions"], **job.get("permissions", {})}
        if "pull_request" in events:
            assert rights == {"contents": "read"}
    if "pull_request" in events:
        assert "secrets" not in re.sub(r"#.*", "", text)
        scripts = [step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"]]
        assert not any("${{" in script for script in scripts), "what a stranger names would run in the shell"


def test_proposed_changes_are_shown() -> None:
    """A proposed change is checked line by line, told language by language, and kept as a copy to open from disk."""
    check = yaml.safe_load((_GITHUB / "workflows/check.yml").read_text(encoding="utf-8"))
    steps = check["jobs"]["site"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert commands[:3] == [
        'make check CHECK="--format github"',
        'make changes SINCE=HEAD^1 CHANGES="--format github"',
        "make disk",
    ]
    assert steps[0]["with"]["fetch-depth"] == 2
    kept = next(step for step in steps if step.get("uses", "").startswith("actions/upload-artifact@"))
    assert kept["with"]["path"] == "site/"
