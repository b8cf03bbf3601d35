"""The titles of works as the files of a survey say them, each read by its own format's parser."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pandas

from generator.records import Record
from generator.sources import bibtex, ris
from generator.sources.content import Content
from generator.text.compare import fold
from generator.text.escape import visible
from generator.text.math import plain
from generator.text.spreadsheet import unguarded
from generator.writer import Content as Written

Files = dict[str, Written]


def survey(files: Files) -> Any:
    """The survey as data."""
    return json.loads(text_of(files, "docs/data/survey.json"))


def text_of(files: Files, path: str) -> str:
    """The text of a file."""
    content = files[path]
    assert isinstance(content, str)
    return content


def bytes_of(files: Files, path: str) -> bytes:
    """The bytes of a file."""
    content = files[path]
    assert isinstance(content, bytes)
    return content


def shown(text: str) -> str:
    """A title with its mathematics as letters."""
    return visible(plain(text))


def letters(text: str) -> str:
    """The letters of what is shown: formulas have no commands."""
    return fold(shown(text))


def as_in(name: str, title: str) -> object:
    """A title as a file says it: without what cannot be seen, with mathematics as letters, or only its letters."""
    forms: dict[str, Callable[[str], str]] = {
        "bib": fold, "ris": letters, "feed": shown, "csl": shown, "csv": visible,
    }  # fmt: skip
    return forms[name](title) if name in forms else title


def said_titles(files: Files) -> dict[str, dict[str, object]]:
    """By file, the title of each work as a reader of the format finds it."""
    rows = csv.DictReader(io.StringIO(text_of(files, "docs/data/works.csv"), newline=""))
    frame = pandas.read_parquet(io.BytesIO(bytes_of(files, "docs/data/works.parquet")))
    with sqlite3.connect(":memory:") as database:
        database.deserialize(bytes_of(files, "docs/data/survey.sqlite"))
        in_database = dict(database.execute("SELECT key, title FROM works").fetchall())
    csl = json.loads(text_of(files, "docs/downloads/survey.json"))
    feed = ET.fromstring(text_of(files, "docs/feeds/survey.xml").encode())
    atom = "{http://www.w3.org/2005/Atom}"
    return {
        "csv": {row["key"]: unguarded(row["title"]) for row in rows},
        "parquet": dict(zip(frame["key"], frame["title"], strict=True)),
        "sqlite": in_database,
        "csl": {item["id"]: item["title"] for item in csl},
        "bib": _records(bibtex.read, text_of(files, "docs/downloads/survey.bib"), "a.bib"),
        "ris": _records(ris.read, text_of(files, "docs/downloads/survey.ris"), "a.ris"),
        "feed": {
            (entry.findtext(f"{atom}id") or "").rstrip("/").rpartition("/")[2]: entry.findtext(f"{atom}title")
            for entry in feed.iter(f"{atom}entry")
        },
    }


def _records(read: Callable[[Content], Any], text: str, name: str) -> dict[str, object]:
    found = read(Content(name, text.encode()))
    return {str(one.origin.key or one.id): fold(one.title) for one in found if isinstance(one, Record)}
