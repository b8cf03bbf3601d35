"""Rows of tables: which of our fields each column is, and the record that a row describes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping, Sequence

from generator.identifiers import identifiers_in, parse_arxiv, parse_doi
from generator.records import LeftOut, Origin, Record
from generator.sources.citation_text import parts_of
from generator.sources.cited_place import cited_place
from generator.sources.column_names import bare_name, field_of
from generator.sources.draft import Draft
from generator.sources.field_names import Field, is_field
from generator.sources.finishing import finished
from generator.sources.json_values import FAMILY, GIVEN
from generator.status import is_status
from generator.text.spreadsheet import unguarded

# Among Web of Science's tags: the number of pages, more keywords, the number of references; and what only there means
# editors and a series.
_NOT_AS_TAG = {"pg", "id", "nr", "no"}
_AS_TAG: dict[str, Field] = {"be": "editors", "se": "series"}
_FULL_VENUES = {"fulljournal", "journalfull"}  # Paperpile has them after the abbreviated ones
_OF_EBSCO = {"plink", "accessionnumber"}  # beside which `Subjects` are keywords, and no number of persons
_Numbered = tuple[int, tuple[str, Field | None, object]]  # a cell with its place, behind its column's name and field
# Names of columns in PubMed's CSV until 2020.
_OF_OLD_PUBMED: dict[str, Field] = {"description": "authors", "entrezuid": "pmid"}
_FULL_NAMES = {
    "authorfullnames",
    "authorsfullnames",
    "af",
    "作者全名",
    "著者名フルネーム",
    "полныеименаавторов",
    "nombrescompletosdelosautores",
    "nomescompletosdosautores",
    "vollstandigeautorennamen",
    "auteurscomplets",
}
_NUMBERED = re.compile(r"(\D+)0?\d{1,2}")  # `author1`
_DBLP = re.compile(r"(conf|journals|phd)/(?!corr/)[^/\s]+/[^/\s]+$")  # its keys say of which kind a work is
# A venue in one of these is a journal.
_JOURNALS = {
    "journal",
    "journaltitle",
    "journalname",
    "jt",
    "zeitschrift",
    "revue",
    "revista",
    "rivista",
    "periodicalfull",
    "periodicalabbrev",
}
_MEETING = re.compile(r"\b(?:conf(?:erence)?|symp(?:osium)?|workshops?|congress|meeting|colloquium)\b", re.IGNORECASE)
# PubMed's and Embase's columns that give the place of publication in one line.
_CITATIONS = {
    "citation",
    "source",
    "details",
}
_SINGULAR: dict[Field, Field] = {"authors": "author", "editors": "editor", "keywords": "keyword"}
_COUNT = "pagecount"  # of pages, beside the first one
_ORGANISATION = "Organizational"  # DataCite's `nameType`
_LIST_LIMIT = 100_000  # characters of a list written into a cell
_TELLING = {"title", "abstract", "doi", "arxiv", "pmid", "acl"}  # a table without any of these describes no works


def fields_of(columns: Sequence[str], column_map: Mapping[str, str]) -> list[Field | None]:
    """Our field of each column; `column_map` (our field to column) is what `survey.yml` says of the file."""
    by_hand = {column.strip().lower(): name for name, column in column_map.items() if is_field(name)}
    found = [by_hand.get(column.strip().lower()) or field_of(column) for column in columns]
    names = [bare_name(column) for column in columns]
    if {"ti", "so", "ut"} <= set(names):
        found = [
            None if name in _NOT_AS_TAG else _AS_TAG.get(name, field) for field, name in zip(found, names, strict=True)
        ]
    if _OF_EBSCO & set(names):
        found = ["keywords" if name == "subjects" else field for field, name in zip(found, names, strict=True)]
    if {"shortdetails", "entrezuid"} <= set(names):
        found = [_OF_OLD_PUBMED.get(name, field) for field, name in zip(found, names, strict=True)]
    numbered = _numbered_authors(names)
    if len(numbered) > 1 and "authors" not in found:  # CiNii has a column for each
        found = ["author" if index in numbered else field for index, field in enumerate(found)]
    if found.count("venue") > 1:  # beside a column of journals, Scopus' `Source` is the name of the database
        found = [
            None if field == "venue" and name == "source" else field for field, name in zip(found, names, strict=True)
        ]
    return found


def _numbered_authors(names: Sequence[str]) -> list[int]:
    """The places of columns that are called as those of authors are, with a number behind."""
    found = enumerate(map(_NUMBERED.fullmatch, names))
    return [index for index, name in found if name and field_of(name[1]) == "authors"]


def describes_works(columns: Sequence[str], column_map: Mapping[str, str]) -> bool:
    """Whether these columns are a table of works."""
    known = {field for field in fields_of(columns, column_map) if field}
    identified = bool(known & {"doi", "arxiv", "pmid", "acl"})
    return bool(known & _TELLING) and (len(known) > 1 or len(columns) == 1 or identified or bool(column_map))


def _meant(cell: object) -> object:
    """A cell as its writer meant it: EBSCOhost writes values as formulas; an apostrophe keeps text from being one."""
    if not isinstance(cell, str):
        return cell
    return cell[2:].removesuffix('"') if cell.startswith('="') else unguarded(cell)


def record_of_row(
    origin: Origin, columns: Sequence[str], fields: Sequence[Field | None], cells: Sequence[object]
) -> Record | LeftOut:
    """The record that one row describes; columns we do not know go to `extra` under their own name."""
    draft = Draft()
    cited: dict[Field, str] = {}
    journal = False
    authors = _authors_column(columns, fields, cells)
    numbered = enumerate(zip(columns, fields, cells, strict=False))
    for index, (column, known, written) in _venues_in_order(numbered) if fields.count("venue") > 1 else numbered:
        cell = _meant(written)
        name = None if known == "authors" and index != authors else known
        if cell is None or (not column and str(cell).isdigit()):  # R's row numbers, which it writes under no name
            continue
        if isinstance(cell, str) and known in ("authors", "keywords") and cell.startswith("["):
            cell = _written_list(cell)
        if isinstance(cell, str) and (parts := _cited(column, known, cell)):
            cited.update(parts)
            name = None
        if isinstance(cell, (list, tuple)):
            _add_list(draft, name, column, cell)
        elif name == "authors":
            draft.add("authors", re.sub(r"\s*\(\d{6,}\)", "", str(cell)))  # Scopus' author ids
        elif name == "id":
            draft.add("id", cell)
            if of_dblp := _DBLP.match(str(cell)):
                draft.add("kind", {"conf": "inproceedings", "journals": "article", "phd": "phdthesis"}[of_dblp[1]])
            one = parse_arxiv(str(cell)) or parse_doi(str(cell))
            draft.identifiers.extend([one] if one else identifiers_in(str(cell)))
        else:
            _add(draft, name, column, _plain(cell))
            journal = journal or (name == "venue" and bare_name(column) in _JOURNALS)
    if (
        journal
        and "kind" not in draft.texts
        and not _MEETING.search(draft.texts.get("venue", ""))
        and "venue" in draft.texts
    ):
        draft.add("kind", "article")
    draft.add("status", _status(draft))
    _with_last_page(draft, columns, cells)
    paged = {"pages", "start_page", "article_number"} & draft.texts.keys()
    for field, value in cited.items():
        if (
            field not in draft.texts
            and not (paged and field in ("pages", "article_number"))
            and not (field == "year" and "date" in draft.texts)
        ):
            draft.add(field, value)
    return finished(draft, origin, "a row")


def _with_last_page(draft: Draft, columns: Sequence[str], cells: Sequence[object]) -> None:
    """Note the last page where a table has the first one and, as EBSCOhost does, the number of pages."""
    first = draft.texts.get("start_page", "")
    count = next((str(cell) for column, cell in zip(columns, cells, strict=False) if bare_name(column) == _COUNT), "")
    if first.isdecimal() and count.isdecimal() and int(count) > 1 and not {"pages", "end_page"} & draft.texts.keys():
        draft.add("end_page", str(int(first) + int(count) - 1))


def _cited(column: str, known: Field | None, cell: str) -> dict[Field, str]:
    """The parts of a cell that gives the place of publication in one line, in a column of such lines or of venues."""
    services = bare_name(column) in _CITATIONS
    place = cited_place(cell) if known == "venue" or services else {}
    parts = parts_of(cell) if services else {}
    return {"venue": place.get("venue", ""), **parts} if parts else place


def _status(draft: Draft) -> str:
    """The status in a column of that name, in which other programs have other things."""
    return next((value for column, value in draft.extra if bare_name(column) == "status" and is_status(value)), "")


def _venues_in_order(numbered: Iterable[_Numbered]) -> list[_Numbered]:
    """The cells of a row, full names of journals before abbreviated ones."""
    return _with_series(sorted(numbered, key=lambda cell: bare_name(cell[1][0]) not in _FULL_VENUES))


def _with_series(cells: list[_Numbered]) -> list[_Numbered]:
    """The cells of a row, in which Dimensions' `Source title` is the series where an anthology's title stands too."""
    books = [cell for _, (column, _, cell) in cells if bare_name(column) == "anthologytitle" and cell]
    sources = [cell for _, (column, _, cell) in cells if bare_name(column) == "sourcetitle"]
    if not books or books == sources:
        return cells
    return [
        (index, (column, "series" if bare_name(column) == "sourcetitle" else field, cell))
        for index, (column, field, cell) in cells
    ]


def _authors_column(columns: Sequence[str], fields: Sequence[Field | None], cells: Sequence[object]) -> int | None:
    """The column that this row's authors are read from: full names before initials, and never an empty one."""
    filled = [
        i
        for i, (field, cell) in enumerate(zip(fields, cells, strict=False))
        if field == "authors" and (cell if isinstance(cell, (list, tuple)) else str(cell or "").strip())
    ]
    return min(filled, key=lambda i: (bare_name(columns[i]) not in _FULL_NAMES, i), default=None)


def _add(draft: Draft, field: Field | None, column: str, value: object) -> None:
    """Note a cell under its field, or under the column's own name where that is none of ours."""
    if field:
        draft.add(field, value)
    else:
        draft.add_other(column, value)


def _add_list(draft: Draft, name: Field | None, column: str, values: Sequence[object]) -> None:
    singular = _SINGULAR.get(name, name) if name else None
    for value in values:
        if isinstance(value, Mapping):
            given = next((value[key] for key in GIVEN if value.get(key)), "")
            family = next((value[key] for key in FAMILY if value.get(key)), "")
            plain = next(
                (
                    value[key]
                    for key in ("name", "fullName", "text", "display_name", "tag", "title", "literal")
                    if value.get(key)
                ),
                "",
            )
            role: Field | None = singular
            if singular == "author" and value.get("creatorType") == "editor":
                role = "editor"
            whole = f"{family}, {given}" if family and given else plain or family or given
            if role in ("author", "editor") and value.get("nameType") == _ORGANISATION:
                whole = f"{{{whole}}}"
            _add(draft, role, column, whole)
            continue
        _add(draft, singular, column, value)


def _written_list(cell: str) -> object:
    """The list that a data frame wrote into a cell, `['Gary Lewis', "Khosrow O'Adeli"]` or JSON; else the cell."""
    try:
        found = ast.literal_eval(cell) if len(cell) <= _LIST_LIMIT else cell
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return cell
    return found if isinstance(found, list) and all(isinstance(item, (str, Mapping)) for item in found) else cell


def _plain(cell: object) -> object:
    """A year that a spreadsheet keeps as 2021.0 is 2021."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
