"""The two text dumps: records recognised by shape, with the line where each starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.settings import Settings
from generator.records import SourceReading
from generator.sources import read_sources

BIB = Path(__file__).resolve().parents[2] / "bib"
ABSTRACT = "We study how soil bacteria share iron. In three field trials the exchange was stronger under drought. Models that leave it out fail."
LONG_TITLE = "Iron exchange among soil bacteria under drought: three field trials on two continents and what they say about models of nutrient cycles in soils"


def read_text(tmp_path: Path, text: str | bytes, name: str = "found.txt") -> SourceReading:
    folder = tmp_path / "bib" / "sources"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    (reading,) = read_sources(folder, Settings())
    return reading


@pytest.mark.parametrize(
    ("name", "count", "form"),
    [
        ("000_0c9b5d9eb4a5674c.txt", 81, "paper-search page dump"),
        ("001_3676170f3eb4f355.txt", 74, "paper-search page dump"),
        ("002_2598303e49b1e7af.txt", 87, "paper-search page dump"),
        ("003_229a054c14b5d4eb.txt", 49, "paper-search page dump"),
        ("004_003d3115494660d1.txt", 95, "dataset-table dump"),
    ],
)
def test_the_shipped_documents_give_all_their_records(name: str, count: int, form: str) -> None:
    readings = {reading.source: reading for reading in read_sources(BIB / "sources", Settings())}
    reading = readings[f"sources/{name}"]
    assert (reading.format, len(reading.records), reading.left_out, reading.problems) == (form, count, (), ())
    lines = (BIB / "sources" / name).read_text(encoding="utf-8").split("\n")
    for record in reading.records:
        assert record.origin.line is not None
        assert lines[record.origin.line - 1].startswith(record.title or f"{record.id} |")
        assert len(record.abstract) > 100


def test_page_furniture_of_another_site_is_no_record(tmp_path: Path) -> None:
    page = f"Search\n\nSign in\n\n1,204 results\n\nSort by relevance\n\n{LONG_TITLE}\n\n{ABSTRACT}\n\nShort title\n\n{ABSTRACT * 3}\n\nNext page\n"
    reading = read_text(tmp_path, page)
    assert [(record.title, record.origin.line) for record in reading.records] == [(LONG_TITLE, 9), ("Short title", 13)]
    assert [(piece.title, piece.origin.line) for piece in reading.left_out] == [("Next page", 17)]


def test_an_abstract_that_is_missing_costs_only_its_own_record(tmp_path: Path) -> None:
    titles = [
        f"{word} nutrient cycles in dry soils and their bacteria"
        for word in ("Modelling", "Measuring", "Mapping", "Mining")
    ]
    page = f"{titles[0]}\n\n{ABSTRACT}\n\n{titles[1]}\n\n{titles[2]}\n\n{ABSTRACT}\n\n{titles[3]}\n\n{ABSTRACT}\n"
    reading = read_text(tmp_path, page)
    assert [record.title for record in reading.records] == [titles[0], titles[2], titles[3]]
    assert [piece.title for piece in reading.left_out] == [titles[1]]


def test_an_abstract_of_several_paragraphs_and_lines_stays_one(tmp_path: Path) -> None:
    page = "\n\n".join(
        [
            "First work on soils",
            f"{ABSTRACT}\n{ABSTRACT}",
            ABSTRACT * 2,
            "Second work on soils",
            ABSTRACT,
            "Third work",
            ABSTRACT,
        ]
    )
    reading = read_text(tmp_path, page)
    assert [record.title for record in reading.records] == ["First work on soils", "Second work on soils", "Third work"]
    assert reading.records[0].abstract == f"{ABSTRACT}\n{ABSTRACT}\n\n{ABSTRACT * 2}"


def test_a_page_cut_off_in_a_sentence_is_reported(tmp_path: Path) -> None:
    page = f"First work on soils\n\n{ABSTRACT}\n\nSecond work on soils\n\n{ABSTRACT[:-20]}"
    reading = read_text(tmp_path, page)
    assert len(reading.records) == 2
    assert [str(problem) for problem in reading.problems] == [
        "bib/sources/found.txt:7: ends in the middle of a sentence (the file may be cut off; save the page again)"
    ]


def test_table_ids_stay_as_written_and_give_identifiers(tmp_path: Path) -> None:
    table = f"id\n| abstract\n2101.00190v2 | {ABSTRACT} |\n10.1000/x.12 | {ABSTRACT}\nwith a second line |\nQ42 | {ABSTRACT} |\n"
    reading = read_text(tmp_path, table)
    assert [(r.id, r.title, r.origin.line, r.origin.key) for r in reading.records] == [
        ("2101.00190v2", "", 3, "2101.00190v2"), ("10.1000/x.12", "", 4, "10.1000/x.12"), ("Q42", "", 6, "Q42"),
    ]  # fmt: skip
    assert [[(i.scheme, i.value, i.version) for i in r.identifiers] for r in reading.records] == [
        [("arxiv", "2101.00190", 2)], [("doi", "10.1000/x.12", None)], [],
    ]  # fmt: skip
    assert reading.records[1].abstract == f"{ABSTRACT}\nwith a second line"


def test_a_row_without_its_end_does_not_take_the_next_row_with_it(tmp_path: Path) -> None:
    reading = read_text(tmp_path, f"2101.00190 | {ABSTRACT}\n2101.00191 | {ABSTRACT} |\nstray\n2101.00192 | {ABSTRACT}")
    assert [record.id for record in reading.records] == ["2101.00190", "2101.00191", "2101.00192"]
    assert [piece.title for piece in reading.left_out] == ["stray"]
    assert [problem.place.line for problem in reading.problems if problem.place] == [1, 4]


def test_a_line_of_an_abstract_that_looks_like_a_row_stays_in_it(tmp_path: Path) -> None:
    reading = read_text(tmp_path, f"2101.00190 | {ABSTRACT}\nGPT-3 | a model\nand more |\n2101.00191 | {ABSTRACT} |\n")
    assert [record.id for record in reading.records] == ["2101.00190", "2101.00191"]
    assert reading.records[0].abstract.endswith("GPT-3 | a model\nand more")
