"""The page of each theme, and the index of themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.config.taxonomy import Theme
from generator.figures.drawing import WIDE
from generator.language import gettext
from generator.lineage import BACK, Follow
from generator.links.values import Sibling
from generator.pages.compared import Thread, as_file, coded, filled, path_of, threads_of
from generator.pages.explorer import short_authors
from generator.pages.figure_files import taken_along
from generator.pages.issues import suggestion
from generator.pages.page import Page
from generator.pages.places import UNTHEMED, Part
from generator.pages.site import Site
from generator.works import Work

_LEAST_STEPS = 2  # from work to work, for a thread
_MOST_SIBLINGS = 5
_MOST_ROOTS = 12  # works that others follow on


def parts(site: Site) -> Iterator[tuple[str, Callable[[], list[tuple[str, str | bytes]]]]]:
    """Every theme's pages, and what of it can be taken along; the index of themes, and the works that fit none."""
    for theme in site.survey.taxonomy.themes:
        yield theme.id, partial(pages_of, site, theme.id)
        yield f"{theme.id} taken along", partial(taken_along_of, site, theme.id)
    yield "", lambda: list(indexes(site))


def pages_of(site: Site, theme_id: str) -> list[tuple[str, str | bytes]]:
    """(path, content) of the pages of a theme."""
    theme, parts = site.survey.taxonomy.by_id[theme_id], site.places.parts[theme_id]
    return [theme_page(site, theme, parts), *further_parts(site, theme.title, parts, theme)]


def taken_along_of(site: Site, theme_id: str) -> list[tuple[str, str | bytes]]:
    """(path, content) of the table of a theme as a file, and of its timeline to take along; nothing without works."""
    works = site.survey.by_theme[theme_id]
    if not works:
        return []
    page = Page(site, site.places.theme(theme_id))
    timeline = taken_along(page, f"timeline-{theme_id}", page.figure("timeline", theme_id), WIDE)
    return [(path_of(theme_id), as_file(site, theme_id, works)), *timeline]


def theme_page(site: Site, theme: Theme, parts: Sequence[Part]) -> tuple[str, str]:
    """(path, text) of the first page of a theme."""
    survey = site.survey
    works, also = survey.by_theme[theme.id], survey.by_secondary_theme[theme.id]
    page = Page(site, site.places.theme(theme.id))
    start, neighbours, descent = survey.start.get(theme.id, ()), siblings(site, theme), lineage(site, works)
    chapters = {
        gettext("Start here"): ("start", start),
        gettext("Works"): ("works", works),
        gettext("Overview"): ("overview", theme),
        gettext("Belongs here too"): ("also", also),
        gettext("What follows on what"): ("lineage", descent),
        gettext("Neighbouring themes"): ("neighbours", neighbours),
        gettext("Downloads"): ("downloads", theme),
    }
    front = {
        "title": theme.title,
        "description": theme.scope,
        "kind": "theme",
        "hide": ["toc"],
        "feed": [theme.title, f"feeds/{theme.id}.xml"],
    }
    threads = threads_of(site, theme.id, works) if len(parts) == 1 else _unthreaded(site, parts[0])
    return (
        page.path,
        page.render(
            "theme.md.j2",
            front,
            theme=theme,
            works=works,
            also=also,
            chapters=[(title, anchor) for title, (anchor, content) in chapters.items() if content],
            years=years_of(works),
            with_code=sum(bool(site.extracts.repositories[work.key]) for work in works),
            venues=Counter(work.venue for work in works if work.venue).most_common(3),
            coded=coded(site, works),
            overview=page.overview(theme.id),
            suggestion=suggestion(survey.settings, theme.title),
            lineage=descent,
            start=start,
            parts=parts,
            referenced=works_on(site, parts[0]),
            threads=threads,
            filled=filled(site, threads),
            came=survey.joined,
            newest=survey.newest_version,
            comparison=path_of(theme.id),
            short_authors=short_authors,
            siblings=neighbours,
        ),
    )


def indexes(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the index of themes, and of the page of works that fit none."""
    survey = site.survey
    page = Page(site, "themes/index.md")
    front = {
        "title": gettext("Themes"),
        "description": gettext("The themes of %(survey)s", survey=survey.settings.title),
    }
    yield page.path, page.render("themes.md.j2", front)
    if survey.unthemed:
        page = Page(site, "themes/unthemed.md")
        front = {
            "title": gettext("Works without a theme"),
            "description": gettext("Works that fit none of the survey's themes"),
        }
        parts = site.places.parts[UNTHEMED]
        yield page.path, page.render("unthemed.md.j2", front, works=works_on(site, parts[0]), parts=parts)
        yield from further_parts(site, gettext("Works without a theme"), parts)


def further_parts(
    site: Site, title: str, parts: Sequence[Part], theme: Theme | None = None
) -> Iterator[tuple[str, str]]:
    """(path, text) of the pages that continue that of a theme (or of works without one), where works are sections."""
    whole = sum(len(part.keys) for part in parts)
    for place, part in enumerate(parts[1:], 1):
        page, works = Page(site, part.page), works_on(site, part)
        before = sum(len(one.keys) for one in parts[:place])
        span = f"{before + 1}–{before + len(works)}"
        front = {
            "title": gettext("%(theme)s: works %(span)s", theme=title, span=span),
            "description": gettext("Works %(span)s of %(whole)s on %(theme)s", span=span, whole=whole, theme=title),
            "kind": "theme",
            "hide": ["toc"],
        }
        yield (
            page.path,
            page.render(
                "theme_part.md.j2",
                front,
                theme=theme,
                title=title,
                span=span,
                works=works,
                parts=parts,
                threads=_unthreaded(site, part),
                filled=filled(site, _unthreaded(site, part)),
                came=site.survey.joined,
                newest=site.survey.newest_version,
                coded=coded(site, works),
                comparison=path_of(theme.id) if theme else "",
                short_authors=short_authors,
            ),
        )


def works_on(site: Site, part: Part) -> tuple[Work, ...]:
    """The works of a page of a theme, in their order."""
    return tuple(site.survey.works[key] for key in part.keys)


def _unthreaded(site: Site, part: Part) -> list[Thread]:
    return [Thread("", "thread-more", works_on(site, part))]


def lineage(site: Site, works: Sequence[Work]) -> list[tuple[str, list[tuple[str, list[Follow]]]]]:
    """(key, works of the theme that follow on it, by what they do), oldest first; nothing where that is no thread."""
    inside = {work.key: work for work in works}
    found = []
    for work in sorted(works, key=lambda work: (work.first_year or 0, work.key)):
        acts: dict[str, list[Follow]] = {}
        for one in site.survey.followers.get(work.key, ()):
            if one.key in inside:
                acts.setdefault(BACK[one.act], []).append(one)
        if acts:
            found.append((work.key, list(acts.items())))
    steps = sum(len(group) for _, acts_of in found for _, group in acts_of)
    return found[:_MOST_ROOTS] if steps >= _LEAST_STEPS else []


def siblings(site: Site, theme: Theme) -> list[tuple[Sibling, Theme]]:
    """The nearest themes, with what they share."""
    found = site.survey.neighbours.get(theme.id, ())[:_MOST_SIBLINGS]
    return [(sibling, site.survey.taxonomy.by_id[sibling.theme]) for sibling in found]


def years_of(works: Sequence[Work]) -> str:
    """`2017–2025`, `2024`, or "" where no year is known."""
    years = [work.year for work in works if work.year]
    if not years:
        return ""
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
