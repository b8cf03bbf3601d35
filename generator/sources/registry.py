"""The readers. If two account for the same share of a file, the first one listed here takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.errors import Problem
from generator.extensions import with_extensions
from generator.records import LeftOut, Record
from generator.sources import (
    arxiv_atom,
    arxiv_listing,
    bibtex,
    dblp_xml,
    ebsco_xml,
    endnote_xml,
    eppi_reviewer,
    identifier_list,
    labelled_text,
    markdown_list,
    medline,
    mods_xml,
    page_dump,
    parquet,
    pubmed_xml,
    refer,
    refworks,
    ris,
    table,
    table_dump,
    title_list,
    turned_table,
    web_of_science,
    workbook,
    works_json,
)
from generator.sources.content import Content


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format.

    Attributes:
        name: as people know it (`BibTeX`).
        recognises: whether a file is of this format, judged by its content.
        read: its records in the file's order, with what could not be read and what should be reported. It may raise
        anything: what it yielded before is kept.
        variant: a more precise name for one file, if the reader knows several variants.
        share: the share of a text (0 to 1) that the format accounts for; None where its signs mark a whole file.
        is_plain_text: whether it reads text without syntax, and is only tried if no other format accounts for most of a
        file.
    """

    name: str
    recognises: Callable[[Content], bool]
    read: Callable[[Content], Iterator[Record | LeftOut | Problem]]
    variant: Callable[[Content], str] | None = None
    share: Callable[[Content], float] | None = None
    is_plain_text: bool = False


READERS = (
    Reader(workbook.NAME, workbook.recognises, workbook.read),
    Reader(parquet.NAME, parquet.recognises, parquet.read),
    Reader(eppi_reviewer.NAME, eppi_reviewer.recognises, eppi_reviewer.read),
    Reader(works_json.NAME, works_json.recognises, works_json.read, works_json.shape_of),
    Reader(arxiv_atom.NAME, arxiv_atom.recognises, arxiv_atom.read),
    Reader(ebsco_xml.NAME, ebsco_xml.recognises, ebsco_xml.read),
    Reader(dblp_xml.NAME, dblp_xml.recognises, dblp_xml.read),
    Reader(endnote_xml.NAME, endnote_xml.recognises, endnote_xml.read),
    Reader(mods_xml.NAME, mods_xml.recognises, mods_xml.read),
    Reader(pubmed_xml.NAME, pubmed_xml.recognises, pubmed_xml.read),
    Reader(ris.NAME, ris.recognises, ris.read, share=ris.share),
    Reader(refer.NAME, refer.recognises, refer.read, share=refer.share),
    Reader(medline.NAME, medline.recognises, medline.read, share=medline.share),
    Reader(web_of_science.NAME, web_of_science.recognises, web_of_science.read, share=web_of_science.share),
    Reader(refworks.NAME, refworks.recognises, refworks.read, share=refworks.share),
    Reader(arxiv_listing.NAME, arxiv_listing.recognises, arxiv_listing.read, share=arxiv_listing.share),
    Reader(turned_table.NAME, turned_table.recognises, turned_table.read, share=turned_table.share),
    Reader(identifier_list.NAME, identifier_list.recognises, identifier_list.read, share=identifier_list.share),
    Reader(markdown_list.NAME, markdown_list.recognises, markdown_list.read, share=markdown_list.share),
    Reader(table.NAME, table.recognises, table.read, share=table.share),
    Reader(bibtex.NAME, bibtex.recognises, bibtex.read, share=bibtex.share),
    Reader(labelled_text.NAME, labelled_text.recognises, labelled_text.read, share=labelled_text.share),
    Reader(table_dump.NAME, table_dump.recognises, table_dump.read, is_plain_text=True),
    Reader(title_list.NAME, title_list.recognises, title_list.read, is_plain_text=True),
    Reader(page_dump.NAME, page_dump.recognises, page_dump.read, is_plain_text=True),
)


def readers() -> tuple[Reader, ...]:
    """Those of other packages, which were installed for a purpose, and then this program's. Raises InputError."""
    return (*with_extensions({}, "readers", Reader).values(), *READERS)
