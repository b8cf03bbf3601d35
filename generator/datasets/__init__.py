"""The survey as data: tables, and the files in which other programs open them.

    tables = tables_of(survey_data)                 # the content of `data/survey.json` as rows and typed columns
    comma_separated(table), parquet(table)          # one table as CSV or Parquet
    sqlite(tables)                                  # all of them as one database
    data_package(…), crate(…)                       # what describes them: Frictionless Data Package, RO-Crate

The JSON of `data/survey.json` is the only source: `survey.schema.json` describes it, and the page about the data is
made from that schema.
"""

from generator.datasets.comma_separated import comma_separated
from generator.datasets.crate import crate
from generator.datasets.package import About, data_package
from generator.datasets.tables import Column, Table, tables_of

__all__ = ["About", "Column", "Table", "comma_separated", "crate", "data_package", "tables_of"]
