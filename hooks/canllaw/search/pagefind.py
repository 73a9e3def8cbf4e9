"""The search index, made by Pagefind: small pieces that a browser fetches as it needs them, one set a language."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


class IndexingError(Exception):
    """Pagefind could not index the site; the message is what it printed."""


def index_site(site: Path) -> None:
    """Write the index of the pages below `site` to `site/pagefind/`, each language by itself (by `html lang`).

    Only what stands inside `data-pagefind-body` is indexed. Raises IndexingError.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode != 0:
        raise IndexingError(f"{run.stdout}\n{run.stderr}".strip())
    _put_in_order(site / "pagefind" / "pagefind-entry.json")


def _put_in_order(entry: Path) -> None:
    """Pagefind writes the languages in no order; two builds of the same pages are to give the same files."""
    values = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps(values, sort_keys=True), encoding="utf-8", newline="\n")
