"""Tables of people's own making: spreadsheets, columns named in other languages, the tables of awesome lists."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.sources.conftest import Read

Sheets = dict[str, list[list[Any]]]
HEAD: list[Any] = ["Title", "Authors", "Year", "DOI"]
ROW: list[Any] = ["Ice cover of upland lakes", "Tarn, Edda; Brox, Willem", 2014, "10.55555/ice.1"]


def xlsx(sheets: Sheets) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ods(sheets: Sheets) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        table = Table(name=name)
        for row in rows:
            line = TableRow()
            for value in row:
                number = isinstance(value, (int, float))
                cell = TableCell(valuetype="float", value=value) if number else TableCell(valuetype="string")
                cell.addElement(P(text="" if value is None else str(value)))
                line.addElement(cell)
            table.addElement(line)
        book.spreadsheet.addElement(table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_row_that_is_said_to_stand_there_a_hundred_thousand_times_is_no_list_of_works(read: Read) -> None:
    row = b"<table:table-row>"
    times = b'<table:table-row table:number-rows-repeated="100001">'
    whole, repeated = io.BytesIO(ods({"Sheet1": [HEAD, ROW]})), io.BytesIO()
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(repeated, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "content.xml":
                assert content.count(row) == 2
                content = times.join(content.rsplit(row, 1))
            after.writestr(name, content)
    reading = read(repeated.getvalue(), "included studies.ods")
    assert reading.records == ()
    assert [one.reason for one in reading.left_out] == [
        "has 100,002 rows, more than 100,000; split it into several files"
    ]


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_spreadsheet_is_read_as_a_table(read: Read, write: Any) -> None:
    reading = read(write({"Sheet1": [HEAD, ROW, ["Roots and rain", "Li, Wei", 2021, None]]}), "included studies.xlsx")
    first, second = reading.records
    assert (reading.format, reading.left_out) == ("spreadsheet", ())
    assert (first.title, [n.last for n in first.authors], first.year) == (
        "Ice cover of upland lakes",
        ["Tarn", "Brox"],
        2014,
    )
    assert (first.identifier("doi"), first.origin.line, second.origin.line) == ("10.55555/ice.1", 2, 3)


def test_column_names_may_stand_below_a_title_and_empty_rows(read: Read) -> None:
    rows: list[list[Any]] = [["Our search of 2026"], [], ["made by", "Edda"], HEAD, [], ROW]
    (record,) = read(xlsx({"A": rows}), "a.xlsx").records
    assert (record.title, record.origin.line) == ("Ice cover of upland lakes", 6)


def test_old_workbooks_of_excel_are_read_with_a_note_in_merged_cells_above_the_names(read: Read) -> None:
    old = Path(__file__).resolve().parents[1] / "data" / "sources" / "old_excel.xls"
    reading = read(old.read_bytes(), "dimensions.xls")
    first, second = reading.records
    assert (first.title, first.year, first.month, first.origin.line) == ("Hand washing on harbour wards", 2019, 3, 3)
    assert (second.title, [name.as_last_first for name in second.authors]) == ("Été à l’hôpital", ["Núñez, José"])
    assert ["Notes" in problem.message for problem in reading.problems] == [True]


def test_names_of_columns_may_stand_below_merged_names_of_groups(read: Read) -> None:
    book = Workbook()
    sheet = book.active
    for row in ([None, "Bibliography", None, None, "Coding"], ["No", *HEAD, "Outcome"], [1, *ROW, "ice days"]):
        sheet.append(row)
    sheet.merge_cells("B1:D1")
    file = io.BytesIO()
    book.save(file)
    (record,) = read(file.getvalue(), "coded.xlsx").records
    assert (record.title, record.year, record.identifier("doi")) == (
        "Ice cover of upland lakes",
        2014,
        "10.55555/ice.1",
    )
    assert ("Outcome", "ice days") in record.extra


def test_every_sheet_that_describes_works_is_read_and_the_others_are_reported(read: Read) -> None:
    budget: list[list[Any]] = [["Item", "Cost"], ["Ink", 3]]
    reading = read(
        xlsx({"Included": [HEAD, ROW], "Budget": budget, "More": [HEAD, ["Roots", None, 2021, None]], "Z": []}),
        "a.xlsx",
    )
    assert [str(record.origin) for record in reading.records] == [
        "sources/a.xlsx:Included row 2",
        "sources/a.xlsx:More row 2",
    ]
    assert ["Budget" in problem.message for problem in reading.problems] == [True]


def test_dates_and_numbers_that_are_ids_are_read_as_written(read: Read) -> None:
    head = ["Title", "PMID", "arXiv ID", "Date", "Pages"]
    rows: list[list[Any]] = [
        head,
        ["Soil and iron", 31990214.0, 2307.0629, date(2023, 7, 12), 12],
        ["Roots", "31990215", "0704.0001", None, None],
    ]
    first, second = read(xlsx({"A": rows}), "a.xlsx").records
    assert (first.identifier("pmid"), first.identifier("arxiv")) == ("31990214", "2307.06290")
    assert (first.year, first.month, first.pages) == (2023, 7, "12")
    assert (second.identifier("pmid"), second.identifier("arxiv")) == ("31990215", "0704.0001")


@pytest.mark.parametrize("rows", [[["Item", "Cost"], ["Ink", 3]], []])
def test_a_spreadsheet_of_another_kind_is_refused_by_name_and_is_no_record(read: Read, rows: list[list[Any]]) -> None:
    reading = read(xlsx({"A": rows}), "budget.xlsx")
    assert reading.records == ()
    assert ["spreadsheet" in piece.reason for piece in reading.left_out] == [True]


def test_a_damaged_spreadsheet_is_reported_and_breaks_nothing(read: Read) -> None:
    whole = xlsx({"A": [HEAD, ROW]})
    for data in (whole[: len(whole) // 2], whole.replace(b"xl/worksheets", b"xl/workshops_"), whole[:-40]):
        reading = read(data, "a.xlsx")
        assert reading.records == ()
        assert len(reading.left_out) == 1


@pytest.mark.parametrize(
    "head",
    [
        "题名,作者,刊名,年,期,页码,DOI",
        "标题,作者,来源,发表时间,期号,起止页码,DOI号",
        "Titel,Autoren,Zeitschrift,Erscheinungsjahr,Heft,Seiten,DOI",
        "Titre,Auteurs,Revue,Année de publication,Numéro,Pages,DOI",
        "Título,Autores,Revista,Año de publicación,Número,Páginas,DOI",
        "Título do artigo,Autores,Periódico,Ano de publicação,Fascículo,Páginas,DOI",
        "タイトル,著者,雑誌名,発行年,号,ページ,DOI",
        "제목,저자,학술지명,연도,호,쪽,DOI",
    ],
)
def test_columns_are_known_in_other_languages(read: Read, head: str) -> None:
    reading = read(f'{head}\nIce cover of lakes,"Tarn, Edda",Lake Letters,2014,9,88-97,10.55555/ice.1\n', "a.csv")
    (record,) = reading.records
    assert (record.title, [n.last for n in record.authors], record.venue) == (
        "Ice cover of lakes",
        ["Tarn"],
        "Lake Letters",
    )
    assert (record.year, record.number, record.pages, record.identifier("doi")) == (
        2014,
        "9",
        "88-97",
        "10.55555/ice.1",
    )


@pytest.mark.parametrize(
    "table",
    [
        "|Name|Paper|Code|\n|---|---|---|\n|HerringEye, with depth|[Counting herring with one sonar]({0})|[Py](https://github.com/a/b)|\n",
        "|Paper|Name|\n|---|---|\n|[Counting herring with one sonar]({0})|HerringEye|\n",
        "|Title|Paper|\n|---|---|\n|Counting herring with one sonar|[pdf]({0})|\n",
        "|Model|Title|Link|\n|:--|:-:|--:|\n|HerringEye|Counting herring with one sonar|[link]({0})|\n",
        "|Method|Paper|Year|\n|---|---|---|\n|HerringEye|**[Counting herring with one sonar.]({0})**|2017|\n",
    ],
)
def test_the_title_in_a_table_of_an_awesome_list_is_the_papers_not_the_methods(read: Read, table: str) -> None:
    (record,) = read("# Awesome fish\n\n" + table.format("https://arxiv.org/abs/1706.09011"), "README.md").records
    assert (record.title, record.identifier("arxiv")) == ("Counting herring with one sonar", "1706.09011")


def test_a_cell_in_the_last_corner_of_a_sheet_takes_no_memory(read: Read) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["title", "doi"])
    sheet.append(["A title of a work on soils", "10.1000/a.1"])
    sheet["XFD1048576"] = "far"
    file = io.BytesIO()
    book.save(file)
    reading = read(file.getvalue(), "far.xlsx")
    assert not reading.records
    (piece,) = reading.left_out
    assert "more memory than a workbook needs" in piece.reason


def test_a_sheet_that_is_hidden_is_told_and_not_read(read: Read) -> None:
    book = Workbook()
    shown = book.active
    for row in (HEAD, ROW):
        shown.append(row)
    hidden = book.create_sheet("old drafts")
    hidden.sheet_state = "hidden"
    for row in (HEAD, ["A draft of long ago", "Tarn, Edda", 1999, None]):
        hidden.append(row)
    file = io.BytesIO()
    book.save(file)
    reading = read(file.getvalue(), "book.xlsx")
    assert [record.title for record in reading.records] == [ROW[0]]
    assert any("“old drafts” is hidden" in problem.message for problem in reading.problems)


def test_a_column_may_be_named_title_and_link(read: Read) -> None:
    reading = read(
        "# Naps\n\n| Model | Title & Link | Date |\n|:--|:-:|--|\n"
        "| DozeFormer | DozeFormer: Dozing with Attention [Paper](https://openreview.net/forum?id=abc123DEF) | 2022-05 |\n"
        "| NapNet | NapNet: A Network That Naps [[pdf]](https://arxiv.org/pdf/2101.00001.pdf) | 2021-01 |\n",
        "awesome.md",
    )
    assert [record.title for record in reading.records] == [
        "DozeFormer: Dozing with Attention", "NapNet: A Network That Naps",
    ]  # fmt: skip
    assert [record.year for record in reading.records] == [2022, 2021]


LONE_TITLES = [
    ["Title", "Kommentar", "Wer liest"],
    ["Otters at sea and in rivers", "gut", "Ann"],
    ["How beavers build their dams", "", "Bo"],
    ["A field guide to the tracks of mammals", "später", "Ann"],
]


@pytest.mark.parametrize(("delimiter", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv")])
def test_a_table_of_titles_beside_unknown_columns_is_read_and_these_are_told(
    read: Read, delimiter: str, name: str
) -> None:
    reading = read("\n".join(map(delimiter.join, LONE_TITLES)) + "\n", name)
    assert [record.title for record in reading.records] == [row[0] for row in LONE_TITLES[1:]]
    assert reading.records[0].extra == (("Kommentar", "gut"), ("Wer liest", "Ann"))
    (warning,) = reading.problems
    assert (
        warning.message
        == "of its columns only `Title` is understood; `Kommentar`, `Wer liest` are kept with each work as it is"
    )
    assert "fields:" in warning.hint and warning.level == "warning"


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_sheet_of_titles_beside_unknown_columns_is_read_and_these_are_told(read: Read, write: Any) -> None:
    reading = read(write({"Lesen": LONE_TITLES, "Raum": [["Title", "Raum"], ["Dr", "12"]]}), "a.xlsx")
    assert [record.title for record in reading.records] == [row[0] for row in LONE_TITLES[1:]]
    assert any("only `Title` is understood; `Kommentar`, `Wer liest`" in one.message for one in reading.problems)


@pytest.mark.parametrize(
    "rows",
    [
        "Title,Surname,Room\nDr,Roe,12\nProf,Doe,14\n",  # a list of people
        "Title: how we search,then what\nwe look for otters,in rivers, and at sea\nand nowhere else\n",  # prose
        "Title,Kommentar\n",  # no rows
    ],
)
def test_what_is_called_title_but_holds_none_is_no_table_of_works(read: Read, rows: str) -> None:
    assert read(rows, "a.csv").records == ()
