"""Gists: how many of those read are right, and which are new since they were read.

Run from the repository: `python -m benchmarks.passages`. `tests/data/gist-labels.csv` holds, for 220 works of this survey,
80 invented ones of other fields and 53 real ones of neuroscience, in two halves, how the gist began that one reader saw, and whether it says what the work contributes to
someone who saw only the title. A gist that begins otherwise today is counted as unread, neither right nor wrong.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from generator.pipeline import survey_of
from generator.text.passages import gist
from tests.kinds.corpora import neuroscience, other_fields

LABELS = Path("tests/data/gist-labels.csv")


def report() -> dict[str, Counter[str]]:
    """By half, how many gists are right, wrong and unread."""
    works = {**survey_of(Path(".")).works, **{work.key: work for work in (*other_fields(), *neuroscience())}}
    found: dict[str, Counter[str]] = {}
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            work = works.get(row["work"])
            begins = work is not None and gist(work.abstract, work.title).startswith(row["begins"])
            verdict = "unread"
            if begins:
                verdict = "right" if row["right"] == "yes" else "wrong"
            found.setdefault(row["half"], Counter())[verdict] += 1
    return found


def main() -> None:
    """Print a line for each half."""
    for half, verdicts in report().items():
        read = verdicts["right"] + verdicts["wrong"]
        print(f"{half}: {verdicts['right']} of {read} read gists are right, {verdicts['unread']} unread")


if __name__ == "__main__":
    main()
