"""The readers, in the order in which they are asked whether a file is theirs: the most certain signs first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources import (
    arxiv_atom,
    bibtex,
    endnote_xml,
    markdown_list,
    medline,
    page_dump,
    parquet,
    pubmed_xml,
    refer,
    ris,
    table,
    table_dump,
    web_of_science,
    works_json,
)
from generator.sources.content import Content


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format.

    Attributes:
        name: as told to people (`BibTeX`).
        recognises: whether a file is of this format, judged by its content.
        read: its records in the file's order, with what could not be read and what should be told. It may raise
            anything: what it gave before is kept.
        variant: a closer name for one file, where the reader knows several shapes.
    """

    name: str
    recognises: Callable[[Content], bool]
    read: Callable[[Content], Iterator[Record | LeftOut | Problem]]
    variant: Callable[[Content], str] | None = None


READERS = (
    Reader(parquet.NAME, parquet.recognises, parquet.read),
    Reader(works_json.NAME, works_json.recognises, works_json.read, works_json.shape_of),
    Reader(arxiv_atom.NAME, arxiv_atom.recognises, arxiv_atom.read),
    Reader(endnote_xml.NAME, endnote_xml.recognises, endnote_xml.read),
    Reader(pubmed_xml.NAME, pubmed_xml.recognises, pubmed_xml.read),
    Reader(ris.NAME, ris.recognises, ris.read),
    Reader(refer.NAME, refer.recognises, refer.read),
    Reader(medline.NAME, medline.recognises, medline.read),
    Reader(web_of_science.NAME, web_of_science.recognises, web_of_science.read),
    Reader(markdown_list.NAME, markdown_list.recognises, markdown_list.read),
    Reader(table.NAME, table.recognises, table.read),
    Reader(bibtex.NAME, bibtex.recognises, bibtex.read),
    Reader(table_dump.NAME, table_dump.recognises, table_dump.read),
    Reader(page_dump.NAME, page_dump.recognises, page_dump.read),
)
