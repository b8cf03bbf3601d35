"""A clean catalogue of database papers, the same from a publisher, and a large scraped list, in the manner of the public sets.

What makes such sets hard is imitated: columns of a magazine, the journal version of a meeting's paper, groups that write many
papers of like titles; and in the scraped list cut and misspelt titles, citations in the title field, lost letters and years.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from benchmarks.made.vocabulary import DATABASE, LEARNING, people, title_of
from generator.names import parse_name
from generator.records import Origin, Record

Made = tuple[Record, int]  # a record, and the number of the work that it describes
VENUES = {
    "SIGMOD Conference": ("International Conference on Management of Data",
        ("SIGMOD Conference", "Proc. ACM SIGMOD", "SIGMOD", "Proceedings of the 1999 ACM SIGMOD International Conference on …", "ACM SIGMOD Conf")),
    "VLDB": ("Very Large Data Bases",
        ("VLDB", "Proc. VLDB", "Proceedings of the International Conference on Very Large Data …", "Very Large Databases", "VLDB Conference,")),
    "VLDB J.": ("The VLDB Journal — The International Journal on Very Large Data Bases",
        ("The VLDB Journal The International Journal on Very Large …", "VLDB Journal", "VLDB J")),
    "ACM Trans. Database Syst.": ("ACM Transactions on Database Systems (TODS)",
        ("ACM Transactions on Database Systems", "ACM Trans. Database Syst", "TODS,")),
    "SIGMOD Record": ("ACM SIGMOD Record", ("SIGMOD Record", "ACM SIGMOD Record", "Sigmod Rec")),
}  # fmt: skip
COLUMNS = ("Editor's Notes", "Reminiscences on Influential Papers", "Chair's Message", "Treasurer's Message", "Guest Editorial",
           "Book Review Column", "Workshop Report", "Industry Perspectives", "Letter from the Special Issue Editor")  # fmt: skip
ELSEWHERE = ("ICDE", "EDBT", "Information Systems", "IEEE Data Engineering Bulletin", "Lecture Notes in Computer Science", "PODS",
             "Communications of the ACM", "IEEE Transactions on Knowledge and Data Engineering", "KDD", "CIKM")  # fmt: skip


@dataclass(frozen=True)
class Paper:
    """One work before anybody catalogued it."""

    number: int
    title: str
    authors: tuple[tuple[str, str], ...]
    venue: str
    year: int


def papers(count: int, chance: random.Random) -> list[Paper]:
    """`count` works of five venues: groups of one team, columns, and journal versions."""
    found: list[Paper] = []
    while len(found) < count:
        number, roll = len(found), chance.random()
        if roll < 0.05:
            by = tuple(people(chance, 1))
            title = chance.choice(COLUMNS)
            before = next((p for p in reversed(found) if p.title == title), None)
            by = before.authors if before and chance.random() < 0.6 else by
            found.append(Paper(number, title, by, "SIGMOD Record", chance.randrange(1994, 2004)))
        elif roll < 0.10 and found:
            first = chance.choice(found)
            if first.venue in ("SIGMOD Conference", "VLDB"):
                journal = chance.choice(("VLDB J.", "ACM Trans. Database Syst."))
                later = first.year + chance.randrange(1, 4)
                found.append(replace(first, number=number, venue=journal, year=later))
        elif roll < 0.20 and found:
            first = chance.choice(found)
            year = min(2003, first.year + chance.randrange(0, 3))
            found.append(Paper(number, title_of(DATABASE, chance), first.authors, chance.choice(list(VENUES)), year))
        else:
            venue = chance.choices(list(VENUES), (6, 7, 2, 2, 4))[0]
            authors = tuple(people(chance))
            found.append(Paper(number, title_of(DATABASE, chance), authors, venue, chance.randrange(1994, 2004)))
    return found


def clean(paper: Paper, line: int) -> Record:
    """As a catalogue lists it: full names, the venue abbreviated."""
    names = tuple(parse_name(f"{family}, {given}") for given, family in paper.authors)
    at = Origin("sources/clean.csv", line)
    return Record(at, title=paper.title, authors=names, venue=paper.venue, year=paper.year)


def published(paper: Paper, line: int, chance: random.Random) -> Record:
    """As the publisher lists it: small letters, the venue's long name, now and then an accent or a middle name less."""
    names = []
    for given, family in paper.authors:
        plain = family.encode("ascii", "ignore").decode() if chance.random() < 0.1 else family
        names.append(parse_name(f"{plain}, {given.split()[0] if chance.random() < 0.2 else given}"))
    title = paper.title if chance.random() < 0.3 else paper.title[0] + paper.title[1:].lower()
    if chance.random() < 0.02:
        title = f"{title} ({chance.choice(('panel', 'extended abstract', 'invited talk'))})"
    venue = VENUES[paper.venue][0]
    at = Origin("sources/publisher.csv", line)
    return Record(at, title=title, authors=tuple(names), venue=venue, year=paper.year)


def two_lists(seed: int = 11) -> list[Made]:
    """2,600 clean records and 2,300 of the publisher for about 2,700 works."""
    chance = random.Random(seed)
    works = papers(2700, chance)
    made = [(clean(paper, line), paper.number) for line, paper in enumerate(chance.sample(works, 2600), 1)]
    made += [(published(paper, line, chance), paper.number) for line, paper in enumerate(chance.sample(works, 2300), 1)]
    return made


def scraped_list(size: int = 64_000, seed: int = 12) -> list[Made]:
    """2,600 clean records and `size` scraped ones, about one in twelve of which is of a clean one's work."""
    chance = random.Random(seed)
    works = papers(2600, chance)
    made = [(clean(paper, line), paper.number) for line, paper in enumerate(works, 1)]
    teams = [paper.authors for paper in works]
    pages = list(_scraped_works(works, size, chance, teams))
    chance.shuffle(pages)
    made += [(scraped(paper, line, chance), paper.number) for line, paper in enumerate(pages[:size], 1)]
    return made


def _scraped_works(
    works: list[Paper], size: int, chance: random.Random, teams: list[tuple[tuple[str, str], ...]]
) -> Iterator[Paper]:
    own = 0
    for paper in works:
        for _ in range(chance.choices((0, 1, 2, 3, 5), (25, 35, 20, 12, 8))[0]):
            own += 1
            yield paper
    number = len(works)
    while own < size:
        authors = chance.choice(teams) if chance.random() < 0.06 else tuple(people(chance))
        title = title_of(DATABASE if chance.random() < 0.5 else LEARNING, chance)
        if chance.random() < 0.02:
            title = chance.choice(works).title  # a title that others have too
        paper = Paper(number, title, authors, chance.choice(ELSEWHERE), chance.randrange(1985, 2006))
        number += 1
        for _ in range(chance.choices((1, 2, 3), (80, 14, 6))[0]):
            own += 1
            yield paper


def scraped(paper: Paper, line: int, chance: random.Random) -> Record:
    """As a search engine's program took it from somebody's list of references."""
    authors = [(_initials(given, chance), family) for given, family in paper.authors]
    title = paper.title if chance.random() < 0.4 else paper.title[0] + paper.title[1:].lower()
    venue = chance.choice(VENUES[paper.venue][1]) if paper.venue in VENUES else paper.venue
    year = paper.year if chance.random() < 0.5 else None
    roll = chance.random()
    if roll < 0.05:
        title = _cited(title, authors, venue, paper.year, chance)
    elif roll < 0.08:
        title = " ".join(title.split()[: max(3, len(title.split()) - 2)])
    elif roll < 0.12:
        at = chance.randrange(1, len(title))
        title = (
            title[:at] + title[at + 1 :]
            if chance.random() < 0.5
            else title[:at] + chance.choice("aeinst ") + title[at:]
        )
    if year and chance.random() < 0.05:
        year += chance.choice((-1, 1))
    names = [_garbled(f"{initials} {family}", chance) for initials, family in authors]
    cut = len(names) > 2 and chance.random() < 0.25
    if cut:
        names = names[: chance.randrange(1, len(names))]
    if chance.random() < 0.03:
        names = []
    venue = "" if chance.random() < 0.3 else venue
    found = tuple(parse_name(name) for name in names)
    origin = Origin("sources/scraped.csv", line)
    return Record(
        origin, title=title, authors=found, authors_truncated=cut and chance.random() < 0.7, venue=venue, year=year
    )


def _initials(given: str, chance: random.Random) -> str:
    letters = "".join(part[0] for part in given.split())
    return letters[0] if chance.random() < 0.3 else letters


def _garbled(name: str, chance: random.Random) -> str:
    """Letters beyond ASCII are lost in one of three ways; now and then initials are turned or glued."""
    if not name.isascii():
        how = chance.random()
        if how < 0.3:
            name = "".join(letter if letter.isascii() else "?" for letter in name)
        elif how < 0.5:
            name = "".join(letter for letter in name if letter.isascii())
    if chance.random() < 0.02:
        name = name.replace(" ", "", 1)
    return name


def _cited(title: str, authors: list[tuple[str, str]], venue: str, year: int, chance: random.Random) -> str:
    """A title field that holds more of the citation."""
    initials, family = authors[0] if authors else ("A", "Nobody")
    everyone = ", ".join(f"{family}, {initials[0]}." for initials, family in authors)
    short = venue.strip(" ,…").split(",")[0]
    forms = (f"{initials[0]}. {family} {year} {title}", f"{everyone}: {title}", f"{title} {short} {year}", f"{title}, {short}",
             f"{family} {initials}. {title}", f"{title}. In {short}", f"{year}. {title}", f"and {family} {initials[0]}. {title}")  # fmt: skip
    return chance.choice(forms)
