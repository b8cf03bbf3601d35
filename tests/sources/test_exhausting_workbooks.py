"""Workbooks made to exhaust a build: refused, or read as what they are."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.sources import workbook
from tests.sources.conftest import Read
from tests.sources.test_tables_and_sheets import HEAD, ROW, ods, xlsx


def with_entries(book: bytes, changed: dict[str, bytes]) -> bytes:
    """A workbook with other files in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in changed:
                after.writestr(name, before.read(name))
        for name, data in changed.items():
            after.writestr(name, data)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
LAST_CORNER = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({SHEET: (b"</sheetData>", LAST_CORNER)}, "takes more time or more memory than a workbook needs"),
        ({SHEET: (b"</sheetData>", b'<row r="4294967295"><c r="XFD4294967295"><v>1</v></c></row></sheetData>')}, ""),
        ({SHEET: (b"</sheetData>", b"<row><c><v>1</v></c></row>" * 100_001 + b"</sheetData>")}, "100,003 rows"),
        ({"xl/workbook.xml": (b"</sheets>", b"".join(
            b'<sheet name="%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(2, 1_100)) + b"</sheets>")},
         "has 1,099 sheets, more than 1,000"),
        ({SHEET: (b"<worksheet", b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet')}, None),
        ({SHEET: (b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')}, None),
        ({SHEET: (b"<sheetData>", b"<a>" * 1_000_000 + b"<sheetData>")}, None),
        ({SHEET: (b">Title<", b">&a;<")}, ""),
        ({"xl/_rels/workbook.xml.rels": (b'Target="/xl/worksheets/sheet1.xml"', b'Target="../../../../etc/passwd"')}, ""),
    ],
    ids=["last corner", "beyond", "rows", "sheets", "entity", "dimension", "depth", "unknown entity", "path"],
)  # fmt: skip
def test_a_workbook_made_to_exhaust_a_build_is_refused_or_read_as_what_it_is(
    read: Read, changed: dict[str, tuple[bytes, bytes]], reason: str | None
) -> None:
    book = xlsx({"Sheet1": [HEAD, ROW]})
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        written = {name: archive.read(name).replace(*pair) for name, pair in changed.items()}
        assert all(written[name] != archive.read(name) for name in written), archive.namelist()
    reading = read(with_entries(book, written), "included studies.xlsx")
    if reason is None:
        assert [record.title for record in reading.records] == ["Ice cover of upland lakes"]
    else:
        assert not reading.records
        assert reason in reading.left_out[0].reason


def test_a_workbook_is_not_unfolded_beyond_what_one_file_may_have(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MEMORY", 2**20)
    monkeypatch.setattr(workbook, "_cells", None)  # nothing may open it
    book = with_entries(xlsx({"Sheet1": [HEAD, ROW]}), {"xl/media/a.xml": b" " * 2**21})
    assert len(book) < 2**14
    assert read(book, "included.xlsx").left_out[0].reason == "unfolds to 2 MB; split it into several files"


def test_a_cell_that_stands_for_gigabytes_is_refused(read: Read) -> None:
    sheet = ods({"Sheet1": [HEAD, ROW]})
    with zipfile.ZipFile(io.BytesIO(sheet)) as archive:
        content = archive.read("content.xml")
    for marks in (b'<text:s text:c="2000000000"/>', b'<text:s text:c="30000000"/>' * 30):
        reading = read(with_entries(sheet, {"content.xml": content.replace(b"Ice", marks)}), "included.ods")
        assert not reading.records and len(reading.left_out) == 1


def test_thousands_of_files_in_a_workbook_are_not_looked_at(read: Read) -> None:
    book = with_entries(xlsx({"Sheet1": [HEAD, ROW]}), {f"xl/x{number}.xml": b"" for number in range(20_000)})
    assert len(read(book, "included.xlsx").records) == 1
