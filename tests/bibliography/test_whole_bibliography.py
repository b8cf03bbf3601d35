"""Real programs take the whole bibliography of the shipped survey: every work, none lost, none refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.bibliography.bibtex import bibtex
from generator.bibliography.csl import csl_json
from generator.bibliography.entry import entry_of
from generator.bibliography.latex_classes import CLASSES, ClassName
from generator.bibliography.ris import ris
from generator.works import Work
from tests.bibliography.test_npm_programs import named, people, read_by_npm
from tests.bibliography.test_real_programs import STYLES, run
from tests.shipped import shipped

pytestmark = pytest.mark.slow
# What no bibliography says of these works: pages and publishers that are unknown, and places of works that are only on
# the web.
UNKNOWN = re.compile(r"Warning--(?:page numbers missing|empty address|empty publisher|no number and no volume)")
DOCUMENT = r"""\documentclass{article}
\usepackage[utf8]{inputenc}
\usepackage[backend=biber]{biblatex}
\addbibresource{survey.bib}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""


@pytest.fixture(scope="module")
def works() -> list[Work]:
    return list(shipped().works.values())


@pytest.fixture(scope="module")
def folder(works: list[Work], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bibliography in the forms that the programs read."""
    made = tmp_path_factory.mktemp("whole")
    (made / "survey.bib").write_text(bibtex(map(entry_of, works)), encoding="utf-8")
    classic = bibtex([entry_of(work, classic=True) for work in works], "ascii")
    (made / "survey-ascii.bib").write_text(classic, encoding="ascii")
    (made / "survey.ris").write_text(ris(works), encoding="utf-8")
    (made / "survey.json").write_text(csl_json(works), encoding="utf-8")
    return made


@pytest.mark.parametrize("style", STYLES)
def test_bibtex_prints_every_work_in_every_style(style: str, folder: Path, works: list[Work]) -> None:
    name = f"in-{style}"
    citation = f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{survey-ascii}}\n"
    (folder / f"{name}.aux").write_text(citation, encoding="ascii")
    said = run(folder, "bibtex", name)
    warned = [line for line in said.splitlines() if line.startswith("Warning--") and not UNKNOWN.match(line)]
    assert warned == []
    assert (folder / f"{name}.bbl").read_text("latin-1").count("\\bibitem") == len(works)


def test_biber_reads_every_entry(folder: Path, works: list[Work]) -> None:
    (folder / "t.tex").write_text(DOCUMENT, encoding="utf-8")
    run(folder, "pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "t.tex")
    said = run(folder, "biber", "t")
    assert [line for line in said.splitlines() if line.startswith(("WARN", "ERROR"))] == []
    assert (folder / "t.bbl").read_text("utf-8").count("\\entry{") == len(works)


def test_pandoc_and_bibutils_read_every_work(folder: Path, works: list[Work]) -> None:
    (folder / "all.md").write_text("---\nnocite: '@*'\n---\n", encoding="utf-8")
    said = run(
        folder, "pandoc", "--citeproc", "--bibliography=survey.bib", "-t", "html", "--fail-if-warnings", "all.md"
    )
    assert said.count('class="csl-entry"') == len(works)
    assert run(folder, "ris2xml", "survey.ris").count("<mods ") == len(works)


def test_typst_reads_every_entry(folder: Path, works: list[Work]) -> None:
    import typst

    (folder / "t.typ").write_text('#bibliography("survey.bib", full: true)\n', encoding="utf-8")
    page = typst.compile(str(folder / "t.typ"), root=str(folder))
    assert page.startswith(b"%PDF")
    assert typst.query(str(folder / "t.typ"), "bibliography", root=str(folder)).count("survey.bib") == 1
    assert len(works) > 300


def test_the_programs_of_npm_lose_nothing(folder: Path, works: list[Work]) -> None:
    read = read_by_npm(folder)
    assert read["parser"]["survey.bib"]["errors"] == read["parser"]["survey-ascii.bib"]["errors"] == []
    for found in (*(one["works"] for one in read["parser"].values()), *read["citation"].values()):
        assert len(found) == len(works)
    for entry, work in zip(read["citation"]["survey.ris"], works, strict=True):
        assert (entry["year"], named(entry, work)) == (str(work.year or ""), people(work))
    assert len(read["printed"]) == len(works)


@pytest.mark.parametrize("class_name", CLASSES)
def test_the_paper_on_the_survey_is_set_without_a_warning(class_name: ClassName, tmp_path: Path) -> None:
    from generator.papers.paper import paper

    survey = shipped()
    for name, content in paper(survey, list(survey.works.values()), "latex", class_name).items():
        (tmp_path / name).write_bytes(content.encode("ascii") if isinstance(content, str) else content)
    latex = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "survey.tex")
    run(tmp_path, *latex)
    run(tmp_path, "bibtex", "survey")
    for _ in range(3):
        run(tmp_path, *latex)
    said = (tmp_path / "survey.log").read_text("latin-1")
    fonts = r"Class acmart Warning: You do not have the|LaTeX Font Warning: "
    warned = re.findall(r"^.*(?:Warning: |Overfull ).*", said, flags=re.MULTILINE)
    assert [line for line in warned if class_name != "acmart" or not re.match(fonts, line)] == []
