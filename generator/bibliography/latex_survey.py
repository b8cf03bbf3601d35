"""The survey as a LaTeX document to continue writing: sections, overviews with citations, comparison tables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import Entry, entry_of
from generator.bibliography.latex import latex
from generator.bibliography.latex_classes import CLASSES, ClassName, author_lines
from generator.bibliography.latex_markdown import latex_markdown
from generator.names import Name
from generator.text.math import plain
from generator.works import Work

Theme = tuple[str, str, Sequence[Work]]  # title, overview as Markdown, its works

_KEY = re.compile(r"[A-Za-z0-9:/.+_-]+")
_LONGEST_STEM = 40  # letters and digits for a key that LaTeX cannot take
_DIGITS = 8
MOST_AUTHORS = 20  # authors of a reference; longer lists are cut and end in "et al."
_LONGEST_VENUE = 80  # characters in a table's column; a longer name is replaced by the short one that follows it
_SHORT_NAME = re.compile(r"\(([^()]{2,20})\)$")
_COUPLE = 2  # authors that a sentence names in full
_NARRATIVE = re.compile(r"\\citet\{([^{}]*)\}")
_YEAR_ALONE = re.compile(r"\\citeyearpar(?=[\[{])")

_SHARED = r"""\usepackage{array,booktabs,longtable,graphicx}
\IfFileExists{xurl.sty}{\usepackage{xurl}}{}
\emergencystretch=3em
\raggedbottom
\hbadness=5000
\providecommand{\Description}[1]{}
"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure of the document: its file without the ending, and its caption."""

    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a document is made from.

    Attributes:
        title, authors: of the survey.
        sections: (title, themes), each theme (title, overview in Markdown with Pandoc's citations, works with keys).
        abstract: Markdown; empty for none.
        drawings: figures, placed at the end of the first section.
    """

    title: str
    authors: Sequence[Name]
    sections: Sequence[tuple[str, Sequence[Theme]]]
    abstract: str = ""
    drawings: Sequence[Drawing] = ()

    @property
    def works(self) -> dict[str, Work]:
        """All works by key."""
        return {work.key: work for _, themes in self.sections for _, _, members in themes for work in members}


def latex_survey(document: Document, class_name: ClassName = "article") -> dict[str, str]:
    """File name to text of a project that pdflatex and bibtex compile: `survey.tex` and `survey.bib` (both ASCII).

    Args:
        document: what to write.
        class_name: its document class.
    """
    works = document.works
    one = CLASSES[class_name]
    title, people = _heading(document.title), ", ".join(name.as_first_last for name in document.authors)
    abstract = [r"\begin{abstract}", _prose(document.abstract, works, class_name), r"\end{abstract}"]
    opening = [abstract if document.abstract.strip() else [], [r"\maketitle"]]
    lines = [
        one.head + _SHARED + ("" if class_name == "acmart" else "\\usepackage[hidelinks]{hyperref}\n\\urlstyle{same}"),
        f"\\hypersetup{{pdftitle={{{title}}},pdfauthor={{{latex(plain(people), 'ascii')}}}}}",
        f"\\title{{{title}}}",
        *([f"\\titlerunning{{{title}}}"] if class_name == "llncs" else []),
        *author_lines(class_name, document.authors),
        *([r"\date{}"] if class_name in ("article", "acmart") else []),
        r"\begin{document}",
        *(line for part in (opening if one.abstract_first else reversed(opening)) for line in part),
        *([r"\tableofcontents"] if one.contents else []),
        "",
        *(line for drawing in document.drawings for line in _figure(drawing)),
    ]
    numbers = count(1)
    for heading, themes in document.sections:
        lines += [f"\\section{{{_heading(heading)}}}", ""]
        for name, overview, members in themes:
            lines += [f"\\subsection{{{_heading(name)}}}", "", _prose(overview, works, class_name), ""]
            lines += [*_table(next(numbers), name, members), ""]
    lines += [f"\\bibliographystyle{{{one.style}}}", r"\bibliography{survey}", r"\end{document}", ""]
    return {"survey.tex": "\n".join(lines), "survey.bib": bibtex([_entry(work) for work in works.values()], "ascii")}


def _entry(work: Work) -> Entry:
    """The entry of a work, under a key that LaTeX takes, with at most twenty authors."""
    if len(work.authors) > MOST_AUTHORS:
        work = replace(work, authors=work.authors[: MOST_AUTHORS - 1], authors_truncated=True)
    return replace(entry_of(work, classic=True), key=latex_key(work.key))


def _prose(markdown: str, works: Mapping[str, Work], class_name: ClassName) -> str:
    """Markdown as LaTeX; where the class's style does not pass on the authors, sentences name them."""
    written = latex_markdown(markdown, works.keys())
    if CLASSES[class_name].has_names:
        return written
    named = _NARRATIVE.sub(lambda cited: f"{_named(works[cited[1]])}~\\citep{{{cited[1]}}}", written)
    return _YEAR_ALONE.sub(r"\\citep", named)


def _named(work: Work) -> str:
    """The authors of a work as a sentence names them."""
    names = [latex(plain(name.last), "ascii") for name in work.authors or work.editors]
    if len(names) > _COUPLE or (names and work.authors_truncated):
        return f"{names[0]} et~al."
    return " and ".join(names) or latex(plain(work.title), "ascii")


def _figure(drawing: Drawing) -> list[str]:
    caption = latex(plain(drawing.caption), "ascii")
    return [
        r"\begin{figure}[htbp]",
        r"\centering",
        f"\\includegraphics[width=\\linewidth,height=0.8\\textheight,keepaspectratio]{{{drawing.name}}}",
        f"\\Description{{{caption}}}",
        f"\\caption{{{caption}}}\\label{{fig:{drawing.name}}}",
        r"\end{figure}",
        "",
    ]


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
    """A heading, without mathematics because it also goes into the table of contents and the PDF's outline."""
    return latex(plain(text), "ascii")


def _venue(work: Work) -> str:
    """The venue for a column: the short name that ends a long one, and arXiv where there is none."""
    venue = work.venue or ("arXiv" if work.identifier("arxiv") else "")
    short = _SHORT_NAME.search(venue) if len(venue) > _LONGEST_VENUE else None
    return short[1] if short else venue


def _table(number: int, theme: str, works: Sequence[Work]) -> list[str]:
    """The works of the theme with that number side by side, oldest first."""
    if not works:
        return []
    rows = [
        f"\\cite{{{latex_key(work.key)}}} & {latex(work.shown_title, 'ascii')}"
        f" & {latex(_venue(work), 'ascii')} & {work.year or ''} \\\\"
        for work in sorted(works, key=lambda work: (work.year or 0, work.key))
    ]
    name = "-".join(re.findall(r"[a-z0-9]+", theme.lower()))[:_LONGEST_STEM]
    return [
        r"{\footnotesize",
        r"\begin{longtable}{@{}l>{\raggedright\arraybackslash}p{0.52\linewidth}"
        r">{\raggedright\arraybackslash}p{0.3\linewidth}r@{}}",
        f"\\caption{{Works on {_heading(theme)}}}\\label{{tab:{number}-{name}}}\\\\",
        r"\toprule",
        r"Work & Title & Venue & Year \\",
        r"\midrule",
        r"\endfirsthead",
        r"\toprule",
        r"Work & Title & Venue & Year \\",
        r"\midrule",
        r"\endhead",
        *rows,
        r"\bottomrule",
        r"\end{longtable}}",
    ]
