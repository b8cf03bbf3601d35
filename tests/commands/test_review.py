"""Going through what the method is unsure of, on a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from generator import pipeline
from generator.cli import main
from generator.commands import review_pairs
from generator.commands.answers import Answer, Ask, Sitting
from generator.commands.review_records import side_by_side
from generator.commands.review_themes import asked
from generator.config.decisions import read_decisions
from generator.records import Origin, Record
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
    listed = "\n".join(review_pairs.listed(survey))
    assert len(survey.uncertain) == 1
    assert "Soil carbon under ‹wheat›" in listed
    assert "Soil carbon under ‹maize›" in listed
    assert "≠" in listed
    assert "word199" in listed  # nothing is cut off
    assert "pages" in listed


@pytest.mark.parametrize("width", [60, 80, 132])
def test_the_records_fit_the_terminal_whatever_their_script(width: int) -> None:
    long = "The effect of prolonged {} supplementation on the nocturnal blood pressure of harbour workers"
    chinese = "基于深度学习的睡眠与记忆研究综述及其在{}群体中的应用分析与展望"
    for text, words in ((long, ("nitrate", "nitrite")), (chinese, ("护士", "医生"))):
        left, right = (Record(Origin("a.bib", at), title=text.format(word)) for at, word in enumerate(words, 1))
        lines = list(side_by_side(left, right, width))
        assert max(map(cell_len, lines)) <= width
        shown = "".join("".join(lines).split())
        assert f"‹{words[0]}›" in shown
        assert f"‹{words[1]}›" in shown
        assert sum(line.count("‹") for line in lines) == 3  # one of them in the legend


def test_a_value_longer_than_a_line_is_broken_and_not_cut() -> None:
    address = "https://example.org/" + "a" * 150
    lines = list(side_by_side(Record(Origin("a.bib", 1), url=address), Record(Origin("b.bib", 1), url="x"), 80))
    assert max(map(cell_len, lines)) <= 80
    assert sum(line.count("a") for line in lines) >= 150


def test_the_last_answer_can_be_taken_back(project: MakeProject, capsys: pytest.CaptureFixture[str]) -> None:
    fields = "author={Lewis, Gary}, year={2020}, journal={Geoderma}"
    titles = ("Soil carbon under wheat", "Soil carbon under maize", "Birds of the wet fen", "Birds of the dry fen")
    folder = project(
        {"bib/sources/a.bib": "".join(f"@article{{a{n}, title={{{t}}}, {fields}}}\n" for n, t in enumerate(titles))}
    )
    survey = pipeline.survey_of(folder)
    assert len(survey.uncertain) == 2
    sitting = Sitting(folder)
    given = iter(["u", "s", "u", "n", "u", "n", "s"])
    assert review_pairs.asked(survey, lambda _: next(given), sitting.keep, sitting.take_back) == 2
    assert "nothing to take back" in capsys.readouterr().out
    decided = read_decisions(folder).pairings
    assert [one.same for one in decided] == [True, False] or [one.same for one in decided] == [False, True]
    assert len({one.refs for one in decided}) == 2


def test_the_last_theme_can_be_taken_back(project: MakeProject, capsys: pytest.CaptureFixture[str]) -> None:
    two = BIB + "@misc{jones2021, title={Dust of the galaxy}, author={Jones, Ann}, year={2021}}\n"
    folder = project({"bib/sources/a.bib": two, "bib/themes.yml": THEMES})
    survey, sitting = pipeline.survey_of(folder), Sitting(folder)
    given = iter(["u", "pulsars", "u", "planets", "telescopes"])
    assert asked(survey, lambda _: next(given), sitting.keep, sitting.take_back) == 2
    assert "nothing to take back" in capsys.readouterr().out
    assert [one.primary for one in read_decisions(folder).themes] == ["planets", "telescopes"]


def test_an_answer_is_not_taken_back_when_the_file_has_changed_since(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": BIB})
    sitting = Sitting(folder)
    sitting.keep(Answer("same", {"refs": ["a", "b"], "why": "reviewed"}))
    file = folder / "bib/decisions.yml"
    file.write_text(file.read_text(encoding="utf-8") + "# a note\n", encoding="utf-8")
    assert not sitting.take_back()
    assert "# a note" in file.read_text(encoding="utf-8")


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
