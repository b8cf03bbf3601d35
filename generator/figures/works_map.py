"""A map of the works: those with similar words stand near each other; themes are regions, sections colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.figures.drawing import (
    NARROW,
    WIDE,
    colour,
    joined,
    legend,
    link,
    name_of,
    percent,
    section_numbers,
    sign,
    signs,
    svg,
    tag,
    text,
)
from generator.figures.figure import Address, Figure, Table
from generator.figures.label_offers import Label, Region
from generator.figures.labels import place
from generator.figures.lettering import LINE, shown
from generator.figures.map_places import PITCH, Placed, placed
from generator.language import counted, gettext, marked
from generator.survey import Survey
from generator.works import Work

NAME = "works-map"
TITLE = marked("Map of the works")
_REACH = 12.0  # pixels around a mark that a finger may touch: WCAG 2.2 (2.5.8) asks for 24 across
_LABEL = 12.0  # font size, pixels
_EXPLAINED = marked(
    "Works stand near each other when their titles and abstracts share distinctive words; the works of a theme are "
    "drawn together into a region, and the themes of a section towards each other. The directions on the map have no "
    "meaning of their own. Each mark leads to its work, each label to its theme."
)


def works_map(survey: Survey, address: Address) -> Figure:
    """Every work as a mark, positioned by the words of its title and abstract."""
    numbers = section_numbers(survey.taxonomy)
    found = placed(survey)
    places = dict(zip((work.key for work in found.works), found.places, strict=True))
    grounds, marks = [], []
    by_theme: dict[str, list[tuple[float, float]]] = {}
    for theme, group in groupby(found.works, lambda work: found.themes[work.key]):
        works = list(group)
        own = [places[work.key] for work in works]
        by_theme[theme or ""] = own
        circles = [tag("circle", cx=percent(x), cy=y, r=found.pitch * 1.5) for x, y in own]
        grounds.append(tag("g", *circles, class_=colour(numbers[theme])))
        title = shown(survey.taxonomy.by_id[theme].title) if theme else gettext("No theme")
        signed = [_mark(work, numbers[theme], *places[work.key], address) for work in works]
        marks.append(tag("g", *signed, class_=colour(numbers[theme]), data_theme=title))
    height = found.height
    present = sorted({numbers[theme] for theme in found.themes.values()}, key=lambda n: n or len(numbers))
    titles = {0: gettext("No theme")} | {
        n: shown(section.title) for n, section in enumerate(survey.taxonomy.sections, 1)
    }
    entries = [(n, titles[n]) for n in present]
    wide, wide_height = legend(f"{NAME}-key", entries, height + 14, WIDE, "wide")
    narrow, narrow_height = legend(f"{NAME}-key", entries, height + 14, NARROW, "narrow")
    title = gettext(TITLE)
    counts = gettext(
        "%(works)s in %(themes)s.",
        works=counted(len(found.works)),
        themes=counted(len(survey.taxonomy.themes), "theme"),
    )
    description = f"{counts} {gettext(_EXPLAINED)}"
    drawing = svg(
        NAME, title, description, signs(NAME, present, found.pitch / PITCH, _REACH), signs(f"{NAME}-key", present),
        tag("g", *grounds, class_="grounds"), tag("g", *marks, class_="marks"),
        _both_labels(survey, by_theme, height, address), wide, narrow,
        wide=height + 18 + wide_height, narrow=height + 18 + narrow_height,
    )  # fmt: skip
    return Figure(title, description, drawing, _table(survey, found, address))


def _mark(work: Work, section: int, x: float, y: float, address: Address) -> Markup:
    return link(
        address("work", work.key), name_of(work), sign(NAME, section, percent(x), y), data_key=work.key,
        data_year=work.year or None,
    )  # fmt: skip


def _both_labels(
    survey: Survey, by_theme: Mapping[str, Sequence[tuple[float, float]]], height: float, address: Address
) -> Markup:
    """The labels of the themes, placed for the wide map and for the narrow one."""
    variants = []
    for variant, field in (("wide", (WIDE, height)), ("narrow", (NARROW, height))):
        labels = [_label(label, address, field[0]) for label in _labels(survey, by_theme, field)]
        variants.append(tag("g", *labels, class_=f"labels {variant}"))
    return joined(variants)


def _labels(
    survey: Survey, by_theme: Mapping[str, Sequence[tuple[float, float]]], field: tuple[float, float]
) -> list[Label]:
    """The labels of the themes in reading order, placed for a `field` (width, height) in pixels."""
    regions = [
        Region(theme.id, shown(theme.title), tuple((x / 100 * field[0], y) for x, y in by_theme[theme.id]))
        for theme in survey.taxonomy.themes
        if theme.id in by_theme
    ]
    placed = place(regions, field, _LABEL, 150 if field[0] > NARROW else 100, keeps_off=True)
    order = {theme.id: index for index, theme in enumerate(survey.taxonomy.themes)}
    return sorted(placed, key=lambda label: order[label.region.name])


def _label(label: Label, address: Address, room: float) -> str:
    x = percent(label.x / room * 100)
    lines = [text(line, x=x, y=label.y + index * _LABEL * LINE) for index, line in enumerate(label.lines)]
    return link(address("theme", label.region.name), f"{label.region.text}: {counted(len(label.region.marks))}", *lines)


def _table(survey: Survey, found: Placed, address: Address) -> Table:
    rows = []
    for work in found.works:
        theme = survey.taxonomy.by_id.get(found.themes[work.key] or "")
        where = (shown(theme.title), address("theme", theme.id)) if theme else gettext("no theme")
        rows.append(((shown(work.shown_title), address("work", work.key)), str(work.year or gettext("unknown")), where))
    return Table((gettext("Work"), gettext("Year"), gettext("Theme")), tuple(rows))
