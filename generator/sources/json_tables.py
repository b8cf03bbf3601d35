"""Works in JSON that is laid out as a table or as several lists, as data frames and spreadsheets are written.

`DataFrame.to_json` writes a table by columns (`{"title": {"0": …}}`), by rows under their names (`{"0": {"title":
…}}`), as names and rows (`{"columns": […], "data": [[…]]}`), with a schema, or as rows alone; other programs write one
list a sheet or a status (`{"Included": […], "Excluded": […]}`), or objects under the keys of works.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.sources.column_names import bare_name, field_of
from generator.sources.columns import describes_works
from generator.sources.json_shapes import ENVELOPES
from generator.sources.json_values import Object

_HEADS, _ROWS = ("columns", "header", "headers", "fields"), ("data", "rows", "values", "records")
_OF_A_WORK = frozenset(("authors", "venue", "doi", "arxiv", "pmid", "kind", "volume", "pages", "year"))
_OF_ANYTHING = frozenset(("name", "displayname", "item"))  # names of titles that may be those of other things
_SEVERAL_OF_A_WORK = frozenset(("title", "authors", "keywords"))  # of which a work may give two, side by side
_LISTED_BY_A_WORK = frozenset(("references", "citations", "related", "relatedworks", "citedby", "authors", "author"))
_PAIR = 2
# What has a title in a file of works without being one, unless it tells who wrote it or how to find it.
_BESIDE_WORKS = frozenset(
    ("venues", "journals", "conferences", "publishers", "series", "people", "editors", "projects")
)
_FOUND_BY = frozenset(("authors", "doi", "arxiv", "pmid"))
_DEEPEST = 3  # objects around the works that are looked into
# What a work holds or cites, whatever is told of each: of an object with a title these are no list of works.
_WITHIN_A_WORK = frozenset(
    "sections tables figures appendices supplements datasets versions grants bibliography citedreferences "
    "referencedworks".split()
)
_LISTS_OF_WORKS = frozenset(("papers", "works", "articles", "publications", "studies", "records", "documents"))


def works_in(value: Any) -> list[Any]:
    """The works in all that a file holds: the rows of a table, the objects of several lists, or the value itself."""
    if not isinstance(value, Mapping):
        return [value]
    found = _split(value) or _by_columns(value)
    if found or _is_a_work(value):
        return found or [value]
    if not describes_a_work(value):
        return _listed(value) or [value]
    # A title and a description may be those of a list, and of a work with chapters.
    listed = _listed({key: item for key, item in value.items() if bare_name(key) not in _WITHIN_A_WORK})
    is_list = any(bare_name(key) in _LISTS_OF_WORKS for key in value) or any(map(_is_published, listed))
    return (is_list and listed) or [value]


def as_head(value: Any) -> list[str]:
    """The names of columns in a list that is the first row of a table; [] for any other."""
    is_row = isinstance(value, list) and all(isinstance(cell, str) for cell in value)
    return value if is_row and len(value) > 1 and describes_works(value, {}) else []


def row_of(head: Sequence[str], cells: Sequence[Any]) -> dict[str, Any]:
    """A row as an object; cells beyond the head have no name and are kept under numbers."""
    names = [*head, *(f"column {number + 1}" for number in range(len(head), len(cells)))]
    return dict(zip(names, cells, strict=False))


def _split(value: Object) -> list[Any]:
    """Rows that stand beside the names of their columns, or beside a schema."""
    rows: list[Any] = next((value[key] for key in _ROWS if isinstance(value.get(key), list)), [])
    head = next((names for names in map(value.get, _HEADS) if names), ())
    if isinstance(head, list) and (names := as_head(head)) and all(isinstance(row, list) for row in rows):
        return [row_of(names, row) for row in rows]
    return list(rows) if isinstance(value.get("schema"), Mapping) else []


def _by_columns(value: Object) -> list[Any]:
    """Rows of a table that is written column by column, each a list or an object with the rows' names."""
    columns = [column for column in value.values() if isinstance(column, (list, Mapping))]
    if not columns or len(columns) < len(value) or not describes_works(list(value), {}):
        return []
    by_name = [column for column in columns if isinstance(column, Mapping)]
    if len(by_name) == len(columns):
        rows = list(dict.fromkeys(name for column in by_name for name in column))
        alike = not any(isinstance(cell, Mapping) for column in by_name for cell in column.values())
        return [_row(value, name) for name in rows] if alike and not any(map(field_of, rows)) else []
    length = len(columns[0]) if isinstance(columns[0], list) else 0
    # A work too may have its values in lists of one, or two titles and as many authors.
    is_one = length < _PAIR or (
        length == len(columns) == _PAIR and {field_of(key) for key in value} <= _SEVERAL_OF_A_WORK
    )
    if not is_one and all(isinstance(column, list) and len(column) == length for column in columns):
        return [{name: column[index] for name, column in value.items()} for index in range(length)]
    return []


def _row(value: Object, name: str) -> dict[str, Any]:
    return {column: cells.get(name) for column, cells in value.items()}


def _is_a_work(value: Object) -> bool:
    """Whether an object says more of one work than a list has of itself, which may have a title and a description."""
    known = {field_of(key) for key in value}
    return bool(known & _OF_A_WORK) or not any(isinstance(item, (Mapping, list)) for item in value.values())


def _listed(value: Object, depth: int = _DEEPEST) -> list[Any]:
    """All objects below an object, of lists that hold works, or under names of their own."""
    named = {key: item for key, item in value.items() if isinstance(item, Mapping) and _is_named_work(key, item)}
    if len(named) == 1:
        [(name, work)] = named.items()
        if name.isalpha() and (name in ENVELOPES or not _is_published(work)):  # `"record": {…}`, and no row of a table
            return []
    listed = {key: _works_listed(key, item) or _below(key, item, depth) for key, item in value.items()}
    lists = {key: rows for key, rows in listed.items() if rows}
    found: list[Any] = [_named(key, item) for key, item in named.items()]
    for key, rows in lists.items():
        found += [_in_list(key, row) for row in rows] if len(lists) > 1 else rows
    return found


def _below(key: str, item: Any, depth: int) -> list[Any]:
    """The works in an object that is none itself and holds them under their ids, as `"papers": {"p1": {…}}` does."""
    is_around = isinstance(item, Mapping) and depth > 0 and not describes_a_work(item)
    if not is_around or bare_name(key) in _LISTED_BY_A_WORK | _BESIDE_WORKS:
        return []
    works = _listed(item, depth - 1)
    return works if any(map(_is_published, works)) else []


def _is_named_work(key: str, item: Object) -> bool:
    return bare_name(key) not in _LISTED_BY_A_WORK and describes_a_work(item)


def _is_published(work: Any) -> bool:
    """Whether an object tells who wrote it, when, or how to find it, as a chapter or a table has no need to."""
    return isinstance(work, Mapping) and bool({field_of(key) for key in work} & {*_FOUND_BY, "venue", "year"})


def _works_listed(key: str, item: Any) -> list[Any]:
    """The objects in a list of works; the rows of a table are such, too."""
    if not isinstance(item, list) or not item:
        return []
    if head := as_head(item[0]):
        return [row_of(head, row) for row in item[1:] if isinstance(row, list)]
    return item if is_list_of_works(key, item) else []


def _in_list(name: str, work: Any) -> Any:
    """A work that stands in one of several lists, such as those that were included and those that were not."""
    return {"list": name, **work} if isinstance(work, Mapping) else work


def is_list_of_works(key: str, items: Sequence[Any]) -> bool:
    """Whether a list holds works of its own, and none that a work refers to or is published in."""
    name = bare_name(key)
    if name in _LISTED_BY_A_WORK or not any(map(describes_a_work, items)):
        return False
    is_told = (isinstance(item, Mapping) and {field_of(part) for part in item} & _FOUND_BY for item in items)
    return name not in _BESIDE_WORKS or any(is_told)


def _named(key: str, work: Object) -> Object:
    """A work that stands under its key, which is its id where it has no other."""
    return work if any(field_of(name) == "id" for name in work) else {**work, "id": key}


def describes_a_work(value: Any) -> bool:
    """Whether an object has a title or an identifier; a name may be that of anything, but beside people and years."""
    if not isinstance(value, Mapping):
        return False
    known = {field_of(key) for key in value}
    titled = any(field_of(key) == "title" and bare_name(key) not in _OF_ANYTHING for key in value)
    return titled or (describes_works(list(value), {}) and bool(known & _OF_A_WORK))
