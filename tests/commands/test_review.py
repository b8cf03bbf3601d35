"""Going through what the method is unsure of, on a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.commands import review_pairs
from generator.commands.answers import Answer, Ask
from generator.commands.review_themes import asked
from generator.survey import Survey
from tests.conftest import MakeProject

IDS = ("star-formation", "star-clusters", "planets", "telescopes", "pulsars")
THEMES = "sections:\n  - title: All\n    themes:\n" + "".join(
    f"      - {{id: {name}, title: {name.title()}, scope: Works on {name}.}}\n" for name in IDS
)
BIB = "@misc{smith2020, title={Stars, planets and telescopes}, author={Smith, Jane}, year={2020}}\n"


@pytest.fixture
def unsure(project: MakeProject) -> Survey:
    """A survey of one work that speaks for several themes."""
    return pipeline.survey_of(project({"bib/sources/a.bib": BIB, "bib/themes.yml": THEMES}))


def answered(survey: Survey, *lines: str) -> list[object]:
    given = iter(lines)

    def ask(prompt: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    return [answer.entry["primary"] for answer in themes_kept(survey, ask)]


def themes_kept(survey: Survey, ask: Ask) -> list[Answer]:
    kept: list[Answer] = []
    assert asked(survey, ask, kept.append) == len(kept)
    return kept


def test_the_likeliest_themes_are_offered_by_number(unsure: Survey, capsys: pytest.CaptureFixture[str]) -> None:
    (placement,) = unsure.placements.values()
    scored = [theme for theme, _ in placement.scores[:3]]
    for number, theme in enumerate(scored, 1):
        assert answered(unsure, str(number)) == [theme]
        assert f"  {number}  {theme} (" in capsys.readouterr().out
    assert answered(unsure, "4", "q") == []


def test_the_beginning_of_an_id_is_enough_where_only_one_begins_so(
    unsure: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answered(unsure, "pul") == ["pulsars"]
    assert answered(unsure, "star", "star-c") == ["star-clusters"]
    assert "`star` begins star-formation, star-clusters: write more" in capsys.readouterr().out


def test_a_wrong_answer_names_at_most_three_themes(unsure: Survey, capsys: pytest.CaptureFixture[str]) -> None:
    assert answered(unsure, "xyz", "q") == []
    wrong = capsys.readouterr().out.partition("there is no theme")[2]
    assert sum(name in wrong for name in IDS) == 0
    assert answered(unsure, "pulsers", "q") == []
    wrong = capsys.readouterr().out.partition("there is no theme")[2]
    assert "did you mean pulsars" in wrong
    assert 1 <= sum(name in wrong for name in IDS) <= 3


def test_one_letter_is_no_theme_and_what_was_taken_for_one_is_reported(
    unsure: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answered(unsure, "t", "q") == []
    assert answered(unsure, "tel") == ["telescopes"]
    assert "  telescopes: Telescopes" in capsys.readouterr().out


def test_an_interrupt_keeps_what_was_answered(project: MakeProject) -> None:
    two = BIB + "@misc{jones2021, title={Pulsars, planets and telescopes}, author={Jones, Ann}, year={2021}}\n"
    survey = pipeline.survey_of(project({"bib/sources/a.bib": two, "bib/themes.yml": THEMES}))
    given = iter(["pulsars"])

    def ask(prompt: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise KeyboardInterrupt from None

    assert [answer.entry["primary"] for answer in themes_kept(survey, ask)] == ["pulsars"]


def test_an_open_question_and_the_end_of_the_input_decide_nothing(unsure: Survey) -> None:
    assert answered(unsure, "") == []
    assert answered(unsure) == []


def test_an_uncertain_pair_is_asked_until_the_answer_is_one(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    common = "author={Lewis, Gary and Adeli, Khosrow}, year={2020}"
    journal, meeting = (
        "title={Soil carbon under till}, journal={Geoderma}",
        "title={Soil carbon}, booktitle={Soil Conference}",
    )
    survey = pipeline.survey_of(
        project({"bib/sources/a.bib": f"@article{{a, {journal}, {common}}}\n@article{{b, {meeting}, {common}}}\n"})
    )
    given = iter(["perhaps", "Same"])
    kept: list[Answer] = []
    assert review_pairs.asked(survey, lambda _: next(given), kept.append) == 1
    assert [(answer.section, answer.entry["refs"]) for answer in kept] == [
        ("same", ["sources/a.bib:1", "sources/a.bib:2"])
    ]
    said = capsys.readouterr().out
    assert "two works as it stands: are they one?" in said
    assert "‹Soil› ‹Conference›" in said


def test_both_records_are_shown_whole_with_their_differences_marked(project: MakeProject) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    entry = "title={{Soil carbon under {}}}, author={{Lewis, Gary}}, year={{2020}}, journal={{Geoderma}}"
    entries = [entry.format(crop) for crop in ("wheat", "maize")]
    text = f"@article{{a, {entries[0]}, abstract={{{words}}}, pages={{7}}}}\n@article{{b, {entries[1]}}}\n"
    survey = pipeline.survey_of(project({"bib/sources/a.bib": text}))
    told = "\n".join(review_pairs.listed(survey))
    assert len(survey.uncertain) == 1
    assert "Soil carbon under ‹wheat›" in told
    assert "Soil carbon under ‹maize›" in told
    assert "≠" in told
    assert "word199" in told  # nothing is cut off
    assert "pages" in told


def test_what_was_joined_on_little_evidence_is_shown_for_confirmation(project: MakeProject) -> None:
    left = "@article{a, title={Soil carbon}, author={Lewis, Gary}, year={2020}}\n"
    right = "@article{b, title={Soil carbon}, journal={Geoderma}, year={2020}}\n"
    survey = pipeline.survey_of(project({"bib/sources/a.bib": left, "bib/sources/b.bib": right}))
    assert len(survey.works) == 1
    assert [one.same for one in survey.uncertain] == [True]
    assert "joined, please confirm" in "\n".join(review_pairs.listed(survey))
    assert review_pairs.rows(survey)[0]["now"] == "joined"


def test_review_says_that_themes_are_unsure_too(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "bib/sources/odd.bib").write_text(
        "@article{o, title={Basalt columns of the far islands}, author={Rock, Al}, journal={Stones}, year={2019}}\n"
    )
    assert main(["review", "--project", str(small)]) == 0
    assert re.search(r"The themes of \d+ works? are unsure too: `\S.* review --themes`", capsys.readouterr().out)
    assert main(["review", "--themes", "--project", str(small)]) == 0
    assert "unsure too" not in capsys.readouterr().out
