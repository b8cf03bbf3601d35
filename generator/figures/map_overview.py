"""The map of the works at a glance, for the front page: one dot a work, light enough for thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from generator.figures.drawing import WIDE, colour, link, percent, section_numbers, svg, tag, text
from generator.figures.figure import Address, Figure, Table
from generator.figures.label_offers import Label, Region
from generator.figures.labels import place
from generator.figures.lettering import LINE, shown
from generator.figures.map_places import placed
from generator.language import counted, gettext, marked
from generator.survey import Survey

NAME = "map-overview"
TITLE = marked("The works at a glance")
_ABOUT = marked("%(works)s, near each other when their titles and abstracts share distinctive words.")
_ACROSS = 1000  # units of the dots' own drawing, which is stretched over the whole figure
_TALL_WIDE, _TALL_NARROW = 600.0, 300.0  # pixels
_NARROWEST = 284.0  # pixels: the drawing on a screen of 320; labels that stand apart there do so on every wider one
_LABEL = 12.0  # font size, pixels


def map_overview(survey: Survey, address: Address) -> Figure:
    """A dot for every work; themes are labelled where there is space, otherwise sections."""
    numbers = section_numbers(survey.taxonomy)
    found = placed(survey)
    by_section: dict[int, list[tuple[float, float]]] = defaultdict(list)
    by_theme: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for work, (x, y) in zip(found.works, found.places, strict=True):
        theme = found.themes[work.key]
        at = (x / 100, y / found.height)
        by_section[numbers[theme]].append(at)
        if theme:
            by_theme[theme].append(at)
    dots = [tag("path", d=_path(by_section[n]), class_=colour(n)) for n in sorted(by_section)]
    whole = tag(
        "svg", tag("g", *dots, class_="halos"), tag("g", *dots, class_="dots"),
        viewBox=f"0 0 {_ACROSS} {_ACROSS}", preserveAspectRatio="none", width="100%", height="100%",
    )  # fmt: skip
    title = gettext("Map of %(works)s", works=counted(len(found.works)))
    ground = tag("rect", width="100%", height="100%", class_="area")
    themes = {theme.id: shown(theme.title) for theme in survey.taxonomy.themes if theme.id in by_theme}
    sections = {
        section.themes[0].id: (shown(section.title), by_section[n])
        for n, section in enumerate(survey.taxonomy.sections, 1)
        if by_section.get(n)
    }
    wide = [
        _label(label, WIDE, address("theme", label.region.name), len(by_theme[label.region.name]))
        for label in _placed([(name, words, by_theme[name]) for name, words in themes.items()], (WIDE, _TALL_WIDE))
    ]
    narrow = [
        _label(
            label,
            _NARROWEST,
            address("section", label.region.name),
            len(label.region.marks),
            colour(numbers[label.region.name]),
        )
        for label in _placed(
            [(name, words, places) for name, (words, places) in sections.items()], (_NARROWEST, _TALL_NARROW)
        )
    ]
    description = gettext(_ABOUT, works=counted(len(found.works)))
    drawing = svg(
        NAME, gettext(TITLE), description, link(address("map", ""), title, ground, whole),
        tag("g", *wide, class_="labels wide"), tag("g", *narrow, class_="labels narrow"),
        wide=_TALL_WIDE, narrow=_TALL_NARROW,
    )  # fmt: skip
    rows = tuple(((words, address("theme", name)), str(len(by_theme[name]))) for name, words in themes.items())
    return Figure(gettext(TITLE), description, drawing, Table((gettext("Theme"), gettext("Works")), rows))


def _path(places: Sequence[tuple[float, float]]) -> str:
    """A zero-length line at each position: a dot, where the style sheet rounds the ends of lines."""
    return "".join(f"M{x * _ACROSS:.0f} {y * _ACROSS:.0f}h0" for x, y in places)


def _placed(named: Sequence[tuple[str, str, Sequence[tuple[float, float]]]], field: tuple[float, float]) -> list[Label]:
    """Those labels, from (name, words, positions) in the given order, for which there is space beside the dots."""
    regions = [
        Region(name, words, tuple((x * field[0], y * field[1]) for x, y in places)) for name, words, places in named
    ]
    order = {region.name: number for number, region in enumerate(regions)}
    found = place(regions, field, _LABEL, 150 if field[0] > _NARROWEST else 100, keeps_off=True)
    return sorted(found, key=lambda label: order[label.region.name])


def _label(label: Label, room: float, address: str, count: int, class_: str = "") -> Markup:
    x = percent(label.x / room * 100)
    lines = [text(line, x=x, y=label.y + index * _LABEL * LINE) for index, line in enumerate(label.lines)]
    return link(address, f"{label.region.text}: {counted(count)}", *lines, class_=class_)
