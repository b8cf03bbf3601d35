"""A table as Parquet, with the types of its columns."""

from __future__ import annotations

import io
from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from generator.datasets.tables import Cell, Table, Type

_BYTE = 8  # bits
_CODES = {"integer": "q", "number": "d"}  # types of the cells in memory, as `array` names them


def parquet(table: Table) -> bytes:
    """The table as bytes, always the same for the same rows and version of pyarrow; its schema describes the
    columns.
    """
    import pyarrow as arrow
    from pyarrow import parquet as writer

    types = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_()}
    schema = arrow.schema(
        [arrow.field(one.name, types[one.type], metadata={"description": one.about}) for one in table.columns]
    )
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    arrays = [
        _column(arrow, field.type, column.type, cells)
        for cells, field, column in zip(columns, schema, table.columns, strict=True)
    ]
    out = io.BytesIO()
    writer.write_table(arrow.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _column(arrow: Any, arrow_type: Any, kind: Type, cells: Sequence[Cell]) -> Any:
    """A column built from the bytes that Arrow holds: from a list, Arrow would first load pandas to see whether it is
    one of its own.
    """
    known = [cell is not None for cell in cells]
    nulls = known.count(False)
    held = [_bits(known) if nulls else None, *_held(kind, cells)]
    buffers = [None if one is None else arrow.py_buffer(one) for one in held]
    return arrow.Array.from_buffers(arrow_type, len(cells), buffers, nulls)


def _held(kind: Type, cells: Sequence[Cell]) -> list[bytes]:
    """The bytes of the cells as Arrow lays them out; the place of a null has no meaning."""
    if kind == "string":
        texts = [str(cell).encode() if cell is not None else b"" for cell in cells]
        return [array("i", accumulate(map(len, texts), initial=0)).tobytes(), b"".join(texts)]
    if kind == "boolean":
        return [_bits([bool(cell) for cell in cells])]
    numbers: Any = [cell or 0 for cell in cells]
    return [array(_CODES[kind], numbers).tobytes()]


def _bits(values: Sequence[bool]) -> bytes:
    """A bit for each value, the first one lowest."""
    packed = bytearray(-(-len(values) // _BYTE))
    for place, value in enumerate(values):
        packed[place // _BYTE] |= value << (place % _BYTE)
    return bytes(packed)
