"""A small survey, and what a person may do to it."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import progress
from tests.project.surveys import MKDOCS, make

WORKS = """
@article{{smith2022order, title={{Order matters for sets}}, author={{Smith, Ann and Lee, Cy}}, year={{2022}},
  journal={{Sets}}, abstract={{We propose OrderNet, a network that reads sets in order. It is better than others.}}}}
@article{{jones2021sets, title={{Sets without any order}}, author={{Jones, Bo and Lee, Cy}}, year={{2021}},
  journal={{Sets}}, abstract={{Sets have no order. We compare OrderNet with graphs and find that order is {found}.}}}}
@inproceedings{{lee2023graphs, title={{Graphs after sets}}, author={{Lee, Cy}}, year={{2023}}, booktitle={{Graphs}}}}
"""
MORE = "@article{new2024, title={A graph of orders}, author={Smith, Ann}, year={2024}, journal={Graphs}}\n"
DUPLICATE = "@misc{x, title={Graphs after sets}, author={Lee, Cy}, year={2023}, eprint={2301.00001}}\n"
THEMES = (
    "sections:\n  - title: All\n    themes:\n"
    "      - {{id: sets, title: {title}, scope: Order and sets., terms: [order, sets]}}\n"
    "      - {{id: graphs, title: Graphs, scope: Graphs of things., terms: [graph, graphs]}}\n"
)
SETTINGS = 'title: {title}\ndate: "2026-01-01"\nauthors: [Ann Smith]\n{more}'
START = {
    "mkdocs.yml": MKDOCS,
    "bib/survey.yml": SETTINGS.format(title="Sets", more=""),
    "bib/themes.yml": THEMES.format(title="Sets"),
    "bib/sources/a.bib": WORKS.format(found="useless"),
    "bib/overviews/sets.md": "Order matters [@smith2022order]. Others disagree [@jones2021sets].\n",
}
# What a person may do to a project, one thing at a time: the file, and its text (None: it goes).
EDITS: tuple[tuple[str, str | None], ...] = (
    ("bib/overviews/sets.md", "Order hardly matters [@jones2021sets].\n"),
    ("bib/overviews/sets.md", "What @smith2022order found is open.\n\n## Open questions\n\n- Why [@smith2022order]?\n"),
    ("bib/overviews/sets.md", None),
    ("bib/overviews/graphs.md", "Graphs [@lee2023graphs] come after sets [@jones2021sets].\n"),
    ("bib/overviews/index.md", "All about sets.\n"),
    ("bib/pages/reading.md", "---\ntitle: Reading\n---\n\nBegin with @lee2023graphs.\n"),
    ("bib/pages/reading.md", None),
    ("bib/survey.yml", SETTINGS.format(title="Orders", more="")),
    ("bib/survey.yml", SETTINGS.format(title="Sets", more="citations: {style: numbered}\n")),
    ("bib/survey.yml", SETTINGS.format(title="Sets", more="language: de\n")),
    ("bib/survey.yml", SETTINGS.format(title="Sets", more="url: https://example.org/\n")),
    ("bib/survey.yml", SETTINGS.format(title="Sets", more="").replace("01-01", "02-02")),
    ("bib/themes.yml", THEMES.format(title="Sets and orders")),
    (
        "bib/themes.yml",
        THEMES.format(title="Sets").replace("      - {id: g", "      - {id: k").replace("Graphs,", "K,"),
    ),
    ("bib/sources/a.bib", WORKS.format(found="useful.")),
    ("bib/sources/b.bib", MORE),
    ("bib/sources/b.bib", DUPLICATE),
    ("bib/sources/b.bib", None),
    ("bib/sources/c.txt", "This is no export of anything.\n"),
    ("bib/decisions.yml", "themes:\n  - {ref: jones2021sets, primary: graphs, why: a try}\n"),
    ("bib/decisions.yml", "leave-out:\n  - {ref: lee2023graphs, why: a try}\n"),
    ("bib/decisions.yml", "same:\n  - {refs: [jones2021sets, smith2022order], why: a try}\n"),
    ("bib/decisions.yml", "fields:\n  - {ref: jones2021sets, set: {venue: Orders}, why: as printed}\n"),
    ("bib/decisions.yml", "fields:\n  - {ref: lee2023graphs, set: {title: Graphs before sets}, why: as printed}\n"),
    ("bib/decisions.yml", "fields:\n  - {ref: smith2022order, set: {abstract: We propose a set.}, why: as printed}\n"),
    ("bib/decisions.yml", None),
    ("bib/metadata.bib", "@article{smith2022order, title={Order matters for sets}, year={2022}, doi={10.1234/abc}}\n"),
    ("bib/metadata.bib", None),
    ("docs/about.md", "# About\n\nSee [sets](themes/sets.md) and [nothing](nothing.md).\n"),
    ("mkdocs.yml", MKDOCS + "use_directory_urls: false\n"),
    ("mkdocs.yml", MKDOCS),
)


def built(project: Path, *options: str) -> tuple[int, str, str]:
    """The exit code of a build and what it reports; the last line without how many files it wrote."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        # On a busy machine even a small build may take so long that its progress is shown.
        patch.setattr(progress, "EVERY", 3600.0)
        code = main(["build", "--project", str(project), *options])
    return code, out.getvalue(), err.getvalue().replace(str(project), "PROJECT")


def edit(project: Path, path: str, text: str | None) -> None:
    """Write or remove a file, as a person does."""
    file = project / path
    if text is None:
        file.unlink(missing_ok=True)
    else:
        make(project, {path: text})
