"""How well and how cheaply the site's own search box finds a work: queries made from the corpus, typed in Chromium.

python -m benchmarks.search [--site site] [--queries 60] [--json]       the built site
python -m benchmarks.search --works 5000 [--queries 60] [--json]        a synthetic survey of that many works

The queries of each kind are taken evenly from the works in key order: fragments of titles, first authors, names of
methods (titles of the form "X: …"), arXiv ids, citation keys, whole titles. A query finds its work where a result
leads to the work's page; an author's name finds the author's page or any work of theirs. The synthetic survey is the
shipped one with mixtures of its works. What is transferred is gzipped by the server, as hosts do.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks._served import served
from generator.search.words import folded

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@dataclass(frozen=True)
class Query:
    """What is typed, and the pages of which one should be found."""

    kind: str
    text: str
    pages: frozenset[str]


def queries(works: list[dict[str, Any]], number: int) -> list[Query]:
    """Up to `number` queries of each kind, taken evenly."""
    page = {work["key"]: f"{work['address']}/" for work in works}
    by_author: defaultdict[str, set[str]] = defaultdict(set)
    by_title: defaultdict[str, set[str]] = defaultdict(set)
    for work in works:
        by_title[work["title"]].add(page[work["key"]])
        for name in work["authors"]:
            by_author[name].add(page[work["key"]])
    found: defaultdict[str, list[Query]] = defaultdict(list)
    for index, work in enumerate(works):
        own = frozenset([page[work["key"]]])
        words = re.sub(r"\$[^$]*\$", " ", work["title"]).split()
        length = min(2 + index % 4, len(words))
        start = (index * 7) % (len(words) - length + 1)
        fragment = " ".join(words[start : start + length]).strip(" :,.()")
        same = (
            frozenset(page[other["key"]] for other in works if fragment.casefold() in other["title"].casefold()) | own
        )
        found[f"{length} words of the title" if length < 6 else "title"].append(Query("", fragment, same))
        found["whole title"].append(Query("", work["title"].replace("$", ""), frozenset(by_title[work["title"]])))
        if work["authors"]:
            own_page = f"authors/{slug(work['authors'][0])}/"
            found["author"].append(Query("", work["authors"][0], frozenset(by_author[work["authors"][0]]) | {own_page}))
        method = re.match(r"([^\s:]*[A-Z0-9][^\s:]*):\s", work["title"])
        if method and len(method[1]) > 2:
            same = frozenset(
                page[other["key"]]
                for other in works
                if method[1].casefold() in other["title"].casefold().split(":")[0].split()
            )
            found["method name"].append(Query("", method[1], same | own))
        if work["arxiv"]:
            found["arXiv id"].append(Query("", work["arxiv"], own))
        found["citation key"].append(Query("", work["key"], own))
    return [
        Query(kind, query.text, query.pages)
        for kind, all_ in sorted(found.items())
        for query in all_[:: max(1, len(all_) // number)][:number]
    ]


def slug(name: str) -> str:
    """The address of an author's page, in the plain cases."""
    return "-".join(folded(name).split())


def works_of(site: Path) -> list[dict[str, Any]]:
    """Key, title, authors, arXiv id and address of the works of a built site."""
    from generator.file_names import file_name

    data = json.loads((site / "data/survey.json").read_text(encoding="utf-8"))
    return [
        {
            "key": work["key"],
            "title": work["title"],
            "authors": [
                f"{name['given']} {name.get('particle', '')} {name['family']}".replace("  ", " ").strip()
                for name in work["authors"]
            ],
            "arxiv": work["identifiers"]["arxiv"],
            "address": f"papers/{file_name(work['key'])}",
        }
        for work in data["works"]
    ]


# The search is asked as its box asks it; what it answers is in the order in which the list shows it.
ASK = """async text => {
  const { hits } = await window.survey.search("ask", text);
  return hits.slice(0, 5).map(hit => `${hit.address}/`);
}"""
LETTERS = """async text => {
  const times = [];
  for (let end = 1; end <= text.length; end++) {
    const started = performance.now();
    await window.survey.search("ask", text.slice(0, end));
    times.push(performance.now() - started);
  }
  return times;
}"""
TYPED = ("reasoning in language models", "Percy Liang", "Brown et al., 2020", "trasnformer", "2303.09752")


def measure(folder: Path, asked: list[Query]) -> tuple[dict[str, Any], list[str]]:
    """Per kind the share found first and in the first five; bytes and seconds up to the first result; what was not found first."""
    from playwright.sync_api import sync_playwright

    first: defaultdict[str, list[bool]] = defaultdict(list)
    five: defaultdict[str, list[bool]] = defaultdict(list)
    missed = []
    with served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        page = browser.new_page()
        received: defaultdict[bool, int] = defaultdict(int)  # bytes, by whether they are the search's

        def count(response: Any) -> None:
            received["/search/" in response.url] += int(response.headers.get("content-length", 0))

        page.context.on("response", count)
        page.goto(address + "method/" if (folder / "method").is_dir() else address, wait_until="networkidle")
        started = page.evaluate("performance.now()")
        page.click("[data-survey-search]")
        page.fill("[data-survey-search]", asked[0].text)
        page.wait_for_selector("[data-survey-results] a", timeout=60_000)
        seconds = (page.evaluate("performance.now()") - started) / 1000
        cost, loaded = received[True], received[False]
        for query in asked:
            results = page.evaluate(ASK, query.text)
            first[query.kind].append(bool(results) and results[0] in query.pages)
            five[query.kind].append(any(result in query.pages for result in results))
            if not first[query.kind][-1]:
                missed.append(f"{query.kind}: {query.text!r} gave {results[:2]}")
        letters = sorted(time for text in TYPED for time in page.evaluate(LETTERS, text))
        browser.close()
    kinds = {
        kind: {
            "queries": len(first[kind]),
            "first": sum(first[kind]) / len(first[kind]),
            "in five": sum(five[kind]) / len(five[kind]),
        }
        for kind in first
    }
    everything = [hit for hits in first.values() for hit in hits], [hit for hits in five.values() for hit in hits]
    kinds["all"] = {
        "queries": len(asked),
        "first": sum(everything[0]) / len(asked),
        "in five": sum(everything[1]) / len(asked),
    }
    return {
        "kinds": kinds,
        "page (kB)": loaded / 1000,
        "search (kB)": cost / 1000,
        "first result (s)": seconds,
        "keystroke (ms)": letters[len(letters) // 2],
        "keystroke, 95th (ms)": letters[int(len(letters) * 0.95)],
    }, missed


def synthetic(folder: Path, number: int) -> tuple[Path, list[dict[str, Any]]]:
    """A survey of `number` works, as benchmarks/explorer.py mixes them: its front page and its search."""
    from benchmarks.explorer import build, made
    from generator.pages.site import Site
    from generator.pipeline import survey_of

    survey = made(survey_of(ROOT), number)
    found = Site(survey)
    return build(folder, survey), [
        {
            "key": work.key,
            "title": work.shown_title,
            "authors": [name.as_first_last for name in work.authors],
            "arxiv": None,  # made works have those of the works that they are mixed of
            "address": found.places.script_page(work.key),
        }
        for work in survey.works.values()
    ]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--works", type=int, default=0, help="measure a synthetic survey of that many works instead")
    parser.add_argument("--queries", type=int, default=60, help="of each kind (default: 60)")
    parser.add_argument("--missed", action="store_true", help="list what was not found first")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder, works = (
            synthetic(Path(scratch), arguments.works) if arguments.works else (arguments.site, works_of(arguments.site))
        )
        result, missed = measure(folder, queries(works, arguments.queries))
    if arguments.json:
        print(json.dumps(result))
        return 0
    print(f"{'query':<22}{'queries':>8}{'first':>8}{'in five':>9}")
    for kind, row in result["kinds"].items():
        print(f"{kind:<22}{row['queries']:>8}{row['first']:>8.0%}{row['in five']:>9.0%}")
    cost, seconds, page = result["search (kB)"], result["first result (s)"], result["page (kB)"]
    print(
        f"transferred for the first result: {cost:.0f} kB, shown after {seconds:.1f} s (the page itself: {page:.0f} kB)"
    )
    print(f"a keystroke: {result['keystroke (ms)']:.0f} ms, 95th percentile {result['keystroke, 95th (ms)']:.0f} ms")
    if arguments.missed:
        print(*missed, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
