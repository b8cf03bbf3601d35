from __future__ import annotations

import pytest

from generator.bibliography.latex_markdown import latex_markdown
from generator.bibliography.latex_survey import latex_survey
from tests.bibliography.publications import a_work

KEYS = {"vinyals2016order", "DBLP:conf/nips/X17", "b_2"}


@pytest.mark.parametrize(
    ("markdown", "written"),
    [
        ("Seen [@vinyals2016order; @b_2].", r"Seen \citep{vinyals2016order,b_2}."),
        ("[see @vinyals2016order, p. 3; @b_2]", r"\citep[{see}][{p. 3}]{vinyals2016order}; \citep{b_2}"),
        ("@DBLP:conf/nips/X17: it holds.", r"\citet{DBLP:conf/nips/X17}: it holds."),
        ("In 2016 [-@b_2]", r"In 2016 \citeyearpar{b_2}"),
        ("[@unknown] and @nobody", "[@unknown] and @nobody"),
        ("write to me@b_2 or \\@b_2", r"write to me@b\_2 or @b\_2"),
        ("`@b_2 $x$`", r"\texttt{@b\_2 \$x\$}"),
        ("**bold *and* more** & 5%", r"\textbf{bold \emph{and} more} \& 5\%"),
        ("[a_b](https://x.org/a_b?c#d%20e)", r"\href{https://x.org/a_b?c\#d\%20e}{a\_b}"),
        ("[x](javascript:alert)", "x"),
        ("# Title {#id}\n\ntext\nmore", "\\paragraph{Title}\n\ntext more"),
        (
            "- a\n  b\n- c\n\n1. d",
            "\\begin{itemize}\n\\item {}a b\n\\item {}c\n\\end{itemize}\n\n\\begin{enumerate}\n\\item {}d\n\\end{enumerate}",
        ),
        ("> said\n> so", "\\begin{quote}\nsaid so\n\\end{quote}"),
        ("$O(n^2)$ and snake_case_word", r"$O(n^2)$ and snake\_case\_word"),
    ],
)
def test_markdown_becomes_latex(markdown: str, written: str) -> None:
    assert latex_markdown(markdown, KEYS) == written


def test_a_survey_is_a_document_with_its_bibliography() -> None:
    works = [
        a_work("Later & better", key="b_2", year=2020),
        a_work(key="vinyals2016order", venue="ICLR", kind="inproceedings"),
    ]
    files = latex_survey(
        "Sets & order", ["Ann Author"], [("Models", [("Attention", "All of [@b_2].", works), ("Nothing yet", "", [])])]
    )
    document = files["survey.tex"]
    assert list(files) == ["survey.tex", "survey.bib"]
    assert r"\title{Sets \& order}" in document
    assert (
        document.index(r"\section{Models}") < document.index(r"\subsection{Attention}") < document.index(r"\citep{b_2}")
    )
    assert document.index(r"\cite{vinyals2016order} & Order Matters") < document.index(
        r"\cite{b_2} & Later \& better &  & 2020 \\"
    )
    assert files["survey.bib"].count("@") == 2
