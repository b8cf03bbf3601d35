"""Columns, issues and catalogues that repeat a title: each work is kept, each copy joined."""

from __future__ import annotations

from dataclasses import replace

from generator.config.decisions import Decisions
from generator.dedupe import find_works
from generator.records import Origin

NOTHING = Decisions()


def groups(found):
    return {frozenset(str(one.origin) for one in work.records) for work in found.works}


def test_a_column_of_many_years_makes_one_work_a_year(record):
    years = range(1995, 2003)
    left = [
        record(
            "dblp.csv",
            year,
            title="Reminiscences on Influential Papers",
            authors="Ross K",
            year=year,
            venue="SIGMOD Record",
        )
        for year in years
    ]
    right = [
        record(
            "acm.csv",
            year,
            title="Reminiscences on influential papers",
            authors="Kenneth Ross",
            year=year,
            venue="ACM SIGMOD Record",
        )
        for year in years
    ]
    found = find_works(left + right, [], NOTHING)
    assert groups(found) == {frozenset({f"acm.csv:{year}", f"dblp.csv:{year}"}) for year in years}


def test_venue_names_that_always_go_together_are_one_venue(record):
    titles = [
        f"{word} evaluation of adaptive {thing} in networks"
        for word in ("Parallel", "Lazy", "Robust", "Formal")
        for thing in ("filters", "caches", "locks", "joins")
    ]
    left = [
        record("a.csv", n, title=title, authors=f"Author{n} A; Second{n} B", year=1999, venue="XYZ Conference")
        for n, title in enumerate(titles, 1)
    ]
    right = [
        replace(one, origin=Origin("b.csv", one.origin.line), venue="Meeting on the Study of Everything")
        for one in left
    ]
    journal = [
        replace(one, origin=Origin("b.csv", 100 + one.origin.line), venue="Journal of Everything", year=2001)
        for one in left[:6]
    ]
    found = find_works(left + right + journal, [], NOTHING)
    assert len(found.works) == len(titles) + len(journal)


def catalogue(record, source, rows):
    return [
        record(source, n, id=f"{source}-{n}", title=title, authors=authors, year=year, venue=venue)
        for n, (title, authors, year, venue) in enumerate(rows, 1)
    ]


def test_two_catalogues_that_both_list_a_title_twice_know_two_works(record):
    subjects = ("joins", "views", "logs", "caches", "locks", "cubes", "streams", "triggers", "schemas", "indexes")
    forms = ("Tuning", "Cleaning", "Joining", "Sampling")
    rows = [
        (f"{form} of {subject} at scale", f"Ann{n} Author{n}; Bo Writer{n}", 1999, "VLDB")
        for n, subject in enumerate(subjects)
        for form in forms
    ]
    twice = [("Polaris in Practice", "Cy Ross; Di Wu", 2003, venue) for venue in ("SIGMOD Conference", "VLDB")]
    left, right = catalogue(record, "a.csv", [*rows, *twice]), catalogue(record, "b.csv", [*rows, *twice])
    found = groups(find_works(left + right, [], NOTHING))
    assert {frozenset({"a.csv:41", "b.csv:41"}), frozenset({"a.csv:42", "b.csv:42"})} <= found


def test_the_issues_of_a_column_within_a_year_pair_off_between_catalogues(record):
    rows = [("Editor's Notes", "Ling Po", year, "SIGMOD Record") for year in (1998, 1998, 1999, 2000, 2001)]
    left, right = catalogue(record, "a.csv", rows), catalogue(record, "b.csv", rows)
    found = groups(find_works(left + right, [], NOTHING))
    assert len(found) == 5
    assert {len(group) for group in found} == {2}


def test_issues_that_nothing_tells_apart_are_left_to_a_person(record):
    others = [
        (f"Scaling study {n} of {word} storage", f"Ann{n} Author{n}; Bo Writer{n}", 1999, "VLDB")
        for n in range(9)
        for word in ("hot", "cold")
    ]
    rows = [*others, *(("Editor's Notes", "Ling Po", 1998, "SIGMOD Record"),) * 4]
    left, right = catalogue(record, "a.csv", rows), catalogue(record, "b.csv", rows)
    found = find_works(left + right, [], NOTHING)
    assert len(found.works) == len(others) + 8
    assert any(str(pair.left) == "a.csv:19" for pair in found.uncertain)


def test_one_file_of_many_searches_may_repeat_itself(record):
    rows = [(f"Outcome {n} of screening in region {n}", f"Author{n} A; Second{n} B", 1999, "Gut") for n in range(30)]
    records = catalogue(record, "all.csv", [*rows, *((title.upper(), *rest) for title, *rest in rows)])
    assert len(find_works(records, [], NOTHING).works) == 30
