"""Writing into a translation from which text it was made."""

from __future__ import annotations

import re

_RECORD = re.compile(r"^translated_from:.*$", re.MULTILINE)
#: What stands at the top of a file; its first group are the fields.
FRONT_MATTER = re.compile(r"---[^\S\n]*\n(.*?)^---[^\S\n]*$", re.DOTALL | re.MULTILINE)


def with_record(text: str, made_from: str) -> str:
    """The Markdown file `text` with `translated_from: made_from` at its top, and nothing else changed.

    A file without front matter is given back as it is.
    """
    front_matter = FRONT_MATTER.match(text)
    if front_matter is None:
        return text
    line = f"translated_from: {made_from}"
    fields = front_matter[1]
    recorded = _RECORD.sub(line, fields, count=1) if _RECORD.search(fields) else f"{fields}{line}\n"
    return text[: front_matter.start(1)] + recorded + text[front_matter.end(1) :]
