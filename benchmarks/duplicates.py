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
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from benchmarks.made.files import write_files
from benchmarks.made.records import ROOT, damaged, survey_works
from generator.config.decisions import Decisions
from generator.dedupe import find_works
from generator.identifiers import parse_identifier
from generator.names import parse_name
from generator.records import Origin, Record
from generator.works import Work

LABELLED = ROOT / "tests/data/duplicates.yml"
SCHEMES = ("doi", "arxiv", "pmid", "pmcid", "acl", "openreview", "isbn")


@dataclass(frozen=True)
class LabelledPair:
    """Two records with the truth about them."""

    kind: str
    half: str
    same: bool
    why: str
    left: Record
    right: Record


def read_labelled() -> list[LabelledPair]:
    """The pairs of `tests/data/duplicates.yml`."""
    cases = yaml.safe_load(LABELLED.read_text(encoding="utf-8"))
    return [
        LabelledPair(
            c["kind"],
            c["half"],
            c["same"],
            c["why"],
            record_of(c["left"], "a.yml", n),
            record_of(c["right"], "b.yml", n),
        )
        for n, c in enumerate(cases, 1)
    ]


def record_of(fields: dict[str, Any], source: str, line: int) -> Record:
    """A record of plain values; names as an index writes them, also `Smith JA`."""
    values: dict[str, Any] = {
        name: str(value) if name not in ("year",) else value
        for name, value in fields.items()
        if name not in (*SCHEMES, "authors", "abstract")
    }
    found = [parse_identifier(str(fields[scheme]), scheme) for scheme in SCHEMES if scheme in fields]
    names = [part.strip() for part in fields.get("authors", "").split(";") if part.strip()]
    return Record(
        Origin(source, line),
        abstract=fields.get("abstract", ""),
        authors=tuple(parse_name(name) for name in names if name != "others"),
        authors_truncated="others" in names,
        identifiers=tuple(i for i in found if i),
        **values,
    )


def judge_labelled() -> dict[str, dict[str, Any]]:
    """Precision, recall, F1 and the wrong cases, for each half."""
    result: dict[str, dict[str, Any]] = {}
    for half in ("development", "held-out"):
        counts: Counter[str] = Counter()
        wrong = []
        for pair in read_labelled():
            if pair.half != half:
                continue
            said = len(find_works([pair.left, pair.right], [], Decisions()).works) == 1
            counts[("true" if said == pair.same else "false") + (" positive" if said else " negative")] += 1
            if said != pair.same:
                wrong.append(f"{pair.kind}: {pair.why}")
        result[half] = {
            **_scores(counts["true positive"], counts["false positive"], counts["false negative"]),
            "pairs": sum(counts.values()),
            "wrong": wrong,
        }
    return result


def _scores(true_positive: int, false_positive: int, false_negative: int) -> dict[str, float]:
    precision = true_positive / max(1, true_positive + false_positive)
    recall = true_positive / max(1, true_positive + false_negative)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
    }


def judge_made(works: Sequence[Work], size: int) -> dict[str, Any]:
    """Seconds (wall and processor), the process's peak memory in MB, and the quality over all pairs of records."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "bib/sources"
        folder.mkdir(parents=True)
        truth = write_files(damaged(works, size), folder)
        command = [sys.executable, "-m", "benchmarks.made.measured", str(folder)]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
    true_positive = together = 0
    for places in told["works"]:
        counts = Counter(truth[name][at] for name, at in places)
        together += _pairs(len(places))
        true_positive += sum(map(_pairs, counts.values()))
    all_of = Counter(number for numbers in truth.values() for number in numbers)
    scores = _scores(true_positive, together - true_positive, sum(map(_pairs, all_of.values())) - true_positive)
    seconds = {name: {"wall": wall, "processor": processor} for name, (wall, processor) in told["seconds"].items()}
    seconds["together"] = {
        clock: round(sum(part[clock] for part in seconds.values()), 2) for clock in ("wall", "processor")
    }
    read = sum(map(len, told["works"]))
    return {
        "records": size, "read": read, "works": len(told["works"]), "true works": len(all_of), **scores,
        "seconds": seconds, "peak MB": told["peak MB"], "uncertain": told["uncertain"],
    }  # fmt: skip


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
    works = survey_works() if sizes else []
    made = [judge_made(works, size) for size in sizes]
    if options.json:
        print(json.dumps({"labelled": labelled, "made": made}, indent=2))
        return
    for half, figures in labelled.items():
        print(
            f"{half:12} {figures['pairs']:4} pairs  precision {figures['precision']:.3f}  recall {figures['recall']:.3f}  F1 {figures['f1']:.3f}"
        )
        if half == "development" or options.errors:
            print("".join(f"    wrong: {why}\n" for why in figures["wrong"]), end="")
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
