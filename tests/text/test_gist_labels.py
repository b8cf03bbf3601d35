from __future__ import annotations

import csv
from pathlib import Path

LABELS = Path("tests/data/gist-labels.csv")


def test_150_works_are_read_in_two_halves_of_whole_rows() -> None:
    rows = list(csv.DictReader(LABELS.read_text(encoding="utf-8").splitlines()))
    assert len({row["work"] for row in rows}) == len(rows) >= 150
    assert {row["half"] for row in rows} == {"development", "held-out"}
    assert {row["right"] for row in rows} == {"yes", "no"}
    assert all(row["begins"] for row in rows)
