"""Reader of Parquet tables (pyarrow), as dataset hosts publish them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.column_map import missing_columns
from generator.sources.columns import describes_works, fields_of, record_of_row
from generator.sources.content import Content

NAME = "Parquet"
_MEMORY = 2**31  # bytes that one file may expand to


def recognises(content: Content) -> bool:
    """Whether it has Parquet's marks at both ends."""
    return content.data[:4] == b"PAR1"


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a row; the row's number is its key."""
    from pyarrow import parquet

    file = parquet.ParquetFile(BytesIO(content.data))
    size = sum(file.metadata.row_group(group).total_byte_size for group in range(file.metadata.num_row_groups))
    if size > _MEMORY:
        yield LeftOut(Origin(content.source), f"unfolds to {size // 2**20:,} MB; split it into several files")
        return
    columns = [str(name) for name in file.schema_arrow.names]
    if not describes_works(columns, content.columns):
        advice = "correct them" if content.columns else "name its columns"
        yield from missing_columns(content, columns)
        yield LeftOut(
            Origin(content.source),
            f"has no column we know ({', '.join(columns[:8])}); {advice} under `fields:` in bib/survey.yml",
        )
        return
    yield from missing_columns(content, columns)
    fields = fields_of(columns, content.columns)
    number = 0
    for batch in file.iter_batches(batch_size=1000):
        rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        for row in rows:
            number += 1
            yield record_of_row(Origin(content.source, None, f"row {number}"), columns, fields, row)
