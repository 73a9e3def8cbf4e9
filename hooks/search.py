"""Indexes the finished pages for search, each language by itself."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from canllaw.search.pagefind import IndexingError, index_site


@event_priority(-200)  # after static-i18n (-100) has built the Welsh pages from within this very event
def on_post_build(config, **_):
    """Once, when the pages of both languages are there."""
    if config.plugins["i18n"].building:
        return
    try:
        index_site(Path(config.site_dir))
    except IndexingError as error:
        raise PluginError(str(error)) from error
