"""Cells that no spreadsheet takes for a formula, and the way back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.table import table
from generator.pipeline import survey_of
from generator.text.spreadsheet import guarded, unguarded
from tests.bibliography.publications import a_work
from tests.conftest import MakeProject

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "|cmd",
    "%x",
    "＝1",
    "'=1",
    "''@a",
    " =1+1",
    "  -1",
    "\n=1",
    "\u00a0=1",
    "\u3000＝1",
    "\ufeff=1",
    "\u200b@a",
    "\u202e=1",
    "\x0b+1",
    "' =1",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text(st.sampled_from("'=+-@|%a \t\r\n\u200b\ufeff＝")))
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_table_of_works_is_read_as_it_was_before_it_was_written(project: MakeProject) -> None:
    titles = ["=1+1 otters at sea", "'=quoted badgers in woods", "'t Hooft on voles", "-omics of newts"]
    works = [a_work(title, (), key=f"k{number}", year=2000 + number) for number, title in enumerate(titles)]
    text = table(works)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["title"] for row in rows] == ["'" + titles[0], "'" + titles[1], titles[2], "'" + titles[3]]
    survey = survey_of(project({"bib/sources/a.csv": text}))
    assert sorted(work.title for work in survey.works.values()) == sorted(titles)
