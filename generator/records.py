"""Records: what the sources say, entry by entry, with where it stands. Never changed once read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from generator.errors import Place, Problem
from generator.identifiers import Identifier
from generator.names import Name

# What has one of these types has appeared, even where no source says in which venue.
PublishedKind = Literal[
    "article", "inproceedings", "incollection", "book", "proceedings", "phdthesis", "mastersthesis", "techreport"
]  # fmt: skip
Kind = Literal[PublishedKind, "preprint", "dataset", "software", "patent", "misc"]
PUBLISHED_KINDS: tuple[PublishedKind, ...] = get_args(PublishedKind)
KINDS: tuple[Kind, ...] = get_args(Kind)
# What belongs to one version, taken together from the cited one, so that volume and pages always match.
OF_THE_VERSION = ("venue", "series", "volume", "number", "pages", "publisher", "address", "school")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands: its source file (a path relative to `bib/`), the line it starts on, its key there.

    `line` is 1-based; `key` is the entry key, row number or id that the source itself uses, if it has one; `nth` counts
    the entries that start on one line, of which a JSON or XML file may have only one.
    """

    source: str
    line: int | None = None
    key: str | None = None
    nth: int = 1

    @property
    def locator(self) -> str:
        """`412` (line), `1.3` (the third entry on line 1) or, if a format has no lines, the entry key."""
        if self.line is None:
            return self.key or ""
        return str(self.line) if self.nth == 1 else f"{self.line}.{self.nth}"

    def __str__(self) -> str:
        return f"{self.source}:{self.locator}" if self.locator else self.source

    @property
    def place(self) -> Place:
        """Where to look, relative to the project."""
        return Place(f"bib/{self.source}", self.line)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """A total order that does not depend on the order in which files are read."""
        return self.source, self.line or 0, self.nth, self.key or ""


@dataclass(frozen=True, slots=True)
class Record:
    """One entry as one source gave it. Text is as read (only decoded and stripped of the format's own syntax).

    Attributes:
        origin: provenance.
        id: the record's own id as written (`2201.12288v2`, `smith2020`), or None.
        kind: the type of publication if the source says so.
        venue: journal, proceedings or other container title.
        year: of this version as the source says.
        month: 1 to 12.
        verified: whether a person has checked the facts (only enriching sources say so); `note` says why not.
        status: its later status: `retracted`, `withdrawn`, `superseded` or `corrected`, or "".
        extra: whatever else the source says, as (field name, value), in the source's order.
        protected: words of the title whose capitals the source protects, with the braces: `{Gibbs}`, `{B}ayesian`.
    """

    origin: Origin
    title: str = ""
    abstract: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    authors_truncated: bool = False  # the list ended in "and others" / "et al."
    year: int | None = None
    month: int | None = None
    kind: Kind | None = None
    venue: str = ""
    series: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    address: str = ""
    school: str = ""
    language: str = ""
    url: str = ""
    primary_class: str = ""
    identifiers: tuple[Identifier, ...] = ()
    keywords: tuple[str, ...] = ()
    id: str | None = None
    verified: bool | None = None
    note: str = ""
    status: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    protected: tuple[str, ...] = ()

    def identifier(self, scheme: str) -> str | None:
        """The first identifier of that scheme, or None."""
        return next((i.value for i in self.identifiers if i.scheme == scheme), None)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of a source that did not become part of a work, and why.

    Attributes:
        count: how many pieces this stands for, where a file has too many of a kind to list each.
        last_line: of these, the line of the last; `origin` is that of the first.
        counted_as: of a work that is left out, the record that is counted in place of this one, its duplicate.
        status, stage: of a work that the screening left out, its verdict and the step of the review; else "".
    """

    origin: Origin
    reason: str
    title: str = ""
    count: int = 1
    last_line: int | None = None
    counted_as: Origin | None = None
    status: str = ""
    stage: str = ""

    @property
    def message(self) -> str:
        """The reason and, for several, their number: `980 more (to line 2,000): a reference without a title`."""
        return self.reason if self.count == 1 else several(self.count, self.origin.line, self.last_line, self.reason)


def several(count: int, first: int | None, last: int | None, what: str) -> str:
    """`what`, said of `count` pieces from line `first` to line `last` that are not listed one by one."""
    lines = f" (to line {last})" if last and last != first else ""
    return f"{count:,} more{lines}: {what}"


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What one source file gave.

    Attributes:
        source: path relative to `bib/`.
        format: name of the reader that recognised it (`paper-search page dump`), or "" if none did.
        records: the records read, in the file's order.
        left_out: the pieces that could not be read, with line and reason.
        problems: what the author should know of records that were read (a row cut off, a repeated field).
    """

    source: str
    format: str
    records: tuple[Record, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()


def unreadable(source: str, reason: str, line: int | None = None) -> SourceReading:
    """A source of which nothing could be read, with the reason and what to do."""
    return SourceReading(source, "", left_out=(LeftOut(Origin(source, line), reason),))


def source_name(source: str) -> str:
    """A source's file name as a person sees it in `bib/sources/`."""
    return source.removeprefix("sources/")
