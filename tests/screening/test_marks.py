"""Marks as the services write them into their exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.config.setting_groups import ScreeningSettings
from generator.config.settings import Settings
from generator.errors import InputError
from generator.records import Origin, Record
from generator.screening.criteria import criteria_of
from generator.screening.likely_columns import likely_columns
from generator.screening.registry import marks_of
from generator.screening.values import RecordMarks
from generator.sources.reading import read_file

RAYYAN = (
    'RAYYAN-INCLUSION: {"Ana Sousa"=>"Included", "Bén"=>"Excluded"} | RAYYAN-LABELS: pilot,rct'
    ' | RAYYAN-EXCLUSION-REASONS: wrong population,foreign language | USER-NOTES: {"Bén"=>["only | a, note"]}'
)


def record(source: str = "sources/x.csv", note: str = "", keywords: tuple[str, ...] = (), **extra: Any) -> Record:
    named = tuple((name.replace("__", " ").replace("HASH", "#"), value) for name, value in extra.items())
    return Record(Origin(source, 2), title="Snow fences", note=note, keywords=keywords, extra=named)


def read(one: Record, **settings: Any) -> RecordMarks:
    return marks_of(one, criteria_of(ScreeningSettings(**settings)))


def decisions(found: RecordMarks) -> list[tuple[str, str, str]]:
    return [(mark.reviewer, mark.decision, mark.stage) for mark in found.marks]


def test_rayyan_gives_each_reviewers_decision_with_labels_and_reasons() -> None:
    found = read(record(note=RAYYAN))
    assert decisions(found) == [
        ("Ana Sousa", "include", "title and abstract"),
        ("Bén", "exclude", "title and abstract"),
    ]
    assert found.labels == ("pilot", "rct")
    assert found.marks[1].reasons == ("wrong population", "foreign language")
    assert not found.marks[0].reasons


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ('RAYYAN-INCLUSION: {"Ana"=>"Maybe"}', [("Ana", "undecided")]),
        ('A note of ours. RAYYAN-INCLUSION: {"俊"=>"Included"}', [("俊", "include")]),
        ('RAYYAN-INCLUSION: {"Ana":"Excluded"}', [("Ana", "exclude")]),
        ("RAYYAN-INCLUSION: {}", []),
        ("RAYYAN-LABELS: pilot", []),
        ("no marks here", []),
    ],
)
def test_rayyans_notes_in_their_variations(note: str, expected: list[tuple[str, str]]) -> None:
    assert [(mark.reviewer, mark.decision) for mark in read(record(note=note)).marks] == expected


def test_a_word_that_rayyan_does_not_write_is_reported_and_decides_nothing() -> None:
    found = read(record(note='RAYYAN-INCLUSION: {"Ana"=>"Perhaps"}'))
    assert not found.marks
    assert "`Perhaps` is none of Included, Excluded and Maybe" in found.problems[0].message


def test_a_reason_without_an_exclusion_is_reported() -> None:
    found = read(record(note='RAYYAN-INCLUSION: {"Ana"=>"Included"} | RAYYAN-EXCLUSION-REASONS: wrong design'))
    assert [mark.decision for mark in found.marks] == ["include"]
    assert "wrong design" in found.problems[0].message


def test_covidence_tells_the_stage_by_reason_tag_and_file() -> None:
    number: dict[str, Any] = {"Covidence__HASH": "#31"}
    excluded = read(record(note="Exclusion reason: Wrong intervention; Smith: no control", **number))
    assert decisions(excluded) == [("", "exclude", "full text")]
    assert excluded.marks[0].reasons == ("Wrong intervention",)
    files = {
        "irrelevant": ("exclude", "title and abstract"),
        "excluded": ("exclude", "full text"),
        "select": ("undecided", "full text"),
        "screen": ("undecided", "title and abstract"),
        "included": ("include", "full text"),
    }
    for stage, expected in files.items():
        (mark,) = read(record(f"sources/review_99001_{stage}_csv_20260101.csv", **number)).marks
        assert (mark.decision, mark.stage) == expected
    waiting = read(record(keywords=("Awaiting classification", "pilot"), **number))
    assert decisions(waiting) == [("", "undecided", "full text")]
    assert not read(record("sources/review_99001_export.csv", **number)).marks


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"asreview_label": "1", "asreview_time": "1731330000.5"}, "include"),
        ({"asreview_label": "0"}, "exclude"),
        ({"asreview_label": ""}, None),
        ({"included": "1", "asreview_ranking": "3"}, "include"),
        ({"included": "0.0"}, "exclude"),
        ({"included": "-1"}, None),
        ({"label_included": "1"}, "include"),
        ({"label": "1", "asreview_ranking": "2"}, "include"),
        ({"label": "1"}, None),
        ({"included": "yes, in part"}, None),
    ],
)
def test_asreviews_columns(columns: dict[str, Any], expected: str | None) -> None:
    assert [mark.decision for mark in read(record(**columns)).marks] == ([expected] if expected else [])


def test_asreview_keeps_reviewer_time_and_tags() -> None:
    found = read(
        record(
            asreview_label="1",
            asreview_time="2026-03-01 10:00:00",
            asreview_user_name="Ana",
            asreview_tag_design_rct="1",
            asreview_tag_design_cohort="0",
        )
    )
    assert (found.marks[0].reviewer, found.marks[0].at) == ("Ana", "2026-03-01 10:00:00")
    assert found.labels == ("design rct",)


@pytest.mark.parametrize(("word", "expected"), [("relevant", "include"), ("irrelevant", "exclude"), ("not_seen", None)])
def test_asreviews_ris_says_it_in_a_note_or_a_keyword(word: str, expected: str | None) -> None:
    for one in (record(note=f"ASReview_{word}"), record(keywords=("bells", f"ASReview_{word}"))):
        assert [mark.decision for mark in read(one).marks] == ([expected] if expected else [])


def test_a_column_of_ones_own_is_read_with_its_words() -> None:
    own = {"column": "Decision", "include": ("yes", "in"), "exclude": ("no",), "reason": "why", "reviewer": "who"}
    found = read(record(decision="No", why="not about bells", who="Ana"), **own)
    assert decisions(found) == [("Ana", "exclude", "title and abstract")]
    assert found.marks[0].reasons == ("not about bells",)
    assert [mark.decision for mark in read(record(DECISION=" yes "), **own).marks] == ["include"]
    assert not read(record(), **own).marks
    unknown = read(record(decision="perhaps"), **own)
    assert not unknown.marks
    assert "`perhaps` in the column `Decision` is not a known decision" in unknown.problems[0].message


def test_contradictions_in_ones_own_column_are_reported() -> None:
    own = {"column": "tags", "include": ("in",), "exclude": ("out",), "reason": "why"}
    both = read(record(keywords=("in", "out", "bells")), **own)
    assert [mark.decision for mark in both.marks] == ["undecided"]
    assert "more than one decision" in both.problems[0].message
    reasoned = read(record(keywords=("in",), why="wrong design"), **own)
    assert [mark.decision for mark in reasoned.marks] == ["include"]
    assert "gives a reason for exclusion" in reasoned.problems[0].message
    assert not read(record(keywords=("bells",)), **own).problems


def test_a_word_without_a_column_and_a_broken_rule_stop_with_what_to_do() -> None:
    with pytest.raises(InputError, match="no column is named"):
        criteria_of(ScreeningSettings(exclude=("no",)))
    with pytest.raises(InputError, match="compared with a number"):
        criteria_of(ScreeningSettings(exclude=("year<old",)))
    with pytest.raises(InputError, match="stands for two decisions"):
        criteria_of(ScreeningSettings(column="x", include=("a",), exclude=("A",)))


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            {"citation_screening_status": "included", "fulltext_screening_status": "excluded"},
            [("", "include", "title and abstract"), ("", "exclude", "full text")],
        ),
        (
            {"citation_screening_status": "conflict", "fulltext_screening_status": "not_screened"},
            [("", "undecided", "title and abstract")],
        ),
        ({"screened_titles": "selected", "screened_abstracts": "excluded"}, [("", "exclude", "title and abstract")]),
        ({"screened_titles": "unknown"}, [("", "undecided", "title and abstract")]),
        (
            {"Include": "false", "User__Name": "Ana", "Resolve?": "", "Article__ID": "7"},
            [("Ana", "exclude", "title and abstract")],
        ),
        ({"Include": "false"}, []),
    ],
)
def test_colandr_revtools_and_sysrev_write_a_column_of_statuses(
    columns: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert decisions(read(record(**columns))) == expected


def test_colandr_gives_the_reasons_of_each_stage_and_its_tags() -> None:
    found = read(
        record(
            citation_screening_status="included",
            fulltext_screening_status="excluded",
            fulltext_exclude_reasons="no control; wrong outcome",
            study_tags="pilot; rct",
        )
    )
    assert found.marks[1].reasons == ("no control", "wrong outcome")
    assert found.labels == ("pilot", "rct")
    unknown = read(record(citation_screening_status="perhaps"))
    assert not unknown.marks
    assert "is not a status of Colandr" in unknown.problems[0].message


def test_syrf_writes_what_its_reviewers_decisions_come_to() -> None:
    columns: dict[str, Any] = {"StudyId": "5d1", "ScreeningDecisions": "Included;Excluded;Included"}
    for status, expected in (("Included", "include"), ("Excluded", "exclude"), ("InsufficientlyScreened", "")):
        found = read(record(**columns, ScreeningStatus=status))
        assert [mark.decision for mark in found.marks] == ([expected] if expected else []) and not found.problems


def test_marks_of_syrf_are_read_from_its_file(tmp_path: Path) -> None:
    rows = ["StudyId,Title,Authors,PublicationName,Year,Doi,Abstract,ScreeningStatus,NumberOfScreeners"]
    statuses = ("Included", "Excluded", "InsufficientlyScreened")
    rows += [
        f"5d{at},Rats and mazes {at},Pip R,Neuro,2010,10.5555/r.{at},We ran.,{one},2" for at, one in enumerate(statuses)
    ]
    (tmp_path / "syrf.csv").write_text("\n".join(rows), encoding="utf-8")
    reading = read_file(tmp_path / "syrf.csv", "sources/syrf.csv", Settings())
    marks = [[mark.decision for mark in read(one).marks] for one in reading.records]
    assert marks == [["include"], ["exclude"], []]
    assert {one.venue for one in reading.records} == {"Neuro"}


def test_a_column_that_looks_like_decisions_is_reported_with_the_setting_that_reads_it() -> None:
    words = ["Include", "Exclude", "Exclude", "Maybe", "Include"]
    records = [
        Record(Origin("sources/distiller.csv", line), title=f"Bells {line}", extra=(("Level 1", word), ("Refid", "7")))
        for line, word in enumerate(words, 2)
    ]
    (problem,) = likely_columns(records, ScreeningSettings())
    assert "`Level 1` looks like 4 decisions" in problem.message
    assert "screening: {column: Level 1, include: [Include], exclude: [Exclude], maybe: [Maybe]}" in problem.hint
    assert not list(likely_columns(records, ScreeningSettings(column="Level 1")))
    assert not list(likely_columns(records[:2], ScreeningSettings()))
