"""A site whose every word is an attack: what could do harm is refused, and the rest does none, policy or not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from browser.visits import Watch
from built_site import PROJECT, BuiltSite, run_mkdocs, served
from canllaw import build, problems
from canllaw.markup.safety import clean
from cases import lay_out
from hostile import INERT, REFUSED, REFUSED_DATA, SUM, SVGS, WORDS, inert_site, refused_files

_TEXTS = {".html", ".xml", ".css"}
# Data for search engines are no script, whatever stands in them.
# All that a browser could run or be sent to by the parsed page: handlers, scripts, frames, addresses of other kinds.
_RUNNING = """() => [...document.querySelectorAll("*")].flatMap((element) => [
  ...(element.matches("script:not([src], [type='application/ld+json']), style, iframe, object, embed")
    || element.matches("base, form:not([role=search])")
    ? [element.outerHTML] : []),
  ...[...element.attributes]
    .filter(({ name, value }) => /^on|^style$|^srcdoc$/.test(name)
      || (/^(href|src|action|formaction|data|ping|xlink:href)$/.test(name)
        && !["http:", "https:", "mailto:", "tel:"].includes(new URL(value, location.href).protocol)))
    .map(({ name, value }) => `${name}=${value}`),
])"""
_EAGERLY = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true
  for (const image of document.images) image.loading = "eager"
  return Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})))
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The hostile site, as the project's own hooks and templates build it."""
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("hooks", "overrides"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    lay_out(inert_site(), folder / "docs")
    run = run_mkdocs(folder, folder / "site")
    assert run.returncode == 0, run.stdout + run.stderr
    return BuiltSite(folder / "site", run.stdout + run.stderr)


@pytest.fixture(scope="module")
def hostile_server(hostile: BuiltSite) -> Iterator[str]:
    """Its address."""
    with served(hostile.root) as address:
        yield address


@pytest.fixture(params=[False, True], ids=["with-policy", "without-policy"])
def harmed(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Page, list[str]]]:
    """A page on which `harm()` and dialogs are noted, with the list of them; once with its policy, once without."""
    context = browser.new_context(bypass_csp=request.param)
    context.set_default_timeout(5000)
    noted: list[str] = []
    _note_harm(context, noted)
    yield context.new_page(), noted
    context.close()


def _note_harm(context: BrowserContext, noted: list[str]) -> None:
    context.expose_binding("harm", lambda source: noted.append(f"ran on {source['frame'].url}"))

    def dialog(shown: Dialog) -> None:
        noted.append(f"dialog: {shown.message}")
        shown.dismiss()

    context.on("dialog", dialog)


def test_hostile_site_is_built_silently(hostile: BuiltSite) -> None:
    """Words that attack are no reason to stop, to warn, or to work out what stands in templates' signs."""
    assert len(hostile.output.splitlines()) == 2
    texts = {path: path.read_text(encoding="utf-8") for path in hostile.root.rglob("*") if path.suffix in _TEXTS}
    assert len(texts) > 20
    assert [str(path) for path, text in texts.items() if SUM in text or "root:x:" in text] == []
    assert any("7191*7" in text for text in texts.values())


def test_nothing_of_a_hostile_site_runs(
    harmed: tuple[Page, list[str]], hostile: BuiltSite, hostile_server: str
) -> None:
    """On no page, in either language, does anything run or fetch that words, pictures or names have brought there."""
    page, noted = harmed
    watch = Watch(page.context)
    found = {}
    for address in [*hostile.pages, "nothing/here"]:
        page.goto(hostile_server + address, wait_until="load")
        if to := hostile.pages[address].select_one("meta[http-equiv=refresh]") if address in hostile.pages else None:
            page.wait_for_url("**" + str(to["content"]).removeprefix("0; url="))
            continue
        page.evaluate(_EAGERLY)
        if running := page.evaluate(_RUNNING):
            found[address] = running
    for picture in hostile.root.glob("guides/guide-0/*.svg"):
        page.goto(hostile_server + quote(picture.relative_to(hostile.root).as_posix()), wait_until="load")
    assert found == {}
    assert noted == []
    assert [url for url in watch.asked if not url.startswith(hostile_server)] == []
    assert watch.problems == []


@pytest.mark.parametrize("search", ["search/", "cy/search-cy/"])
def test_search_for_attacks_runs_nothing(harmed: tuple[Page, list[str]], hostile_server: str, search: str) -> None:
    """Neither what a reader is led to search for, nor what is then found, runs or fetches anything."""
    page, noted = harmed
    watch = Watch(page.context)
    found = 0
    for query in ("harmless", *WORDS[::8]):
        page.goto(f"{hostile_server}{search}?q={quote(query, safe='')}", wait_until="load")
        page.locator(".cl-search[aria-busy=false] .cl-search__status:not(:empty)").wait_for()
        found += page.locator(".cl-search__result").count()
        assert page.locator("input[name=q]").first.input_value() == query.strip()
        assert page.evaluate(_RUNNING) == []
    assert found
    assert noted == []
    assert [url for url in watch.asked if not url.startswith(hostile_server)] == []
    assert watch.problems == []


def test_what_is_published_of_refused_words_runs_nothing(browser: Browser) -> None:
    """Even if no check had refused them, nothing of the attacks would be left in the page by the last word on it."""
    settings = load_config(str(PROJECT / "mkdocs.yml"))
    context = browser.new_context(bypass_csp=True)
    noted: list[str] = []
    _note_harm(context, noted)
    page, watch = context.new_page(), Watch(context)
    page.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto("http://127.0.0.1/")
    for text in (*REFUSED, *INERT, *WORDS, *SVGS):
        html = Markdown(extensions=settings.markdown_extensions, extension_configs=settings.mdx_configs).convert(text)
        page.set_content(f"<!doctype html><main>{clean(html)}</main><main>{clean(text)}</main>")
        page.evaluate(_EAGERLY)
        assert page.evaluate(_RUNNING) == [], text
    context.close()
    assert noted == []
    assert [url for url in watch.asked if not url.startswith("http://127.0.0.1/")] == []


def test_what_could_do_harm_is_refused(tmp_path: Path) -> None:
    """Each attack that is more than words has its Problem, where it stands, and all are told in one run."""
    files, expected = dict(inert_site()), {}
    for more, path, codes in refused_files():
        files |= more
        expected[f"docs/{path}"] = codes
    found: dict[str, set[str]] = {}
    problems_found = build.read(lay_out(files, tmp_path / "docs")).problems
    for problem in problems_found:
        found.setdefault(problem.path, set()).add(problem.code)
    assert found == expected
    assert problems.as_text(problems_found)


@pytest.mark.parametrize("name", REFUSED_DATA)
def test_data_that_could_do_harm_is_refused(name: str, tmp_path: Path) -> None:
    """So has each attack in a place of the data files that holds more than words."""
    text, code = REFUSED_DATA[name]
    found = build.read(lay_out({**inert_site(), name: text}, tmp_path / "docs")).problems
    assert {problem.code for problem in found if problem.path == f"docs/{name}"} == {code}
