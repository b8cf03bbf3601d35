"""Pages: the survey as Markdown files, downloads and data. One file a kind of page; this one lists the kinds."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Problem, at_fault
from generator.pages import data, downloads, home, indexes, method, paper, theme
from generator.pages.assets import assets
from generator.pages.nav import navigation
from generator.pages.site import Site
from generator.survey import Survey

KINDS = (home, theme, paper, indexes, method, downloads, data)


def render(survey: Survey, project: Path) -> tuple[dict[str, str | bytes], tuple[Problem, ...]]:
    """All generated files (path relative to the project, to text) and what was found wrong on the way.

    Only `mkdocs.yml` is read from the project, to keep what a person wrote around its generated block.
    """
    site = Site(survey)
    files: dict[str, str | bytes] = {**assets()}
    for kind in KINDS:
        for path, text in kind.pages(site):
            if f"docs/{path}" in files:
                raise at_fault("would be written twice", f"docs/{path}")
            files[f"docs/{path}"] = text
    files["bib/survey.bib"] = files["docs/downloads/survey.bib"]
    block, problems = navigation(site, project)
    return {**files, **block}, problems
