"""How well and how cheaply the site's own search box finds a work: queries made from the corpus, typed in Chromium.

python -m benchmarks.search [--site site] [--queries 60] [--json]       the built site
python -m benchmarks.search --works 5000 [--queries 60] [--json]        a synthetic survey of that many works

The queries of each kind are taken evenly from the works in key order: fragments of titles, first authors, names of
methods (titles of the form "X: …"), arXiv ids, citation keys, whole titles. A query finds its work where a result
leads to the work's page; an author's name finds any work of that author. The synthetic survey repeats the shipped works with their words
changed, as bare paper pages around Material's own header and search: building it with MkDocs takes minutes and
changes nothing that is measured. What is transferred is gzipped by the server, as hosts do.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from gzip import compress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

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
    page = {work["key"]: f"papers/{work['page']}/" for work in works}
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
            found["author"].append(Query("", work["authors"][0], frozenset(by_author[work["authors"][0]])))
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


def works_of(site: Path) -> list[dict[str, Any]]:
    """Key, title, authors, arXiv id and page name of the works of a built site."""
    from generator.bibliography.keys import file_name

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
            "page": file_name(work["key"]),
        }
        for work in data["works"]
    ]


class Handler(SimpleHTTPRequestHandler):
    """Serves files gzipped where that helps, without a log."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, gzipped unless it is compressed already."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        zipped = file.suffix in (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")
        content = compress(content, 6) if zipped else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


# The worker behind Material's search box gets what is typed as it is, and answers with groups of sections, best group first;
# our own script behind the same box offers the function that it calls itself.
ASK = """async text => {
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location.href);
  const strip = found => found.slice(0, 5).map(place => new URL(place, base).href.slice(base.href.length).split("#")[0]);
  if (window.survey && window.survey.search) return strip((await window.survey.search(text)).map(result => result.url));
  if (!window.asked) {
    const worker = new Worker(new URL(JSON.parse(document.getElementById("__config").textContent).search, location.href));
    const index = await (await fetch(new URL("search/search_index.json", base))).json();
    window.asked = message => new Promise(done => { worker.onmessage = event => done(event.data); worker.postMessage(message); });
    await window.asked({ type: 0, data: { ...index, options: { suggest: true } } });
  }
  return strip((await window.asked({ type: 2, data: text })).data.items.map(group => group[0].location));
}"""


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
            received["/search/" in response.url or "/pagefind/" in response.url or "/workers/" in response.url] += int(
                response.headers.get("content-length", 0)
            )

        page.context.on("response", count)
        page.goto(address + "method/" if (folder / "method").is_dir() else address, wait_until="networkidle")
        started = page.evaluate("performance.now()")
        page.click(".md-search__input")
        page.type(".md-search__input", asked[0].text)
        page.wait_for_selector(".md-search-result__item", timeout=60_000)
        seconds = (page.evaluate("performance.now()") - started) / 1000
        cost, loaded = received[True], received[False]
        for query in asked:
            results = page.evaluate(ASK, query.text)
            first[query.kind].append(bool(results) and results[0] in query.pages)
            five[query.kind].append(any(result in query.pages for result in results))
            if not first[query.kind][-1]:
                missed.append(f"{query.kind}: {query.text!r} gave {results[:2]}")
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
    return {"kinds": kinds, "page (kB)": loaded / 1000, "search (kB)": cost / 1000, "first result (s)": seconds}, missed


def synthetic(site: Path, folder: Path, number: int) -> tuple[Path, list[dict[str, Any]]]:
    """A survey of `number` works: the shipped ones again and again, one word in six replaced by one of another work."""
    from generator.config.settings import Settings
    from generator.search.engine import engine
    from generator.search.pagefind import SCRIPT, add_pagefind

    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    by_page: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in index["docs"]:
        if entry["location"].startswith("papers/"):
            by_page[entry["location"].partition("#")[0]].append(entry)
    shipped, vocabulary = (
        works_of(site),
        sorted({word for entry in index["docs"] for word in re.findall(r"[a-z]{4,}", entry["text"])}),
    )
    docs, works = [], []

    def changed(text: str, seed: int) -> str:
        parts = re.split(r"([A-Za-z]{4,})", text)
        swap = {place for place in range(1, len(parts), 2) if (place * 7919 + seed * 104729) % 6 == 0}
        return "".join(
            vocabulary[(place * 31 + seed * 1009) % len(vocabulary)] if place in swap else part
            for place, part in enumerate(parts)
        )

    for nth in range(number):
        work, copy = shipped[nth % len(shipped)], nth // len(shipped)
        key = work["key"] + (f"x{copy}" if copy else "")
        arxiv = (
            f"{work['arxiv'][:4]}.{(int(work['arxiv'][-5:]) + copy * 7) % 100000:05}"
            if work["arxiv"] and "." in work["arxiv"]
            else work["arxiv"]
        )
        title = changed(work["title"], nth) if copy else work["title"]
        works.append({**work, "key": key, "title": title, "arxiv": arxiv, "page": key})
        for entry in by_page[f"papers/{work['page']}/"]:
            anchor = entry["location"].partition("#")[2]
            text = changed(entry["text"], nth) if copy and anchor != "top" else entry["text"]
            text = text.replace(work["key"], key).replace(work["arxiv"] or "\0", arxiv or "")
            docs.append(
                {
                    **entry,
                    "location": f"papers/{key}/" + (f"#{anchor}" if anchor else ""),
                    "title": title if entry["title"] == work["title"] else entry["title"],
                    "text": text,
                }
            )
    shutil.copytree(
        site, folder / "site", ignore=shutil.ignore_patterns("papers", "themes", "authors", "downloads", "pagefind")
    )
    folder = folder / "site"
    (folder / "search/search_index.json").write_text(
        json.dumps({"config": index["config"], "docs": docs}), encoding="utf-8"
    )
    (folder / SCRIPT).write_bytes((ROOT / "generator" / SCRIPT).read_bytes())
    if engine(Settings(), number) == "pagefind":
        add_pagefind(folder)
    return folder, works


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
            (synthetic(arguments.site, Path(scratch), arguments.works))
            if arguments.works
            else (arguments.site, works_of(arguments.site))
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
    if arguments.missed:
        print(*missed, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
