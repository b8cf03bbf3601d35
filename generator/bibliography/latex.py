"""Escaping for LaTeX and BibTeX: text from a record is data, and becomes LaTeX only here.

What counts is how BibTeX reads a field ("BibTeXing" and "Designing BibTeX Styles", O. Patashnik): braces are
counted without regard to backslashes, so a literal brace is never written as one; a group that opens with a
backslash (`{\\'e}`) is one letter that styles can re-case; letters in any other group keep their case.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal

from generator.bibliography.latex_math import harmless
from generator.bibliography.transliteration import in_latin
from generator.text.escape import visible
from generator.text.math import segments

Charset = Literal["utf-8", "ascii"]

_SPECIAL = {
    "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$",
    "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "\\": r"{\textbackslash}", "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "<": r"{\textless}", ">": r"{\textgreater}", "|": r"{\textbar}",
}  # fmt: skip
_MEANING = {
    written: character
    for character, plain in _SPECIAL.items()
    for written in (plain, re.sub(r"\{(.*)\}", r"\1{}", plain))
}
_ESCAPED = re.compile("|".join(re.escape(written) for written in _MEANING))
_FEW = 3  # words, of which a title in capitals or in braces has more by intention
_CODE = re.compile(
    r"(?:\{\\textless\}|(?<=[\dA-F]) )U\+([\dA-F]{4,6})"
)  # a run of them shares one pair of angle brackets
_BETWEEN = frozenset('-/–—:()[],;"“” ')  # what stands between the words of a title

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
# Measured: pdflatex prints these with nothing but T1 fonts loaded.
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


def latex(text: str, charset: Charset = "utf-8", mathematics: bool = True) -> str:
    """`text` as LaTeX that prints exactly it, on one line, with balanced braces; `$…$` that is mathematics stays.

    Without `mathematics` every dollar is one, as in code. With `ascii`, accents become LaTeX accents (`{\\'e}`), a letter
    that classic LaTeX has no name for is written in Latin ones (`Lin`), and any other such character becomes its code
    (`<U+1F600>`), because leaving it out would change the text in silence.
    """
    if not mathematics:
        return _plain_text(unicodedata.normalize("NFC", visible(text)), charset)
    return _written(unicodedata.normalize("NFC", visible(text)), charset)


def _written(text: str, charset: Charset) -> str:
    """Visible text as LaTeX, its spaces as they are."""
    pieces = []
    for is_math, piece in _pieces(text):
        if is_math:
            pieces.append(f"${_in_mathematics(piece) if charset == 'ascii' else piece}$")
        else:
            pieces.append(_plain_text(piece, charset))
    return "".join(pieces)


def latex_title(text: str, charset: Charset = "utf-8", protected: Sequence[str] = ()) -> str:
    """`text` as LaTeX with those words in braces that no style may re-case, and never the whole.

    These are words with an inner capital (`LLaMA`), acronyms, names with a digit (`T5`) or a sign (`C++`, `F#`), mathematics with capitals,
    in a title in sentence case every capitalised word that does not start a sentence (it is a name there), and what the source itself
    protects: `protected` holds such words with their braces (`{Gibbs}`, `{B}ayesian`).
    A title wholly in capitals protects nothing, because there its capitals say nothing.
    """
    text = unicodedata.normalize("NFC", visible(text))
    words = [word for word in text.split() if sum(map(str.isalpha, word)) >= 2]
    if len(words) >= _FEW and not any(character.islower() for word in words for character in word):
        return latex(text, charset)
    in_braces = [False] * len(text)
    for start, end in (*_of_the_source(text, protected), *_words_to_keep(text, charset)):
        in_braces[start:end] = [True] * (end - start)
    written = []
    for kept, run in groupby(range(len(text)), lambda index: in_braces[index]):
        indices = list(run)
        piece = _written(text[indices[0] : indices[-1] + 1], charset)
        written.append(f"{{{piece}}}" if kept else piece)
    return "".join(written)


def _words_to_keep(text: str, charset: Charset) -> Iterator[tuple[int, int]]:
    """Where the words stand, start and end, whose capitals say by themselves that they must stay."""
    sentence_case = _in_sentence_case(text)
    start, opening = 0, True  # `opening`: at the start of the title or of what follows a colon
    for part, at in _parts(text):
        if part not in _BETWEEN:
            continue
        word = text[start:at]
        if word and _is_kept(word, sentence_case and not opening, charset):
            yield start, at
        opening = (opening and not word) or part == ":" or word.endswith((".", "?", "!"))
        start = at + 1
    if start < len(text) and _is_kept(text[start:], sentence_case and not opening, charset):
        yield start, len(text)


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """The characters of `text` with their places, a formula as one."""
    at = 0
    for mathematics, piece in _pieces(text):
        parts = (f"${piece}$",) if mathematics else piece
        for part in parts:
            yield part, at
            at += len(part)


def _of_the_source(text: str, protected: Sequence[str]) -> list[tuple[int, int]]:
    """Where the protected words stand in the title; nowhere if together they would hold all of it."""
    found: list[tuple[int, int]] = []
    for word in protected:
        pieces = re.split(r"([{}])", word)
        plain = "".join(piece for piece in pieces if piece not in ("{", "}"))
        for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text) if plain else ():
            at, depth = match.start(), 0
            for piece in pieces:
                depth += {"{": 1, "}": -1}.get(piece, 0)
                if piece not in ("{", "}"):
                    found.extend([(at, at + len(piece))] if depth and piece else [])
                    at += len(piece)
    covered = {index for start, end in found for index in range(start, end)}
    words = [match.start() for match in re.finditer(r"\w+", text)]
    return [] if len(words) > _FEW and all(start in covered for start in words) else found


def unescape(written: str) -> str:
    """The text behind what `latex` or `latex_title` wrote in UTF-8 (protecting braces dropped)."""
    parts = re.split(r"(?<!\\)(\$[^$]*[^$\\]\$)", written)
    for index in range(0, len(parts), 2):
        found: list[str] = []
        end = 0
        for match in _ESCAPED.finditer(parts[index]):
            found += [parts[index][end : match.start()].replace("{", "").replace("}", ""), _MEANING[match[0]]]
            end = match.end()
        parts[index] = "".join(found) + parts[index][end:].replace("{", "").replace("}", "")
    return "".join(parts)


def letters_as_codes(written: str) -> list[str]:
    """The characters that stand in LaTeX of ours as their codes (`<U+1F600>`): classic LaTeX has no command for them."""
    return [chr(int(code, 16)) for code in _CODE.findall(written) if int(code, 16) <= sys.maxunicode]


def letters_in_latin(text: str) -> list[str]:
    """The letters of a text that `ascii` writes in Latin ones, because classic LaTeX has no command for them."""
    others = [character for character in unicodedata.normalize("NFC", visible(text)) if not character.isascii()]
    return [
        character for character in others if in_latin(character) is not None and _ascii(character) == _latin(character)
    ]


def _pieces(text: str) -> list[tuple[bool, str]]:
    """Visible text cut into (is mathematics, piece), where only harmless mathematics counts as such."""
    found = segments(text)
    safe = [(mathematics and harmless(piece), mathematics, piece) for mathematics, piece in found]
    return [(keep, f"${piece}$" if mathematics and not keep else piece) for keep, mathematics, piece in safe]


def _is_kept(word: str, names: bool, charset: Charset) -> bool:
    written = latex(word, charset)
    letters = [character for character in word if character.isalpha()]
    capitals = [character for character in letters if character.isupper()]
    mathematics = "$" in written.replace(r"\$", "")
    return bool(capitals) and (
        any(character.isupper() for character in letters[1:])
        or any(character.isdigit() or character in "+#" for character in word)
        or mathematics
        or (names and word[0].isupper() and len(letters) > 1)
    )


def _in_sentence_case(text: str) -> bool:
    """Whether nearly all longer words are lower-case, the first of each part not counted."""
    lower = upper = 0
    for part in re.split(r"[:?!.]\s", text):
        for word in part.split()[1:]:
            if len(word) >= 4 and word.isalpha() and not any(character.isupper() for character in word[1:]):
                upper, lower = upper + word[0].isupper(), lower + word[0].islower()
    return lower >= 4 * upper and lower >= 4


def _plain_text(text: str, charset: Charset) -> str:
    if charset == "utf-8" or text.isascii():
        return "".join(_SPECIAL.get(character, character) for character in text)
    return "".join(_ascii(character) for character in text).replace(r"{\textgreater}{\textless}U+", " U+")


@lru_cache(maxsize=10_000)
def _ascii(character: str) -> str:
    known = _command(character)
    if known is not None:
        return known
    if in_latin(character) is not None:
        return _latin(character)
    return rf"{{\textless}}U+{ord(character):04X}{{\textgreater}}"  # brackets would end the label of a reference


def _command(character: str) -> str | None:
    """What classic LaTeX prints as the character, or None where it has nothing that does."""
    if character.isascii():
        return _SPECIAL.get(character, character)
    if character in _LETTERS:
        return _LETTERS[character]
    if character in _SYMBOLS:
        return f"{{$\\{_SYMBOLS[character]}$}}"
    base, *marks = list(unicodedata.normalize("NFD", character))
    if base.isascii() and marks and all(mark in _ACCENTS for mark in marks):
        return _accented(base, marks)
    known = _named_symbols().get(character)
    if known:
        return known
    fraction = re.fullmatch(r"(\d+)\u2044(\d+)", unicodedata.normalize("NFKC", character))
    if fraction:
        return f"{{$\\frac{{{fraction[1]}}}{{{fraction[2]}}}$}}"
    if not marks and base in _ACCENTS:
        return f"{{\\{_ACCENTS[base].strip()}{{}}}}"
    alike = unicodedata.normalize("NFKC", character)
    if alike != character and alike.isascii() and alike.isprintable():
        return "".join(_SPECIAL.get(one, one) for one in alike)
    return None


def _accented(base: str, marks: Sequence[str]) -> str:
    dotless = {"i": r"{\i}", "j": r"{\j}"} if _ACCENTS[marks[0]] not in ("d ", "c ", "k ", "b ") else {}
    written = dotless.get(base, base)
    for mark in marks:
        written = f"{{\\{_ACCENTS[mark]}{written}}}"
    return written


def _latin(character: str) -> str:
    return "".join(_SPECIAL.get(one, one) for one in in_latin(character) or "")


@lru_cache(maxsize=1)
def _named_symbols() -> dict[str, str]:
    """Symbols of pylatexenc's table whose names LaTeX has without a package, as LaTeX."""
    from pylatexenc.latexencode import get_builtin_uni2latex_dict

    found = {}
    for code, written in get_builtin_uni2latex_dict().items():
        match = re.fullmatch(r"\\(\w+)|\\ensuremath\{\\(\w+)\}", written)
        if match and (match[1] or match[2]) in _PLAIN:
            found[chr(code)] = f"{{\\{match[1]}}}" if match[1] else f"{{$\\{match[2]}$}}"
    return found


def _in_mathematics(text: str) -> str:
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
