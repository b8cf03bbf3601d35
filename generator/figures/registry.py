"""The figures of this site: a new one is one new file and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from generator.errors import at_fault
from generator.extensions import REMEDY, with_extensions
from generator.figures.figure import Address, Figure, SurveyFigure, ThemeFigure
from generator.figures.map_overview import map_overview
from generator.figures.prisma import prisma
from generator.figures.theme_theme import theme_theme
from generator.figures.theme_timeline import sparkline, theme_timeline
from generator.figures.theme_year import theme_year
from generator.figures.works_map import works_map
from generator.figures.works_over_time import works_over_time
from generator.survey import Survey

OF_SURVEY: Mapping[str, SurveyFigure] = {
    "works-map": works_map,
    "map-overview": map_overview,
    "works-over-time": works_over_time,
    "themes-by-year": theme_year,
    "themes-by-theme": theme_theme,
    "flow": prisma,
}
OF_THEME: Mapping[str, ThemeFigure] = {
    "timeline": theme_timeline,
    "sparkline": sparkline,
}


def survey_figures() -> dict[str, SurveyFigure]:
    """The figures of a whole survey by name, including those of other packages. Raises InputError."""
    everything = with_extensions(OF_SURVEY, "figures")
    return {
        name: draw if name in OF_SURVEY else partial(_drawn_elsewhere, name, draw) for name, draw in everything.items()
    }


def _drawn_elsewhere(name: str, draw: SurveyFigure, survey: Survey, address: Address) -> Figure:
    """A figure of another package, whose types nobody has checked: a drawing given as text would be shown as text."""
    figure = draw(survey, address)
    if not isinstance(figure, Figure) or not isinstance(figure.svg, Markup):
        raise at_fault(
            f"the figure `{name}` of another package is no `Figure` whose `svg` is `Markup`, as the functions of "
            "`generator.figures.drawing` give it",
            hint=REMEDY,
        )
    return figure
