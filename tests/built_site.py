"""A site as the build leaves it, for tests to read: parsed pages, and a server that is as plain as any host's."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

PROJECT = Path(__file__).parent.parent
BASE_PATH = "/repository/"
SITE_URL = f"https://example.org{BASE_PATH}"
REPOSITORY = "https://github.com/example/repository"
EMAIL = "canllaw@example.org"
#: What the workflow that publishes states of a fork, so that the links that depend on it are tested.
SETTINGS = {
    "CANLLAW_REPO_URL": REPOSITORY,
    "CANLLAW_EDIT_URI": "edit/main/docs/",
    "CANLLAW_FEEDBACK_EMAIL": EMAIL,
}


@dataclass(frozen=True)
class BuiltSite:
    """The folder of a built site, and what the build printed."""

    root: Path
    output: str

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page but the 404, by its address from the site's root ("guides/first-steps/", "" for the home page)."""
        return {
            path.parent.relative_to(self.root).as_posix().removeprefix(".")
            + ("/" if path.parent != self.root else ""): (BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib"))
            for path in sorted(self.root.rglob("index.html"))
        }

    @cached_property
    def redirects(self) -> set[str]:
        """The addresses of the pages that only lead on."""
        return {address for address, page in self.pages.items() if page.select("meta[http-equiv=refresh]")}

    @cached_property
    def not_found(self) -> BeautifulSoup:
        """The 404 page."""
        return BeautifulSoup(self.root.joinpath("404.html").read_text(encoding="utf-8"), "html5lib")

    def of_language(self, language: str) -> dict[str, BeautifulSoup]:
        """The pages of the site in `language`."""
        return {
            address: page for address, page in self.pages.items() if address.startswith("cy/") == (language == "cy")
        }


def run_mkdocs(project: Path, site: Path, *options: str, site_url: str = SITE_URL) -> subprocess.CompletedProcess[str]:
    """Build the project in the folder `project` into `site` as a user does, with the command `mkdocs build`."""
    environment = os.environ | SETTINGS | {"CANLLAW_SITE_URL": site_url, "PYTHONIOENCODING": "utf-8"}
    environment.pop("GITHUB_ACTIONS", None)
    command = [str(Path(sys.executable).with_name("mkdocs")), "build", "--site-dir", str(site), *options]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below the base path, and its 404 page for everything else, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        """The file, or the folder, at an address below the base path."""
        path = urlsplit(path).path
        if not path.startswith(BASE_PATH):
            return os.devnull + "/none"
        return super().translate_path("/" + path.removeprefix(BASE_PATH))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the page for unknown addresses."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(root: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve the site in `root`; gives the address of its home page, with the base path."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
