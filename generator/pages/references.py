"""Formatted references as HTML."""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.bibliography.reference import Part, reference
from generator.pages.environment import element, ready
from generator.text import escape
from generator.works import Work

_ADDRESS = re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;)])")


def linked(text: str) -> Markup:
    """A reference in plain text as HTML, its addresses as links."""
    pieces = _ADDRESS.split(text)
    return Markup("").join(
        element("a", piece, href=escape.safe_url(piece)) if escape.safe_url(piece) else spaced(piece)
        for piece in pieces
    )


def formatted(work: Work, letter: str = "") -> Markup:
    """A formatted reference, as HTML."""
    return Markup("").join(_part(part) for part in reference(work, letter).parts)


def spaced(piece: str) -> Markup:
    """A piece of text as HTML, with the spaces at its ends."""
    return ready(escape.html_spaced(piece))


def _part(part: Part) -> Markup:
    text, address = spaced(part.text), escape.safe_url(part.href)
    if address:
        return element("a", text, href=address)
    return element("em", text) if part.role == "venue" else text
