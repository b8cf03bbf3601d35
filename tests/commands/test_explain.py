"""`explain`: records, fields, themes and decisions of a work."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import MakeProject


def test_explain_tells_records_fields_and_themes(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a.bib:1", "--project", str(small)]) == 0
    out = capsys.readouterr().out
    for word in ("smith2020alpha", "bib/sources/a.bib:1", "Fields", "J. Reading", "Theme: reading", "spoke for it"):
        assert word in out
    assert main(["explain", "smith2020alhpa", "--project", str(small)]) == 1
    assert "did you mean smith2020alpha" in capsys.readouterr().err


def test_explain_tells_what_people_decided_and_what_they_should_look_at(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    common = "author={Lewis, Gary and Adeli, Khosrow}, year={2020}"
    bib = "".join(f"@article{{{key}, title={{{title}}}, {common}{more}}}\n" for key, title, more in (
        ("a", "Soil carbon under till", ", journal={Geoderma}, doi={10.1000/a1}"),
        ("b", "Soil carbon", ", booktitle={Soil Conference}"),
        ("c", "Frogs of the north", ""),
    ))  # fmt: skip
    decisions = "fields:\n  - {ref: 'doi:10.1000/a1', set: {volume: '361'}, why: the cover says so}\nleave-out:\n  - {ref: c, why: no soil}\n"
    survey = project({"bib/sources/a.bib": bib, "bib/decisions.yml": decisions})
    assert main(["explain", "a.bib:1", "--project", str(survey)]) == 0
    out = capsys.readouterr().out
    assert "What a person should look at (1 pair; python -m generator review)" in out
    assert "bib/decisions.yml:2  fields: volume (the cover says so)" in out
    for reference in ("a.bib:3", "key:c"):
        assert main(["explain", reference, "--project", str(survey)]) == 1
        assert "was left out: no soil" in capsys.readouterr().err


def test_explain_names_the_works_that_share_an_identifier(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    bib = "".join(
        f"@article{{{key}, title={{{title}}}, doi={{10.1000/x1}}, year={{2020}}}}\n"
        for key, title in (("a", "Frogs of the north"), ("b", "Iron in clay"))
    )
    survey = project({"bib/sources/a.bib": bib})
    assert main(["explain", "10.1000/X1", "--project", str(survey)]) == 1
    assert "leads to several works" in capsys.readouterr().err


def test_explain_finds_a_work_by_its_title_and_tells_its_identifiers(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "alpha: A study of reading", "--project", str(small)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("smith2020alpha: Alpha")
    assert "  doi: 10.1000/alpha\n      from sources/a.bib:1\n" in out
    (small / "bib/decisions.yml").write_text(
        "fields: [{ref: 'doi:10.1000/alpha', set: {doi: 10.1000/beta}, why: the journal says so}]\n"
    )
    assert main(["explain", "smith2020alpha", "--project", str(small)]) == 0
    assert capsys.readouterr().out.count("  doi: 10.1000/beta\n      from decisions.yml:1") == 1


def test_explain_says_of_an_entry_key_that_is_used_twice_where(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = project(
        {
            "bib/sources/a.bib": "@misc{a, title={Frogs of the north}}\n",
            "bib/sources/b.bib": "@misc{a, title={Iron in clay}}\n",
        }
    )
    assert main(["explain", "a", "--project", str(survey)]) == 1
    message = "error: `a` is the key of several entries: bib/sources/a.bib:1 and bib/sources/b.bib:1 (name one of them by FILE:LINE)\n"
    assert capsys.readouterr().err == message
