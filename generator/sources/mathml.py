r"""Formulas as publishers deposit them, MathML and `tex-math` in JATS, as `$…$` with LaTeX inside.

MathML is that of W3C's "MathML Core"; of a formula in both forms the LaTeX is taken, since it is the author's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ALTERNATIVES = re.compile(r"<(?:jats:)?alternatives\b[^<>]*>.*?</(?:jats:)?alternatives>", re.DOTALL | re.IGNORECASE)
_TEX = re.compile(r"<(?:jats:)?tex-math\b[^<>]*>(?P<tex>.*?)</(?:jats:)?tex-math>", re.DOTALL | re.IGNORECASE)
_MATHML = re.compile(
    r"<(?P<prefix>[a-z]+:)?math\b[^<>]*>.*?</(?P=prefix)?math>|<math\b[^<>]*>.*?</math>", re.DOTALL | re.IGNORECASE
)
_PREAMBLE = re.compile(r"\\begin\{document\}(?P<body>.*?)\\end\{document\}", re.DOTALL)
_PREFIX = re.compile(r"(</?)[A-Za-z][\w.-]*:")
_ATTRIBUTE = re.compile(r"\s[\w.:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)", re.IGNORECASE)
_LONGEST = 20_000  # characters of one formula; beyond this, its text is kept and its structure ignored
_DEEPEST = 80  # elements within elements

_ACCENTS = {
    "¯": "bar",
    "‾": "bar",
    "_": "bar",
    "^": "hat",
    "ˆ": "hat",
    "~": "tilde",
    "˜": "tilde",
    "→": "vec",
    "˙": "dot",
    "¨": "ddot",
    "ˇ": "check",
}
_FUNCTIONS = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "log",
        "ln",
        "exp",
        "min",
        "max",
        "sup",
        "inf",
        "lim",
        "det",
        "dim",
        "ker",
        "arg",
        "gcd",
        "Pr",
        "sinh",
        "cosh",
        "tanh",
    ]
)


def with_formulas(text: str) -> str:
    """The text with every formula of markup as `$…$`."""
    if "math" not in text.lower():
        return text
    text = _ALTERNATIVES.sub(_chosen, text)
    text = _TEX.sub(lambda found: _inline(_tex(found["tex"])), text)
    return _MATHML.sub(lambda found: _inline(_latex(found[0])), text)


def _chosen(alternatives: re.Match[str]) -> str:
    found = _TEX.search(alternatives[0]) or _MATHML.search(alternatives[0]) or alternatives
    return found[0]


def _inline(latex: str) -> str:
    return f"${latex}$" if latex else ""


def _tex(text: str) -> str:
    """The formula of a `tex-math`, without the document that Springer wraps around it and without its dollars."""
    text = re.sub(r"<!\[CDATA\[(.*?)\]\]>", r"\1", text, flags=re.DOTALL)
    body = _PREAMBLE.search(text)
    bare = (body["body"] if body else text).strip()
    bare = re.sub(r"^\\[(\[]|\\[)\]]$", "", bare).strip().strip("$").strip()
    return " ".join(bare.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").split())


def _latex(markup: str) -> str:
    plain = " ".join(re.sub(r"<[^<>]*>", " ", markup).split())
    if len(markup) > _LONGEST:
        return plain
    bare = _ENTITY.sub("&amp;", _PREFIX.sub(r"\1", markup))
    try:
        root = fromstring(_ATTRIBUTE.sub(_kept_attribute, bare))
    except (ParseError, DefusedXmlException):
        return plain
    return " ".join(_of(root, 0).split())


def _kept_attribute(attribute: re.Match[str]) -> str:
    return attribute[0] if re.match(r"\s(?:encoding|mathvariant)\s*=", attribute[0]) else ""


def _of(element: Element, depth: int) -> str:
    """The LaTeX of one element."""
    if depth > _DEEPEST:
        return "".join(element.itertext())
    children = [_of(child, depth + 1) for child in element]
    build = _BUILDERS.get(element.tag)
    if build and len(children) >= build[0]:
        return build[1](children)
    if element.tag == "semantics":
        notes = [child.text or "" for child in element if "tex" in child.get("encoding", "").lower()]
        return _tex(notes[0]) if notes else "".join(children[:1])
    if element.tag in ("annotation", "annotation-xml", "mphantom", "none", "mprescripts"):
        return ""
    own = _token(element.tag, (element.text or "").strip())
    return own + "".join(
        f"{child}{_escaped((one.tail or '').strip())}" for child, one in zip(children, element, strict=True)
    )


def _token(tag: str, text: str) -> str:
    if not text:
        return " " if tag in ("mspace", "mtext") else ""
    if text in _FUNCTIONS:
        return f"\\{text} "
    if tag == "mtext":
        return f"\\text{{{_escaped(text)}}}"
    if tag == "mi" and len(text) > 1 and text.isascii() and text.isalpha():
        return f"\\mathrm{{{text}}}"
    return _escaped(text)


def _escaped(text: str) -> str:
    return "".join(_character(character) for character in text)


@lru_cache(maxsize=4096)
def _character(character: str) -> str:
    """A character as LaTeX mathematics writes it; one without a command stays."""
    if character in "#%&_{}$":
        return f"\\{character}"
    if character == "\\":
        return "\\backslash "
    if character in "\u2061\u2062\u2063\u2064\u200b":  # invisible operators
        return ""
    if character.isascii():
        return character
    if character == "−":
        return "-"
    from pylatexenc.latexencode import get_builtin_uni2latex_dict

    written = get_builtin_uni2latex_dict().get(ord(character), "")
    found = re.fullmatch(r"\\ensuremath\{(\\[A-Za-z]+)\}", written)
    return f"{found[1]} " if found else character


def _grouped(latex: str) -> str:
    latex = latex.strip()
    return latex if len(latex) == 1 else f"{{{latex}}}"


def _based(latex: str) -> str:
    """What a script stands at: in braces where it is more than one sign or command."""
    latex = latex.strip()
    return latex if len(latex) <= 1 or re.fullmatch(r"\\[A-Za-z]+(?:\{[^{}]*\})?", latex) else f"{{{latex}}}"


def _over(parts: list[str]) -> str:
    accent = _ACCENTS.get(parts[1].strip())
    return f"\\{accent}{{{parts[0]}}}" if accent else f"{_based(parts[0])}^{_grouped(parts[1])}"


_Build = Callable[[list[str]], str]
_BUILDERS: dict[str, tuple[int, _Build]] = {
    "msub": (2, lambda parts: f"{_based(parts[0])}_{_grouped(parts[1])}"),
    "msup": (2, lambda parts: f"{_based(parts[0])}^{_grouped(parts[1])}"),
    "msubsup": (3, lambda parts: f"{_based(parts[0])}_{_grouped(parts[1])}^{_grouped(parts[2])}"),
    "munderover": (3, lambda parts: f"{_based(parts[0])}_{_grouped(parts[1])}^{_grouped(parts[2])}"),
    "munder": (2, lambda parts: f"{_based(parts[0])}_{_grouped(parts[1])}"),
    "mover": (2, _over),
    "mfrac": (2, lambda parts: f"\\frac{{{parts[0]}}}{{{parts[1]}}}"),
    "msqrt": (0, lambda parts: f"\\sqrt{{{''.join(parts)}}}"),
    "mroot": (2, lambda parts: f"\\sqrt[{parts[1]}]{{{parts[0]}}}"),
    "mfenced": (0, lambda parts: f"({','.join(parts)})"),
    "mtr": (0, ", ".join),
    "mtable": (0, "; ".join),
    "mmultiscripts": (
        3,
        lambda parts: f"{_based(parts[0])}_{_grouped(parts[1])}^{_grouped(parts[2])}" + "".join(parts[3:]),
    ),
}
