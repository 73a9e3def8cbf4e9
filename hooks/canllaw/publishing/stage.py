"""Building beside the last good site, so that a build that fails leaves it in place."""

from __future__ import annotations

import shutil
from pathlib import Path


def beside(site: Path) -> Path:
    """The folder in which to build what is to become `site`."""
    return site.with_name(f".{site.name}-building")


def put_in_place(stage: Path) -> None:
    """Let the finished site in `stage` take the place of the one that it was built for."""
    site = stage.with_name(stage.name.removeprefix(".").removesuffix("-building"))
    last = site.with_name(f".{site.name}-last")
    shutil.rmtree(last, ignore_errors=True)
    if site.exists():
        site.rename(last)
    stage.rename(site)
    shutil.rmtree(last, ignore_errors=True)
