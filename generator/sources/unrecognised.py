"""Files that no reader takes: what each is, in a few words, and what to do with it."""

from __future__ import annotations

import io
import zipfile

from generator.config.settings import NAME as SETTINGS_FILE
from generator.sources.column_map import unhelped
from generator.sources.content import Content
from generator.sources.database_text import database_text
from generator.sources.table import unknown_columns
from generator.sources.workbook import is_workbook
from generator.text.escape import visible, yaml

_TEXTS = "export the search as BibTeX, RIS or CSV"
_SHOWN, _LONGEST = 8, 40  # columns that are named, and characters of each
_PACKED = (
    ("word/", "a Word document", _TEXTS),
    ("ppt/", "a presentation", _TEXTS),
)


def document(data: bytes) -> str:
    """Why a file is refused before a reader sees it: a document that is no record, though it may hold some; else ""."""
    if is_workbook(data):
        return ""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return f"is a PDF, not a list of records; {_TEXTS}"
    if head.startswith(b"{\\rtf"):
        return f"is a rich-text document (RTF); save it as plain text, or {_TEXTS}"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return f"is an old Word document or presentation; save it as plain text, or {_TEXTS}"
    if head.startswith(b"PK\x03\x04"):
        names = _packed(data)
        for folder, what, remedy in _PACKED:
            if any(name.startswith(folder) for name in names):
                return f"is {what}; {remedy}"
        if "mimetype" in names:
            return f"is an office document; save the sheet as CSV in UTF-8, or {_TEXTS}"
        return "is a zip archive; unpack it and put its files here"
    return ""


def why_unrecognised(content: Content) -> tuple[str, int | None]:
    """Why no reader takes the file and what to do, with the line where that shows."""
    if not content.data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return "is empty; export it again or remove it", None
    if content.is_binary:
        return f"is binary, not text in a known format; {_TEXTS}", None
    if content.start[:15].lower().startswith(("<!doctype html", "<html")):
        return f"is a web page (HTML), not an export; use the page's own export, or {_TEXTS}", 1
    if content.encoding == "windows-1252":
        return "is not UTF-8 text; save it as UTF-8", content.first_undecodable_line
    if content.columns:
        return unhelped(content), 1
    if told := database_text(content):
        what, instead = told
        return f"is {what}, which has no fields to be read; {instead}", 1
    table = unknown_columns(content)
    if table:
        return _strange_table(content.source, *table)
    return f"is of no known format; {_TEXTS}, or in another form that the README lists", 1


def _strange_table(source: str, line: int, columns: list[str]) -> tuple[str, int]:
    named = [visible(column[:_LONGEST]) for column in columns if column] or ["A", "B"]
    shown = ", ".join(named[:_SHOWN]) + (", …" if len(named) > _SHOWN else "")
    example = (
        f"fields: {{{yaml(source.removeprefix('sources/'))}: {{title: {yaml(named[0])}, year: {yaml(named[-1])}}}}}"
    )
    told = (
        f"is a table, but its first row ({shown}) names no known columns; "
        "put their names there (title,authors,year,doi)"
    )
    return f"{told}, or say in {SETTINGS_FILE} what they are, such as `{example}`", line


def _packed(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []
