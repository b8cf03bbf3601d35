"""A table as Parquet, with the types of its columns."""

from __future__ import annotations

import io

from generator.datasets.tables import Table


def parquet(table: Table) -> bytes:
    """The table's bytes, the same for the same rows and version of pyarrow, with the columns' meaning in its schema."""
    import pyarrow as arrow
    from pyarrow import parquet as writer

    types = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_()}
    schema = arrow.schema(
        [arrow.field(one.name, types[one.type], metadata={"description": one.about}) for one in table.columns]
    )
    cells = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    arrays = [arrow.array(list(column), field.type) for column, field in zip(cells, schema, strict=True)]
    out = io.BytesIO()
    writer.write_table(arrow.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()
