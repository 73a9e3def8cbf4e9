"""Weighs pages as a browser loads them: `make weight` prints a table and fails where a page is over its budget.

For 20, 200 and 1,000 guides in each language the site is built and served gzipped, as its host does it; Chromium, as
wide as a phone, loads each type of page without a cache, and what came over the wire is added up. KiB of 1,024 bytes.
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generate import PROJECT, generate
from playwright.sync_api import Browser, Response, sync_playwright

sys.path.insert(0, str(PROJECT / "tests"))
from browser_setup import ensure

SIZES = (20, 200, 1000)
OWN_GUIDES = 12
KIB = 1024
PACKED = {".html", ".css", ".js", ".svg", ".xml", ".json"}
BROWSER_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")

# KiB in all and of scripts, for each type of page. Guides are to stay flat; lists grow with what they list.
BUDGETS = {
    "guide": (45, 15),
    "glossary": (45, 15),
    "search": (45, 15),
    "page": (45, 15),
    "home": (60, 15),
    "list": (130, 15),
}
PAGES = {
    ("guide", "en"): "guides/open-innovation/",
    ("guide", "cy"): "cy/canllawiau/arloesi-agored/",
    ("home", "en"): "",
    ("home", "cy"): "cy/",
    ("list", "en"): "guides/",
    ("list", "cy"): "cy/canllawiau/",
    ("glossary", "en"): "glossary/",
    ("glossary", "cy"): "cy/geirfa/",
    ("search", "en"): "search/",
    ("search", "cy"): "cy/chwilio/",
    ("page", "en"): "accessibility/",
    ("page", "cy"): "cy/hygyrchedd/",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves gzipped what a host gzips."""

    def do_GET(self) -> None:
        """Answer with the file, or the index of the folder."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in PACKED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the served site."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def build(count: int, folder: Path) -> Path:
    """Build a site with `count` guides in each language in `folder`; gives where it is."""
    generate(max(count - OWN_GUIDES, 0), folder)
    mkdocs = Path(sys.executable).with_name("mkdocs")
    subprocess.run([str(mkdocs), "build"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "site"


def weigh(browser: Browser, address: str) -> Counter[str]:
    """Bytes that a first visit to `address` brings over the wire, by kind and in all, with the number of requests."""
    weights: Counter[str] = Counter()
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()

    def note(response: Response) -> None:
        size = int(response.headers.get("content-length", 0))
        weights.update({response.request.resource_type: size, "all": size, "requests": 1})

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    context.close()
    return weights


def main() -> int:
    """Print the table; the exit code is 1 if a page is over its budget."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many guides (default: 20 200 1000)")
    chosen = parser.parse_args()
    over = 0
    print("guides  page      KiB:   all   HTML    CSS     JS   font pictures  requests")
    executable = ensure()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(BROWSER_FLAGS))
        for size in chosen.sizes:
            with tempfile.TemporaryDirectory() as folder, served(build(size, Path(folder))) as home:
                for (kind, language), address in PAGES.items():
                    weights = weigh(browser, home + address)
                    budget, script_budget = BUDGETS[kind]
                    too_heavy = weights["all"] > budget * KIB or weights["script"] > script_budget * KIB
                    over += too_heavy
                    kinds = ("all", "document", "stylesheet", "script", "font")
                    columns = " ".join(f"{weights[name] / KIB:6.1f}" for name in kinds)
                    note = f"  over {budget} KiB, or {script_budget} of scripts" if too_heavy else ""
                    print(
                        f"{size:>6}  {kind:<9} {language:<3} {columns} {weights['image'] / KIB:8.1f}"
                        f"  {weights['requests']:>8}{note}"
                    )
        browser.close()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
