"""The graded links of the shipped survey: what the first three related works of a work are worth."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.kinds.corpora import neuroscience

GRADES = Path("tests/data/related-grades.csv")


def test_grades_are_whole_and_the_halves_share_no_work() -> None:
    rows = list(csv.DictReader(GRADES.read_text(encoding="utf-8").splitlines()))
    assert len(rows) >= 400
    assert {row["grade"] for row in rows} == {"0", "1", "2"}
    assert len({(row["work"], row["other"]) for row in rows}) == len(rows)
    halves = {half: {row["work"] for row in rows if row["half"] == half} for half in ("development", "held-out")}
    assert min(map(len, halves.values())) >= 30
    assert halves["development"].isdisjoint(halves["held-out"])


def test_links_of_a_second_field_are_graded_too() -> None:
    rows = list(csv.DictReader(Path("tests/data/neuroscience-grades.csv").read_text(encoding="utf-8").splitlines()))
    known = {work.key for work in neuroscience()}
    assert len(rows) >= 150
    assert {row["grade"] for row in rows} == {"0", "1", "2"}
    assert {row["work"] for row in rows} == known >= {row["other"] for row in rows}
