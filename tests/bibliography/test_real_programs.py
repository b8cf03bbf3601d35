"""The programs that writers use take the bibliography without a warning."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import bibtexparser
import pytest
from pybtex.database import Person, parse_string

from generator.bibliography.bibtex import MONTHS, bibtex
from generator.bibliography.csl import csl_json
from generator.bibliography.entry import entry_of
from generator.bibliography.keys import assign_keys
from generator.bibliography.latex_classes import CLASSES, ClassName
from generator.bibliography.latex_survey import Document, Drawing, latex_survey
from generator.bibliography.published import Published
from generator.figures.pdf import pdf
from generator.names import Name
from tests.bibliography.publications import a_work

HOSTILE = '50% of $x_1$ & {a} \\b #1_c ^~ <i> "q" $\\input{x}$ costs $5'
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>'
PEOPLE = (
    Name("Müller", "Łukasz Ø."), Name("Berg", "Jan", "van der"), Name("King", "Martin", suffix="Jr."), Name("01.AI", corporate=True),
    Name("Simon and Garfunkel, Inc.", corporate=True), Name('{Evil} \\Corp, "Inc" and sons; # %', corporate=True), Name("<x>", "{y} \\z"), Name("Mausam"), Name("Van den Broeck", "Guy"),
)  # fmt: skip
WORKS = assign_keys(
    [
        a_work(
            "BERT & LLaMA: H$_2$O",
            PEOPLE,
            kind="article",
            venue="Journal of R&D",
            volume="3",
            number="2",
            pages="1–9",
            month=4,
            doi="10.1000/a_b",
        ),
        a_work("Only an issue", PEOPLE, kind="article", venue="J", number="2", year=2015),
        a_work(
            "In proceedings",
            PEOPLE[:1],
            kind="inproceedings",
            venue="ICLR",
            series="LNCS",
            volume="7",
            number="2",
            pages="e12",
            arxiv="1511.06391",
        ),
        a_work(
            "A number without a series",
            PEOPLE[:2],
            kind="inproceedings",
            venue="ICLR",
            number="2",
            editors=PEOPLE[1:3],
            publisher="ACM",
            address="Bonn",
        ),
        a_work("In a book", PEOPLE[:1], kind="incollection", venue="A Book", publisher="P", editors=PEOPLE[:2]),
        a_work("In a book of nobody", PEOPLE[:1], kind="incollection", venue="A Book"),
        a_work(
            "A book", "", editors=PEOPLE[:2], kind="book", publisher="P", isbn="9780306406157", volume="1", number="2"
        ),
        a_work("Proceedings", "", kind="proceedings", publisher="P"),
        a_work("Thesis", PEOPLE[:1], kind="phdthesis", school="MIT"),
        a_work("Thesis of nowhere", PEOPLE[:1], kind="mastersthesis"),
        a_work("Report", PEOPLE[:1], kind="techreport", publisher="RAND", number="7"),
        a_work(
            "Preprint", PEOPLE[:1], kind="preprint", arxiv="cs/0101001", primary_class="cs.CL", authors_truncated=True
        ),
        a_work("Nothing known", "", kind="misc", year=None),
        a_work(
            f"{HOSTILE} ½ ⅓ ⊢ C++",
            (Name(HOSTILE, HOSTILE), Name("李", "小龙"), Name("Иванов", "Пётр")),
            kind="inproceedings",
            venue=HOSTILE,
            url="https://x.org/a_b%20c#d&e",
        ),
    ],
    Published(),
)[0]
ENTRIES = [entry_of(work) for work in WORKS]
CLASSIC = [entry for entry in (entry_of(work, classic=True) for work in WORKS) if entry["year"]]
STYLES = (
    "plain",
    "abbrv",
    "alpha",
    "unsrt",
    "acm",
    "apalike",
    "plainnat",
    "IEEEtran",
    "splncs04",
    "ACM-Reference-Format",
)
DATED = [entry for entry in ENTRIES if entry["year"]]  # that a year is missing is worth a warning


def run(folder: Path, *command: str) -> str:
    """What a program says; skipped where it is not installed, except in CI."""
    if not shutil.which(command[0]):
        if os.environ.get("CI"):
            pytest.fail(f"{command[0]} is not installed in CI")
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=180, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_bibtex_has_no_warning_and_prints_where_a_preprint_is(style: str, tmp_path: Path) -> None:
    (tmp_path / "survey.bib").write_text(bibtex(CLASSIC, "ascii", "The survey\nof all"), encoding="ascii")
    (tmp_path / "t.aux").write_text(
        f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{survey}}\n", encoding="ascii"
    )
    if (
        shutil.which("kpsewhich")
        and not subprocess.run(["kpsewhich", f"{style}.bst"], capture_output=True, check=False).stdout
    ):
        pytest.skip(f"the style {style} is not installed")
    said = run(tmp_path, "bibtex", "t")
    # ACM asks for what nobody may know (publisher, address, pages), and that is worth a warning.
    unknown = (
        re.compile(r"empty (?:publisher|address) in|page numbers missing|no number and no volume")
        if style == "ACM-Reference-Format"
        else None
    )
    warnings = [
        line for line in re.findall(r"^Warning--.*", said, re.MULTILINE) if not (unknown and unknown.search(line))
    ]
    assert warnings == []
    printed = (tmp_path / "t.bbl").read_text(encoding="ascii")
    assert printed.count("\\bibitem") == len(CLASSIC)
    assert "cs/0101001" in printed


@pytest.mark.slow
def test_biber_finds_every_field_in_its_data_model(tmp_path: Path) -> None:
    (tmp_path / "survey.bib").write_text(bibtex(DATED, header="The survey"), encoding="utf-8")
    document = [
        r"\documentclass{article}", r"\usepackage[T1]{fontenc}", r"\usepackage[backend=biber]{biblatex}", r"\addbibresource{survey.bib}",
        r"\begin{document}", r"\nocite{*}", r"\printbibliography", r"\end{document}",
    ]  # fmt: skip
    (tmp_path / "t.tex").write_text("\n".join(document), encoding="ascii")
    run(tmp_path, "pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "t.tex")
    assert [line for line in run(tmp_path, "biber", "t").splitlines() if line.startswith(("WARN", "ERROR"))] == []
    said = run(tmp_path, "biber", "--validate-datamodel", "t")
    problems = [line for line in said.splitlines() if line.startswith(("WARN", "ERROR"))]
    # BibLaTeX has `archiveprefix` as another name of `eprinttype`, which it reads first. Zotero reads this one only, and
    # BibTeX's styles that one only, so that an entry has both.
    problems = [line for line in problems if "Field 'archiveprefix' invalid" not in line]
    # An edited book is a `book` for BibTeX, which has no `collection`, and BibLaTeX prints it all the same.
    printed = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "t.tex"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    faults = [line for line in printed.stdout.decode("utf-8", "replace").splitlines() if line.startswith("! ")]
    assert [
        line for line in faults if "Unicode character" not in line
    ] == []  # pdflatex has no letters for Cyrillic and Chinese
    assert [
        line for line in problems if "muller2016bookc" not in line or "Missing mandatory field 'author'" not in line
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("form", ["bib", "json"])
def test_pandoc_cites_every_work(form: str, tmp_path: Path) -> None:
    (tmp_path / "survey.bib").write_text(bibtex(ENTRIES), encoding="utf-8")
    (tmp_path / "survey.json").write_text(csl_json(WORKS), encoding="utf-8")
    (tmp_path / "t.md").write_text("".join(f"@{work.key}\n\n" for work in WORKS), encoding="utf-8")
    said = run(
        tmp_path, "pandoc", "--citeproc", f"--bibliography=survey.{form}", "-t", "plain", "--fail-if-warnings", "t.md"
    )
    assert "BERT & LLaMA" in said
    assert "van der Berg" in said


@pytest.mark.slow
@pytest.mark.parametrize("class_name", CLASSES)
def test_the_latex_survey_compiles(class_name: ClassName, tmp_path: Path) -> None:
    overview = (
        f"Seen by @{WORKS[2].key} [see @{WORKS[0].key}, p. 3; @{WORKS[1].key}] & **{HOSTILE.replace('$', '')}**\n\n"
        f"- a list [1]\n- [x](https://x.org/a_b%20c#d)\n\n```\n{HOSTILE}\n```\n"
    )
    made_of = Document(
        f"A survey: {HOSTILE}", [Name("B & C", "A")], [("One & all", [("Theme #1 $x^2$", overview, WORKS)])], "Of *it*.",
        [Drawing("flow", "Numbers & more")],
    )  # fmt: skip
    for name, text in latex_survey(made_of, class_name).items():
        (tmp_path / name).write_text(text, encoding="ascii")
    (tmp_path / "flow.pdf").write_bytes(pdf(SQUARE))
    latex = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "survey.tex")
    run(tmp_path, *latex)
    run(tmp_path, "bibtex", "survey")
    for _ in range(2):
        run(tmp_path, *latex)
    run(tmp_path, *latex)
    said = (tmp_path / "survey.log").read_text("latin-1")
    # Fonts of ACM's that Debian packs with a gigabyte of others; what stands in for them is the class's own choice.
    fonts = r"Class acmart Warning: You do not have the|LaTeX Font Warning: "
    warned = re.findall(r"^.*Warning: .*", said, flags=re.MULTILINE)
    assert [line for line in warned if class_name != "acmart" or not re.match(fonts, line)] == []
    assert (tmp_path / "survey.pdf").stat().st_size > 10_000


@pytest.mark.parametrize("charset", ["utf-8", "ascii"])
def test_a_round_trip_through_bibtexparser_loses_nothing(charset: str) -> None:
    text = bibtex(ENTRIES, charset)  # type: ignore[arg-type]
    library = bibtexparser.parse_string(text)
    again = "\n".join(
        f"@{entry.entry_type}{{{entry.key},\n"
        + "".join(f"  {field.key} = {_written(field.key, field.value)},\n" for field in entry.fields)
        + "}\n"
        for entry in library.entries
    )
    assert again == text


@pytest.mark.parametrize("charset", ["utf-8", "ascii"])
def test_a_round_trip_through_pybtex_loses_nothing(charset: str) -> None:
    text = bibtex(ENTRIES, charset)  # type: ignore[arg-type]
    read = parse_string(text, "bibtex")
    for entry in bibtexparser.parse_string(text).entries:
        other = read.entries[entry.key]
        people = {role: " and ".join(_person(person) for person in persons) for role, persons in other.persons.items()}
        fields = people | {
            name: value if name != "month" else value[:3].lower() for name, value in other.fields.items()
        }
        assert fields == {field.key: field.value for field in entry.fields}


def _written(name: str, value: str) -> str:
    return value if name == "month" and value in MONTHS else f"{{{value}}}"


def _person(person: Person) -> str:
    last = " ".join([*person.prelast_names, *person.last_names])
    return ", ".join(
        part
        for part in (last, " ".join(person.lineage_names), " ".join([*person.first_names, *person.middle_names]))
        if part
    )
