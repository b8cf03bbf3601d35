"""A question about a survey that was built is answered from what the build found, as long as nothing has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.cache import surveyed
from generator.cli import main
from generator.project.paths import CACHE
from tests.cache.projects import EDITS, WORKS, built, edit


def _answer(survey: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main([*words, "--project", str(survey)]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("question", [("explain", "smith2022order"), ("export", "--format", "bibtex")])
def test_an_answer_after_a_build_reads_no_source_and_is_the_same(
    survey: Path, question: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    built(survey)  # the first one wrote bib/survey.bib, which the next one read
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "survey_of", lambda *_: pytest.fail("the survey was found anew"))
        quick = _answer(survey, capsys, *question)
    shutil.rmtree(survey / CACHE)
    assert _answer(survey, capsys, *question) == quick != ""


def test_after_an_edit_the_answer_is_about_what_stands_there_now(
    survey: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built(survey)
    before = _answer(survey, capsys, "explain", "jones2021sets")
    edit(survey, "bib/sources/a.bib", WORKS.format(found="useless").replace("journal={Sets}", "journal={Order}", 2))
    after = _answer(survey, capsys, "explain", "jones2021sets")
    assert "Order" in after
    assert after != before


@pytest.mark.parametrize(("path", "text"), EDITS)
def test_whatever_is_edited_the_survey_that_is_kept_is_the_one_that_would_be_found(
    survey: Path, path: str, text: str | None
) -> None:
    edit(survey, path, text)
    built(survey)
    built(survey)
    kept = surveyed.known(survey)
    assert kept is not None
    assert kept == pipeline.survey_of(survey)


def test_a_survey_that_somebody_else_kept_is_never_opened(survey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(survey)
    file = survey / CACHE / "survey"
    head, _, content = file.read_bytes().partition(b"\n")
    file.write_bytes(head[:-1] + (b"0" if head[-1:] != b"0" else b"1") + b"\n" + content)
    monkeypatch.setattr("pickle.loads", lambda content: pytest.fail("it was opened"))
    monkeypatch.setattr("generator.cache.unpacked._Unpacker", lambda stream: pytest.fail("it was opened"))
    assert surveyed.known(survey) is None
