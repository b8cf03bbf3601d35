r"""A formula as Unicode text: `\sum_{i=1}^n x_i` reads `∑ᵢ₌₁ⁿ xᵢ`. No letter or number is lost."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.text.latex_symbols import symbols
from generator.text.math_commands import (
    ACCENTS,
    ALPHABETS,
    BINOMIALS,
    DROPS_FIRST,
    ENVIRONMENTS,
    FRACTIONS,
    FUNCTIONS,
    SETS_ARGUMENT,
    SILENT,
    SPACES,
    STACKS,
)

SUBSCRIPT = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
SUPERSCRIPT = str.maketrans("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+)\*?|\\(?P<sign>.)|(?P<other>[{}_^~&]|\s+|[^\\{}_^~&\s]+)", re.DOTALL)
_DEEPEST = 40  # groups and arguments within each other; in deeper ones only the signs of grouping go
_AROUND_SIGNS = re.compile(r"(?<!\w)\s+|\s+(?!\w)")


@lru_cache(maxsize=10_000)
def as_unicode(formula: str) -> str:
    """The formula, without its dollar signs, as one line of text."""
    shown = " ".join(_Formula(formula).read().split())
    return shown or formula


class _Formula:
    """A formula read from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens = [match for match in _TOKEN.finditer(text) if match[0]]
        self._at = 0
        self._depth = 0

    def read(self, *, group: bool = False) -> str:
        """The rest of the formula, or of the group that is open."""
        written: list[str] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token[0] == "}":
                self._at += 1
                if group:
                    break
                continue
            written.append(self._one())
        return "".join(written)

    def _one(self) -> str:
        """What the next token prints, with its arguments."""
        token = self._tokens[self._at]
        self._at += 1
        if token["name"]:
            return self._command(token["name"])
        if token["sign"]:
            return _sign(token["sign"])
        if token[0] == "{":
            return self._group()
        if token[0] in ("_", "^"):
            return _script(self._argument(), lowered=token[0] == "_")
        return " " if token[0] in ("~", "&") else token[0]

    def _group(self) -> str:
        self._depth += 1
        inner = self.read(group=True) if self._depth <= _DEEPEST else ""
        self._depth -= 1
        return inner

    def _argument(self) -> str:
        """The next group, command or single character; "" at the end."""
        while self._at < len(self._tokens) and self._tokens[self._at][0].isspace():
            self._at += 1
        if self._at >= len(self._tokens) or self._tokens[self._at][0] == "}":
            return ""
        token = self._tokens[self._at]
        if token["other"] and len(token[0]) > 1:  # only the first character of `ab` is an argument
            first, rest = token[0][0], token[0][1:]
            left = _TOKEN.match(rest)
            if left:
                self._tokens[self._at] = left
            return first
        if self._depth > _DEEPEST:
            return ""
        self._depth += 1
        written = self._one()
        self._depth -= 1
        return written

    def _option(self) -> str:
        """What stands in brackets behind a command: the 3 of `\\sqrt[3]{x}`."""
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        found = re.match(r"\[([^\[\]]*)\]", token[0]) if token and token["other"] else None
        if token is None or found is None:
            return ""
        left = _TOKEN.match(token[0][found.end() :])
        if left:
            self._tokens[self._at] = left
        else:
            self._at += 1
        return found[1]

    def _command(self, name: str) -> str:
        if name in FRACTIONS:
            return f"{_grouped(self._argument())}/{_grouped(self._argument())}"
        if name in BINOMIALS:
            return f"({self._argument()} {self._argument()})"
        if name == "sqrt":
            root = self._option().translate(SUPERSCRIPT)
            return f"{root}√({self._argument()})"
        if name in ACCENTS:
            return _accented(self._argument(), chr(ACCENTS[name]))
        if name in ALPHABETS:
            return _in_alphabet(name, self._argument())
        if name in STACKS:
            above, base = self._argument(), self._argument()
            return base + _script(above, lowered=name == "underset")
        return self._plain(name)

    def _plain(self, name: str) -> str:
        """A command that prints a character, a word, its argument or nothing."""
        if name in SILENT:
            if self._at < len(self._tokens) and self._tokens[self._at][0].startswith(".") and name in ("left", "right"):
                return self._argument()[1:]
            return ""
        if name in SETS_ARGUMENT:
            return self._argument()
        if name in ENVIRONMENTS or name in DROPS_FIRST:
            self._argument()
            return " " if name in ENVIRONMENTS else ""
        if name == "not":
            return unicodedata.normalize("NFC", f"{self._argument()}\u0338")
        return self._symbol(name)

    def _symbol(self, name: str) -> str:
        """A command without an argument; an unknown one keeps its name, unless words in braces follow it."""
        if name in SPACES:
            return " "
        if name in FUNCTIONS:
            return name
        known = symbols().get(name)
        if known is not None:
            return known
        has_words = self._at < len(self._tokens) and self._tokens[self._at][0] == "{"
        return "" if has_words else f"\\{name}"


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
    if bare in ("′", "*", "∗", "†", "∘"):
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
def _in_alphabet(name: str, text: str) -> str:
    """Letters of a mathematical alphabet: `\\mathbb{R}` is ℝ."""
    from pylatexenc.latex2text import LatexNodes2Text

    if not (text.isascii() and text.isalnum()):
        return text
    return str(LatexNodes2Text(math_mode="text").latex_to_text(f"\\{name}{{{text}}}"))
