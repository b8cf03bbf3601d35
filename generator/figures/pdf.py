"""A drawing as PDF for LaTeX, by Typst."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file, files

_SHEET = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg")
"""
_VERSION = "1.5"  # PDF version: the newest that pdfTeX includes without a warning


def pdf(drawing: str) -> bytes:
    """An SVG drawing as one page of its size, with text and lines kept as such; the same drawing gives the same
    bytes.
    """
    import typst

    compiled: Callable[..., bytes] = typst.compile
    with as_file(files("generator.figures") / "fonts") as fonts:
        return bytes(
            compiled(
                _SHEET,
                font_paths=[str(fonts)],
                sys_inputs={"drawing": drawing},
                pdf_standards=_VERSION,
                timestamp=0,
            )
        )
