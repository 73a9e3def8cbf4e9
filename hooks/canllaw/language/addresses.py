"""Addresses and anchors: words of a title as they stand in a URL.

Follows the LLYW.CYMRU rule for addresses: lower case, hyphens, words of the page's own language, no leading article.
Accents are folded (`tŷ` gives `ty`), because many readers cannot type them.
"""

from __future__ import annotations

import re
import unicodedata

from canllaw.language import Language

_LEADING_ARTICLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"^(the|an|a)\s+", re.IGNORECASE),
    "cy": re.compile(r"^(yr|y)\s+", re.IGNORECASE),
}

SIDE_BY_SIDE: dict[Language, str] = {"en": "side-by-side", "cy": "ochr-yn-ochr"}
"""The last word of the address at which both editions of a guide stand side by side."""


def slugify(text: str, separator: str = "-") -> str:
    """`text` in lower-case ASCII letters and digits, its words joined by `separator`; "" where nothing is left.

    Python-Markdown's `toc` calls it with the same two arguments.
    """
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    without_apostrophes = folded.replace("'", "")
    return re.sub(r"[^a-z0-9]+", separator, without_apostrophes).strip(separator)


def slug_of_title(title: str, language: Language) -> str:
    """The address word for a page called `title`: slugified, without a leading article."""
    return slugify(_LEADING_ARTICLE[language].sub("", title))


def site_path(language: Language, address: str) -> str:
    """Where the page with `address` ("guides/first-steps/" or "") stands from the site's root: Welsh below `cy/`."""
    return address if language == "en" else f"cy/{address}"
