"""The explorer at 5,000 works: how long a page of that size takes to be ready, and a keystroke to be answered, in Chromium.

Run from the repository: `python -m benchmarks.explorer [--json] [--works N]`. The works are the shipped ones, then copies whose titles,
authors, years, venues and abstracts are mixed from several, so that facets and words are as many as in a real survey of that size.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks._served import served
from generator.pages import search
from generator.pages.assets import assets
from generator.pages.explorer import pages
from generator.pages.findable import words_of
from generator.pages.site import Site
from generator.pipeline import survey_of
from generator.survey import Survey
from generator.works import Work

# What a person types: words letter by letter, a correction, an identifier, a name, and nothing at all again.
TYPED = ("reasoning in", "language model", "2305.1", "zhang", "q")
# From the event of the input to the frame that shows the answer to it: the task posted in that frame runs once it has been painted.
MEASURE = """async (texts) => {
  const input = document.querySelector("#explorer-q"), root = document.querySelector(".explorer"), times = [], scripts = [];
  const painted = () => new Promise(done => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
  const drawn = async (value) => { while (root.dataset.shown !== value) await new Promise(done => setTimeout(done)); };
  for (const text of texts) for (const value of [...Array.from(text, (_, end) => text.slice(0, end + 1)), ""]) {
    input.value = value;
    await new Promise(done => requestAnimationFrame(done));
    const start = performance.now();
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    scripts.push(performance.now() - start);
    await drawn(value);
    await painted();
    times.push(performance.now() - start);
    await new Promise(done => setTimeout(done, 30));
  }
  return { times, scripts };
}"""


def made(survey: Survey, count: int) -> Survey:
    """The survey with `count` works: its own first, then mixtures of them."""
    chance = random.Random(0)
    own = list(survey.works.values())
    works: dict[str, Work] = {work.key: work for work in own[:count]}
    placements = dict(survey.placements)
    while len(works) < count:
        one, two, three = (chance.choice(own) for _ in range(3))
        key = f"made{len(works):05d}"
        first, second = one.title.split(), two.title.split()
        authors = (
            tuple(replace(name, given=chance.choice(three.authors).given) for name in one.authors)
            if three.authors
            else one.authors
        )
        works[key] = replace(
            one,
            key=key,
            title=" ".join(first[: len(first) // 2 + 1] + second[len(second) // 2 :]),
            authors=authors,
            year=two.year,
            venue=three.venue,
        )
        placements[key] = survey.placements[two.key]
    return replace(survey, works=dict(sorted(works.items())), placements=placements, authors=())


def build(folder: Path, survey: Survey) -> Path:
    """A website of nothing but the explorer, in `folder`."""
    files: dict[str, str | bytes] = {**assets(), "docs/index.md": "# Home\n", "mkdocs.yml": _settings()}
    site = Site(survey)
    files |= {f"docs/{path}": text for path, text in (*pages(site), *search.pages(site, {}, words_of(site)))}
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    return folder / "site"


def _settings() -> str:
    text = Path("mkdocs.yml").read_text(encoding="utf-8")
    return text[: text.index("\nnav:")] + "\n"


def measure(site: Path, rounds: int) -> dict[str, Any]:
    """Milliseconds of loading and of answering a keystroke, and the page's size."""
    from playwright.sync_api import sync_playwright

    file = site / "explore" / "index.html"

    def spent() -> float:
        """Milliseconds of processor time of the page itself: what a busy machine does not change."""
        return 1000 * float(
            next(
                one["value"]
                for one in session.send("Performance.getMetrics")["metrics"]
                if one["name"] == "TaskDuration"
            )
        )

    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(f"{base}explore/", wait_until="commit", timeout=300_000)
        page.wait_for_selector(".explorer-on", timeout=300_000)
        loading = spent()
        ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        page.wait_for_timeout(500)
        page.evaluate(MEASURE, ["warm"])
        before = spent()
        found = [page.evaluate(MEASURE, list(TYPED)) for _ in range(rounds)]
        typing = spent() - before
        heap = session.send("Runtime.getHeapUsage")["usedSize"]
        browser.close()
    times = [time for round_ in found for time in round_["times"]]
    scripts = [time for round_ in found for time in round_["scripts"]]
    return {
        "page_kb": file.stat().st_size // 1000,
        "ready_ms": round(ready),
        "loading_cpu_ms": round(loading),
        "heap_mb": round(heap / 1e6, 1),
        "keystrokes": len(times),
        "keystroke_ms": round(statistics.median(times), 1),
        "keystroke_95th_ms": round(_percentile(times, 0.95), 1),
        "keystroke_cpu_ms": round(typing / len(times), 1),
        "script_ms": round(statistics.median(scripts), 1),
        "script_95th_ms": round(_percentile(scripts, 0.95), 1),
    }


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--works", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    if not Path("/usr/bin/chromium").exists():
        print("explorer: skipped, there is no Chromium at /usr/bin/chromium")
        return
    with tempfile.TemporaryDirectory() as folder:
        site = build(Path(folder), made(survey_of(Path()), chosen.works))
        figures = {"works": chosen.works, **measure(site, chosen.rounds)}
    if chosen.json:
        print(json.dumps(figures, indent=2))
        return
    for name, value in figures.items():
        print(f"{name:<20}{value:>10}")


if __name__ == "__main__":
    main()
