"""Years that contradict the rest of the survey, or the identifiers of their own work. No clock is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import Found
from generator.checks.material import Material, place_of
from generator.identifiers import year_of_arxiv
from generator.works import Work

ENOUGH = 10  # works with a year that are needed before one can be called far from the rest
# Years from any other work; many surveys reach back to one classic, but none reaches ahead of all its other works.
FAR_AFTER, FAR_BEFORE = 15, 60
LATER, EARLIER = 6, 2  # years between a preprint and its publication beyond which one of the dates is probably wrong
_ACL = re.compile(r"(\d{4})\.|[A-Z](\d\d)-")
_CENTURY_TURNS = 60  # two-digit years from here on belong to the twentieth century


def year_outlying(material: Material) -> Iterator[Found]:
    """Years after the survey's own date and, if enough works have a year, years far from those of all others."""
    date = material.survey.settings.date
    dated = [work for work in material.works if work.year]
    known = sorted((year, work.key) for work in dated for year in _years(work))
    for work in dated:
        year = work.year or 0
        message = f"the year {year} is after the survey's own date, {date}" if date and year > int(date[:4]) + 1 else ""
        if not message and len(dated) >= ENOUGH:
            earliest = next((one for one, key in known if key != work.key), year)
            newest = next((one for one, key in reversed(known) if key != work.key), year)
            if year > newest + FAR_AFTER:
                message = f"the year {year} is {year - newest} years after any other work ({newest})"
            elif year < earliest - FAR_BEFORE:
                message = f"the year {year} is {earliest - year} years before any other work ({earliest})"
        if message:
            yield Found(message, place_of(work, "year"), work.key, "check it")


def year_of_preprint(material: Material) -> Iterator[Found]:
    """Years that the arXiv id contradicts; works archived late or long in print do exist, but are rare."""
    for work in material.works:
        arxiv = work.identifier("arxiv")
        if not arxiv or not work.year:
            continue
        first = year_of_arxiv(arxiv)
        where = place_of(work, "year")
        if not work.published and work.year < first and work.year not in _submitted(arxiv):
            yield Found(
                f"the preprint's year {work.year} is before its submission in {first} (arXiv {arxiv})",
                where,
                work.key,
                "check year and id",
            )
        elif work.published and work.year <= first - EARLIER:
            yield Found(
                f"was published in {work.year} but submitted to arXiv in {first} ({arxiv})",
                where,
                work.key,
                "check year and id",
            )
        elif work.year >= first + LATER:
            yield Found(
                f"the year {work.year} is {work.year - first} years after its submission to arXiv ({arxiv})",
                where,
                work.key,
                "check year and id",
            )


def first_year(material: Material) -> Iterator[Found]:
    """Records with a `firstyear` in which nothing with their arXiv id can have been submitted."""
    for record in material.records:
        arxiv, stated = record.identifier("arxiv"), dict(record.extra).get("firstyear", "")
        if arxiv and stated and stated not in [str(year) for year in _submitted(arxiv)]:
            key = material.key_of.get(record.origin.place, "")
            yield Found(
                f"`firstyear` is {stated}, but arXiv {arxiv} is of {year_of_arxiv(arxiv)}",
                record.origin.place,
                key,
                "correct one of them",
            )


def year_of_anthology(material: Material) -> Iterator[Found]:
    """Years far from the one in an ACL Anthology id."""
    for work in material.works:
        match = _ACL.match(work.identifier("acl") or "")
        if match and work.year:
            year = _anthology_year(match)
            if abs(year - work.year) > 1:
                yield Found(
                    f"the year is {work.year}, but its ACL Anthology id {work.identifier('acl')} is of {year}",
                    place_of(work, "year"),
                    work.key,
                    "check it",
                )


def _anthology_year(match: re.Match[str]) -> int:
    """The year in an ACL Anthology id, which old ids write in two digits."""
    if match[1]:
        return int(match[1])
    century = 1900 if int(match[2]) >= _CENTURY_TURNS else 2000
    return century + int(match[2])


def _submitted(arxiv: str) -> tuple[int, ...]:
    """The possible years of submission: a work with an id from January may come from the last days of December."""
    year = year_of_arxiv(arxiv)
    return (year - 1, year) if arxiv.rpartition("/")[2][2:4] == "01" else (year,)


def _years(work: Work) -> set[int]:
    """The year of the work, and that of its arXiv id."""
    arxiv = work.identifier("arxiv")
    return {year for year in (work.year, year_of_arxiv(arxiv) if arxiv else None) if year}
