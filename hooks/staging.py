"""Builds beside the last good site, and lets the new one take its place when nothing is wrong with it."""

import logging
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from canllaw import build
from canllaw.publishing import stage, summary


def on_startup(command, **_):
    """Let a build print our summary only; warnings still come through. The preview keeps telling what it does."""
    if command == "build":
        for handler in logging.getLogger("mkdocs").handlers:
            handler.setLevel(logging.WARNING)


@event_priority(50)  # once the guides are found to be in order (100), before static-i18n reads the settings (-100)
def on_config(config, **_):
    """Build beside the last good site, not over it."""
    if not config.plugins["i18n"].building:
        config.site_dir = str(stage.beside(Path(config.site_dir)))


@event_priority(-400)  # the very last, when nothing can fail any more
def on_post_build(config, **_):
    """Once, when all is written; a warning is a mistake, for which `strict` is going to refuse the build."""
    if not config.plugins["i18n"].building and not _warned():
        stage.put_in_place(Path(config.site_dir))
        print(summary.of(build.current))


def _warned():
    """Whether MkDocs has counted a warning."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)
