"""The survey's JSON as tables of rows: works, their authors, identifiers, themes, links and records.

An identifier carries its scheme (`arxiv:2307.06290`), so that no program takes it for a number and drops its zeros.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Literal

Type = Literal["string", "integer", "number", "boolean"]
Cell = str | int | float | bool | None
Json = Mapping[str, Any]

SEPARATOR = "; "  # separates the values of a cell that holds several


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its cells (any may be null), and what it holds."""

    name: str
    type: Type
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under typed columns.

    Attributes:
        name: as in file names.
        about: what one row is.
        columns: the columns, in the order of each row's cells.
        rows: in the order of the survey's JSON.
        key: the columns that identify a row; empty if none do.
        refers: column to the (table, column) that it refers to.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    refers: Mapping[str, tuple[str, str]] | None = None


_WORK = Column("work", "string", "the citation key of the work")
_OF_A_WORK = {"work": ("works", "key")}
_OF_A_WORK_AND_THEME = {**_OF_A_WORK, "theme": ("themes", "id")}


def tables_of(survey: Json) -> tuple[Table, ...]:
    """The tables of a survey, from `data/survey.json`."""
    return (_works(survey), _authors(survey), _identifiers(survey), _themes(survey), _placements(survey),
            _links(survey), _named(survey), _records(survey))  # fmt: skip


def _works(survey: Json) -> Table:
    columns = list(_OF_WORKS)
    for code in survey.get("codes", ()):
        about = f"{code['title']}, as reviewers coded it"
        columns.append((Column(f"code_{code['name']}", "string", about), _code(code["name"])))
    columns += [one for name, one in _OF_SERVICES if any(name in work for work in survey["works"])]
    rows = tuple(tuple(cell(work) for _, cell in columns) for work in survey["works"])
    head = tuple(column for column, _ in columns)
    return Table("works", "A work of the survey", head, rows, ("key",), {"theme": ("themes", "id")})


def _names(work: Json) -> Cell:
    return SEPARATOR.join(_last_first(name) for name in work["authors"]) or None


def _last_first(name: Json) -> str:
    return ", ".join(part for part in (name["family"], name.get("suffix"), name["given"]) if part)


def _doi(work: Json) -> Cell:
    return work["identifiers"].get("doi") or None


def _theme(work: Json) -> Cell:
    return work["themes"]["primary"] or None


def _part(work: Json, name: str, part: str) -> Cell:
    cell: Cell = work.get(name, {}).get(part)
    return cell


def _some(name: str) -> Callable[[Json], Cell]:
    return lambda work: work[name] or None


def _code(name: str) -> Callable[[Json], Cell]:
    return lambda work: SEPARATOR.join(work.get("codes", {}).get(name, ())) or None


def _authors(survey: Json) -> Table:
    columns = (
        _WORK,
        Column("position", "integer", "place in the list of authors, from 1"),
        Column("family", "string", "family name with its particle, or the name of a group"),
        Column("given", "string", "given names"),
        Column("suffix", "string", "such as `Jr.`"),
        Column("corporate", "boolean", "whether it is a group"),
    )
    rows = tuple(
        (
            work["key"], position, name["family"], name["given"] or None, name.get("suffix"),
            bool(name.get("corporate")),
        )
        for work in survey["works"]
        for position, name in enumerate(work["authors"], 1)
    )  # fmt: skip
    return Table("authors", "An author of a work", columns, rows, ("work", "position"), _OF_A_WORK)


def _identifiers(survey: Json) -> Table:
    columns = (_WORK, Column("identifier", "string", "scheme and value, as in `arxiv:2307.06290`"))
    rows = tuple(
        (work["key"], f"{scheme}:{value}")
        for work in survey["works"]
        for scheme, value in work["identifiers"].items()
        if value
    )
    return Table("identifiers", "An identifier of a work", columns, rows, ("work", "identifier"), _OF_A_WORK)


def _themes(survey: Json) -> Table:
    columns = (
        Column("id", "string", "as in addresses and decisions"),
        Column("title", "string", "title"),
        Column("section", "string", "the section that it stands in"),
        Column("scope", "string", "what it covers"),
    )
    rows = tuple(tuple(theme[column.name] for column in columns) for theme in survey["themes"])
    return Table("themes", "A theme, in reading order", columns, rows, ("id",))


def _placements(survey: Json) -> Table:
    columns = (
        _WORK,
        Column("theme", "string", "id of the theme"),
        Column("role", "string", "`primary` or `secondary`"),
        Column("score", "number", "how much speaks for the theme; null where a person decided"),
        Column("decided_by", "string", "what gave the first theme"),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for work in survey["works"]:
            placed, scores = work["themes"], dict(map(tuple, work["themes"]["scores"]))
            roles = [(placed["primary"], "primary"), *((theme, "secondary") for theme in placed["secondary"])]
            for theme, role in roles:
                if theme:
                    yield work["key"], theme, role, scores.get(theme), placed["decided_by"]

    about = "A theme of a work"
    return Table("placements", about, columns, tuple(rows()), ("work", "theme"), _OF_A_WORK_AND_THEME)


def _links(survey: Json) -> Table:
    columns = (
        _WORK,
        Column("to", "string", "the citation key of the other work"),
        Column(
            "kind",
            "string",
            "`related` (content), `mentions` (its abstract names what the other made) or `follows`",
        ),
        Column("rank", "integer", "from 1, the nearest"),
        Column("name", "string", "the name by which the other is mentioned"),
        Column("reason", "string", "what the link is: `builds on`, `same data: …`, `near in content`"),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for work in survey["works"]:
            for rank, (other, reason) in enumerate(zip(work["related"], work["reasons"], strict=True), 1):
                yield work["key"], other, "related", rank, None, reason or None
            for rank, mention in enumerate(work["mentions"], 1):
                yield work["key"], mention["key"], "mentions", rank, mention["name"], None
            for rank, one in enumerate(work["follows"], 1):
                yield work["key"], one["key"], "follows", rank, one["name"], one["act"]

    refers = {**_OF_A_WORK, "to": ("works", "key")}
    return Table("links", "A link from a work to another", columns, tuple(rows()), ("work", "kind", "rank"), refers)


def _named(survey: Json) -> Table:
    columns = (
        Column("name", "string", "id of the name; its page, where it has one, is `names/<id>/`"),
        _WORK,
        Column("short_form", "string", "the name, as most works write it"),
        Column("long_form", "string", "what it stands for"),
        Column("kind", "string", "what works call it: benchmark, gene, statute …"),
        Column("introduced_by", "string", "the citation key of the work that introduced it"),
        Column("role", "string", "what the work does with it: introduces, builds on, compares with, uses, names …"),
        Column("sentence", "string", "where the work says so"),
        Column("numbers", "string", "numbers beside the name there: quoted, not comparable"),
    )
    rows = tuple(
        (
            one["id"], use["key"], one["name"], one["long_form"], one["kind"], one["introduced_by"], use["role"],
            use["sentence"], SEPARATOR.join(use["numbers"]) or None,
        )
        for one in survey["names"]
        for use in one["works"]
    )  # fmt: skip
    refers = {**_OF_A_WORK, "introduced_by": ("works", "key")}
    return Table("names", "A name that several works use, with what one of them says of it", columns, rows,
                 ("name", "work"), refers)  # fmt: skip


def _records(survey: Json) -> Table:
    columns = (
        _WORK,
        Column("source", "string", "the file of the record"),
        Column("locator", "string", "line or entry in it"),
        Column("id", "string", "the record's own id there"),
        Column("title", "string", "title as the record has it"),
        Column("role", "string", "`merged` into the work, or `completed` its facts"),
    )
    rows = tuple(
        (
            work["key"], record["source"], _text(record["locator"]), _text(record["id"]), record["title"] or None, role,
        )
        for work in survey["works"]
        for role, name in (("merged", "records"), ("completed", "enriched_by"))
        for record in work[name]
    )  # fmt: skip
    return Table("records", "A record of a source that became part of a work", columns, rows, (), _OF_A_WORK)


def _text(value: object) -> str | None:
    return None if value in (None, "") else str(value)


_OF_WORKS: tuple[tuple[Column, Callable[[Json], Cell]], ...] = (
    (Column("key", "string", "citation key; its page is `papers/<key>/`"), itemgetter("key")),
    (Column("title", "string", "title"), itemgetter("title")),
    (Column("authors", "string", "authors as `Family, Given`, in their order, between `; `"), _names),
    (Column("year", "integer", "year of the version that is cited"), itemgetter("year")),
    (Column("first_year", "integer", "year of the first appearance"), itemgetter("first_year")),
    (Column("type", "string", "BibTeX type"), itemgetter("type")),
    (
        Column("kind_of_work", "string", "survey, benchmark or data set, method …; null where nothing tells it"),
        lambda work: work["kind"] and work["kind"]["name"],
    ),
    (Column("venue", "string", "where it appeared; null where no source gives it"), itemgetter("venue")),
    (
        Column("container", "string", "full name of the proceedings or journal"),
        itemgetter("container"),
    ),
    (Column("doi", "string", "DOI of the publication, else the one that arXiv registers"), _doi),
    (Column("url", "string", "address of the cited version"), itemgetter("url")),
    (Column("theme", "string", "id of its first theme; null where none fits"), _theme),
    (Column("gist", "string", "the sentence of the abstract that says what the work contributes"), _some("gist")),
    (Column("abstract", "string", "abstract; mathematics stands between `$` signs"), _some("abstract")),
    (
        Column("verified", "boolean", "whether a person checked the facts; null: unknown"),
        itemgetter("verified"),
    ),
    (Column("status", "string", "such as `retracted`; null as a rule"), itemgetter("status")),
    (Column("records", "integer", "number of records that it was made from"), lambda work: len(work["records"])),
)
# With the name of what a work then has; only where some work has it.
_OF_SERVICES: tuple[tuple[str, tuple[Column, Callable[[Json], Cell]]], ...] = (
    (
        "licence",
        (
            Column("licence", "string", "licence, or the address of the publisher's terms, as a service says"),
            lambda work: _part(work, "licence", "name") or _part(work, "licence", "url"),
        ),
    ),
    (
        "citations",
        (Column("citations", "integer", "how often it was cited"), lambda work: _part(work, "citations", "number")),
    ),
    (
        "citations",
        (
            Column("citations_service", "string", "the service that counted the citations"),
            lambda work: _part(work, "citations", "service"),
        ),
    ),
    (
        "citations",
        (
            Column("citations_day", "string", "the day on which it said so, as YYYY-MM-DD"),
            lambda work: _part(work, "citations", "day"),
        ),
    ),
)
