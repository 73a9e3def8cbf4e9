"""What many tests share: the site built once, a server, a browser, and sites drawn in the test itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from behind import Project
from browser_setup import FLAGS, ensure
from built_site import PROJECT, BuiltSite, run_mkdocs, served


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options for changes that are meant: to the site's furniture, and to how diagrams are drawn."""
    parser.addoption("--update-trees", action="store_true", help="write tests/browser/trees/ anew")
    parser.addoption("--update-golden", action="store_true", help="write tests/canllaw/diagrams/golden/ anew")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> BuiltSite:
    """The project's own site, built below a base path, once for all processes that run the tests."""
    folder = tmp_path_factory.getbasetemp().parent / f"built-{testrun_uid}"
    folder.mkdir(exist_ok=True)
    root, said = folder / "site", folder / "said"
    with FileLock(folder / "lock"):
        if not said.exists():
            run = run_mkdocs(PROJECT, root)
            assert run.returncode == 0, run.stdout + run.stderr
            said.write_text(run.stdout + run.stderr, encoding="utf-8")
    return BuiltSite(root, said.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def server(site: BuiltSite) -> Iterator[str]:
    """The address of the served site, with its base path."""
    with served(site.root) as address:
        yield address


@pytest.fixture(scope="session")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small site whose translations are in every state there is, with its history, built."""
    project = Project(tmp_path_factory.mktemp("behind") / "project")
    project.build()
    return project


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser; where none can be had the tests fail and say what to do."""
    executable = ensure()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page of 1280 by 900, without a past."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def draw(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Writes a project's `docs` from a mapping of paths to contents; gives its folder.

    The project's own data files are there unless the mapping brings others.
    """

    def drawn(files: Mapping[str, str | bytes]) -> Path:
        docs = tmp_path / "docs"
        data = {
            f"_data/{path.relative_to(PROJECT / 'docs/_data').as_posix()}": path.read_bytes()
            for path in (PROJECT / "docs/_data").rglob("*")
            if path.is_file()
        }
        for name, content in {**data, **files}.items():
            target = docs / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return docs

    return drawn
