"""LaTeX mathematics inside a text: where it stands, and how it reads without a renderer."""

from __future__ import annotations

import re
from functools import lru_cache

# Pandoc's rule for `$…$` (User's Guide, "tex_math_dollars"), so that prices stay prices: no space just inside, no
# digit right after, unless what stands inside is plainly mathematics (`$\sim$0.6`). A backslash makes a plain dollar.
_MATH = re.compile(r"(?<![\\$])\$(?![\s$])((?:\\.|[^$\\]){1,300}?)(?<!\s)\$(?!\$)", re.DOTALL)
_PLAINLY = re.compile(r"[\\^_]")
SUBSCRIPT = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
SUPERSCRIPT = str.maketrans("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")


def segments(text: str) -> list[tuple[bool, str]]:
    """`text` cut into (is mathematics, piece); mathematics without its dollar signs. Empty pieces are left out."""
    pieces: list[tuple[bool, str]] = []
    end = 0
    for match in _MATH.finditer(text):
        if text[match.end() : match.end() + 1].isdigit() and not _PLAINLY.search(match[1]):
            continue
        if match.start() > end:
            pieces.append((False, text[end : match.start()]))
        pieces.append((True, match[1]))
        end = match.end()
    if end < len(text):
        pieces.append((False, text[end:]))
    return pieces


def plain(text: str) -> str:
    """`text` with its mathematics as Unicode: `H$_2$O` gives `H₂O`. For headings, titles and lists."""
    if "$" not in text:
        return text
    return "".join(_unicode(piece) if is_math else piece for is_math, piece in segments(text))


@lru_cache(maxsize=10_000)
def _unicode(math: str) -> str:
    from pylatexenc.latex2text import LatexNodes2Text

    def script(match: re.Match[str]) -> str:
        body = match[2] if match[2] is not None else match[3]
        table = SUBSCRIPT if match[1] == "_" else SUPERSCRIPT
        return body.translate(table) if all(ord(character) in table for character in body) else f"{match[1]}{body}"

    shown = re.sub(r"([_^])(?:\{([^{}]*)\}|(\w))", script, math)
    try:
        return str(LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text(shown)).strip() or math
    except (
        IndexError,
        TypeError,
        ValueError,
        AttributeError,
    ):  # pylatexenc's own rules fail where a macro misses its arguments
        return math
