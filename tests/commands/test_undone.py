"""What a survey keeps after a decision was tried and taken back, and what it says about a work that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import MakeProject

BIB = """@article{smith2020, title={Alpha rhythms in flies}, author={Smith, Jane}, year={2020}, journal={Flies}}
@article{jones2021, title={Beta rhythms in bees at night}, author={Jones, Ann}, year={2021}, journal={Bees}}
"""
ANTS = """@article{kim2019, title={Gamma rhythms in ants}, author={Kim, Bo}, year={2019}, journal={Ants}, doi={10.1000/ants}}
"""
TRIED = {
    "two works joined": "same:\n  - {refs: [smith2020alpha, jones2021beta]}\n",
    "all works joined": "same:\n  - {refs: [smith2020alpha, jones2021beta, kim2019gamma]}\n",
    "joined and retitled": "same:\n  - {refs: [smith2020alpha, jones2021beta]}\n"
    "fields:\n  - {ref: smith2020alpha, set: {title: A wholly other title}}\n",
    "left out": "leave-out:\n  - {ref: smith2020alpha, why: no flies}\n",
    "another title": "fields:\n  - {ref: smith2020alpha, set: {title: Something else entirely}}\n",
    "other people": "fields:\n  - {ref: smith2020alpha, set: {authors: 'Brown, Bob', year: 1999}}\n",
    "another work's DOI": "fields:\n  - {ref: smith2020alpha, set: {doi: 10.1000/ants}}\n",
    "another work's DOI on an earlier key": "fields:\n  - {ref: jones2021beta, set: {doi: 10.1000/ants}}\n",
    "an own DOI": "fields:\n  - {ref: kim2019gamma, set: {doi: 10.1000/other}}\n",
    "all facts of another work": "fields:\n  - ref: smith2020alpha\n"
    "    set: {title: Beta rhythms in bees at night, authors: 'Jones, Ann', year: 2021}\n",
}


def state(project: Path) -> dict[str, str]:
    kept = ("bib/survey.bib", "bib/history.yml", "docs/new.md")
    return {name: (project / name).read_text() for name in kept if (project / name).exists()}


@pytest.mark.parametrize("name", TRIED)
@pytest.mark.parametrize("date", ["", "date: 2026-01-01\n"])
def test_a_decision_that_was_tried_and_taken_back_leaves_nothing(project: MakeProject, name: str, date: str) -> None:
    survey = project({"bib/sources/a.bib": BIB + ANTS, "bib/survey.yml": f"title: Rhythms\n{date}"})
    build = ["build", "--project", str(survey), "--quiet"]
    assert main(build) == 0
    before = state(survey)
    (survey / "bib/decisions.yml").write_text(TRIED[name])
    assert main(build) == 0
    assert main(build) == 0
    (survey / "bib/decisions.yml").unlink()
    assert main(build) == 0
    assert state(survey) == before


def test_a_lost_key_is_reported_at_every_build_until_it_is_let_go(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = project({"bib/sources/a.bib": BIB, "bib/sources/ants.bib": ANTS})
    build = ["build", "--project", str(survey)]
    assert main(build) == 0
    (survey / "bib/sources/ants.bib").unlink()
    for _ in range(3):
        capsys.readouterr()
        assert main(build) == 0
        (line,) = [line for line in capsys.readouterr().err.splitlines() if "kim2019gamma" in line]
        assert line.startswith("note: bib/survey.bib: the published key `kim2019gamma` no longer belongs to any work (")
        assert "it stood for “gamma rhythms in ants” (2019)" in line
        assert "take the line `% kim2019gamma was …` out of bib/survey.bib" in line
    text = (survey / "bib/survey.bib").read_text()
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("% kim2019gamma was"))
    assert kept != text
    (survey / "bib/survey.bib").write_text(kept)
    capsys.readouterr()
    assert main(build) == 0
    assert "kim2019gamma" not in capsys.readouterr().err


def test_the_key_of_a_work_that_a_person_left_out_is_no_lost_key(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = project({"bib/sources/a.bib": BIB + ANTS})
    build = ["build", "--project", str(survey)]
    assert main(build) == 0
    (survey / "bib/decisions.yml").write_text("leave-out:\n  - {ref: kim2019gamma, why: no ants}\n")
    capsys.readouterr()
    for _ in range(2):
        assert main(build) == 0
        assert "published key" not in capsys.readouterr().err


def test_the_key_of_a_work_that_is_gone_is_explained(project: MakeProject, capsys: pytest.CaptureFixture[str]) -> None:
    survey = project({
        "bib/sources/a.bib": BIB, "bib/sources/ants.bib": ANTS, "bib/survey.yml": "date: 2026-01-01\n",
    })  # fmt: skip
    assert main(["build", "--project", str(survey)]) == 0
    (survey / "bib/sources/ants.bib").unlink()
    for _ in range(2):
        capsys.readouterr()
        assert main(["explain", "kim2019gamma", "--project", str(survey)]) == 1
        printed = capsys.readouterr().err
        assert "is a key that was published, which stood for “gamma rhythms in ants” (2019)," in printed
        assert "and its work is gone since the version of 2026-01-01 (put its source back" in printed
        assert main(["build", "--project", str(survey)]) == 0
    assert main(["explain", "nobody1999", "--project", str(survey)]) == 1
    assert "leads to no work of this survey" in capsys.readouterr().err
