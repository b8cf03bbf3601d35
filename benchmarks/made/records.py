"""Records made from the survey's own: the same works, and others put together from their pieces, damaged as exports are.

Slips, cut and glued text, initials, abbreviated venues and pages, lost fields; one work in sixteen has a sibling that is
another work (its next part, its correction, its journal version).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.config.decisions import Decisions
from generator.config.settings import read_settings
from generator.dedupe import find_works
from generator.identifiers import Identifier
from generator.names import Name
from generator.records import Kind, Origin, Record
from generator.sources import read_enriching, read_sources
from generator.works import Work

ROOT = Path(__file__).resolve().parents[2]


def survey_works() -> list[Work]:
    """The works of the survey itself, with their verified facts."""
    settings = read_settings(ROOT)
    records = [record for reading in read_sources(ROOT / "bib/sources", settings) for record in reading.records]
    facts = [
        record for reading in read_enriching(ROOT / "bib", settings.enrich, settings) for record in reading.records
    ]
    return list(find_works(records, facts, Decisions()).works)


VENUES: tuple[tuple[str, str, Kind], ...] = (
    ("Proceedings of the International Conference on Learning Representations", "ICLR", "inproceedings"),
    ("Advances in Neural Information Processing Systems", "Adv. Neural Inf. Process. Syst.", "inproceedings"),
    ("Journal of Machine Learning Research", "J. Mach. Learn. Res.", "article"),
    ("Transactions of the Association for Computational Linguistics", "Trans. Assoc. Comput. Linguist.", "article"),
    ("IEEE Transactions on Knowledge and Data Engineering", "IEEE Trans. Knowl. Data Eng.", "article"),
    ("International Conference on Machine Learning", "ICML", "inproceedings"),
    ("Artificial Intelligence in Medicine", "Artif. Intell. Med.", "article"),
    ("Annual Meeting of the Association for Computational Linguistics", "ACL", "inproceedings"),
)


def damaged(works: Sequence[Work], size: int, seed: int = 7) -> list[tuple[Record, int]]:
    """`size` records and the number of the work that each describes; the same for the same seed."""
    chance = random.Random(seed)
    pool = Pool(
        works,
        words=sorted({word for work in works for word in work.title.split() if word.isalpha() and len(word) > 3}),
        people=sorted({name for work in works for name in work.authors}),
        sentences=sorted({sentence for work in works for sentence in work.abstract.split(". ") if len(sentence) > 40}),
    )
    made: list[tuple[Record, int]] = []
    number = 0
    previous: Record | None = None
    while len(made) < size:
        if number < len(works) and size >= 2 * len(works):
            original = _original(works[number], number)
        elif previous is not None and chance.random() < 0.06:
            original = _sibling(previous, chance, number)
        else:
            original = _invented(pool, chance, number)
        previous = original
        copies = chance.choices((1, 2, 3, 4), (55, 27, 12, 6))[0]
        made.extend((_damage(original, chance), number) for _ in range(copies))
        number += 1
    made = made[:size]
    chance.shuffle(made)
    return [
        (replace(record, origin=Origin(f"sources/export{line % 5}.csv", line)), truth)
        for line, (record, truth) in enumerate(made, 1)
    ]


def _original(work: Work, number: int) -> Record:
    venue, _, kind = VENUES[number % len(VENUES)]
    return Record(
        Origin("x"), title=work.title, abstract=work.abstract, authors=work.authors, year=work.year, venue=work.venue or venue,
        kind=kind, volume=str(number % 60 + 1), pages=f"{number * 7 % 900 + 1}-{number * 7 % 900 + 12}", identifiers=work.identifiers,
    )  # fmt: skip


@dataclass(frozen=True)
class Pool:
    """What invented works are made of."""

    works: Sequence[Work]
    words: Sequence[str]
    people: Sequence[Name]
    sentences: Sequence[str]


def _invented(pool: Pool, chance: random.Random, number: int) -> Record:
    first, second = (chance.choice(pool.works).title.split() for _ in range(2))
    title = first[: max(1, len(first) // 2)] + second[len(second) // 2 :]
    for _ in range(2):
        title[chance.randrange(len(title))] = chance.choice(pool.words)
    venue, _, kind = chance.choice(VENUES)
    start = chance.randrange(1, 2000)
    text = [" ".join(_swap(sentence.split(), pool.words, chance)) for sentence in chance.sample(pool.sentences, 6)]
    return Record(
        Origin("x"), title=" ".join(title), abstract=". ".join(text) + ".",
        authors=tuple(chance.sample(pool.people, chance.randrange(1, 7))), year=chance.randrange(1995, 2026), venue=venue, kind=kind,
        volume=str(chance.randrange(1, 80)), number=str(chance.randrange(1, 12)), pages=f"{start}-{start + chance.randrange(4, 30)}",
        identifiers=(Identifier("doi", f"10.5555/{number:07d}"),),
    )  # fmt: skip


def _swap(sentence: list[str], words: Sequence[str], chance: random.Random) -> list[str]:
    return [chance.choice(words) if chance.random() < 0.25 else word for word in sentence]


def _sibling(record: Record, chance: random.Random, number: int) -> Record:
    """A different work that looks like another: its next part, its correction, the journal version of a meeting's paper."""
    start = chance.randrange(1, 2000)
    other = replace(
        record,
        abstract="",
        volume=str(chance.randrange(1, 80)),
        pages=f"{start}-{start + 9}",
        identifiers=(Identifier("doi", f"10.5555/{number:07d}"),),
    )
    form = chance.randrange(3)
    if form == 0 and ", part " not in record.title:
        return replace(other, title=f"{record.title}, part {chance.randrange(2, 5)}")
    if form == 1 and not record.title.startswith("Correction"):
        return replace(other, title=f"Correction to: {record.title}", pages=f"{start}")
    kinds = [venue for venue in VENUES if venue[2] != record.kind]
    venue, _, kind = chance.choice(kinds)
    return replace(other, venue=venue, kind=kind, year=(record.year or 2000) + 2)


def _damage(record: Record, chance: random.Random) -> Record:
    def maybe(share: float) -> bool:
        return chance.random() < share

    title = record.title
    if maybe(0.15):
        at = chance.randrange(1, len(title))
        title = chance.choice(
            (
                title[:at] + title[at + 1 :],
                title[:at] + chance.choice("etaoin") + title[at:],
                title[: at - 1] + title[at : at + 1] + title[at - 1] + title[at + 1 :],
            )
        )
    title = chance.choice((title, title, title.lower(), title.upper(), title + ".", title.replace("-", " ")))
    if ": " in title and maybe(0.07) and len(title.split(": ")[0].split()) >= 3:
        title = title.split(": ")[0]
    names = record.authors
    style = chance.randrange(5)
    if style == 1:
        names = tuple(replace(name, given=" ".join(f"{part[0]}." for part in name.given.split())) for name in names)
    elif style == 2:
        names = tuple(
            Name("".join(part[0] for part in name.given.split()), name.last)
            if name.given and not name.corporate
            else name
            for name in names
        )
    elif style == 3 and len(names) > 3:
        names = names[:3]
    abstract = record.abstract
    if maybe(0.15):
        abstract = abstract[: chance.randrange(200, 900)]
    elif maybe(0.1):
        parts = abstract.split(" ")
        abstract = "".join(part + ("" if chance.random() < 0.05 else " ") for part in parts)
    venue = record.venue
    if maybe(0.4):
        venue = next((short for long, short, _ in VENUES if long == venue), venue)
    pages = record.pages
    if maybe(0.3) and "-" in pages:
        first, last = pages.split("-")
        pages = f"{first}-{last[-2:]}" if len(first) == len(last) and first[:-2] == last[:-2] else pages

    def slipped_year() -> int:
        return (record.year or 2000) + (chance.choice((-1, 1)) if maybe(0.06) else 0)

    return replace(
        record,
        title=title,
        authors=names if not maybe(0.08) else (),
        authors_truncated=style == 3 and len(record.authors) > 3,
        abstract=abstract if not maybe(0.3) else "",
        venue=venue if not maybe(0.15) else "",
        year=slipped_year() if not maybe(0.06) else None,
        volume=record.volume if not maybe(0.3) else "",
        number=record.number if not maybe(0.4) else "",
        pages=pages if not maybe(0.3) else "",
        identifiers=record.identifiers if maybe(0.5) else (),
    )
