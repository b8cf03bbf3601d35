"""Services, networks and disks that fail: what they cost, what is said, and that nothing is lost."""

from __future__ import annotations

import errno
import os
import sqlite3

import pytest

from generator.services import client
from generator.services.memory import Memory
from tests.conftest import MakeProject
from tests.fetching.runs import a_survey, fetched, run
from tests.services.papers import PREPRINT
from tests.services.server import NAMES, Server, always, asleep, at_first

HTML = "<!DOCTYPE html><html><title>Log in</title><body>Welcome to the hotel</body></html>"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (always(500), "out of order (HTTP 500)"),
        (always(503, Retry_After="1000"), "left alone for 1,000 seconds"),
        (always(200, HTML), "a login page of your network"),
        (always(200, '{"message": {"items": [{"DO'), "not complete JSON"),
        (always(200, "[]"), "no `message.items`"),
        (always(200, '{"status": "ok"}'), "no `message.items`"),
        (always(403), "refuses to answer"),
        (always(400), "does not understand"),
        (always(200, "{}", X_Cut="yes"), "broke off"),
    ],
)  # fmt: skip
def test_a_service_that_is_down_costs_its_works_and_not_the_run(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], fault: object, said: str
) -> None:
    services.fault["crossref"] = fault  # type: ignore[assignment]
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder) == 0
    shown = capsys.readouterr().out
    assert said in shown and "Failed   Crossref, 1 work" in shown
    assert "title-from = {openalex" in fetched(folder)


def test_a_service_that_does_not_answer_in_time_costs_its_works_and_not_the_run(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "TIME_LIMIT", 0.2)
    services.fault["crossref"] = asleep(0.5)
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,\n,,2301.01234,")
    assert run(folder) == 0
    shown = capsys.readouterr().out
    assert "Failed   Crossref, 2 works: 127.0.0.1 did not answer in time (run the command again later)" in shown
    assert "title-from = {openalex" in fetched(folder)
    del services.fault["crossref"]
    assert run(folder, "--refresh") == 0
    assert "title-from = {crossref" in fetched(folder)


def test_where_no_service_answers_in_time_one_message_says_so(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "TIME_LIMIT", 0.2)
    services.fault = dict.fromkeys(NAMES, asleep(0.5))
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "did not answer in time" in errors[0]
    assert not fetched(folder)


def test_half_an_answer_is_not_kept_and_is_asked_for_again(project: MakeProject, services: Server) -> None:
    services.fault["crossref"] = always(200, '{"message": {"items": [{"DO', X_Cut="yes")
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder) == 0
    assert "title-from = {openalex" in fetched(folder)
    del services.fault["crossref"]
    assert run(folder, "--refresh") == 0
    assert "title-from = {crossref" in fetched(folder)


def test_a_busy_service_is_asked_again_when_it_says(project: MakeProject, services: Server) -> None:
    services.fault["crossref"] = at_first(2, always(429, Retry_After="0"))
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    assert services.counts["crossref"] == 3
    assert "title-from = {crossref" in fetched(folder)


@pytest.mark.parametrize("service", NAMES)
def test_whatever_one_service_answers_the_others_are_heard(
    project: MakeProject, services: Server, service: str
) -> None:
    services.fault[service] = always(200, "\x00 nonsense \ufffe <a><b>")
    folder = a_survey(project, services, f",10.1234/sets.2022.7,,\n,,,33000002\n{PREPRINT.title},,2301.01234,")
    assert run(folder) == 0
    assert fetched(folder).count("\n@") == 3


def test_a_full_disk_is_reported_and_what_was_fetched_stays(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    before = fetched(folder)

    def full(self: Memory) -> None:
        from generator.services import memory

        raise memory._fault(sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr(Memory, "save", full)
    assert run(folder, "--refresh") == 1
    assert "make room on the disk" in capsys.readouterr().err
    assert fetched(folder) == before


def no_writing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let the system refuse to replace one file, as in a folder that may only be read."""
    replace_file = os.replace

    def refuse(source: str, target: str) -> None:
        if str(target).endswith(name):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), source, None, target)
        replace_file(source, target)

    monkeypatch.setattr(os, "replace", refuse)


@pytest.mark.parametrize(
    ("row", "name"),
    [(",10.1234/sets.2022.7,,", "fetched.bib"), ("Introduction to the special issue on sets,,,", "candidates.bib")],
)
def test_a_file_that_may_not_be_written_is_reported_once_and_nothing_is_asked_twice(
    project: MakeProject,
    services: Server,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    row: str,
    name: str,
) -> None:
    folder = a_survey(project, services, row)
    with monkeypatch.context() as forbidden:
        no_writing(forbidden, name)
        assert run(folder) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and f"bib/{name}: cannot be written: Permission denied" in errors[0]
    assert "asked for no more" in errors[0]
    assert not (folder / "bib" / name).exists()
    requests = len(services.asked)
    assert requests and run(folder) == 0
    assert len(services.asked) == requests
    assert (folder / "bib" / name).is_file()


def test_a_folder_in_the_place_of_the_file_is_reported_before_anybody_is_asked(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    (folder / "bib" / "fetched.bib").mkdir()
    assert run(folder) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "bib/fetched.bib" in errors[0]
    assert not services.asked
    (folder / "bib" / "fetched.bib").rmdir()
    assert run(folder) == 0
    assert "title-from = {crossref" in fetched(folder)


def test_a_damaged_memory_is_reported(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    (folder / ".survey" / "fetch").mkdir(parents=True)
    (folder / ".survey" / "fetch" / "answers.sqlite").write_bytes(b"no database at all" * 100)
    assert run(folder) == 1
    assert "delete it" in capsys.readouterr().err
