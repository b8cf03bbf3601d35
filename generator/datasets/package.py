"""`datapackage.json`: what the tables hold, as a Frictionless Data Package (https://specs.frictionlessdata.io)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.datasets.tables import Column, Table


@dataclass(frozen=True, slots=True)
class About:
    """What a package says about the survey. Every text but the title may be empty and is then left out.

    Attributes:
        title: of the survey.
        description: what it covers.
        version: the survey's own.
        date: the day of that version, `YYYY-MM-DD`.
        license: its SPDX name.
        url: where the survey is published.
        doi: its address at doi.org.
        authors: their names, given name first.
        keywords: titles of themes.
    """

    title: str
    description: str = ""
    version: str = ""
    date: str = ""
    license: str = ""
    url: str = ""
    doi: str = ""
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


def data_package(
    about: About, tables: Sequence[Table], file: Callable[[str], str] = lambda name: name
) -> dict[str, Any]:
    """The descriptor of the tables' CSV files, which lie beside it: `file` says where `<name>.csv` is."""
    values = {
        "name": "survey",
        "id": about.doi,
        "title": about.title,
        "description": about.description,
        "homepage": about.url,
        "version": about.version,
        "created": f"{about.date}T00:00:00Z" if about.date else "",
        "keywords": list(about.keywords),
        "contributors": [{"title": name, "role": "author"} for name in about.authors],
        "licenses": [{"name": about.license, "path": f"https://spdx.org/licenses/{about.license}"}]
        if about.license
        else [],
    }
    resources = [_resource(table, file(f"{table.name}.csv")) for table in tables]
    stated = {name: value for name, value in values.items() if value}
    return {"profile": "tabular-data-package", **stated, "resources": resources}


def _resource(table: Table, path: str) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": path,
        **({"compression": "gz"} if path.endswith(".gz") else {}),
        "description": table.about,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column, table.key) for column in table.columns],
            "missingValues": [""],
            **({"primaryKey": list(table.key)} if table.key else {}),
            **({"foreignKeys": _foreign_keys(table.refers)} if table.refers else {}),
        },
    }


def _field(column: Column, key: Sequence[str]) -> dict[str, Any]:
    required = {"constraints": {"required": True}} if column.name in key else {}
    return {"name": column.name, "type": column.type, "description": column.about, **required}


def _foreign_keys(refers: Mapping[str, tuple[str, str]]) -> list[dict[str, Any]]:
    return [
        {"fields": column, "reference": {"resource": table, "fields": named}}
        for column, (table, named) in refers.items()
    ]
