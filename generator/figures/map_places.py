"""Where each work stands on a map of the survey, both on the map itself and on the small one of the front page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.figures.content import directions
from generator.figures.drawing import NARROW, section_numbers
from generator.figures.layout import positions
from generator.survey import Survey
from generator.works import Work

PITCH = 10.0  # pixels between two marks of a small map
_PITCHES = ((600, PITCH), (2000, 8.0))  # number of works up to which marks are this far apart
_LEAST_PITCH = 6.0
_DENSE = 0.5  # share of a region of the narrow map that its marks cover
_PER_REGION = 8000.0  # square pixels for its label and the gap around it


@dataclass(frozen=True, slots=True)
class Placed:
    """The works on the narrowest map.

    Attributes:
        works: by theme, then by year and key.
        themes: the theme of each, by key.
        places: one each: part of the width in percent, and pixels from above.
        height: of the map, in pixels.
        pitch: pixels between two marks.
    """

    works: tuple[Work, ...]
    themes: Mapping[str, str | None]
    places: tuple[tuple[float, float], ...]
    height: float
    pitch: float


class _Words(NamedTuple):
    """The text of a work that decides its position."""

    title: str
    abstract: str


def placed(survey: Survey) -> Placed:
    """Every work, positioned by its words and its theme."""
    order = {theme.id: index for index, theme in enumerate(survey.taxonomy.themes)}
    themes = {key: survey.primary.get(key) for key in survey.works}
    works = sorted(
        survey.works.values(),
        key=lambda work: (order.get(themes[work.key] or "", len(order)), work.year or 0, work.key),
    )
    pitch = next((pitch for most, pitch in _PITCHES if len(works) <= most), _LEAST_PITCH)
    groups = tuple(order.get(themes[work.key] or "", -1) for work in works)
    height = _height(len(works), len(set(groups) - {-1}), pitch)
    numbers = section_numbers(survey.taxonomy)
    places = _places(
        tuple(_Words(work.title, work.abstract) for work in works),
        groups,
        tuple(numbers[theme.id] for theme in survey.taxonomy.themes),
        pitch,
        height,
    )
    return Placed(tuple(works), themes, places, height, pitch)


@lru_cache(maxsize=2)
def _places(
    said: tuple[_Words, ...], groups: tuple[int, ...], sections: tuple[int, ...], pitch: float, height: float
) -> tuple[tuple[float, float], ...]:
    """As `Placed` has them; kept, because two maps show them."""
    points = positions(directions(said), groups, sections, pitch, (NARROW, height))
    return tuple((round(x / NARROW * 100, 1), round(y, 1)) for x, y in points.tolist())


def _height(works: int, regions: int, pitch: float) -> float:
    """Height in pixels for the marks, and for the labels of their regions."""
    area = works * pitch * pitch / (_DENSE if regions else _DENSE / 2) + max(1, regions) * _PER_REGION
    return max(120.0, round(area / NARROW, -1))
