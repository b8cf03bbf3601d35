"""Indexes: by year, by author, by venue; and the page of the basket."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.site import Site
from generator.works import Work


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the index pages and of the pages of authors with two or more works."""
    survey = site.survey
    works = sorted(survey.works.values(), key=lambda work: (work.title.casefold(), work.key))
    yield _page(site, "basket.md", "basket.md.j2")

    years: defaultdict[int, list[Work]] = defaultdict(list)
    for work in works:
        years[work.year or 0].append(work)
    yield _page(site, "years.md", "years.md.j2", years=sorted(years.items(), reverse=True))

    venues: defaultdict[str, list[Work]] = defaultdict(list)
    for work in works:
        if work.venue:
            venues[work.venue].append(work)
    by_size = sorted(venues.items(), key=lambda item: (-len(item[1]), item[0].casefold(), item[0]))
    yield _page(site, "venues.md", "venues.md.j2", venues=by_size)

    several = [entry for entry in survey.authors if len(entry.keys) > 1]
    yield _page(site, "authors.md", "authors.md.j2", several=several, single=len(survey.authors) - len(several))
    for entry in several:
        yield _page(
            site,
            site.author_pages[entry.slug],
            "author.md.j2",
            entry=entry,
            works=[survey.works[key] for key in entry.keys],
        )


def _page(site: Site, path: str, template: str, **values: object) -> tuple[str, str]:
    return path, Page(site, path).render(template, **values)
