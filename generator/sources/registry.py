"""The readers, in the order in which they are asked whether a file is theirs: the most certain signs first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources import bibtex, page_dump, table_dump
from generator.sources.content import Content


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format.

    Attributes:
        name: as told to people (`BibTeX`).
        recognises: whether a file is of this format, judged by its content.
        read: its records in the file's order, with what could not be read and what should be told. It may raise
            anything: what it gave before is kept.
    """

    name: str
    recognises: Callable[[Content], bool]
    read: Callable[[Content], Iterator[Record | LeftOut | Problem]]


READERS = (
    Reader(bibtex.NAME, bibtex.recognises, bibtex.read),
    Reader(table_dump.NAME, table_dump.recognises, table_dump.read),
    Reader(page_dump.NAME, page_dump.recognises, page_dump.read),
)
