"""What services have answered, on disk: a second run asks only for what is missing or old, an interrupted one
continues.

Answers are kept by service and question, not by request: another batch of questions holds the same answers. (HTTP's own
rules of caching, as libraries keep them, do not help here: the services forbid them, and a batch is never asked twice.)
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from generator.errors import at_fault
from generator.identifiers import Identifier
from generator.names import Name
from generator.project.database import open_database
from generator.project.paths import ANSWERS
from generator.records import Origin, Record

_FORM = "3"  # version of the stored form; data of another version are discarded
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS answers "
    "(service TEXT, question TEXT, time REAL, records TEXT, PRIMARY KEY (service, question))"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said, and when (seconds since 1970); no records if it knows nothing."""

    records: tuple[Record, ...]
    time: float


class Memory:
    """The answers of one project. Raises InputError where the disk is full or the file is damaged."""

    def __init__(self, project: Path) -> None:
        try:
            self._database = open_database(project, ANSWERS)
            if self._database.execute("PRAGMA user_version").fetchone()[0] != int(_FORM):
                self._database.execute("DROP TABLE IF EXISTS answers")
                self._database.execute(f"PRAGMA user_version = {_FORM}")
            self._database.execute(_SCHEMA)
            self._database.commit()
        except sqlite3.Error as error:
            raise _fault(error) from error

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def recall(self, service: str, question: str, since: float) -> Answer | None:
        """The answer to a question that is not older than `since`, or None."""
        try:
            query = "SELECT records, time FROM answers WHERE service = ? AND question = ? AND time >= ?"
            with closing(self._database.execute(query, (service, question, since))) as rows:
                row = rows.fetchone()
        except sqlite3.Error as error:
            raise _fault(error) from error
        return Answer(tuple(map(_record, json.loads(row[0]))), row[1]) if row else None

    def keep(self, service: str, question: str, answer: Answer) -> None:
        """Keep an answer, in place of an older one."""
        written = json.dumps([_plain(record) for record in answer.records], ensure_ascii=False)
        try:
            self._database.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", (service, question, answer.time, written)
            )
        except sqlite3.Error as error:
            raise _fault(error) from error

    def save(self) -> None:
        """Save what was kept to the disk."""
        try:
            self._database.commit()
        except sqlite3.Error as error:
            raise _fault(error) from error


def _fault(error: sqlite3.Error) -> Exception:
    text = str(error)
    if "full" in text or "disk I/O" in text:
        return at_fault(
            f"cannot be written: {text}", ANSWERS, hint="make room on the disk, and run it again: it goes on"
        )
    if "locked" in text:
        return at_fault("another fetch is running", ANSWERS, hint="wait until it has ended")
    return at_fault(f"cannot be used: {text}", ANSWERS, hint="delete it; what was fetched stays in bib/fetched.bib")


def _plain(record: Record) -> dict[str, Any]:
    """A record as JSON values, without what is empty."""
    values: dict[str, Any] = {"service": record.origin.source, "key": record.origin.key}
    for field in fields(Record):
        value = getattr(record, field.name)
        if not value or field.name == "origin":
            continue
        if field.name in ("authors", "editors"):
            value = [[one.family, one.given, one.particle, one.suffix, one.corporate] for one in value]
        elif field.name == "identifiers":
            value = [[one.scheme, one.value] for one in value]
        values[field.name] = value
    return values


def _record(values: dict[str, Any]) -> Record:
    known = dict(values)
    origin = Origin(known.pop("service"), key=known.pop("key"))
    for name in ("authors", "editors"):
        if name in known:
            known[name] = tuple(Name(*parts) for parts in known[name])
    if "identifiers" in known:
        known["identifiers"] = tuple(Identifier(scheme, value) for scheme, value in known["identifiers"])
    for name in ("extra", "keywords"):
        if name in known:
            known[name] = tuple(tuple(one) if isinstance(one, list) else one for one in known[name])
    return Record(origin, **known)
