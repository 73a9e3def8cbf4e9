"""Tells our Markdown extension about the page that MkDocs is going to render."""

from canllaw import build
from canllaw.markup.figures import put_in_diagrams
from canllaw.markup.offers import put_in_buttons
from canllaw.markup.safety import clean
from canllaw.publishing.setting import setting_of


def on_page_markdown(markdown, page, config, **_):
    """MkDocs makes a new Markdown parser from `mdx_configs` for each page, so this is the page's own setting."""
    library_page, _ = build.current.library.by_path[page.file.src_uri]
    language = config.plugins["i18n"].current_language
    setting = setting_of(build.current, library_page, language)
    config.mdx_configs["canllaw.markup"] = {"setting": setting}
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": setting.words["footnote-back"]}


def on_page_content(html, config, **_):
    """Nothing that a contributor wrote runs in a reader's browser; what is made here comes after that."""
    setting = config.mdx_configs["canllaw.markup"]["setting"]
    return put_in_diagrams(put_in_buttons(clean(html), setting.offers), setting.diagrams)
