"""From marks to verdicts, and from rules to exclusions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.setting_groups import ScreeningSettings
from generator.records import Origin, Record
from generator.screening import is_screened, place_of, screen
from generator.screening.conditions import is_condition, read_condition
from generator.screening.values import STAGES, Mark
from generator.screening.verdicts import verdict_of
from generator.works import Work


def mark(decision: str, stage: str = "title and abstract", reviewer: str = "", at: str = "", line: int = 1) -> Mark:
    reasons = ("wrong design",) if decision == "exclude" else ()
    return Mark(decision, stage, Origin("sources/a.csv", line), "Rayyan", reviewer, reasons, at)  # type: ignore[arg-type]


def work(line: int = 1, note: str = "", **fields: Any) -> Work:
    record = Record(Origin("sources/a.csv", line), title=f"Work {line}", note=note)
    return Work(title=f"Work {line}", records=(record,), **fields)


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        ([], "unscreened"),
        ([mark("include")], "included"),
        ([mark("exclude")], "excluded"),
        ([mark("undecided")], "awaiting"),
        ([mark("include", reviewer="Ana"), mark("include", reviewer="Ben")], "included"),
        ([mark("include", reviewer="Ana"), mark("exclude", reviewer="Ben")], "conflict"),
        ([mark("include", reviewer="Ana"), mark("undecided", reviewer="Ben")], "awaiting"),
        ([mark("exclude", reviewer="Ana"), mark("undecided", reviewer="Ben")], "awaiting"),
        ([mark("include"), mark("exclude", "full text")], "excluded"),
        ([mark("exclude"), mark("include", "full text")], "included"),
        ([mark("include"), mark("exclude", "retrieval")], "not retrieved"),
        ([mark("exclude", reviewer="Ana", at="100"), mark("include", reviewer="Ana", at="20")], "excluded"),
        ([mark("exclude", reviewer="Ana"), mark("include", reviewer="Ana")], "conflict"),
    ],
)
def test_the_rules_of_a_verdict(marks: list[Mark], status: str) -> None:
    assert verdict_of(marks).status == status
    assert verdict_of(reversed(marks)).status == status


@given(
    st.lists(
        st.builds(
            mark,
            st.sampled_from(["include", "exclude", "undecided"]),
            st.sampled_from(STAGES),
            st.sampled_from(["", "Ana", "Ben"]),
            st.sampled_from(["", "1", "2026-01-01"]),
            st.integers(1, 5),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_a_verdict_does_not_depend_on_the_order_of_marks(marks: list[Mark], random: Any) -> None:
    shuffled = list(marks)
    random.shuffle(shuffled)
    verdict, other = verdict_of(marks), verdict_of(shuffled)
    assert (verdict.status, verdict.stage, verdict.reasons) == (other.status, other.stage, other.reasons)
    assert (verdict.status == "unscreened") == (not marks)


def test_excluded_works_leave_with_their_reason_and_undecided_ones_stay_until_they_are_hidden() -> None:
    works = [
        work(1, 'RAYYAN-INCLUSION: {"Ana"=>"Included"}'),
        work(2, 'RAYYAN-INCLUSION: {"Ana"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: wrong design'),
        work(3, 'RAYYAN-INCLUSION: {"Ana"=>"Maybe"}'),
        work(4),
    ]
    shown = screen(works, ScreeningSettings())
    assert [one.title for one in shown.works] == ["Work 1", "Work 3", "Work 4"]
    assert [(piece.title, piece.reason, piece.status) for piece in shown.left_out] == [
        ("Work 2", "wrong design", "excluded")
    ]
    statuses = [shown.verdicts[place_of(one)].status for one in works]
    assert statuses == ["included", "excluded", "awaiting", "unscreened"]
    hidden = screen(works, ScreeningSettings(undecided="hide"))
    assert [one.title for one in hidden.works] == ["Work 1"]
    assert len(hidden.works) + len({piece.origin for piece in hidden.left_out}) == len(works)


def test_a_survey_without_marks_and_rules_claims_no_screening() -> None:
    for undecided in ("show", "hide"):
        found = screen([work(1), work(2)], ScreeningSettings(undecided=undecided))
        assert len(found.works) == 2
        assert not is_screened(found.verdicts)


def test_rules_exclude_where_nobody_decided() -> None:
    works = [
        work(1, year=1999),
        work(2, year=2015),
        work(3, year=None),
        work(4, 'RAYYAN-INCLUSION: {"Ana"=>"Included"}', year=1999),
        work(5, year=2015, language="German"),
    ]
    found = screen(works, ScreeningSettings(exclude=("year<2010",), include=("language = English",)))
    assert [one.title for one in found.works] == ["Work 2", "Work 3", "Work 4"]
    assert [(piece.title, piece.reason) for piece in found.left_out] == [
        ("Work 1", "year<2010"),
        ("Work 5", "not language = English"),
    ]


@pytest.mark.parametrize(
    ("text", "fields", "holds"),
    [
        ("year<2010", {"year": 2009}, True),
        ("year < 2010", {"year": 2010}, False),
        ("year>=2010 and type=article", {"year": 2011, "kind": "article"}, True),
        ("year>=2010 and type=article", {"year": 2011, "kind": "book"}, False),
        ("language=german", {"language": "German"}, True),
        ("language != german", {"language": "English"}, True),
        ('venue ~ "of the bell"', {"venue": "Journal of the Bell"}, True),
        ("keyword = bells", {"keywords": ("snow", "Bells")}, True),
        ("year<2010", {}, None),
        ("year<2010 and type=book", {"kind": "article"}, False),
        ("title ~ salt and pepper", {}, False),
    ],
)
def test_conditions(text: str, fields: dict[str, Any], holds: bool | None) -> None:
    assert read_condition(text).holds(work(1, **fields)) is holds


@pytest.mark.parametrize("text", ["colour=red", "year<old", "year ~ 20", "title < b", "year"])
def test_what_is_no_condition_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_condition(text)
    assert not is_condition("yes")
    assert not is_condition("included = in part")
