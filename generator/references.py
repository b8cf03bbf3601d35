"""References that a person writes (`arxiv:2201.12288`, a citation key, `sources/a.txt:12`), resolved to works."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.bibliography.claims import homes_of
from generator.bibliography.published import Published, described
from generator.identifiers import SCHEMES, parse_arxiv, parse_doi, unique
from generator.records import LeftOut, Record
from generator.works import Work

_GONE = "left out"  # no citation key: it holds a space


def resolver(works: Sequence[Work]) -> Callable[[str], str | None]:
    """A function from a reference to the citation key of the work that it names, or None (none, or more than one).

    What is published goes before what sources say: citation keys, then former ones, identifiers, places, and the keys
    that entries have in their own files. Case counts only where two names differ by nothing else.
    """
    layers: list[tuple[dict[str, set[str]], dict[str, set[str]]]] = [
        ({}, {}) for _ in range(5)
    ]  # as written, and without regard to case

    def name(layer: int, written: str, key: str) -> None:
        exact, folded = layers[layer]
        exact.setdefault(written, set()).add(key)
        folded.setdefault(written.casefold(), set()).add(key)

    for work in works:
        name(0, work.key, work.key)
        for alias in work.aliases:
            name(1, alias, work.key)
        for identifier in work.identifiers:
            name(2, f"{identifier.scheme}:{identifier.value}", work.key)
        for record in (*work.records, *work.enriched_by):
            name(3, str(record.origin), work.key)
            for entry_key in {record.origin.key, record.id} - {None, ""}:
                name(3, f"{record.origin.source}:{entry_key}", work.key)
                name(4, str(entry_key), work.key)

    def resolve(reference: str) -> str | None:
        forms = spellings(reference)
        for exact, folded in layers:
            for form in forms:
                named = exact.get(form) or folded.get(form.casefold())
                if named:
                    return next(iter(named)) if len(named) == 1 else None
        return None

    return resolve


def gone_references(
    records: Iterable[Record], left_out: Iterable[LeftOut], published: Mapping[str, str]
) -> Callable[[str], bool]:
    """A function that tells whether a reference names a work that was left out; `published` as `published_references` gives it."""
    outside = {piece.origin for piece in left_out}
    keys = {key.casefold(): reference for key, reference in published.items()}
    leads_to = resolver(
        [
            Work(record.title, (record,), _GONE, identifiers=record.identifiers)
            for record in records
            if record.origin in outside
        ]
    )

    def is_gone(reference: str) -> bool:
        forms = [reference, *(keys[form.casefold()] for form in spellings(reference) if form.casefold() in keys)]
        return any(leads_to(form) for form in forms)

    return is_gone


def spellings(reference: str) -> list[str]:
    """The spellings that `reference` may stand for, most literal first."""
    text = reference.strip().removeprefix("@")
    forms = [text, text.removeprefix("key:"), text.removeprefix("bib/"), f"sources/{text}"]
    scheme, _, value = text.partition(":")
    if scheme.casefold() in SCHEMES:
        text = value
        forms.append(f"{scheme.casefold()}:{value.strip()}")
    return forms + [f"{parsed.scheme}:{parsed.value}" for parsed in (parse_arxiv(text), parse_doi(text)) if parsed]


def published_references(published: Published, records: Iterable[Record]) -> dict[str, str]:
    """Published citation keys, former ones too, as references that work before keys are given: to a record that each stands for."""
    ordered = sorted(records, key=lambda record: record.origin.order)
    homes = homes_of(published, [(described(record),) for record in ordered])
    found: dict[str, str] = {}
    for entry in published.entries:
        if entry.key in homes:
            record = ordered[homes[entry.key]]
            common = unique(entry.identifiers & frozenset(unique(record.identifiers)))
            found[entry.key] = f"{common[0].scheme}:{common[0].value}" if common else str(record.origin)
    return found
