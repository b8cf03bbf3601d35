"""The graded links of the shipped survey: what the first three related works of a work are worth."""

from __future__ import annotations

import csv
from pathlib import Path

from generator import links, themes
from tests.kinds.corpora import neuroscience, open_articles

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


def test_links_among_works_of_many_fields_are_graded_too() -> None:
    rows = list(csv.DictReader(Path("tests/data/open-article-grades.csv").read_text(encoding="utf-8").splitlines()))
    known = {work.key for work in open_articles()}
    assert len(rows) >= 100
    assert {row["grade"] for row in rows} == {"0", "1", "2"}
    assert known >= {row["work"] for row in rows} | {row["other"] for row in rows}


def test_works_of_as_many_subjects_are_not_linked_by_what_chance_gives_them() -> None:
    articles = open_articles()
    titles = {work.key: work.title for work in articles}
    placements = themes.assign(articles, themes.discover(articles)).placements
    primary = {key: placement.primary for key, placement in placements.items()}
    evidence = {key: placement.scores for key, placement in placements.items()}
    found = links.related(articles, primary, evidence=evidence)
    linked = {
        frozenset((titles[key][:20], titles[entry.key][:20])) for key, entries in found.items() for entry in entries
    }
    assert frozenset(("Failure to Detect th", "Benefit from B-Lymph")) in linked  # both of chronic fatigue
    assert frozenset(("A Comparison of Wood", "Reproducibility of B")) not in linked  # violins, and images of the brain
    assert frozenset(("An In-Depth Analysis", "Abnormal Contextual ")) not in linked  # a parasite, and schizophrenia
    assert len(linked) < 2.5 * len(articles)
