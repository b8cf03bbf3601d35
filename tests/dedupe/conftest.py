"""Short ways of writing records, and the frozen survey read once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.made.labelled import record_of
from generator.config.settings import read_settings
from generator.records import Record
from generator.sources import read_enriching, read_sources
from tests.shipped import FROZEN


@pytest.fixture
def record() -> Callable[..., Record]:
    """`record("a.csv", 3, title=…, authors="Smith JA; …", doi=…)`."""

    def make(source: str, line: int, **fields: Any) -> Record:
        return record_of(fields, source, line)

    return make


@pytest.fixture(scope="session")
def frozen_records() -> tuple[list[Record], list[Record]]:
    """The records of the frozen survey, whose counts are known, and its enriching records."""
    settings = read_settings(FROZEN)
    records = [one for reading in read_sources(FROZEN / "bib/sources", settings) for one in reading.records]
    facts = [one for reading in read_enriching(FROZEN / "bib", settings.enrich, settings) for one in reading.records]
    return records, facts
