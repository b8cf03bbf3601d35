"""Pages: the survey as Markdown files, downloads and data. One file a kind of page; this one lists the kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.bibliography.survey_bib import survey_bib
from generator.cache.tasks import Job, Tasks
from generator.config import history
from generator.config.overviews import FOLDER
from generator.errors import Problem, at_fault
from generator.language import speaking, spoken
from generator.lineage import Lineage
from generator.pages import (
    citation,
    citing,
    contributing,
    data,
    downloads,
    drawings,
    editions,
    evidence,
    explorer,
    flow,
    following,
    home,
    indexes,
    links,
    method,
    moved,
    named,
    paper,
    previews,
    quality,
    questions,
    reading_offline,
    records,
    search,
    styled,
    theme,
)
from generator.pages.assets import assets
from generator.pages.cited import Cited
from generator.pages.compressed import signposts
from generator.pages.downloads import whole_bibliography
from generator.pages.drawn import Drawn
from generator.pages.extracts import Extracts
from generator.pages.findable import is_page, words_of
from generator.pages.making import AsTheyAre, Task, checksum, made, tasks_of
from generator.pages.nav import navigation
from generator.pages.places import Places
from generator.pages.site import Site
from generator.pages.sought import Words
from generator.pages.written import Prose, Read, read
from generator.project.paths import BIBLIOGRAPHY
from generator.project.set_aside import SetAside
from generator.prose.checked import checked
from generator.prose.render import cite
from generator.prose.sources import Written, clashes, page_text
from generator.stages import UNWATCHED, Stages
from generator.survey import Survey
from generator.two_processes import MANY
from generator.writer import MARK, Content

# The kinds of pages, in the order in which the search lists what they make.
KINDS = (
    home,
    theme,
    questions,
    paper,
    method,
    records,
    contributing,
    editions,
    downloads,
    drawings,
    evidence,
    flow,
    indexes,
    links,
    named,
    explorer,
    previews,
    moved,
    data,
    following,
    reading_offline,
    citing,
)
# Those that a second process makes, about half of the work. What needs the same parts is made in one process: the front
# page and the drawings place all works on a map, the pages of works and the downloads write all entries.
OF_THE_SECOND_PROCESS = frozenset({home, theme, questions, drawings, flow, links, named})
_INDEX = "search index"
_READ_FIRST = 0.75  # of the works: their abstracts take as long to read as all others and the words for the search


# What tasks look at, by the name of their part of a site.
WATCHED: Mapping[type, str] = {
    Site: "site", Survey: "survey", Places: "places", Extracts: "extracts", Cited: "cited", Prose: "prose",
    Lineage: "lineage", Drawn: "drawn",
}  # fmt: skip


def render(
    survey: Survey, project: Path, tasks: Tasks | None = None, stages: Stages = UNWATCHED, to_write: bool = False
) -> tuple[dict[str, Content], tuple[Problem, ...]]:
    """All generated files (path relative to the project, to text) and what was found wrong on the way.

    Of the project, only `mkdocs.yml`, `CITATION.cff` and what the checks look at are read, to keep what a person wrote
    there. What `tasks` remember is not made again. The pages are in the language of the settings. If they are
    `to_write`, those of a large survey wait outside the memory, in a file of the project without a name, and the caller
    holds its lock.
    """
    with speaking(survey.settings.language):
        return _rendered(survey, project, tasks or Tasks(), stages, to_write)


def _rendered(
    survey: Survey, project: Path, tasks: Tasks, stages: Stages, to_write: bool
) -> tuple[dict[str, Content], tuple[Problem, ...]]:
    tasks.language = spoken()
    site = tasks.watch(Site(survey, project), WATCHED)
    stages.begin("Reading abstracts")
    words = _read(site, tasks)
    files: dict[str, Content] = {**assets()}
    by_kind = {kind: list(tasks_of([kind], site)) for kind in KINDS}
    apart = frozenset(
        task.name for kind in OF_THE_SECOND_PROCESS for task in by_kind[kind] if len(survey.works) >= MANY
    )
    aside = (SetAside(project), SetAside(project)) if to_write and site.places.is_large else ()
    afterwards = {downloads: [partial(_list_of_downloads, site, tasks)]}
    wanted = [task for kind, own in by_kind.items() for task in (*own, *afterwards.get(kind, ()))]
    for path, text in made(tasks, wanted, apart, stages, aside):
        if f"docs/{path}" in files:
            raise at_fault("would be written twice", f"docs/{path}")
        files[f"docs/{path}"] = text
    below_docs = [path.removeprefix("docs/") for path in files if path.startswith("docs/")]
    files |= {f"docs/{path}": text for path, text in signposts(below_docs, survey.settings.url)}
    generated = [path for path in below_docs if path.endswith(".md")]
    stages.begin("Citing and checking")
    prose = [
        tasks.value(
            f"prose {written.source} {written.line}", partial(_prose, site, written, is_page), (written, is_page)
        )
        for written in site.prose.written
        for is_page in [written in survey.pages]
    ]
    own = [one.page for one in prose if one.page]
    prose_problems = [problem for one in prose for problem in one.problems]
    if not survey.settings.trusts_html:
        prose_problems += tasks.value("prose", lambda: _checked(site))
    problems = [*clashes(survey.pages, [*generated, quality.PATH]), *prose_problems]
    for page, text in own:
        files.setdefault(f"docs/{page}", text)
    files |= {f"docs/{path}": text for path, text in quality.pages(site, project, files, tasks)}
    stages.begin("Indexing for search")
    found = {path: content for path, content in files.items() if is_page(path)}
    texts = AsTheyAre(project, found)
    keyed = partial(tasks.keyed, within=_INDEX)
    index = Task(_INDEX, lambda: list(search.pages(site, texts, words, keyed)), (checksum(found), words))
    files |= {f"docs/{path}": text for path, text in made(tasks, [index], aside=aside)}
    files[BIBLIOGRAPHY] = tasks.value(
        "bibliography", lambda: survey_bib(whole_bibliography(site), site.survey.reminders)
    )
    if survey.history:
        files[history.NAME] = history.written(survey.history, MARK)
    files |= citation.citation_file(survey, project)
    if site.cited.style:
        files[styled.NAME] = styled.memory(survey.works, site.cited.style, site.cited.styled)
    block, nav_problems = navigation(site, project)
    files |= block
    files |= {f"docs/{path}": text for path, text in reading_offline.versioned(site, project, files)}
    return files, (*problems, *nav_problems)


def _read(site: Site, tasks: Tasks) -> Words:
    """Have the site read what several pages quote, each text once; returns the words of the works for the search."""
    # Pages of both processes quote from abstracts: read once, by both, one of which also reads words for the search.
    keys = list(site.survey.works)
    apart_from = round(len(keys) * _READ_FIRST)
    first, rest = keys[:apart_from], keys[apart_from:]
    quoted, (words, others) = tasks.both(
        Job("quoted", lambda: site.extracts.quoted("quoted", first, tasks.each)),
        Job("search", lambda: (words_of(site, tasks.each), site.extracts.quoted("quoted too", rest, tasks.each))),
        len(keys) >= MANY and not tasks.knows("quoted"),
    )
    site.extracts.know({**quoted, **others})
    texts = dict.fromkeys(written.text for written in site.prose.written)
    site.prose.know({text: tasks.value(f"read {text}", partial(_read_text, site, text)) for text in texts})
    return words


def _read_text(site: Site, text: str) -> Read:
    return read(text, site.cited.library)


def _list_of_downloads(site: Site, tasks: Tasks) -> Task:
    """The task that makes the page with all downloads, once the sizes of their files are known."""
    sizes = {group: tasks.returned(f"downloads {group}") for group, _ in downloads.groups(site)}
    return Task("list of downloads", lambda: [downloads.listing(site, sizes)], sizes)


@dataclass(frozen=True, slots=True)
class _Cited:
    """A text that a person wrote, with its citations linked: the page (path, text) if it is one, and the problems
    found.
    """

    page: tuple[str, str] | None
    problems: tuple[Problem, ...]


def _prose(site: Site, written: Written, is_page: bool) -> _Cited:
    if is_page:
        cited = page_text(written, site.cited.library, MARK)
        return _Cited((written.page, cited.text), cited.problems)
    return _Cited(None, cite(written.text, written.page, site.cited.library, source=written.source).problems)


def _checked(site: Site) -> tuple[Problem, ...]:
    named = [(f"{FOLDER}/{name}.md", overview) for name, overview in site.prose.overviews.items()]
    return checked(site.prose.written, site.cited.library, named)
