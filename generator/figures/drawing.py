"""Drawing: SVG elements as text, the marks that are links, and the frame that every figure shares.

Horizontal places are percentages of the figure's width and vertical ones pixels, so a drawing fills the available width
while its letters and marks keep their size. Where that is not enough, a figure draws a `wide` and a `narrow` variant of
a group, and the style sheet shows one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.config.taxonomy import Taxonomy
from generator.figures.lettering import shown, width
from generator.language import gettext, listed
from generator.text import escape
from generator.works import Work

NARROW, WIDE = 340, 640  # pixels: the frame on a telephone of 390, and where the wide variant starts (see figures.css)

# One sign per section, besides its colour: filled outlines around (0, 0), at most 6 pixels from it.
_SIGNS = (
    "M4.8 0A4.8 4.8 0 1 1-4.8 0A4.8 4.8 0 1 1 4.8 0Z",
    "M-4.2-4.2H4.2V4.2H-4.2Z",
    "M0-5.4L5.2 3.8H-5.2Z",
    "M0-5.8L5.4 0L0 5.8L-5.4 0Z",
    "M-1.9-5.2H1.9V-1.9H5.2V1.9H1.9V5.2H-1.9V1.9H-5.2V-1.9H-1.9Z",
    "M0 5.4L5.2-3.8H-5.2Z",
    "M-5-4.6H5L1.4 0L5 4.6H-5L-1.4 0Z",
)
_NO_SIGN = "M4.8 0A4.8 4.8 0 1 1-4.8 0A4.8 4.8 0 1 1 4.8 0ZM2.4 0A2.4 2.4 0 1 0-2.4 0A2.4 2.4 0 1 0 2.4 0Z"
COLOURS = 8  # number of section colours in the style sheet
_NAMED = 2  # authors up to which all are named
_INDENT = 6  # pixels before the first entry of a line


def number(value: float) -> str:
    """A coordinate, rounded to a tenth."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def percent(value: float) -> str:
    """A horizontal position or length, rounded to a tenth of a percent of the width."""
    return f"{number(value)}%"


def tag(name: str, *children: str, **attributes: object) -> Markup:
    """An element. Attribute values and children that are not markup yet are data.

    Underscores in `class_`, `aria_label` and the like are dropped or become hyphens; an attribute of None is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_written(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")  # noqa: S704


def _written(value: object) -> str:
    """An attribute's value: numbers in short form, the rest as data."""
    return escape.html(number(value) if isinstance(value, float) else str(value))


def joined(parts: Iterable[str]) -> Markup:
    """Pieces of a drawing, one after another; what is not markup yet is data."""
    return Markup("").join(part if isinstance(part, Markup) else Markup(escape.html(part)) for part in parts)  # noqa: S704


def text(words: str, **attributes: object) -> Markup:
    """A `<text>` element of one line."""
    return tag("text", words, **attributes)


def link(
    address: str, label: str, *shapes: str, class_: str = "", style: str | None = None, **further: object
) -> Markup:
    """A mark that is a link and says what it is on hover, on focus and to a screen reader."""
    return tag(
        "a",
        tag("title", label),
        *shapes,
        href=address,
        class_=f"mark {class_}".strip(),
        aria_label=label,
        data_tip=label,
        style=style,
        **further,
    )


def name_of(work: Work) -> str:
    """`Title — authors, year` of a work."""
    names = [shown(name.last) for name in work.authors]
    several = len(names) > _NAMED or (names and work.authors_truncated)
    authors = listed(names) if names else gettext("no author given")
    if several:
        authors = f"{names[0]} et al."
    return f"{shown(work.shown_title)} — {authors}, {work.year or gettext('year unknown')}"


def section_numbers(taxonomy: Taxonomy) -> dict[str | None, int]:
    """The number of the section of each theme, from 1; None (no theme) is 0."""
    numbers: dict[str | None, int] = {None: 0}
    for index, section in enumerate(taxonomy.sections, 1):
        numbers.update({theme.id: index for theme in section.themes})
    return numbers


def colour(section: int) -> str:
    """The class for a section's colour."""
    return f"s{(section - 1) % COLOURS + 1}" if section else "s0"


def signs(prefix: str, sections: Sequence[int], scale: float = 1.0, reach: float = 0.0) -> Markup:
    """Definitions of the signs of `sections`, for `sign`; an area of `reach` pixels around each may react to the
    pointer.
    """
    turned = f"scale({scale:g})" if scale != 1 else None
    made = []
    for n in sections:
        name = f"{prefix}-{n}"
        path = tag(
            "path", d=_SIGNS[(n - 1) % len(_SIGNS)] if n else _NO_SIGN, transform=turned, id=None if reach else name
        )
        around = tag("circle", r=reach, class_="reach") if reach else ""
        made.append(tag("g", around, path, id=name) if reach else path)
    return tag("defs", *made)


def sign(prefix: str, section: int, x: float | str, y: float, class_: str | None = None) -> Markup:
    """The sign of a section at a place."""
    return tag("use", href=f"#{prefix}-{section}", x=x, y=float(y), class_=class_)


def legend(
    prefix: str, sections: Sequence[tuple[int, str]], top: float, room: float, variant: str
) -> tuple[Markup, float]:
    """Signs and titles of sections in rows of `room` pixels, and the height that they take."""
    parts: list[Markup] = []
    x, y = 6.0, top + 10.0
    for section, title in sections:
        entry = width(title, 12) + 30
        if x > _INDENT and x + entry > room:
            x, y = 6.0, y + 20
        parts.append(sign(prefix, section, x, y, colour(section)) + text(title, x=x + 11, y=y + 4))
        x += entry
    return tag("g", *parts, class_=f"legend {variant}"), y + 14 - top


def svg(
    name: str,
    title: str,
    description: str,
    *children: str,
    wide: float,
    narrow: float | None = None,
    least: float = 0,
    columns: int = 1,
) -> Markup:
    """The whole drawing.

    `wide` and `narrow` are the heights of the two variants and `least` the smallest width, all in pixels; `columns`
    is the number of columns of a matrix.
    """
    heights = f"--wide:{number(wide)}px;--narrow:{number(wide if narrow is None else narrow)}px"
    style = f"{heights};--least:{number(least)}px;--n:{max(1, columns)}"
    head = tag("title", title, id=f"{name}-title") + tag("desc", description, id=f"{name}-desc")
    return tag(
        "svg", head, *children,
        xmlns="http://www.w3.org/2000/svg", class_=f"figure {name.partition('--')[0]}", id=name,
        role="graphics-document", aria_labelledby=f"{name}-title", aria_describedby=f"{name}-desc", width="100%",
        height=float(wide), style=style,
    )  # fmt: skip
