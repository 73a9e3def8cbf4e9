"""How long a text takes to read.

Adults read English non-fiction in silence at 238 words a minute on average (Brysbaert, *Journal of Memory and Language*
109, 2019). We count 200 in both languages: guides are read with thought, and a promise that is kept is worth more.
"""

from __future__ import annotations

import re

from canllaw.content.html_tags import without_comments

WORDS_A_MINUTE = 200

_NOT_READ = re.compile(r"\]\([^()]*+\)|\{[^{}]*+\}|<[^<>]*+>|https?://\S+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def minutes(body: str) -> int:
    """The minutes that the Markdown `body` takes to read, rounded, and at least 1."""
    words = len(_WORD.findall(_NOT_READ.sub(" ", without_comments(body))))
    return max(1, round(words / WORDS_A_MINUTE))
