"""The explorer: the page with the table of all works, and the data by which its script filters them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.kinds.values import WorkKind
from generator.language import collated, date, gettext, later, listed, marked, marked_in, pgettext
from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site
from generator.records import source_name
from generator.service_facts import citations_of, licence_of
from generator.text import escape
from generator.works import Work
from generator.writer import MARK

FACETS = (
    ("section", marked("Section")),
    ("theme", marked("Theme, also as second")),
    ("year", marked("Year")),
    ("venue", marked("Venue")),
    ("author", marked("Author")),
    ("kind", marked("Kind of work")),
    ("name", marked("Name in the abstract")),
    ("has", marked("Has")),
    ("state", marked("State")),
    ("source", marked("Source")),
)
SCREENING = ("screening", marked("Screening"))  # if a team screened
LABELS = ("label", marked("Reviewers' label"))  # if it gave labels
FRONT = {
    "title": later("Explorer"),
    "description": later("All works of the survey in one table, to search, filter, sort and take away"),
    "hide": ["navigation", "toc"],
    "search": UNSEARCHED,
}
VERSION = ("version", marked("Since the first version"))  # where later ones brought works
LICENCE = ("licence", marked("Licence"))  # where a service says one
CITATIONS = ("citations", marked("Citations"))  # a column only: nobody looks for works by the very number
OPEN = ("section", "theme", "year")  # if there is space for them beside the table


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page and of its two scripts: `fetch` fails on file://, so the data are scripts."""
    works = in_order(site.survey.works.values())
    page = Page(site, "explore.md")
    yield (
        page.path,
        page.render(
            "explore.md.j2",
            FRONT,
            newest=site.survey.newest_version,
            works=works,
            short_authors=short_authors,
            facets=facets_of(site),
            open=OPEN,
        ),
    )
    yield "assets/works.js", f"/* {MARK} */\nwindow.surveyWorks = {escape.javascript(index(site, works))};\n"
    gists = {work.key: escape.visible(site.extracts.gists[work.key]) for work in works if site.extracts.gists[work.key]}
    yield "assets/gists.js", f"/* {MARK} */\nwindow.surveyGists = {escape.javascript(gists)};\n"


def in_order(works: Iterable[Work]) -> tuple[Work, ...]:
    """The works in the order of the table's rows, by title; the entries of the search have the same order."""
    return tuple(sorted(works, key=lambda work: (collated(work.shown_title), work.key)))


def facets_of(site: Site) -> tuple[tuple[str, str], ...]:
    """(name in addresses, label) of every facet: those of all surveys, of a screening, and the codes of this one."""
    ours: tuple[tuple[str, str], ...] = FACETS
    if site.survey.is_screened:
        has_labels = any(verdict.labels for verdict in site.survey.verdicts.values())
        ours = (*FACETS, SCREENING, *((LABELS,) if has_labels else ()))
    ours = (*ours, *((VERSION,) if site.survey.newest_version else ()))
    ours = (*ours, *(one for one in (LICENCE, CITATIONS) if one[0] in site.survey.columns))
    coded = ((one.id, one.title) for one in site.survey.coding.dimensions)
    return (*((name, gettext(label)) for name, label in ours), *coded)


def index(site: Site, works: Sequence[Work]) -> dict[str, object]:
    """The data for filtering the works, in the order of the table's rows.

    `facets` gives their order and `names` lists the values of each. A work is its key and for each facet, in that
    order, the places of its values in `names`. Authors are sorted by family name, as in their index, so that their
    places sort works. Where citations were counted, `counted` says by whom and when: (service, day), and for each work
    the place of its own, or -1. A work's words are in the search index.
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
    listed_names = {name: list(known) for name, known in numbers.items()}
    return {"facets": names, "names": listed_names, "works": rows, **_counted(works)}


def _counted(works: Sequence[Work]) -> dict[str, object]:
    """By whom and when the citations of each work were counted; nothing where none were."""
    found = [citations_of(work) for work in works]
    counters = [(one.service, date(one.day)) if one else None for one in found]
    names = list(dict.fromkeys(one for one in counters if one))
    places = {name: place for place, name in enumerate(names)}
    return {"counted": {"names": names, "works": [places[one] if one else -1 for one in counters]}} if names else {}


def short_authors(work: Work) -> str:
    """The family names, as far as a table has space for them."""
    names = [name.last for name in work.authors[:2]]
    if len(work.authors) > len(names):
        return f"{names[0]} et al."
    return listed(names) if names else ""


# What became of a work, and the kinds of works.
STATES = (
    marked_in("state", "retracted"), marked_in("state", "withdrawn"), marked_in("state", "superseded"),
    marked_in("state", "corrected"),
)  # fmt: skip
KINDS = (
    marked_in("kind of work", "survey"), marked_in("kind of work", "benchmark or data set"),
    marked_in("kind of work", "method"), marked_in("kind of work", "theory"), marked_in("kind of work", "system"),
    marked_in("kind of work", "tool"), marked_in("kind of work", "position"), marked_in("kind of work", "thesis"),
    marked_in("kind of work", "study"),
)  # fmt: skip


def kind_label(kind: WorkKind) -> str:
    """The kind of a work as pages show it."""
    name = pgettext("kind of work", kind.name)
    return name[:1].upper() + name[1:]


def facets(site: Site, work: Work) -> dict[str, list[str]]:
    """The values of a work in each facet, as a reader sees them."""
    survey, placement = site.survey, site.survey.standing[work.key]
    has = {
        gettext("code"): site.extracts.repositories[work.key],
        "DOI": work.identifier("doi"),
        "arXiv": work.identifier("arxiv"),
        pgettext("a work has", "abstract"): work.abstract,
    }
    values = {
        "section": [survey.taxonomy.section_of[placement.primary].title] if placement.primary else [],
        "theme": [survey.taxonomy.by_id[name].title for name in (placement.primary, *placement.secondary) if name],
        "year": [str(work.year or "")],
        "kind": [kind_label(survey.kinds[work.key])] if work.key in survey.kinds else [],
        "venue": [work.venue] if work.venue else [],
        "author": [site.cited.author_names.get(name, name.as_first_last) for name in work.authors],
        "name": [one.name for one in survey.names_of.get(work.key, ())],
        "has": [label for label, there in has.items() if there],
        "state": [gettext(work.state), *([pgettext("state", work.status)] if work.status else [])],
        "source": sorted({source_name(record.origin.source) for record in work.records}),
    }
    if survey.newest_version:
        values[VERSION[0]] = [day for day in (survey.joined.get(work.key),) if day]
    for one in survey.coding.dimensions:
        values[one.id] = list(survey.coding.values(work.key, one.name)) or [""]
    if LICENCE[0] in survey.columns:
        licence = licence_of(work)
        values[LICENCE[0]] = [licence.name or gettext("the publisher’s own")] if licence else []
    if CITATIONS[0] in survey.columns:
        cited = citations_of(work)
        values[CITATIONS[0]] = [str(cited.number)] if cited else []
    if survey.is_screened:
        values["screening"] = [site.undecided.get(work.key, gettext("Included"))]
        values["label"] = list(survey.verdicts[work.key].labels)
    return {name: list(dict.fromkeys(escape.visible(value) for value in known)) for name, known in values.items()}
