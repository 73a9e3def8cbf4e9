"""How soon the first result is there: `make search-speed` prints a table, with plain Pagefind beside it.

The project's own site, and sites with 200 and 1,000 guides in each language, are served gzipped. A browser without a
cache opens a guide, slowed down by the DevTools protocol to a phone on 3G (1.6 Mbit/s, 150 ms a request, processor
four times slower), goes to the search box of the header, and a whole word is typed at once: straight away, or a second
later. Pagefind's own API, with an index as its command makes it, searches from a bare page with the same head start:
it is imported when the box gets the focus. The two take turns, so that what else the machine does hits both. KiB of
1,024 bytes, without headers; medians.

"before" is what was fetched for the search before the reader went to it, which must be nothing; "first" what was asked
for from then until the first result was shown; "all" has with it the ways on to the other language, which come after.
It fails where a first search is over its budget or takes longer than with Pagefind alone. The protocol does not slow
down workers: what Pagefind's own does is measured too fast, and our search, which needs none, is not.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import ClassVar

from generate import PROJECT, generate
from playwright.sync_api import Browser, Page, sync_playwright
from visited import BROWSER_FLAGS, PAGES, GzippingHandler, built_and_served, ensure

SIZES = (0, 200, 1000)  # 0 for the project's own site
OWN_GUIDES = 12
WORDS = {"en": "museum", "cy": "treftadaeth"}
HEAD_STARTS = (0, 1000)  # milliseconds between going to the box and the word
TURNS = 5
KIB = 1024
BUDGET = 150  # KiB, of a first search
SLOWER = 1.05  # times as long as Pagefind that still count as no longer: what a machine's noise makes of five turns

NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PROCESSOR = 4
SEARCH_FILES = ("/pagefind/", "assets/search/", "javascripts/canllaw/")
SETTLED = 1500  # milliseconds without a request, after which nothing more is to come

_TYPE = """async ([box, first, word, headStart]) => {
  const input = [...document.querySelectorAll(box)].find((input) => input.checkVisibility())
  const isShown = () => document.querySelector(first)?.checkVisibility()
  input.focus()
  await new Promise((resolve) => setTimeout(resolve, headStart))
  const start = performance.now()
  input.value = word
  input.dispatchEvent(new Event("input", { bubbles: true }))
  while (!isShown()) await new Promise((resolve) => requestAnimationFrame(resolve))
  return performance.now() - start
}"""
_PLAIN = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Pagefind</title><link rel="icon" href="data:,"></head>
<body><input type="search"><ul></ul><script type="module">
const input = document.querySelector("input")
let loading
input.addEventListener("focus", () => {{
  loading = import("./plain-pagefind/pagefind.js").then(async (pagefind) => {{
    await pagefind.options({{}})
    await pagefind.init()
    return pagefind
  }})
}}, {{ once: true }})
input.addEventListener("input", async () => {{
  const {{ search }} = await loading
  const {{ results }} = await search(input.value)
  const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()))
  document.querySelector("ul").innerHTML = pages
    .map(({{ url, meta, excerpt }}) => `<li><a href="${{url}}">${{meta.title}}</a> ${{excerpt}}</li>`)
    .join("")
}})
</script></body></html>
"""
_PLAIN_INDEX = "plain-pagefind"


@dataclass(frozen=True)
class Way:
    """A page with a search box: its address, the selector of the box, and that of a result."""

    address: str
    box: str
    first: str


@dataclass(frozen=True)
class Visit:
    """One first search: bytes of each file asked for, until the reader came, until the first result, and in all."""

    before: dict[str, int]
    first: dict[str, int]
    everything: dict[str, int]
    milliseconds: float


class CountingHandler(GzippingHandler):
    """Remembers what was asked for, with its size."""

    sent: ClassVar[list[tuple[str, int]]] = []

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header, and remember the length of what follows it."""
        if keyword == "Content-Length":
            self.sent.append((self.path, int(value)))
        super().send_header(keyword, value)


def add_plain_pagefind(site: Path) -> None:
    """Index the site as Pagefind does it by itself, and put there a page for each language that searches with it."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", _PLAIN_INDEX]
    subprocess.run(command, check=True, capture_output=True)
    for language in WORDS:
        site.joinpath(f"plain-{language}.html").write_text(_PLAIN.format(language=language), encoding="utf-8")


def ways(language: str) -> dict[str, Way]:
    """The page of ours that searches, and the one with Pagefind alone."""
    return {
        "Canllaw": Way(PAGES["guide", language], "[data-cl-search-box] input", ".cl-suggest__option--page"),
        "Pagefind": Way(f"plain-{language}.html", "input", "li a"),
    }


def first_search(browser: Browser, home: str, way: Way, word: str, head_start: int) -> Visit:
    """Open the page in a new browser without a cache, go to the box and type the word."""
    with slow_page(browser) as page:
        CountingHandler.sent.clear()
        page.goto(home + way.address, wait_until="networkidle")
        before = CountingHandler.sent.copy()
        CountingHandler.sent.clear()
        milliseconds = page.evaluate(_TYPE, [way.box, way.first, word, head_start])
        first = CountingHandler.sent.copy()
        wait_for_rest(page)
        return Visit(for_search(before), dict(first), dict(CountingHandler.sent), milliseconds)


@contextmanager
def slow_page(browser: Browser) -> Iterator[Page]:
    """A page of a new browser, as wide and as slow as a phone."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", NETWORK)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    yield page
    context.close()


def wait_for_rest(page: Page) -> None:
    """Wait until nothing more is asked for."""
    count = -1
    while count != len(CountingHandler.sent):
        count = len(CountingHandler.sent)
        page.wait_for_timeout(SETTLED)


def for_search(sent: list[tuple[str, int]]) -> dict[str, int]:
    """Of what was asked for, what only the search needs."""
    return {path: size for path, size in sent if any(part in path for part in SEARCH_FILES)}


def compare(browser: Browser, home: str, language: str, head_start: int) -> dict[str, list[Visit]]:
    """The visits of each way, which take turns."""
    visits: dict[str, list[Visit]] = {name: [] for name in ways(language)}
    for _ in range(TURNS):
        for name, way in ways(language).items():
            visits[name].append(first_search(browser, home, way, WORDS[language], head_start))
    return visits


def kib(files: Mapping[str, int]) -> float:
    """The sizes of `files` in all."""
    return sum(files.values()) / KIB


def duration(visits: list[Visit]) -> float:
    """Milliseconds to the first result, in the middle one of the visits."""
    return median(visit.milliseconds for visit in visits)


def weight(visits: list[Visit]) -> float:
    """KiB to the first result, in the middle one of the visits."""
    return median(kib(visit.first) for visit in visits)


def rows(label: str, visits: Mapping[str, list[Visit]]) -> Iterator[str]:
    """The lines of the table for what was compared."""
    for name, its in visits.items():
        middle = sorted(its, key=lambda visit: visit.milliseconds)[len(its) // 2]
        parts = (middle.before, middle.first, middle.everything)
        columns = " ".join(f"{kib(files):6.1f} in {len(files):>2}" for files in parts)
        ratio = duration(its) / duration(visits["Pagefind"])
        yield f"{label:<18} {name:<9} {columns} {duration(its):6.0f} ms  x{ratio:.2f}"


def faults(label: str, visits: Mapping[str, list[Visit]]) -> Iterator[str]:
    """What to say of a first search that is too heavy or too slow, or that began before the reader did."""
    ours, plain = visits["Canllaw"], visits["Pagefind"]
    if any(visit.before for visit in ours):
        yield f"{label}: something is fetched for the search before the reader goes to it"
    if weight(ours) > BUDGET:
        yield f"{label}: a first search takes {weight(ours):.1f} KiB, over {BUDGET}"
    if duration(ours) > duration(plain) * SLOWER:
        yield f"{label}: the first result comes after {duration(ours):.0f} ms, Pagefind's after {duration(plain):.0f}"


def measure(browser: Browser, home: str, size: int) -> Iterator[str]:
    """Print the table for one site; gives what is wrong."""
    for language in WORDS:
        for head_start in HEAD_STARTS:
            label = f"{size or OWN_GUIDES:>6} {language} {head_start / 1000:>5.0f} s"
            visits = compare(browser, home, language, head_start)
            print(*rows(label, visits), sep="\n", flush=True)
            yield from faults(label.strip(), visits)


def measure_size(browser: Browser, size: int) -> list[str]:
    """Build and measure a site with `size` guides in each language, or the project's own; gives what is wrong."""
    if not size:
        with built_and_served(PROJECT, add_plain_pagefind, CountingHandler) as home:
            return list(measure(browser, home, size))
    with tempfile.TemporaryDirectory() as folder:
        generate(max(size - OWN_GUIDES, 0), Path(folder))
        with built_and_served(Path(folder), add_plain_pagefind, CountingHandler) as home:
            return list(measure(browser, home, size))


def main() -> int:
    """Print the table; the exit code is 1 if a first search is too heavy or too slow."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many guides (default: 0 200 1000)")
    wrong: list[str] = []
    print("guides    head start          before       first        all  (KiB, requests)    first result", flush=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(BROWSER_FLAGS))
        for size in parser.parse_args().sizes:
            wrong += measure_size(browser, size)
        browser.close()
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
