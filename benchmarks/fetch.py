"""Fetching a thousand works from a server on this machine: requests, and our own seconds and memory. The network's are not ours."""

from __future__ import annotations

import contextlib
import io
import resource
import tempfile
import time
from pathlib import Path

from generator.cli import main
from tests.services.papers import Paper
from tests.services.server import Server, serving

WORKS = 1000
MOST_REQUESTS = 40


def papers() -> list[Paper]:
    """Works of which half have DOIs and half are preprints."""
    return [
        Paper(
            f"On the number {number} and its many friends",
            (("Ann", f"Smith{number}"), ("Bo", "Lee")),
            2020,
            doi=f"10.1234/n.{number}" if number % 2 else "",
            arxiv="" if number % 2 else f"2001.{number:05}",
            venue="Journal of Numbers" if number % 2 else "",
            journal=True,
            abstract=f"We study the number {number} and its friends among the numbers at length. " * 5,
        )
        for number in range(WORKS)
    ]


def run() -> None:
    """Print what a first and a second fetch cost."""
    known = papers()
    with tempfile.TemporaryDirectory() as name, serving(Server(known)) as server:
        folder = Path(name)
        (folder / "bib" / "sources").mkdir(parents=True)
        (folder / "bib" / "survey.yml").write_text(server.settings, encoding="utf-8")
        rows = "".join(f"{paper.doi},{paper.arxiv}\n" for paper in known)
        (folder / "bib" / "sources" / "ids.csv").write_text(f"doi,arxiv\n{rows}", encoding="utf-8")
        for what in ("first", "second"):
            before, start = len(server.asked), time.perf_counter()
            with contextlib.redirect_stdout(io.StringIO()):
                main(["fetch", "--project", name])
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            seconds, requests = time.perf_counter() - start, len(server.asked) - before
            print(f"{what:<7}{WORKS:,} works: {requests} requests, {seconds:.1f} s, {peak:.0f} MB at most")
        if len(server.asked) > MOST_REQUESTS:
            raise SystemExit(f"more than {MOST_REQUESTS} requests")


if __name__ == "__main__":
    run()
