"""How long a page of each kind cannot answer while it loads: total blocking time at fourfold slow-down, on a telephone and a wide screen.

Run from the repository after `python -m generator build --site`: `python -m benchmarks.blocking [KIND …] [--json] [--runs 3]`. Counted is the
processor time of the page's own thread, which others on the machine lengthen less than time on the clock; a busy machine still adds to it. So a
page that is well below what is wanted is measured once, and any other as often as `--runs` says. Each kind is told as soon as it is measured.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks._built_site import is_skipped, parser_of
from benchmarks._served import served
from tests.browser.kinds import KINDS, address

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SLOWER = 4  # a telephone beside this machine
TASK = 50  # milliseconds that a task may take before a reader notices
WANTED = 300  # milliseconds at most
CLEAR = 0.5  # of what is wanted: a page below it is measured once
WIDTHS = {
    "telephone": ViewportSize(width=390, height=844),
    "wide": ViewportSize(width=1440, height=900),
}
# Tasks, and when the first letter is there: what more is noted takes seconds to read.
CATEGORIES = ["toplevel", "loading"]
TOP = ("RunTask", "ThreadControllerImpl::RunTask")  # a task, by either name that Chromium has had for it


def blocking_time(browser: Browser, page: Page, url: str) -> float:
    """Milliseconds at fourfold slow-down by which the page's tasks outlast 50 ms, from its first letter on."""
    page.goto("about:blank")
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.goto(url, wait_until="networkidle")
    page.evaluate("new Promise(done => requestIdleCallback(() => setTimeout(() => requestIdleCallback(done), 100)))")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    letters = next(event for event in events if event["name"] == "firstContentfulPaint")
    thread = (letters["pid"], letters["tid"])
    tasks = [
        event for event in events if (event["pid"], event["tid"]) == thread and event["name"] in TOP and "tdur" in event
    ]
    taken = [event["tdur"] / 1000 * SLOWER for event in tasks if event["ts"] + event["dur"] > letters["ts"]]
    return sum(max(0.0, milliseconds - TASK) for milliseconds in taken)


def measured(site: Path, kinds: list[str], runs: int) -> Iterator[tuple[str, dict[str, int]]]:
    """Of each kind of page in turn: the milliseconds by width, the median of `runs` where the first is not well below what is wanted."""
    survey = json.loads((site / "data" / "survey.json").read_text(encoding="utf-8"))
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for kind in kinds:
            url = f"{base.rstrip('/')}/{address(kind, site, survey)}"
            yield kind, {name: _median(browser, url, size, runs) for name, size in WIDTHS.items()}
        browser.close()


def _median(browser: Browser, url: str, size: ViewportSize, runs: int) -> int:
    times: list[float] = []
    while not times or (len(times) < runs and times[0] > WANTED * CLEAR):
        context = browser.new_context(viewport=size, service_workers="block")
        times.append(blocking_time(browser, context.new_page(), url))
        context.close()
    return round(statistics.median(times))


def main() -> int:
    """Print the milliseconds of each kind; 1 where one is above what is wanted."""
    parser = parser_of(__doc__)
    parser.add_argument("kinds", nargs="*", default=KINDS, metavar="KIND")
    options = parser.parse_args()
    if is_skipped("blocking", {CHROMIUM: Path(CHROMIUM).exists(), f"{options.site}/": options.site.is_dir()}):
        return 0
    if not options.json:
        print(f"{'milliseconds':<16}" + "".join(f"{name:>12}" for name in WIDTHS))
    found = {}
    for kind, times in measured(options.site, options.kinds, options.runs):
        found[kind] = times
        if not options.json:
            print(f"{kind:<16}" + "".join(f"{milliseconds:>12}" for milliseconds in times.values()), flush=True)
    if options.json:
        print(json.dumps(found, indent=2))
    return int(any(milliseconds > WANTED for times in found.values() for milliseconds in times.values()))


if __name__ == "__main__":
    sys.exit(main())
