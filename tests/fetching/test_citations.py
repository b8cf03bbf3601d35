"""References: what a work cites, as services say it, and which works of the survey these are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.citations import MOST, cites, joined_references
from generator.cli import main
from generator.identifiers import Identifier
from generator.records import Origin, Record
from generator.works import Work
from tests.conftest import MakeProject
from tests.services.papers import GROUP, ORDER, PREPRINT, RETRACTED
from tests.services.server import Server, always

CITING = replace(ORDER, pmid="30000009", cites=(PREPRINT, GROUP, RETRACTED))


def a_survey(project: MakeProject, services: Server, more: str = "") -> Path:
    services.papers[services.papers.index(ORDER)] = CITING
    works = (CITING, PREPRINT, GROUP, RETRACTED)
    rows = "\n".join(f"{paper.title},{paper.doi},{paper.arxiv},{paper.pmid}" for paper in works)
    files = {"bib/survey.yml": services.settings + more, "bib/sources/list.csv": f"title,doi,arxiv,pmid\n{rows}\n"}
    return project(files)


def cited_titles(folder: Path) -> dict[str, set[str]]:
    survey = pipeline.survey_of(folder)
    return {survey.works[key].title: {survey.works[one].title for one in cited} for key, cited in survey.cites.items()}


@pytest.mark.parametrize(
    ("service", "cited"),
    [
        ("crossref", {GROUP.title, RETRACTED.title}),
        ("openalex", {PREPRINT.title, GROUP.title, RETRACTED.title}),
        ("semantic-scholar", {PREPRINT.title, GROUP.title, RETRACTED.title}),
        ("pubmed", {GROUP.title, RETRACTED.title}),
    ],
)
def test_a_survey_knows_which_of_its_works_a_work_cites(
    project: MakeProject, services: Server, service: str, cited: set[str]
) -> None:
    folder = a_survey(project, services, f"  order: [{service}]\n")
    assert main(["fetch", "--refresh", "--project", str(folder)]) == 0
    assert cited_titles(folder) == {CITING.title: cited}


def test_the_references_of_several_services_stand_together_with_their_names_below(
    project: MakeProject, services: Server
) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--refresh", "--project", str(folder)])
    lines = (folder / "bib" / "fetched.bib").read_text(encoding="utf-8").splitlines()
    place, line = next((place, line) for place, line in enumerate(lines) if line.startswith("  references ="))
    assert f"doi:{GROUP.doi}" in line and f"pmid:{GROUP.pmid}" in line and f"arxiv:{PREPRINT.arxiv}" in line
    assert lines[place + 1].startswith("  references-from = {pubmed+crossref+openalex+semantic-scholar 20")


def test_an_answer_too_large_with_references_is_asked_for_without_them(project: MakeProject, services: Server) -> None:
    too_large = always(400, '{"error": "Response would exceed maximum size"}')
    services.fault["semantic-scholar"] = lambda service, number: (
        too_large(service, number) if "references" in services.asked[-1][1] else None
    )
    folder = a_survey(project, services, "  order: [semantic-scholar]\n")
    assert main(["fetch", "--refresh", "--project", str(folder)]) == 0
    text = (folder / "bib" / "fetched.bib").read_text(encoding="utf-8")
    assert "title-from = {semantic-scholar 20" in text and "references" not in text


def a_work(key: str, *identifiers: Identifier, **said: str) -> Work:
    fetched = Record(Origin("fetched.bib", key=key), extra=tuple(said.items()))
    return Work(key, (Record(Origin("a.csv", 1)),), key, identifiers=identifiers, enriched_by=(fetched,))


def test_references_lead_to_works_by_any_name_and_never_to_the_citing_work() -> None:
    first = a_work(
        "a", Identifier("doi", "10.1234/a"), references="openalex:W2 arxiv:2301.00003 doi:10.1234/a doi:10.1/x"
    )
    second = a_work("b", openalex="W2")
    third = a_work("c", Identifier("arxiv", "2301.00003"), references="s2:77 doi:10.1234/a")
    assert cites({work.key: work for work in (first, second, third)}) == {"a": ("b", "c"), "c": ("a",)}


def test_an_isbn_which_all_papers_of_a_volume_have_is_no_citation() -> None:
    volume = Identifier("isbn", "9783161484100")
    works = (a_work("a", volume, references="isbn:9783161484100"), a_work("b", volume))
    assert cites({work.key: work for work in works}) == {}


def test_references_are_kept_once_whole_and_not_without_end() -> None:
    assert joined_references(["doi:10.1/x", "doi:10.1/x", "s2:", "", "doi:10.1/a b"]) == "doi:10.1/x"
    assert len(joined_references(f"s2:{number}" for number in range(2 * MOST)).split()) == MOST
