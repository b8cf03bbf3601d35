"""The value of a field, chosen among those of a work's records; the others are kept beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from generator.dedupe.agreement import is_no_title
from generator.dedupe.cited import TRUST_RULES, Sheet, is_published, trust
from generator.dedupe.venues import venue_form
from generator.language import marked
from generator.names import Name
from generator.records import Origin, Record
from generator.text.compare import fold
from generator.works import Choice

ONLY_ONE = marked("the only one")
ALL_AGREE = marked("the same in all records that give it")
OF_THIS_VERSION = marked("the only one of this version")
_FIRST_PAGE = re.compile(r"(?P<page>[A-Za-z]?\d+)\s*[-–+]*")  # alone, or of a range that was cut: `101-`, `101+`
_Given = tuple[Any, Record, bool]  # a value, its record, and whether that enriches
Richness = Callable[[Any, Record], tuple[Any, ...]]  # rank of a value and its record; the greatest is chosen


def _title_richness(title: str, record: Record) -> tuple[Any, ...]:
    return (
        not title.rstrip().endswith(("...", "…")),
        not title.isupper() and not title.islower(),
        len(fold(title).replace(" ", "")),
    )


BY_RICHNESS: tuple[tuple[str, Richness, str], ...] = (
    ("abstract", lambda text, record: (len(text.split()),), marked("the longest")),
    (
        "authors",
        lambda names, record: (not record.authors_truncated, len(names), _fullness(names)),
        marked("the longest list with the fullest names"),
    ),
    (
        "editors",
        lambda names, record: (len(names), _fullness(names)),
        marked("the longest list with the fullest names"),
    ),
)


def choose(
    choices: dict[str, Choice], name: str, sheet: Sheet, richness: Richness, rule: str, own: Collection[Origin] = ()
) -> None:
    """The most trusted, then the fullest, then the most frequent value of a field.

    `own` are the records that agree with the cited version's title: as long as one of them has a value, it comes from
    them. So if two works were joined by mistake, their fields are not mixed.
    """
    having = sheet.giving(name)
    if not having:
        return
    if len(having) == 1:  # most works have only one record
        value, record, enriches = having[0]
        rank = trust(record, enriches)
        choices[name] = Choice(value, record.origin, TRUST_RULES[rank] if rank > 1 else ONLY_ONE)
        return
    from_own = [one for one in having if one[1].origin in own] or having
    value, record, enriches = _fullest(_most_trusted(from_own), richness, having)
    rank = trust(record, enriches)
    others = others_than(value, [(other, its) for other, its, _ in having], comparable)
    if rank > 1 or (rank == 1 and any(trust(its, completes) == 0 for _, its, completes in having)):
        rule = TRUST_RULES[rank]
    elif all(other == value for other, *_ in having):
        rule = ALL_AGREE
    if name == "title" and rank <= 1:
        value, record = _by_most_capitals(value, record, [(title, its) for title, its, _ in from_own])
    choices[name] = Choice(value, record.origin, rule, others=others)


def _most_trusted(having: Sequence[_Given]) -> list[_Given]:
    ranks = [trust(record, enriches) for _, record, enriches in having]
    most = max(ranks)
    return [one for one, rank in zip(having, ranks, strict=True) if rank == most]


def _fullest(trusted: Sequence[_Given], richness: Richness, having: Sequence[_Given]) -> _Given:
    """The fullest of equally trusted values, then the one that most records have, the longest and the first."""
    if len(trusted) == 1:
        return trusted[0]
    ranks = [richness(value, record) for value, record, _ in trusted]
    most = max(ranks)
    fullest = [one for one, rank in zip(trusted, ranks, strict=True) if rank == most]
    if all(value == fullest[0][0] for value, *_ in fullest):
        return fullest[0]
    votes = Counter(value for value, *_ in having)
    return max(fullest, key=lambda one: (votes[one[0]], len(one[0])))


def _by_most_capitals(title: str, record: Record, having: Sequence[tuple[str, Record]]) -> tuple[str, Record]:
    """The title with the capitals that most records give it, and the first record with them: a single record may
    err.
    """
    if all(other == title for other, _ in having):
        return title, record
    votes = Counter(_capitals(other) for other, _ in having)
    best = max(
        (one for one in having if fold(one[0]) == fold(title) and not (one[0].isupper() or one[0].islower())),
        key=lambda one: (votes[_capitals(one[0])], one[0] == title, len(one[0])),
        default=(title, record),
    )
    return best if votes[_capitals(best[0])] > votes[_capitals(title)] else (title, record)


def _capitals(title: str) -> str:
    """The words of a title with their capitals, and nothing else."""
    return " ".join(re.findall(r"\w+", title))


def cleaned(choice: Choice, clean: Callable[[str], str]) -> Choice:
    """The choice with its text cleaned, and the original beside it if cleaning changed it."""
    value = clean(choice.value)
    return replace(choice, value=value, original=choice.value) if value != choice.value else choice


def from_version(choices: dict[str, Choice], name: str, sheet: Sheet, cited: Record, rule: str) -> None:
    """The cited version's value, else that of another record of the same venue and year; the rest become others."""
    having = [(value, record) for value, record, _ in sheet.giving(name)]
    if not having:
        return
    value = getattr(cited, name)
    origin, reason = cited.origin, rule
    if not value:
        for record in of_one_version(sheet, cited):
            if getattr(record, name):
                value, origin, reason = getattr(record, name), record.origin, OF_THIS_VERSION
                break
    if value:
        form = full_pages if name == "pages" else comparable
        choices[name] = Choice(value, origin, reason, others=others_than(value, having, form))


def of_one_version(sheet: Sheet, cited: Record) -> list[Record]:
    """The records that can describe the cited version, by what they say, most trusted first; without the cited one."""
    mine = venue_form(cited.venue)
    found = []
    for record, _ in sorted(sheet.in_order, key=lambda one: -trust(*one)):
        theirs = venue_form(record.venue)
        if (
            record is not cited
            and is_published(record) == is_published(cited)
            and (mine is None or theirs is None or mine.name == theirs.name)
            and (cited.year is None or record.year in (cited.year, None))
        ):
            found.append(record)
    return found


def titles_of(sheet: Sheet) -> Richness:
    """How good a title is among those of a work: whether it is a title, whole, in mixed case, and how full."""
    records = sheet.distinct
    several = len({fold(record.title) for record in records if record.title}) > 1

    def richness(title: str, record: Record) -> tuple[Any, ...]:
        return (not (several and is_no_title(title, record, records)), *_title_richness(title, record))

    return richness


def page_range(choice: Choice) -> Choice:
    """The page range that another record gives if the chosen one gives only the first page."""
    first = _FIRST_PAGE.fullmatch(choice.value.strip())
    if first is None:
        return choice
    for pages, origin in choice.others:
        if re.fullmatch(rf"{first['page']}\s*[-–]+\s*[A-Za-z]?\d+", pages.strip()):
            others = ((choice.value, choice.origin), *(one for one in choice.others if one[0] != pages))
            return Choice(pages, origin, marked("the range of pages"), others=others)
    return choice


def full_pages(pages: str) -> str:
    """`221-8`, PubMed's short form, as `221-228`; anything else unchanged."""
    match = re.fullmatch(r"([A-Za-z]?)(\d+)\s*[-–]\s*(?:\1)(\d+)", pages.strip())
    if not match or len(match[3]) >= len(match[2]):
        return pages.strip()
    last = match[2][: -len(match[3])] + match[3]
    return f"{match[1]}{match[2]}-{match[1]}{last}" if int(last) > int(match[2]) else pages.strip()


def others_than(
    value: Any, having: Sequence[tuple[Any, Record]], form: Callable[[Any], Any]
) -> tuple[tuple[Any, Origin], ...]:
    """The values that differ by more than typography, each once, with the earliest record that has it; `having` is in
    the order of the records.
    """
    if all(other == value for other, _ in having):
        return ()
    seen = {form(value)}
    others: list[tuple[Any, Origin]] = []
    for other, record in having:
        if other is None or other == value or any(other == before for before, _ in others):
            continue
        compared = form(other)
        if compared not in seen:
            seen.add(compared)
            others.append((other, record.origin))
    return tuple(others)


def comparable(value: Any) -> Any:
    """A value without its typography: equal for two spellings of one value."""
    if isinstance(value, str):
        return fold.__wrapped__(value) or value
    if isinstance(value, tuple):
        return tuple((fold(one.last), fold(one.given)) if isinstance(one, Name) else one for one in value)
    return value


def _fullness(names: Sequence[Name]) -> int:
    return sum(
        sum(len(part) > 1 for part in name.given.replace(".", " ").split()) + (1 if name.given else 0) for name in names
    )
