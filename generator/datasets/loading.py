"""How other programs load the tables, in three lines each, which the page about the data shows and a test runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Snippet(NamedTuple):
    """A program's name, and what to type into it in the data folder."""

    program: str
    code: str


PANDAS = Snippet(
    "pandas",
    """import pandas
works = pandas.read_parquet("works.parquet")
print(works.groupby(["theme", "year"]).size())
""",
)
R = Snippet(
    "R",
    """works <- read.csv("works.csv", na.strings = "")
placements <- read.csv("placements.csv", na.strings = "")
print(table(works$theme, works$year))
""",
)
DUCKDB = Snippet(
    "DuckDB",
    """SELECT theme, year, count(*) AS works
FROM 'works.parquet'
GROUP BY ALL ORDER BY ALL;
""",
)
SQLITE = Snippet(
    "SQLite",
    """SELECT key, title FROM works
WHERE rowid IN (SELECT rowid FROM works_fts WHERE works_fts MATCH 'models')
ORDER BY year DESC;
""",
)


def snippets(with_sqlite: bool, file: Callable[[str], str] = lambda name: name) -> tuple[Snippet, ...]:
    """The snippets to show; SQLite's only if there is a database. `file` says where `works.csv` is: R reads compressed
    files, too.
    """
    tables = R._replace(code=re.sub(r'(?<=")\w+\.csv', lambda named: file(named[0]), R.code))
    return (PANDAS, tables, DUCKDB, SQLITE) if with_sqlite else (PANDAS, tables, DUCKDB)
