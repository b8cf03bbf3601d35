"""A work of a whole collaboration: thousands of authors, each of whom would have a page and files that name all others."""

from __future__ import annotations

import json
import re

from generator.names import Name
from generator.pages.findable import people
from generator.pages.places import MOST_AUTHORS
from tests.conftest import MakeProject
from tests.pages.surveys import THEMES, build


def work(title: str, *authors: str) -> dict[str, object]:
    return {
        "id": title.replace(" ", ""),
        "type": "article-journal",
        "title": title,
        "author": [{"family": family, "given": "Ann"} for family in authors],
        "issued": {"date-parts": [[2015]]},
    }


def survey(project: MakeProject, *works: dict[str, object]) -> dict[str, str]:
    return build(project({"bib/sources/a.json": json.dumps(works), "bib/themes.yml": THEMES}))


LETTERS = "abcdefghijklmnopqrst"
COLLABORATION = [f"Member{one}{other}" for one in LETTERS for other in LETTERS][:MOST_AUTHORS]


def test_an_author_of_large_collaborations_only_has_no_page(project: MakeProject) -> None:
    files = survey(
        project,
        work("Mass of a boson", *COLLABORATION, "Otter"),
        work("Decay of a boson", *COLLABORATION, "Otter"),
        work("Reading of otters", "Seal"),
    )
    assert [path for path in files if path.startswith(("docs/authors/", "docs/downloads/authors/"))] == []
    sentence = f"1 more with one, and {MOST_AUTHORS + 1} that only share works of more than {MOST_AUTHORS} authors."
    assert sentence in files["docs/authors.md"]
    assert sum(map(len, files.values())) < 200 * len(files["docs/downloads/survey.json"])


def test_a_page_names_such_works_apart_and_its_files_do_without_them(project: MakeProject) -> None:
    files = survey(
        project,
        work("Mass of a boson", *COLLABORATION, "Otter"),
        work("Reading of otters", "Otter"),
        work("Writing of otters", "Otter", "Seal"),
    )
    assert [path for path in files if path.startswith("docs/authors/")] == ["docs/authors/ann-otter.md"]
    page = files["docs/authors/ann-otter.md"]
    assert "3 works in this survey" in page
    before, heading, after = page.partition(f"## Of more than {MOST_AUTHORS} authors")
    assert heading and "Mass of a boson" in after and "Mass of a boson" not in before
    assert "Reading of otters" in before and "Writing of otters" in before
    taken = files["docs/downloads/authors/ann-otter.bib"]
    assert set(re.findall(r"^ *title = \{(.*)\},$", taken, re.MULTILINE)) == {"Reading of otters", "Writing of otters"}
    made = re.search(r'data-makes="([^"]+)"', page)
    assert made and len(made[1].split()) == 2


def test_as_many_authors_as_a_page_stands_are_treated_as_ever(project: MakeProject) -> None:
    files = survey(project, work("Mass of a boson", *COLLABORATION), work("Decay of a boson", *COLLABORATION))
    assert len([path for path in files if path.startswith("docs/authors/")]) == MOST_AUTHORS
    assert "Of more than" not in files["docs/authors/ann-memberab.md"]


def test_the_forms_of_names_for_the_search_are_each_given_once_for_a_name() -> None:
    assert people([Name("Müller", "Ann"), Name("Mueller", "Ann")], family=True) == ["muller", "mueller", "mueller"]


def test_a_name_is_found_family_name_first_and_a_group_by_its_initials() -> None:
    assert {"王小", "小明"} <= set(people([Name("王", "小明")]))
    assert "张伟" in people([Name("张", "伟")], family=True)
    assert "iea" in people([Name("International Energy Agency", corporate=True)])
    assert people([Name("Open Data", corporate=True)]) == ["open", "data"]
