"""`bib/editions/<name>.json`: an edition as a file, one line a work. The program writes it once and never changes it.

Anyone who can propose a change can propose such a file, so everything in it is data: names, texts and identifiers are
parsed again, and a malformed value is an error with the file's name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from generator.editions.edition import Edition, EditionTheme, EditionWork, is_edition_name
from generator.errors import InputError, at_fault, refuse
from generator.identifiers import SCHEMES, Identifier
from generator.names import Name
from generator.project.box import files_below, folder_problems
from generator.project.paths import EDITIONS
from generator.project.unmerged import read_merged
from generator.records import KINDS, Kind

_DATE = re.compile(r"(?:\d{4}-\d{2}-\d{2})?")
_NAME_PARTS = ("family", "given", "particle", "suffix")


def path_of(name: str) -> str:
    """Where an edition stands."""
    return f"{EDITIONS}/{name}.json"


def read_editions(project: Path) -> tuple[Edition, ...]:
    """The released editions, oldest first. Raises InputError for a file that is not an edition."""
    listing = files_below(project, EDITIONS)
    refuse(folder_problems(listing, EDITIONS, ".json"), strict=False)
    found = [one.name for one in listing.files if one.name.endswith(".json")]
    editions = [_read(project, name.removesuffix(".json")) for name in found]
    return in_order(editions)


def in_order(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """By date, then by the numbers in their names."""
    return tuple(sorted(editions, key=lambda one: (one.date, _natural(one.name))))


def written(edition: Edition) -> bytes:
    """The file of an edition: the same edition gives the same bytes."""
    works = ",\n".join(_line(_work_data(work)) for _, work in sorted(edition.works.items()))
    themes = ",\n".join(_line(_plain(theme)) for theme in edition.themes)
    head = {name: getattr(edition, name) for name in ("name", "title", "date", "doi", "introduction")}
    return f'{{"edition": {_line(head)},\n"themes": [\n{themes}\n],\n"works": [\n{works}\n]}}\n'.encode()


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(value: Any) -> dict[str, Any]:
    """The fields of a value that are not empty."""
    return {name: getattr(value, name) for name in value.__slots__ if getattr(value, name)}


def _work_data(work: EditionWork) -> dict[str, Any]:
    data = _plain(work)
    if work.authors:
        data["authors"] = [
            {part: value for part in _NAME_PARTS for value in [getattr(name, part)] if value}
            | ({"corporate": True} if name.corporate else {})
            for name in work.authors
        ]
    if work.identifiers:
        data["identifiers"] = [[one.scheme, one.value] for one in work.identifiers]
    return data


def _read(project: Path, name: str) -> Edition:
    path = path_of(name)
    try:
        data = json.loads(read_merged(project, path))
        head = data["edition"]
        works = [_work(item) for item in data["works"]]
        themes = tuple(EditionTheme(*(_text(item, part) for part in EditionTheme.__slots__)) for item in data["themes"])
        edition = Edition(
            name=name,
            title=_text(head, "title"),
            date=_text(head, "date"),
            doi=_text(head, "doi"),
            works={work.key: work for work in sorted(works, key=lambda work: work.key)},
            themes=themes,
            introduction=_text(head, "introduction"),
        )
    except InputError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "take the file from git again, or remove it with its edition"
        raise at_fault("is not an edition, or is damaged", path, hint=hint) from error
    if head.get("name") != name or not is_edition_name(name) or not _DATE.fullmatch(edition.date):
        raise at_fault("is not an edition of that name", path, hint="an edition's file keeps its name")
    return edition


def _work(data: dict[str, Any]) -> EditionWork:
    kind, year = data.get("kind", "misc"), data.get("year")
    if kind not in KINDS or not (year is None or isinstance(year, int)) or not data["key"]:
        raise ValueError("no work")
    return EditionWork(
        key=_text(data, "key"),
        title=_text(data, "title"),
        aliases=_texts(data.get("aliases", [])),
        authors=tuple(
            Name(**{part: _text(item, part) for part in _NAME_PARTS}, corporate=item.get("corporate") is True)
            for item in data.get("authors", [])
        ),
        year=year,
        venue=_text(data, "venue"),
        kind=cast(Kind, kind),
        identifiers=tuple(
            Identifier(scheme, str(value)) for scheme, value in data.get("identifiers", []) if scheme in SCHEMES
        ),
        theme=_text(data, "theme"),
        secondary=_texts(data.get("secondary", [])),
        text=_text(data, "text"),
    )


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"{name} is not text")
    return value


def _texts(values: list[Any]) -> tuple[str, ...]:
    if not all(isinstance(value, str) for value in values):
        raise TypeError("no texts")
    return tuple(values)


def _natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """`2026.10` comes after `2026.9`."""
    pieces = re.findall(r"\d+|\D+", name)
    return tuple((0, int(piece)) if piece.isdigit() else (1, piece) for piece in pieces)
