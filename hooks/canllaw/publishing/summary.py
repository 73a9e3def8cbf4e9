"""The few lines that a build prints."""

from __future__ import annotations

import time

from canllaw.build import Build
from canllaw.language import LANGUAGES


def of(build: Build) -> str:
    """What was built and how long it took, in both languages."""
    pages, guides = build.library.pages.values(), build.library.guides
    counts = {
        "english": sum("en" in page.editions for page in pages),
        "welsh": sum("cy" in page.editions for page in pages),
        "no_welsh": sum("cy" not in guide.editions for guide in guides),
        "no_english": sum("en" not in guide.editions for guide in guides),
        "seconds": f"{time.monotonic() - build.started:.1f}",
    }
    return "\n".join(build.words.say("build-summary", language, **counts) for language in LANGUAGES)
