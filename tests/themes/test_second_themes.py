"""Second themes that the program gives of itself, by reading each beside the work's abstract."""

from __future__ import annotations

import csv
from pathlib import Path

from generator import themes
from generator.pipeline import survey_of


def test_second_themes_are_shown_only_where_most_are_right() -> None:
    """`tests/data/second-theme-labels.csv`: what one reader said of all that were given without any decision."""
    survey = survey_of(Path("."))
    with Path("tests/data/second-theme-labels.csv").open(encoding="utf-8", newline="") as file:
        right = {(row["work"], row["theme"]): row["right"] == "yes" for row in csv.DictReader(file)}
    placements = themes.assign(list(survey.works.values()), survey.taxonomy).placements
    given = [(key, theme) for key, placement in placements.items() for theme in placement.secondary]
    assert len(given) >= 25
    assert sum(right.get(pair, False) for pair in given) / len(given) >= 0.8  # unread counts as wrong
