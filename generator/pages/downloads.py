"""The files to download, and the page that lists them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.bibliography.bibtex import joined
from generator.bibliography.entry import address_of, doi_of
from generator.bibliography.export import LIMIT, exported, formats, with_columns
from generator.bibliography.ris import ris_record
from generator.config.settings import Settings
from generator.language import decimal, gettext, later, marked
from generator.pages.compressed import ENDING, compressed
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
AS_THEY_ARE = ("bibtex", "bibtex-ascii")  # never compressed: LaTeX, Overleaf and others read them at their address
MADE_IN_BROWSER = ("bibtex",)  # where the browser makes the other formats: of authors, and of parts of a large survey
FEWEST_TOGETHER, MOST_TOGETHER = 12, 60  # works whose entries stand in one script, of some 40 and 200 kB
_SCRIPTS = 100  # of entries, before more works stand together
_WHOLE_LABEL = marked("The whole survey")
_UNKNOWN = marked("Year unknown")
_KILOBYTE, _MEGABYTE = 1000, 1_000_000

Sizes = Sequence[tuple[str, int]]  # (path below docs/, bytes) of files, in their order


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


def parts(site: Site) -> Iterator[tuple[str, Callable[[], Sequence[tuple[str, str | bytes]]]]]:
    """The downloads of each group of works and of each work with a page, by their paths; the entries for scripts."""
    for path, group in groups(site):
        yield path, partial(of_group, site, group)
    for key in () if site.places.in_sections else site.survey.works:
        yield work_path(site, key), partial(of_group, site, partial(work_group, site, key))
    yield "assets/entries", lambda: list(entries_scripts(site))


def of_group(site: Site, group: Callable[[], Group]) -> list[tuple[str, str | bytes]]:
    """(path, content) of the downloads of a group of works, format by format; compressed if large, but for what LaTeX
    reads.
    """
    wanted = group()
    found: list[tuple[str, str | bytes]] = []
    for name in wanted.formats:
        for file, text in written(site, wanted, name).items():
            path = f"downloads/{file}" if name in AS_THEY_ARE else site.places.whole_file(f"downloads/{file}")
            found.append((path, compressed(text) if path.endswith(ENDING) else text))
    return found


def listing(site: Site, sizes: Mapping[str, Sizes]) -> tuple[str, str]:
    """(path, text) of the page that lists the downloads of several works; `sizes` are those of each group's files, by
    its path.
    """
    listed: dict[str, list[tuple[str, int, list[tuple[str, str, str]]]]] = {}
    for path, made in groups(site):
        group = made()
        files = [(file, _ending(group, file), size(number)) for file, number in sizes[path]]
        listed.setdefault(group.kind, []).append((group.shown, len(group.works), files))
    page = Page(site, "downloads.md")
    forms = [(form.ending, form.label) for form in (formats()[name] for name in whole())]
    return page.path, page.render("downloads.md.j2", FRONT, listed=listed, forms=forms)


def _ending(group: Group, file: str) -> str:
    """The ending of a file's format; before it stands the number of the part if one file would be too large."""
    after = file.removeprefix(f"downloads/{group.path}")
    endings = (formats()[name].ending for name in group.formats)
    whole = (f"{ending}{packed}" for ending in endings for packed in ("", ENDING))
    return next(ending for ending in whole if re.fullmatch(rf"(?:-\d+)?{re.escape(ending)}", after))


def whole() -> tuple[str, ...]:
    """The formats for the whole survey: this program's, then those of other packages."""
    return tuple(formats())


def groups(site: Site) -> Iterator[tuple[str, Callable[[], Group]]]:
    """The survey, its sections, themes, years and authors of several works: the path of each, and what gives it.

    Each is found by itself, so that its files are written again only where its own works changed.
    """
    taxonomy = site.survey.taxonomy
    yield "survey", partial(_survey, site)
    for number, section in enumerate(taxonomy.sections):
        yield f"sections/{site.places.section_anchor(section)}", partial(_section, site, number)
    for theme in taxonomy.themes:
        yield theme.id, partial(_theme, site, theme.id)
    for year in sorted(site.survey.by_year, reverse=True):
        yield _year_path(year), partial(_year, site, year)
    for slug in () if site.places.in_sections else site.places.authors:  # where the browser makes all
        yield f"authors/{slug}", partial(_author, site, slug)


def _survey(site: Site) -> Group:
    return Group(marked("The survey"), _WHOLE_LABEL, "survey", tuple(site.survey.works.values()), whole())


def _section(site: Site, number: int) -> Group:
    section = site.survey.taxonomy.sections[number]
    works = by_key(site.survey.by_section[number])
    path = f"sections/{site.places.section_anchor(section)}"
    return Group(marked("Sections"), section.title, path, works, _formats_of_part(site, PART))


def _theme(site: Site, theme_id: str) -> Group:
    title, works = site.survey.taxonomy.by_id[theme_id].title, by_key(site.survey.by_theme[theme_id])
    return Group(marked("Themes"), title, theme_id, works, _formats_of_part(site, THEME))


def _year(site: Site, year: int) -> Group:
    works, path = by_key(site.survey.by_year[year]), _year_path(year)
    return Group(marked("Years"), str(year or _UNKNOWN), path, works, _formats_of_part(site, PART))


def _year_path(year: int) -> str:
    return f"years/{year or 'unknown'}"


def _author(site: Site, slug: str) -> Group:
    entry = site.places.authors[slug]
    works = by_key(site.places.works_of(entry))
    return Group(marked("Authors"), entry.name.as_last_first, f"authors/{slug}", works, MADE_IN_BROWSER)


def _formats_of_part(site: Site, usual: tuple[str, ...]) -> tuple[str, ...]:
    return MADE_IN_BROWSER if site.places.is_large else usual


def work_group(site: Site, key: str) -> Group:
    """A work as a group of its own."""
    work = site.survey.works[key]
    return Group("Works", work.shown_title, work_path(site, key), (work,), PART)


def work_path(site: Site, key: str) -> str:
    """The path of the downloads of a work, as that of a group."""
    return f"papers/{site.places.slugs[key]}"


def by_key(works: Sequence[Work]) -> tuple[Work, ...]:
    """The works in the order of a bibliography."""
    return tuple(sorted(works, key=lambda work: (work.key.casefold(), work.key)))


def written(site: Site, group: Group, name: str) -> dict[str, str]:
    """File name (below `downloads/`) to text of a group in one format; several files if one would be too large."""
    form, head = formats()[name], header(site.survey.settings, group.label)
    if form.join:
        text = form.join([_piece(site, name, work) for work in group.works], head)
        if len(text) < LIMIT // 4:  # far below the limit in any encoding, so the pieces need not be measured
            return {f"{group.path}{form.ending}": text}
    return exported(with_columns(form, _columns(site, group.works)), group.works, group.path, head)


def _piece(site: Site, name: str, work: Work) -> str:
    """A work in one format; in those that only the file of a large survey has, it is not kept for others."""
    write = formats()[name].piece
    if site.places.is_large and write and name not in MADE_IN_BROWSER:
        return write(work)
    return site.pieces.of(name, work)


def _columns(site: Site, works: Sequence[Work]) -> dict[str, dict[str, str]]:
    """The further columns of a table of some works, by header and key, without a look at those of other works."""
    own = {work.key: site.survey.cells.get(work.key, {}) for work in works}
    return {
        header: {key: cells[header] for key, cells in own.items() if header in cells} for header in site.survey.headers
    }


def whole_bibliography(site: Site) -> str:
    """The bibliography of the survey, as `bib/survey.bib` has it."""
    works, head = tuple(site.survey.works.values()), header(site.survey.settings, _WHOLE_LABEL)
    return joined([site.pieces.bibtex(work) for work in works], head)


def header(settings: Settings, label: str) -> str:
    """The comment at the head of a downloaded bibliography."""
    return f"{settings.title}\n{label}\n{MARK}; a key, once published, stays with its work"


def entries_scripts(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the entries of all works for the explorer's and the basket's own downloads: `fetch` fails on file://.

    They stand in parts, in the order in which scripts compare keys, so that a page loads only those that it needs.
    """
    works = site.survey.works
    keys = sorted(works, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    together = min(MOST_TOGETHER, max(FEWEST_TOGETHER, len(keys) // _SCRIPTS))
    parts = [keys[start : start + together] for start in range(0, len(keys), together)]
    lines = [
        f"/* {MARK} */",
        "window.surveyEntries = Object.create(null);",
        f"window.surveyEntriesFrom = {escape.script([part[0] for part in parts])};",
        f"window.surveyIsLarge = {escape.script(site.places.is_large)};",
    ]
    yield "assets/entries.js", "\n".join(lines) + "\n"
    for number, part in enumerate(parts):
        script = escape.javascript({key: _entry(site, works[key]) for key in part})
        yield f"assets/entries/part-{number}.js", f"/* {MARK} */\nObject.assign(window.surveyEntries, {script});\n"


def _entry(site: Site, work: Work) -> dict[str, object]:
    return {
        "bib": site.pieces.of("bibtex", work),
        "ris": _ris(site, work),
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


def _ris(site: Site, work: Work) -> str:
    """A work as RIS, of a large survey without its abstract: in the entries of all works it would stand once more."""
    return ris_record(replace(work, abstract="")) if site.places.is_large else site.pieces.of("ris", work)


def size(number: int) -> str:
    """Bytes for people: `812 B`, `34 kB`, `1.2 MB`."""
    if number < _KILOBYTE:
        return gettext("%(size)s B", size=number)
    if number < _MEGABYTE:
        return gettext("%(size)s kB", size=f"{number / _KILOBYTE:.0f}")
    return gettext("%(size)s MB", size=decimal(number / _MEGABYTE))
