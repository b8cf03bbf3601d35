"""A drawing as PDF for LaTeX: by Typst, whose Python package is asked for only here."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file, files
from importlib.util import find_spec

_SHEET = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg")
"""
_VERSION = "1.5"  # of PDF: the newest that pdfTeX takes in without a warning


def can_write_pdf() -> bool:
    """Whether the package `typst` is installed."""
    return find_spec("typst") is not None


def pdf(drawing: str) -> bytes:
    """An SVG drawing as one page of its size, its letters and lines kept as such. Needs `can_write_pdf`."""
    import typst

    compiled: Callable[..., bytes] = typst.compile
    with as_file(files("generator.figures") / "fonts") as fonts:
        return bytes(
            compiled(
                _SHEET,
                font_paths=[str(fonts)],
                sys_inputs={"drawing": drawing},
                pdf_standards=_VERSION,
                timestamp=0,  # the same drawing gives the same bytes
            )
        )
