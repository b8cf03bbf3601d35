"""A theme comes before the works where what was typed is a part of its title, or a phrase that speaks for it."""

from __future__ import annotations

import shutil

import pytest

from generator.cli import main
from tests.conftest import REPOSITORY, MakeProject

from .test_other_languages import asked

WORKS = """
@article{a, title={Faster replies from herring gulls}, year={2020}, abstract={The calling speed of gulls, and what food does to it.}}
@article{b, title={Nest sites and what gulls choose}, year={2021}, abstract={Gulls call for a nest with speed.}}
@article{c, title={Colony density of terns}, year={2022}, abstract={Terns count their neighbours.}}
@article{d, title={Choosing a mate}, year={2022}, abstract={How density of a colony matters to terns.}}
"""
THEMES = """sections:
  - title: Birds
    themes:
      - {id: calls, title: Vocal behaviour, scope: Voices., terms: [calling speed, reply, calling rates: 0.5]}
      - {id: nests, title: Nests and colonies, scope: Places., terms: [nest, colony density, terns]}
"""


@pytest.mark.skipif(not shutil.which("node"), reason="Node runs the page's script")
@pytest.mark.skipif(not (REPOSITORY / "node_modules/minisearch").exists(), reason="npm ci brings what the search uses")
def test_a_theme_that_is_meant_comes_before_the_works(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": WORKS, "bib/themes.yml": THEMES, "bib/survey.yml": "title: Birds\n"})
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    first = {
        "calling speed": "Vocal behaviour",
        "Calling speeds": "Vocal behaviour",  # the roots count, not the forms
        "calling rate": "Vocal behaviour",  # however little the phrase weighs
        "colonies": "Nests and colonies",
        "colony density": "Colony density of terns",  # who types a title wants the work
        "speed": "Faster replies from herring gulls",  # one word of a phrase is not the phrase
    }
    found = asked(folder, list(first))
    assert {query: titles[0] for query, titles in zip(first, found, strict=True)} == first
