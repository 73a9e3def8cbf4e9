"""The `canllaw` command. What it is given and what it ends with are stated here; what it does, in `checking`."""

from __future__ import annotations

import argparse
import gc
import io
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from canllaw import build, problems
from canllaw.authoring import command as authoring
from canllaw.checking import changes, fixes, github, report, spelling, translations
from canllaw.checking.dictionaries import NoDictionariesError
from canllaw.checking.due import due
from canllaw.checking.settings import docs_folder
from canllaw.language import LANGUAGES, Language
from canllaw.translation.overview import STATES

NOTHING_WRONG, SOMETHING_WRONG, MISUSED = 0, 1, 2

_DESCRIPTION = """\
Find all that is wrong in the guides at once, without building the site: the file, the line, what is wrong, and what
to write instead. What is called advice may be right, and nothing fails for it.

Dod o hyd i bopeth sydd o'i le yn y canllawiau ar unwaith, heb adeiladu'r wefan: y ffeil, y llinell, beth sydd o'i le, a
beth i'w ysgrifennu yn ei le. Gall yr hyn sy'n cael ei alw'n gyngor fod yn iawn, ac nid oes dim yn methu o'i herwydd."""

_EPILOG = """\
exit codes / codau gorffen:
  0  nothing is wrong, or there is only advice / does dim o'i le, neu dim ond cyngor sydd
  1  something is wrong / mae rhywbeth o'i le
  2  the command was not given as it should be / nid yw'r gorchymyn wedi'i roi fel y dylai fod"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives its exit code: 0 if nothing is wrong, 1 if something is, 2 for a misspelt command."""
    chosen = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for terminals that have few letters
    docs = chosen.docs or _folder(chosen.config_file)
    if docs is None:
        print(problems.sentence("config-unreadable", path=problems.visible(chosen.config_file)), file=sys.stderr)
        return MISUSED
    languages: tuple[Language, ...] = (chosen.language,) if chosen.language else LANGUAGES
    try:
        run = {"check": _check, "status": _status, "translated": _translated, "new": _new, "changes": _changes}
        return run[chosen.command](docs, chosen, languages)
    except BrokenPipeError:  # whoever reads has had enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOMETHING_WRONG


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    reader = argparse.ArgumentParser(
        prog="canllaw",
        description="Tools for the editors of a Canllaw site. / Offer i olygyddion gwefan Canllaw.",
    )
    commands = reader.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check",
        help="say what is wrong in the guides / dweud beth sydd o'i le yn y canllawiau",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    status = commands.add_parser(
        "status", help="say which translations are behind / dweud pa gyfieithiadau sydd ar ei hôl hi"
    )
    status.add_argument(
        "--only",
        choices=STATES,
        help="those in this state; otherwise all that want doing"
        " / y rhai yn y statws hwn; fel arall, popeth y mae angen ei wneud",
    )
    status.add_argument(
        "--into",
        choices=LANGUAGES,
        help="those into this language / y rhai i'r iaith hon",
    )
    translated = commands.add_parser(
        "translated",
        help="record that a translation says what its source says now"
        " / cofnodi bod cyfieithiad yn dweud yr hyn y mae'r testun gwreiddiol yn ei ddweud nawr",
    )
    translated.add_argument("guide", metavar="GUIDE", help="the folder of the guide / ffolder y canllaw")
    translated.add_argument(
        "--source",
        choices=LANGUAGES,
        help="the language of the source, if nothing is recorded yet (default: en)"
        " / iaith y testun gwreiddiol, os nad oes dim wedi'i gofnodi eto (en os nad yw'n cael ei nodi)",
    )
    new = commands.add_parser("new", help="begin a guide or a translation / dechrau canllaw neu gyfieithiad")
    authoring.add_to(new, _add_common)
    changed = commands.add_parser(
        "changes", help="say what has changed in each language / dweud beth sydd wedi newid ym mhob iaith"
    )
    changed.add_argument(
        "base", metavar="BASE", help="since when: a branch or commit of git / ers pryd: cangen neu gomit git"
    )
    changed.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="for a terminal, or for the summary of a run of GitHub Actions"
        " / ar gyfer terfynell, neu grynodeb rhediad GitHub Actions",
    )
    for command in (check, status, translated, changed):
        _add_common(command)
    _add_of_check(check)
    return reader


def _add_common(command: argparse.ArgumentParser) -> None:
    where = command.add_mutually_exclusive_group()
    where.add_argument(
        "--config-file",
        type=Path,
        metavar="FILE",
        help="the mkdocs.yml of the site, if it is another / mkdocs.yml y wefan, os gwefan arall yw hi",
    )
    where.add_argument("--docs", type=Path, metavar="FOLDER", help="the folder of the guides / ffolder y canllawiau")
    command.add_argument(
        "--language",
        choices=LANGUAGES,
        help="the language of the messages (default: both) / iaith y negeseuon (y ddwy os nad yw'n cael ei nodi)",
    )


def _add_of_check(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="text",
        help="for a terminal, for GitHub Actions, or for other programs"
        " / ar gyfer terfynell, GitHub Actions neu raglenni eraill",
    )
    check.add_argument(
        "--fix",
        action="store_true",
        help="first mend what is safe: line ends, accents, double spaces, apostrophes in Welsh"
        " / yn gyntaf cywiro'r hyn sy'n ddiogel: terfynau llinell, acenion, bylchau dwbl, collnodau yn y Gymraeg",
    )
    check.add_argument(
        "--spelling",
        action="store_true",
        help="also look words up in dictionaries, once `make spelling` has brought them"
        " / hefyd chwilio am eiriau mewn geiriaduron, ar ôl i `make spelling` eu nôl",
    )


def _folder(config: Path | None) -> Path | None:
    """The folder of the guides that the settings name; `docs` where there are no settings and none were asked for."""
    default = Path("mkdocs.yml")
    return docs_folder(config or default) if config or default.is_file() else Path("docs")


def _check(docs: Path, chosen: argparse.Namespace, languages: tuple[Language, ...]) -> int:
    gc.disable()  # the command ends before there is anything worth collecting: a tenth of the time
    prefix, root = _name(docs)
    mended = fixes.mend(docs, prefix) if chosen.fix else None
    found = build.read(docs, prefix)
    found = replace(found, found=(*found.found, *due(found, prefix, date.today())))
    if chosen.spelling:
        try:
            found = spelling.with_spelling(found, prefix)
        except NoDictionariesError:
            print(problems.sentence("no-dictionaries", languages), file=sys.stderr)
            return MISUSED
    if chosen.format == "json":
        print(report.as_json(found.found, mended))
        return SOMETHING_WRONG if found.problems else NOTHING_WRONG
    if mended is not None:
        print(_told_of(mended, languages))
    if chosen.format == "github":
        _tell_github(found, languages)
    elif found.found:
        text = report.as_text(found.found, root, languages, shutil.get_terminal_size((100, 24)).columns)
        _print_for_log(text)
    print(report.totals(found.found, languages))
    return SOMETHING_WRONG if found.problems else NOTHING_WRONG


def _status(docs: Path, chosen: argparse.Namespace, languages: tuple[Language, ...]) -> int:
    prefix, _root = _name(docs)
    found = build.read(docs, prefix)
    asked = translations.Filter(chosen.only, chosen.into)
    print(translations.as_text(found.library, found.standing, prefix, languages, asked))
    return NOTHING_WRONG


def _translated(docs: Path, chosen: argparse.Namespace, languages: tuple[Language, ...]) -> int:
    prefix, _root = _name(docs)
    page, meant = translations.named(build.read(docs, prefix).library, chosen.guide)
    if page is None:
        code = "guide-unknown-guess" if meant else "guide-unknown"
        print(problems.sentence(code, languages, name=problems.visible(chosen.guide), guess=meant), file=sys.stderr)
        return MISUSED
    path, is_finished = translations.made(page, chosen.source)
    if not is_finished:
        print(problems.sentence("unfinished", languages, file=f"{prefix}/{path}"), file=sys.stderr)
        return SOMETHING_WRONG
    path, is_written = translations.record(docs, page, chosen.source)
    print(problems.sentence("recorded" if is_written else "not-recorded", languages, file=f"{prefix}/{path}"))
    return NOTHING_WRONG if is_written else SOMETHING_WRONG


def _new(docs: Path, chosen: argparse.Namespace, languages: tuple[Language, ...]) -> int:
    prefix, _root = _name(docs)
    return authoring.run(docs, prefix, chosen, languages)


def _changes(docs: Path, chosen: argparse.Namespace, languages: tuple[Language, ...]) -> int:
    prefix, _root = _name(docs)
    found = changes.since(docs, prefix, chosen.base)
    if isinstance(found, str):
        print(changes.refusal(found, languages, chosen.base), file=sys.stderr)
        return MISUSED
    if chosen.format == "github" and (file := os.environ.get("GITHUB_STEP_SUMMARY")):
        _append(file, changes.as_table(found, languages))
    _print_for_log(changes.as_text(found, languages))
    return NOTHING_WRONG


def _name(docs: Path) -> tuple[str, Path]:
    """What Problems call the folder `docs`, and where that name begins: here, if it is below this folder."""
    here, there = Path.cwd(), docs.resolve()
    if there != here and there.is_relative_to(here):
        return there.relative_to(here).as_posix(), here
    return there.name, there.parent


def _told_of(mended: Mapping[str, Mapping[str, int]], languages: tuple[Language, ...]) -> str:
    """What was mended, file by file."""
    if not mended:
        return problems.sentence("mended-none", languages) + "\n"
    parts = []
    for path, counts in mended.items():
        parts.append(problems.visible(path))
        for code, n in counts.items():
            parts += [f"    {line}" for line in problems.sentence(code, languages, n=n).split("\n")]
    return "\n".join([*parts, ""])


def _tell_github(found: build.Build, languages: tuple[Language, ...]) -> None:
    if found.found:
        print(github.beside_lines(found.found, languages))
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        _append(file, github.summary(found.found, report.totals(found.found)))


def _print_for_log(text: str) -> None:
    """Print `text`, which holds what authors wrote, so that GitHub takes none of it for a command."""
    print(github.silent(text) if os.environ.get("GITHUB_ACTIONS") == "true" else text)


def _append(file: str, text: str) -> None:
    with Path(file).open("a", encoding="utf-8") as summary:
        summary.write(text + "\n")
