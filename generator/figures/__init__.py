"""Figures: the survey drawn as inline SVG, every mark a link, with the data behind it as a table."""

from generator.figures.figure import Address, Figure, Table
from generator.figures.registry import OF_SURVEY, OF_THEME, survey_figures

__all__ = ["OF_SURVEY", "OF_THEME", "Address", "Figure", "Table", "survey_figures"]
