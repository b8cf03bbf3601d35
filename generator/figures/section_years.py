"""A section over the years, small enough for a card on the front page."""

from __future__ import annotations

from generator.config.taxonomy import Section
from generator.figures.drawing import colour, section_numbers, tag
from generator.figures.figure import Figure, Table
from generator.figures.lettering import shown
from generator.figures.theme_timeline import bars, bars_in_words, small_svg
from generator.figures.years import columns
from generator.language import gettext
from generator.survey import Survey


def section_sparkline(survey: Survey, section: Section) -> Figure:
    """Bars of a section's works by year; the years are the survey's, so that sections can be compared."""
    works = [work for theme in section.themes for work in survey.by_theme[theme.id]]
    years = columns(survey.works.values())
    counts = [sum(column.holds(work.year) for work in works) for column in years]
    number = section_numbers(survey.taxonomy)[section.themes[0].id]
    label = f"{shown(section.title)}: {bars_in_words(years, counts)}"
    drawing = small_svg(f"sparkline--section-{number}", label, tag("g", *bars(counts), class_=colour(number)))
    rows = tuple((column.label, str(count)) for column, count in zip(years, counts, strict=True) if count)
    return Figure(shown(section.title), label, drawing, Table((gettext("Year"), gettext("Works")), rows))
