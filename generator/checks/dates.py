"""Years that contradict the rest of the survey, or the identifiers of their own work. No clock is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.checks.finding import Found
from generator.checks.material import Material, place_of
from generator.identifiers import year_of_arxiv

LONG_AGO = 120  # years before the newest work: nobody surveys across that by accident of typing
LATER, EARLIER = 6, 2  # years between a preprint and its publication beyond which one of the two is seldom right
_ACL = re.compile(r"(\d{4})\.|[A-Z](\d\d)-")


def year_outlying(material: Material) -> Iterator[Found]:
    """Years after the newest that at least two works vouch for, or more than a century before it."""
    newest = _newest(material)
    for work in material.works:
        if work.year and newest and work.year > newest + 1:
            yield Found(f"the year {work.year} is later than any other work ({newest})", place_of(work, "year"), work.key, "check it")
        elif work.year and newest and work.year < newest - LONG_AGO:
            yield Found(f"the year {work.year} is {newest - work.year} years before the newest work", place_of(work, "year"), work.key, "check it")


def year_of_preprint(material: Material) -> Iterator[Found]:
    """Years that the arXiv id contradicts. Retrospective submissions and long roads to print happen, and are few."""
    for work in material.works:
        arxiv = work.identifier("arxiv")
        if not arxiv or not work.year:
            continue
        first = year_of_arxiv(arxiv)
        where = place_of(work, "year")
        if not work.published and work.year < first and work.year not in _submitted(arxiv):
            yield Found(f"the preprint's year {work.year} is before its submission in {first} (arXiv {arxiv})", where, work.key, "check year and id")
        elif work.published and work.year <= first - EARLIER:
            yield Found(f"was published in {work.year} but submitted to arXiv in {first} ({arxiv})", where, work.key, "check year and id")
        elif work.year >= first + LATER:
            yield Found(f"the year {work.year} is {work.year - first} years after its submission to arXiv ({arxiv})", where, work.key, "check year and id")


def first_year(material: Material) -> Iterator[Found]:
    """Records whose `firstyear` is not a year in which what has their arXiv id can have been submitted."""
    for record in material.records:
        arxiv, given = record.identifier("arxiv"), dict(record.extra).get("firstyear", "")
        if arxiv and given and given not in [str(year) for year in _submitted(arxiv)]:
            key = material.key_of.get(record.origin.place, "")
            yield Found(f"`firstyear` is {given}, but arXiv {arxiv} is of {year_of_arxiv(arxiv)}", record.origin.place, key, "correct one of them")


def year_of_anthology(material: Material) -> Iterator[Found]:
    """Years that are far from the one in an ACL Anthology id."""
    for work in material.works:
        match = _ACL.match(work.identifier("acl") or "")
        if match and work.year:
            year = int(match[1]) if match[1] else (1900 if int(match[2]) >= 60 else 2000) + int(match[2])
            if abs(year - work.year) > 1:
                yield Found(
                    f"the year is {work.year}, but its ACL Anthology id {work.identifier('acl')} is of {year}", place_of(work, "year"), work.key, "check it"
                )


def _submitted(arxiv: str) -> tuple[int, ...]:
    """The years in which it can have been submitted: an id of January may have been submitted in the last days of December."""
    year = year_of_arxiv(arxiv)
    return (year - 1, year) if arxiv.rpartition("/")[2][2:4] == "01" else (year,)


def _newest(material: Material) -> int:
    """The newest year that two works have, an arXiv id counting as a year: one slip cannot set it. 0 in a survey of few works."""
    years = Counter(work.year for work in material.works if work.year)
    years.update(year_of_arxiv(arxiv) for work in material.works if (arxiv := work.identifier("arxiv")) and year_of_arxiv(arxiv) != work.year)
    return max((year for year, count in years.items() if count > 1), default=0)
