"""Files that no reader takes: what each is, in a few words, and what to do about it."""

from __future__ import annotations

import io
import re
import zipfile

from generator.config.settings import NAME as SETTINGS_FILE
from generator.sources.column_map import unhelped
from generator.sources.content import Content
from generator.sources.database_text import database_text
from generator.sources.table import unknown_columns
from generator.sources.table_guess import guessed
from generator.sources.workbook import is_workbook
from generator.sources.yaml_text import is_csl_yaml, is_yaml
from generator.text.escape import visible, yaml

FORMATS = "the guide's page on formats (docs/guide/reference/formats.md)"
_TEXTS = "export the search as BibTeX, RIS or CSV"
_SHOWN, _LONGEST = 8, 40  # columns that are named, and characters of each
_PACKED = (
    ("word/", "a Word document", _TEXTS),
    ("ppt/", "a presentation", _TEXTS),
    ("project.json", "a project of ASReview", "in ASReview choose Export, the dataset as CSV or RIS"),
)

_STARTS = (  # (how a file begins, what it is and what to do)
    (re.compile(rb"%PDF-"), f"is a PDF, not a list of records; {_TEXTS}"),
    (re.compile(rb"\{\\rtf"), f"is a rich-text document (RTF); save it as plain text, or {_TEXTS}"),
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        f"is an old Word document or presentation; save it as plain text, or {_TEXTS}",
    ),
    (
        re.compile(rb"SQLite format 3\x00"),
        "is a database (SQLite), as Mendeley, Zotero and Citavi keep their libraries; there export BibTeX or RIS",
    ),
    (  # the leader of a record of MARC 21, and the beginning of its directory
        re.compile(rb"\d{5}[a-z ][a-z][\x20-\x7e]{13}4500\d"),
        "is MARC (ISO 2709), which is not read; export as RIS, BibTeX, EndNote or MODS",
    ),
)
_LOG_OF_RAYYAN = {"article_id", "key", "value"}
_CSL_YAML = "is CSL in YAML, which is not read; export as CSL JSON (pandoc: `-t csljson`)"
_YAML = f"is YAML with fields within fields, which is not read; {_TEXTS}"
_OUTLINE = "is an outline of Org mode, which is not read; in Emacs export it as Markdown (C-c C-e m m)"
_ORG = re.compile(r"^#\+[A-Za-z_]{3,20}:|^[ \t]{0,40}:PROPERTIES:[ \t]{0,40}$", re.MULTILINE)
_ORG_LINK = re.compile(r"\[\[https?://[^\[\]\s]+\]\[")  # which a cell of a table may hold too
_NOT_UTF_8 = "is not UTF-8 text; save it as UTF-8"
_XML = (  # (sign, what it is, what to export)
    (r"http://www\.zotero\.org/namespaces/export#", "Zotero RDF", "in Zotero export as CSL JSON, BibTeX or CSV"),
    (r"http://purl\.org/ontology/bibo/", "Bibliontology RDF", "in Zotero export as CSL JSON, BibTeX or CSV"),
    (
        r"http://www\.loc\.gov/MARC21/|<(?:marc:)?record[^<>]*>\s*<(?:marc:)?leader>",
        "MARC XML",
        "export as RIS, BibTeX, EndNote or MODS",
    ),
    (r"<responseWrapper[\s>]", "Europe PMC's XML", "ask for format=json, or export as RIS or CSV"),
    (r"<refworks[\s>]|<reference>\s*<rt>", "RefWorks XML", "in RefWorks export as RIS or RefWorks Tagged Format"),
    (r"officeDocument/2006/bibliography", "Word's list of sources", "export from the reference manager it came from"),
    (r"http://www\.tei-c\.org/ns/", "TEI XML", "export as BibTeX, RIS or CSV (HAL: BibTeX)"),
    (r"http://datacite\.org/schema", "DataCite XML", "export as BibTeX or RIS"),
    (r"http://www\.crossref\.org/(?:qrschema|schema|xschema)", "Crossref XML", "ask Crossref for JSON or BibTeX"),
    (r"http://www\.openarchives\.org/OAI/", "an answer of an OAI-PMH service", _TEXTS),
    (r"<clinical_study[\s>]|<Trials_downloaded_from_ICTRP", "a register of trials in XML", "export as CSV or RIS"),
    (r"<xml>\s*<records>\s*<record>", "EndNote XML without records", "export it again"),
)


def document(content: Content) -> str:
    """Why a file is refused before a reader sees it: a document without records of its own; else ""."""
    data = content.data
    if is_workbook(data):
        return ""
    if content.source.lower().endswith((".enl", ".enlx")) and content.is_binary:  # a text may have any name
        return "is a library of EndNote; in EndNote choose File, Export, as XML or in the output style RefMan (RIS)"
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if reason := next((reason for start, reason in _STARTS if start.match(head)), ""):
        return reason
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
    """Why no reader takes the file and what to do, with the line that shows it."""
    if not content.data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return "is empty; export it again or remove it", None
    if content.is_binary:
        return f"is binary, not text in a known format; {_TEXTS}", None
    if content.start[:15].lower().startswith(("<!doctype html", "<html")):
        return f"is a web page (HTML), not an export; use the page's own export, or {_TEXTS}", 1
    not_utf_8 = _NOT_UTF_8 if content.encoding == "windows-1252" else ""
    if reason := _xml(content.start) or _other_text(content) or not_utf_8:
        return reason, content.first_undecodable_line
    if content.columns:
        return unhelped(content), 1
    if known := database_text(content):
        what, instead = known
        return f"is {what}, which has no fields to be read; {instead}", 1
    table = unknown_columns(content)
    if table:
        return _strange_table(content.source, *table)
    unknown = f"is of no known format; {_TEXTS}, or in another form that {FORMATS} lists"
    return _OUTLINE if _ORG_LINK.search(content.start) else unknown, 1


def _other_text(content: Content) -> str:
    """What kind of text that is no XML the unread file is, and what to export instead; "" for unknown ones."""
    if _ORG.search(content.start):
        return _OUTLINE
    if is_csl_yaml(content):
        return _CSL_YAML
    return _YAML if is_yaml(content) else ""


def _xml(start: str) -> str:
    """What kind of XML the unread file is, and what to export instead; "" for other text."""
    if not start.startswith("<"):
        return ""
    for sign, what, instead in _XML:
        if re.search(sign, start[:20_000]):
            return f"is {what}, which is not read; {instead}"
    return f"is XML of a kind that is not read; {_TEXTS}" if start.startswith("<?xml") else ""


def _strange_table(source: str, line: int, columns: list[str], rows: list[list[str]]) -> tuple[str, int]:
    if set(columns) >= _LOG_OF_RAYYAN:
        return "is Rayyan's log of changes, which holds no references; its articles.csv has the decisions too", line
    named = [visible(column[:_LONGEST]) for column in columns if column] or ["A", "B"]
    shown = ", ".join(named[:_SHOWN]) + (", …" if len(named) > _SHOWN else "")
    fields = {"title": named[0], "year": named[-1]}
    probable = {name: visible(column[:_LONGEST]) for name, column in guessed(columns, rows).items()}
    pairs = ", ".join(
        f"{name}: {yaml(column)}" for name, column in (probable if "title" in probable else fields).items()
    )
    reason = (
        f"is a table, but its first row ({shown}) names no known columns; "
        "put their names there (title,authors,year,doi)"
    )
    example = f"fields: {{{yaml(source.removeprefix('sources/'))}: {{{pairs}}}}}"
    return f"{reason}, or say in {SETTINGS_FILE} what they are, such as `{example}`", line


def _packed(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []
