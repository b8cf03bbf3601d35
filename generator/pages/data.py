"""`data/`: everything as JSON, and as tables that other programs open, documented on the page `data.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.datasets import About, comma_separated, crate, data_package, schema, tables_of
from generator.datasets.loading import snippets
from generator.datasets.parquet import parquet
from generator.datasets.sqlite import sqlite
from generator.identifiers import parse_doi
from generator.language import gettext
from generator.pages.citation import LICENSES
from generator.pages.compressed import COMPRESSED, ENDING, compressed
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.survey_json import survey_data
from generator.survey import Survey
from generator.text.escape import visible

NAME, PACKAGE, SQLITE, CRATE = "survey.json", "datapackage.json", "survey.sqlite", "ro-crate-metadata.json"
LARGE = 1000  # works above which a database is only offered on request


def pages(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """(path, content) of survey.json, of its tables in the formats that other programs open, and of the page about
    them.
    """
    data = survey_data(site)
    made = dict([_made(site, NAME, "application/json", "The whole survey as JSON")])
    yield _file(site, NAME, lines(data))
    yield f"data/{schema.NAME}", schema.schema_text()
    tables = tables_of(data)
    del data  # of a large survey many times as large as its file
    for table in tables:
        made |= [_made(site, f"{table.name}.csv", "text/csv", table.about)]
        yield _file(site, f"{table.name}.csv", (comma_separated(table),))
        made[f"{table.name}.parquet"] = ("application/vnd.apache.parquet", table.about)
        yield f"data/{table.name}.parquet", parquet(table)
    if with_sqlite := has_sqlite(site.survey):
        made[SQLITE] = ("application/vnd.sqlite3", "All tables as an SQLite database")
        yield f"data/{SQLITE}", sqlite(tables)
    about = about_data(site)
    yield f"data/{PACKAGE}", indented(data_package(about, tables, site.places.whole_file))
    made[PACKAGE] = ("application/json", "What the tables hold (Frictionless Data Package)")
    yield f"data/{CRATE}", indented(crate(about, made))
    page = Page(site, "data.md")
    yield (
        page.path,
        page.render(
            "data.md.j2",
            {
                "title": gettext("Data"),
                "description": gettext("The survey as JSON, CSV, Parquet and SQLite, and how to load it"),
            },
            tables=tables,
            about=lambda text: text[:1].lower() + text[1:],
            with_sqlite=with_sqlite,
            snippets=snippets(with_sqlite, site.places.whole_file),
            described=tuple(schema.described()),
        ),
    )


def _file(site: Site, name: str, parts: Iterable[str]) -> tuple[str, str | bytes]:
    """(path, content) of a file of the data, compressed if the survey is large."""
    path = site.places.whole_file(f"data/{name}")
    return path, compressed(parts) if path.endswith(ENDING) else "".join(parts)


def _made(site: Site, name: str, media_type: str, about: str) -> tuple[str, tuple[str, str]]:
    """(name, (media type, what it is)) of a file of the data, as its crate lists it."""
    path = site.places.whole_file(name)
    return path, (COMPRESSED if path.endswith(ENDING) else media_type, about)


def has_sqlite(survey: Survey) -> bool:
    """Whether the website offers a database: small surveys do, large ones if their settings ask for it."""
    wanted = survey.settings.data.sqlite
    return wanted == "always" or (wanted == "auto" and len(survey.works) <= LARGE)


def about_data(site: Site) -> About:
    """What the descriptions of the data say about the survey."""
    settings = site.survey.settings
    doi = parse_doi(settings.doi)
    return About(
        title=visible(settings.title),
        description=visible(settings.description or settings.subtitle),
        version=visible(settings.version),
        date=settings.date,
        license=settings.license if settings.license in LICENSES else "",
        url=settings.url,
        doi=doi.url if doi else "",
        authors=tuple(name.as_first_last for name in settings.authors),
        keywords=tuple(theme.title for theme in site.survey.taxonomy.themes),
    )


def indented(data: Mapping[str, Any]) -> str:
    """A small JSON object, laid out for people."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def lines(data: Mapping[str, Any]) -> Iterator[str]:
    """The parts of a JSON object with one line for each key and each item of a list: easy to compare, and faster than
    indenting.
    """
    before = "{\n"
    for key, value in data.items():
        yield f"{before}{json.dumps(key)}: "
        before = ",\n"
        if isinstance(value, list) and value:
            for number, item in enumerate(value):
                yield f"{',' if number else '['}\n{json.dumps(item, ensure_ascii=False)}"
            yield "\n]"
        else:
            yield json.dumps(value, ensure_ascii=False)
    yield "\n}\n" if data else "{\n\n}\n"
