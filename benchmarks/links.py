"""Links: time and memory on 345, 5,000 and 50,000 works, themes included, and the precision of mentions on the hand-checked sample.

Run from the repository: `python -m benchmarks.links [--json] [--large]`. The larger corpora are made of this survey's works
in the manner of a large one (`benchmarks.made.corpus`).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.made.corpus import made
from benchmarks.made.measured import memory
from generator import links, themes
from generator.config.taxonomy import Taxonomy
from generator.links.nearest import Neighbourhood
from generator.links.related import related
from generator.links.values import Mention, Related
from generator.themes import Placement
from generator.two_processes import in_two_processes
from generator.works import Work

SAMPLE = Path("tests/data/mention-sample.yml")


def timing(works: Sequence[Work], taxonomy: Taxonomy) -> dict[str, Any]:
    """Seconds for themes, related works and mentions as a build does them on two processors; processor seconds of each alone; peak of one process in MB."""
    # In a copy, so that nothing is remembered for what follows.
    _, elapsed = in_two_processes(lambda: None, lambda: _as_a_build(works, taxonomy))
    first = time.process_time()
    placements = themes.assign(works, taxonomy).placements
    start = time.process_time()
    named = links.mentions(works)
    middle = time.process_time()
    near = linked(works, placements, links.nearby(works), named)
    end = time.process_time()
    return {
        "works": len(works),
        "themes_s": round(start - first, 2),
        "related_s": round(end - middle, 2),
        "mentions_s": round(middle - start, 2),
        "one_processor_s": round(end - first, 2),
        "as_a_build_s": round(elapsed, 2),
        "peak_mb": memory(),
        "related": sum(map(len, near.values())) // 2,
        "mentions": sum(map(len, named.values())),
    }


def _as_a_build(works: Sequence[Work], taxonomy: Taxonomy) -> float:
    start = time.perf_counter()
    assignment, (near, named) = in_two_processes(
        lambda: themes.assign(works, taxonomy), lambda: (links.nearby(works), links.mentions(works))
    )
    linked(works, assignment.placements, near, named)
    return time.perf_counter() - start


def linked(
    works: Sequence[Work],
    placements: Mapping[str, Placement],
    near: Neighbourhood,
    named: Mapping[str, Sequence[Mention]],
) -> dict[str, tuple[Related, ...]]:
    """Related works as a build finds them."""
    primary = {key: placement.primary for key, placement in placements.items()}
    return related(works, primary, near, {key: placement.scores for key, placement in placements.items()}, named)


def precision(works: Sequence[Work]) -> dict[str, Any]:
    """Mentions found, against the hand-checked sample: checked ones that are correct, and the known ones that are missed."""
    sample = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    verdicts = {(entry["in"], entry["introduced"], entry["name"]): entry["correct"] for entry in sample["found"]}
    arxiv = {work.key: work.identifier("arxiv") or "" for work in works}
    found = [
        (arxiv[key], arxiv[mention.key], mention.name)
        for key, named in links.mentions(works).items()
        for mention in named
    ]
    correct = sum(verdicts.get(mention, False) for mention in found)
    known = sum(verdicts.values()) + len(sample["missed"])
    return {
        "found": len(found),
        "checked": sum(mention in verdicts for mention in found),
        "unchecked": [" ".join(mention) for mention in found if mention not in verdicts],
        "gone": [" ".join(mention) for mention in verdicts if mention not in found],
        "precision": round(correct / len(found), 3) if found else None,
        "recall_of_known": round(correct / known, 3) if known else None,
    }


def report(works: Sequence[Work], taxonomy: Taxonomy, large: bool) -> dict[str, Any]:
    """Everything that this benchmark measures."""
    sizes = [len(works), 5_000] + ([50_000] if large else [])
    return {"mentions": precision(works), "timing": [timing(made(works, size), taxonomy) for size in sizes]}


def main() -> None:
    """Print a small table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--large", action="store_true", help="also 50,000 works (a few minutes)")
    options = parser.parse_args()
    from generator.pipeline import survey_of

    survey = survey_of(Path("."))
    found = report(list(survey.works.values()), survey.taxonomy, options.large)
    if options.json:
        print(json.dumps(found, indent=2, sort_keys=True))
        return
    named = found["mentions"]
    print(
        f"mentions: {named['found']} found, {named['checked']} hand-checked, precision {named['precision']}, recall of the known {named['recall_of_known']}"
    )
    for what in ("unchecked", "gone"):
        for line in named[what]:
            print(f"  {what}: {line}")
    print(
        f"{'works':>7} {'themes s':>9} {'related s':>10} {'mentions s':>11} {'sum s':>7} {'as a build s':>13} {'peak MB':>8} {'pairs':>8} {'mentions':>9}"
    )
    for row in found["timing"]:
        seconds = f"{row['themes_s']:>9} {row['related_s']:>10} {row['mentions_s']:>11} {row['one_processor_s']:>7} {row['as_a_build_s']:>13}"
        print(f"{row['works']:>7} {seconds} {row['peak_mb']:>8} {row['related']:>8} {row['mentions']:>9}")


if __name__ == "__main__":
    main()
