"""A build is silent, repeatable and whole: it ends with a good site in its place, or leaves the last good one there."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from built_site import BASE_PATH, PROJECT, SETTINGS, SITE_URL, BuiltSite, run_mkdocs
from canllaw.search.pagefind import indexed_pages
from canllaw.translation.history import blob_hash
from canllaw.translation.record import with_record

sys.path.insert(0, str(Path(__file__).parent))
from reading import FILE_NAMES, LANGUAGES, attribute, guides, meta, only, say, sources, words_of

_GUIDE = "docs/guides/first-steps/index.md"
_ALIASES = {"en": "guides/how-to-begin/", "cy": "cy/canllawiau/sut-i-ddechrau/"}

# Words that a sort by characters puts elsewhere: each letter of two characters comes after all of its first one.
_IN_WELSH_ORDER = (
    "alaw allan cartref cywir chwaer chwilio dŵr dysgu ddoe eryr fideo fory ffilm ffordd gŵyl lwc llyfr "
    "pwnc pharo rysáit rhestr tywydd theatr"
).split()

_WARN = "import logging; logging.getLogger('mkdocs.late').warning('late warning')"

# Builds the project twice in one process, as the preview does, and once more as if on another day and on one core.
_THREE_BUILDS = """
import os, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
from canllaw import workers
for folder in sys.argv[1:]:
    if folder.endswith("day"):
        os.environ["SOURCE_DATE_EPOCH"] = "1000000000"
        workers.CORES = 1
    config = load_config("mkdocs.yml", site_dir=folder)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
"""


@dataclass(frozen=True)
class Workshop:
    """A copy of the project to try things in, with the good site that was built from it."""

    folder: Path
    built: BuiltSite

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build the copy again, into the same place."""
        return run_mkdocs(self.folder, self.built.root)

    @contextmanager
    def changed(self, name: str, change: Callable[[str], str]) -> Iterator[None]:
        """Have a file of the copy changed for a while."""
        file = self.folder / name
        before = file.read_text(encoding="utf-8")
        file.write_text(change(before), encoding="utf-8")
        assert file.read_text(encoding="utf-8") != before
        try:
            yield
        finally:
            file.write_text(before, encoding="utf-8")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A copy of the project in which a guide has moved in both languages and the glossary has more words."""
    folder = tmp_path_factory.mktemp("workshop")
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    for language, alias in _ALIASES.items():
        guide = folder / "docs/guides/first-steps" / FILE_NAMES[language]
        text = guide.read_text(encoding="utf-8")
        guide.write_text(text.replace("---\n", f"---\naliases: [{alias}]\n", 1), encoding="utf-8")
    source, translation = (folder / "docs/guides/first-steps" / FILE_NAMES[language] for language in ("en", "cy"))
    text = translation.read_text(encoding="utf-8")
    translation.write_text(with_record(text, blob_hash(source.read_bytes())), encoding="utf-8")
    with (folder / "docs/_data/glossary.yml").open("a", encoding="utf-8") as glossary:
        for number, word in enumerate(sorted(_IN_WELSH_ORDER)):
            glossary.write(f"\nword-{number}:\n  en: {{term: word {number}, definition: A word.}}\n")
            glossary.write(f"  cy: {{term: {word}, definition: Gair.}}\n")
    with pytest.MonkeyPatch.context() as patch:
        # Importing the package sets the first for the process of the tests; a build must be as silent without it.
        for name in ("NO_MKDOCS_2_WARNING", "DISABLE_MKDOCS_2_WARNING"):
            patch.delenv(name, raising=False)
        run = run_mkdocs(folder, folder / "site")
    assert run.returncode == 0, run.stdout + run.stderr
    return Workshop(folder, BuiltSite(folder / "site", run.stdout + run.stderr))


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three more builds of the project: "first" and "second" in one process, then "day" on another day."""
    folder = tmp_path_factory.mktemp("again")
    run = subprocess.run(
        [sys.executable, "-c", _THREE_BUILDS, *(str(folder / name) for name in ("first", "second", "day"))],
        cwd=PROJECT,
        env=os.environ | SETTINGS | {"CANLLAW_SITE_URL": SITE_URL, "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def _files(site: Path) -> dict[str, str]:
    """A hash of each file below `site`, by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def _different(one: Path, another: Path) -> list[str]:
    """The paths at which two sites differ."""
    return sorted({path for path, _ in _files(one).items() ^ _files(another).items()})


def test_build_prints_a_summary_and_nothing_else(site: BuiltSite) -> None:
    """A build prints two lines, one in each language: pages, guides without a counterpart, seconds."""
    pages = {language: sum(language in source.editions for source in sources().values()) for language in LANGUAGES}
    without = {language: sum(language not in guide.editions for guide in guides()) for language in LANGUAGES}
    counts = {"english": pages["en"], "welsh": pages["cy"], "no_english": without["en"], "no_welsh": without["cy"]}
    lines = [say("build-summary", language).format(seconds="SECONDS", **counts) for language in LANGUAGES]
    assert re.sub(r"\b\d+\.\d\b", "SECONDS", site.output) == "".join(f"{line}\n" for line in lines)


def test_build_says_nothing_of_mkdocs_2(workshop: Workshop) -> None:
    """The theme's notices about MkDocs 2 do not appear, even where nothing in the environment forbids them."""
    assert "MkDocs" not in workshop.built.output
    assert len(workshop.built.output.splitlines()) == 2


@pytest.mark.parametrize("which", ["first", "second"])
def test_builds_are_byte_identical(site: BuiltSite, again: Path, which: str) -> None:
    """Two builds give the same files, byte for byte, in another process, and as the second build of one process."""
    assert _different(site.root, again / which) == []


def test_builds_do_not_depend_on_the_day_or_the_cores(again: Path) -> None:
    """What is published follows from what was written, not from the day of the build or how many processes share it."""
    assert _different(again / "second", again / "day") == []


def test_pages_do_not_depend_on_where_they_are_built(again: Path) -> None:
    """No published text gives away a folder of the machine that built it."""
    texts = [path for path in (again / "first").rglob("*") if path.suffix in (".html", ".xml", ".css", ".js", ".svg")]
    assert len(texts) > len(sources())
    told = [path for path in texts if any(str(word) in path.read_text(encoding="utf-8") for word in (PROJECT, again))]
    assert told == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_moved_page_is_found_at_its_old_address(workshop: Workshop, language: str) -> None:
    """At an address that a page used to have, a small page in its language leads to where it is now."""
    now = sources()["guides/first-steps"].address(language)
    title = sources()["guides/first-steps"].front(language)["title"]
    page = workshop.built.pages[_ALIASES[language]]
    assert attribute(only(page, "html"), "lang") == language
    assert attribute(only(page, "meta[http-equiv=refresh]"), "content") == f"0; url={BASE_PATH}{now}"
    assert attribute(only(page, "link[rel=canonical]"), "href") == SITE_URL + now
    assert meta(page, "robots") == ["noindex"]
    assert (words_of(only(page, "a")), attribute(only(page, "a"), "href")) == (title, BASE_PATH + now)
    assert say("moved", language) in words_of(only(page, "body"))


def test_moved_page_is_listed_at_its_new_address_only(workshop: Workshop) -> None:
    """Old addresses are neither in the sitemap nor in the search index nor in a link of any page."""
    root = workshop.built.root
    sitemap = (root / "sitemap.xml").read_text(encoding="utf-8")
    found = {page.address for page in [*indexed_pages(root, "en"), *indexed_pages(root, "cy")]}
    for old in _ALIASES.values():
        assert old not in sitemap
        assert "/" + old not in found
        last = old.split("/")[-2]
        assert [a for a, p in workshop.built.pages.items() if p.select(f'[href*="{last}"]')] == []


def test_welsh_words_are_in_welsh_order(workshop: Workshop) -> None:
    """Whatever the order in the file, ch comes after c, dd after d, ff after f, and so on for all Welsh letters."""
    page = workshop.built.pages[sources()["glossary"].address("cy")]
    terms = [str(only(entry, ".cl-term__name").contents[0]).strip() for entry in page.select(".cl-term")]
    assert [term for term in terms if term in _IN_WELSH_ORDER] == _IN_WELSH_ORDER
    letters = [words_of(heading) for heading in page.select(".cl-glossary__letter")]
    assert [letter for letter in letters if len(letter) > 1] == ["Ch", "Dd", "Ff", "Ll", "Ph", "Rh", "Th"]


def _one_more_line(text: str) -> str:
    """A change without which a site that was replaced would look as if it had been left alone."""
    return f"{text}\nOne more line.\n"


@dataclass(frozen=True)
class _Mistake:
    """Something that must stop a build: the file, the change, and what the build then has to say."""

    file: str
    change: Callable[[str], str]
    said: str


_MISTAKES = {
    "unknown tag": _Mistake(_GUIDE, lambda text: text.replace("tags: [", "tags: [inovation, "), f"{_GUIDE}:"),
    "broken link": _Mistake(_GUIDE, lambda text: f"{text}\n[Nowhere](../nowhere/index.md)\n", f"{_GUIDE}:"),
    "words missing in Welsh": _Mistake(
        "docs/_data/interface.yml", lambda text: re.sub(r", cy: Prif ddewislen", "", text), "docs/_data/interface.yml:"
    ),
    "a warning of MkDocs": _Mistake("mkdocs.yml", lambda text: f"{text}\nnav: [missing.md]\n", "missing.md"),
    "a warning after the pages": _Mistake(
        "hooks/search.py",
        lambda text: re.sub(r"\n( +)write_index\(", rf"\n\1{_WARN}\n\1write_index(", text),
        "late warning",
    ),
    "a mistake in a template": _Mistake(
        "overrides/canllaw/footer.html", lambda text: text + "{{ say('no-such-words') }}", "no-such-words"
    ),
    "a mistake in Welsh pages": _Mistake(
        "overrides/canllaw/footer.html",
        lambda text: text + "{{ say('no-such-words') if canllaw.site_language == 'cy' }}",
        "no-such-words",
    ),
    "a warning in the Welsh pass": _Mistake(
        "hooks/figures.py",
        lambda text: text.replace(
            "    setting = setting_of(", f"    if language == 'cy':\n        {_WARN}\n    setting = setting_of("
        ),
        "late warning",
    ),
    "a mistake after the pages": _Mistake(
        "overrides/canllaw/redirect.html", lambda text: text + "{{ canllaw.say('no-such-words') }}", "no-such-words"
    ),
}


@pytest.mark.parametrize("mistake", _MISTAKES.values(), ids=_MISTAKES)
def test_mistake_leaves_the_last_good_site(workshop: Workshop, mistake: _Mistake) -> None:
    """A build that meets a mistake says what it is, ends with 1, and changes nothing in the site that is there."""
    before = _files(workshop.built.root)
    with workshop.changed("docs/about/index.md", _one_more_line), workshop.changed(mistake.file, mistake.change):
        run = workshop.build()
    assert run.returncode == 1, run.stdout + run.stderr
    assert mistake.said in run.stdout + run.stderr
    assert _files(workshop.built.root) == before


def test_problems_are_told_together_and_in_both_languages(workshop: Workshop) -> None:
    """All problems are told in one run, each with its file and line, in English and in Welsh, and no traceback."""
    mistakes = (_MISTAKES["unknown tag"], _MISTAKES["words missing in Welsh"])
    with workshop.changed(mistakes[0].file, mistakes[0].change), workshop.changed(mistakes[1].file, mistakes[1].change):
        run = workshop.build()
    for mistake in mistakes:
        assert re.search(rf"^{re.escape(mistake.said)}\d+ ", run.stderr, re.MULTILINE), run.stderr
    assert "There is no “inovation” to choose" in run.stderr
    assert "Does dim “inovation” i'w ddewis" in run.stderr
    assert "Traceback" not in run.stderr


def test_next_good_build_is_whole(workshop: Workshop) -> None:
    """After a build that failed, and over a site with files that no page needs any more, the next one is as new."""
    before = _files(workshop.built.root)
    extra = workshop.folder / "docs/guides/extra"
    shutil.copytree(workshop.folder / "docs/guides/sharing-openly", extra)
    (extra / "index.cy.md").unlink()
    with workshop.changed("overrides/canllaw/redirect.html", lambda text: text + "{{ canllaw.say('no-such-words') }}"):
        assert workshop.build().returncode == 1
    shutil.rmtree(extra)
    (workshop.built.root / "old").mkdir()
    (workshop.built.root / "old/index.html").write_text("old", encoding="utf-8")
    run = workshop.build()
    assert run.returncode == 0, run.stderr
    assert _files(workshop.built.root) == before


def test_pages_with_an_alias_are_otherwise_the_same(site: BuiltSite, workshop: Workshop) -> None:
    """Stating an old address changes nothing on the page itself."""
    address = sources()["guides/first-steps"].address("cy")
    ours, theirs = (BeautifulSoup(str(s.pages[address]), "html5lib") for s in (site, workshop.built))
    for page in (ours, theirs):
        only(page, ".cl-meanings").decompose()  # the glossary of the other site has more terms
    assert words_of(only(ours, "main")) == words_of(only(theirs, "main"))
