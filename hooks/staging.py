"""Builds beside the last good site, and lets the new one take its place when nothing is wrong with it."""

import logging
import sys
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from canllaw import build, cache, problems
from canllaw.publishing import stage, summary

_FEW = 32  # notes that came or went, for which a preview does not write them all again
reserved = []


def on_startup(command, **_):
    """Let a build print our summary only; warnings still come through. The preview keeps telling what it does."""
    if command == "build":
        for handler in logging.getLogger("mkdocs").handlers:
            handler.setLevel(logging.WARNING)


@event_priority(50)  # once the guides are found to be in order (100), before static-i18n reads the settings (-100)
def on_config(config, **_):
    """Build beside the last good site, not over it; a preview has a folder that nobody else builds in."""
    if config.plugins["i18n"].building:
        return
    folder = stage.beside(Path(config.site_dir))
    config.site_dir = str(folder)
    if not build.preview:
        reserved.append(stage.reserve(folder, lambda: print(problems.sentence("build-waits"), file=sys.stderr)))


@event_priority(-400)  # the very last, when nothing can fail any more
def on_post_build(config, **_):
    """Once, when all is written; a warning is a mistake, for which `strict` is going to refuse the build."""
    if config.plugins["i18n"].building:
        return
    if not _warned():
        stage.put_in_place(Path(config.site_dir))
        build.current.notes.save(least=_FEW if build.preview else 1)
        cache.drop_old(build.current.docs.parent)
        print(summary.of(build.current))
    _release()


def on_build_error(error, **_):
    """Say in plain words what no author can help, such as a disk that is full."""
    _release()
    said = stage.said_of(error, build.current.docs.parent if build.current else Path.cwd())
    if said:
        raise Abort(said)


def _release():
    while reserved:
        reserved.pop().release()


def _warned():
    """Whether MkDocs has counted a warning."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)
