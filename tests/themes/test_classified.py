"""Themes from what the sources classify by: groups, keywords, headings, labels and columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import InputError
from generator.sources.jabref_groups import group_tree
from generator.survey import Survey

ABOUT = {
    "snow": "Snow fences keep mountain roads open in winter storms and drifting snow",
    "bells": "Church bells warned villages of avalanches, and ringers kept records of bells",
    "soup": "Recipes of soup for glacier huts, tasted by mountain guides over seasons of soup",
}
JABREF = """
@Comment{jabref-meta: databaseType:bibtex;}

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Protection\\;0\\;1\\;0x8a8a8aff\\;\\;\\;;
2 StaticGroup:Fences\\;0\\;1\\;\\;\\;\\;;
2 StaticGroup:Warnings\\;0\\;1\\;\\;\\;\\;;
1 StaticGroup:Food\\;0\\;1\\;\\;\\;\\;;
}
"""


def entry(number: int, about: str, **fields: str) -> str:
    extra = "".join(f", {name}={{{value}}}" for name, value in fields.items())
    title = f"{ABOUT[about].split()[0]} study {number} of {about}"
    return f"@article{{w{number}, title={{{title}}}, abstract={{{ABOUT[about]}.}}, year={{2001}}{extra}}}\n\n"


def survey_with(tmp_path: Path, files: dict[str, str], settings: str, themes: str = "") -> Survey:
    (tmp_path / "bib/sources").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / "bib/sources" / name).write_text(text, encoding="utf-8")
    (tmp_path / "bib/survey.yml").write_text(settings, encoding="utf-8")
    if themes:
        (tmp_path / "bib/themes.yml").write_text(themes, encoding="utf-8")
    return pipeline.survey_of(tmp_path)


def places(survey: Survey) -> dict[str, tuple[str | None, str]]:
    return {
        work.title.split()[2]: (survey.placements[key].primary, survey.placements[key].decided_by)
        for key, work in survey.works.items()
    }


def test_nested_jabref_groups_become_sections_and_themes_and_teach_where_the_others_belong(tmp_path: Path) -> None:
    text = (
        entry(1, "snow", groups="Fences") + entry(2, "snow", groups="Fences") + entry(3, "bells", groups="Warnings")
        + entry(4, "bells", groups="Warnings, Food") + entry(5, "soup", groups="Food") + entry(6, "soup", groups="Food")
        + entry(7, "snow") + entry(8, "bells") + JABREF
    )  # fmt: skip
    survey = survey_with(tmp_path, {"a.bib": text}, "themes: {from: groups, depth: 2}\n")
    assert [(section.title, [theme.title for theme in section.themes]) for section in survey.taxonomy.sections] == [
        ("Protection", ["Fences", "Warnings"]),
        ("Food", ["Food"]),
    ]
    found = places(survey)
    assert found["1"] == ("fences", "source")
    assert found["4"] == ("warnings", "source")
    assert found["7"] == ("fences", "method")
    assert found["8"] == ("warnings", "method")
    assert survey.placements["w4"].secondary == ("food",) if "w4" in survey.placements else True
    why = next(one.why for key, one in survey.placements.items() if survey.works[key].title.split()[2] == "1")
    assert why == "in the group “Protection > Fences” in its source"


def test_depth_one_takes_the_top_of_the_tree(tmp_path: Path) -> None:
    text = entry(1, "snow", groups="Fences") + entry(2, "bells", groups="Warnings") + entry(3, "soup", groups="Food")
    survey = survey_with(tmp_path, {"a.bib": text + JABREF}, "themes: {from: groups}\n")
    assert [theme.title for theme in survey.taxonomy.themes] == ["Protection", "Food"]


def test_headings_of_a_list_are_themes_and_its_title_is_none(tmp_path: Path) -> None:
    text = (
        "# Awesome mountains\n\nA list.\n\n## Roads\n\n- [Snow fences on roads](https://arxiv.org/abs/2101.00001)\n"
        "- [Snow drifts on roads](https://arxiv.org/abs/2101.00002)\n\n## Food, and more\n\n### Soup\n\n"
        "- [Soup in huts](https://arxiv.org/abs/2101.00003)\n"
    )
    survey = survey_with(tmp_path, {"list.md": text}, "themes: {from: headings, depth: 2}\n")
    assert [(section.title, [theme.title for theme in section.themes]) for section in survey.taxonomy.sections] == [
        ("Roads", ["Roads"]),
        ("Food, and more", ["Soup"]),
    ]
    assert all(placement.decided_by == "source" for placement in survey.placements.values())


def test_keywords_that_few_carry_are_no_themes_and_spellings_are_one(tmp_path: Path) -> None:
    text = "".join(entry(n, "snow", keywords=word) for n, word in enumerate(["Roads", "roads", "roads; rare"], 1))
    text += "".join(entry(n, "soup", keywords="Huts") for n in (4, 5, 6, 7))
    survey = survey_with(tmp_path, {"a.bib": text}, "themes: {from: keywords}\n")
    assert [theme.title for theme in survey.taxonomy.themes] == ["Huts", "roads"]


def test_a_column_of_a_table_and_several_values_in_it(tmp_path: Path) -> None:
    rows = 'title,year,Topic\n"Snow study 1 of snow",2001,Roads\n"Bells study 2 of bells",2002,Warnings; Roads\n"Soup study 3 of soup",2003,\n'
    survey = survey_with(tmp_path, {"a.csv": rows}, "themes: {from: 'column:topic'}\n")
    assert [theme.title for theme in survey.taxonomy.themes] == ["Roads", "Warnings"]
    found = {work.title.split()[2]: survey.placements[key] for key, work in survey.works.items()}
    assert (found["2"].primary, found["2"].secondary) == ("warnings", ("roads",))
    assert found["3"].decided_by == "method"


def test_groups_fill_the_themes_of_the_same_name_that_a_person_described(tmp_path: Path) -> None:
    themes = "sections:\n  - title: All\n    themes:\n      - {id: fences, title: Snow fences, scope: Fences}\n      - {id: food, title: Food, scope: Soup}\n"
    text = entry(1, "soup", groups="Fences") + entry(2, "snow", groups="Other") + entry(3, "soup", groups="FOOD")
    survey = survey_with(tmp_path, {"a.bib": text}, "themes: {from: groups}\n", themes)
    assert survey.taxonomy.given
    assert places(survey)["1"] == ("fences", "source")
    assert places(survey)["3"] == ("food", "source")
    assert places(survey)["2"][1] == "method"


def test_what_no_record_carries_is_reported_and_themes_are_found_instead(tmp_path: Path) -> None:
    survey = survey_with(tmp_path, {"a.bib": entry(1, "snow")}, "themes: {from: groups}\n")
    assert survey.taxonomy.themes
    assert [str(problem.message) for problem in survey.problems] == ["themes: no record carries any groups"]


def test_an_unknown_classification_stops_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"survey\.yml:1: themes\.from: `colours` is not known"):
        survey_with(tmp_path, {"a.bib": entry(1, "snow")}, "themes: {from: colours}\n")


def test_a_tree_with_circles_and_doubled_names_is_reported_and_read_as_far_as_it_goes() -> None:
    tree = group_tree(
        "@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:A\\;0\\;1\\;;\n2 StaticGroup:B\\;0\\;1\\;;\n"
        "3 StaticGroup:A\\;0\\;1\\;;\n1 StaticGroup:C\\;0\\;1\\;;\n2 StaticGroup:B\\;0\\;;\n1 ExplicitGroup:Old\\;2\\;Key1\\;key2\\;;\n}\n"
    )
    assert tree.paths == {"A": "A", "B": "A > B", "C": "C", "Old": "Old"}
    assert tree.members == {"key1": ("Old",), "key2": ("Old",)}
    assert len(tree.problems) == 2
    assert "stands within itself" in tree.problems[0]
    assert not group_tree("@comment{jabref-meta: grouping:\n").paths


def test_titles_alone_find_the_group_whose_words_they_share_and_are_unsure(tmp_path: Path) -> None:
    titles = {
        "Hives": [
            "Pesticides and hives in spring",
            "Mites in hives of the valley",
            "Honey yields of hives after frost",
        ],
        "Wells": ["Nitrate in wells of the plain", "Arsenic and depth of wells", "Wells, nitrate and winter rain"],
    }
    text = "".join(
        f"@misc{{{group}{nth}, title={{{title}}}, year=2001, groups={{{group}}}}}\n"
        for group, some in titles.items()
        for nth, title in enumerate(some)
    )
    text += "@misc{new1, title={Frost and mites in an old orchard}, year=2002}\n"
    text += "@misc{new2, title={Winter rain and arsenic on a farm}, year=2002}\n"
    survey = survey_with(tmp_path, {"a.bib": text}, "themes: {from: groups}\n")
    found = {
        work.title: survey.placements[key]
        for key, work in survey.works.items()
        if survey.placements[key].decided_by == "method"
    }
    assert found["Frost and mites in an old orchard"].primary == "hives"
    assert found["Winter rain and arsenic on a farm"].primary == "wells"
    assert all(placement.unsure for placement in found.values())
