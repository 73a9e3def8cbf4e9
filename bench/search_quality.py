"""How well the search knows Welsh: `make search-quality DATA=folder` prints recall, precision and MAP.

`folder/documents.jsonl` holds sentences (`id`, `text`), each of which becomes a page of a Welsh site that is indexed
as the real one is; `folder/queries.jsonl` holds words (`id`, `bucket`, `query`, `relevant`), which are searched for in
Chromium with the module that our pages use. Beside it stand Pagefind alone, and the pages that hold the very word.
Means over queries: R, how much of what is relevant was found; P, how much of what was found is relevant (of queries
that found something); MAP10, the mean average precision of the first ten.
"""

from __future__ import annotations

import argparse
import html
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from statistics import fmean
from typing import Any

from generate import PROJECT
from playwright.sync_api import sync_playwright
from visited import BROWSER_FLAGS, GzippingHandler, ensure

from canllaw.search.pagefind import index_site
from canllaw.search.shards import write_shards
from canllaw.search.tokens import normal, words_and_terms
from canllaw.vocabulary.glossary import Glossary

sys.path.insert(0, str(PROJECT / "tests"))
from built_site import BASE_PATH, served

FIRST = 10
AT_ONCE = 250
SYSTEMS = ("Canllaw", "Pagefind", "exact word")
TARGETS = {("ALL", "R"): 0.955, ("ALL", "P"): 0.91, ("ALL", "MAP10"): 0.94, ("a_mutated", "R"): 0.99}
MEASURES = ("R", "P", "MAP10")
_UNTOUCHED = "e_control"  # words without other forms, which our search must find as well as one for the very word

_PAGE = """<!doctype html>
<html lang="cy"><head><meta charset="utf-8"><title>{id}</title></head>
<body><p data-pagefind-body>{text}</p></body></html>
"""
_OURS = """async (queries) => {
  const { search } = await import(new URL("../assets/javascripts/canllaw/search.js", location.href))
  const answers = []
  for (const query of queries) {
    const { results } = await search(query, { language: "cy", limit: 2000 })
    answers.push(results.map(({ url }) => url))
  }
  return answers
}"""
_PAGEFIND = """async (queries) => {
  const pagefind = await import(new URL("../pagefind/cy/pagefind.js", location.href))
  const answers = []
  for (const query of queries) {
    const { results } = await pagefind.search(query)
    answers.push((await Promise.all(results.map((result) => result.data()))).map(({ url }) => url))
  }
  return answers
}"""

Answers = Mapping[str, list[str]]


@dataclass(frozen=True)
class Query:
    """A word that is typed, and the documents in which it stands in one of its forms."""

    id: str
    bucket: str
    query: str
    relevant: frozenset[str]


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects in a file with one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@contextmanager
def site_of(documents: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Serve a Welsh site with a page for each document; gives its address, and the document of each page's path."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        pages = {}
        for number, (identity, text) in enumerate(documents.items()):
            page = site / f"cy/{number}/index.html"
            page.parent.mkdir(parents=True)
            page.write_text(_PAGE.format(id=html.escape(identity), text=html.escape(text)), encoding="utf-8")
            pages[f"cy/{number}/"] = identity
        for name in ("cy/index.html", "404.html"):
            site.joinpath(name).write_text(
                _PAGE.format(id="", text="").replace(" data-pagefind-body", ""), encoding="utf-8"
            )
        copytree(PROJECT / "overrides/assets/javascripts", site / "assets/javascripts")
        began = time.perf_counter()
        index_site(site)
        write_shards(site, Glossary({}))
        print(f"{len(documents)} documents indexed in {time.perf_counter() - began:.1f} s", flush=True)
        with served(site, GzippingHandler) as address:
            yield address, pages


def ask(address: str, pages: Mapping[str, str], queries: list[Query]) -> dict[str, dict[str, list[str]]]:
    """What each of the searches that run in a browser finds, best first, by the query's id."""
    answers: dict[str, dict[str, list[str]]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(BROWSER_FLAGS))
        for name, script in (("Canllaw", _OURS), ("Pagefind", _PAGEFIND)):
            began = time.perf_counter()
            page = browser.new_page()
            page.goto(f"{address}cy/")
            found: list[list[str]] = []
            for start in range(0, len(queries), AT_ONCE):
                found += page.evaluate(script, [query.query for query in queries[start : start + AT_ONCE]])
            page.close()
            answers[name] = {
                query.id: [pages[url.removeprefix(BASE_PATH)] for url in urls]
                for query, urls in zip(queries, found, strict=True)
            }
            print(f"{name}: {(time.perf_counter() - began) / len(queries) * 1000:.1f} ms a query", flush=True)
        browser.close()
    return answers


def exact(documents: Mapping[str, str], queries: Iterable[Query]) -> dict[str, list[str]]:
    """The documents in which the very word stands."""
    holders: dict[str, list[str]] = defaultdict(list)
    for identity, text in documents.items():
        for word in dict.fromkeys(word for word, _ in words_and_terms(text)):
            holders[word].append(identity)
    return {query.id: holders.get(normal(query.query), []) for query in queries}


def measured(queries: Iterable[Query], answers: Answers) -> dict[str, dict[str, float]]:
    """The means for each bucket and for all queries."""
    values: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for query in queries:
        found = answers[query.id]
        for bucket in (query.bucket, "ALL"):
            values[bucket]["R"].append(len(query.relevant & set(found)) / len(query.relevant))
            if found:
                values[bucket]["P"].append(len(query.relevant & set(found)) / len(set(found)))
            values[bucket]["MAP10"].append(average_precision(query.relevant, found))
    return {
        bucket: {"n": len(of["R"]), **{measure: fmean(of[measure] or [0]) for measure in MEASURES}}
        for bucket, of in sorted(values.items())
    }


def average_precision(relevant: frozenset[str], found: list[str]) -> float:
    """The precision at each relevant one of the first ten, over as many as could be there."""
    places = [place for place, identity in enumerate(found[:FIRST], 1) if identity in relevant]
    return sum(hits / place for hits, place in enumerate(places, 1)) / min(FIRST, len(relevant))


def missed(tables: Mapping[str, Mapping[str, Mapping[str, float]]]) -> list[str]:
    """What to say of each target that was not reached."""
    ours = tables["Canllaw"]
    aims = {aim: least for aim, least in TARGETS.items() if aim[0] in ours}
    if _UNTOUCHED in ours:
        aims |= {(_UNTOUCHED, measure): tables["exact word"][_UNTOUCHED][measure] for measure in ("R", "MAP10")}
    return [
        f"{bucket}: {measure} is {ours[bucket][measure]:.3f}, and should be {least:.3f}"
        for (bucket, measure), least in aims.items()
        if round(ours[bucket][measure], 3) < round(least, 3)
    ]


def main() -> int:
    """Print the table; the exit code is 1 if a target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder with documents.jsonl and queries.jsonl")
    parser.add_argument("--answers", type=Path, help="file in which to keep what was found, as JSON")
    options = parser.parse_args()
    documents = {line["id"]: line["text"] for line in lines(options.data / "documents.jsonl")}
    queries = [
        Query(line["id"], line["bucket"], line["query"], frozenset(line["relevant"]))
        for line in lines(options.data / "queries.jsonl")
    ]
    with site_of(documents) as (address, pages):
        answers = ask(address, pages, queries) | {"exact word": exact(documents, queries)}
    if options.answers:
        options.answers.write_text(json.dumps(answers["Canllaw"]), encoding="utf-8")
    tables = {system: measured(queries, answers[system]) for system in SYSTEMS}
    print(f"{'':18}{'':>6}" + "".join(f"  {system:<20}" for system in SYSTEMS))
    print(f"{'bucket':18}{'n':>6}" + "".join(f"  {measure:>6}" for _ in SYSTEMS for measure in MEASURES))
    for bucket, row in tables["Canllaw"].items():
        values = "".join(f"  {tables[system][bucket][measure]:6.3f}" for system in SYSTEMS for measure in MEASURES)
        print(f"{bucket:18}{row['n']:6.0f}{values}")
    print(*missed(tables), sep="\n")
    return 1 if missed(tables) else 0


if __name__ == "__main__":
    sys.exit(main())
