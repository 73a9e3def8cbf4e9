"""The scripts as they are published."""

from __future__ import annotations

from pathlib import Path

from canllaw.publishing.scripts import FOLDER, PAGE, PARTS, write


def test_parts_become_one_script(tmp_path: Path) -> None:
    """Each part is a block of `page.js`, without comments, and is no file of its own any more; other scripts stay."""
    (tmp_path / FOLDER / "deep").mkdir(parents=True)
    for name in PARTS:
        (tmp_path / FOLDER / name).write_text(f"// Says its name.\nconst name = `{name} //`\n", encoding="utf-8")
    (tmp_path / FOLDER / "deep/other.js").write_text("export const a = 1 // one\n", encoding="utf-8")
    write(tmp_path)
    scripts = {path.relative_to(tmp_path): path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.js")}
    assert scripts == {
        PAGE: "\n".join(f"{{const name=`{name} //`}}" for name in PARTS) + "\n",
        FOLDER / "deep/other.js": "export const a=1\n",
    }


def test_parts_import_nothing_by_themselves() -> None:
    """No part has an `import` or `export` of its own, which can stand in no block."""
    folder = Path(__file__).parents[3] / "overrides" / FOLDER
    lines = [line for name in PARTS for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if line.startswith(("import ", "export "))] == []
