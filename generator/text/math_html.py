r"""A formula as HTML: `x_i` is `<i>x</i><sub>i</sub>`, and what needs more than one line of text is MathML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from html import escape

from generator.text.escape import visible
from generator.text.formula_tree import tree
from generator.text.math_commands import ACCENTS
from generator.text.math_rows import Node
from generator.text.mathml import ITALIC, mathml

_NO_BREAK = "\u00a0"
_LOOKS = {"bold": ("<b>", "</b>"), "bold italic": ("<b><i>", "</i></b>"), ITALIC: ("<i>", "</i>"), "": ("", "")}
_MARKS = {"^": "hat", "~": "tilde", "¯": "bar", "˙": "dot", "¨": "ddot", "ˇ": "check", "˘": "breve", "´": "acute",
          "`": "grave", "˚": "mathring"}  # fmt: skip
_MARKUP = re.compile("<[^>]*>")
_OF_LETTERS = frozenset({"mi", "mn", "mtext"})


@lru_cache(maxsize=10_000)
def formula_html(formula: str, *, is_display: bool = False) -> str:
    """The formula, without its dollar signs, as HTML: data in it is escaped.

    On one line it is text with elements for italics and scripts, which breaks like text; `is_display`, or anything
    that stands above another, makes it an element `math`.
    """
    # composed, for letters that stand in italics one by one
    formula = unicodedata.normalize("NFC", visible(formula))
    try:
        root = mathml(tree(formula), is_display=is_display)
        line = None if is_display else _line(root.children)
        if line is None:
            return _element(root)
    except RecursionError:  # what is nested beyond all bounds is shown as it was written
        return _escaped(formula)
    line = _on_space(line.replace("</i><i>", "").strip())
    if not _MARKUP.sub("", line).strip():
        return _escaped(formula)
    return f'<span class="formula">{line}</span>' if "<" in line else line


def _line(nodes: Sequence[Node]) -> str | None:
    """The nodes as one line of HTML; None where one of them cannot be part of it."""
    pieces = []
    for at, node in enumerate(nodes):
        if node.tag == "mspace":
            after = nodes[at + 1] if at + 1 < len(nodes) else node
            is_before_sign = after.role in ("relation", "operation")
            can_break = node.text in ("around", "punctuation") and not is_before_sign
            pieces.append(" " if can_break else _NO_BREAK)
            continue
        piece = _piece(node)
        if piece is None:
            return None
        pieces.append(piece)
    return "".join(pieces)


def _piece(node: Node) -> str | None:
    if node.tag in _OF_LETTERS or node.tag == "mo":
        return _letters(node)
    if node.tag == "mrow":
        return _line(node.children)
    if node.tag in ("msub", "msup"):
        return _scripted(node)
    if node.tag == "mover" and "accent" in node.attributes:
        return _accented(node)
    return None


def _letters(node: Node) -> str | None:
    if node.style not in _LOOKS:
        return f'<span class="{node.style}">{_escaped(node.text)}</span>'
    before, after = _LOOKS[node.style]
    return f"{before}{_escaped(node.text)}{after}"


def _scripted(node: Node) -> str | None:
    base, script = (_piece(child) for child in node.children)
    if base is None or script is None:
        return None
    if node.children[1].text.startswith("′"):
        return f"{base}{script}"
    tag = node.tag.removeprefix("m")
    return f"{base}<{tag}>{script}</{tag}>"


def _accented(node: Node) -> str | None:
    """A letter with an accent, if there is a character for both."""
    base, mark = node.children
    name = _MARKS.get(mark.text)
    if base.tag != "mi" or name is None:
        return None
    letter = unicodedata.normalize("NFC", base.text + chr(ACCENTS[name]))
    return _letters(Node("mi", letter, style=base.style)) if len(letter) == 1 else None


def _element(node: Node) -> str:
    """An element of MathML with what stands in it."""
    attributes = dict(node.attributes)
    if node.tag in _OF_LETTERS and (node.style or node.tag == "mi"):
        attributes |= _styled(node)
    if node.tag == "mo":
        attributes = {"lspace": "0", "rspace": "0", "stretchy": "false"} | attributes
    written = "".join(f' {name}="{escape(value)}"' for name, value in sorted(attributes.items()))
    inner = "".join(map(_element, node.children)) if node.children or node.tag == "mspace" else _escaped(node.text)
    return f"<{node.tag}{written}>{inner}</{node.tag}>"


def _styled(node: Node) -> dict[str, str]:
    """What makes letters upright, bold or of another face; single letters are in italics by themselves."""
    upright = {} if ITALIC in node.style or node.tag != "mi" else {"mathvariant": "normal"}
    looks = node.style if node.tag != "mi" else node.style.replace(ITALIC, "").strip()
    return upright | ({"class": looks} if looks else {})


def _escaped(text: str) -> str:
    return escape(_on_space(text))


def _on_space(text: str) -> str:
    """Text whose first character is no combining mark: behind the `>` of a tag, such a mark would make another
    character of that sign when the page is composed (NFC).
    """
    return _NO_BREAK + text if text and unicodedata.category(text[0]).startswith("M") else text
