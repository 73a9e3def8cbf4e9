"""The `canllaw` command."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from canllaw import build, problems
from canllaw.language import LANGUAGES


def main(arguments: list[str] | None = None) -> int:
    """Run `canllaw check`; the exit code is 0 if nothing is wrong, 1 if something is, 2 for a misspelt command."""
    parser = argparse.ArgumentParser(prog="canllaw", description="Tools for the editors of a Canllaw site.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say what is wrong in the guides, without building the site")
    check.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the guides (default: docs)")
    check.add_argument("--language", choices=("en", "cy"), help="the language of the messages (default: both)")
    chosen = parser.parse_args(arguments)
    languages = (chosen.language,) if chosen.language else LANGUAGES
    found = build.read(chosen.docs).found
    if not found:
        print(problems.sentence("none", languages))
        return 0
    print(
        problems.as_text(found, languages),
        problems.sentence("found", languages, n=len(found)),
        sep="\n",
        file=sys.stderr,
    )
    return 1
