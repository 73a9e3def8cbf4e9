"""How fast a site is built: `make bench` prints a table; `BENCH="50 200"` chooses sizes in guides per language.

For each size the project is built from nothing, once more with nothing changed, and with one sentence more in one
guide, the search brought up to date. Beside it stock Material for MkDocs with static-i18n builds the same texts in the
same run: what counts is the ratio, since every machine is another. Wall and processor time are in seconds; memory is
that of the largest process.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from generate import generate

SIZES = (50, 200, 1000)
_STOCK = """site_name: Stock
site_url: https://example.org/stock/
theme: {name: material, font: false}
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, name: English, default: true, build: true}
        - {locale: cy, name: Cymraeg, build: true}
markdown_extensions: [admonition, attr_list, def_list, footnotes, tables, pymdownx.details, pymdownx.superfences]
"""
_FIELDS = re.compile(r"---\n(?P<title>title: .*?\n).*?\n---\n", re.DOTALL)
_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown", "pagefind")


@dataclass(frozen=True)
class Run:
    """One build: wall time and processor time in seconds, memory in MB."""

    wall: float
    processor: float
    memory: float


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="guides per language")
    parser.add_argument("--without-stock", action="store_true", help="measure this project alone")
    chosen = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {sys.version.split()[0]},", end=" ")
    print(", ".join(f"{name} {version(name)}" for name in _PACKAGES) + "\n")
    print("| Guides per language | Build | Wall, s | Of stock | Processor, s | Memory, MB |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            for line in _table(size, Path(folder), with_stock=not chosen.without_stock):
                print(line, flush=True)


def _table(size: int, folder: Path, *, with_stock: bool) -> Iterator[str]:
    generate(size, folder / "ours")
    stock = _build(_stock(folder)) if with_stock else None
    if stock:
        yield _row(size, "stock", stock, stock)
    yield _row(size, "from nothing", _build(folder / "ours"), stock)
    yield _row(size, "nothing changed", _build(folder / "ours"), stock)
    guide = folder / "ours/docs/guides/generated-0001/index.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\n\nOne sentence more.\n", encoding="utf-8")
    yield _row(size, "one guide changed", _build(folder / "ours"), stock)


def _row(size: int, name: str, run: Run, stock: Run | None) -> str:
    ratio = f"{run.wall / stock.wall:.2f}" if stock else "–"
    return f"| {size} | {name} | {run.wall:.1f} | {ratio} | {run.processor:.1f} | {run.memory:.0f} |"


def _stock(folder: Path) -> Path:
    """The same texts and pictures as stock MkDocs takes them, with no more than their titles above them."""
    project = folder / "stock"
    shutil.copytree(folder / "ours/docs", project / "docs", ignore=shutil.ignore_patterns("_data", "*.diagram.yml"))
    for text in (project / "docs").rglob("*.md"):
        written = text.read_text(encoding="utf-8")
        text.write_text(_FIELDS.sub(r"---\n\g<title>---\n", written, count=1), encoding="utf-8")
    project.joinpath("mkdocs.yml").write_text(_STOCK, encoding="utf-8")
    return project


def _build(project: Path) -> Run:
    command = [str(Path(sys.executable).with_name("mkdocs")), "build", "--quiet"]
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"The build of {project.name} failed.")
    wall = time.perf_counter() - begun
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
