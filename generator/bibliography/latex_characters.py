"""How LaTeX writes each character: special ones escaped; others as an accent, a symbol or Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from generator.bibliography.transliteration import in_latin

Charset = Literal["utf-8", "ascii"]

SPECIAL = {
    "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$",
    "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "\\": r"{\textbackslash}", "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "<": r"{\textless}", ">": r"{\textgreater}", "|": r"{\textbar}",
}  # fmt: skip
_AS_SPECIAL = str.maketrans(SPECIAL)
_IS_SPECIAL = re.compile(f"[{re.escape(''.join(SPECIAL))}]")
_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u ", "\u0307": ".",
    "\u0308": '"', "\u030a": "r ", "\u030b": "H ", "\u030c": "v ", "\u0323": "d ", "\u0327": "c ", "\u0328": "k ",
    "\u0331": "b ",
}  # fmt: skip
_LETTERS = {
    "ø": r"{\o}", "Ø": r"{\O}", "æ": r"{\ae}", "Æ": r"{\AE}", "œ": r"{\oe}", "Œ": r"{\OE}", "å": r"{\aa}",
    "Å": r"{\AA}", "ß": r"{\ss}", "ẞ": "SS", "ł": r"{\l}", "Ł": r"{\L}", "đ": r"{\dj}", "Đ": r"{\DJ}", "ð": r"{\dh}",
    "Ð": r"{\DH}", "þ": r"{\th}",
    "Þ": r"{\TH}",
    "ı": r"{\i}", "ȷ": r"{\j}", "ŋ": r"{\ng}", "Ŋ": r"{\NG}",
    "–": "--", "—": "---", "‐": "-", "‑": "-", "−": "$-$", "‘": "`", "’": "'", "ʼ": "'", "“": "``", "”": "''",
    "„": ",,", "…": r"{\ldots}", "«": r"{\guillemotleft}", "»": r"{\guillemotright}", "¿": "?`", "¡": "!`",
    "§": r"{\S}", "¶": r"{\P}", "£": r"{\pounds}", "©": r"{\copyright}", "®": r"{\textregistered}",
    "™": r"{\texttrademark}", "°": r"{\textdegree}",
    "€": r"{\texteuro}", "•": r"{\textbullet}",
    "†": r"{\dag}", "‡": r"{\ddag}", "\u00a0": " ", "\u00ad": "",
}  # fmt: skip
_SYMBOLS = {
    "×": "times", "÷": "div", "±": "pm", "·": "cdot", "≤": "leq", "≥": "geq", "≠": "neq", "≈": "approx", "≡": "equiv",
    "∼": "sim", "∞": "infty", "→": "rightarrow", "←": "leftarrow", "↔": "leftrightarrow", "⇒": "Rightarrow",
    "⇔": "Leftrightarrow", "↑": "uparrow", "↓": "downarrow", "∈": "in", "∉": "notin", "⊂": "subset", "⊆": "subseteq",
    "∪": "cup", "∩": "cap", "∅": "emptyset", "∀": "forall", "∃": "exists", "∑": "sum", "∏": "prod", "∫": "int",
    "∂": "partial", "∇": "nabla", "√": "surd", "⊕": "oplus", "⊗": "otimes", "∘": "circ", "⋆": "star", "★": "star",
    "⟨": "langle", "⟩": "rangle", "ℓ": "ell", "¬": "neg", "∧": "wedge", "∨": "vee", "≪": "ll", "≫": "gg", "∝": "propto",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi", "π": "pi",
    "ρ": "rho", "σ": "sigma", "ς": "varsigma", "τ": "tau", "υ": "upsilon", "φ": "varphi", "ϕ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega",
    "Γ": "Gamma",
    "Δ": "Delta",
    "Θ": "Theta", "Λ": "Lambda",
    "Ξ": "Xi", "Π": "Pi",
    "Σ": "Sigma",
    "Υ": "Upsilon", "Φ": "Phi",
    "Ψ": "Psi", "Ω": "Omega",
}  # fmt: skip
# Tested: pdflatex prints these with only T1 fonts loaded.
_WITHOUT_PACKAGE = """
    textcent textcurrency textyen textbrokenbar textonequarter textonehalf textthreequarters textflorin textbaht
    textemdash quotesinglbase guilsinglleft guilsinglright textperthousand textpertenthousand textreferencemark
    textinterrobang textfractionsolidus textasteriskcentered textdiscount textcolonmonetary textlira textnaira textwon
    textdong textpeso textcelsius
    textcircledP textrecipe textohm textmho
    textestimated textopenbullet
    textbigcircle textmusicalnote textvisiblespace
    vartheta varpi varrho Vert hbar wp aleph updownarrow nwarrow nearrow searrow swarrow mapsto hookleftarrow
    hookrightarrow leftharpoonup leftharpoondown rightharpoonup rightharpoondown rightleftharpoons Leftarrow Uparrow
    Downarrow Updownarrow coprod mp angle mid parallel oint wr simeq cong asymp doteq prec succ preceq succeq supset
    supseteq uplus sqsubseteq sqsupseteq sqcap sqcup ominus oslash odot vdash dashv top perp bigwedge bigvee bigcap
    bigcup bowtie vdots cdots ddots lceil rceil lfloor rfloor frown smile bigtriangleup bigtriangledown triangleright
    triangleleft bigcirc
    longleftarrow longrightarrow
    longleftrightarrow Longleftarrow
    Longrightarrow Longleftrightarrow
    longmapsto amalg
"""
_PLAIN = frozenset(_WITHOUT_PACKAGE.split())


def plain_text(text: str, charset: Charset) -> str:
    """Text without mathematics, character by character."""
    if charset == "utf-8" or text.isascii():
        return text.translate(_AS_SPECIAL) if _IS_SPECIAL.search(text) else text
    return "".join(_ascii(character) for character in text).replace(r"{\textgreater}{\textless}U+", " U+")


@lru_cache(maxsize=10_000)
def _ascii(character: str) -> str:
    known = command_for(character)
    if known is not None:
        return known
    if in_latin(character) is not None:
        return _latin(character)
    return rf"{{\textless}}U+{ord(character):04X}{{\textgreater}}"  # brackets would end the label of a reference


def command_for(character: str) -> str | None:
    """The command with which classic LaTeX prints the character, or None where it has none."""
    if character.isascii():
        return SPECIAL.get(character, character)
    if character in _LETTERS:
        return _LETTERS[character]
    if character in _SYMBOLS:
        return f"{{$\\{_SYMBOLS[character]}$}}"
    base, *marks = list(unicodedata.normalize("NFD", character))
    if base.isascii() and marks and all(mark in _ACCENTS for mark in marks):
        return _accented(base, marks)
    return _named_symbols().get(character) or _alike(character)


def _alike(character: str) -> str | None:
    """A fraction, a lone accent, or ASCII characters that mean the same."""
    fraction = re.fullmatch(r"(\d+)\u2044(\d+)", unicodedata.normalize("NFKC", character))
    if fraction:
        return f"{{$\\frac{{{fraction[1]}}}{{{fraction[2]}}}$}}"
    if character in _ACCENTS:
        return f"{{\\{_ACCENTS[character].strip()}{{}}}}"
    alike = unicodedata.normalize("NFKC", character)
    if alike != character and alike.isascii() and alike.isprintable():
        return "".join(SPECIAL.get(one, one) for one in alike)
    return None


def _accented(base: str, marks: Sequence[str]) -> str:
    dotless = {"i": r"{\i}", "j": r"{\j}"} if _ACCENTS[marks[0]] not in ("d ", "c ", "k ", "b ") else {}
    written = dotless.get(base, base)
    for mark in marks:
        written = f"{{\\{_ACCENTS[mark]}{written}}}"
    return written


def _latin(character: str) -> str:
    return "".join(SPECIAL.get(one, one) for one in in_latin(character) or "")


@lru_cache(maxsize=1)
def _named_symbols() -> dict[str, str]:
    """Symbols of pylatexenc's table that LaTeX knows without a package, as LaTeX."""
    from pylatexenc.latexencode import get_builtin_uni2latex_dict

    found = {}
    for code, written in get_builtin_uni2latex_dict().items():
        match = re.fullmatch(r"\\(\w+)|\\ensuremath\{\\(\w+)\}", written)
        if match and (match[1] or match[2]) in _PLAIN:
            found[chr(code)] = f"{{\\{match[1]}}}" if match[1] else f"{{$\\{match[2]}$}}"
    return found


def in_mathematics(text: str) -> str:
    """ASCII for the inside of a formula."""
    written = []
    for character in text:
        if character.isascii():
            written.append(character)
        elif character in _SYMBOLS:
            written.append(f"\\{_SYMBOLS[character]} ")
        else:
            written.append(f"\\mbox{{{_ascii(character)}}}")
    return "".join(written)
