"""The axis of years below a figure, in its wide and its narrow variant."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.figures.drawing import NARROW, WIDE, joined, percent, tag, text
from generator.figures.years import Column, ticks

_LETTERS = 12  # font size, pixels
_BELOW = 17  # pixels from the axis to the foot of its letters


def axis_of_years(years: Sequence[Column], base: float) -> Markup:
    """The labels of columns of equal width, below the height `base` (pixels)."""
    variants = []
    for variant, room in (("wide", WIDE), ("narrow", NARROW)):
        labels = [
            text(label, x=percent((column + 0.5) * 100 / len(years)), y=base + _BELOW)
            for column, label in ticks(list(years), room, _LETTERS).items()
        ]
        variants.append(tag("g", *labels, class_=f"axis {variant}"))
    return joined(variants)
