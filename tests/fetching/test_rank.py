"""What was fetched counts for more than a bare export and for less than what a person verified, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.bibliography.bibtex import MONTHS
from tests.conftest import MakeProject

DOI = "10.1234/sets.2022.7"
# Field of BibTeX, and what an export, a service and a person say: each as good to look at as the others.
ARTICLE = {
    "title": ("Order matters for sets of sequences", "Order matters for sets and sequences", "Order matters for a set of sequences"),
    "author": ("Smith, Ann and Lee, Bo", "Smith, Anna and Lee, Bob", "Smith, Anne and Lee, Bert"),
    "year": ("2021", "2022", "2023"),
    "month": ("jan", "feb", "mar"),
    "journal": ("Journal of Sets", "Journal of Sequences", "Journal of Orders"),
    "volume": ("11", "12", "13"),
    "number": ("1", "2", "3"),
    "pages": ("1--9", "2--10", "3--11"),
    "abstract": (
        "We study how the order of the elements of a set matters for learning from it, in twelve data sets of sequences.",
        "We study how the order of elements in a set matters for learning from it, in twelve data sets of sequences.",
        "We study how the order of elements within a set matters for learning from it, in twelve data sets of sequences.",
    ),
    "language": ("French", "German", "Italian"),
}  # fmt: skip
PAPER = ARTICLE | {
    "booktitle": ("Conference on Sets", "Conference on Sequences", "Conference on Orders"),
    "series": ("Set Notes", "Sequence Notes", "Order Notes"),
    "publisher": ("Sets Press", "Sequence Press", "Order Press"),
    "address": ("Bonn", "Bern", "Rome"),
}
del PAPER["journal"], PAPER["number"]
FIELDS = [("article", name) for name in ARTICLE] + [
    ("inproceedings", name) for name in ("booktitle", "series", "publisher", "address", "year", "pages", "volume")
]


def entry(kind: str, name: str, which: int | None, more: str = "") -> str:
    """The work with one field as an export (0), a service (1) or a person (2) has it, or without it (None)."""
    values = {field: said[0] for field, said in (ARTICLE if kind == "article" else PAPER).items() if field != name}
    if which is not None:
        values[name] = (ARTICLE | PAPER)[name][which]
    lines = "".join(
        f"  {field} = {value if field == 'month' else f'{{{value}}}'},\n" for field, value in values.items()
    )
    return f"@{kind}{{doi:{DOI},\n{lines}  doi = {{{DOI}}},\n{more}}}\n"


def shown(folder: Path, name: str) -> str:
    """What the survey has of the field, as an entry would say it."""
    (work,) = pipeline.survey_of(folder).works.values()
    if name == "author":
        return " and ".join(one.as_last_first for one in work.authors)
    if name == "month":
        return MONTHS[work.month - 1] if work.month else ""
    if name in ("journal", "booktitle"):
        return work.venue
    return str(getattr(work, name) or "").replace("–", "-").replace("--", "-")


VERIFIED = "  verified = {true},\n"


def said(name: str, which: int) -> str:
    return (ARTICLE | PAPER)[name][which].replace("--", "-")


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_service_counts_for_more_than_an_export(project: MakeProject, kind: str, name: str) -> None:
    folder = project({"bib/sources/a.bib": entry(kind, name, 0), "bib/fetched.bib": entry(kind, name, 1)})
    assert shown(folder, name) == said(name, 1)


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_person_counts_for_more_than_a_service(project: MakeProject, kind: str, name: str) -> None:
    files = {"bib/sources/a.bib": entry(kind, name, 0), "bib/fetched.bib": entry(kind, name, 1)}
    folder = project(files | {"bib/metadata.bib": entry(kind, name, 2, VERIFIED)})
    assert shown(folder, name) == said(name, 2)


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_decision_counts_for_more_than_a_service(project: MakeProject, kind: str, name: str) -> None:
    if name in ("author", "month", "abstract", "language"):
        pytest.skip("decided otherwise")
    field = {"journal": "venue", "booktitle": "venue"}.get(name, name)
    decision = f"fields:\n  - {{ref: 'doi:{DOI}', set: {{{field}: '{said(name, 2)}'}}, why: seen}}\n"
    files = {"bib/sources/a.bib": entry(kind, name, 0), "bib/fetched.bib": entry(kind, name, 1)}
    assert shown(project(files | {"bib/decisions.yml": decision}), name) == said(name, 2)


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_what_a_service_does_not_say_stays_as_the_export_has_it(project: MakeProject, kind: str, name: str) -> None:
    folder = project({"bib/sources/a.bib": entry(kind, name, 0), "bib/fetched.bib": entry(kind, name, None)})
    assert shown(folder, name) == said(name, 0)


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_what_a_person_does_not_say_is_as_the_service_has_it(project: MakeProject, kind: str, name: str) -> None:
    files = {"bib/sources/a.bib": entry(kind, name, 0), "bib/fetched.bib": entry(kind, name, 1)}
    folder = project(files | {"bib/metadata.bib": entry(kind, name, None, VERIFIED)})
    assert shown(folder, name) == said(name, 1)
