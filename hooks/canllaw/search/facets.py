"""By what the results of a search can be narrowed: the facets that pages state, with the pages that have each value.

A page states a facet as `data-cl-facet="type:article"`, anywhere. Pagefind has filters of its own, but writes them in
an order that changes from build to build.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from canllaw.search.pagefind import IndexedPage

Facets = dict[str, dict[str, list[str]]]

_STATED = re.compile(r'\sdata-cl-facet="([\w-]+):([\w-]+)"')


def facets(site: Path, pages: Iterable[IndexedPage]) -> Facets:
    """For each facet that `pages` state, and for each of its values, the ids of the pages in the index."""
    found: Facets = defaultdict(lambda: defaultdict(list))
    for page in pages:
        html = site.joinpath(page.address.lstrip("/"), "index.html").read_text(encoding="utf-8")
        for facet, value in sorted(set(_STATED.findall(html))):
            found[facet][value].append(page.id)
    return {facet: dict(sorted(found[facet].items())) for facet in sorted(found)}
