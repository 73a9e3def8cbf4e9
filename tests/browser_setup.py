"""Finds a browser for the tests, and gets one where there is none.

`python tests/browser_setup.py` prints where it is, or says what to do and ends with 1. The order: the one
in `CHROMIUM`, an installed Chromium, Chrome or Edge, the one that Playwright brings, and last the system's package.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import system_packages

# QUIC would pass by the tests' server, and what a browser fetches for itself would be counted with the page.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
HELP = (
    "The tests need a browser, and none could be found or installed.\n"
    "Install Chromium or Google Chrome, or set CHROMIUM to the path of one, and run the command again.\n"
    "Mae angen porwr ar y profion, ac ni chafwyd hyd i un na gosod un.\n"
    "Gosodwch Chromium neu Google Chrome, neu rhowch lwybr un yn CHROMIUM, a rhedwch y gorchymyn eto."
)


class NoBrowserError(Exception):
    """There is no browser and none can be had; the message says what to do."""


def installed() -> Path | None:
    """A browser that is on this machine, or None."""
    chosen = os.environ.get("CHROMIUM")
    candidates = [chosen] if chosen else [*map(shutil.which, _COMMANDS), *_PLACES]
    found = next((Path(path) for path in candidates if path and Path(path).is_file()), None)
    return found or (None if chosen else _of_playwright())


def ensure() -> Path:
    """A browser, installed now if need be. Raises NoBrowserError."""
    found = installed()
    for install in [] if found or os.environ.get("CHROMIUM") else [_with_playwright, _with_apt]:
        install()
        found = installed()
        if found:
            break
    if found is None:
        raise NoBrowserError(HELP)
    return found


def _of_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def _with_playwright() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _with_apt() -> None:
    system_packages.install("chromium")


if __name__ == "__main__":
    try:
        print(ensure())
    except NoBrowserError as error:
        sys.exit(str(error))
