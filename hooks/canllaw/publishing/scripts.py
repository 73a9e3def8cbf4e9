"""Scripts as they are published: without comments, and those of every page in one file."""

from __future__ import annotations

from pathlib import Path

from rjsmin import jsmin

FOLDER = Path("assets/javascripts")
PAGE = FOLDER / "page.js"
#: What belongs to `page.js`, in this order: one file comes sooner than many small ones. They import nothing by
#: themselves, and whatever they import later they name as seen from `page.js`, beside which they lie.
PARTS = ("language-switch.js", "search-box.js", "diagram-png.js", "guide.js", "cite.js")


#: What fetches, or imports: a browser lets no page do that that is opened from disk.
FETCHING = ("search-box.js",)


def write(site: Path, *, from_disk: bool = False) -> None:
    """Take comments and needless white space out of the scripts below `site`, and put the parts of `page.js` together.

    Each part stays a block of its own, so that the names in it are its own.
    """
    parts = [site / FOLDER / name for name in PARTS]
    blocks = "".join(f"{{{_read(part)}}}\n" for part in parts if not (from_disk and part.name in FETCHING))
    for part in parts:
        part.unlink()
    for script in sorted((site / FOLDER).rglob("*.js")):
        _write(script, jsmin(_read(script)) + "\n")
    _write(site / PAGE, jsmin(blocks) + "\n")


def _read(script: Path) -> str:
    return script.read_text(encoding="utf-8")


def _write(script: Path, text: str) -> None:
    script.write_text(text, encoding="utf-8", newline="\n")
