"""Whatever a text holds: a paper, read by its own format's parser, is made of what papers on harmless texts are made of,
and says the texts as they are. LaTeX by pylatexenc in every class, Typst by its compiler, Word as XML.

`SURVEY_PAPERS` gives the number of documents that are drawn for each class of LaTeX.
"""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typst
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pylatexenc.latexwalker import LatexEnvironmentNode, LatexMacroNode, LatexNode, LatexWalker

from generator.bibliography.latex_classes import CLASSES, ClassName
from generator.bibliography.latex_survey import Document, latex_survey
from generator.names import Name
from generator.papers.pandoc import pandoc_survey
from generator.text.escape import visible
from tests.bibliography.publications import a_work
from tests.bibliography.wild import TEXT
from tests.hostile_payloads import texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = int(os.environ.get("SURVEY_PAPERS", "10"))
AT_ONCE = 40  # texts in one document
# What mathematics can hold that is a command elsewhere, and what each of the formats takes for one.
COMMANDS = (
    r"$\input{/etc/passwd}$", r"$\href{javascript:ran()}{x}$", r"$\includegraphics{/etc/passwd}$", r"$\htmlClass{a}{b}$",
    r"$\text{#panic()}$", r'$"#panic()"$', r"$\immediate\write18{id}$", r"$\csname input\endcsname{/etc/passwd}$", r"$\catcode`\$=12$",
    r"$\def\a{\a\a}\a$", "$x$ #panic() $y$", r"$\#panic()$", r"$a \quad #read(a)$", "`#panic()`{=typst}", "```{=latex}\n\\input{x}\n```",
    "<w:p/>", "{=openxml}", "<div>#panic()</div>", r"\input{/etc/passwd}", r"\write18{id}", r"^^5cinput{/etc/passwd}", "@k0", "[@k0]",
    "#let a = 1", '#image("/etc/passwd")', "#set page(width: 1pt)", "= Heading", "- item", "+ item", "/ a: b", "<label>", "$ x $", "//comment",
    "/* comment", "https://a.example/#b", "---", "...", "~", "\\", "'\"", "[^1]", "[^1]: note", "::: {#refs}", "| a | b |\n|---|---|", "--- \na: b\n---",
)  # fmt: skip
HARMLESS = (
    "Otters at sea", "Čermák & Sons", "the “sea” otter", "50% of #1", "a_b", "$x^2$ and $\\alpha_1$ of $\\mathcal{O}(n \\log n)$", "https://a.example/b",
    "A: b, c; d", "12", "$\\frac{a}{b} \\le \\sqrt{2} \\sum_{i=1}^n x_i$", "ø ß 深 Ж é",
)  # fmt: skip


def document(said: Sequence[str]) -> Document:
    """A paper in which each text is a title, a venue, a name, and a text of an overview."""
    works = [
        a_work(
            f"One {text}",
            key=f"k{at}",
            authors=(Name("Roe", f"J. {text}"),),
            venue=f"V {text}",
            abstract=text,
            year=2001,
        )
        for at, text in enumerate(said)
    ]
    themes = [(f"T {text}", "As [@k0] says.", [work]) for text, work in zip(said, works, strict=True)]
    return Document(f"S {said[0]}", [Name("Ng", f"A. {said[-1]}")], [(f"C {said[0]}", themes)], "Scope.")


def nodes(found: Sequence[LatexNode | None]) -> Iterator[LatexNode]:
    """All nodes of a document of LaTeX."""
    for node in found:
        if node is None:
            continue
        yield node
        arguments = getattr(getattr(node, "nodeargd", None), "argnlist", None) or ()
        yield from nodes(arguments)
        yield from nodes(getattr(node, "nodelist", None) or ())


def commands(text: str) -> set[str]:
    """The names of all commands and environments of a text of LaTeX; raises LatexWalkerParseError where it is none."""
    walker = LatexWalker(text, tolerant_parsing=False)
    found, _, length = walker.get_latex_nodes()
    assert length == len(text)
    names = set()
    for node in nodes(found):
        if isinstance(node, LatexMacroNode):
            names.add(node.macroname)
        elif isinstance(node, LatexEnvironmentNode):
            names.add(f"begin {node.environmentname}")
    return names


# Commands by which a text of LaTeX does more than say something.
FORBIDDEN = frozenset(
    "input include InputIfFileExists openin openout read write immediate special csname endcsname catcode def edef gdef xdef let "
    "newcommand renewcommand usepackage RequirePackage documentclass includegraphics verbatiminput lstinputlisting directlua luaexec "
    "loop expandafter everypar output end begin makeatletter active lowercase uppercase futurelet afterassignment".split()
)


def check_latex(said: Sequence[str], class_name: ClassName) -> None:
    """The commands before the first text and after the last are the writer's; in between none does anything but say."""
    files = latex_survey(document(said), class_name)
    head, _, body = files["survey.tex"].partition(r"\begin{document}")
    harmless_head, _, harmless = latex_survey(document(HARMLESS), class_name)["survey.tex"].partition(
        r"\begin{document}"
    )
    title = re.compile(r"\\(?:hypersetup|title|titlerunning|author|markboth|authorrunning|affil).*")
    assert title.sub("", head).splitlines()[:20] == title.sub("", harmless_head).splitlines()[:20]
    assert files["survey.tex"].isascii()
    body = body.replace(r"\end{document}", "")
    made = commands(harmless.replace(r"\end{document}", ""))
    assert commands(body) & (FORBIDDEN - made) == set()
    assert {name for name in commands(body) if name.startswith("begin ")} <= made
    for mark, number in ((r"\section{", 1), (r"\subsection{", len(said)), (r"\begin{longtable}", len(said))):
        if mark in harmless:
            assert body.count(mark) == number, mark


def in_letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(re.findall(r"[^\W_]+", visible(text)))


@cache
def parts_of_word() -> frozenset[str]:
    """The elements of a harmless document of Word."""
    return frozenset(_elements(pandoc_survey(document(HARMLESS), "docx")["survey.docx"]))


def _elements(content: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"word/(?:document|footnotes)\.xml", name)]
        return {node.tag for name in names for node in ET.fromstring(archive.read(name)).iter()}


def check_word(said: Sequence[str]) -> None:
    content = pandoc_survey(document(said), "docx")["survey.docx"]
    extra = {tag for tag in _elements(content) - parts_of_word() if "/math}" not in tag}
    assert extra == set()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        targets = ET.fromstring(archive.read("word/_rels/document.xml.rels"))
        outside = [one.get("Target", "") for one in targets if one.get("TargetMode") == "External"]
        assert not [name for name in archive.namelist() if name.startswith("word/media/")]
        cells = ["".join(cell.itertext()) for cell in ET.fromstring(archive.read("word/document.xml")).iter(f"{W}tc")]
        styles = [node.get(f"{W}val") for node in ET.fromstring(archive.read("word/document.xml")).iter(f"{W}pStyle")]
    assert all(re.match(r"https?://", target) for target in outside), outside
    assert (styles.count("Heading1"), styles.count("Heading2")) == (2, len(said))
    assert missing(said, cells) == []


def check_typst(said: Sequence[str], folder: Path) -> None:
    for name, content in pandoc_survey(document(said), "typst").items():
        (folder / name).write_bytes(content)
    main = str(folder / "survey.typ")
    headings = json_of(main, "heading")
    assert len(headings) == 3 + len(said)  # the section's, and those of the references
    assert json_of(main, "image") == []
    links = {str(link["dest"]) for link in json_of(main, "link") if isinstance(link["dest"], str)}
    assert all(re.match(r"https?://|mailto:", link) for link in links), links
    tables = json_of(main, "table")
    assert len(tables) == len(said)
    assert missing(said, ["".join(said_by(table)) for table in tables]) == []


def said_by(element: object) -> Iterator[str]:
    """The texts in an element of Typst, in their order."""
    if isinstance(element, dict):
        if isinstance(element.get("text"), str):
            yield element["text"]
        elif element.get("func") == "space":
            yield " "
        for value in element.values():
            yield from said_by(value) if isinstance(value, (dict, list)) else ()
    elif isinstance(element, list):
        for one in element:
            yield from said_by(one)


def missing(said: Sequence[str], shown: Sequence[str]) -> list[str]:
    """The texts whose letters stand in nothing that is shown; those with mathematics are written in other ways."""
    letters = [in_letters(text) for text in shown]
    return [text for text in said if "$" not in text and not any(in_letters(f"One {text}") in one for one in letters)]


def json_of(main: str, selector: str) -> list[dict[str, object]]:
    """The elements of a kind in a document of Typst; its compiler raises where a text is a command that fails."""
    found: list[dict[str, object]] = json.loads(typst.query(main, selector, root=str(Path(main).parent)))
    return found


ALL = (*COMMANDS, *texts())
BATCHES = [ALL[at : at + AT_ONCE] for at in range(0, len(ALL), AT_ONCE)]
DRAWING = settings(
    max_examples=DRAWN,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


@pytest.mark.parametrize("class_name", CLASSES)
@pytest.mark.parametrize("batch", range(len(BATCHES)))
def test_no_payload_is_a_command_in_latex(class_name: ClassName, batch: int) -> None:
    check_latex(BATCHES[batch], class_name)


@pytest.mark.parametrize("class_name", CLASSES)
@DRAWING
@given(said=st.lists(TEXT, min_size=2, max_size=4))
def test_no_text_is_a_command_in_latex(class_name: ClassName, said: list[str]) -> None:
    check_latex(said, class_name)


@pytest.mark.parametrize("batch", range(len(BATCHES)))
def test_no_payload_adds_to_a_document_of_word(batch: int) -> None:
    check_word(BATCHES[batch])


@pytest.mark.parametrize(
    "text", ["[a](javascript:ran(1))", "![x](https://a.example/x.png)", "<b>a</b> *b* `c`", "$x$ @k0"]
)
def test_the_title_and_the_authors_of_a_paper_are_no_markdown(text: str, tmp_path: Path) -> None:
    check_typst([text], tmp_path)


@pytest.mark.parametrize("batch", range(len(BATCHES)))
def test_no_payload_adds_to_a_document_of_typst(batch: int, tmp_path: Path) -> None:
    check_typst(BATCHES[batch], tmp_path)
