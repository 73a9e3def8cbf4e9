"""Hands templates what they print, and writes what belongs to no page."""

from pathlib import Path

from mkdocs.plugins import event_priority

from canllaw import build
from canllaw.publishing import files
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
    """Escape all that templates print, unless they say that it is markup; leave Welsh letters in JSON as they are."""
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True  # lines that only say what is done leave no blank ones behind
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}


def on_template_context(context, config, **_):
    """For what is made from a template alone, which is the same in both passes."""
    return _show(context, _site_view(config))


def on_page_context(context, page, config, **_):
    """For the pages that are made from a guide."""
    library_page, _ = build.current.library.by_path[page.file.src_uri]
    language = config.plugins["i18n"].current_language
    contact = Contact(config.repo_url or "", config.extra.get("feedback_email") or "")
    return _show(
        context, PageView(build.current, language, config.site_url, config.site_name, library_page, contact=contact)
    )


@event_priority(-300)  # when the pages of both languages and the search index (-200) are there
def on_post_build(config, **_):
    """Once: all that is no page."""
    if config.plugins["i18n"].building:
        return
    env = config.theme.get_env()
    on_env(env)
    folders = [Path(folder) for folder in config.theme.dirs]
    files.write(build.current, Path(config.site_dir), _site_view(config), env.get_template, folders)


def _show(context, view):
    context["canllaw"], context["say"] = view, view.say
    return context


def _site_view(config):
    return SiteView(build.current, LANGUAGE_OF_BOTH, config.site_url, config.site_name)
