"""The table that compares the works of a theme, as a page shows it and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.bibliography.entry import address_of
from generator.coding import Dimension
from generator.figures.figure import Table
from generator.pages.figure_files import FOLDER, table
from generator.pages.site import Site
from generator.prose.overview import Overview, by_thread
from generator.text.math import plain
from generator.works import Work

_HEADS = (
    "Key",
    "Work",
    "Authors",
    "Year",
    "Venue",
    "Line of work",
    "What it does",
    "Result, in its own words",
    "Code",
)


@dataclass(frozen=True, slots=True)
class Thread:
    """A line of work in the overview of a theme: its label ("" if there are none), anchor and works."""

    label: str
    anchor: str
    works: tuple[Work, ...]


def threads_of(site: Site, theme_id: str, works: Sequence[Work]) -> list[Thread]:
    """Each line of work in the overview, then the works that it does not name.

    Without threads, all works form one group without a label.
    """
    groups, rest = by_thread(site.prose.overviews.get(theme_id, Overview()), (work.key for work in works))
    found = [
        Thread(thread.label, f"thread-{number}", tuple(site.survey.works[key] for key in keys))
        for number, (thread, keys) in enumerate(groups, 1)
    ]
    if rest:
        more = tuple(site.survey.works[key] for key in rest)
        found.append(Thread("More works" if found else "", "thread-more", more))
    return found


def filled(site: Site, threads: Sequence[Thread]) -> frozenset[str]:
    """Which of the columns `does`, `result` and `code` any of these works fills: an empty column is not shown."""
    keys = [work.key for thread in threads for work in thread.works]
    extracts = site.extracts
    columns = {"does": extracts.proposals, "result": extracts.results, "code": extracts.repositories}
    return frozenset(name for name, said in columns.items() if any(said[key] for key in keys))


def coded(site: Site, works: Sequence[Work]) -> list[Dimension]:
    """The codes that reviewers gave any of the works."""
    coding = site.survey.coding
    return [one for one in coding.dimensions if any(coding.values(work.key, one.name) for work in works)]


def path_of(theme_id: str) -> str:
    """Where the file of a theme's table stands, below `docs/`."""
    return f"{FOLDER}/{theme_id}-comparison.csv"


def as_file(site: Site, theme_id: str, works: Sequence[Work]) -> str:
    """The table of a theme's works as CSV, in the order of the page."""
    codes = coded(site, works)
    rows = tuple(
        _row(site, work, thread.label, codes) for thread in threads_of(site, theme_id, works) for work in thread.works
    )
    return table(Table((*_HEADS, *(one.title for one in codes), "Address"), rows))


def _row(site: Site, work: Work, label: str, codes: Sequence[Dimension]) -> tuple[str, ...]:
    extracts, coding = site.extracts, site.survey.coding
    return (
        work.key,
        plain(work.shown_title),
        "; ".join(name.as_last_first for name in work.authors) + ("; et al." if work.authors_truncated else ""),
        str(work.year or ""),
        work.venue,
        plain(label),
        plain(extracts.proposals[work.key]),
        plain(extracts.results[work.key]),
        " ".join(extracts.repositories[work.key]),
        *("; ".join(coding.values(work.key, one.name)) for one in codes),
        address_of(work),
    )
