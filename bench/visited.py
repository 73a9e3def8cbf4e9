"""What is measured, and how it is served: pages of each type in both languages, gzipped as their host does it."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generate import PROJECT

sys.path.insert(0, str(PROJECT / "tests"))
from browser_setup import FLAGS as BROWSER_FLAGS
from browser_setup import ensure
from built_site import Handler, run_mkdocs, served

__all__ = ["BROWSER_FLAGS", "PAGES", "GzippingHandler", "built_and_served", "ensure", "served"]

# The type of a page and the language of the site, with the address of one such page.
PAGES = {
    ("guide", "en"): "guides/open-innovation/",
    ("guide", "cy"): "cy/canllawiau/arloesi-agored/",
    ("both", "en"): "guides/open-innovation/side-by-side/",
    ("both", "cy"): "cy/canllawiau/arloesi-agored/ochr-yn-ochr/",
    ("home", "en"): "",
    ("home", "cy"): "cy/",
    ("list", "en"): "guides/",
    ("list", "cy"): "cy/canllawiau/",
    ("browse", "en"): "browse/",
    ("browse", "cy"): "cy/pori/",
    ("tag", "en"): "tags/collaboration/",
    ("tag", "cy"): "cy/tagiau/cydweithio/",
    ("glossary", "en"): "glossary/",
    ("glossary", "cy"): "cy/geirfa/",
    ("search", "en"): "search/",
    ("search", "cy"): "cy/chwilio/",
    ("reuse", "en"): "reuse/",
    ("reuse", "cy"): "cy/ailddefnyddio/",
    ("statement", "en"): "accessibility/",
    ("statement", "cy"): "cy/hygyrchedd/",
    ("404", "en"): "no-such-page/",
    ("404", "cy"): "cy/dim-tudalen-o-gwbl/",
}
_PACKED = {".html", ".css", ".js", ".svg", ".xml", ".txt", ".json"}


class GzippingHandler(Handler):
    """Serves gzipped what a host gzips, keeps connections open, and lets browsers keep files as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  (its name in http.server)
        """Answer with the file, or the index of the folder, or the page for unknown addresses."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.is_file():
            self._send(200, file)
        else:
            self._send(404, Path(self.directory) / "404.html")

    def _send(self, code: int, file: Path) -> None:
        body = file.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(file))
        if file.suffix in _PACKED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def built_and_served(
    project: Path = PROJECT,
    add_to: Callable[[Path], None] = lambda site: None,
    handler: type[Handler] = GzippingHandler,
) -> Iterator[str]:
    """Build the site of `project` for the address at which it is then served; gives that address.

    `add_to` is called with the folder of the site, to put more into it.
    """
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        with served(site, handler) as address:
            run = run_mkdocs(project, site, site_url=address)
            if run.returncode:
                sys.exit(run.stdout + run.stderr)
            add_to(site)
            yield address
