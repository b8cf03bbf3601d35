from __future__ import annotations

import csv
from pathlib import Path

import pytest

from generator.kinds import kinds
from generator.text.findings import headline_result
from generator.text.passages import gist, proposal
from tests.kinds.corpora import open_article_labels, open_articles

LABELS = Path("tests/data/gist-labels.csv")


def test_150_works_are_read_in_two_halves_of_whole_rows() -> None:
    rows = list(csv.DictReader(LABELS.read_text(encoding="utf-8").splitlines()))
    assert len({row["work"] for row in rows}) == len(rows) >= 150
    assert {row["half"] for row in rows} == {"development", "held-out"}
    assert {row["right"] for row in rows} == {"yes", "no"}
    assert all(row["begins"] for row in rows)


@pytest.mark.parametrize(
    ("what", "half", "least"),
    [
        ("gist", "development", 0.95),
        ("gist", "held-out", 0.85),
        ("proposal", "development", 0.95),
        ("proposal", "held-out", 0.8),
        ("result", "development", 0.9),
        ("result", "held-out", 0.88),
    ],
)
def test_most_passages_of_real_works_of_many_fields_are_right(what: str, half: str, least: float) -> None:
    works = {work.key: work for work in open_articles()}
    labels = [label for label in open_article_labels() if (label["what"], label["half"]) == (what, half)]
    assert len(labels) >= 35
    right = 0
    for label in labels:
        work = works[label["work"]]
        shown = {
            "gist": gist(work.abstract, work.title),
            "proposal": proposal(work.abstract, work.title),
            "result": headline_result(work.abstract),
        }[what]
        right += label["right"] == "yes" and shown.startswith(label["begins"])
    assert right / len(labels) >= least


def test_most_kinds_of_real_works_of_many_fields_are_right() -> None:
    told = kinds(open_articles())
    labels = [label for label in open_article_labels() if label["what"] == "kind"]
    right = sum(label["work"] in told and told[label["work"]].name in label["right"].split("|") for label in labels)
    assert len(labels) >= 100
    assert right / len(labels) >= 0.9
