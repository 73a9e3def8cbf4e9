"""One PDF for each guide and language, made from the page that the build has just written, when it is asked for."""

from __future__ import annotations

import hashlib
import importlib
import json
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

from canllaw.cache import kept
from canllaw.content.library import Edition, Guide
from canllaw.diagrams.svg import STYLE
from canllaw.problems import Problem
from canllaw.publishing.view import PageView, SiteView

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = "canllaw/pdf.html"
SYSTEM_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""What Debian and Ubuntu call the libraries that WeasyPrint needs."""
_ASKED_IN = "mkdocs.yml"
_SHEET = Path("assets/stylesheets/pdf/pdf.css")
_FONTS = Path("assets/fonts")
_ARTICLE = re.compile(r"<(article)\b.*</\1>", re.DOTALL)
_PICTURE = re.compile(r'\ssrc="([^"]+)"')


@dataclass(frozen=True)
class Facts:
    """What a PDF states about itself; the days are those of the guide, as `2026-11-30`."""

    title: str
    description: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    created: str
    modified: str


@dataclass(frozen=True)
class Order:
    """All that one PDF is made from, and where it goes; `address` is that of the page, from `site_url`."""

    html: str
    facts: Facts
    sheet: Path
    site_url: str
    address: str
    site: Path
    target: Path
    cached_in: Path

    @property
    def key(self) -> bytes:
        """Names all that the PDF is made from: its words, pictures, style sheet and fonts, and what sets them."""
        here = f"/{self.address}"
        pictures = [self.site / unquote(urljoin(here, source))[1:] for source in _PICTURE.findall(self.html)]
        digests = [hashlib.sha256(picture.read_bytes()).hexdigest() for picture in pictures if picture.is_file()]
        stated = (self.html, *astuple(self.facts), self.site_url, STYLE, _typesetter(self.sheet), *digests)
        return json.dumps(stated).encode()


def asked_for(extra: Mapping[str, Any]) -> bool:
    """Whether the part `extra` of the settings asks for PDFs."""
    return bool(extra.get("pdf"))


def hindrances() -> list[Problem]:
    """Why no PDF can be made on this computer; nothing where one can."""
    try:
        importlib.import_module("canllaw.publishing.typeset")
    except ImportError:
        return [Problem(_ASKED_IN, 1, "pdf-no-weasyprint")]
    except OSError:  # what loading a library of the system that is not there ends with
        return [Problem(_ASKED_IN, 1, "pdf-no-pango", {"packages": SYSTEM_PACKAGES})]
    return []


def write(site: Path, overrides: Path, template: Template, view: SiteView) -> None:
    """Write the PDFs of the site that `view` shows below `site`, if the build is to have them.

    `overrides` is the folder of our templates, where their style sheet and fonts are.
    """
    if view.build.with_pdf:
        with ProcessPoolExecutor() as processes:
            list(processes.map(_fill, _orders(site, overrides, template, view)))


def _orders(site: Path, overrides: Path, template: Template, view: SiteView) -> Iterator[Order]:
    for guide in view.build.library.guides:
        for edition in guide.editions.values():
            page = PageView(view.build, edition.language, view.site_url, view.site_name, guide)
            address = view.address(guide, edition.language)
            written = (site / address / "index.html").read_text(encoding="utf-8")
            article = _ARTICLE.search(written)
            yield Order(
                html=template.render(canllaw=page, say=page.say, article=article and article[0]),
                facts=_facts(page, guide, edition),
                sheet=overrides / _SHEET,
                site_url=view.site_url,
                address=address,
                site=site,
                target=site / page.pdf,
                cached_in=view.build.docs.parent,
            )


def _facts(view: PageView, guide: Guide, edition: Edition) -> Facts:
    return Facts(
        title=edition.title,
        description=edition.summary,
        authors=tuple(view.names([author]) for author in guide.facts.authors),
        keywords=tuple(view.label(tag) for tag in view.tags_of_guide().values()),
        created=str(guide.facts.published),
        modified=str(guide.facts.updated or guide.facts.published),
    )


def _fill(order: Order) -> None:
    """Make the PDF, or take it from an earlier build; runs in a process of its own."""
    from canllaw.publishing.typeset import typeset  # noqa: PLC0415  (an optional extra)

    order.target.write_bytes(kept(order.cached_in, order.key, lambda: typeset(order, STYLE)))


@cache
def _typesetter(sheet: Path) -> str:
    """Names the style sheet, the fonts, and the code and the version of what sets the page."""
    from canllaw.publishing import typeset  # noqa: PLC0415  (an optional extra)

    digest = hashlib.sha256(typeset.VERSION.encode())
    for file in (sheet, Path(typeset.__file__), *sorted((sheet.parents[3] / _FONTS).glob("*.woff2"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()
