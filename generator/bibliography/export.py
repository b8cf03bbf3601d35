"""The formats in which the bibliography can be exported. A new one is one new file beside this and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.bibliography.bibtex import bibtex_entry, joined, joined_ascii
from generator.bibliography.csl import csl_array, csl_text
from generator.bibliography.entry import entry_of
from generator.bibliography.ris import ris_record
from generator.bibliography.styles import as_text
from generator.bibliography.table import EXCEL_MARK, excel_table, table
from generator.errors import at_fault
from generator.extensions import with_extensions
from generator.language import marked
from generator.text.compare import SUGGESTED, did_you_mean
from generator.works import Work

_BIBTEX, _RIS = "application/x-bibtex", "application/x-research-info-systems"
_CSL = "application/vnd.citationstyles.csl+json"
LIMIT = 50_000_000  # bytes; Overleaf refuses larger files


@dataclass(frozen=True, slots=True)
class Format:
    """One format of the bibliography.

    Attributes:
        name: as `export --format` takes it.
        label: for people.
        ending: of the file, with its dot; formats that share one differ before it (`-ascii.bib`).
        media_type: as registered with IANA, or the usual one.
        write: (works, comment for the file's head) to the file's text; formats without comments ignore it.
        piece, join: for files that are their works one after another: the text of one work, and the file of such texts;
        so a work that goes into many files is written once.
    """

    name: str
    label: str
    ending: str
    media_type: str
    write: Callable[[Sequence[Work], str], str]
    piece: Callable[[Work], str] | None = None
    join: Callable[[Sequence[str], str], str] | None = None


def _pieced(
    name: str,
    label: str,
    ending: str,
    media_type: str,
    piece: Callable[[Work], str],
    join: Callable[[Sequence[str], str], str],
) -> Format:
    return Format(
        name, label, ending, media_type, lambda works, head: join([piece(work) for work in works], head), piece, join
    )


def _entry(work: Work) -> str:
    return bibtex_entry(entry_of(work))


def _classic_entry(work: Work) -> str:
    return bibtex_entry(entry_of(work, classic=True), "ascii")


def _entry_with_abstract(work: Work) -> str:
    return bibtex_entry(entry_of(work, abstracts=True))


FORMATS = {
    form.name: form
    for form in (
        _pieced("bibtex", marked("BibTeX (UTF-8, for biber and BibLaTeX)"), ".bib", _BIBTEX, _entry, joined),
        _pieced("bibtex-ascii", marked("BibTeX (ASCII, classic)"), "-ascii.bib", _BIBTEX, _classic_entry, joined_ascii),
        _pieced(
            "bibtex-abstracts", marked("BibTeX with abstracts"), "-abstracts.bib", _BIBTEX, _entry_with_abstract, joined
        ),
        _pieced(
            "ris",
            marked("RIS (EndNote, Mendeley, RefWorks)"),
            ".ris",
            _RIS,
            ris_record,
            lambda pieces, _: "".join(pieces),
        ),
        _pieced(
            "csl", marked("CSL-JSON (Zotero, Pandoc)"), ".json", _CSL, csl_text, lambda pieces, _: csl_array(pieces)
        ),
        Format("csv", marked("Table (CSV)"), ".csv", "text/csv", lambda works, _: table(works)),
        Format(
            "csv-excel", marked("Table for Excel (CSV)"), "-excel.csv", "text/csv", lambda works, _: excel_table(works)
        ),
        Format("text", marked("References as text"), ".txt", "text/plain", lambda works, _: as_text(works)),
    )
}


def with_columns(form: Format, columns: Mapping[str, Mapping[str, str]]) -> Format:
    """The format with further columns (header to key to text), where it is a table; else as it is."""
    if form.name not in ("csv", "csv-excel") or not columns:
        return form
    mark = EXCEL_MARK if form.name == "csv-excel" else ""
    return replace(form, write=lambda works, _: mark + table(works, columns))


def formats() -> dict[str, Format]:
    """The formats of this program and of other packages, by name. Raises InputError."""
    return with_extensions(FORMATS, "exports", Format)


def format_named(name: str, others: Sequence[str] = ()) -> Format:
    """The format of that name; `others` are further names that the caller accepts. Raises InputError with the
    nearest.
    """
    known = formats()
    if name not in known:
        hint = did_you_mean(name, (*known, *others), count=SUGGESTED)
        raise at_fault(f"there is no export format `{name}`", hint=hint)
    return known[name]


def exported(form: Format, works: Sequence[Work], name: str, head: str = "", limit: int = LIMIT) -> dict[str, str]:
    """File name to text: one file (`survey.bib`), or numbered ones (`survey-1.bib`, …) each below `limit` bytes."""
    parts = _parts(form, works, head, limit)
    if len(parts) == 1:
        return {f"{name}{form.ending}": parts[0]}
    return {f"{name}-{number}{form.ending}": text for number, text in enumerate(parts, 1)}


def _parts(form: Format, works: Sequence[Work], head: str, limit: int) -> list[str]:
    text = form.write(works, head)
    if len(works) <= 1 or len(text.encode("utf-8", "replace")) <= limit:
        return [text]
    middle = len(works) // 2
    return _parts(form, works[:middle], head, limit) + _parts(form, works[middle:], head, limit)
