"""The survey as a LaTeX document to write on from: sections, overviews with their citations, comparison tables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import entry_of
from generator.bibliography.latex import latex
from generator.bibliography.latex_markdown import latex_markdown
from generator.text.math import plain
from generator.works import Work

Theme = tuple[str, str, Sequence[Work]]  # title, overview as Markdown, its works

_KEY = re.compile(r"[A-Za-z0-9:/.+_-]+")
_LONGEST_STEM = 40  # letters and digits of a key that LaTeX cannot take
_DIGITS = 8

_PREAMBLE = r"""\documentclass[11pt,a4paper]{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\usepackage{amsmath,amssymb}
\usepackage[numbers,sort]{natbib}
\usepackage{array,longtable}
\usepackage[hidelinks]{hyperref}
\urlstyle{same}
\sloppy
"""


def latex_survey(title: str, authors: Sequence[str], sections: Sequence[tuple[str, Sequence[Theme]]]) -> dict[str, str]:
    """File name to text of a project that pdflatex and bibtex compile: `survey.tex` and `survey.bib` (both ASCII).

    Args:
        title, authors: of the survey.
        sections: (title, themes), each theme (title, overview in Markdown with Pandoc's citations, works with keys).
    """
    works = {work.key: work for _, themes in sections for _, _, members in themes for work in members}
    people = r" \and ".join(latex(author, "ascii") for author in authors)
    body = [_PREAMBLE, f"\\title{{{_heading(title)}}}", f"\\author{{{people}}}"]
    body += [r"\date{}", r"\begin{document}", r"\maketitle", r"\tableofcontents", ""]
    for heading, themes in sections:
        body += [f"\\section{{{_heading(heading)}}}", ""]
        for name, overview, members in themes:
            body += [
                f"\\subsection{{{_heading(name)}}}",
                "",
                latex_markdown(overview, works.keys()),
                "",
                *_table(members),
                "",
            ]
    body += [r"\bibliographystyle{plainnat}", r"\bibliography{survey}", r"\end{document}", ""]
    entries = [replace(entry_of(work, classic=True), key=latex_key(work.key)) for work in works.values()]
    return {"survey.tex": "\n".join(body), "survey.bib": bibtex(entries, "ascii")}


def latex_key(key: str) -> str:
    r"""`key` as it may stand in `\cite{}`, which LaTeX reads before BibTeX does.

    A key with a mark that LaTeX could take for a command, a comment or the key's end becomes its letters and a number
    made from the whole key.
    """
    if _KEY.fullmatch(key):
        return key
    letters = re.sub(r"[^A-Za-z0-9]", "", key)[:_LONGEST_STEM]
    return f"{letters or 'key'}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}"


def _heading(text: str) -> str:
    """Headings go into the table of contents and the PDF's outline too, so without mathematics."""
    return latex(plain(text), "ascii")


def _table(works: Sequence[Work]) -> list[str]:
    """The works of a theme side by side, oldest first."""
    if not works:
        return []
    rows = []
    for work in sorted(works, key=lambda work: (work.year or 0, work.key)):
        venue = work.venue or ("arXiv" if work.identifier("arxiv") else "")
        rows.append(
            f"\\cite{{{latex_key(work.key)}}} & {latex(work.shown_title, 'ascii')}"
            f" & {latex(venue, 'ascii')} & {work.year or ''} \\\\"
        )
    columns = (
        r"\begin{longtable}{@{}l>{\raggedright\arraybackslash}p{0.52\linewidth}"
        r">{\raggedright\arraybackslash}p{0.24\linewidth}r@{}}"
    )
    return [
        columns,
        r"\hline",
        r"Work & Title & Venue & Year \\",
        r"\hline",
        r"\endhead",
        *rows,
        r"\hline",
        r"\end{longtable}",
    ]
