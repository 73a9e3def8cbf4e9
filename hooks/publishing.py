"""Hands templates what they print, and writes what belongs to no page."""

from pathlib import Path

from mkdocs.plugins import event_priority

from canllaw import build
from canllaw.publishing import diagrams, pdf, redirects, scripts, stylesheet
from canllaw.publishing.view import PageView, SiteView


def on_files(files, config, **_):
    """Leave out the theme's own scripts, styles and pictures: `stylesheet` takes from them what our pages use."""
    for file in list(files):
        if file.src_dir not in (config.docs_dir, config.theme.custom_dir) or file.is_css():
            files.remove(file)
    return files


def on_env(env, **_):
    """Escape all that templates print, unless they say that it is markup."""
    env.autoescape = True


def on_template_context(context, config, **_):
    """For the pages that are made from a template alone."""
    return _show(context, SiteView(*_site(config)))


def on_page_context(context, page, config, **_):
    """For the pages that are made from a guide."""
    library_page, _ = build.current.library.by_path[page.file.src_uri]
    return _show(context, PageView(*_site(config), library_page))


@event_priority(-300)  # when the pages of both languages and the search index (-200) are there
def on_post_build(config, **_):
    """Once: what to take away, old addresses, and the style sheets and scripts as pages use them."""
    if config.plugins["i18n"].building:
        return
    site, env = Path(config.site_dir), config.theme.get_env()
    diagrams.write(build.current, site)
    env.autoescape = True
    redirects.write(build.current, site, env.get_template("canllaw/redirect.html"), SiteView(*_site(config)))
    # MkDocs' packed copy of the sitemap carries the day of the build; search engines ask for the plain one.
    site.joinpath("sitemap.xml.gz").unlink(missing_ok=True)
    stylesheet.write(site, [Path(folder) for folder in config.theme.dirs])
    scripts.write(site)
    pdf.write(site, Path(config.theme.custom_dir), env.get_template(pdf.TEMPLATE), SiteView(*_site(config)))


def _show(context, view):
    context["canllaw"], context["say"] = view, view.say
    return context


def _site(config):
    return build.current, config.plugins["i18n"].current_language, config.site_url, config.site_name
