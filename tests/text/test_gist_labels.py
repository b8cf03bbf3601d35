from __future__ import annotations

import csv
from pathlib import Path

import pytest

from generator.kinds import kinds
from generator.pipeline import survey_of
from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal
from generator.works import Work
from tests.kinds.corpora import (
    field_passages,
    open_article_labels,
    open_articles,
    sentence_shown,
    shipped_passage_labels,
)

LABELS = Path("tests/data/gist-labels.csv")


def test_150_works_are_read_in_two_halves_of_whole_rows() -> None:
    rows = list(csv.DictReader(LABELS.read_text(encoding="utf-8").splitlines()))
    assert len({row["work"] for row in rows}) == len(rows) >= 150
    assert {row["half"] for row in rows} == {"development", "held-out"}
    assert {row["right"] for row in rows} == {"yes", "no"}
    assert all(row["begins"] for row in rows)


def shown(what: str, work: Work) -> str:
    return {
        "gist": gist(work.abstract, work.title),
        "proposal": proposal(work.abstract, work.title),
        "result": headline_result(work.abstract),
    }[what]


@pytest.mark.parametrize(
    ("what", "half", "least"),
    [
        ("gist", "development", 0.95),
        ("gist", "held-out", 0.89),
        ("proposal", "development", 0.95),
        ("proposal", "held-out", 0.92),
        ("result", "development", 0.95),
        ("result", "held-out", 0.9),
    ],
)
def test_most_passages_of_real_works_of_many_fields_are_right(what: str, half: str, least: float) -> None:
    works = {work.key: work for work in open_articles()}
    labels = [label for label in open_article_labels() if (label["what"], label["half"]) == (what, half)]
    passages = {label["work"]: shown(what, works[label["work"]]) for label in labels}
    said = [label for label in labels if passages[label["work"]]]
    assert len(said) >= max(35, 0.9 * len(labels))
    right = sum(label["right"] == "yes" and passages[label["work"]].startswith(label["begins"]) for label in said)
    assert right / len(said) >= least


@pytest.mark.parametrize(("what", "least"), [("gist", 0.9), ("proposal", 0.93), ("result", 0.92)])
def test_most_passages_of_this_survey_that_were_read_are_right(what: str, least: float) -> None:
    works = survey_of(Path(".")).works
    labels = [label for label in shipped_passage_labels() if label["what"] == what and label["work"] in works]
    passages = {label["work"]: shown(what, works[label["work"]]) for label in labels}
    said = [label for label in labels if passages[label["work"]]]
    assert len(said) >= max(40, 0.85 * len(labels))
    right = sum(label["right"] == "yes" and passages[label["work"]].startswith(label["begins"]) for label in said)
    assert right / len(said) >= least


@pytest.mark.parametrize(
    ("what", "least", "said_least"), [("gist", 0.93, 0.9), ("proposal", 0.95, 0.75), ("result", 0.93, 0.7)]
)
@pytest.mark.parametrize("half", ["development", "held-out"])
def test_most_passages_of_invented_abstracts_are_right(what: str, least: float, said_least: float, half: str) -> None:
    rows = [row for row in field_passages() if row["half"] == half]
    assert len(rows) >= 29
    passages = {row["key"]: shown(what, Work(row["title"], (), row["key"], " ".join(row["sentences"]))) for row in rows}
    said = [row for row in rows if passages[row["key"]]]
    assert len(said) >= said_least * sum(bool(row[what]) for row in rows)
    right = [row for row in said if sentence_shown(passages[row["key"]], row["sentences"]) in row[what]]
    assert len(right) / len(said) >= (least if half == "development" else least - 0.05)


def test_most_kinds_of_real_works_of_many_fields_are_right() -> None:
    by_work = kinds(open_articles())
    labels = [label for label in open_article_labels() if label["what"] == "kind"]
    right = sum(
        label["work"] in by_work and by_work[label["work"]].name in label["right"].split("|") for label in labels
    )
    assert len(labels) >= 100
    assert right / len(labels) >= 0.9
