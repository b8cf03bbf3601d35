"""What a build costs: `python -m benchmarks.build [--json] [--works 5000,50000] [--websites] [--runs 3]`.

Whole processes, start-up included: seconds on the clock and of the processor (of all processes together, because machines are
shared), the peak memory of the largest process, and what was written. The shipped survey is copied and built anew, without changes,
and with one overview or one decision changed; surveys of 5,000 works, or of as many as `--works` says, are made in the manner of a
large corpus (`benchmarks.made.corpus`), and with `--websites` their websites are built by both engines. How cost grows from one
number of works to the next is given as an exponent: 1 where it grows with the works, 2 where with their square. Hugo and Jekyll
render the same abstracts, a page each, where Debian's packages are installed: `apt-get install hugo jekyll`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.made.corpus import made
from generator import pipeline
from generator.cli import collect_seldom
from generator.text.escape import html
from generator.works import Work

LIGHT = (("--help",), ("check", "--list"), ("explain", "--help"))
SIZE = "5000"  # works of the made surveys
ENGINES = ("mkdocs", "zensical")
GUIDE = "docs/guide"  # pages of this project's own, which mkdocs.yml names
TAKEN = ("bib", "mkdocs.yml", GUIDE)  # of a survey: all that a build reads
RUNS = 3
Row = dict[str, Any]


def timed(command: Sequence[str], folder: Path, runs: int, before: Callable[[int], None] = lambda run: None) -> Row:
    """Median seconds and peak memory of a command in a folder, after `before` each time."""
    walls, processors, peak = [], [], 0.0
    for run in range(runs):
        before(run)
        start = time.perf_counter()
        environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), "NO_MKDOCS_2_WARNING": "1"}
        child = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        if status:
            raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
        walls.append(time.perf_counter() - start)
        processors.append(used.ru_utime + used.ru_stime)
        peak = max(peak, memory(used))
    return {
        "seconds": round(statistics.median(walls), 2),
        "processor": round(statistics.median(processors), 2),
        "peak MB": round(peak),
    }


def memory(used: resource.struct_rusage) -> float:
    """The most memory that one process had, in MB."""
    return used.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


def written(folder: Path) -> Row:
    """How many files a folder holds, and their size in MB."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()] if folder.is_dir() else []
    return {"files": len(sizes), "MB": round(sum(sizes) / 1e6, 1)}


def generator(*words: str) -> list[str]:
    """The command that runs this program."""
    return [sys.executable, "-m", "generator", *words]


def of_shipped(folder: Path, runs: int) -> dict[str, Row]:
    """Builds of a copy of the shipped survey."""
    for name in TAKEN:
        copied = Path(name)
        shutil.copytree(copied, folder / name) if copied.is_dir() else shutil.copy(copied, folder / name)

    def empty(run: int) -> None:
        for name in ("docs", "overrides", ".survey"):
            shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(GUIDE, folder / GUIDE)

    overview = next(iter(sorted((folder / "bib/overviews").glob("*.md"))))
    decisions = folder / "bib/decisions.yml"
    text, decided = overview.read_text(encoding="utf-8"), decisions.read_text(encoding="utf-8")
    build = generator("build", "--quiet")
    found = {"build, cold": {**timed(build, folder, runs, empty), **written(folder / "docs")}}
    subprocess.run(build, cwd=folder, check=True)
    found["build, nothing changed"] = timed(build, folder, runs)
    found["build, one overview changed"] = timed(
        build, folder, runs, lambda run: _write(overview, f"{text}\nMore is to be said: {run}.\n")
    )
    ref = decided.partition('{ref: "')[2].partition('"')[0]
    themes = [line.split("id: ")[1].split(",")[0].strip() for line in _lines(folder) if "id: " in line]
    found["build, one decision changed"] = timed(
        build, folder, runs, lambda run: _write(decisions, _with_theme(decided, ref, themes[run % len(themes)]))
    )
    found["build --site"] = timed(generator("build", "--quiet", "--site"), folder, 1)
    return found


def _lines(folder: Path) -> list[str]:
    return (folder / "bib/themes.yml").read_text(encoding="utf-8").splitlines()


def _with_theme(decided: str, ref: str, theme: str) -> str:
    """The decisions with another primary theme for one work."""
    head, _, rest = decided.partition("themes:\n")
    kept = [line for line in rest.splitlines() if f'"{ref}"' not in line]
    entry = f'  - {{ref: "{ref}", primary: {theme}, secondary: [], why: "a benchmark"}}'
    return "\n".join([f"{head}themes:", entry, *kept]) + "\n"


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def of_made(folder: Path, works: Sequence[Work]) -> Row:
    """A cold build of a survey of these works under the shipped survey's themes."""
    (folder / "bib/sources").mkdir(parents=True)
    for name in ("survey.yml", "themes.yml"):
        settings = Path("bib", name).read_text(encoding="utf-8")
        _write(folder / "bib" / name, settings.replace("enrich:", "# enrich:") if name == "survey.yml" else settings)
    shutil.copy("mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(GUIDE, folder / GUIDE)
    _write(folder / "bib/sources/made.bib", "\n".join(_entry(work) for work in works))
    return {**timed(generator("build", "--quiet"), folder, 1), **written(folder / "docs")}


def website_of(folder: Path, engine: str) -> Row:
    """The website of a built survey, made anew by one of the engines; the generator has nothing to do but what differs."""
    settings = folder / "bib/survey.yml"
    _write(settings, f"{settings.read_text(encoding='utf-8').partition('engine:')[0]}engine: {engine}\n")
    subprocess.run(generator("build", "--quiet"), cwd=folder, check=True)
    shutil.rmtree(folder / "site", ignore_errors=True)
    return {**timed(generator("build", "--quiet", "--site"), folder, 1), **written(folder / "site")}


def exponent(fewer: tuple[int, Row], more: tuple[int, Row]) -> float:
    """The power of the number of works with which processor time grows from one made survey to the next."""
    seconds = float(more[1]["processor"]) / max(float(fewer[1]["processor"]), 0.01)
    return round(math.log(seconds) / math.log(more[0] / fewer[0]), 2)


def _entry(work: Work) -> str:
    """A made work as BibTeX."""
    fields = {
        "title": work.title,
        "author": " and ".join(name.as_last_first for name in work.authors) or "Anonymous",
        "year": str(work.year or 2020),
        "journal": work.venue,
        "doi": work.identifier("doi") or "",
        "eprint": work.identifier("arxiv") or "",
        "archiveprefix": "arXiv" if work.identifier("arxiv") else "",
        "abstract": work.abstract,
    }
    plain = {name: value.translate(str.maketrans("", "", "{}\\")) for name, value in fields.items() if value}
    return f"@article{{{work.key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in plain.items()) + "}\n"


def of_others(folder: Path, works: Sequence[Work], runs: int) -> dict[str, Row]:
    """Hugo and Jekyll with a page of plain text for each work; a line of words where one is not installed."""
    found: dict[str, Row] = {}
    for program, pages, layout in (
        ("hugo", "content", "layouts/_default/single.html"),
        ("jekyll", ".", "_layouts/default.html"),
    ):
        if not shutil.which(program):
            found[program] = {"note": f"not installed (apt-get install {program})"}
            continue
        place = folder / program
        (place / pages).mkdir(parents=True, exist_ok=True)
        (place / layout).parent.mkdir(parents=True)
        own = "{{ .Content }}" if program == "hugo" else "{{ content }}"
        _write(place / layout, f"<!doctype html><title>Page</title>{own}\n")
        _write(
            place / ("hugo.toml" if program == "hugo" else "_config.yml"),
            'title = "Pages"\n' if program == "hugo" else "title: Pages\n",
        )
        for number, work in enumerate(works):
            _write(
                place / pages / f"p{number}.md",
                f"---\ntitle: Page {number}\nlayout: default\n---\n{html(work.abstract)}\n",
            )
        found[program] = {
            **timed([program, *(["build"] if program == "jekyll" else [])], place, runs),
            "pages": len(works),
        }
    return found


def of_all_made(place: Path, shipped: Sequence[Work], sizes: Sequence[int], websites: bool) -> dict[str, Row]:
    """Surveys of made works, and how their cost grows."""
    found: dict[str, Row] = {}
    before: tuple[int, Row] | None = None
    for count in sorted(sizes):
        folder = place / str(count)
        row = of_made(folder, made(shipped, count))
        found[f"build of {count:,} made works, cold"] = row
        if before:
            row["exponent"] = exponent(before, (count, row))
        before = count, row
        for engine in ENGINES if websites else ():
            found[f"website of {count:,} made works, {engine}"] = website_of(folder, engine)
        shutil.rmtree(folder)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--works", default=SIZE, help=f"numbers of made works (default: {SIZE}); 50,000 take minutes")
    parser.add_argument("--websites", action="store_true", help="also the websites of the made works, by both engines")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"of which the median is given (default: {RUNS})")
    arguments = parser.parse_args()
    collect_seldom()
    found: dict[str, Row] = {" ".join(words): timed(generator(*words), Path(), arguments.runs) for words in LIGHT}
    shipped = list(pipeline.survey_of(Path()).works.values())
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        (place / "shipped").mkdir()
        found |= of_shipped(place / "shipped", arguments.runs)
        found |= of_others(place, shipped, arguments.runs)
        found |= of_all_made(place, shipped, [int(size) for size in arguments.works.split(",")], arguments.websites)
    if arguments.json:
        print(json.dumps(found, indent=1))
        return
    for name, row in found.items():
        print(f"{name:<36} {'  '.join(f'{value} {key}' if key != 'note' else value for key, value in row.items())}")


if __name__ == "__main__":
    main()
