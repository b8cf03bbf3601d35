r"""Formulas in prose: what `pymdownx.arithmatex` finds (`$x^2$`, `\[…\]`) becomes HTML and MathML when a page is made.

An extension of Python-Markdown, which `mkdocs.yml` names beside that one, so that both engines use it.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

from generator.text.math_html import formula_html

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_FORMULA = re.compile(r"\\(?P<opening>[(\[])(?P<formula>.*)\\[)\]]", re.DOTALL)
_AFTER_INLINE = 15  # the priority of what finds formulas within a line is 20, of what writes the page out below 15
_LONGEST = 5_000  # characters; a longer one stays as it was written


class _Formulas(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            found = _FORMULA.fullmatch((element.text or "").strip()) if element.get("class") == "arithmatex" else None
            if not found or len(found["formula"]) > _LONGEST or len(element):
                continue
            is_display = found["opening"] == "["
            formula = html.unescape(found["formula"]) if is_display else found["formula"]
            element.text = self.md.htmlStash.store(formula_html(formula, is_display=is_display))
            del element.attrib["class"]


class Formulas(Extension):
    """Draws the formulas that `pymdownx.arithmatex` found."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (as Python-Markdown has it)
        """Add the step to a reader of Markdown."""
        md.treeprocessors.register(_Formulas(md), "formulas", _AFTER_INLINE)


def makeExtension(**settings: Any) -> Formulas:  # noqa: N802 (as Python-Markdown has it)
    """The extension, as Python-Markdown asks for it."""
    return Formulas(**settings)
