"""What the explorer filters and sorts works by."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.conftest import REPOSITORY, MakeProject
from tests.pages.surveys import THEMES, build

THREE = """@misc{a, title={Attention one}, author={Abe Zuse and Noam Shazeer}, year={2022}, eprint={2201.11903}, archiveprefix={arXiv}}
@misc{b, title={Transformer two}, author={Zoe van Aken and Noam M. Shazeer}, year={2023}, eprint={2301.11904}, archiveprefix={arXiv}}
@misc{c, title={Reasoning three}, author={{01.AI} and Ann Miller}, year={2024}, eprint={2401.11904}, archiveprefix={arXiv}}
"""


def index(project: MakeProject, entries: str = THREE) -> Any:
    files = build(project({"bib/sources/a.bib": entries, "bib/themes.yml": THEMES}))
    return json.loads(files["docs/assets/works.js"].partition("=")[2].strip().rstrip(";"))


def test_authors_are_numbered_by_family_name_so_that_works_sort_by_it(project: MakeProject) -> None:
    assert index(project)["names"]["author"] == ["01.AI", "Zoe van Aken", "Ann Miller", "Noam M. Shazeer", "Abe Zuse"]


def test_a_person_under_two_forms_of_the_name_is_one_author_there_as_in_the_index_of_authors(
    project: MakeProject,
) -> None:
    data = index(project)
    assert sum(data["names"]["author"].index("Noam M. Shazeer") in work[5] for work in data["works"]) == 2


def test_an_author_with_a_page_is_linked_from_each_of_the_papers_under_every_form_of_the_name(
    project: MakeProject,
) -> None:
    files = build(project({"bib/sources/a.bib": THREE, "bib/themes.yml": THEMES}))
    bylines = [
        line
        for path, text in files.items()
        if path.startswith("docs/papers/")
        for line in text.splitlines()
        if "Shazeer</a>" in line
    ]
    assert len(bylines) == 2
    assert all('<a href="../../authors/noam-m-shazeer/">' in line for line in bylines)
    assert any(">Noam Shazeer</a>" in line for line in bylines)


FLIES = """@misc{a, title={Notes on olfactory learning}, year={2019}}
@dataset{b, title={Recordings of larval behaviour}, author={Tihana Jovanic}, year={2020}}
@software{c, title={A toolbox for tracking flies}, year={2018}}
@patent{d, title={Trap for fruit flies}, year={2015}, number={US1234567}}
@article{e, title={Receptors mediate sugar response}, journal={Current Biology}, year={2012}}
@misc{f, title={Neurons of the fly}, year={2022}, eprint={2201.11903}, archiveprefix={arXiv}}
"""


def test_only_a_preprint_is_called_one_where_the_venue_is_not_known(project: MakeProject) -> None:
    data = index(project, FLIES)
    at = data["facets"].index("state") + 1
    state = {work[0]: [data["names"]["state"][number] for number in work[at]] for work in data["works"]}
    assert sorted(map(tuple, state.values())) == [("preprint",), ("published",), *[("venue unknown",)] * 4]
    assert next(found for key, found in state.items() if "neurons" in key) == ["preprint"]


def test_no_style_walks_all_rows_before_each_row() -> None:
    """`h2 ~ *` is tried on every element and goes through all its elder siblings: a second and a half at 5,000 rows."""
    for name in ("survey.css", "figures.css"):
        text = (REPOSITORY / "generator/assets" / name).read_text(encoding="utf-8")
        rules = [rule.strip() for rule in re.findall(r"([^{}]*~ \*[^{}]*)\{", text)]
        assert [
            rule
            for rule in rules
            if not re.search(r":is\(\.(?:md-content|survey-home)[^~]*\*\):(?:not|is)\([^)]*~ \*", rule)
        ] == []
    assert "~ *" in (REPOSITORY / "generator/assets/survey.css").read_text(encoding="utf-8")
