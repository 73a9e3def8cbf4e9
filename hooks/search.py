"""Indexes the finished pages for search, each language by itself, with the forms of its words."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from canllaw import build
from canllaw.search.index import write_index
from canllaw.search.pagefind import IndexingError


@event_priority(-200)  # after static-i18n (-100) has built the Welsh pages from within this very event
def on_post_build(config, **_):
    """Once, when the pages of both languages are there."""
    if config.plugins["i18n"].building or build.current.from_disk:  # from where nothing can be fetched
        return
    try:
        write_index(Path(config.site_dir), build.current.vocabulary.glossary, build.current.docs.parent)
    except IndexingError as error:
        raise PluginError(str(error)) from error
