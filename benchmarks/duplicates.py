"""How well and how fast duplicates are found: on the labelled pairs, and on records made by damaging the survey's own.

    python -m benchmarks.duplicates [--sizes 2000,10000,100000] [--json] [--errors]

The made records are written into files of eight formats, which are read and deduplicated in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.made.catalogues import scraped_list, two_lists
from benchmarks.made.files import write_files
from benchmarks.made.labelled import judge_labelled, scores
from benchmarks.made.memory import peak_while
from benchmarks.made.records import ROOT, damaged, survey_works
from benchmarks.made.searches import citations, search
from generator.config.decisions import Decisions
from generator.dedupe import find_works
from generator.records import Record
from generator.works import Work


def judge_made(works: Sequence[Work], size: int) -> dict[str, Any]:
    """Seconds (wall and processor), the peak memory in MB of all its processes, and the quality over all pairs of records.

    The program is compiled before, as an installation does it: else the first start would be measured with it.
    """
    compile_dir(ROOT / "generator", quiet=1)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "bib/sources"
        folder.mkdir(parents=True)
        truth = write_files(damaged(works, size), folder)
        command = [sys.executable, "-m", "benchmarks.made.measured", str(folder)]
        with (Path(made) / "told.json").open("w+b") as output:
            process = subprocess.Popen(command, stdout=output, cwd=ROOT)
            together_mb = peak_while(process.pid)
            if process.wait():
                raise SystemExit("the measured process failed")
            output.seek(0)
            measured = json.load(output)
    true_positive = together = 0
    for places in measured["works"]:
        counts = Counter(truth[name][at] for name, at in places)
        together += _pairs(len(places))
        true_positive += sum(map(_pairs, counts.values()))
    all_of = Counter(number for numbers in truth.values() for number in numbers)
    quality = scores(true_positive, together - true_positive, sum(map(_pairs, all_of.values())) - true_positive)
    seconds = {name: {"wall": wall, "processor": processor} for name, (wall, processor) in measured["seconds"].items()}
    seconds["together"] = {
        clock: round(sum(part[clock] for part in seconds.values()), 2) for clock in ("wall", "processor")
    }
    read = sum(map(len, measured["works"]))
    return {
        "records": size, "read": read, "works": len(measured["works"]), "true works": len(all_of), **quality,
        "seconds": seconds, "peak MB": max(measured["peak MB"], together_mb), "uncertain": measured["uncertain"],
        "asked per 1,000": round(1000 * measured["uncertain"] / max(1, read), 1),
    }  # fmt: skip


def judge_families() -> list[dict[str, Any]]:
    """The same on invented sets in the manner of the public ones: two catalogues, a scraped list, a search, citations.

    The catalogues and the scraped list are judged by the pairs between their sources, the others by all pairs.
    """
    families = {
        "two catalogues": (two_lists(), True), "scraped list of 8,000": (scraped_list(8000), True),
        "medical search": (search(), False), "citations": (citations(), False),
    }  # fmt: skip
    return [{"family": name, **_judged(made, across)} for name, (made, across) in families.items()]


def _judged(made: Sequence[tuple[Record, int]], across: bool) -> dict[str, Any]:
    truth = {record.origin: number for record, number in made}
    found = find_works([record for record, _ in made], [], Decisions())
    groups: dict[int, Counter[str]] = defaultdict(Counter)
    for record, number in made:
        groups[number][record.origin.source] += 1
    true_positive = together = 0
    for work in found.works:
        of_work: dict[int, Counter[str]] = defaultdict(Counter)
        for record in work.records:
            of_work[truth[record.origin]][record.origin.source] += 1
        together += _among(sum(of_work.values(), Counter()), across)
        true_positive += sum(_among(counts, across) for counts in of_work.values())
    missed = sum(_among(counts, across) for counts in groups.values()) - true_positive
    quality = scores(true_positive, together - true_positive, missed)
    asked = round(1000 * len(found.uncertain) / len(made), 1)
    return {
        "records": len(made),
        "works": len(found.works),
        "true works": len(groups),
        **quality,
        "asked per 1,000": asked,
    }


def _among(counts: Counter[str], across: bool) -> int:
    """Pairs of records, by source; `across` counts only those of two sources."""
    return _pairs(sum(counts.values())) - (sum(map(_pairs, counts.values())) if across else 0)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def wrong_pairs(works: Sequence[Work], size: int) -> Iterator[str]:
    """The records that were split or glued, for a look at the causes; as made, without the way through files."""
    made = damaged(works, size)
    truth = {record.origin: number for record, number in made}
    homes: dict[int, set[int]] = defaultdict(set)
    found = find_works([record for record, _ in made], [], Decisions())
    for at, work in enumerate(found.works):
        numbers = {truth[record.origin] for record in work.records}
        for number in numbers:
            homes[number].add(at)
        if len(numbers) > 1:
            yield "glued: " + " || ".join(_brief(record) for record in work.records)
    for ats in homes.values():
        if len(ats) > 1:
            yield "split: " + " || ".join(_brief(record) for at in sorted(ats) for record in found.works[at].records)


def _brief(record: Record) -> str:
    names = ", ".join(name.as_last_first for name in record.authors[:4])
    place = f"{record.year} / {record.venue} {record.volume}:{record.pages}"
    return f"{record.title} / {names} / {place} / {len(record.abstract)} / {[i.value for i in record.identifiers]}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sizes", default="2000,10000,100000", help="numbers of made records, separated by commas; empty for none"
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="also list what was split or glued at the first size")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",") if size]
    labelled = judge_labelled()
    families = judge_families()
    works = survey_works() if sizes else []
    made = [judge_made(works, size) for size in sizes]
    if options.json:
        print(json.dumps({"labelled": labelled, "families": families, "made": made}, indent=2))
        return
    for half, figures in labelled.items():
        print(
            f"{half:12} {figures['pairs']:4} pairs  precision {figures['precision']:.3f}  recall {figures['recall']:.3f}  F1 {figures['f1']:.3f}"
        )
        if half == "development" or options.errors:
            print("".join(f"    wrong: {why}\n" for why in figures["wrong"]), end="")
    for figures in families:
        print("  ".join(f"{name} {value}" for name, value in figures.items()))
    for figures in made:
        print("  ".join(f"{name} {value}" for name, value in figures.items() if name != "seconds"))
        for part, clocks in figures["seconds"].items():
            print(f"    {part:14} {clocks['wall']:8.2f} s  {clocks['processor']:8.2f} s of processor")
    for one, other in pairwise(made):
        times = other["seconds"]["together"]["processor"] / one["seconds"]["together"]["processor"]
        print(
            f"{other['records'] / one['records']:.1f} times the records take {times:.1f} times the processor ({one['records']} to {other['records']})"
        )
    if options.errors and sizes:
        for line in wrong_pairs(works, sizes[0]):
            print(line)


if __name__ == "__main__":
    main()
