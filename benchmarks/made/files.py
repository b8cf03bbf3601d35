"""Made records written into files of eight formats, as the programs that people export from would write them.

BibTeX, RIS, CSL-JSON and the spreadsheet come from the survey's own bibliography; MEDLINE, Web of Science, EndNote XML and
JSON Lines, which it does not write, from the few lines here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from html import escape
from pathlib import Path

from generator.bibliography.bibtex import bibtex_entry, joined
from generator.bibliography.csl import csl_json
from generator.bibliography.entry import entry_of
from generator.bibliography.ris import ris
from generator.bibliography.table import table
from generator.names import Name
from generator.records import Record
from generator.works import Work

Made = tuple[Record, int]  # a record, and the number of the work that it describes
_KINDS = {"article": "Journal Article", "inproceedings": "Conference Proceedings", "preprint": "Unpublished Work"}


def write_files(made: Sequence[Made], folder: Path) -> dict[str, list[int]]:
    """Spread the records over one file a format below `folder`. Gives, for each file's name, the works of its records in order."""
    truth: dict[str, list[int]] = {}
    for at, (name, write) in enumerate(_FILES):
        part = made[at :: len(_FILES)]
        (folder / name).write_text(write(part), encoding="utf-8")
        truth[name] = [number for _, number in part]
    return truth


def _works(part: Iterable[Made]) -> list[Work]:
    """The records as works with a running number for a key, for the writers of the bibliography."""
    shared = {field.name for field in fields(Work)} & {field.name for field in fields(Record)}
    return [
        Work(
            records=(record,),
            key=f"r{at}",
            **{name: value for name in shared for value in [getattr(record, name)] if value is not None},
        )
        for at, (record, _) in enumerate(part)
    ]


def _bibtex(part: Sequence[Made]) -> str:
    return joined([bibtex_entry(entry_of(work, True)) for work in _works(part)])


def _medline(part: Sequence[Made]) -> str:
    return "\n".join(
        "\n".join(_folded(tag, value) for tag, value in _medline_fields(record, work) if value) + "\n"
        for record, work in part
    )


def _medline_fields(record: Record, work: int) -> Iterator[tuple[str, str]]:
    """PubMed gives every work its number; the rest is what the record says."""
    yield "PMID", str(30_000_000 + work)
    yield from (("FAU", name.as_last_first) for name in record.authors)
    yield from (
        ("TI", record.title),
        ("AB", record.abstract),
        ("JT", record.venue),
        ("DP", str(record.year or "")),
        ("VI", record.volume),
    )
    yield from (
        ("IP", record.number),
        ("PG", record.pages),
        ("LID", f"{doi} [doi]" if (doi := record.identifier("doi")) else ""),
        ("PT", _kind(record)),
    )


def _folded(tag: str, value: str) -> str:
    """A tag's line, cut at about 80 characters as MEDLINE is, the rest on indented lines."""
    lines, line = [], f"{tag:<4}- "
    for word in value.split():
        if len(line) + len(word) > 87:
            lines.append(line.rstrip())
            line = " " * 6
        line += f"{word} "
    return "\n".join([*lines, line.rstrip()])


def _web_of_science(part: Sequence[Made]) -> str:
    entries = "\n".join(
        "\n".join(f"{tag} {value}" for tag, value in _web_of_science_fields(record) if value) + "\nER\n"
        for record, _ in part
    )
    return f"FN Clarivate Analytics Web of Science\nVR 1.0\n{entries}\nEF\n"


def _web_of_science_fields(record: Record) -> Iterator[tuple[str, str]]:
    first, _, last = record.pages.partition("-")
    yield "PT", "J" if record.kind == "article" else "C"
    yield "AF", "\n   ".join(name.as_last_first for name in record.authors)
    yield from (
        ("TI", record.title),
        ("SO", record.venue.upper()),
        ("AB", record.abstract),
        ("PY", str(record.year or "")),
        ("VL", record.volume),
    )
    yield from (("IS", record.number), ("BP", first), ("EP", last), ("DI", record.identifier("doi") or ""))


def _endnote(part: Sequence[Made]) -> str:
    records = "\n".join(_endnote_record(record, at) for at, (record, _) in enumerate(part, 1))
    return f'<?xml version="1.0" encoding="UTF-8" ?><xml><records>{records}</records></xml>\n'


def _endnote_record(record: Record, number: int) -> str:
    def element(name: str, value: str) -> str:
        return (
            f'<{name}><style face="normal" font="default" size="100%">{escape(value)}</style></{name}>' if value else ""
        )

    authors = "".join(
        element("author", f"{name.family}," if name.corporate else name.as_last_first) for name in record.authors
    )
    return (
        f'<record><rec-number>{number}</rec-number><ref-type name="{_kind(record)}">0</ref-type><contributors><authors>{authors}</authors></contributors>'
        f"<titles>{element('title', record.title)}{element('secondary-title', record.venue)}</titles>{element('pages', record.pages)}"
        f"{element('volume', record.volume)}{element('number', record.number)}<dates>{element('year', str(record.year or ''))}</dates>"
        f"{element('abstract', record.abstract)}{element('electronic-resource-num', record.identifier('doi') or '')}</record>"
    )


def _json_lines(part: Sequence[Made]) -> str:
    return "".join(
        json.dumps({name: value for name, value in _object(record).items() if value}, ensure_ascii=False) + "\n"
        for record, _ in part
    )


def _object(record: Record) -> dict[str, object]:
    texts = {
        name: getattr(record, name) for name in ("title", "abstract", "year", "venue", "volume", "number", "pages")
    }
    ids = {scheme: record.identifier(scheme) for scheme in ("doi", "arxiv")}
    return texts | ids | {"type": record.kind, "authors": [_whole(name) for name in record.authors]}


def _whole(name: Name) -> str:
    return f"{{{name.family}}}" if name.corporate else name.as_first_last


def _kind(record: Record) -> str:
    return _KINDS.get(record.kind or "", "Journal Article")


_FILES: tuple[tuple[str, Callable[[Sequence[Made]], str]], ...] = (
    ("export.bib", _bibtex),
    ("export.ris", lambda part: ris(_works(part))),
    ("export.nbib", _medline),
    ("export.csv", lambda part: table(_works(part))),
    ("csl.json", lambda part: csl_json(_works(part))),
    ("works.jsonl", _json_lines),
    ("savedrecs.txt", _web_of_science),
    ("endnote.xml", _endnote),
)
