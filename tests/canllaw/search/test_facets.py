"""The facets of pages, by which results are narrowed."""

from __future__ import annotations

from pathlib import Path

from canllaw.search.facets import facets
from canllaw.search.pagefind import IndexedPage


def test_pages_by_what_they_state(tmp_path: Path) -> None:
    """For each value of each facet there are the pages that state it, in the order of the index, and no other page."""
    stated = {
        "one": '<dd data-cl-facet="type:article">Erthygl</dd><li data-cl-facet="tag:a"><li data-cl-facet="tag:b">',
        "two": '<dd data-cl-facet="type:how-to">Sut i</dd><li data-cl-facet="tag:b">',
        "three": "<p>Dim</p>",
        "not-indexed": '<li data-cl-facet="tag:c">',
    }
    for name, html in stated.items():
        tmp_path.joinpath("cy", name).mkdir(parents=True)
        tmp_path.joinpath("cy", name, "index.html").write_text(html, encoding="utf-8")
    pages = [IndexedPage(f"cy_{name}", f"/cy/{name}/", "") for name in ("one", "three", "two")]
    assert facets(tmp_path, pages) == {
        "tag": {"a": ["cy_one"], "b": ["cy_one", "cy_two"]},
        "type": {"article": ["cy_one"], "how-to": ["cy_two"]},
    }
