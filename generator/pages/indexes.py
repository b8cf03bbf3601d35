"""Indexes: by year, by author, by venue; and the page of the basket."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator.language import collated, gettext, later
from generator.links.values import AuthorEntry
from generator.pages.authors import by_letter, coauthors, themes_of
from generator.pages.page import UNSEARCHED, Page
from generator.pages.places import LONG_LIST, MOST_AUTHORS, author_anchor
from generator.pages.site import Site
from generator.pages.theme import years_of
from generator.works import Work

_MOST_JUMPS = 24  # venues in the bar above their list
BASKET = {
    "title": later("Basket"),
    "description": later("Works that you collected on this site"),
    "hide": ["toc"],
    "search": UNSEARCHED,
}
YEARS = {
    "title": later("Years"),
    "description": later("The works of the survey by year"),
    "hide": ["toc"],
    "search": UNSEARCHED,
}
VENUES = {
    "title": later("Venues"),
    "description": later("The works of the survey by journal and conference"),
    "hide": ["toc"],
    "search": UNSEARCHED,
}
AUTHORS = {
    "title": later("Authors"),
    "description": later("Authors with two or more works in the survey"),
    "hide": ["toc"],
    "search": UNSEARCHED,
}


def parts(site: Site) -> Iterator[tuple[str, Callable[[], list[tuple[str, str]]]]]:
    """The indexes, and the pages of authors: one of each, or one of several where they are many."""
    yield "", lambda: list(pages(site))
    for path in site.places.author_lists:
        yield path, partial(of_authors, site, path)
    for slug in () if site.places.author_lists else site.places.authors:
        yield slug, partial(of_author, site, slug)


def of_authors(site: Site, path: str) -> list[tuple[str, str]]:
    """(path, text) of a page of several authors, each with the works, the years and the themes."""
    entries = [site.places.authors[slug] for slug in site.places.author_lists[path]]
    works = {entry.slug: site.places.works_of(entry) for entry in entries}
    title = f"{gettext('Authors')}: {span_of(entries)}"
    front = {"title": title, "description": title, "kind": "list", "hide": ["toc"], "search": UNSEARCHED}
    return [
        _page(
            site,
            path,
            "author_list.md.j2",
            front,
            title=title,
            entries=entries,
            works=works,
            of_many={entry.slug: site.places.works_of_many(entry) for entry in entries},
            years={slug: years_of(own) for slug, own in works.items()},
            themes={slug: themes_of(site, own) for slug, own in works.items()},
            anchor=author_anchor,
            most=MOST_AUTHORS,
        )
    ]


def span_of(entries: Sequence[AuthorEntry]) -> str:
    """The first and the last of some authors: `Smith, Ann – Smythe, Bob`."""
    names = list(dict.fromkeys(entry.name.as_last_first for entry in (entries[0], entries[-1])))
    return " – ".join(names)


def of_author(site: Site, slug: str) -> list[tuple[str, str]]:
    """(path, text) of the page of an author."""
    entry = site.places.authors[slug]
    front = author_front(entry.name.as_first_last)
    works, of_many = site.places.works_of(entry), site.places.works_of_many(entry)
    about = {
        "years": years_of(works),
        "themes": themes_of(site, works),
        "coauthors": coauthors(site, entry, works),
    }
    path, lists = site.places.author_pages[slug], {"works": works, "of_many": of_many, "most": MOST_AUTHORS}
    return [_page(site, path, "author.md.j2", front, entry=entry, **lists, **about)]


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the index pages."""
    survey = site.survey
    works = sorted(survey.works.values(), key=lambda work: (collated(work.shown_title), work.key))
    yield _page(site, "basket.md", "basket.md.j2", BASKET)

    years: defaultdict[int, list[Work]] = defaultdict(list)
    for work in works:
        years[work.year or 0].append(work)
    jumps = [(str(year or gettext("Year unknown")), f"y{year}") for year in sorted(years, reverse=True)]
    is_long = len(works) > LONG_LIST
    in_order = sorted(years.items(), reverse=True)
    yield _page(site, "years.md", "years.md.j2", YEARS, years=in_order, places_here=jumps, is_long=is_long)

    venues: defaultdict[str, list[Work]] = defaultdict(list)
    for work in works:
        if work.venue:
            venues[work.venue].append(work)
    by_size = sorted(venues.items(), key=lambda item: (-len(item[1]), collated(item[0]), item[0]))
    yield _venues(site, by_size)

    several = list(site.places.authors.values())
    single = sum(len(entry.keys) == 1 for entry in survey.authors)
    others = len(survey.authors) - len(several) - single
    letters = by_letter([] if site.places.author_lists else several)
    lists = [
        (path, span_of([site.places.authors[slug] for slug in slugs]), len(slugs))
        for path, slugs in site.places.author_lists.items()
    ]
    jumps = [(letter, anchor) for letter, anchor, _ in letters if letter]
    counts = {"several": several, "single": single, "others": others, "most": MOST_AUTHORS}
    yield _page(site, "authors.md", "authors.md.j2", AUTHORS, letters=letters, lists=lists, places_here=jumps, **counts)


def _venues(site: Site, venues: Sequence[tuple[str, Sequence[Work]]]) -> tuple[str, str]:
    """The page of venues, those with most works first; in a long one, those of one work share a list."""
    is_long = sum(len(works) for _, works in venues) > LONG_LIST
    large = [venue for venue in venues if len(venue[1]) > 1] if is_long else venues
    of_one = {works[0].key: f"v{number}" for number, (_, works) in enumerate(venues[len(large) :], len(large) + 1)}
    return _page(
        site,
        "venues.md",
        "venues.md.j2",
        VENUES,
        venues=large,
        of_one=[works[0] for _, works in venues[len(large) :]],
        anchors=of_one,
        places_here=venue_jumps(venues, "of-one" if of_one else ""),
        is_long=is_long,
    )


def venue_jumps(venues: Sequence[tuple[str, Sequence[Work]]], of_one: str = "") -> list[tuple[str, str]]:
    """(label, anchor) of the venues with most works, and of where those of one begin, which may share a list."""
    large = [(name, f"v{number}") for number, (name, works) in enumerate(venues, 1) if len(works) > 1]
    shown = large[:_MOST_JUMPS]
    if len(shown) < len(venues):
        shown.append((gettext("others"), of_one if of_one and len(shown) == len(large) else f"v{len(shown) + 1}"))
    return shown


def author_front(name: str) -> dict[str, object]:
    """The front matter of an author's page."""
    return {"title": name, "description": gettext("Works by %(name)s", name=name), "kind": "list", "search": UNSEARCHED}


def _page(site: Site, path: str, template: str, front: Mapping[str, object], **values: object) -> tuple[str, str]:
    return path, Page(site, path).render(template, front, **values)
