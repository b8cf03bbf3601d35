"""A column map in `bib/survey.yml` that does not fit is reported with its line and what was probably meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.config.settings import read_settings
from generator.errors import InputError
from generator.records import SourceReading
from generator.sources import read_sources
from tests.conftest import MakeProject

Read = Callable[..., SourceReading]
SHEET = "Bezeichnung;Wer;Wann\nSoil and iron;Ada Okonkwo;2021\n"


@pytest.fixture
def read(project: MakeProject) -> Read:
    def of(fields: str, sheet: str | bytes = SHEET) -> SourceReading:
        made = project({"bib/survey.yml": f"title: Soil\nfields:\n{fields}", "bib/sources/sheet.csv": sheet})
        (reading,) = read_sources(made / "bib" / "sources", read_settings(made))
        return reading

    return of


def test_a_map_that_fits_says_nothing(read: Read) -> None:
    reading = read("  sources/sheet.csv:\n    title: Bezeichnung\n    authors: Wer\n    year: Wann\n")
    assert (len(reading.records), reading.problems, reading.left_out) == (1, (), ())


def test_an_encoding_is_stated_by_a_pattern_as_a_map_is(read: Read) -> None:
    reading = read(
        "  sheet.csv: {title: Bezeichnung, authors: Wer}\nencodings:\n  '*.csv': latin2\n",
        SHEET.replace("Ada Okonkwo", "Ondřej Šťastný").encode("iso8859_2"),
    )
    assert reading.records[0].authors[0].as_last_first == "Šťastný, Ondřej"
    assert reading.problems == ()


def test_an_encoding_of_a_file_that_does_not_exist_is_an_error(read: Read) -> None:
    with pytest.raises(InputError, match=r"bib/survey\.yml:5: `encodings` names sheets\.csv, which is not a file"):
        read("  sheet.csv: {title: Bezeichnung}\nencodings:\n  sheets.csv: latin2\n")


def test_a_map_of_a_file_that_does_not_exist_is_an_error(read: Read) -> None:
    with pytest.raises(InputError) as error:
        read("  sheets.csv: {title: Bezeichnung}\n  sources/*.xls: {title: Bezeichnung}\n")
    assert str(error.value).split("\n") == [
        "bib/survey.yml:3: `fields` names sheets.csv, which is not a file in bib/sources/ (did you mean `sheet.csv`?)",
        "bib/survey.yml:4: `fields` names sources/*.xls, which is not a file in bib/sources/ (did you mean `sources/sheet.csv`?)",
    ]


def test_an_unknown_field_of_ours_is_an_error(read: Read) -> None:
    with pytest.raises(
        InputError,
        match=r"bib/survey.yml:5: `fields` gives sheet.csv an unknown field `autors` \(did you mean `authors`",
    ):
        read("  sheet.csv:\n    title: Bezeichnung\n    autors: Wer\n")


def test_a_column_that_the_file_does_not_have_is_a_warning(read: Read) -> None:
    reading = read("  sheet.csv:\n    title: Bezeichnung\n    year: Wan\n")
    assert [str(problem) for problem in reading.problems] == [
        "bib/survey.yml:5: `fields` says that `year` is the column `Wan`, which sources/sheet.csv does not have (did you mean `Wann`?)"
    ]
    lines = read(
        "  sheet.csv:\n    title: label\n    year: wen\n",
        '{"label": "Soil and iron", "when": 2021}\n{"label": "Roots"}\n',
    )
    assert [problem.place.line for problem in lines.problems if problem.place] == [5]


def test_a_file_that_its_map_does_not_help_is_reported(read: Read) -> None:
    reading = read("  sheet.csv:\n    title: Titel\n    authors: Wer\n")
    assert [piece.reason for piece in reading.left_out] == [
        "is not recognised with the columns that `fields` in bib/survey.yml:4 gives for it (title: Titel, authors: Wer); its first line is "
        "“Bezeichnung;Wer;Wann”: correct the columns' names there"
    ]
