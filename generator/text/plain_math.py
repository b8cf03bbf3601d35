r"""A formula as Unicode text: `\sum_{i=1}^n x_i` reads `∑ᵢ₌₁ⁿ xᵢ`. No letter or number is lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from generator.text.formula_parts import Command, Group, Part, Script, Text
from generator.text.formula_tree import tree
from generator.text.latex_symbols import symbols
from generator.text.math_commands import ACCENTS, ALPHABETS, ARROWS, ENCLOSED, FUNCTIONS, STACKS, Kind, kind_of

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
    return _OF_KIND[kind_of(name)](command, inner)


def _under_and_over(command: Command, inner: list[str]) -> str:
    r"""What stands above or below something: `\overset{!}{=}`, an arrow, or a script of nothing."""
    name = command.name
    base = inner[1] if name in STACKS else ARROWS.get(name, "")
    below = _script(written(command.option), lowered=True) if command.option.parts else ""
    above = _script(inner[0], lowered=name in ("underset", "textsubscript")) if inner[0].strip() else ""
    return base + below + above


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


def _argument(command: Command, inner: list[str]) -> str:
    return inner[0]


# What a command of each kind prints, given what its arguments print.
_OF_KIND: Mapping[Kind, Callable[[Command, list[str]], str]] = {
    "fraction": lambda _, inner: f"{_grouped(inner[0])}/{_grouped(inner[1])}",
    "binomial": lambda _, inner: f"({inner[0].strip()} {inner[1].strip()})",
    "root": lambda command, inner: f"{written(command.option).translate(SUPERSCRIPT)}√({inner[0]})",
    "accent": lambda command, inner: _accented(inner[0], chr(ACCENTS[command.name])),
    "alphabet": lambda command, inner: in_alphabet(command.name, inner[0]),
    "stack": _under_and_over,
    "arrow": _under_and_over,
    "script": _under_and_over,
    "enclosed": lambda command, inner: inner[0].strip().join(ENCLOSED[command.name]),
    "brace": _argument,
    "words": _argument,
    "operator": _argument,
    "phantom": _argument,
    "argument": _argument,
    "delimiter": lambda _, inner: inner[0].removeprefix("."),
    "silent": lambda command, inner: "",
    "space": lambda command, inner: " ",
    "environment": lambda command, inner: " ",
    "negation": lambda _, inner: negated(inner[0]),
    "function": lambda command, _: FUNCTIONS[command.name],
    "symbol": lambda command, _: symbol(command),
}
