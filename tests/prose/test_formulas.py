"""Formulas in what people write: drawn when the page is made, by the extension that a project's `mkdocs.yml` names."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import MakeProject

from .test_raw_html import site_html

LINES = "  - pymdownx.arithmatex:\n      generic: true\n"
MKDOCS = f"site_name: S\nmarkdown_extensions:\n  - tables\n{LINES}nav:\n  # <survey>\n  # </survey>\n"
Said = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Of $x_i$ the", "<i>x</i><sub><i>i</i></sub>"),
        (r"Of \(x_i\) the", "<i>x</i><sub><i>i</i></sub>"),
        ("| a |\n|---|\n| $x^2$ |", "<i>x</i><sup>2</sup>"),
        ("- $p < 0.05$", "<i>p</i>\u00a0&lt; 0.05"),
        ("$$\n\\frac{a}{b} < c\n$$", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
        ("\\[\na & b\n\\]", '<math display="block"><mi>a</mi><mi>b</mi></math>'),
        ("\\begin{align}\na &= b\n\\end{align}", "<mtable>"),
    ],
)
def test_a_formula_in_prose_is_drawn(text: str, shown: str) -> None:
    page = site_html(text)
    assert shown in page
    assert "arithmatex" not in page
    assert "\\" not in page


@pytest.mark.parametrize("text", ["$" + "_1" * 331 + "$", "$$\n" + "x^1" * 1600 + "\n$$", "$" + "_{x_1" * 900 + "$"])
def test_a_formula_nested_beyond_all_bounds_does_not_stop_the_page(text: str) -> None:
    assert "after it" in site_html(f"{text}\n\nafter it")


@pytest.mark.parametrize("text", ["`$x_i$`", "It costs $5 and $6.", "    $x_i$"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert "formula" not in site_html(text)
    assert "$" in site_html(text)


def test_a_heading_with_a_formula_has_its_text_in_the_list_of_contents() -> None:
    assert 'id="the-x2-rule"' in site_html("## The $x^2$ rule")


@pytest.mark.parametrize("formula", ["<img src=x onerror=alert(1)>", r"\text{<b>}", "&lt;script&gt;", '"><script>'])
def test_a_formula_in_prose_makes_no_markup(formula: str) -> None:
    for text in (f"A ${formula}$ b", f"$$\n{formula}\n$$"):
        page = site_html(text).replace("</", "<")
        for element in ("img", "script", "b>"):
            assert f"<{element}" not in page.replace("<b> ", "")


def upgraded(folder: Path) -> str:
    main(["upgrade", "--yes", "--project", str(folder)])
    return (folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_project_that_only_finds_formulas_is_told_and_upgraded(project: MakeProject, capsys: Said) -> None:
    folder = project({"mkdocs.yml": MKDOCS})
    assert main(["build", "--project", str(folder)]) == 0
    assert "note: mkdocs.yml: does not name the extension generator.prose.formulas" in capsys.readouterr().err
    text = upgraded(folder)
    assert f"  - tables\n  - generator.prose.formulas\n{LINES}nav:" in text
    assert main(["build", "--project", str(folder)]) == 0
    assert "generator.prose.formulas" not in capsys.readouterr().err
    assert upgraded(folder) == text


@pytest.mark.parametrize(
    "lines", ["", "  - generator.prose.formulas\n" + LINES, LINES + "  - generator.prose.formulas  # ours\n"]
)
def test_a_project_without_formulas_or_with_both_lines_stays(lines: str, project: MakeProject) -> None:
    folder = project({"mkdocs.yml": MKDOCS.replace(LINES, lines)})
    assert upgraded(folder) == MKDOCS.replace(LINES, lines)
