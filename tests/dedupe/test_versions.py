"""A meeting's paper and the journal's of one name are two works, shown as versions of each other."""

from __future__ import annotations

import pytest

from generator.cli import main
from generator.config.decisions import Decisions
from generator.dedupe import find_works
from tests.conftest import MakeProject

MEETING = (
    "@inproceedings{a, title={Deferred Grouping for Wide Stars}, author={Mori, Hana and Stig, Paul}, year={1998}, "
)
JOURNAL = "@article{b, title={Deferred Grouping for Wide Stars}, author={Mori, H. and Stig, P.}, year={2000}, "
OTHERS = (
    "@article{c, title={Deferred Grouping for Wide Stars}, author={Berg, Ida}, year={2010}, journal={Star Letters}}\n"
)


def test_each_page_leads_to_the_other_version(project: MakeProject) -> None:
    entries = f"{MEETING}booktitle={{SIGMOD Conference}}}}\n{JOURNAL}journal={{The VLDB Journal}}}}\n{OTHERS}"
    root = project({"bib/sources/a.bib": entries})
    assert main(["build", "--project", str(root)]) == 0
    pages = {page.stem: page.read_text(encoding="utf-8") for page in (root / "docs/papers").glob("*.md")}
    linked = {key: "Other version of this work" in text for key, text in pages.items()}
    assert sum(linked.values()) == 2
    assert not any(linked[key] for key in linked if key.startswith("berg"))


FORMS = ("(poster)", "(Extended Abstract)", "[demo]", "(short paper)", "(Invited talk).", "(keynote)")


@pytest.mark.parametrize("form", FORMS)
def test_what_is_marked_as_another_form_beside_the_paper_is_asked_and_not_joined_silently(record, form):
    usual = {"authors": "Ann Bell; Bo Pond", "year": 2019, "venue": "Proceedings of the Fly Meeting"}
    paper = record("a.bib", 1, title="Sleep regulation in the fruit fly brain", **usual)
    shown = record("a.bib", 9, title=f"Sleep regulation in the fruit fly brain {form}", **usual)
    found = find_works([paper, shown], [], Decisions())
    assert len(found.works) == 2
    assert [(one.left, one.right) for one in found.uncertain] == [(paper.origin, shown.origin)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fact", [{"doi": "10.1000/flies"}, {"pages": "101-112"}])
def test_one_identifier_or_one_place_says_that_the_mark_is_only_one_of_the_sources(record, form, fact):
    usual = {"authors": "Ann Bell; Bo Pond", "year": 2019, "venue": "Proceedings of the Fly Meeting", **fact}
    paper = record("a.bib", 1, title="Sleep regulation in the fruit fly brain", **usual)
    shown = record("b.bib", 9, title=f"Sleep regulation in the fruit fly brain {form}", **usual)
    assert len(find_works([paper, shown], [], Decisions()).works) == 1


@pytest.mark.parametrize("title", ["The State of Octopus Farming", "Annual report of the pond registry"])
def test_a_yearly_column_without_its_year_in_the_title_stays_apart(record, title):
    usual = {"title": title, "authors": "Ed Ode", "venue": "Seas"}
    years = [record("a.bib", 1 + year, year=year, **usual) for year in (2018, 2019, 2020)]
    assert len(find_works(years, [], Decisions()).works) == 3
