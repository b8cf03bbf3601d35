"""From the rows of `bib/codes.csv` and the columns of sources to the values of each work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.coding.collect import Collected, Sources
from generator.coding.values import Coding, Dimension
from generator.coding.words import bare, distinct_ids, in_order, one_spelling
from generator.config.codebook import CodeSetting
from generator.config.codes_file import CodeTable
from generator.config.settings import Settings
from generator.errors import Place, Problem
from generator.project.paths import CODES
from generator.references import work_references
from generator.text.compare import did_you_mean
from generator.works import Work

_FOR_PEOPLE = frozenset({"title", "author", "authors", "year", "abstract", "note", "notes", "comment", "comments"})


def code(
    works: Sequence[Work],
    settings: Settings,
    table: CodeTable | None,
    is_gone: Callable[[str], bool],
) -> Coding:
    """The codes of the works.

    A row of the table goes before a column of the sources. Values are matched regardless of case; one that the codebook
    does not list is reported and kept. Columns that the codebook does not name are codes too, except those added for
    orientation (title, authors, year, notes).

    Args:
        works: with their keys.
        table: `bib/codes.csv`; None where there is none.
        is_gone: whether a reference names a work that was left out.
    """
    codebook = settings.codes
    if table is None and not codebook:
        return Coding()
    codes, problems = _codes(settings, table or CodeTable())
    sources = Sources(works, work_references(works), is_gone)
    collected = {name: Collected() for name in codes}
    if table:
        problems += sources.from_table(table, _of_columns(codes, table), collected)
    for name, one in codes.items():
        if one.column:
            sources.from_column(one.column, collected[name])
        if name in codebook and not collected[name].by_key:
            problems.append(_without_values(settings, name, one, table))
    spelt = {name: one_spelling(collected[name].by_key.values(), one.values) for name, one in codes.items()}
    for name, one in codes.items():
        problems += _faults(title_of(name, one), one, collected[name], spelt[name])
    return _coding(works, codes, collected, spelt, tuple(problems))


def _codes(settings: Settings, table: CodeTable) -> tuple[dict[str, CodeSetting], list[Problem]]:
    """The codes by name: the codebook's, then those of other columns."""
    codes = dict(settings.codes)
    known = {bare(form): name for name, one in codes.items() for form in (name, one.title) if form}
    problems = []
    for column in table.columns:
        if bare(column) in known or (bare(column) in _FOR_PEOPLE):
            continue
        if settings.codes:
            hint = did_you_mean(column, list(codes))
            problems.append(Problem(f"the codebook has no code `{column}`", Place(CODES, 1), hint))
        codes[column] = CodeSetting()
        known[bare(column)] = column
    return codes, problems


def _of_columns(codes: Mapping[str, CodeSetting], table: CodeTable) -> dict[str, str]:
    """The code that each column of the table holds."""
    known = {bare(form): name for name, one in codes.items() for form in (one.title, name) if form}
    return {column: known[bare(column)] for column in table.columns if bare(column) in known}


def _without_values(settings: Settings, name: str, one: CodeSetting, table: CodeTable | None) -> Problem:
    where = f"no source has a column `{one.column}`" if one.column else f"{CODES} has no column `{name}` with values"
    if table is None and not one.column:
        where = f"there is no {CODES}"
    columns = table.columns if table else ()
    hint = did_you_mean(name, columns, "") or "add the column, or take the code out of the codebook"
    return Problem(f"no work has the code `{name}`: {where}", settings.place("codes", name), hint)


def title_of(name: str, one: CodeSetting) -> str:
    """What pages call a code."""
    return one.title or name[:1].upper() + name[1:]


def _faults(title: str, one: CodeSetting, collected: Collected, spelt: Mapping[str, str]) -> Iterator[Problem]:
    """Values unknown to the codebook, several values where one is allowed, and rows that contradict each other."""
    for key, found in collected.by_key.items():
        for value, place in found.items():
            if one.values and spelt[value] not in one.values:
                hint = did_you_mean(value, one.values)
                yield Problem(f"`{value}` is not a value of {title} (work {key})", place, hint)
        several = list(dict.fromkeys(spelt[value] for value in found))
        places = list(dict.fromkeys(found.values()))
        if key in collected.contradicting and (one.multiple is not True or places[0].path == CODES):
            first, *others = collected.contradicting[key]
            message = f"{title} of work {key} is coded in another way at {', '.join(map(str, others))}"
            yield Problem(message, first, "correct one of the rows; all values are kept until then")
        elif one.multiple is False and len(several) > 1:
            message = f"{title} of work {key} is one value, and here are several: {'; '.join(several)}"
            yield Problem(message, places[0], "keep one of them, or write `multiple: true` in the codebook")


def _coding(
    works: Sequence[Work],
    codes: Mapping[str, CodeSetting],
    collected: Mapping[str, Collected],
    spelt: Mapping[str, Mapping[str, str]],
    problems: tuple[Problem, ...],
) -> Coding:
    used = [name for name in codes if collected[name].by_key]
    ids = distinct_ids(used)
    dimensions = tuple(
        Dimension(ids[name], name, title_of(name, codes[name]), in_order(spelt[name].values(), codes[name].values))
        for name in used
    )
    of: dict[str, dict[str, tuple[str, ...]]] = {}
    for work in works:
        values = {}
        for one in dimensions:
            found = {spelt[one.name][value] for value in collected[one.name].by_key.get(work.key, ())}
            if found:
                values[one.name] = tuple(value for value in one.values if value in found)
        if values:
            of[work.key] = values
    return Coding(dimensions, of, problems)
