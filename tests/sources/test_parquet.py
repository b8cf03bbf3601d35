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
