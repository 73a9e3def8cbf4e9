"""Keeps the text of each page as it is rendered, and makes of them what takes more than one page to make."""

from pathlib import Path

from mkdocs.plugins import event_priority

from canllaw import build
from canllaw.publishing import epub, kept, side_by_side, templates
from canllaw.publishing.contact import Contact
from canllaw.publishing.view import LANGUAGE_OF_BOTH, SiteView


@event_priority(-100)  # when the text is as the page shows it
def on_page_content(html, page, config, **_):
    """Keep the text."""
    build.rendered[page.file.src_uri, config.plugins["i18n"].current_language] = html


@event_priority(-100)  # when the page is as its file is going to hold it
def on_post_page(output, page, config):
    """Keep the page for the next builds."""
    library_page, _ = build.current.library.by_path[page.file.src_uri]
    language = config.plugins["i18n"].current_language
    text = build.rendered[page.file.src_uri, language]
    kept.keep(build.current, library_page, language, kept.Made(output, text))


@event_priority(-250)  # when the pages of both languages are there and indexed (-200), before their styles (-300)
def on_post_build(config, **_):
    """Once: both editions of each guide side by side, and a book of all guides in each language."""
    if config.plugins["i18n"].building:
        return
    env = templates.prepared(config.theme.get_env(), build.current.docs.parent)
    site, names = Path(config.site_dir), (config.site_url, config.site_name)
    view, both = SiteView(build.current, LANGUAGE_OF_BOTH, *names), env.get_template("canllaw/side-by-side.html")
    side_by_side.write(view, Contact.stated_in(config), build.rendered, site, both)
    epub.write(build.current, build.rendered, site, env.get_template, names)
