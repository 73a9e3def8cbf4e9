"""The rules of Canllaw: guides in two languages, read once, and everything computed from them.

Nothing here imports MkDocs or its theme; the files beside this package translate their events into calls.
"""

import os

# Importing the theme prints a notice about the future of MkDocs. pyproject.toml answers it with `mkdocs<2`,
# so editors need not read it at each build. This package is imported before the theme (see `slugify` in mkdocs.yml).
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
