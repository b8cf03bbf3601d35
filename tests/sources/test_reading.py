"""Reading a folder: order, what is passed over, and what a bad file says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.config.settings import Settings
from generator.errors import InputError
from generator.sources import missing_folder, read_enriching, read_sources
from generator.sources import reading as reading_room
from tests.sources.conftest import Read

ENTRY = b"@misc{a, title = {A title of a work}, year = 2020}\n"
PAGE = (
    "A title of a work\n\n"
    + "One sentence of an abstract about rivers. " * 6
    + "\n\nAnother title\n\n"
    + "One sentence about lakes and fish. " * 8
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "bib" / "sources"
    made.mkdir(parents=True)
    return made


def test_files_are_read_by_path_and_hidden_ones_passed_over(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / ".git").mkdir()
    for name in ("z.bib", "b/a.bib", ".hidden.bib", ".git/x.bib", "a.bib"):
        (folder / name).write_bytes(ENTRY)
    assert [reading.source for reading in read_sources(folder, Settings())] == [
        "sources/a.bib",
        "sources/b/a.bib",
        "sources/z.bib",
    ]
    assert read_sources(folder / "missing", Settings()) == ()


@pytest.mark.parametrize(
    ("data", "says", "line"),
    [
        (b"", "is empty", None),
        (b" \n\n", "is empty", None),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00", "is binary", None),
        (b"\x00" * 100 + b"@misc{a, title = {b}}", "is binary", None),
        (b"just a note to myself\n", "is of no known format", 1),
        (PAGE.replace("rivers", "fleuves à l'été").encode("latin-1"), "is not UTF-8 text; save it as UTF-8", 3),
    ],
)
def test_a_file_that_cannot_be_read_says_what_and_what_to_do(
    folder: Path, data: bytes, says: str, line: int | None
) -> None:
    (folder / "a.txt").write_bytes(data)
    (reading,) = read_sources(folder, Settings())
    assert (reading.format, reading.records, len(reading.left_out)) == ("", (), 1)
    assert reading.left_out[0].reason.startswith(says)
    assert reading.left_out[0].origin.source == "sources/a.txt"
    assert reading.left_out[0].origin.line == line


def _packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "@misc{a, title = {b}}\n")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            b"%PDF-1.4\n1 0 obj\n<< /Title (@misc) >>\nendobj\n@misc{a, title = {b}}\n",
            "is a PDF, not a list of records; export the search as BibTeX, RIS or CSV",
        ),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01", "is a PDF"),
        (rb"{\rtf1\ansi\deff0 TY  - JOUR\par TI  - Soil\par}", "is a rich-text document (RTF); save it as plain text"),
        (b"<!DOCTYPE html>\n<html><body><h1>Results</h1></body></html>\n", "is a web page (HTML), not an export"),
        (
            b"\n<html>\n<p>" + b"Some words of a page on soil and iron. " * 20 + b"</p>\n\n<p>A title</p>\n\n</html>\n",
            "is a web page (HTML)",
        ),
        (_packed("[Content_Types].xml", "word/document.xml"), "is a Word document; export the search"),
        (_packed("[Content_Types].xml", "xl/workbook.xml"), "is a spreadsheet that cannot be opened"),
        (_packed("a.bib"), "is a zip archive; unpack it"),
        (_packed("project.json", "reviews/1/results.db"), "is a project of ASReview; in ASReview choose Export"),
        (b"article_id,created_at,user_id,user_email,key,value\n7,2026-03-01,1,a@b.org,included,1\n", "is Rayyan's log"),
        (b"PK\x03\x04 cut off", "is a zip archive"),
    ],
)
def test_a_document_is_called_what_it_is(read: Read, data: bytes, says: str) -> None:
    reading = read(data)
    assert [piece.reason[: len(says)] for piece in reading.left_out] == [says]
    assert not reading.records


def test_a_table_of_unknown_columns_says_how_to_name_them(read: Read) -> None:
    reading = read("Spalte1;Spalte2;Spalte3\nSoil and iron;Okonkwo, Ada;2020\nRoots;Li, Wei;2021\n", "mine.csv")
    assert [(piece.origin.line, piece.reason) for piece in reading.left_out] == [
        (
            1,
            "is a table, but its first row (Spalte1, Spalte2, Spalte3) names no known columns; put their names there (title,authors,year,doi),"
            ' or say in bib/survey.yml what they are, such as `fields: {"mine.csv": {title: "Spalte1", year: "Spalte3"}}`',
        )
    ]
    assert (
        len(
            read(
                "Spalte1;Spalte2;Spalte3\nSoil and iron;Okonkwo, Ada;2020\n",
                "mine.csv",
                Settings(fields={"mine.csv": {"title": "Spalte1", "year": "Spalte3"}}),
            ).records
        )
        == 1
    )
    (headless,) = read('Soil and iron,"Okonkwo, Ada",2020\nRoots,"Li, Wei",2021\n', "mine.csv").left_out
    assert headless.reason.startswith(
        "is a table, but its first row (Soil and iron, Okonkwo, Ada, 2020) names no known columns"
    )


def test_a_folder_of_sources_that_is_misspelt_is_found(tmp_path: Path) -> None:
    (tmp_path / "bib").mkdir()
    (problem,) = missing_folder(tmp_path / "bib" / "sources")
    assert str(problem) == "bib/sources: does not exist: there is nothing to read (make it and put your exports there)"
    (tmp_path / "bib" / "sorces").mkdir()
    (problem,) = missing_folder(tmp_path / "bib" / "sources")
    assert (problem.level, problem.hint) == ("warning", "is it bib/sorces? Rename that")
    (tmp_path / "bib" / "sources").mkdir()
    assert missing_folder(tmp_path / "bib" / "sources") == ()


def test_a_link_out_of_the_project_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.bib"
    outside.write_bytes(ENTRY)
    (folder / "inside.bib").write_bytes(ENTRY)
    (folder / "out.bib").symlink_to(outside)
    (folder / "near.bib").symlink_to(folder / "inside.bib")
    (folder / "loop.bib").symlink_to(folder / "loop.bib")
    (folder / "folder").symlink_to(outside.parent)
    readings = {reading.source: reading for reading in read_sources(folder, Settings())}
    assert [len(readings[f"sources/{name}.bib"].records) for name in ("inside", "near", "out", "loop")] == [1, 1, 0, 0]
    assert "leads out of the project" in readings["sources/out.bib"].left_out[0].reason
    assert "is a link to a folder" in readings["sources/folder"].left_out[0].reason


def test_a_pipe_is_not_opened(folder: Path) -> None:
    import os

    os.mkfifo(folder / "pipe.bib")
    (reading,) = read_sources(folder, Settings())
    assert reading.left_out[0].reason.startswith("is a pipe, not a file")


def test_a_file_beyond_the_limit_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_room, "SOURCE_LIMIT", 1_000_000)
    (folder / "big.bib").write_bytes(ENTRY + b" " * 2**20)
    (reading,) = read_sources(folder, Settings())
    assert reading.left_out[0].reason == "is larger than 1 MB; split it, or remove what does not belong in it"


def test_a_field_beyond_the_limit_costs_only_its_record(folder: Path) -> None:
    (folder / "a.bib").write_bytes(
        ENTRY + b"@misc{b, title = {B}, abstract = {" + b"x\n" * 600_000 + b"}}\n@misc{c, title = {C}}\n"
    )
    (reading,) = read_sources(folder, Settings())
    assert [record.id for record in reading.records] == ["a", "c"]
    assert [piece.reason for piece in reading.left_out] == ["its abstract has more than 1,000,000 characters"]


def test_a_default_completing_file_may_be_missing_but_a_named_one_may_not(tmp_path: Path) -> None:
    bib = tmp_path / "bib"
    bib.mkdir()
    assert read_enriching(bib, ("metadata.bib",), Settings()) == ()
    with pytest.raises(InputError, match=r"bib/survey.yml: `enrich` names facts.bib, which does not exist"):
        read_enriching(bib, ("facts.bib",), Settings(enrich=("facts.bib",)))
    (bib / "facts.bib").write_bytes(ENTRY)
    (reading,) = read_enriching(bib, ("facts.bib",), Settings())
    assert (reading.source, reading.format, len(reading.records)) == ("facts.bib", "BibTeX", 1)


@pytest.mark.parametrize(
    "data",
    [
        '[{"title": "A thing of beauty"}, {"year": 1}, {"title": "Lattices of light"}, {"title": "A thing of beauty"}]',
        "<xml><records><record><titles><title>A thing of beauty</title></titles></record><record><year>1</year></record>"
        "<record><titles><title>Lattices of light</title></titles></record><record><titles><title>A thing of beauty</title></titles></record></records></xml>",
        '{"message": {"items": [{"title": ["A thing of beauty"], "DOI": ""}, {"DOI": ""}, {"title": ["Lattices of light"], "DOI": ""}, {"title": ["A thing of beauty"], "DOI": ""}]}}',
    ],
)
def test_records_on_one_line_have_a_place_each(read: Read, data: str) -> None:
    reading = read(data)

    assert [str(record.origin) for record in reading.records] == [
        "sources/a.txt:1",
        "sources/a.txt:1.3",
        "sources/a.txt:1.4",
    ]
    assert [str(piece.origin) for piece in reading.left_out] == ["sources/a.txt:1.2"]
    assert sorted(reading.records, key=lambda record: record.origin.order) == list(reading.records)
