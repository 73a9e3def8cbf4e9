"""Hands templates what they print, and writes what belongs to no page."""

from pathlib import Path

from mkdocs.plugins import event_priority

from canllaw import build
from canllaw.publishing import files, templates
from canllaw.publishing.contact import Contact
from canllaw.publishing.view import LANGUAGE_OF_BOTH, PageView, SiteView


def on_files(files, config, **_):
    """Leave out our templates, and the theme's own files: `stylesheet` takes from them what our pages use."""
    ours = config.theme.custom_dir
    for file in list(files):
        is_template = file.src_dir == ours and file.src_uri.split("/")[0] == "canllaw"
        if file.src_dir not in (config.docs_dir, ours) or file.is_css() or is_template:
            files.remove(file)
    return files


def on_env(env, **_):
    """Set how templates are rendered."""
    return templates.prepared(env, build.current.docs.parent)


def on_template_context(context, config, **_):
    """For what is made from a template alone, which is the same in both passes."""
    return _show(context, _site_view(config))


def on_page_context(context, page, config, **_):
    """For the pages that are made from a guide."""
    library_page, _ = build.current.library.by_path[page.file.src_uri]
    language = config.plugins["i18n"].current_language
    site = (config.site_url, config.site_name, library_page)
    return _show(context, PageView(build.current, language, *site, contact=Contact.stated_in(config)))


@event_priority(-300)  # when the pages of both languages and the search index (-200) are there
def on_post_build(config, **_):
    """Once: all that is no page."""
    if config.plugins["i18n"].building:
        return
    env = templates.prepared(config.theme.get_env(), build.current.docs.parent)
    folders = [Path(folder) for folder in config.theme.dirs]
    files.write(build.current, Path(config.site_dir), _site_view(config), env.get_template, folders)


def _show(context, view):
    context["canllaw"], context["say"] = view, view.say
    return context


def _site_view(config):
    return SiteView(build.current, LANGUAGE_OF_BOTH, config.site_url, config.site_name)
