"""`bib/searches.yml`: the search strategy behind each source, as PRISMA-S asks for it (doi:10.1186/s13643-020-01542-z).

    - source: sources/scopus.csv      (or `sources:` with several, or a folder)
      database: Scopus
      platform: Elsevier
      kind: database                  (or register, website, organisation, citation searching, other)
      query: TITLE-ABS-KEY("snow fence*")
      date: 2026-03-01
      filters: [English, 2015 to 2026]
      hits: 214
      note: what else should be known

The same list may stand as `searches:` in `bib/survey.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from generator.config.yaml_file import Node, read_yaml
from generator.errors import Place
from generator.project.paths import SEARCHES
from generator.text.compare import did_you_mean

Kind = Literal["database", "register", "website", "organisation", "citation searching", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)
OTHER_METHODS: frozenset[str] = frozenset({"website", "organisation", "citation searching", "other"})
FIELDS = ("source", "sources", "database", "platform", "kind", "query", "date", "filters", "hits", "note")


_NOWHERE = Place(SEARCHES)


@dataclass(frozen=True, slots=True)
class Search:
    """One search, as its author states it; a text is "" if it is not stated.

    Attributes:
        sources: the files or folders with what it found, relative to `bib/`; none if nothing was exported.
        database: what was searched; `platform` is what it was searched with (Ovid, EBSCOhost).
        kind: the part of the flow diagram that counts it, or "".
        query: as it was entered, with its line breaks.
        date: the day, `YYYY-MM-DD`, or only the month or year if no more is known.
        hits: how many records the database said it had, or None.
        place: where the entry stands.
    """

    sources: tuple[str, ...] = ()
    database: str = ""
    platform: str = ""
    kind: Kind | Literal[""] = ""
    query: str = ""
    date: str = ""
    filters: tuple[str, ...] = ()
    hits: int | None = None
    note: str = ""
    place: Place = _NOWHERE

    def holds(self, source: str) -> bool:
        """Whether the file at `source`, relative to `bib/`, is one of its files or lies in one of its folders."""
        return any(source == name or source.startswith(f"{name.rstrip('/')}/") for name in self.sources)


def read_searches(project: Path) -> tuple[Search, ...]:
    """The searches in `bib/searches.yml`, in the file's order. Raises InputError with file and line."""
    root = read_yaml(project, SEARCHES)
    return searches_in(root, "searches.yml") if root else ()


def searches_in(node: Node, name: str) -> tuple[Search, ...]:
    """The searches of a list. Raises InputError with file and line."""
    return tuple(_search(one, name) for one in node.items(name))


def kind_of(source: str, searches: Iterable[Search]) -> Kind | Literal[""]:
    """The kind that the searches give a source (the first that gives one), or ""."""
    return next((search.kind for search in searches if search.kind and search.holds(source)), "")


def name_of(source: str, searches: Iterable[Search]) -> str:
    """What was searched for a source, or else the name of its file."""
    names = dict.fromkeys(search.database for search in searches if search.database and search.holds(source))
    return " and ".join(names) or source.removeprefix("sources/")


def _search(node: Node, name: str) -> Search:
    fields = node.mapping(f"an entry of `{name}`", FIELDS)
    sources = [path for key in ("source", "sources") if key in fields for path in fields[key].texts(key)]
    texts = {key: fields[key].text(key) for key in ("database", "platform", "note") if key in fields}
    return Search(
        sources=tuple(_below_bib(path) for path in sources),
        database=texts.get("database", ""),
        platform=texts.get("platform", ""),
        kind=_kind(fields["kind"]) if "kind" in fields else "",
        query=_lines(fields["query"]) if "query" in fields else "",
        date=_date(fields["date"]) if "date" in fields else "",
        filters=fields["filters"].texts("filters") if "filters" in fields else (),
        hits=_hits(fields["hits"]) if "hits" in fields else None,
        note=texts.get("note", ""),
        place=Place(node.path, node.line),
    )


def _below_bib(path: str) -> str:
    """`sources/scopus.csv`, however a person writes it."""
    path = path.removeprefix("bib/")
    return path if path == "sources" or path.startswith("sources/") else f"sources/{path}"


def _kind(node: Node) -> Kind:
    written = node.text("kind").casefold()
    kind = next((one for one in KINDS if one in (written, written.removesuffix("s"))), None)
    if kind is None:
        raise node.fault(f"kind: `{written}` is not known", did_you_mean(written, KINDS))
    return kind


def _lines(node: Node) -> str:
    """A query as written, with its line breaks. Raises InputError for anything but text."""
    node.text("query")
    return str(node.value).strip()


def _date(node: Node) -> str:
    date = str(node.value)
    if not re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", date):
        raise node.fault("date must be written as YYYY-MM-DD, YYYY-MM or YYYY")
    return date


def _hits(node: Node) -> int:
    if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 0:
        raise node.fault("hits must be a whole number")
    return node.value
