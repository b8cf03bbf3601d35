from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.latex_classes import CLASSES, ClassName
from generator.bibliography.latex_markdown import latex_markdown
from generator.bibliography.latex_survey import Document, Drawing, latex_key, latex_survey
from generator.names import Name
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
        Document(
            "Sets & order",
            [Name("Author", "Ann")],
            [("Models", [("Attention", "All of [@b_2].", works), ("Nothing yet", "", [])])],
        )
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


@pytest.mark.parametrize(
    "key",
    [
        r"\csname@@input\endcsname/etc/passwd",
        r"a}\input{/etc/passwd}\cite{b",
        "a%b",
        "a,b",
        "a b",
        "a^^5cinput",
        "a#1~$&",
        "ключ",
        "}",
    ],
)
def test_no_key_becomes_a_command_and_document_and_bibliography_name_it_alike(key: str) -> None:
    files = latex_survey(Document("T", [], [("S", [("Theme", f"As @{key} and [@{key}] say.", [a_work(key=key)])])]))
    (cited,) = re.findall(r"\\cite\{([^{}]*)\}", files["survey.tex"])
    assert re.fullmatch(r"[A-Za-z0-9:/.+_-]+", cited)
    assert f"@article{{{cited}," in files["survey.bib"] or f"@misc{{{cited}," in files["survey.bib"]
    for command in (r"\input", r"\csname", r"\endcsname", r"\write", r"\catcode"):
        assert command not in files["survey.tex"] + files["survey.bib"]


HOSTILE = (
    r"\input{/etc/passwd}",
    r"\write18{id}",
    r"\catcode`\%=12",
    r"$\input{x}$",
    r"$\def\a{b}$",
    r"$a^^5cinput{x}$",
    "%\n\\input{x}",
    r"}\end{document}",
)


@pytest.mark.parametrize("class_name", CLASSES)
@pytest.mark.parametrize("said", HOSTILE)
def test_no_text_becomes_a_command_wherever_it_stands(said: str, class_name: ClassName) -> None:
    overview = f"{said} [{said}](https://x.org/{said}) **{said}** `{said}` [see {said} @k, {said}]\n\n# {said}\n\n> {said}\n\n- {said}\n\n```\n{said}\n```"
    work = a_work(said, key="k", abstract=said, venue=said)
    made_of = Document(said, [Name(said)], [(said, [(said, overview, [work])])], said, [Drawing("flow", said)])
    files = latex_survey(made_of, class_name)
    written = files["survey.tex"] + files["survey.bib"]
    assert not re.search(r"\\(?:input|write|catcode|def|csname)\b|\^\^|(?<!\\)%[^\n]*input", written)
    assert written.count(r"\end{document}") == 1


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_keys_stay_two(first: str, second: str) -> None:
    assert first == second or latex_key(first) != latex_key(second)


TEAM = tuple(Name(f"Family{number}", "Ann") for number in range(30))


def test_a_reference_names_at_most_twenty_authors() -> None:
    files = latex_survey(Document("T", [], [("S", [("Theme", "", [a_work(key="k", authors=TEAM)])])]))
    (people,) = re.findall(r"author = \{(.*)\},", files["survey.bib"])
    assert people.split(" and ")[-2:] == ["Family18, Ann", "others"]
    assert len(people.split(" and ")) == 20


@pytest.mark.parametrize(
    ("class_name", "cited"),
    [("article", r"\citet{k} and \citeyearpar{k}"), ("llncs", r"Family0 et~al.~\citep{k} and \citep{k}")],
)
def test_a_sentence_names_the_authors_where_the_style_cannot(class_name: ClassName, cited: str) -> None:
    made_of = Document("T", [], [("S", [("Theme", "As @k and [-@k] say.", [a_work(key="k", authors=TEAM)])])])
    assert f"As {cited} say." in latex_survey(made_of, class_name)["survey.tex"]


def test_an_abstract_a_table_and_a_figure_have_their_captions_and_labels() -> None:
    made_of = Document(
        "T & U", [Name("Author", "Ann")], [("S", [("Theme & more", "", [a_work(key="k")])] * 2)], "What it *covers*.",
        [Drawing("flow", "From records to works.")],
    )  # fmt: skip
    for class_name in CLASSES:
        text = latex_survey(made_of, class_name)["survey.tex"]  # type: ignore[arg-type]
        assert text.index(r"\begin{abstract}") < text.index(r"What it \emph{covers}.") < text.index(r"\end{abstract}")
        assert (text.index(r"\maketitle") < text.index(r"\begin{abstract}")) == (class_name != "acmart")
        assert r"\hypersetup{pdftitle={T \& U},pdfauthor={Ann Author}}" in text
        assert r"\includegraphics" in text
        labels = re.findall(r"\\label\{([^{}]*)\}", text)
        assert labels == ["fig:flow", "tab:1-theme-more", "tab:2-theme-more"]


@pytest.mark.parametrize(
    ("venue", "shown"),
    [
        ("EMNLP", "EMNLP"),
        (
            "Proceedings of the Workshop on Empowering Education with Language Models and Content (AIEDLLM 2023)",
            "AIEDLLM 2023",
        ),
        ("Transactions on Speech (Series B)", "Transactions on Speech (Series B)"),
        ("A journal whose long name ends without any short one, and fills a column of its own", None),
    ],
)
def test_a_long_venue_gives_way_to_its_short_name_in_a_table(venue: str, shown: str | None) -> None:
    works = [a_work(key="b_2", venue=venue, kind="inproceedings")]
    table = latex_survey(Document("T", [], [("S", [("Theme", "", works)])]))["survey.tex"]
    assert f" & {shown or venue} & " in table
