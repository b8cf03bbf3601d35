"""References that a person writes (`arxiv:2201.12288`, a citation key, `sources/a.txt:12`), resolved to works."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.bibliography.published import Published
from generator.identifiers import SCHEMES, parse_arxiv, parse_doi
from generator.works import Work


def resolver(works: Sequence[Work]) -> Callable[[str], str | None]:
    """A function from a reference to the citation key of the work that it names, or None."""
    known: dict[str, str] = {}
    for work in works:
        for alias in (*work.aliases, work.key):
            known[alias.casefold()] = work.key
        for identifier in work.identifiers:
            known[f"{identifier.scheme}:{identifier.value}".casefold()] = work.key
        for record in (*work.records, *work.enriched_by):
            known.setdefault(str(record.origin).casefold(), work.key)
            if record.origin.key:
                known.setdefault(f"{record.origin.source}:{record.origin.key}".casefold(), work.key)

    def resolve(reference: str) -> str | None:
        return next((known[form] for form in _forms(reference) if form in known), None)

    return resolve


def _forms(reference: str) -> list[str]:
    """The canonical spellings that `reference` may stand for, most literal first."""
    text = reference.strip().removeprefix("@")
    forms = [text.casefold(), text.casefold().removeprefix("key:"), text.casefold().removeprefix("bib/"), f"sources/{text.casefold()}"]
    scheme, _, value = text.partition(":")
    if scheme.casefold() in SCHEMES:
        text = value
        forms.append(f"{scheme.casefold()}:{value.strip().casefold()}")
    return forms + [f"{parsed.scheme}:{parsed.value}".casefold() for parsed in (parse_arxiv(text), parse_doi(text)) if parsed]


def published_references(published: Published) -> dict[str, str]:
    """Published citation keys and aliases as references that work before keys are given: an identifier of each."""
    found: dict[str, str] = {}
    for entry in published.entries:
        for identifier in sorted(entry.identifiers)[:1]:
            for name in (entry.key, *entry.aliases):
                found.setdefault(name, f"{identifier.scheme}:{identifier.value}")
    return found
