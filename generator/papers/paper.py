"""A paper on the survey to write on from: LaTeX, Typst or Word, with its bibliography and figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from generator.bibliography.latex_classes import ClassName
from generator.bibliography.latex_survey import Document, Drawing, latex_survey
from generator.config.taxonomy import Theme
from generator.figures import survey_figures
from generator.figures.pdf import pdf
from generator.figures.standalone import standalone
from generator.papers.pandoc import FORMS, DocumentForm, pandoc_survey
from generator.survey import Survey
from generator.works import Work

LATEX = "latex"
DOCUMENTS = (LATEX, *FORMS)
# The figures of a paper, and what is said of each beneath.
_FIGURES = {
    "works-over-time": "Works by the year of the version that is cited, and by section, in the order of the legend "
    "from the bottom up.",
    "works-map": "The works as a map. Works whose titles and abstracts use the same terms stand near each other.",
    "flow": "From records to works.",
}


def paper(survey: Survey, works: list[Work], form: str, class_name: ClassName = "article") -> dict[str, str | bytes]:
    """File name to content of a paper on the survey, restricted to `works`.

    Args:
        survey: what the paper is on.
        works: those that it lists; figures of the survey only where these are all.
        form: one of DOCUMENTS.
        class_name: of a LaTeX document.

    Raises:
        InputError: the form needs a program that is not there.
    """
    if form != LATEX:
        return dict(pandoc_survey(_document(survey, works, {}), cast(DocumentForm, form)))
    drawn = _figures(survey) if len(works) == len(survey.works) else {}
    texts = latex_survey(_document(survey, works, drawn), class_name)
    return {**texts, **{name: content for name, (content, _) in drawn.items()}}


def _figures(survey: Survey) -> dict[str, tuple[bytes, str]]:
    """The figures of a paper: file name to content and caption."""
    drawn = {name: standalone(survey_figures()[name](survey, lambda *_: "")) for name in _FIGURES}
    return {f"{name}.pdf": (pdf(drawing), _FIGURES[name]) for name, drawing in drawn.items()}


def _document(survey: Survey, works: list[Work], drawn: Mapping[str, tuple[bytes, str]]) -> Document:
    """What a paper on the survey starts from, restricted to `works`, with the figures drawn."""
    drawings = [Drawing(name.rpartition(".")[0], caption) for name, (_, caption) in drawn.items()]
    keys = {work.key for work in works}

    def part(theme: Theme) -> tuple[str, str, list[Work]]:
        listed = [work for work in survey.by_theme[theme.id] if work.key in keys]
        return theme.title, survey.overviews.get(theme.id, ""), listed

    sections = [(section.title, [part(theme) for theme in section.themes]) for section in survey.taxonomy.sections]
    unthemed = [work for work in survey.unthemed if work.key in keys]
    if unthemed:
        sections.append(("No theme", [("Works without a theme", "", unthemed)]))
    return Document(survey.settings.title, survey.settings.authors, sections, survey.settings.scope, drawings)
