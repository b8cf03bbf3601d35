"""A map of the works: those written in the same words stand near each other; themes are regions, sections colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.figures.content import directions
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
from generator.figures.labels import Label, Region, place
from generator.figures.layout import positions
from generator.figures.lettering import LINE, shown
from generator.language import counted, gettext, marked
from generator.survey import Survey
from generator.works import Work

NAME = "works-map"
TITLE = marked("Map of the works")
_PITCH = 10.0  # pixels between two marks of a small map
_PITCHES = ((600, _PITCH), (2000, 8.0))  # number of works up to which two marks are so many pixels apart
_LEAST_PITCH = 6.0
_DENSE = 0.5  # part of a region of the narrow map that its marks fill
_PER_REGION = 8000.0  # square pixels that its label and the gap around it take
_LABEL = 12.0  # font size, pixels
_EXPLAINED = marked(
    "Works stand near each other when their titles and abstracts use the same telling words; the works of a theme are "
    "drawn together into a region, and the themes of a section towards each other. The directions on the map have no "
    "meaning of their own. Each mark leads to its work, each label to its theme."
)


def works_map(survey: Survey, address: Address) -> Figure:
    """Every work as a mark, placed by the words of its title and abstract."""
    taxonomy = survey.taxonomy
    numbers = section_numbers(taxonomy)
    order = {theme.id: index for index, theme in enumerate(taxonomy.themes)}
    primary = {key: survey.primary.get(key) for key in survey.works}
    works = sorted(
        survey.works.values(),
        key=lambda work: (order.get(primary[work.key] or "", len(order)), work.year or 0, work.key),
    )
    pitch = next((pitch for most, pitch in _PITCHES if len(works) <= most), _LEAST_PITCH)
    groups = [order.get(primary[work.key] or "", -1) for work in works]
    height = _height(len(works), len(set(groups) - {-1}), pitch)
    points = positions(
        directions(works), groups, [numbers[theme.id] for theme in taxonomy.themes], pitch, (NARROW, height)
    )
    places = [(round(x / NARROW * 100, 1), round(y, 1)) for x, y in points.tolist()]

    section = {key: numbers[theme] for key, theme in primary.items()}
    present = sorted(set(section.values()), key=lambda n: n or len(numbers))
    titles = {0: gettext("No theme")} | {n: shown(section.title) for n, section in enumerate(taxonomy.sections, 1)}
    grounds, marks = [], []
    by_theme: dict[str, list[tuple[float, float]]] = {}
    for work, (x, y) in zip(works, places, strict=True):
        number = section[work.key]
        mark = sign(NAME, number, percent(x), y)
        grounds.append(tag("circle", cx=percent(x), cy=y, r=pitch * 1.5, class_=colour(number)))
        marks.append(link(address("work", work.key), name_of(work), mark, class_=colour(number)))
        by_theme.setdefault(primary[work.key] or "", []).append((x, y))
    entries = [(n, titles[n]) for n in present]
    wide, wide_height = legend(f"{NAME}-key", entries, height + 14, WIDE, "wide")
    narrow, narrow_height = legend(f"{NAME}-key", entries, height + 14, NARROW, "narrow")
    title = gettext(TITLE)
    counts = gettext(
        "%(works)s in %(themes)s.", works=counted(len(works)), themes=counted(len(survey.taxonomy.themes), "theme")
    )
    description = f"{counts} {gettext(_EXPLAINED)}"
    drawing = svg(
        NAME, title, description, signs(NAME, present, pitch / _PITCH), signs(f"{NAME}-key", present),
        tag("g", *grounds, class_="grounds"), tag("g", *marks, class_="marks"),
        _both_labels(survey, by_theme, height, address), wide, narrow,
        wide=height + 18 + wide_height, narrow=height + 18 + narrow_height,
    )  # fmt: skip
    return Figure(title, description, drawing, _table(survey, works, primary, address))


def _height(works: int, regions: int, pitch: float) -> float:
    """Pixels that the map needs for its marks, and for the labels of its regions."""
    area = works * pitch * pitch / (_DENSE if regions else _DENSE / 2) + max(1, regions) * _PER_REGION
    return max(120.0, round(area / NARROW, -1))


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
    placed = place(regions, field, _LABEL, 150 if field[0] > NARROW else 100)
    order = {theme.id: index for index, theme in enumerate(survey.taxonomy.themes)}
    return sorted(placed, key=lambda label: order[label.region.name])


def _label(label: Label, address: Address, room: float) -> str:
    x = percent(label.x / room * 100)
    lines = [text(line, x=x, y=label.y + index * _LABEL * LINE) for index, line in enumerate(label.lines)]
    return link(address("theme", label.region.name), f"{label.region.text}: {counted(len(label.region.marks))}", *lines)


def _table(survey: Survey, works: Sequence[Work], primary: dict[str, str | None], address: Address) -> Table:
    rows = []
    for work in works:
        theme = survey.taxonomy.by_id.get(primary[work.key] or "")
        where = (shown(theme.title), address("theme", theme.id)) if theme else gettext("no theme")
        rows.append(((shown(work.shown_title), address("work", work.key)), str(work.year or gettext("unknown")), where))
    return Table((gettext("Work"), gettext("Year"), gettext("Theme")), tuple(rows))
