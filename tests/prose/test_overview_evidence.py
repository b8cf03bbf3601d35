"""The record of reading: every statement of an overview with the words of the abstract that bear it out.

`tests/data/overviews-evidence.csv` has one row for each sentence and work that it cites. A sentence that is changed
needs its rows changed with it, and a sentence that cites another work needs a row more.
A second reader, who had not written the overviews, read every sentence against its abstracts on 2026-11-26.
A third read seventeen of them again, each statement against the whole abstracts, and had eight put more exactly.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest

from generator.prose.citations import read_markup
from tests.conftest import REPOSITORY
from tests.shipped import shipped

RECORD = REPOSITORY / "tests/data/overviews-evidence.csv"
ELISION = " … "  # stands where words of the abstract are left out between two quoted parts
FEWEST_WORDS = 3  # a shorter quotation bears nothing out


class Row(NamedTuple):
    """One line of the record: in `overview`, `statement` cites `key`, whose abstract says `words`."""

    overview: str
    statement: str
    key: str
    words: str


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with RECORD.open(encoding="utf-8", newline="") as file:
        return [Row(**line) for line in csv.DictReader(file)]


@pytest.fixture(scope="module")
def overviews() -> dict[str, str]:
    folder = REPOSITORY / "bib/overviews"
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md") if path.stem != "index"}


@pytest.fixture(scope="module")
def abstracts() -> dict[str, str]:
    works = shipped().works.values()
    return {key: work.abstract or "" for work in works for key in (work.key, *work.aliases)}


def folded(text: str) -> str:
    return " ".join(text.split())


def spans(statement: str, text: str) -> list[tuple[int, int]]:
    """Where `statement` stands in `text`, however its lines are broken."""
    pattern = r"\s+".join(map(re.escape, statement.split()))
    return [match.span() for match in re.finditer(pattern, text)]


def without_row(name: str, text: str, rows: Sequence[Row]) -> list[str]:
    """The citations of an overview that stand in no recorded statement, as `line key`."""
    recorded: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        if row.overview == name:
            recorded.setdefault(row.key, []).extend(spans(row.statement, text))
    items = [item for citation in read_markup(text).citations for item in citation.items]
    return [
        f"{item.line} {item.key}"
        for item in items
        if not any(start <= item.start and item.end <= end for start, end in recorded.get(item.key, ()))
    ]


def not_in_overview(rows: Sequence[Row], texts: Mapping[str, str]) -> list[Row]:
    """The rows whose statement does not stand in its overview, or does not cite the work."""
    return [
        row
        for row in rows
        if f"@{row.key}" not in row.statement or not spans(row.statement, texts.get(row.overview, ""))
    ]


def not_in_abstract(rows: Sequence[Row], abstracts: Mapping[str, str]) -> list[Row]:
    """The rows whose words do not stand in the abstract, part for part and in the abstract's order."""
    return [row for row in rows if not quotes(row.words, abstracts.get(row.key, ""))]


def quotes(words: str, abstract: str) -> bool:
    text, place = folded(abstract), 0
    for part in words.split(ELISION):
        found = text.find(folded(part), place)
        if found < 0:
            return False
        place = found + len(folded(part))
    return len(words.split()) >= FEWEST_WORDS


def test_every_citation_of_every_overview_has_its_row(overviews: dict[str, str], rows: list[Row]) -> None:
    assert overviews
    missing = {name: without_row(name, text, rows) for name, text in overviews.items()}
    assert {name: found for name, found in missing.items() if found} == {}


def test_every_statement_of_the_record_stands_in_its_overview(overviews: dict[str, str], rows: list[Row]) -> None:
    assert not_in_overview(rows, overviews) == []


def test_every_quotation_stands_in_the_abstract_of_the_work_it_is_from(
    abstracts: dict[str, str], rows: list[Row]
) -> None:
    assert not_in_abstract(rows, abstracts) == []


def test_nothing_is_recorded_twice(rows: list[Row]) -> None:
    places = [(row.overview, row.statement, row.key) for row in rows]
    assert len(places) == len(set(places))


def test_a_quotation_is_found_across_lines_and_elisions_and_told_when_it_is_not_the_abstracts() -> None:
    abstract = "We train a small model.\nIt is faster, and loses 2% in accuracy."
    said = {"We train a small model. It is faster": True, "a small model … loses 2% in accuracy": True}
    invented = {"loses 2% in accuracy … a small model": False, "It is much faster": False, "a small": False}
    for words, expected in (said | invented).items():
        row = Row("drafting", "A small model loses little [@a].", "a", words)
        assert (not_in_abstract([row], {"a": abstract}) == []) is expected, words


def test_a_citation_without_a_row_and_a_statement_that_has_changed_are_reported() -> None:
    text = "A small model\nloses little [@a; @b]. Nobody\nknows why [@b].\n"
    row = Row("drafting", "A small model loses little [@a; @b].", "a", "loses 2% in accuracy")
    assert without_row("drafting", text, [row]) == ["2 b", "3 b"]
    assert without_row("drafting", text, [row, row._replace(key="b")]) == ["3 b"]
    assert not_in_overview([row], {"drafting": text}) == []
    changed = row._replace(statement="A small model loses nothing [@a].")
    assert not_in_overview([changed, row._replace(key="c")], {"drafting": text}) == [changed, row._replace(key="c")]
