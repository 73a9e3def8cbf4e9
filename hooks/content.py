"""Reads every guide before MkDocs renders anything, stops at authors' mistakes, and hands MkDocs the text."""

import os
import sys
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from canllaw import build, problems
from canllaw.publishing import from_disk, kept, pdf


def on_startup(command, **_):
    """Whether this is a build or a preview."""
    build.begin(preview_only=command == "serve")


@event_priority(100)  # before all others, which look things up in what is read here
def on_config(config, **_):
    """Read the `docs` folder once a build; the Welsh pass, which runs inside it, uses the same."""
    if config.plugins["i18n"].building:
        return
    with_pdf = pdf.asked_for(config.extra) and not build.preview
    wanted = {"with_pdf": with_pdf, "from_disk": from_disk.asked_for(config.extra) and not build.preview}
    wanted["made_with"] = kept.made_with(config, [Path(__file__).parent, *map(Path, config.theme.dirs[:1])])
    fresh = build.start(Path(config.docs_dir), **wanted, hindrances=pdf.hindrances() if with_pdf else ())
    if fresh.problems:
        print(problems.report(fresh.problems, on_github=os.environ.get("GITHUB_ACTIONS") == "true"), file=sys.stderr)
        if build.current is fresh and not (fresh.preview and fresh.can_be_shown):
            raise Abort(problems.sentence("found", n=len(fresh.problems)) + "\n" + problems.sentence("not-built"))


def on_page_read_source(page, **_):
    """The text below the front matter, already decoded and normalised."""
    _, edition = build.current.library.by_path[page.file.src_uri]
    return edition.source.body


def on_page_markdown(markdown, page, **_):
    """The title is a fact of the edition, not a heading of its text."""
    _, edition = build.current.library.by_path[page.file.src_uri]
    page.title = edition.title
