"""The figures of this site: a new one is one new file and one line here."""

from __future__ import annotations

from collections.abc import Mapping

from generator.extensions import with_extensions
from generator.figures.figure import SurveyFigure, ThemeFigure
from generator.figures.map_overview import map_overview
from generator.figures.prisma import prisma
from generator.figures.theme_theme import theme_theme
from generator.figures.theme_timeline import sparkline, theme_timeline
from generator.figures.theme_year import theme_year
from generator.figures.works_map import works_map
from generator.figures.works_over_time import works_over_time

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
    return with_extensions(OF_SURVEY, "figures")
