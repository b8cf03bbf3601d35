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
from generator.sources.json_values import Object

_HEADS, _ROWS = ("columns", "header", "headers", "fields"), ("data", "rows", "values", "records")
_OF_A_WORK = frozenset(("authors", "venue", "doi", "arxiv", "pmid", "kind", "volume", "pages", "year"))
_OF_ANYTHING = frozenset(("name", "displayname", "item"))  # names of titles that may be those of other things
_LISTED_BY_A_WORK = frozenset(("references", "citations", "related", "related_works", "citedby", "authors", "author"))


def works_in(value: Any) -> list[Any]:
    """The works in all that a file holds: the rows of a table, the objects of several lists, or the value itself."""
    if not isinstance(value, Mapping):
        return [value]
    found = _split(value) or _by_columns(value)
    return found or ([value] if _is_a_work(value) else _listed(value)) or [value]


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
    long = isinstance(columns[0], list) and len(columns[0]) > 1  # a work too may have its values in lists of one
    if long and all(isinstance(column, list) and len(column) == len(columns[0]) for column in columns):
        return [{name: column[index] for name, column in value.items()} for index in range(len(columns[0]))]
    return []


def _row(value: Object, name: str) -> dict[str, Any]:
    return {column: cells.get(name) for column, cells in value.items()}


def _is_a_work(value: Object) -> bool:
    """Whether an object says more of one work than a list has of itself, which may have a title and a description."""
    known = {field_of(key) for key in value}
    return bool(known & _OF_A_WORK) or not any(isinstance(item, (Mapping, list)) for item in value.values())


def _listed(value: Object) -> list[Any]:
    """All objects below an object, of lists that hold works, or under names of their own."""
    named = {key: item for key, item in value.items() if isinstance(item, Mapping) and describes_a_work(item)}
    if len(named) == 1 and next(iter(named)).isalpha():  # an envelope (`"record": {…}`), and no row of a table
        return []
    listed = {key: _works_listed(key, item) for key, item in value.items()}
    lists = {key: rows for key, rows in listed.items() if rows}
    found: list[Any] = [_named(key, item) for key, item in named.items()]
    for key, rows in lists.items():
        found += [_in_list(key, row) for row in rows] if len(lists) > 1 else rows
    return found


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
    """Whether a list holds works of its own, and none that a work refers to."""
    return key.casefold() not in _LISTED_BY_A_WORK and any(map(describes_a_work, items))


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
