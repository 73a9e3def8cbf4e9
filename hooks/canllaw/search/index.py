"""All that the search of a site needs: made for each language by itself, and only where a page of it has changed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from canllaw.cache import digest_of, keep, look
from canllaw.code import code
from canllaw.language import LANGUAGES, Language
from canllaw.search import pagefind, shards
from canllaw.vocabulary.glossary import Glossary
from canllaw.workers import shared


def write_index(site: Path, glossary: Glossary, root: Path) -> None:
    """Write the index, and the words of `glossary` and of the pages below `site`, below `site`.

    What an earlier build of the project at `root` wrote for the same pages is not made again. Raises IndexingError.
    """
    keys = {language: _key(site, language, glossary) for language in LANGUAGES}
    before = {language: look(root, key) for language, key in keys.items()}
    anew = [language for language in LANGUAGES if before[language] is None]
    pagefind.index_site(site, anew)

    def finish(language: Language) -> None:
        shards.write_shards(site, glossary, [language])
        keep(root, keys[language], _packed(site, language))

    shared(finish, anew)
    for data in filter(None, before.values()):
        with zipfile.ZipFile(BytesIO(data)) as packed:
            packed.extractall(site)


def _key(site: Path, language: Language, glossary: Glossary) -> bytes:
    parts: list[str | bytes] = [code(), glossary.model_dump_json()]
    for page in sorted(pagefind.pages_of(site, language)):
        parts += [page.relative_to(site).as_posix(), page.read_bytes()]
    return f"search {language} {digest_of(*parts)}".encode()


def _packed(site: Path, language: Language) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for path in _files(site, language):
            file.write(path, path.relative_to(site))
    return packed.getvalue()


def _files(site: Path, language: Language) -> Iterator[Path]:
    yield from (path for path in (site / pagefind.FOLDER / language).rglob("*") if path.is_file())
    yield from (site / shards.FOLDER / language).iterdir()
    yield site / shards.FOLDER / f"{language}.json"
