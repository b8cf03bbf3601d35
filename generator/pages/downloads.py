"""The files to download, and the page that lists them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.bibliography.bibtex import joined
from generator.bibliography.entry import address_of, doi_of
from generator.bibliography.export import LIMIT, exported, formats, with_columns
from generator.config.settings import Settings
from generator.language import decimal, gettext, later, marked
from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site
from generator.text import escape
from generator.text.math import plain
from generator.works import Work
from generator.writer import MARK

THEME = ("bibtex", "bibtex-ascii", "ris", "csl", "csv", "csv-excel")
FRONT = {
    "title": later("Downloads"),
    "description": later(
        "The bibliography of the survey, of each section, theme, year, author and paper, in every form a writer needs"
    ),
    "search": UNSEARCHED,
}
PART = ("bibtex", "bibtex-ascii", "ris", "csl")
MADE_IN_BROWSER = ("bibtex",)  # where the browser makes the other formats: of authors, and of parts of a large survey
ENTRIES_TOGETHER = 60  # works of a large survey whose entries stand in one script, of some 200 kB
_WHOLE_LABEL = marked("The whole survey")
_UNKNOWN = marked("Year unknown")
_KILOBYTE, _MEGABYTE = 1000, 1_000_000

Columns = Mapping[str, Mapping[str, str]]  # of codes, by their name and a work's key


@dataclass(frozen=True, slots=True)
class Group:
    """Works that can be downloaded together: under a name, as files `downloads/<path>.<ending>`, in some formats."""

    kind: str
    label: str
    path: str
    works: tuple[Work, ...]
    formats: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The label in the page's language, unless it is one of the survey's own names."""
        return gettext(self.label) if self.label in (_WHOLE_LABEL, _UNKNOWN) else self.label


def parts(site: Site) -> Iterator[tuple[str, Callable[[], list[tuple[str, str]]]]]:
    """The downloads of several works with their list, and those of each work with a page."""
    yield "", lambda: list(pages(site))
    for key in () if site.places.in_sections else site.survey.works:
        yield key, partial(of_work, site, key)


def of_work(site: Site, key: str) -> list[tuple[str, str]]:
    """(path, text) of the downloads of a work."""
    work, columns = site.survey.works[key], site.survey.columns
    group = Group("Works", work.shown_title, f"papers/{site.places.slugs[key]}", (work,), PART)
    found = [written(site, group, name, columns) for name in group.formats]
    return [(f"downloads/{file}", text) for one in found for file, text in one.items()]


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of every download of several works, of the page that lists them, and of the entries for scripts."""
    listed: dict[str, list[tuple[str, int, list[tuple[str, str, str]]]]] = {}
    columns = site.survey.columns
    for group in groups(site):
        files = []
        for name in group.formats:
            for file, text in written(site, group, name, columns).items():
                yield f"downloads/{file}", text
                files.append((f"downloads/{file}", formats()[name].ending, size(len(text.encode()))))
        listed.setdefault(group.kind, []).append((group.shown, len(group.works), files))
    yield from entries_scripts(site)
    page = Page(site, "downloads.md")
    yield (
        page.path,
        page.render(
            "downloads.md.j2",
            FRONT,
            listed=listed,
            forms=[(form.ending, form.label) for form in (formats()[name] for name in whole())],
        ),
    )


def whole() -> tuple[str, ...]:
    """The formats for the whole survey: this program's, then those of other packages."""
    return tuple(formats())


def groups(site: Site) -> Iterator[Group]:
    """The survey, its sections, themes, years and authors of several works."""
    survey = site.survey
    of_part, of_theme = (MADE_IN_BROWSER, MADE_IN_BROWSER) if site.places.is_large else (PART, THEME)
    yield Group(marked("The survey"), _WHOLE_LABEL, "survey", tuple(survey.works.values()), whole())
    for section in survey.taxonomy.sections:
        works = [work for theme in section.themes for work in survey.by_theme[theme.id]]
        yield Group(
            marked("Sections"), section.title, f"sections/{site.places.section_anchor(section)}", by_key(works), of_part
        )
    for theme in survey.taxonomy.themes:
        yield Group(marked("Themes"), theme.title, theme.id, by_key(survey.by_theme[theme.id]), of_theme)
    years: defaultdict[int, list[Work]] = defaultdict(list)
    for work in survey.works.values():
        years[work.year or 0].append(work)
    for year, works in sorted(years.items(), reverse=True):
        yield Group(marked("Years"), str(year or _UNKNOWN), f"years/{year or 'unknown'}", by_key(works), of_part)
    for slug, entry in () if site.places.in_sections else site.places.authors.items():  # where the browser makes all
        own = by_key(site.places.works_of(entry))
        yield Group(marked("Authors"), entry.name.as_last_first, f"authors/{slug}", own, MADE_IN_BROWSER)


def by_key(works: Sequence[Work]) -> tuple[Work, ...]:
    """The works in the order of a bibliography."""
    return tuple(sorted(works, key=lambda work: (work.key.casefold(), work.key)))


def written(site: Site, group: Group, name: str, columns: Columns) -> dict[str, str]:
    """File name (below `downloads/`) to text of a group in one format; several files if one would be too large."""
    form, head = with_columns(formats()[name], columns), header(site.survey.settings, group.label)
    if form.join:
        text = form.join([site.pieces.of(name, work) for work in group.works], head)
        if len(text) < LIMIT // 4:  # far below the limit in any encoding, so the pieces need not be measured
            return {f"{group.path}{form.ending}": text}
    return exported(form, group.works, group.path, head)


def whole_bibliography(site: Site) -> str:
    """The bibliography of the survey, as `bib/survey.bib` has it."""
    works, head = tuple(site.survey.works.values()), header(site.survey.settings, _WHOLE_LABEL)
    return joined([site.pieces.bibtex(work) for work in works], head)


def header(settings: Settings, label: str) -> str:
    """The comment at the head of a downloaded bibliography."""
    return f"{settings.title}\n{label}\n{MARK}; a key, once published, stays with its work"


def entries_scripts(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the entries of all works for the explorer's and the basket's own downloads: `fetch` fails on file://.

    Those of a large survey stand in parts, in the order in which scripts compare keys, so that a page loads only a few.
    """
    works = site.survey.works
    if not site.places.is_large:
        script = escape.javascript({key: _entry(site, work) for key, work in works.items()})
        yield "assets/entries.js", f"/* {MARK} */\nwindow.surveyEntries = {script};\n"
        return
    keys = sorted(works, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    parts = [keys[start : start + ENTRIES_TOGETHER] for start in range(0, len(keys), ENTRIES_TOGETHER)]
    firsts = escape.script([part[0] for part in parts])
    whole = f"window.surveyEntries = {{}};\nwindow.surveyEntriesFrom = {firsts};\n"
    yield "assets/entries.js", f"/* {MARK} */\n{whole}Object.setPrototypeOf(window.surveyEntries, null);\n"
    for number, part in enumerate(parts):
        script = escape.javascript({key: _entry(site, works[key]) for key in part})
        yield f"assets/entries/part-{number}.js", f"/* {MARK} */\nObject.assign(window.surveyEntries, {script});\n"


def _entry(site: Site, work: Work) -> dict[str, object]:
    return {
        "bib": site.pieces.of("bibtex", work),
        "ris": site.pieces.of("ris", work),
        "text": site.cited.reference_text(work),
        "title": plain(work.shown_title),
        "authors": "; ".join(name.as_last_first for name in work.authors),
        "year": work.year,
        "venue": work.venue,
        "doi": doi_of(work) or "",
        "arxiv": work.identifier("arxiv") or "",
        "url": address_of(work),
        "page": site.places.script_page(work.key),
    }


def size(number: int) -> str:
    """Bytes for people: `812 B`, `34 kB`, `1.2 MB`."""
    if number < _KILOBYTE:
        return f"{number} B"
    return f"{number / _KILOBYTE:.0f} kB" if number < _MEGABYTE else f"{decimal(number / _MEGABYTE)} MB"
