"""Tables of every form, from real-shaped files: what a person would look for in the records."""

from __future__ import annotations

from pathlib import Path

from generator.config.settings import Settings
from generator.sources.reading import read_file
from tests.sources.test_formats import DATA, SOIL, read


def test_tables_of_the_services() -> None:
    zotero = read("zotero.csv").records
    assert zotero[0].abstract == 'Iron limits "growth".\n\nBacteria share it.'
    assert (zotero[1].kind, zotero[1].identifier("arxiv"), zotero[1].id) == ("preprint", "1903.01234", "EFGH5678")
    scopus = read("scopus.csv").records[0]
    assert ([name.as_last_first for name in scopus.authors], scopus.venue) == (
        ["Silva, Marta", "Costa, Rui"],
        "Plant and Soil",
    )
    pubmed = read("pubmed.csv").records[0]
    assert ([name.family for name in pubmed.authors], pubmed.month) == (["García-López", "Smith", "Li"], 1)
    by_hand = read("by_hand_windows.csv").records[0]
    assert (by_hand.title, [name.family for name in by_hand.authors]) == (
        "Böden und „Wurzeln“",
        ["Müller", "Okonkwo", "Li"],
    )


def test_utf_16_and_parquet_give_the_same_records(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    text = (DATA / "zotero.csv").read_text(encoding="utf-8")
    for encoding in ("utf-16", "utf-16-le", "utf-8-sig"):
        file = tmp_path / f"{encoding}.csv"
        file.write_bytes(text.encode(encoding))
        assert [r.title for r in read_file(file, "sources/zotero.csv", Settings()).records] == [
            r.title for r in read("zotero.csv").records
        ]
    table = pa.table(
        {
            "title": [SOIL, None],
            "authors": [["Adaeze Okonkwo", "Jörg Müller"], []],
            "year": [2021, None],
            "arxiv_id": ["2101.00190", None],
        }
    )
    parquet.write_table(table, tmp_path / "works.bin")
    reading = read_file(tmp_path / "works.bin", "sources/works.bin", Settings())
    assert reading.format == "Parquet"
    assert [(r.title, r.year, r.origin.key, r.identifier("arxiv")) for r in reading.records] == [
        (SOIL, 2021, "row 1", "2101.00190")
    ]
    assert [name.family for name in reading.records[0].authors] == ["Okonkwo", "Müller"]
    assert [(piece.origin.key, piece.reason) for piece in reading.left_out] == [
        ("row 2", "a row with neither title nor abstract nor identifier")
    ]


def test_a_column_map_serves_a_table_with_names_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text("Bezeichnung;Wer;Wann;Nr\nSoil and iron;Ada Okonkwo, Wei Li;2021;x1\n", encoding="utf-8")
    assert read_file(file, "sources/sheet.csv", Settings()).format == ""
    settings = Settings(fields={"*.csv": {"title": "Bezeichnung", "authors": "wer", "year": "Wann"}})
    (record,) = read_file(file, "sources/sheet.csv", settings).records
    assert (record.title, [name.family for name in record.authors], record.year, record.id) == (
        "Soil and iron",
        ["Okonkwo", "Li"],
        2021,
        "x1",
    )


def test_a_quotation_mark_never_closed_costs_only_its_row(tmp_path: Path) -> None:
    rows = [
        "title,year,doi",
        "One,2020,10.1000/a.1",
        '"Two is open,2020,10.1000/a.2',
        "Three,2021,10.1000/a.3",
        '"Four, quoted",2022,10.1000/a.4',
        "Five,2022,10.1000/a.5,more,cells",
    ]
    file = tmp_path / "a.csv"
    file.write_text("\n".join(rows), encoding="utf-8")
    reading = read_file(file, "sources/a.csv", Settings())
    assert [record.title for record in reading.records][-2:] == ["Three", "Four, quoted"]
    assert "One" in [record.title for record in reading.records]
    assert 6 in [piece.origin.line for piece in reading.left_out]
