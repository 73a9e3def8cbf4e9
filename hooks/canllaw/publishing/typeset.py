"""Sets an HTML document as a PDF: the one module that knows WeasyPrint, which is an optional extra (`pdf`).

What it makes is tagged, with a language, a title and bookmarks, as PDF/UA-1 (ISO 14289-1) has it. It is the same byte
for byte whenever it is made from the same things, so it states no time but the days in its `Facts`.
"""

from __future__ import annotations

import hashlib
import logging
import mimetypes
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import weasyprint
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from canllaw.publishing.pdf import Order

VERSION: str = weasyprint.__version__
_SVG = "{http://www.w3.org/2000/svg}"
_TAGGED = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


def typeset(order: Order, svg_style: str) -> bytes:
    """The PDF that is ordered. No style of a document reaches a drawing in it, so each gets the rules `svg_style`."""
    for talkative in ("weasyprint", "fontTools"):
        logging.getLogger(talkative).setLevel(logging.ERROR)
    fonts, files = FontConfiguration(), URLFetcher(allowed_protocols=("file",))
    from_site = _FromSite(order.site_url, order.site)
    document = HTML(string=order.html, base_url=order.site_url + order.address, url_fetcher=from_site)
    for drawing in list(document.etree_element.iter(f"{_SVG}svg")):
        _prepare(drawing, svg_style)
    sheet = CSS(filename=str(order.sheet), font_config=fonts, url_fetcher=files)
    pages = document.render(font_config=fonts, stylesheets=[sheet], **_TAGGED)
    for name, value in asdict(order.facts).items():
        setattr(pages.metadata, name, value)
    made: bytes = pages.write_pdf(pdf_identifier=hashlib.sha256(order.key).digest()[:16], **_TAGGED)
    return made


class _FromSite(URLFetcher):  # type: ignore[misc]  # WeasyPrint brings no types
    """Reads what lies below the site's address from its folder; nothing comes from anywhere else."""

    def __init__(self, site_url: str, site: Path) -> None:
        super().__init__(allowed_protocols=())
        self._site_url, self._site = site_url, site.resolve()

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The file at `url`; ValueError where that is not below the site."""
        file = (self._site / unquote(url.removeprefix(self._site_url).partition("?")[0])).resolve()
        if not url.startswith(self._site_url) or not file.is_relative_to(self._site):
            raise ValueError(url)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": kind})


def _prepare(drawing: Any, style: str) -> None:
    """Give a drawing its rules, and let all that describes it be read out: WeasyPrint takes the title alone."""
    title, description = drawing.find(f"{_SVG}title"), drawing.find(f"{_SVG}desc")
    if title is not None and description is not None:
        title.text = f"{title.text}. {description.text}"
    rules = drawing.makeelement(f"{_SVG}style", {})
    rules.text = style
    drawing.insert(0, rules)
