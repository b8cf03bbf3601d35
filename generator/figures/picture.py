"""A drawing as PNG."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files

_FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
SHARP = 2.0  # pixels of the picture for each of the drawing; the SVG itself has no limit


@lru_cache(maxsize=64)  # while the website is served, most edits change no drawing
def picture(drawing: str, zoom: float = SHARP) -> bytes:
    """A drawing as PNG, with `zoom` pixels for each of the drawing's.

    The fonts are the program's own, so that every computer draws the same; this computer's are added only if a text has
    letters that they lack (Chinese, Arabic).
    """
    import resvg_py

    with as_file(files("generator.figures") / "fonts") as folder:
        fonts = [str(folder / name) for name in _FONTS]
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=drawing, zoom=zoom, font_files=fonts, skip_system_fonts=_is_covered(drawing),
                font_family="DejaVu Sans", sans_serif_family="DejaVu Sans",
            )
        )  # fmt: skip


# What the shipped fonts contain: Latin with its extensions, Greek, Cyrillic, punctuation, signs and arrows.
_COVERED = ((0x20, 0x24F), (0x300, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x25A0, 0x25FF))


def _is_covered(text: str) -> bool:
    letters = set(text) - {"\n", "\t"}
    return all(any(first <= ord(letter) <= last for first, last in _COVERED) for letter in letters)
