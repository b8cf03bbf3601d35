"""All tables as one SQLite database, with a full-text index of the works (`works_fts`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.datasets.tables import Table

if TYPE_CHECKING:
    from sqlite3 import Connection

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_SEARCHED = ("title", "authors", "abstract")


def sqlite(tables: Iterable[Table]) -> bytes:
    """The database as bytes, always the same for the same rows and version of SQLite."""
    import sqlite3

    connection = sqlite3.connect(":memory:")
    try:
        with connection:
            for table in tables:
                connection.execute(_definition(table))
                places = ", ".join("?" * len(table.columns))
                connection.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({places})", table.rows)  # noqa: S608
            _index(connection)
        return connection.serialize()
    finally:
        connection.close()


def _definition(table: Table) -> str:
    """The CREATE statement. Its comments say what the columns hold, for anyone who reads the schema."""
    lines = [f"{_quoted(column.name)} {_TYPES[column.type]}" for column in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    for column, (other, named) in (table.refers or {}).items():
        lines.append(f"FOREIGN KEY ({_quoted(column)}) REFERENCES {_quoted(other)} ({_quoted(named)})")
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _index(connection: Connection) -> None:
    columns = ", ".join(_SEARCHED)
    # Datasette recognises the index of a table by exactly these quotation marks, and only then offers a search.
    connection.execute(f'CREATE VIRTUAL TABLE works_fts USING fts5({columns}, content="works")')
    connection.execute("INSERT INTO works_fts (works_fts) VALUES ('rebuild')")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
