"""The search strategy compared with the sources: hits that a file does not hold, and files that do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.config.searches import Search
from generator.errors import Problem
from generator.records import SourceReading
from generator.text.compare import did_you_mean

_NAMED = 3  # files told by name


def search_problems(stated: Sequence[Search], readings: Sequence[SourceReading]) -> tuple[Problem, ...]:
    """Searches that name what is not a source, or whose files hold another number of records than stated hits."""
    names = [reading.source for reading in readings]
    missing = [problem for search in stated for problem in _missing(search, names)]
    return (*missing, *mismatches(stated, readings))


def mismatches(stated: Sequence[Search], readings: Sequence[SourceReading]) -> tuple[Problem, ...]:
    """Where the files of a search hold another number of records than it states hits.

    Searches with the same files share them, and their hits are added up; where one states none, nothing is known.
    """
    together: dict[tuple[str, ...], list[Search]] = {}
    for search in stated:
        files = tuple(reading.source for reading in readings if search.holds(reading.source))
        if files:
            together.setdefault(files, []).append(search)
    problems = []
    for files, searches in together.items():
        hits = sum(search.hits or 0 for search in searches)
        found = sum(len(reading.records) for reading in readings if reading.source in files)
        if hits != found and all(search.hits is not None for search in searches):
            noun = "record" if found == 1 else "records"
            what = f"the search states {hits:,} hits, but {_named(files)} {_holds(files)} {found:,} {noun}"
            problems.append(Problem(what, searches[0].place, "export it again, or correct `hits`"))
    return tuple(problems)


def _missing(search: Search, names: Sequence[str]) -> Iterator[Problem]:
    for one in search.sources:
        if not any(name == one or name.startswith(f"{one.rstrip('/')}/") for name in names):
            hint = did_you_mean(one, names, "name a file below bib/sources/, or leave `source` away")
            yield Problem(f"the search names `{one}`, which is not a source", search.place, hint)
    if search.hits and not search.sources:
        what = f"the search states {search.hits:,} hits, but names no file that holds them"
        yield Problem(what, search.place, "add `source:`")


def _named(files: Sequence[str]) -> str:
    shown = [name.removeprefix("sources/") for name in files[:_NAMED]]
    return " and ".join(shown) + (f" and {len(files) - _NAMED} more" if len(files) > _NAMED else "")


def _holds(files: Sequence[str]) -> str:
    return "hold" if len(files) > 1 else "holds"
