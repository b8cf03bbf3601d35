"""The flow of records adds up, whatever a survey holds, and claims no step that nobody took."""

from __future__ import annotations

import csv
import io
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.config.history import Version
from generator.config.screening_files import STAGES
from generator.config.searches import KINDS, Search
from generator.fates import flow_of
from generator.figures.prisma_data import prisma_csv
from generator.flow import COLUMNS, Flow
from generator.records import LeftOut, Origin, Record, SourceReading
from generator.screening.values import Mark, Verdict
from generator.works import Work
from tests.conftest import MakeProject

SOURCES = ("sources/a.ris", "sources/b.bib", "sources/c.csv")
STATUSES = ("included", "excluded", "not retrieved", "awaiting", "conflict", "unscreened")
Judged = list[tuple[Work, Verdict | None]]


@st.composite
def surveys(draw: st.DrawFn) -> dict[str, Any]:
    """Any survey: works of one to four records in three sources, judged in any way, records left out, a history."""
    lines = count(1)
    records: list[Record] = []

    def read(kinds: tuple[str | None, ...] = (None, "preprint", "article")) -> Record:
        origin = Origin(draw(st.sampled_from(SOURCES)), next(lines))
        records.append(Record(origin, "A title", kind=draw(st.sampled_from(kinds))))
        return records[-1]

    judged: Judged = []
    for number in range(draw(st.integers(0, 12))):
        own = tuple(read() for _ in range(draw(st.integers(1, 4))))
        judged.append((Work("A title", own, key=f"k{number}"), draw(verdicts(own[0].origin))))
    left_out: list[LeftOut] = []
    for _ in range(draw(st.integers(0, 4))):
        first, *rest = [read().origin for _ in range(draw(st.integers(1, 3)))]
        stage = draw(st.sampled_from(("", *STAGES)))
        status = draw(st.sampled_from(("excluded", "set aside")))
        left_out.append(LeftOut(first, "off topic", status=status, stage=stage))
        if status == "excluded":
            left_out += [LeftOut(one, "off topic", counted_as=first, status=status, stage=stage) for one in rest]
        else:
            left_out += [LeftOut(one, "off topic", status=status) for one in rest]
    scraps = (LeftOut(Origin(SOURCES[0], 999), "no reference", count=draw(st.integers(1, 9))),)
    readings = [
        SourceReading(name, "RIS", tuple(one for one in records if one.origin.source == name), scraps)
        for name in SOURCES
    ]
    kinds: st.SearchStrategy[Any] = st.sampled_from(("", *KINDS))
    searches = [Search((name,), kind=draw(kinds)) for name in SOURCES]
    added = tuple(work.key for work, _ in judged if draw(st.booleans()))
    history = draw(st.sampled_from(((), (Version("", added, ("gone",)),))))
    return {
        "readings": readings,
        "judged": judged,
        "left_out": left_out,
        "searches": searches,
        "history": history,
    }


@st.composite
def verdicts(draw: st.DrawFn, origin: Origin) -> Verdict | None:
    if draw(st.integers(0, 9)) == 0:
        return None
    status, stage = draw(st.sampled_from(STATUSES)), draw(st.sampled_from(STAGES))
    if draw(st.integers(0, 5)) == 0:
        return Verdict("excluded", stage, ("year<2010",), "rule")
    marks = (Mark("include", stage, origin, "Rayyan"),) if draw(st.booleans()) else ()
    reasons = tuple(draw(st.lists(st.sampled_from(("wrong design", "no data")), unique=True)))
    return Verdict(status, stage, reasons, "marks" if marks else "decision", marks)  # type: ignore[arg-type]


@settings(max_examples=300, deadline=None)
@given(surveys())
def test_every_number_adds_up_in_each_column_of_any_survey(survey: dict[str, Any]) -> None:
    flow = flow_of(**survey)
    assert flow.count("identified") == sum(len(reading.records) for reading in survey["readings"])
    for column in COLUMNS:

        def of(*boxes: Any, column: Any = column) -> int:
            return sum(flow.count(box, column) for box in boxes)

        assert of("identified") == sum(source.records for source in flow.sources if source.column == column)
        before = of("duplicates", "automatic", "set-aside", "left-out", "not-screened")
        on = of("screened") if flow.is_screened else of("included")
        assert of("identified") == before + on
        if flow.is_screened:
            assert of("screened") == of("excluded", "open", "included-early", "sought")
            assert of("sought") == of("not-retrieved", "open-retrieval", "included-unread", "assessed")
            assert of("included") == of("included-early", "included-unread") + (
                of("assessed") - of("excluded-full-text", "open-full-text")
            )
        else:
            assert not of("screened", "sought", "assessed", "excluded", "not-screened", "open")
        for box in ("automatic", "set-aside", "left-out", "excluded", "not-retrieved", "excluded-full-text"):
            assert sum(number for _, number in flow.reasons(box, column)) == of(box)
    assert flow.earlier + flow.new == flow.count("included") <= flow.reports
    known = [fate.origin for fate in flow.fates]
    assert len(known) == len(set(known))


@settings(max_examples=100, deadline=None)
@given(surveys())
def test_the_data_for_the_package_prisma2020_adds_up_for_any_survey(survey: dict[str, Any]) -> None:
    flow = flow_of(**survey)
    counts = {row["data"]: row["n"] for row in csv.DictReader(io.StringIO(prisma_csv(flow))) if row["data"] != "NA"}

    def of(*names: str) -> int:
        cells = [part.rsplit(", ", 1)[-1] for name in names for part in counts[name].split("; ")]
        return sum(map(int, cells))

    searched = ("database_results", "register_results", "website_results", "organisation_results", "citations_results")
    assert of(*searched) == flow.count("identified")
    assert of("database_specific_results") == of("database_results")
    assert of("register_specific_results") == of("register_results")
    assert of("previous_studies", "new_studies") == of("total_studies")
    assert of("previous_reports", "new_reports") == of("total_reports")
    for arm in ("dbr", "other"):
        column = COLUMNS[0 if arm == "dbr" else 1]
        assert of(f"{arm}_excluded") == flow.count("excluded-full-text", column)
        assert of(f"{arm}_assessed", f"{arm}_notretrieved_reports") <= of(f"{arm}_sought_reports")


@settings(max_examples=60, deadline=None)
@given(surveys())
def test_the_order_in_which_works_come_changes_nothing(survey: dict[str, Any]) -> None:
    turned = {**survey, "judged": survey["judged"][::-1], "left_out": survey["left_out"][::-1]}
    assert flow_of(**turned) == flow_of(**survey)


def judged(*found: tuple[tuple[str, ...], Verdict | None], searches: tuple[Search, ...] = ()) -> Flow:
    """The flow of works of which the named sources have a record each."""
    lines = count(1)
    works: Judged = [
        (Work("T", tuple(Record(Origin(source, next(lines)), "T") for source in sources), key=str(at)), verdict)
        for at, (sources, verdict) in enumerate(found)
    ]
    readings = [
        SourceReading(name, "RIS", tuple(r for work, _ in works for r in work.records if r.origin.source == name))
        for name in SOURCES
    ]
    return flow_of(readings, works, (), searches)


def test_what_a_database_found_too_is_counted_there_and_is_a_duplicate_among_other_methods() -> None:
    searches = (Search((SOURCES[0],), kind="citation searching"), Search((SOURCES[1],), kind="database"))
    flow = judged(((SOURCES[0], SOURCES[1]), None), ((SOURCES[0],), None), searches=searches)
    assert [flow.count("included", column) for column in COLUMNS] == [1, 1]
    assert [flow.count("duplicates", column) for column in COLUMNS] == [0, 1]


def test_without_a_mark_nothing_was_screened_and_with_one_the_rest_waits() -> None:
    mark = Mark("include", "title and abstract", Origin(SOURCES[0], 1), "Rayyan")
    silent = judged(((SOURCES[0],), Verdict("unscreened")), ((SOURCES[0],), Verdict("unscreened")))
    assert not silent.is_screened
    assert (silent.count("screened"), silent.count("included")) == (0, 2)
    begun = judged(((SOURCES[0],), Verdict("included", marks=(mark,))), ((SOURCES[0],), Verdict("unscreened")))
    assert [begun.count(box) for box in ("screened", "included", "not-screened")] == [1, 1, 1]


def test_notes_of_an_exporter_blank_lines_and_empty_files_are_no_records(project: MakeProject) -> None:
    ovid = "".join(
        f"TY  - JOUR\nTI  - {title}\nAU  - Tarn, E\nPY  - 2011\nER  - \n\nLink to the Ovid Full Text or citation:\n\n"
        f"http://ovidsp.example.org/{title[:2]}\n\n"
        for title in ("Snow fences on ridges", "Ice roads of the north", "Old wells in chalk")
    )
    folder = project(
        {"bib/sources/ovid.ris": ovid, "bib/sources/empty.csv": "", "bib/sources/notes.txt": "nothing to read here\n"}
    )
    flow = pipeline.survey_of(folder).passage
    assert flow.count("identified") == flow.count("included") == 3
    assert {source.name: source.records for source in flow.sources} == {"ovid.ris": 3, "empty.csv": 0, "notes.txt": 0}
