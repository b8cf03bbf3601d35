"""What a build makes of the facts that were fetched."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from tests.conftest import MakeProject, snapshot
from tests.fetching.runs import a_survey, fetched, run
from tests.services.papers import ALL, ORDER
from tests.services.server import NAMES, Server, always, serving


def test_what_a_person_verified_counts_for_more_than_a_service(project: MakeProject, services: Server) -> None:
    verified = "@article{mine, title = {Order matters for sets of sequences}, author = {Smith, Anna}, year = {2021}, journal = {My Journal}, doi = {10.1234/sets.2022.7}, verified = {true}}"
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    (folder / "bib" / "metadata.bib").write_text(verified, encoding="utf-8")
    run(folder, "--refresh")
    main(["build", "--quiet", "--project", str(folder)])
    text = (folder / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert "year = {2021}" in text and "My Journal" in text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9999) | st.text(max_size=12) | st.sampled_from(["10.1234/sets.2022.7", "2301.01234", "DOI", ORDER.title]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["message", "items", "results", "title", "DOI", "author", "data", "authorships", "paperId", "externalIds", "family", "given", "published", "date-parts", "result", "hits", "hit", "info"]) | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(answers=st.lists(JSON.map(json.dumps) | st.text(max_size=40), min_size=7, max_size=7))
def test_whatever_a_service_answers_no_fact_is_lost_and_a_build_is_the_same_without_a_network(
    tmp_path_factory: pytest.TempPathFactory, answers: list[str]
) -> None:
    row = "Order matters for sets of sequences,Ann Smith; Bo Lee,2022,10.1234/sets.2022.7,Journal of Sets,We study how the order of a set matters."
    with serving(Server()) as server:
        folder = tmp_path_factory.mktemp("any")
        (folder / "bib" / "sources").mkdir(parents=True)
        (folder / "bib" / "survey.yml").write_text(server.settings, encoding="utf-8")
        (folder / "bib" / "sources" / "a.csv").write_text(
            f"title,authors,year,doi,venue,abstract\n{row}\n", encoding="utf-8"
        )
        for name, answer in zip(NAMES, answers, strict=True):
            server.fault[name] = always(200, answer)
        run(folder, "--refresh")
    main(["build", "--quiet", "--project", str(folder)])
    first = snapshot(folder / "docs"), snapshot(folder / "bib")
    data = json.loads((folder / "docs" / "data" / "survey.json").read_text(encoding="utf-8"))
    work = next(one for one in data["works"] if [record["source"] for record in one["records"]] == ["a.csv"])
    shown = json.dumps(work, ensure_ascii=False)
    for fact in (
        "Order matters for sets of sequences",
        "Smith",
        "Lee",
        "2022",
        "10.1234/sets.2022.7",
        "We study how the order",
    ):
        assert fact in shown
    main(["build", "--quiet", "--project", str(folder)])
    assert (snapshot(folder / "docs"), snapshot(folder / "bib")) == first


def test_all_papers_at_once(project: MakeProject, services: Server) -> None:
    rows = "\n".join(f",{paper.doi},{paper.arxiv if not paper.doi else ''},{paper.pmid}" for paper in ALL)
    folder = a_survey(project, services, rows)
    assert run(folder) == 0
    text = fetched(folder)
    assert "status = {retracted}" in text and "status = {withdrawn}" in text and "status = {corrected}" in text


def test_a_build_says_what_is_not_yet_fetched_and_how_to_fetch_it(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,\n,,2301.01234,")
    assert main(["build", "--project", str(folder)]) == 0
    assert "2 works of which facts are not yet fetched: python -m generator fetch" in capsys.readouterr().out
    assert not services.asked
    run(folder)
    capsys.readouterr()
    assert main(["build", "--project", str(folder)]) == 0
    assert "not yet fetched" not in capsys.readouterr().out


@pytest.mark.parametrize("first", ["crossref", "openalex"])
def test_the_service_that_the_survey_names_first_is_believed_first(
    project: MakeProject, services: Server, first: str
) -> None:
    order = ", ".join([first, *(name for name in NAMES if name != first)])
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,", more=f"  order: [{order}]\n")
    assert run(folder) == 0
    assert f"title-from = {{{first} " in fetched(folder)


def test_a_damaged_abstract_is_shown_with_a_note_and_replaced_by_a_whole_one(
    project: MakeProject, services: Server
) -> None:
    torn = "We study how the order of a set matters bywhile it costs nothing."
    folder = a_survey(project, services, f"{ORDER.title},10.1234/sets.2022.7,{torn}", "title,doi,abstract")
    main(["build", "--quiet", "--project", str(folder)])
    (page,) = (folder / "docs" / "papers").glob("*order*.md")
    text = page.read_text(encoding="utf-8")
    assert "bywhile" in text and "words or numbers of this abstract were lost" in text
    run(folder)
    main(["build", "--quiet", "--project", str(folder)])
    text = page.read_text(encoding="utf-8")
    assert ORDER.abstract[:40] in text and "abstract were lost" not in text
