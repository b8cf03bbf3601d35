"""Fields that a work lacks, or whose value cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import Fix, Found
from generator.checks.material import Material, place_of
from generator.works import Work

# The fields that a citation of each kind needs, at least one from each group ("BibTeXing", section 3.1).
_CONTAINER = {
    "article": ("venue",),
    "inproceedings": ("venue",),
    "incollection": ("venue",),
    "book": ("publisher", "venue"),
    "phdthesis": ("school", "publisher", "venue"),
    "mastersthesis": ("school", "publisher", "venue"),
    "techreport": ("publisher", "school", "venue"),
}
_PAGES = re.compile(r"\s*(\d+)\s*[-–—]+\s*(\d+)\s*")
_COMPLETE = "add it in a completing source or in bib/decisions.yml"


def missing_title(material: Material) -> Iterator[Found]:
    """Works without a title, and without an identifier by which `fetch` could find it."""
    for work in material.works:
        if not work.title and not work.identifiers:
            yield Found("has no title", place_of(work, "title"), work.key, _COMPLETE)


def missing_author(material: Material) -> Iterator[Found]:
    """Works that name nobody; a volume of proceedings needs none."""
    for work in material.works:
        if not work.authors and not work.editors and work.kind != "proceedings":
            yield Found("has no author", place_of(work), work.key, _COMPLETE)


def missing_year(material: Material) -> Iterator[Found]:
    """Works without a year."""
    yield from _missing(material, "year")


def missing_abstract(material: Material) -> Iterator[Found]:
    """Works without an abstract, which themes, links and search rely on."""
    yield from _missing(material, "abstract")


def missing_venue(material: Material) -> Iterator[Found]:
    """Published works with no known venue."""
    for work in material.works:
        needed = _CONTAINER.get(work.kind, ())
        if needed and not any(getattr(work, name) for name in needed):
            yield Found(
                f"is of type {work.kind} and has no {' or '.join(needed)}", place_of(work, "kind"), work.key, _COMPLETE
            )


def missing_identifier(material: Material) -> Iterator[Found]:
    """Works that nothing leads to: they have neither identifier nor address."""
    for work in material.works:
        if not work.identifiers and not work.url:
            yield Found("has neither an identifier nor an address", place_of(work), work.key, _COMPLETE)


def reversed_pages(material: Material) -> Iterator[Found]:
    """Page ranges that end before they start. `1234-56` is an abbreviated range and right."""
    for work in material.works:
        match = _PAGES.fullmatch(work.pages)
        if match and len(match[1]) == len(match[2]) and int(match[1]) > int(match[2]):
            fix = Fix("pages", f"{match[2]}-{match[1]}")
            yield Found(
                f"the pages {work.pages} run backwards", place_of(work, "pages"), work.key, f"write {fix.value}", fix
            )


def _missing(material: Material, name: str) -> Iterator[Found]:
    for work in material.works:
        if not getattr(work, name):
            yield Found(f"has no {name}", place_of(work), work.key, _COMPLETE)


def unverified(material: Material) -> Iterator[Found]:
    """Works whose facts nobody has checked, where a completing source says that others have been."""
    marked = any(record.verified is not None for reading in material.survey.enriching for record in reading.records)
    for work in material.works:
        if work.verified is False:
            yield Found(
                f"its facts are not verified{_note(work)}",
                place_of(work),
                work.key,
                "check them and set `verified = {true}`",
            )
        elif marked and work.verified is None:
            yield Found("no verified record completes it", place_of(work), work.key, "add one to a completing source")


def _note(work: Work) -> str:
    note = next((record.note for record in work.enriched_by if record.verified is False and record.note), work.note)
    return f": {note.rstrip('.')}" if note else ""
