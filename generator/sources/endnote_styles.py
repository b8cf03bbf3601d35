"""EndNote's styles within a text, which say what its letters mean: Greek ones in the font Symbol, exponents raised."""

from __future__ import annotations

from typing import Any

from generator.text.plain_math import SUBSCRIPT, SUPERSCRIPT

# The letters of the font Symbol by those of the keyboard, as Adobe laid it out, and its signs by their codes.
_SYMBOL = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "\xa3\xa5\xae\xb0\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xbb\xc5\xd1\xd6\xd7\xe5",
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ≤∞→°±″≥×∝∂•÷≠≈⊕∇√⋅∑",
)
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}  # where Windows puts the characters of such a font


def with_styles_read(record: Any) -> None:
    """Replace the letters of each style of a record, freshly parsed, by what they mean."""
    for style in record.iter("style"):
        if not style.text:
            continue
        if style.get("font", "").casefold() == "symbol":
            style.text = style.text.translate(_PRIVATE).translate(_SYMBOL)
        for face, table in (("superscript", SUPERSCRIPT), ("subscript", SUBSCRIPT)):
            if face in style.get("face", ""):
                style.text = _moved(style.text, table)


def _moved(text: str, table: dict[int, int]) -> str:
    """An exponent or index as small digits, because 106 is another number than 10⁶; other texts as they are."""
    plain = text.replace("−", "-").replace("–", "-")
    small = any(map(str.isdigit, plain)) and all(ord(character) in table for character in plain)
    return plain.translate(table) if small else text
