r"""A formula as Unicode text: `\sum_{i=1}^n x_i` reads `∑ᵢ₌₁ⁿ xᵢ`. No letter or number is lost."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.text.formula_parts import Command, Group, Part, Script, Text
from generator.text.formula_tree import tree
from generator.text.latex_symbols import symbols
from generator.text.math_commands import (
    ACCENTS,
    ALPHABETS,
    ARROWS,
    BINOMIALS,
    DELIMITED,
    DROPS_FIRST,
    ENCLOSED,
    ENVIRONMENTS,
    FRACTIONS,
    FUNCTIONS,
    SCRIPTS,
    SETS_ARGUMENT,
    SILENT,
    SPACES,
    STACKS,
)

SUBSCRIPT = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
SUPERSCRIPT = str.maketrans("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_DOUBLE_STRUCK = str.maketrans("0123456789", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡")  # which pylatexenc has not
_AROUND_SIGNS = re.compile(r"(?<!\w)\s+|\s+(?!\w)")


@lru_cache(maxsize=10_000)
def as_unicode(formula: str) -> str:
    """The formula, without its dollar signs, as one line of text."""
    shown = " ".join(written(tree(formula)).split())
    return shown or formula


def written(part: Part) -> str:
    """A part of a formula as text, its spaces as they were."""
    if isinstance(part, Text):
        return " " if part.text in ("~", "&") else part.text
    if isinstance(part, Group):
        return "".join(map(written, part.parts))
    if isinstance(part, Script):
        return _script(written(part.inner), lowered=part.is_lowered)
    return _command(part)


def _command(command: Command) -> str:
    name = command.name
    if not name.isalpha():
        return _sign(name)
    inner = [written(argument) for argument in command.arguments]
    if name in FRACTIONS:
        return f"{_grouped(inner[0])}/{_grouped(inner[1])}"
    if name in BINOMIALS:
        return f"({inner[0].strip()} {inner[1].strip()})"
    if name == "sqrt":
        return f"{written(command.option).translate(SUPERSCRIPT)}√({inner[0]})"
    if name in ACCENTS:
        return _accented(inner[0], chr(ACCENTS[name]))
    if name in ALPHABETS:
        return in_alphabet(name, inner[0])
    if name in STACKS or name in ARROWS or name in SCRIPTS:
        base = inner[1] if name in STACKS else ARROWS.get(name, "")
        below = _script(written(command.option), lowered=True) if command.option.parts else ""
        above = _script(inner[0], lowered=name in ("underset", "textsubscript")) if inner[0].strip() else ""
        return base + below + above
    return inner[0].strip().join(ENCLOSED[name]) if name in ENCLOSED else _plain(command, inner)


def _plain(command: Command, inner: list[str]) -> str:
    """A command that prints a character, a word, its argument or nothing."""
    name = command.name
    if name in SETS_ARGUMENT:
        return inner[0]
    if name in DELIMITED:
        return inner[0].removeprefix(".")
    if name in SILENT or name in DROPS_FIRST:
        return ""
    if name in SPACES or name in ENVIRONMENTS:
        return " "
    if name == "not":
        return negated(inner[0])
    if name in FUNCTIONS:
        return FUNCTIONS[name]
    return symbol(command)


def symbol(command: Command) -> str:
    """What a command without an argument prints; an unknown one keeps its name, unless words in braces follow it."""
    known = symbols().get(command.name)
    if known is not None:
        return known
    return "" if command.is_before_group else f"\\{command.name}"


def negated(text: str) -> str:
    """A sign struck through."""
    return unicodedata.normalize("NFC", f"{text}\u0338")


def _sign(sign: str) -> str:
    r"""What a backslash and a sign print: `\,` a space, `\!` nothing, `\|` a double line, any other the sign."""
    if sign == "!":
        return ""
    if sign in ",:;> \\\n":
        return " "
    return "‖" if sign == "|" else sign


def _script(text: str, *, lowered: bool) -> str:
    """A script in small characters where Unicode has them all, else behind its sign."""
    table = SUBSCRIPT if lowered else SUPERSCRIPT
    text = text.strip()
    bare = text.replace(" ", "").replace("−", "-")
    if bare and all(ord(character) in table for character in bare):
        return bare.translate(table)
    if bare in ("*", "∗", "†", "∘") or (bare and not bare.strip("′")):
        return {"∗": "*", "∘": "°"}.get(bare, bare)
    sign = "_" if lowered else "^"
    close = _AROUND_SIGNS.sub("", text)
    return f"{sign}{close}" if close.isalnum() or len(close) <= 1 else f"{sign}({close})"


def _grouped(text: str) -> str:
    """A part of a fraction, in brackets where it is more than one number, name or function."""
    text = text.strip()
    return text if re.fullmatch(r"[\w.′'∂∇√ₐ-ₜ⁰-₎]*(?:\([^()]*\))?", text) else f"({text})"


def _accented(text: str, accent: str) -> str:
    return (
        unicodedata.normalize("NFC", "".join(f"{character}{accent}" for character in text)) if text.isalnum() else text
    )


@lru_cache(maxsize=1000)
def in_alphabet(name: str, text: str) -> str:
    """Letters of a mathematical alphabet: `\\mathbb{R}` is ℝ."""
    from pylatexenc.latex2text import LatexNodes2Text

    if not (text.isascii() and text.isalnum()):
        return text
    alphabet = ALPHABETS.get(name, name)
    shown = str(LatexNodes2Text(math_mode="text").latex_to_text(f"\\{alphabet}{{{text}}}"))
    return shown.translate(_DOUBLE_STRUCK) if alphabet == "mathbb" else shown
