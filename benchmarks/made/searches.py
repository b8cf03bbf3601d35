"""Searches of medicine in five databases, and lists of citations, in the manner of the public labelled sets.

A work comes from PubMed, Embase, Scopus, Web of Science and Cochrane with what each does to it: initials, short journals, cut
pages, notes in titles, lost volumes. Beside it stand what looks like it and is another work: the conference abstract, the
protocol, the erratum, the letter, the columns of one volume, the sister study.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from benchmarks.made.vocabulary import LEARNING, MEDICINE, people, title_of
from generator.identifiers import Identifier
from generator.names import parse_name
from generator.records import Origin, Record

Made = tuple[Record, int]
JOURNALS = (
    ("British Journal of Surgery", "Br J Surg"), ("The Lancet", "Lancet"), ("BMC Health Services Research", "BMC Health Serv Res"),
    ("Journal of Clinical Oncology", "J Clin Oncol"), ("Diabetes Care", "Diabetes Care"), ("Acta Cytologica", "Acta Cytol"),
    ("Clinical Rehabilitation", "Clin Rehabil"), ("European Respiratory Journal", "Eur Respir J"), ("Cytopathology", "Cytopathology"),
    ("Annals of Internal Medicine", "Ann Intern Med"), ("Archives of Physical Medicine and Rehabilitation", "Arch Phys Med Rehabil"),
)  # fmt: skip
DATABASES = ("pubmed", "embase", "scopus", "wos", "cochrane")
COLUMNS = (
    "Editorial",
    "Editorial introduction",
    "In this issue",
    "Abstracts",
    "Correspondence",
    "Book reviews",
    "Preface",
)
MEETINGS = (
    "Advances in Neural Information Processing Systems {}", "Proceedings of the {}th International Conference on Machine Learning",
    "Machine Learning", "Neural Computation", "Proceedings of the {}th Annual ACM Workshop on Computational Learning Theory",
)  # fmt: skip


@dataclass(frozen=True)
class Study:
    """One work as its publisher knows it."""

    number: int
    title: str
    authors: tuple[tuple[str, str], ...]
    journal: int
    year: int
    volume: str
    issue: str
    pages: str
    doi: str
    abstract: str = ""


def studies(count: int, chance: random.Random) -> list[Study]:
    """`count` works, about a third of which look like an earlier one."""
    found: list[Study] = []
    while len(found) < count:
        number = len(found)
        start = chance.randrange(1, 1400)
        study = Study(
            number, _medical_title(chance), tuple(people(chance, 7)), chance.randrange(len(JOURNALS)), chance.randrange(1985, 2021),
            str(chance.randrange(1, 99)), str(chance.randrange(1, 12)), f"{start}-{start + chance.randrange(3, 14)}",
            f"10.5555/{number:06d}", _abstract(chance),
        )  # fmt: skip
        if found and chance.random() < 0.33:
            study = _sibling(chance.choice(found[-400:]), study, chance)
        found.append(study)
    return found


def _medical_title(chance: random.Random) -> str:
    endings = (
        ": a randomised controlled trial",
        ": a systematic review",
        "",
        "",
        "",
        ": a pilot study",
        " in older adults",
        " (a case series)",
    )
    return title_of(MEDICINE, chance) + chance.choice(endings)


def _abstract(chance: random.Random) -> str:
    topics = [title_of(MEDICINE, chance).lower() for _ in range(4)]
    numbers = [str(chance.randrange(12, 900)) for _ in range(6)]
    return (
        f"We studied {topics[0]} among {numbers[0]} patients and followed {numbers[1]} of them for {numbers[2]} weeks. "
        f"Groups differed by {topics[1]} and {topics[2]}. Of {numbers[3]} events {numbers[4]} were seen under {topics[3]}."
    )


def _sibling(first: Study, fresh: Study, chance: random.Random) -> Study:
    """Another work that looks like `first`; place, DOI and number are `fresh`'s."""
    kept = replace(fresh, title=first.title, authors=first.authors, journal=first.journal)
    form = chance.randrange(7)
    if form == 0:  # a meeting's abstract of the later paper
        page = f"S{chance.randrange(1, 300)}"
        return replace(
            kept,
            year=first.year - 1,
            issue="Suppl 1",
            pages=page,
            abstract=first.abstract if chance.random() < 0.3 else "",
        )
    if form == 1:
        return replace(
            kept,
            title=f"{first.title} [Erratum]" if chance.random() < 0.3 else f"Erratum: {first.title}",
            year=first.year,
            abstract="",
        )
    if form == 2:
        return replace(
            kept, title=f"Protocol for {first.title[0].lower()}{first.title[1:]}: study protocol", year=first.year - 2
        )
    if form == 3:
        column = chance.choice(COLUMNS)
        return replace(
            kept, title=column, year=first.year, volume=first.volume, pages=fresh.pages.split("-")[0], abstract=""
        )
    if form == 4:
        return replace(kept, title=f"Re: {first.title}", authors=fresh.authors, year=first.year, abstract="")
    if form == 5:
        return replace(kept, title=f"{first.title}: five-year follow-up", year=first.year + 5)
    words = first.title.split()
    words[chance.randrange(len(words))] = chance.choice(("children", "women", "Norway", "surgery", "smokers"))
    return replace(kept, title=" ".join(words), year=first.year + chance.randrange(0, 2))


def search(count: int = 1200, seed: int = 21) -> list[Made]:
    """The records that five databases give of `count` works, two or three each, each file a database."""
    chance = random.Random(seed)
    made: list[Made] = []
    lines = dict.fromkeys(DATABASES, 0)
    for study in studies(count, chance):
        for database in chance.sample(DATABASES, chance.choices((1, 2, 3, 4, 5), (40, 25, 15, 12, 8))[0]):
            for _ in range(2 if chance.random() < 0.03 else 1):
                lines[database] += 1
                made.append((_rendered(study, database, lines[database], chance), study.number))
    return made


def _rendered(study: Study, database: str, line: int, chance: random.Random) -> Record:
    full, short = JOURNALS[study.journal]
    title = study.title
    first, _, last = study.pages.partition("-")
    pages = study.pages
    if database == "pubmed":
        title += "." if chance.random() < 0.7 else chance.choice((" [16 refs].", " [see comment]."))
        if last and len(first) == len(last):
            pages = f"{first}-{last[-2:].lstrip('0') or last}" if first[:-2] == last[:-2] and len(first) > 2 else pages
    elif database == "cochrane":
        title = title.upper() if chance.random() < 0.1 else title
        title = " ".join(title.split()[:12])
    elif database == "wos" and chance.random() < 0.5:
        title = title.title()
    names = tuple(_name(given, family, database, chance) for given, family in study.authors)
    cut = database == "cochrane" and len(names) > 3
    volume, issue = study.volume, study.issue
    if issue.startswith("Suppl") and chance.random() < 0.3:
        volume, issue = "1)", ""
    ids = (Identifier("doi", study.doi),) if chance.random() < (0.2 if database == "cochrane" else 0.65) else ()
    if database == "pubmed":
        ids = (*ids, Identifier("pmid", str(10_000_000 + study.number)))
    return Record(
        Origin(f"sources/{database}.ris", line), title=title, authors=tuple(map(parse_name, names[:3] if cut else names)),
        authors_truncated=cut, venue=chance.choice((full, short)) if database != "pubmed" else short, kind="article",
        year=None if chance.random() < 0.02 else _printed_late(study.year, chance),
        volume=volume if chance.random() < 0.93 else "", number=issue if chance.random() < 0.7 else "",
        pages=_pages_given(pages, first, chance), identifiers=ids,
        abstract=study.abstract if chance.random() < 0.7 else "",
    )  # fmt: skip


def _pages_given(pages: str, first: str, chance: random.Random) -> str:
    """A record's pages: now and then none, or the first only."""
    if chance.random() < 0.1:
        return ""
    return first if chance.random() < 0.08 else pages


def _name(given: str, family: str, database: str, chance: random.Random) -> str:
    letters = "".join(part[0] for part in given.split())
    if database in ("embase", "scopus"):
        return f"{family} {'.'.join(letters)}."
    plain = family.encode("ascii", "ignore").decode() if chance.random() < 0.3 else family
    return f"{plain}, {given}" if database == "wos" and chance.random() < 0.5 else f"{plain} {letters}"


def citations(works: int = 130, size: int = 1300, seed: int = 31) -> list[Made]:
    """Citation strings as authors of papers wrote them: few works, many sloppy records of each, all in one list."""
    chance = random.Random(seed)
    first = [
        (title_of(LEARNING, chance), tuple(people(chance, 4)), chance.choice(MEETINGS), chance.randrange(1985, 1999))
        for _ in range(works)
    ]
    for at in range(0, works - 1, 9):  # a pair's next paper; the journal version
        title, authors, _, year = first[at]
        first[at + 1] = (title if at % 2 else title_of(LEARNING, chance), authors, "Machine Learning", year + 2)
    weights = [1 / (1 + place) ** 0.7 for place in range(works)]
    return list(_cited(first, chance.choices(range(works), weights, k=size), chance))


def _cited(
    works: list[tuple[str, tuple[tuple[str, str], ...], str, int]], chosen: list[int], chance: random.Random
) -> Iterator[Made]:
    for line, number in enumerate(chosen, 1):
        title, authors, meeting, year = works[number]
        if chance.random() < 0.15:
            at = chance.randrange(1, len(title) - 1)
            title = title[:at] + chance.choice(("", title[at] * 2, "e")) + title[at + 1 :]
        if chance.random() < 0.05:
            title = title.split(":")[0] if ":" in title else " ".join(title.split()[:-1])
        if chance.random() < 0.04:
            title = f"{title}, pages {chance.randrange(10, 400)}-{chance.randrange(401, 900)}"
        venue = meeting.format(year - 1983)
        venue = chance.choice(
            (
                venue,
                f"In {venue}",
                venue.split(" of the ")[-1],
                venue.replace("International", "Int.").replace("Conference", "Conf."),
                "",
            )
        )
        names = [
            f"{family}, {given[0]}." if chance.random() < 0.6 else f"{given} {family}" for given, family in authors
        ]
        yield Record(
            Origin("sources/list.bib", line), title=title.lower() if chance.random() < 0.3 else title, authors=tuple(map(parse_name, names)),
            venue=venue, year=None if chance.random() < 0.1 else _mistyped(year, chance),
            pages=f"{number * 11 + 5}-{number * 11 + 16}" if chance.random() < 0.4 else "",
        ), number  # fmt: skip


def _printed_late(year: int, chance: random.Random) -> int:
    return year + (1 if chance.random() < 0.02 else 0)


def _mistyped(year: int, chance: random.Random) -> int:
    return year + (chance.choice((-1, 1)) if chance.random() < 0.06 else 0)
