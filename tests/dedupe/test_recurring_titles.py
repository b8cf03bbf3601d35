"""Titles that stand again and again: with ever other authors each is a work, and nobody is asked about every pair."""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase

import pytest

from generator.config.decisions import Decisions
from generator.dedupe import find_works

NOTHING = Decisions()
VENUES = ("Journal of Botany", "Rural Logic", "Acta Optica", "Marine Law Review", "Annals of Acoustics")


def people(count):
    """Names of persons of which many differ from others by one letter, as some do in any thousand."""
    letters = product(ascii_lowercase, repeat=3)
    return [f"Fam{''.join(next(letters))}er, {'ABCDEFGHIJ'[at % 10]}." for at in range(count)]


@pytest.mark.parametrize(
    "title",
    ["On the nature of things", "Introduction", "The role of trust in the adoption of electronic commerce systems"],
)
@pytest.mark.parametrize("placed", [True, False])
def test_one_title_by_many_authors_is_as_many_works_and_no_flood_of_questions(record, title, placed) -> None:
    records = [
        record("a.bib", at + 1, title=title, authors=name)
        if not placed
        else record("a.bib", at + 1, title=title, authors=name, year=1990 + at % 31, venue=VENUES[at % 5])
        for at, name in enumerate(people(400))
    ]
    found = find_works(records, [], NOTHING)
    assert (len(found.works), len(found.uncertain)) == (400, 0)


def test_a_work_in_thirty_databases_stays_one_however_its_authors_are_written(record) -> None:
    first = ("Watts, Duncan J.", "Watts DJ", "D. J. Watts", "WATTS, D.J.", "Watts, D", "Duncan Watts", "Wats, D.J.")
    second = ("Strogatz, Steven H.", "Strogatz SH", "S. H. Strogatz", "STROGATZ, S.H.", "Strogatz, S", "Strogats, S.")
    records = [
        record(
            f"db{at}.ris",
            1,
            title="Collective dynamics of small-world networks",
            authors="; ".join((first[at % 7], second[at % 6])[:: -1 if at % 11 == 10 else 1]),
            year=1998 if at % 6 else 1999,
            venue=("Nature", "NATURE", "Nature (London)")[at % 3],
            pages=("440-442", "440", "440-2")[at % 3],
        )
        for at in range(30)
    ]
    assert len(find_works(records, [], NOTHING).works) == 1


def test_editorials_of_twenty_years_are_as_many_works_as_issues(record) -> None:
    issues = [(1 + at // 15, 1 + at % 15) for at in range(300)]
    records = [
        record(source, at, title="Editorial", authors="Roe A", year=2000 + volume, venue=venue, volume=volume, number=number)
        for at, (volume, number) in enumerate(issues, 1)
        for source, venue in (("a.bib", "Journal of Botany"), ("b.ris", "J. Botany"))
    ]  # fmt: skip
    found = find_works(records, [], NOTHING)
    assert (len(found.works), len(found.uncertain)) == (300, 0)


@pytest.mark.parametrize(
    ("title", "fields"),
    [("Introduction", {}), ("Editorial", {"authors": "Roe A", "venue": "Journal of Botany", "year": 2005})],
)
def test_a_columns_name_and_nothing_more_is_joined_but_asked_once(record, title, fields) -> None:
    found = find_works([record("a.csv", at, title=title, **fields) for at in range(1, 41)], [], NOTHING)
    (asked,) = found.uncertain
    assert (len(found.works), asked.same) == (1, True)
    assert "40 records" in asked.reasons[0][1]


def test_a_work_listed_twice_without_more_is_not_asked(record) -> None:
    found = find_works([record("a.csv", at, title="Otters at sea", authors="Roe A") for at in (1, 2)], [], NOTHING)
    assert (len(found.works), found.uncertain) == (1, ())
