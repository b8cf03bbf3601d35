"""The document classes that the LaTeX export knows, each with what it needs in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.bibliography.latex import latex
from generator.names import Name
from generator.text.math import plain

ClassName = Literal["article", "acmart", "IEEEtran", "llncs"]


@dataclass(frozen=True, slots=True)
class DocumentClass:
    r"""A document class.

    Attributes:
        head: the document's first lines, before what all classes share.
        style: its BibTeX style.
        has_names: whether the style passes the authors to natbib, so that `\citet` can print them.
        abstract_first: whether the abstract stands before `\maketitle`.
        contents: whether a table of contents is usual.
    """

    head: str
    style: str
    has_names: bool = True
    abstract_first: bool = False
    contents: bool = False


_LETTERS = r"""\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
"""
_NUMBERS = r"\usepackage[numbers,sort&compress]{natbib}" + "\n"
CLASSES: dict[str, DocumentClass] = {
    "article": DocumentClass(
        "\\documentclass[11pt,a4paper]{article}\n"
        + _LETTERS
        + "\\usepackage[margin=2.5cm]{geometry}\n\\usepackage{amsmath,amssymb}\n"
        + _NUMBERS,
        "plainnat",
        contents=True,
    ),
    # Acmart brings natbib, hyperref, geometry and fonts; `nonacm` leaves out the publisher's notices.
    "acmart": DocumentClass(
        "\\documentclass[manuscript,nonacm]{acmart}\n"
        # Without the class's own fonts: scalable ones, as the class itself uses.
        "\\IfFileExists{libertine.sty}{}{\\usepackage{lmodern}}\n",
        "ACM-Reference-Format",
        abstract_first=True,
    ),
    # Tables over several pages need one column; take `onecolumn` out once the tables are your own.
    "IEEEtran": DocumentClass(
        "\\documentclass[journal,onecolumn]{IEEEtran}\n" + _LETTERS + "\\usepackage{amsmath,amssymb}\n" + _NUMBERS,
        "IEEEtranN",
    ),
    "llncs": DocumentClass(
        # The class has its own \vec, which it sets up without a warning only after amsmath.
        "\\RequirePackage{amsmath}\n\\documentclass[runningheads]{llncs}\n"
        + _LETTERS
        + "\\usepackage{amssymb}\n"
        + _NUMBERS,
        "splncs04",
        has_names=False,
    ),
}


def author_lines(name: ClassName, authors: Sequence[Name]) -> list[str]:
    """The authors of the document, as its class expects them."""
    people = [latex(plain(author.as_first_last), "ascii") for author in authors] or ["Author"]
    if name == "acmart":
        place = r"\affiliation{\institution{Institution}\city{City}\country{Country}}"
        return [line for one in people for line in (f"\\author{{{one}}}", place)]
    if name == "IEEEtran":
        return [f"\\author{{{', '.join(people)}}}"]
    if name == "llncs":
        running = people[0] if len(people) == 1 else f"{people[0]} et al."
        return [
            "\\author{" + r" \and ".join(people) + "}",
            f"\\authorrunning{{{running}}}",
            r"\institute{Institution}",
        ]
    return ["\\author{" + r" \and ".join(people) + "}"]
