"""Weighs pages as a browser loads them: `make weight` prints a table and fails where a page is over its budget.

For 20, 200 and 1,000 guides in each language the site is built and served gzipped, as its host does it; Chromium, as
wide as a phone, loads each type of page without a cache, and what came over the wire is added up. KiB of 1,024 bytes.
It fails too where a guide grows with the number of guides. The column "raw" is the HTML before it was packed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from generate import generate
from playwright.sync_api import Browser, Response, sync_playwright
from visited import BROWSER_FLAGS, PAGES, built_and_served, ensure

SIZES = (20, 200, 1000)
OWN_GUIDES = 12
KIB = 1024
KINDS = ("all", "raw", "document", "stylesheet", "script", "font", "image")

# KiB in all, for each type of page; lists grow with what they list.
BUDGETS = {
    "guide": 45,
    "glossary": 45,
    "search": 160,  # whoever comes here searches: a page, Pagefind, its index, and the words of the site
    "statement": 45,
    "reuse": 45,
    "404": 45,
    "both": 60,  # the text of two guides
    "home": 60,
    "list": 130,
    "tag": 130,
    "browse": 45,  # leads to the lists
}
SCRIPTS = 15  # KiB, on every page but the one that searches
SCRIPTS_THAT_SEARCH = 40
GROWTH = 1  # KiB by which a guide may be heavier among the most guides than among the fewest

Weights = Counter[str]


def weigh(browser: Browser, address: str) -> Weights:
    """Bytes that a first visit to `address` brings over the wire, by kind and in all, with the number of requests.

    "raw" is the HTML as the browser reads it.
    """
    weights: Weights = Counter()
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()

    def note(response: Response) -> None:
        size = int(response.headers.get("content-length", 0))
        weights.update({response.request.resource_type: size, "all": size, "requests": 1})

    page.on("response", note)
    document = page.goto(address, wait_until="networkidle")
    assert document is not None  # noqa: S101  (it is None only where an address leads to another place on the same page)
    weights["raw"] = len(document.body())
    context.close()
    return weights


def weigh_all(browser: Browser, size: int) -> dict[tuple[str, str], Weights]:
    """The weights of all types of pages on a site with `size` guides in each language."""
    with tempfile.TemporaryDirectory() as folder:
        generate(max(size - OWN_GUIDES, 0), Path(folder))
        with built_and_served(Path(folder)) as home:
            return {visited: weigh(browser, home + address) for visited, address in PAGES.items()}


def too_heavy(kind: str, weights: Weights) -> str:
    """What to say of a page that is over its budget, "" if it is not."""
    budget, scripts = BUDGETS[kind], SCRIPTS_THAT_SEARCH if kind == "search" else SCRIPTS
    if weights["all"] > budget * KIB or weights["script"] > scripts * KIB:
        return f"  over {budget} KiB, or {scripts} of scripts"
    return ""


def row(size: int, kind: str, language: str, weights: Weights) -> str:
    """A line of the table."""
    columns = " ".join(f"{weights[name] / KIB:7.1f}" for name in KINDS)
    return f"{size:>6}  {kind:<9} {language} {columns} {weights['requests']:>9}{too_heavy(kind, weights)}"


def grown(measured: dict[int, dict[tuple[str, str], Weights]]) -> list[str]:
    """What to say of guides that are heavier among the most guides than among the fewest, by more than `GROWTH`."""
    fewest, most = measured[min(measured)], measured[max(measured)]
    growth = {visited: most[visited]["all"] - fewest[visited]["all"] for visited in PAGES if visited[0] == "guide"}
    return [
        f"A guide ({language}) grows by {more / KIB:.1f} KiB between {min(measured)} and {max(measured)} guides."
        for (_, language), more in growth.items()
        if more > GROWTH * KIB
    ]


def main() -> int:
    """Print the table; the exit code is 1 if a page is over its budget or a guide grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many guides (default: 20 200 1000)")
    sizes = parser.parse_args().sizes
    measured: dict[int, dict[tuple[str, str], Weights]] = {}
    print("guides  page     KiB:    all     raw    HTML     CSS      JS    font pictures requests", flush=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(BROWSER_FLAGS))
        for size in sizes:
            measured[size] = weigh_all(browser, size)
            for (kind, language), weights in measured[size].items():
                print(row(size, kind, language, weights), flush=True)
        browser.close()
    growing = grown(measured)
    print(*growing, sep="\n", end="\n" if growing else "")
    over = [kind for pages in measured.values() for (kind, _), weights in pages.items() if too_heavy(kind, weights)]
    return 1 if over or growing else 0


if __name__ == "__main__":
    sys.exit(main())
