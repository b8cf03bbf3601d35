"""`fetch`: what is asked for, what is written, what is asked again, and what is only reported."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from generator.cli import main
from generator.commands import fetch
from generator.project.paths import FETCHING
from tests.conftest import MakeProject, snapshot
from tests.fetching.runs import a_survey, fetched, run
from tests.services.papers import ORDER, PREPRINT, Paper
from tests.services.server import Server


def test_a_list_of_identifiers_becomes_a_bibliography(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,\n,,2301.01234,\n,,,33000002")
    assert run(folder) == 0
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    text = (folder / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert "author = {Smith, Ann and Lee, Bo and Müller-Łukasz, Željko}" in text
    assert "author = {{The Oak Genome Consortium} and van der Berg, Flo}" in text
    assert "journal = {Journal of Sets and Sequences}" in text and "pages = {12--20}" in text


def test_a_preprint_that_has_appeared_is_cited_as_published_and_keeps_its_eprint(
    project: MakeProject, services: Server
) -> None:
    folder = a_survey(project, services, f"{PREPRINT.title},,2301.01234,")
    assert run(folder) == 0
    text = fetched(folder)
    assert "booktitle = {Proceedings of the 40th International Conference on Machine Learning}" in text
    assert "eprint = {2301.01234}" in text and "doi = {10.1234/icml.2023.99}" in text


def test_every_value_has_its_service_and_day_below_it(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    lines = fetched(folder).splitlines()
    title = next(number for number, line in enumerate(lines) if line.startswith("  title ="))
    assert lines[title + 1].startswith("  title-from = {crossref 20")


def test_a_second_run_asks_nobody_and_changes_nothing(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,\nSomething that no service knows of,,,")
    run(folder)
    before, asked = snapshot(folder / "bib"), len(services.asked)
    run(folder)
    assert len(services.asked) == asked
    assert snapshot(folder / "bib") == before


def test_a_refresh_asks_again_and_sees_what_has_become_of_a_work(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    assert "status" not in fetched(folder)
    services.papers[services.papers.index(ORDER)] = replace(ORDER, retracted=True)
    run(folder)
    assert "status" not in fetched(folder)
    run(folder, "--refresh")
    assert "status = {retracted}" in fetched(folder)
    assert "RETRACTED" not in fetched(folder)


def test_an_interrupted_refresh_goes_on_where_it_was(
    project: MakeProject, services: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,\n,,,33000002")

    def stop(paper: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.services.semantic_scholar._record", stop)
    with pytest.raises(KeyboardInterrupt):
        fetch.run(arguments(folder, refresh=True))
    monkeypatch.undo()
    asked = services.counts
    assert asked["crossref"] and asked["pubmed"]
    run(folder, "--refresh")
    assert (services.counts["crossref"], services.counts["pubmed"]) == (asked["crossref"], asked["pubmed"])


def arguments(folder: Path, **given: object) -> Namespace:
    return Namespace(
        **{"project": folder, "refresh": False, "older_than": None, "dry_run": False, "check": False, **given}
    )


def test_a_wrong_identifier_is_reported_and_not_followed(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, "How to keep bees through a cold winter,10.1234/oak.2021.5,,")
    run(folder)
    assert "doi:10.1234/oak.2021.5 is “A map of all genes of the common oak”" in capsys.readouterr().out
    assert not fetched(folder)


def test_a_work_without_identifier_is_found_by_its_title_and_then_by_what_services_say(
    project: MakeProject, services: Server
) -> None:
    folder = a_survey(project, services, "Words that parse themselves without any grammar,,,")
    run(folder)
    text = fetched(folder)
    assert "acl_id = {2023.acl-long.12}" in text
    assert "code = {https://github.com/example/words}" in text


def test_of_two_works_with_one_title_none_is_taken(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, "Introduction to the special issue on sets,,,")
    run(folder)
    assert not fetched(folder)
    assert "perhaps “Introduction to the special issue on sets”" in capsys.readouterr().out


def test_a_dry_run_says_field_by_field_what_would_change_and_writes_nothing(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder, "--dry-run")
    shown = capsys.readouterr().out
    assert "  year: nothing → 2022  (crossref 20" in shown
    assert not fetched(folder)


def test_a_check_asks_nobody_and_says_what_is_stale(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder, "--check") == 1
    assert "lacks title, authors, year, abstract" in capsys.readouterr().out
    assert not services.asked
    run(folder)
    assert run(folder, "--check") == 0
    assert run(folder, "--check", "--older-than", "0d") == 1


def test_a_thousand_works_need_few_requests(project: MakeProject, services: Server) -> None:
    papers = [Paper(f"On the number {n} and its friends", (("Ann", f"Smith{n}"),), 2020, doi=f"10.1234/n.{n}", venue="Journal of Numbers", journal=True, abstract=f"We study the number {n} and its friends among the numbers at length.") for n in range(1000)]  # fmt: skip
    services.papers = papers
    folder = a_survey(project, services, "\n".join(f",{paper.doi},," for paper in papers))
    assert run(folder) == 0
    assert fetched(folder).count("\n@article{") == 1000
    assert len(services.asked) <= 40


def test_a_second_fetch_at_the_same_time_is_refused(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    (folder / ".survey" / "fetch").mkdir(parents=True)
    with FileLock(folder / FETCHING):
        assert run(folder) == 1
    assert "another fetch is running" in capsys.readouterr().err
    assert run(folder) == 0


def test_a_mistake_in_the_settings_is_reported_with_its_line(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for wrong, said in (
        ("fetch: {email: nobody}", "is not an e-mail address"),
        ("fetch: {order: [crosref]}", "did you mean `crossref`?"),
        ("fetch: {older_than: soon}", "is not an age"),
        ("fetch: {services: {crossref: {url: nowhere}}}", "http or https address"),
        ("fetch: {services: {crossref: {pause: -1}}}", "number of seconds"),
    ):
        folder = project({"bib/survey.yml": wrong + "\n", "bib/sources/a.csv": "title,doi\nA,10.1/abc\n"})
        assert run(folder) == 1
        error = capsys.readouterr().err
        assert "bib/survey.yml:1" in error and said in error


def test_a_dry_run_that_would_change_nothing_says_so(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder, "--dry-run") == 0
    assert "\nWould change 1 work, " in capsys.readouterr().out
    run(folder)
    capsys.readouterr()
    assert run(folder, "--refresh", "--dry-run") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Nothing would change" and "Would change 0 works, 0 values" in lines


def test_a_check_writes_nothing_and_is_no_dry_run(project: MakeProject, services: Server) -> None:
    with pytest.raises(SystemExit):
        run(a_survey(project, services, ",10.1234/sets.2022.7,,"), "--check", "--dry-run")
    assert not services.asked
