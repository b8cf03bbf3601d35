"""Kinds of works: how often the program's is one that the reader accepts, on four fields.

Run from the repository: `python -m benchmarks.kinds`. The labels of 156 works are in `tests/data/kind-labels.csv` (this
survey) and `tests/data/other-fields.yml` (invented works of genetics, astronomy, law and archives), in two halves; the
rules were made by the development half.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.kinds import kinds
from generator.pipeline import survey_of
from tests.kinds.corpora import labelled_kinds, other_fields


def report() -> dict[str, Counter[str]]:
    """By half and corpus, how many kinds are right, wrong and missing."""
    shipped = survey_of(Path("tests/data/survey")).kinds
    by_work = {**shipped, **kinds(other_fields())}
    found: dict[str, Counter[str]] = {}
    for half, key, accepted in labelled_kinds():
        verdict = "missing"
        if key in by_work:
            verdict = "right" if by_work[key].name in accepted else "wrong"
        found.setdefault(f"{half}, {'this survey' if key in shipped else 'other fields'}", Counter())[verdict] += 1
    return found


def main() -> None:
    """Print a line for each half and corpus."""
    for name, verdicts in sorted(report().items()):
        print(f"{name}: {verdicts['right']} of {verdicts.total()} are right, {verdicts['missing']} missing")


if __name__ == "__main__":
    main()
