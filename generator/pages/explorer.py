"""The explorer: the page with the table of all works, and what its script filters them by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site
from generator.records import source_name
from generator.text import escape
from generator.works import Work
from generator.writer import MARK

FACETS = (
    ("section", "Section"),
    ("theme", "Theme, also as second"),
    ("year", "Year"),
    ("venue", "Venue"),
    ("author", "Author"),
    ("kind", "Kind of work"),
    ("name", "Name in the abstract"),
    ("has", "Has"),
    ("state", "State"),
    ("source", "Source"),
)
SCREENING = ("screening", "Screening")  # where a team screened
LABELS = ("label", "Reviewers' label")  # where it gave labels
FRONT = {
    "title": "Explorer",
    "description": "All works of the survey in one table, to search, filter, sort and take away",
    "hide": ["navigation", "toc"],
    "search": UNSEARCHED,
}
OPEN = ("section", "theme", "year")  # where there is room for them beside the table


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page and of its two scripts: `fetch` fails on file://, so the data are scripts."""
    works = in_order(site.survey.works.values())
    page = Page(site, "explore.md")
    yield (
        page.path,
        page.render(
            "explore.md.j2", FRONT, works=works, short_authors=short_authors, facets=facets_of(site), open=OPEN
        ),
    )
    yield "assets/works.js", f"/* {MARK} */\nwindow.surveyWorks = {escape.script(index(site, works))};\n"
    gists = {work.key: escape.visible(site.extracts.gists[work.key]) for work in works if site.extracts.gists[work.key]}
    yield "assets/gists.js", f"/* {MARK} */\nwindow.surveyGists = {escape.script(gists)};\n"


def in_order(works: Iterable[Work]) -> tuple[Work, ...]:
    """The works in the order of the table's rows, by title: also that of the search's entries."""
    return tuple(sorted(works, key=lambda work: (work.shown_title.casefold(), work.key)))


def facets_of(site: Site) -> tuple[tuple[str, str], ...]:
    """(name in addresses, label) of every facet: those of all surveys, of a screening, and the codes of this one."""
    coded = tuple((one.id, one.title) for one in site.survey.coding.dimensions)
    if not site.survey.is_screened:
        return (*FACETS, *coded)
    has_labels = any(verdict.labels for verdict in site.survey.verdicts.values())
    return (*FACETS, SCREENING, *((LABELS,) if has_labels else ()), *coded)


def index(site: Site, works: Sequence[Work]) -> dict[str, object]:
    """What the works can be filtered by, in the order of the table's rows.

    `facets` gives their order and `names` lists the values of each. A work is its key and for each facet, in that
    order, the places of its values in `names`. Authors stand there by family name, as in their index, so that their
    places sort works. Its words are in the index of the search.
    """
    names = [name for name, _ in facets_of(site)]
    numbers: dict[str, dict[str, int]] = {name: {} for name in names}
    for entry in site.survey.authors:
        numbers["author"].setdefault(escape.visible(entry.name.as_first_last), len(numbers["author"]))
    rows = []
    for work in works:
        values = facets(site, work)
        rows.append(
            [
                work.key,
                *([numbers[name].setdefault(value, len(numbers[name])) for value in values[name]] for name in names),
            ]
        )
    return {"facets": names, "names": {name: list(known) for name, known in numbers.items()}, "works": rows}


def short_authors(work: Work) -> str:
    """The family names, as a table has room for them."""
    names = [name.last for name in work.authors[:2]]
    return f"{names[0]} et al." if len(work.authors) > len(names) else " and ".join(names)


def facets(site: Site, work: Work) -> dict[str, list[str]]:
    """The values of a work in each facet, as a reader sees them."""
    survey, placement = site.survey, site.survey.placements[work.key]
    has = {
        "code": site.extracts.repositories[work.key],
        "DOI": work.identifier("doi"),
        "arXiv": work.identifier("arxiv"),
        "abstract": work.abstract,
    }
    values = {
        "section": [survey.taxonomy.section_of[placement.primary].title] if placement.primary else [],
        "theme": [survey.taxonomy.by_id[name].title for name in (placement.primary, *placement.secondary) if name],
        "year": [str(work.year or "")],
        "kind": [survey.kinds[work.key].label] if work.key in survey.kinds else [],
        "venue": [work.venue] if work.venue else [],
        "author": [site.cited.author_names.get(name, name.as_first_last) for name in work.authors],
        "name": [one.name for one in survey.names_of.get(work.key, ())],
        "has": [label for label, there in has.items() if there],
        "state": [work.state, *([work.status] if work.status else [])],
        "source": sorted({source_name(record.origin.source) for record in work.records}),
    }
    for one in survey.coding.dimensions:
        values[one.id] = list(survey.coding.values(work.key, one.name)) or [""]
    if survey.is_screened:
        values["screening"] = [site.undecided.get(work.key, "Included")]
        values["label"] = list(survey.verdicts[work.key].labels)
    return {name: list(dict.fromkeys(escape.visible(value) for value in known)) for name, known in values.items()}
