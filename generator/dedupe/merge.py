"""Records of one work become the work: for every field one value by a stated rule, with the others kept beside it.

The rules, in this order: a person's correction; a verified enriching source; another enriching source that does not
doubt itself; what `fetch` asked services for; the published version over the preprint; what records with one title
agree on before what a lone record says; then the fuller value (longer author list, fuller names, more words, more
capitals); then the value that more records have; then the earliest record in `Origin.order`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.dedupe.agreement import is_no_title
from generator.dedupe.choose import (
    BY_RICHNESS,
    OF_THIS_VERSION,
    choose,
    cleaned,
    from_version,
    full_pages,
    of_one_version,
    others_than,
    page_range,
    titles_of,
)
from generator.dedupe.cited import Sheet, cited_version, kind_of, place_of, year_of
from generator.dedupe.kept import kept_fields, protected_words
from generator.identifiers import Identifier, unique
from generator.identifiers.schemes import SCHEMES
from generator.language import marked
from generator.records import OF_THE_VERSION, Origin, Record
from generator.status import gravest, said_by, without_mark
from generator.text.clean import clean_abstract, clean_title
from generator.text.title_case import in_title_case
from generator.works import DECIDED, Choice, Evidence, Work

_FREE = ("language", "url", "primary_class", "note")


def merge(
    records: Sequence[Record],
    enriching: Sequence[Record],
    evidence: Sequence[Evidence],
    corrections: Iterable[tuple[Mapping[str, Any], str, Origin]] = (),
) -> Work:
    """The work that `records` describe and `enriching` complete, without a key."""
    sheet = Sheet(tuple(sorted(records, key=place_of)), tuple(sorted(enriching, key=place_of)))
    cited, rule = cited_version(sheet)
    choices = _texts(sheet, cited)
    _facts(choices, sheet, cited, rule)
    identifiers = unique(identifier for record, _ in sheet.all for identifier in record.identifiers)
    verified = next((r.verified for r in sheet.enriching if r.verified is not None), None)
    identifiers, verified = _correct(choices, identifiers, verified, corrections)
    keywords = dict.fromkeys(word for record, _ in sheet.all for word in record.keywords)
    extra = kept_fields(sheet, cited)
    authors_of = choices["authors"].origin if "authors" in choices else None
    values = {name: choice.value for name, choice in choices.items() if name not in SCHEMES}
    return Work(
        title=values.pop("title", ""),
        records=sheet.records,
        authors_truncated=any(record.origin == authors_of and record.authors_truncated for record, _ in sheet.all),
        identifiers=identifiers,
        keywords=tuple(keywords),
        extra=extra,
        protected=protected_words(sheet),
        verified=verified,
        enriched_by=sheet.enriching,
        choices=choices,
        evidence=tuple(evidence),
        **values,
    )


def _texts(sheet: Sheet, cited: Record) -> dict[str, Choice]:
    """Title, abstract and people, from the records that agree with the cited version's title."""
    choices: dict[str, Choice] = {}
    place = next(place for place, (record, _) in enumerate(sheet.in_order) if record is cited)
    own = {sheet.in_order[other][0].origin for other in sheet.agreeing[place]}
    is_title = len(sheet.distinct) == 1 or not is_no_title(cited.title, cited, sheet.distinct)
    titled = own if is_title else ()
    choose(choices, "title", sheet, titles_of(sheet), marked("the fullest"), titled)
    for name, richness, usual in BY_RICHNESS:
        choose(choices, name, sheet, richness, usual, own)
    if "title" in choices:
        choices["title"] = cleaned(choices["title"], lambda title: without_mark(clean_title(title))[0])
    if "abstract" in choices:
        title = choices["title"].value if "title" in choices else ""
        choices["abstract"] = cleaned(choices["abstract"], lambda text: clean_abstract(text, title))
    return choices


def _facts(choices: dict[str, Choice], sheet: Sheet, cited: Record, rule: str) -> None:
    """Where and when the cited version appeared, and the work's status; added to `choices`."""
    for name in OF_THE_VERSION:
        from_version(choices, name, sheet, cited, rule)
    if "pages" in choices:
        choices["pages"] = cleaned(page_range(choices["pages"]), full_pages)
    if "venue" in choices:
        choices["venue"] = cleaned(choices["venue"], in_title_case)
    _date(choices, sheet, cited, rule)
    for name in _FREE:
        choose(choices, name, sheet, lambda value, record: (0,), marked("the first"))
    statuses = {record.origin: said_by(record.status, record.title) for record, _ in sheet.all}
    if status := gravest(list(statuses.values())):
        origin = min((origin for origin, said in statuses.items() if said == status), key=lambda origin: origin.order)
        choices["status"] = Choice(status, origin, marked("the gravest that is said"))
    kind = kind_of(cited)
    choices["kind"] = Choice(
        kind,
        cited.origin,
        rule,
        others=others_than(kind, [(kind_of(r), r) for r, _ in sheet.in_order if r.kind], lambda value: value),
    )


def _date(choices: dict[str, Choice], sheet: Sheet, cited: Record, rule: str) -> None:
    """Year and month of the cited version, if need be from its other records; the month only from the same year."""
    is_whole = bool(year_of(cited) and cited.month) or len(sheet.all) == 1
    same = (cited,) if is_whole else (cited, *of_one_version(sheet, cited))
    dated = next((record for record in same if year_of(record) is not None), None)
    year = year_of(dated) if dated else None
    if dated:
        reason = rule if dated is cited else OF_THIS_VERSION
        others = others_than(year, [(year_of(r), r) for r, _ in sheet.in_order], lambda value: value)
        choices["year"] = Choice(year, dated.origin, reason, others=others)
    monthly = next((record for record in same if record.month and year_of(record) in (year, None)), None)
    if monthly:
        choices["month"] = Choice(monthly.month, monthly.origin, rule if monthly is cited else OF_THIS_VERSION)


def _correct(
    choices: dict[str, Choice],
    identifiers: tuple[Identifier, ...],
    verified: bool | None,
    corrections: Iterable[tuple[Mapping[str, Any], str, Origin]],
) -> tuple[tuple[Identifier, ...], bool | None]:
    """Apply a person's corrections; what they replace is kept among the others."""
    for values, why, origin in corrections:
        rule = f"{DECIDED}: {why}" if why else DECIDED
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
