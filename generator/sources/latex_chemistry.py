r"""Formulas of mhchem, which chemists write into titles: `\ce{SO4^2-}`."""

from __future__ import annotations

import re

from generator.text.plain_math import SUBSCRIPT, SUPERSCRIPT

_RAISED = re.compile(r"\^(?:\{(?P<group>[^{}]*)\}|(?P<charge>\d*[+-](?![\w>]))|(?P<one>\d+|\w))")
_SIGNS = re.compile(r"(?<=[A-Za-z0-9)\]])(?P<sign>[+-])(?=\s|$|[)\]},;])")  # the charge of `Na+`
_LOWERED = re.compile(r"_\{(?P<group>\d+)\}|(?:(?<=[A-Za-z)\]])|_)(?P<number>\d+)(?![\d.])")
_ARROWS = {"<=>": "⇌", "<->": "↔", "->": "→", "<-": "←"}
_ARROW = re.compile("|".join(map(re.escape, _ARROWS)))
_RAISED_SIGNS = str.maketrans("+-−", "⁺⁻⁻")


def chemistry(text: str) -> str:
    """A formula of mhchem as text: `SO₄²⁻`, `¹⁸O`, `2H₂ + O₂ → 2H₂O`; parts of an atom (`Ni_{0.8}`) stay numbers."""
    plain = _RAISED.sub(lambda found: _raised(found["group"] or found["charge"] or found["one"] or ""), text)
    plain = _LOWERED.sub(lambda found: (found["group"] or found["number"]).translate(SUBSCRIPT), plain)
    plain = _ARROW.sub(lambda arrow: _ARROWS[arrow[0]], plain)
    plain = _SIGNS.sub(lambda found: found["sign"].translate(_RAISED_SIGNS), plain)
    return re.sub(r"[{}_$]", "", plain)


def _raised(text: str) -> str:
    small = text.translate(SUPERSCRIPT | _RAISED_SIGNS)
    return small if all(not character.isascii() for character in small) else text
