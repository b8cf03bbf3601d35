"""Records of one work become the work: for every field one value by a stated rule, all others kept beside it.

The rules, in this order: a person's correction; a verified enriching source; another enriching source that does not
doubt itself; the published version over the preprint; then the richer value (longer author list, fuller names, more
words, more capitals); then the value more records have; then the earliest record in `Origin.order`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.dedupe.venues import venue_form
from generator.identifiers import Identifier, unique, year_of_arxiv
from generator.names import Name
from generator.records import Kind, Origin, Record
from generator.text.clean import clean_abstract, clean_title
from generator.text.compare import fold
from generator.works import Choice, Evidence, Work

_PUBLISHED: tuple[Kind, ...] = (
    "article",
    "inproceedings",
    "incollection",
    "book",
    "proceedings",
    "phdthesis",
    "mastersthesis",
    "techreport",
)
# What belongs to one version; taken together from the version that is cited, so that no volume meets another's pages.
_OF_THE_VERSION = ("venue", "series", "volume", "number", "pages", "publisher", "address", "school")
_FREE = ("language", "url", "primary_class", "note")
Richness = Callable[[Any, Record], tuple[Any, ...]]  # of a value and its record; the greatest is chosen


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All records of a work, those that enrich marked, best first for the fields of a version."""

    records: tuple[Record, ...]
    enriching: tuple[Record, ...]

    @property
    def all(self) -> list[tuple[Record, bool]]:
        return [(record, True) for record in self.enriching] + [(record, False) for record in self.records]


def merge(
    records: Sequence[Record],
    enriching: Sequence[Record],
    evidence: Sequence[Evidence],
    corrections: Iterable[tuple[Mapping[str, Any], str, Origin]] = (),
) -> Work:
    """The work that `records` describe and `enriching` complete, without a key."""
    sheet = _Sheet(tuple(sorted(records, key=_place)), tuple(sorted(enriching, key=_place)))
    choices: dict[str, Choice] = {}
    cited, rule = _cited_version(sheet)
    for name, richness, told in _BY_RICHNESS:
        _choose(choices, name, sheet, richness, told)
    if "title" in choices:
        choices["title"] = _cleaned(choices["title"], clean_title)
    if "abstract" in choices:
        title = choices["title"].value if "title" in choices else ""
        choices["abstract"] = _cleaned(choices["abstract"], lambda text: clean_abstract(text, title))
    for name in _OF_THE_VERSION:
        _from_version(choices, name, sheet, cited, rule)
    if "pages" in choices:
        choices["pages"] = _cleaned(choices["pages"], full_pages)
    year = _year(cited)
    if year is not None:
        choices["year"] = Choice(
            year, cited.origin, rule, others=_others(year, [(_year(r), r) for r, _ in sheet.all], lambda value: value)
        )
    if cited.month:
        choices["month"] = Choice(cited.month, cited.origin, rule)
    for name in _FREE:
        _choose(choices, name, sheet, lambda value, record: (0,), "the first")
    kind = _kind(cited)
    choices["kind"] = Choice(
        kind,
        cited.origin,
        rule,
        others=_others(kind, [(_kind(r), r) for r, _ in sheet.all if r.kind], lambda value: value),
    )
    identifiers = unique(identifier for record, _ in sheet.all for identifier in record.identifiers)
    verified = next((r.verified for r in sheet.enriching if r.verified is not None), None)
    identifiers, verified = _correct(choices, identifiers, verified, corrections)
    keywords = dict.fromkeys(word for record, _ in sheet.all for word in record.keywords)
    authors_of = choices["authors"].origin if "authors" in choices else None
    values = {name: choice.value for name, choice in choices.items() if name not in ("doi", "arxiv")}
    work = Work(
        title=values.pop("title", ""),
        records=sheet.records,
        authors_truncated=any(record.origin == authors_of and record.authors_truncated for record, _ in sheet.all),
        identifiers=identifiers,
        keywords=tuple(keywords),
        verified=verified,
        enriched_by=sheet.enriching,
        choices=choices,
        evidence=tuple(evidence),
    )
    return replace(work, **values)


def _title_richness(title: str, record: Record) -> tuple[Any, ...]:
    return (
        not title.rstrip().endswith(("...", "…")),
        not title.isupper() and not title.islower(),
        len(fold(title)),
        len(title),
    )


_BY_RICHNESS: tuple[tuple[str, Richness, str], ...] = (
    ("title", _title_richness, "the fullest"),
    ("abstract", lambda text, record: (len(text.split()),), "the longest"),
    (
        "authors",
        lambda names, record: (not record.authors_truncated, len(names), _fullness(names)),
        "the longest list with the fullest names",
    ),
    ("editors", lambda names, record: (len(names), _fullness(names)), "the longest list with the fullest names"),
)


def _place(record: Record) -> tuple[Any, ...]:
    return (*record.origin.order, record.title, record.abstract)


def _rank(record: Record, enriches: bool) -> int:
    """How far a record is trusted before its value is looked at; higher is better."""
    if enriches:
        return 3 if record.verified else 2 if record.verified is None else -1
    return 1 if is_published(record) else 0


_RULES = {
    3: "verified source",
    2: "enriching source",
    1: "published over preprint",
    -1: "enriching source that is not verified",
}


def is_published(record: Record) -> bool:
    """Whether the record describes a version that appeared in a venue."""
    if record.kind == "preprint":
        return False
    venue = venue_form(record.venue)
    if venue is not None and venue.kind == "preprint":
        return False
    return venue is not None or record.kind in _PUBLISHED


def _cited_version(sheet: _Sheet) -> tuple[Record, str]:
    """The record of the version that one cites, and the rule: a published one before preprints, the most trusted, the fullest."""

    def worth(item: tuple[Record, bool]) -> tuple[Any, ...]:
        record, enriches = item
        filled = sum(bool(getattr(record, name)) for name in (*_OF_THE_VERSION, "year", "month"))
        return is_published(record), _rank(record, enriches), filled

    ranked = sorted(sheet.all, key=lambda item: _place(item[0]))
    best = max(ranked, key=worth)
    differs = len({is_published(record) for record, _ in ranked}) > 1
    rank = _rank(*best)
    if len(ranked) == 1:
        rule = "the only record"
    elif rank < 3 and differs:
        rule = _RULES[1]
    else:
        rule = _RULES[rank] if best[1] else "the fullest record"
    return best[0], rule


def _year(record: Record) -> int | None:
    if record.year is not None or is_published(record):
        return record.year
    arxiv = record.identifier("arxiv")
    return year_of_arxiv(arxiv) if arxiv else None


def _kind(record: Record) -> Kind:
    if is_published(record):
        if record.kind and record.kind != "misc":
            return record.kind
        venue = venue_form(record.venue)
        if venue is None:
            return "misc"
        if venue.kind == "conference":
            return "inproceedings"
        serial = record.volume or record.number or any(name.casefold() == "issn" for name, _ in record.extra)
        return "article" if venue.kind == "journal" or serial else "misc"
    return (
        "preprint" if record.kind == "preprint" or record.identifier("arxiv") or record.venue else record.kind or "misc"
    )


def _choose(choices: dict[str, Choice], name: str, sheet: _Sheet, richness: Richness, rule: str) -> None:
    """The most trusted, then the richest, then the most frequent value of a field."""
    having = sorted(
        ((getattr(record, name), record, enriches) for record, enriches in sheet.all if getattr(record, name)),
        key=lambda one: _place(one[1]),
    )
    if not having:
        return
    if len(having) == 1:  # as most works have one record
        value, record, enriches = having[0]
        choices[name] = Choice(
            value, record.origin, _RULES[_rank(record, enriches)] if _rank(record, enriches) >= 2 else "the only one"
        )
        return
    votes = Counter(value for value, *_ in having)
    value, record, enriches = max(
        having, key=lambda one: (_rank(one[1], one[2]), richness(one[0], one[1]), votes[one[0]])
    )
    rank = _rank(record, enriches)
    others = _others(value, [(other, its) for other, its, _ in having], _comparable)
    if rank >= 2 or (rank == 1 and any(_rank(its, completes) == 0 for _, its, completes in having)):
        rule = _RULES[rank]
    elif len(votes) == 1:
        rule = "the only one"
    choices[name] = Choice(value, record.origin, rule, others=others)


def _cleaned(choice: Choice, clean: Callable[[str], str]) -> Choice:
    """The choice with its text clean, and the original beside it where cleaning changed it."""
    value = clean(choice.value)
    return replace(choice, value=value, original=choice.value) if value != choice.value else choice


def _from_version(choices: dict[str, Choice], name: str, sheet: _Sheet, cited: Record, rule: str) -> None:
    """The cited version's value, else that of another record of the same venue and year; the rest are others."""
    having = sorted(
        ((getattr(record, name), record) for record, _ in sheet.all if getattr(record, name)),
        key=lambda item: _place(item[1]),
    )
    if not having:
        return
    value = getattr(cited, name)
    origin, told = cited.origin, rule
    if not value:
        mine = venue_form(cited.venue)
        for candidate, record in having:
            theirs = venue_form(record.venue)
            if (
                is_published(record) == is_published(cited)
                and (mine is None or theirs is None or mine.name == theirs.name)
                and record.year in (cited.year, None)
            ):
                value, origin, told = candidate, record.origin, "the only one of this version"
                break
    if value:
        form = full_pages if name == "pages" else _comparable
        choices[name] = Choice(value, origin, told, others=_others(value, having, form))


def full_pages(pages: str) -> str:
    """`221-8`, as PubMed shortens it, as `221-228`; anything else as it is."""
    match = re.fullmatch(r"([A-Za-z]?)(\d+)\s*[-–]\s*(?:\1)(\d+)", pages.strip())
    if not match or len(match[3]) >= len(match[2]):
        return pages.strip()
    last = match[2][: -len(match[3])] + match[3]
    return f"{match[1]}{match[2]}-{match[1]}{last}" if int(last) > int(match[2]) else pages.strip()


def _others(
    value: Any, having: Sequence[tuple[Any, Record]], form: Callable[[Any], Any]
) -> tuple[tuple[Any, Origin], ...]:
    """The values that differ beyond typography, each once, with the earliest record that has it."""
    if all(other == value for other, _ in having):
        return ()
    seen = {form(value)}
    others = []
    for other, record in sorted(((v, r) for v, r in having if v is not None), key=lambda item: _place(item[1])):
        if form(other) not in seen:
            seen.add(form(other))
            others.append((other, record.origin))
    return tuple(others)


def _comparable(value: Any) -> Any:
    if isinstance(value, str):
        return fold.__wrapped__(value) or value
    if isinstance(value, tuple):
        return tuple((fold(one.last), fold(one.given)) if isinstance(one, Name) else one for one in value)
    return value


def _fullness(names: Sequence[Name]) -> int:
    return sum(
        sum(len(part) > 1 for part in name.given.replace(".", " ").split()) + (1 if name.given else 0) for name in names
    )


def _correct(
    choices: dict[str, Choice],
    identifiers: tuple[Identifier, ...],
    verified: bool | None,
    corrections: Iterable[tuple[Mapping[str, Any], str, Origin]],
) -> tuple[tuple[Identifier, ...], bool | None]:
    """Apply a person's corrections; what they replace is kept among the others."""
    for values, why, origin in corrections:
        rule = f"decided: {why}" if why else "decided"
        for name, value in values.items():
            if isinstance(value, Identifier):
                before = tuple(
                    identifier
                    for identifier in identifiers
                    if identifier.scheme == value.scheme and identifier != value
                )
                identifiers = unique(
                    [*(identifier for identifier in identifiers if identifier.scheme != value.scheme), value]
                )
                choices[name] = Choice(
                    value.value, origin, rule, others=tuple((identifier.value, origin) for identifier in before)
                )
            elif name == "verified":
                verified = value
            else:
                old = choices.get(name)
                others = ((old.value, old.origin), *old.others) if old else ()
                choices[name] = Choice(value, origin, rule, others=tuple(item for item in others if item[0] != value))
    return identifiers, verified
