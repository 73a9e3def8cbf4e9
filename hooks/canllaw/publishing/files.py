"""Everything of a site that is no page: written once, when the pages of both languages are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from canllaw.build import Build
from canllaw.publishing import browse, diagrams, for_programs, from_disk, pdf, redirects, scripts, social, stylesheet
from canllaw.publishing.view import SiteView


def write(build: Build, site: Path, view: SiteView, get_template: Callable[[str], Any], themes: Sequence[Path]) -> None:
    """Write it below `site`; `get_template` gives that of a name, `themes` are folders of styles, ours first."""
    diagrams.write(build, site)
    social.write(build, site, view.site_name)
    browse.write(build, site, view.site_url)
    redirects.write(build, site, get_template("canllaw/redirect.html"), view)
    for_programs.write(build, site, get_template, view)
    # MkDocs' packed copy of the sitemap carries the day of the build; search engines ask for the plain one.
    site.joinpath("sitemap.xml.gz").unlink(missing_ok=True)
    stylesheet.write(site, themes, build.notes.get)
    scripts.write(site, from_disk=build.from_disk)
    pdf.write(site, themes[0], get_template(pdf.TEMPLATE), view)
    if build.from_disk:
        from_disk.write(site, view.site_url)
