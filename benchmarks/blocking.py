"""How long a page of each kind cannot answer while it loads: total blocking time at fourfold slow-down, on a telephone and a wide screen.

Run from the repository after `python -m generator build --site`: `python -m benchmarks.blocking [KIND …] [--json] [--runs 3]`. Counted is the
processor time of the page's own thread, which others on the machine lengthen less than time on the clock; a busy machine still adds to it.
"""

from __future__ import annotations

import json
import os
import statistics
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks._built_site import is_skipped, parser_of
from benchmarks.search import served
from tests.browser.kinds import KINDS, address

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SLOWER = 4  # a telephone beside this machine
TASK = 50  # milliseconds that a task may take before a reader notices
WIDTHS = {
    "telephone": ViewportSize(width=390, height=844),
    "wide": ViewportSize(width=1440, height=900),
}
CATEGORIES = ["devtools.timeline", "toplevel", "loading"]
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


def measured(site: Path, kinds: list[str], runs: int) -> dict[str, dict[str, float]]:
    """Medians in milliseconds, by kind of page and width."""
    survey = json.loads((site / "data" / "survey.json").read_text(encoding="utf-8"))
    found: dict[str, dict[str, float]] = {}
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for kind in kinds:
            url = f"{base.rstrip('/')}/{address(kind, site, survey)}"
            found[kind] = {}
            for name, size in WIDTHS.items():
                times = []
                for _ in range(runs):
                    context = browser.new_context(viewport=size, service_workers="block")
                    times.append(blocking_time(browser, context.new_page(), url))
                    context.close()
                found[kind][name] = round(statistics.median(times))
        browser.close()
    return found


def main() -> None:
    """Print the milliseconds of each kind."""
    parser = parser_of(__doc__)
    parser.add_argument("kinds", nargs="*", default=KINDS, metavar="KIND")
    options = parser.parse_args()
    if is_skipped("blocking", {CHROMIUM: Path(CHROMIUM).exists(), f"{options.site}/": options.site.is_dir()}):
        return
    found = measured(options.site, options.kinds, options.runs)
    if options.json:
        print(json.dumps(found, indent=2))
        return
    print(f"{'milliseconds':<16}" + "".join(f"{name:>12}" for name in WIDTHS))
    for kind, times in found.items():
        print(f"{kind:<16}" + "".join(f"{times[name]:>12.0f}" for name in WIDTHS))


if __name__ == "__main__":
    main()
