"""Where a site's guides are."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.checking.settings import docs_folder


@pytest.mark.parametrize(
    ("settings", "folder"),
    [
        ("", "docs"),
        ("docs_dir: texts/all", "texts/all"),
        ("docs_dir: !ENV CANLLAW_TEXTS", "from-environment"),
        ("docs_dir: !ENV [CANLLAW_NONE, CANLLAW_TEXTS, other]", "from-environment"),
        ("docs_dir: !ENV [CANLLAW_NONE, other]", "other"),
        ("a: !!python/name:os.system\nb: !relative $docs_dir\nc: !x [1, !y {z: 2}]\ndocs_dir: texts", "texts"),
        ("a: !!python/object/apply:os.system [exit]", "docs"),
        ("INHERIT: parent.yml", "inherited"),
    ],
)
def test_folder(settings: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the one that MkDocs would take, whatever else the settings hold."""
    monkeypatch.setenv("CANLLAW_TEXTS", "from-environment")
    tmp_path.joinpath("parent.yml").write_text("docs_dir: inherited", encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(settings, encoding="utf-8")
    assert docs_folder(config) == tmp_path / folder


@pytest.mark.parametrize(
    "settings",
    ["[", "- a", "a", "docs_dir: 5", "docs_dir: !ENV CANLLAW_NONE\nINHERIT: 5", "a: " + "[" * 5000, "{? [a]: b}"],
)
def test_no_settings(settings: str, tmp_path: Path) -> None:
    """What is no settings names no folder, and raises nothing."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(settings, encoding="utf-8")
    assert docs_folder(config) is None or settings == "{? [a]: b}"


def test_own_settings() -> None:
    """The project's own settings, with the tags of MkDocs in them, can be read."""
    assert docs_folder(PROJECT / "mkdocs.yml") == PROJECT / "docs"
