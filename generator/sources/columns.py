"""What the columns of tables (and the keys of JSON objects) are called, and which of our fields they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from generator.identifiers import identifiers_in, parse_arxiv, parse_doi
from generator.records import LeftOut, Origin, Record
from generator.sources.draft import FIELDS, Draft

# Names as Zotero, Scopus, Web of Science, PubMed, Dimensions, Rayyan, DBLP and hand-made sheets write them, without case, spaces and signs.
_NAMES: dict[str, str] = {
    "title": "title articletitle documenttitle papertitle ti titel titre titulo titolo nameofpaper papername paper primarytitle publicationtitleenglish name itemtitle",
    "abstract": "abstract abstractnote ab summary abstracttext zusammenfassung resume resumen resumo riassunto paperabstract description",
    "authors": "authors author au authornames authorsfullnames authorfullnames af creators creator authorsraw authorslist autoren autor auteur auteurs autores autore autori verfasser by",
    "editors": "editors editor bookeditors",
    "year": "year publicationyear py pubyear yearpublished jahr annee ano anno publishedyear yearofpublication",
    "date": "date publicationdate pubdate published publisheddate coverdate dateofpublication publicationdateonline",
    "month": "month monthpublished",
    "kind": "type itemtype documenttype publicationtype entrytype bibtype doctype dt typ",
    "venue": "venue journal journalbook sourcetitle publicationtitle journaltitle source journalname so publication conference booktitle conferencename "
    "container containertitle where publishedin zeitschrift revue revista rivista secondarytitle proceedingstitle jt conferencejournal journalconference",
    "series": "series bookseriestitle seriestitle",
    "volume": "volume vol vl",
    "number": "number issue is no issuenumber",
    "pages": "pages pagination pg pagerange",
    "start_page": "startpage pagestart bp firstpage",
    "end_page": "endpage pageend ep lastpage",
    "publisher": "publisher publishername pu",
    "address": "address place city location publisheraddress placeofpublication",
    "school": "school institution university",
    "language": "language languageoforiginaldocument lang la languages",
    "url": "url link links urls link1 dimensionsurl href sourceurl paperurl pdfurl pdf pdflink website openaccessurl sourcelinkouturl uri weblink",
    "doi": "doi dois do di doilink",
    "arxiv": "arxiv arxivid arxivids arxivnumber",
    "pmid": "pmid pubmedid pubmed pm",
    "pmcid": "pmcid pmc",
    "acl": "aclid aclanthologyid acl",
    "openreview": "openreview openreviewid",
    "isbn": "isbn isbns bn",
    "keywords": "keywords authorkeywords tags manualtags de keyword schlagworter motscles",
    "note": "note notes extra comments comment remarks",
    "id": "id key citationkey bibkey citekey eid utuniquewosid publicationid paperid number identifier corpusid ut rayyanid articleid recordid nr",
    "primary_class": "primaryclass primarycategory arxivclass",
}
COLUMNS: dict[str, str] = {}
for _field, _words in _NAMES.items():
    for _word in _words.split():
        COLUMNS.setdefault(_word, _field)
_FULL_NAMES = {"authorfullnames", "authorsfullnames", "af"}
_TELLING = {"title", "abstract", "doi", "arxiv", "pmid", "acl"}  # a table without any of these describes no works


def field_of(column: str) -> str | None:
    """Our field for a column's name (`Article Title`, `AU`, `publication_year`), or None."""
    return COLUMNS.get(_bare(column))


def _bare(column: str) -> str:
    """A column's name without case, accents, spaces and signs."""
    return re.sub(r"[\W_]+", "", "".join(c for c in unicodedata.normalize("NFKD", column.lower()) if not unicodedata.combining(c)))


def fields_of(columns: Sequence[str], given: Mapping[str, str]) -> list[str | None]:
    """Our field of each column; `given` is the map from our fields to columns that `survey.yml` has for the file."""
    by_hand = {column.strip().lower(): name for name, column in given.items() if name in FIELDS}
    found = [by_hand.get(column.strip().lower()) or field_of(column) for column in columns]
    names = [_bare(column) for column in columns]
    if found.count("venue") > 1:  # beside a column of journals, Scopus' `Source` is the name of the database
        found = [None if field == "venue" and name == "source" else field for field, name in zip(found, names, strict=True)]
    return found


def describes_works(columns: Sequence[str], given: Mapping[str, str]) -> bool:
    """Whether these columns are a table of works."""
    known = {field for field in fields_of(columns, given) if field}
    return bool(known & _TELLING) and (len(known) > 1 or len(columns) == 1 or bool(given))


def record_of_row(origin: Origin, columns: Sequence[str], fields: Sequence[str | None], cells: Sequence[object]) -> Record | LeftOut:
    """The record that one row describes; columns we do not know go to `extra` under their own name."""
    draft = Draft()
    authors = _authors_column(columns, fields, cells)
    for index, (column, known, cell) in enumerate(zip(columns, fields, cells, strict=False)):
        name = None if known == "authors" and index != authors else known
        if cell is None or (not column and str(cell).isdigit()):  # R's row numbers, which it writes under no name
            continue
        if isinstance(cell, (list, tuple)):
            _add_list(draft, name or column, cell)
        elif name == "url":
            for address in re.split(r"[\s;|]+(?=https?://)", str(cell)):
                draft.add("url", address)
        elif name == "authors":
            draft.add("authors", re.sub(r"\s*\(\d{6,}\)", "", str(cell)))  # Scopus' author ids
        elif name == "id":
            draft.add("id", cell)
            one = parse_arxiv(str(cell)) or parse_doi(str(cell))
            draft.identifiers.extend([one] if one else identifiers_in(str(cell)))
        elif name == "title" and "pmid" in fields:
            draft.add("title", re.sub(r"(?<=[^.])\.$", "", str(cell).strip()))  # PubMed ends every title with a full stop
        else:
            draft.add(name or column, _plain(cell))
    if not draft.says_something:
        return LeftOut(origin, "a row with neither title nor abstract nor identifier")
    if origin.key is None and origin.line is None:
        origin = Origin(origin.source, None, draft.texts.get("id"))
    return draft.record(origin)


def _authors_column(columns: Sequence[str], fields: Sequence[str | None], cells: Sequence[object]) -> int | None:
    """The column that this row's authors are read from: full names before initials, and never an empty one."""
    filled = [
        i
        for i, (field, cell) in enumerate(zip(fields, cells, strict=False))
        if field == "authors" and (cell if isinstance(cell, (list, tuple)) else str(cell or "").strip())
    ]
    return min(filled, key=lambda i: (_bare(columns[i]) not in _FULL_NAMES, i), default=None)


def _add_list(draft: Draft, name: str, values: Sequence[object]) -> None:
    singular = {"authors": "author", "editors": "editor", "keywords": "keyword"}.get(name, name)
    for value in values:
        if isinstance(value, Mapping):
            given, family = value.get("given") or value.get("first"), value.get("family") or value.get("last") or value.get("lastname")
            value = f"{family}, {given}" if family and given else value.get("name") or value.get("fullName") or family or ""  # noqa: PLW2901
        draft.add(singular, value)


def _plain(cell: object) -> object:
    """A year that a spreadsheet keeps as 2021.0 is 2021."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
