"""Pages: the survey as Markdown files, downloads and data. One file a kind of page; this one lists the kinds."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from types import ModuleType

from generator.beside import MANY, beside
from generator.bibliography.survey_bib import survey_bib
from generator.config import history
from generator.config.overviews import FOLDER
from generator.errors import Problem, at_fault
from generator.pages import (
    citation,
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
    method,
    named,
    paper,
    quality,
    questions,
    records,
    search,
    styled,
    theme,
)
from generator.pages.assets import assets
from generator.pages.nav import navigation
from generator.pages.site import Site
from generator.project.paths import BIBLIOGRAPHY
from generator.prose.checked import checked
from generator.prose.render import cite
from generator.prose.sources import clashes, page_text
from generator.survey import Survey
from generator.writer import MARK

# The kinds of pages, in two groups of about the same work that are written side by side.
KINDS = (home, theme, questions, paper, method, records, contributing, editions)
BESIDE = (downloads, drawings, evidence, flow, indexes, named, explorer, data, following)


def written_by(kinds: Iterable[ModuleType], site: Site) -> list[tuple[str, str | bytes]]:
    """(path, content) of all pages of some kinds."""
    return [page for kind in kinds for page in kind.pages(site)]


def render(survey: Survey, project: Path) -> tuple[dict[str, str | bytes], tuple[Problem, ...]]:
    """All generated files (path relative to the project, to text) and what was found wrong on the way.

    Of the project only `mkdocs.yml`, `CITATION.cff` and what the checks look at are read, to keep what a person wrote
    there.
    """
    site = Site(survey, project)
    files: dict[str, str | bytes] = {**assets()}
    for path, text in chain(
        *beside(lambda: written_by(KINDS, site), lambda: written_by(BESIDE, site), len(survey.works) >= MANY)
    ):
        if f"docs/{path}" in files:
            raise at_fault("would be written twice", f"docs/{path}")
        files[f"docs/{path}"] = text
    generated = [path.removeprefix("docs/") for path in files if path.startswith("docs/") and path.endswith(".md")]
    problems = list(clashes(survey.pages, [*generated, quality.PATH]))
    for written in site.prose.written:
        cited = (
            page_text(written, site.cited.library, MARK)
            if written in survey.pages
            else cite(written.text, written.page, site.cited.library, source=written.source)
        )
        problems += cited.problems
        if written in survey.pages:
            files.setdefault(f"docs/{written.page}", cited.text)
    if not survey.settings.trusts_html:
        named = [(f"{FOLDER}/{name}.md", overview) for name, overview in site.prose.overviews.items()]
        problems += checked(site.prose.written, site.cited.library, named)
    files |= {f"docs/{path}": text for path, text in quality.pages(site, project, files)}
    files |= {f"docs/{path}": text for path, text in search.pages(site, files)}
    files[BIBLIOGRAPHY] = survey_bib(str(files["docs/downloads/survey.bib"]), survey.reminders)
    if survey.history:
        files[history.NAME] = history.written(survey.history, MARK)
    files |= citation.citation_file(survey, project)
    if site.cited.style:
        files[styled.NAME] = styled.memory(survey.works, site.cited.style, site.cited.styled)
    block, nav_problems = navigation(site, project)
    return {**files, **block}, (*problems, *nav_problems)
