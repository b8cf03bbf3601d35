"""Following the survey: news, feeds, and what automatic visitors should know (robots.txt, llms.txt)."""

from __future__ import annotations

import posixpath
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.addresses import address
from generator.agents.markdown import LLMS_FULL, bound, pages_as_markdown
from generator.config.taxonomy import Theme
from generator.identifiers import arxiv_month
from generator.language import gettext
from generator.pages.atom import Feed, FeedEntry, atom
from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site
from generator.survey import Survey
from generator.text import escape, math
from generator.text.counting import counted
from generator.works import Work
from generator.writer import MARK

MOST = 100  # entries of a feed: readers keep what they have seen, so the newest are enough
RECENT = 20
_YEARS, _MONTHS = range(1, 10_000), range(1, 13)  # of an ISO date
_SHORT_NAME = 16  # characters, the most that OpenSearch allows
_OPEN_SEARCH_DESCRIPTION = 1024  # as above


def parts(site: Site) -> Iterator[tuple[str, Callable[[], list[tuple[str, str]]]]]:
    """News and feeds; and what machines are told."""
    yield "news", lambda: list(news(site))
    yield "machines", lambda: list(machines(site))


def news(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page of news, and of the feed of the survey and of each theme."""
    survey = site.survey
    page, came = Page(site, "new.md"), days(survey)
    resolved = {alias: work for work in survey.works.values() for alias in (work.key, *work.aliases)}
    versions = [
        (version, newest_first(came, {work.key: work for work in map(resolved.get, version.added) if work}.values()))
        for version in reversed(survey.history)
    ]
    front = {
        "title": gettext("What's new"),
        "description": gettext("Works that came to %(survey)s with each version", survey=survey.settings.title),
        "search": UNSEARCHED,
    }
    yield (
        page.path,
        page.render("new.md.j2", front, versions=versions, recent=newest_first(came, survey.works.values())[:RECENT]),
    )
    title = survey.settings.title
    yield "feeds/survey.xml", feed(site, came, "feeds/survey.xml", title, "new.md", survey.works.values())
    for theme in survey.taxonomy.themes:
        works = (*survey.by_theme[theme.id], *survey.by_secondary_theme[theme.id])
        yield (
            f"feeds/{theme.id}.xml",
            feed(site, came, f"feeds/{theme.id}.xml", f"{theme.title} · {title}", site.places.theme(theme.id), works),
        )


def machines(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of robots.txt, of the description of the search, and of llms.txt."""
    survey = site.survey
    yield "robots.txt", robots(survey)
    if survey.settings.url:
        yield "opensearch.xml", open_search(survey)
    yield "llms.txt", llms(site)
    yield LLMS_FULL, llms_full(site)


def days(survey: Survey) -> dict[str, str]:
    """When each work (by key) joined the survey according to its history, or first appeared: an ISO date, or ""."""
    return {key: survey.joined.get(key) or appeared(work) for key, work in survey.works.items()}


def appeared(work: Work) -> str:
    """The first day of the month (as an arXiv id has it) or of the year in which a work appeared: ISO date, or ""."""
    arxiv = work.identifier("arxiv")
    year, month = arxiv_month(arxiv) if arxiv else (work.year, work.month or 1)
    # What is no number would be compared with each of the years.
    return f"{year:04}-{month:02}-01" if year is not None and year in _YEARS and month in _MONTHS else ""


def appeared_in(work: Work) -> str:
    """The month in which a work appeared, or only the year where no month is known: "2025-03", "2025", or ""."""
    day = appeared(work)
    return day[: len("2025-03") if work.month or work.identifier("arxiv") else len("2025")]


def newest_first(came: Mapping[str, str], works: Iterable[Work]) -> list[Work]:
    """The works by the day on which they joined, then by that on which they appeared, then by key."""
    by_key = sorted(works, key=lambda work: work.key)
    return sorted(by_key, key=lambda work: (came[work.key], appeared(work)), reverse=True)


def feed(site: Site, came: Mapping[str, str], path: str, title: str, page: str, works: Iterable[Work]) -> str:
    """The Atom feed at `path` that follows `page`.

    If `survey.yml` gives no address, links are relative to the feed (RFC 4287, section 2 allows this for all
    references), and ids are UUIDs of the key, which need no address and never change.
    """
    survey, settings = site.survey, site.survey.settings
    chosen = newest_first(came, works)[:MOST]
    entries = tuple(
        FeedEntry(
            id=permanent(site, site.places.own_page(work.key)),
            title=math.plain(work.shown_title) or work.key,
            updated=moment(came[work.key] or settings.date),
            address=reached(site, path, site.places.paper(work.key)),
            authors=tuple(name.as_first_last for name in work.authors),
            summary=math.plain(site.extracts.gists[work.key]),
            subjects=tuple(theme.title for theme in [survey.theme_of(work.key)] if theme),
        )
        for work in chosen
    )
    updated = moment(settings.date) if settings.date else max((entry.updated for entry in entries), default=moment(""))
    authors = tuple(name.as_first_last for name in settings.authors) or (settings.title,)
    return atom(
        Feed(
            permanent(site, path),
            title,
            updated,
            reached(site, path, path),
            reached(site, path, page),
            authors,
            entries,
        ),
        MARK,
    )


def moment(date: str) -> str:
    """An ISO date as the date and time that Atom requires; the beginning of time if nothing is known."""
    return f"{date or '1970-01-01'}T00:00:00Z"


def permanent(site: Site, path: str) -> str:
    """An id for what is at `path`: its published address, or a UUID made of the survey's title and the path."""
    return site.places.web_address(path) or uuid.uuid5(uuid.NAMESPACE_URL, f"{site.survey.settings.title}\n{path}").urn


def reached(site: Site, here: str, path: str) -> str:
    """The address of `path`: absolute where the site's is known, else relative to the file `here`."""
    target, mark, anchor = address(path).partition("#")
    relative = posixpath.relpath(target or ".", posixpath.dirname(here) or ".") + (
        "/" if not target or target.endswith("/") else ""
    )
    return site.places.web_address(path) or f"{relative}{mark}{anchor}"


def robots(survey: Survey) -> str:
    """robots.txt (RFC 9309): everything may be read; names the sitemap if the site's address is known."""
    sitemap = f"\nSitemap: {survey.settings.url}sitemap.xml\n" if survey.settings.url else ""
    return f"# {MARK}\nUser-agent: *\nAllow: /\n{sitemap}"


def open_search(survey: Survey) -> str:
    """The description with which a browser searches the survey from its address bar (OpenSearch 1.1)."""
    settings = survey.settings
    name = escape.html(escape.visible(settings.title)[:_SHORT_NAME])
    about = escape.html(escape.visible(settings.description or settings.title)[:_OPEN_SEARCH_DESCRIPTION])
    template = escape.html(f"{settings.url}{address('explore.md')}?q=")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- {MARK} -->
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{name}</ShortName>
  <Description>{about}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">{escape.html(settings.url)}assets/favicon.svg</Image>
  <Url type="text/html" template="{template}{{searchTerms}}"/>
</OpenSearchDescription>
"""


def llms_full(site: Site) -> str:
    """The front page, every theme and every work as plain Markdown, each after a line that names its page.

    Of a large survey, works are there without their abstracts, which no model could read together: a sentence of each.
    """

    def page_of(part: Theme | Work | None) -> str:
        if part is None:
            return "index.md"
        return site.places.theme(part.id) if isinstance(part, Theme) else site.places.paper(part.key)

    return f"<!-- {MARK} -->\n\n" + bound(
        pages_as_markdown(site.survey, site.extracts.gists, page_of, not site.places.is_large)
    )


def llms(site: Site) -> str:
    """llms.txt, as llmstxt.org describes it: title, summary, and the data worth reading, as lists of links."""
    survey, settings = site.survey, site.survey.settings

    def item(label: str, path: str, about: str) -> str:
        return f"- {escape.link(label, reached(site, 'llms.txt', path))}: {escape.markdown(about)}"

    themes = [item(theme.title, site.places.theme(theme.id), theme.scope) for theme in survey.taxonomy.themes]
    all_texts = "all texts, without abstracts," if site.places.is_large else "all texts"
    which = "the first page of each theme" if site.places.is_large else "each page"
    where = "A work's page is `papers/<key>/`"
    if site.places.in_sections:
        where = f"A work is the section `#<key>` of a page of its theme, which {LLMS_FULL} names"
    works = counted(len(survey.works))
    parts = [
        f"# {escape.markdown(settings.title)}",
        f"> {escape.markdown(settings.description or settings.subtitle or f'A survey of {works}')}",
        f"{works} in {counted(len(survey.taxonomy.themes), 'theme')}. {where}; its citation key is the one "
        "of the bibliography and does not change. Abstracts are the authors' own words; overviews are the survey's, "
        "with citations.",
        "## Data",
        "\n".join(
            [
                item(
                    "survey.json",
                    site.places.whole_file("data/survey.json"),
                    "everything: works with abstracts, identifiers, themes, links, and the records they were made from",
                ),
                item("What stands in survey.json", "data.md", "every key of it"),
                item("survey.bib", "downloads/survey.bib", "the bibliography as BibTeX"),
                item(
                    LLMS_FULL,
                    LLMS_FULL,
                    f"{all_texts} in one file; {which} also has its own, `index.md`",
                ),
                item("Downloads", "downloads.md", "the bibliography in other forms and in parts"),
                item("Feed", "feeds/survey.xml", "what is new, newest first"),
            ]
        ),
        *(["## Themes", "\n".join(themes)] if themes else []),
        "## Optional",
        "\n".join(
            [
                item("Method", "method.md", "how the records became works and themes"),
                item("Explorer", "explore.md", "all works in one table"),
            ]
        ),
    ]
    return "\n\n".join([*parts, f"<!-- {MARK} -->"]) + "\n"
