"""Formatted references as HTML."""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.bibliography.reference import Part, reference
from generator.pages.environment import ready
from generator.text import escape
from generator.works import Work


def linked(text: str) -> Markup:
    """A reference in plain text as HTML, its addresses as links."""
    pieces = re.split(r"(https?://[^\s<>\"]+[^\s<>\".,;)])", text)
    return ready(
        "".join(
            f'<a href="{escape.html(safe)}">{escape.html(piece)}</a>'
            if (safe := escape.safe_url(piece))
            else escaped(piece)
            for piece in pieces
        )
    )


def escaped(piece: str) -> str:
    """A piece of a text as HTML, with the spaces at its ends."""
    return (" " if piece[:1] == " " else "") + escape.html(piece) + (" " if piece[-1:] == " " and piece.strip() else "")


def formatted(work: Work, letter: str = "") -> Markup:
    """A formatted reference, as HTML."""
    return ready("".join(_part(part) for part in reference(work, letter).parts))


def _part(part: Part) -> str:
    text = escaped(part.text)
    if part.href:
        return f'<a href="{escape.html(part.href)}">{text}</a>'
    return f"<em>{text}</em>" if part.role == "venue" else text
