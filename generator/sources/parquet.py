"""Reader of Parquet tables (pyarrow), as dataset hosts publish them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.column_map import missing_columns
from generator.sources.columns import describes_works, fields_of, record_of_row
from generator.sources.content import Content
from generator.sources.lone_title import is_lone_title, not_understood

if TYPE_CHECKING:
    from pyarrow import Array
    from pyarrow.parquet import ParquetFile

NAME = "Parquet"
_MEMORY = 2**31  # bytes that one file may expand to
_TEXT = 2**29  # bytes of all its texts: one that is repeated stands in the file once
_SAMPLE = 50  # rows by which a table is known
_VALUES = 2**26  # of all its columns: numbers that are repeated take no room in the file


def recognises(content: Content) -> bool:
    """Whether it has Parquet's marks at both ends."""
    return content.data[:4] == b"PAR1"


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a row; the row's number is its key."""
    from pyarrow import parquet

    file = parquet.ParquetFile(BytesIO(content.data))
    groups = [file.metadata.row_group(group) for group in range(file.metadata.num_row_groups)]
    size = sum(group.total_byte_size for group in groups)
    values = sum(group.column(number).num_values for group in groups for number in range(group.num_columns))
    if size > _MEMORY or values > _VALUES:
        unfolded = f"{size // 2**20:,} MB" if size > _MEMORY else f"{values:,} values"
        yield LeftOut(Origin(content.source), f"unfolds to {unfolded}; split it into several files")
        return
    columns = [str(name) for name in file.schema_arrow.names]
    lone = not describes_works(columns, content.columns)
    sample = _first_rows(content) if lone else []
    if lone and not is_lone_title(columns, sample):
        advice = "correct them" if content.columns else "name its columns"
        yield from missing_columns(content, columns)
        yield LeftOut(
            Origin(content.source),
            f"has no column we know ({', '.join(columns[:8])}); {advice} under `fields:` in bib/survey.yml",
        )
        return
    yield from missing_columns(content, columns)
    yield from not_understood(content, None, columns, sample)
    fields = fields_of(columns, content.columns)
    file = _opened(content)
    number = unfolded_to = 0
    for batch in file.iter_batches(batch_size=1000):
        unfolded_to += sum(map(_bytes, batch.columns))
        if unfolded_to > _TEXT:
            yield LeftOut(Origin(content.source), f"unfolds to over {_TEXT // 2**20} MB; split it into several files")
            return
        rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        for row in rows:
            number += 1
            yield record_of_row(Origin(content.source, None, f"row {number}"), columns, fields, row)


def _opened(content: Content) -> ParquetFile:
    """The file, its texts to be read with each one kept once."""
    from pyarrow import parquet

    schema = parquet.ParquetFile(BytesIO(content.data)).schema
    texts = [column.path for column in schema if column.physical_type == "BYTE_ARRAY"]
    return parquet.ParquetFile(BytesIO(content.data), read_dictionary=texts)


def _first_rows(content: Content) -> list[list[str]]:
    """The cells of the first rows, as text; none where they unfold to more than a file may."""
    for batch in _opened(content).iter_batches(batch_size=_SAMPLE):
        if sum(map(_bytes, batch.columns)) > _TEXT:
            return []
        rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    return []


def _bytes(column: Array) -> int:
    """The size of a column's values when each text stands where it is said to stand."""
    from pyarrow import compute, types

    if types.is_dictionary(column.type):
        lengths = compute.binary_length(column.dictionary).take(column.indices)
        return compute.sum(lengths).as_py() or 0
    if types.is_struct(column.type):
        return sum(map(_bytes, column.flatten()))
    if (
        types.is_list(column.type)
        or types.is_large_list(column.type)
        or types.is_fixed_size_list(column.type)
        or types.is_map(column.type)
    ):
        return _bytes(column.values if types.is_map(column.type) else column.flatten())
    return int(column.nbytes)
