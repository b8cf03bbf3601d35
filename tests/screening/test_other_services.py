"""Services whose reports have no fixed columns: a note names the column of decisions, and its settings read every mark.

A report of DistillerSR has the questions of the team's own forms as columns, CADIMA's tables the team's own criteria,
and SWIFT-Active Screener the answers to the team's own question.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from generator import pipeline
from tests.conftest import MakeProject

DISTILLER = [
    ["Refid", "User", "Author", "Title", "Abstract", "Is this reference relevant?", "If no, why?"],
    ["101", "akim", "Kim, A.", "Hedgerows and farmland birds in winter", "We count birds.", "Yes", ""],
    ["102", "akim", "Roe, B.", "A trial of beetle banks beside wheat", "We test banks.", "No", "wrong population"],
    ["103", "akim", "Diaz, C.", "Flower strips and hoverflies in orchards", "We sow strips.", "No", "no control"],
    ["104", "akim", "Ito, D.", "Set-aside land and skylark territories", "We map larks.", "Unclear", ""],
    ["105", "akim", "Berg, E.", "Pollen diets of bumblebees on clover leys", "We read pollen.", "Yes", ""],
]
DISTILLER_REASONED = [
    ["RefID", "Title", "Authors", "Level 2 - Full text screening"],
    ["1", "Nest boxes and great tits in oak woods", "Moss, T.", "Include"],
    ["2", "Night lights and moth catches at field edges", "Webb, R.", "Exclude: wrong outcome"],
    ["3", "Grazing and dung beetles on upland heath", "Tarn, P.", "Exclude: not a primary study"],
    ["4", "Mowing dates and corncrake broods in meadows", "Low, S.", "Include (with comments)"],
]
SWIFT = [
    ["Title", "Authors", "Year", "Abstract", "Screening Result", "Rank Score"],
    ["Lead in tap water and school tests", "Hart, L.", "2019", "We test water.", "Included", "0.91"],
    ["Noise near airports and sleep of children", "Penn, O.", "2020", "We log sleep.", "Excluded", "0.12"],
    ["Dust on playgrounds after a smelter closed", "Ruiz, M.", "2021", "We sample dust.", "Excluded", "0.33"],
    ["Radon in cellars and the age of houses", "Lund, K.", "2018", "We measure radon.", "Conflicted", "0.52"],
    ["Ozone days and visits to emergency rooms", "Vega, N.", "2022", "We count visits.", "Included", "0.88"],
]
CADIMA = [
    ["ID", "Title", "Authors", "Eligible at title/abstract stage"],
    ["4", "Bt maize and spiders in field margins", "Horn, G.", "yes"],
    ["5", "Bt cotton and aphids under drought", "Chen, X.", "no"],
    ["6", "Bt brinjal and ladybirds in plots", "Rao, V.", "yes"],
    ["7", "Glyphosate and earthworms in vineyards", "Blau, F.", "unclear"],
]
TOLD = re.compile(r"write `(screening: \{.*\})` into")


def notes_of(folder: Path) -> list[str]:
    return [str(problem.hint) for problem in pipeline.survey_of(folder).problems if "looks like" in problem.message]


@pytest.mark.parametrize(
    ("rows", "included", "excluded", "undecided"),
    [(DISTILLER, 2, 2, 1), (DISTILLER_REASONED, 2, 2, 0), (SWIFT, 2, 2, 1), (CADIMA, 2, 1, 1)],
    ids=["DistillerSR", "DistillerSR with reasons", "SWIFT-Active Screener", "CADIMA"],
)
def test_the_column_of_decisions_is_reported_and_the_suggested_setting_reads_every_mark(
    project: MakeProject, rows: list[list[str]], included: int, excluded: int, undecided: int
) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    folder = project({"bib/sources/export.csv": out.getvalue()})
    (hint,) = notes_of(folder)
    setting = TOLD.search(hint)
    assert setting
    (folder / "bib/survey.yml").write_text(setting[1] + "\n", encoding="utf-8")
    survey = pipeline.survey_of(folder)
    marks = [mark.decision for verdict in survey.verdicts.values() for mark in verdict.marks]
    marks += [mark.decision for _, verdict in survey.screened_out for mark in verdict.marks]
    assert {one: marks.count(one) for one in ("include", "exclude", "undecided")} == {
        "include": included,
        "exclude": excluded,
        "undecided": undecided,
    }


def test_yes_and_no_decide_nothing_where_the_column_does_not_ask(project: MakeProject) -> None:
    rows = [[*row[:3], "Open access"] if row is CADIMA[0] else row for row in CADIMA]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    assert not notes_of(project({"bib/sources/export.csv": out.getvalue()}))


def test_a_yes_to_exclusion_excludes(project: MakeProject) -> None:
    rows = [[*row[:3], "Exclude?"] if row is CADIMA[0] else row for row in CADIMA]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    (hint,) = notes_of(project({"bib/sources/export.csv": out.getvalue()}))
    assert 'include: ["no"], exclude: ["yes"], maybe: [unclear]' in hint


def test_a_column_of_decisions_is_reported_beside_a_file_that_has_marks_of_its_own(project: MakeProject) -> None:
    sheet = io.StringIO()
    csv.writer(sheet).writerows(
        [
            ["Title", "Authors", "Year", "Decision", "Exclusion reason"],
            ["Lead in tap water and school tests", "Hart, L.", "2019", "Include", ""],
            ["Noise near airports and sleep of children", "Penn, O.", "2020", "Exclude", "Wrong population"],
            ["Dust on playgrounds after a smelter closed", "Ruiz, M.", "2021", "Exclude", "No full text"],
        ]
    )
    ris = "TY  - JOUR\nTI  - Radon in cellars and the age of houses\nAU  - Lund, K.\nPY  - 2018\nER  - \n"
    folder = project({"bib/sources/review_412_included_csv.ris": ris, "bib/sources/second.csv": sheet.getvalue()})
    (hint,) = notes_of(folder)
    setting = TOLD.search(hint)
    assert setting
    (folder / "bib/survey.yml").write_text(setting[1] + "\n", encoding="utf-8")
    survey = pipeline.survey_of(folder)
    reasons = {work.title[:4]: verdict.reasons for work, verdict in survey.screened_out}
    assert reasons == {"Nois": ("Wrong population",), "Dust": ("No full text",)}
    assert [verdict.status for verdict in survey.verdicts.values()] == ["included", "included"]
