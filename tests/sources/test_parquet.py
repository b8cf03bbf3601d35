"""Parquet tables: what stands in a few bytes is not unfolded to gigabytes."""

from __future__ import annotations

import io
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from generator.sources import parquet as table_reader
from tests.sources.conftest import Read

LONG = "otter" * 200_000  # a megabyte, which stands in the file once


def table(columns: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file, compression="zstd")
    return file.getvalue()


def repeated(text: str, times: int) -> pyarrow.Array:
    return pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * times, pyarrow.int32()), pyarrow.array([text]))


@pytest.mark.parametrize("kind", ["text", "texts", "text within"])
def test_a_text_that_is_repeated_thousands_of_times_is_refused_before_it_is_unfolded(
    read: Read, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_reader, "_TEXT", 2**23)
    texts: Any = repeated(LONG, 20_000)
    if kind == "texts":
        texts = pyarrow.array([[LONG] * 10])
    elif kind == "text within":
        texts = pyarrow.array([{"given": LONG}] * 10)
    data = table({"title": ["Otters"] * len(texts), "authors": texts})
    assert len(data) < 10_000
    (left_out,) = read(data, "otters.parquet").left_out
    assert left_out.reason == "unfolds to over 8 MB; split it into several files"


def test_numbers_that_are_repeated_very_often_are_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_reader, "_VALUES", 2**16)
    years = pyarrow.array([[2020] * 70_000])
    (left_out,) = read(table({"title": ["Otters"], "year": years}), "otters.parquet").left_out
    assert left_out.reason == "unfolds to 70,001 values; split it into several files"


def test_lists_and_texts_that_stand_several_times_are_read(read: Read) -> None:
    names = pyarrow.array([["Pond, Ida", "Brook, Sven"], ["Pond, Ida"]])
    reading = read(table({"title": ["Otters", "Voles"], "authors": names, "journal": ["Water", "Water"]}), "a.parquet")
    assert [(record.title, len(record.authors), record.venue) for record in reading.records] == [
        ("Otters", 2, "Water"),
        ("Voles", 1, "Water"),
    ]


def test_a_table_of_titles_beside_unknown_columns_is_read_and_these_are_told(read: Read) -> None:
    titles = ["Otters at sea and in rivers", "How beavers build their dams", "A field guide to the tracks of mammals"]
    data = table({"Title": titles, "Kommentar": ["gut", None, "später"], "Wer liest": [["Ann"], ["Bo", "Cy"], []]})
    reading = read(data, "otters.parquet")
    assert [record.title for record in reading.records] == titles
    assert reading.records[0].extra == (("Kommentar", "gut"), ("Wer liest", "Ann"))
    (problem,) = reading.problems
    assert (
        problem.message
        == "of its columns only `Title` is understood; `Kommentar`, `Wer liest` are kept with each work as it is"
    )
    assert (problem.hint.split("such as ")[1], problem.level) == (
        '`fields: {"otters.parquet": {authors: "…"}}`',
        "warning",
    )


@pytest.mark.parametrize(
    "columns",
    [
        {"Title": ["Dr", "Prof"], "Surname": ["Roe", "Doe"]},  # a list of people
        {"title": [["Otters at sea"], None], "label": [1, 0]},  # mostly without titles
        {"Title": pyarrow.array([], pyarrow.string()), "Kommentar": pyarrow.array([], pyarrow.string())},
    ],
)
def test_what_is_called_title_but_holds_none_is_no_table_of_works(read: Read, columns: dict[str, Any]) -> None:
    reading = read(table(columns), "otters.parquet")
    assert reading.records == ()
    assert "has no column we know" in reading.left_out[0].reason


def test_the_first_rows_of_a_table_of_titles_are_not_unfolded_either(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_reader, "_TEXT", 2**23)
    (left_out,) = read(table({"title": ["Otters at sea"] * 40, "body": repeated(LONG, 40)}), "otters.parquet").left_out
    assert "has no column we know" in left_out.reason
