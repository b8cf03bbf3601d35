from __future__ import annotations

import errno
import json
import os
import sqlite3
import ssl
import subprocess
import threading
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.commands import fetch
from generator.project.paths import FETCHING
from generator.services import client
from generator.services.memory import Memory
from tests.conftest import snapshot
from tests.services.papers import ALL, ORDER, PREPRINT, Paper
from tests.services.server import NAMES, Server, always, asleep, at_first, serving

Make = Callable[..., Path]
HTML = "<!DOCTYPE html><html><title>Log in</title><body>Welcome to the hotel</body></html>"


def a_survey(project: Make, services: Server, rows: str, columns: str = "title,doi,arxiv,pmid", more: str = "") -> Path:
    return project({"bib/survey.yml": services.settings + more, "bib/sources/list.csv": f"{columns}\n{rows}\n"})


def fetched(folder: Path) -> str:
    file = folder / "bib" / "fetched.bib"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def run(folder: Path, *arguments: str) -> int:
    return main(["fetch", "--project", str(folder), *arguments])


def test_a_list_of_identifiers_becomes_a_bibliography(project: Make, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,\n,,2301.01234,\n,,,33000002")
    assert run(folder) == 0
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    text = (folder / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert "author = {Smith, Ann and Lee, Bo and Müller-Łukasz, Željko}" in text
    assert "author = {{The Oak Genome Consortium} and van der Berg, Flo}" in text
    assert "journal = {Journal of Sets and Sequences}" in text and "pages = {12--20}" in text


def test_a_preprint_that_has_appeared_is_cited_as_published_and_keeps_its_eprint(
    project: Make, services: Server
) -> None:
    folder = a_survey(project, services, f"{PREPRINT.title},,2301.01234,")
    assert run(folder) == 0
    text = fetched(folder)
    assert "booktitle = {Proceedings of the 40th International Conference on Machine Learning}" in text
    assert "eprint = {2301.01234}" in text and "doi = {10.1234/icml.2023.99}" in text


def test_every_value_has_its_service_and_day_below_it(project: Make, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    lines = fetched(folder).splitlines()
    title = next(number for number, line in enumerate(lines) if line.startswith("  title ="))
    assert lines[title + 1].startswith("  title-from = {crossref 20")


def test_a_second_run_asks_nobody_and_changes_nothing(project: Make, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,\nSomething that no service knows of,,,")
    run(folder)
    before, asked = snapshot(folder / "bib"), len(services.asked)
    run(folder)
    assert len(services.asked) == asked
    assert snapshot(folder / "bib") == before


def test_a_refresh_asks_again_and_sees_what_has_become_of_a_work(project: Make, services: Server) -> None:
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
    project: Make, services: Server, monkeypatch: pytest.MonkeyPatch
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


def test_a_wrong_identifier_is_told_and_not_followed(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, "How to keep bees through a cold winter,10.1234/oak.2021.5,,")
    run(folder)
    assert "doi:10.1234/oak.2021.5 is “A map of all genes of the common oak”" in capsys.readouterr().out
    assert not fetched(folder)


def test_a_work_without_identifier_is_found_by_its_title_and_then_by_what_is_told(
    project: Make, services: Server
) -> None:
    folder = a_survey(project, services, "Words that parse themselves without any grammar,,,")
    run(folder)
    text = fetched(folder)
    assert "acl_id = {2023.acl-long.12}" in text
    assert "code = {https://github.com/example/words}" in text


def test_of_two_works_with_one_title_none_is_taken(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, "Introduction to the special issue on sets,,,")
    run(folder)
    assert not fetched(folder)
    assert "perhaps “Introduction to the special issue on sets”" in capsys.readouterr().out


def test_a_dry_run_says_field_by_field_what_would_change_and_writes_nothing(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder, "--dry-run")
    shown = capsys.readouterr().out
    assert "  year: nothing → 2022  (crossref 20" in shown
    assert not fetched(folder)


def test_a_check_asks_nobody_and_says_what_is_stale(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder, "--check") == 1
    assert "lacks title, authors, year, abstract" in capsys.readouterr().out
    assert not services.asked
    run(folder)
    assert run(folder, "--check") == 0
    assert run(folder, "--check", "--older-than", "0d") == 1


def test_a_thousand_works_need_few_requests(project: Make, services: Server) -> None:
    papers = [Paper(f"On the number {n} and its friends", (("Ann", f"Smith{n}"),), 2020, doi=f"10.1234/n.{n}", venue="Journal of Numbers", journal=True, abstract=f"We study the number {n} and its friends among the numbers at length.") for n in range(1000)]  # fmt: skip
    services.papers = papers
    folder = a_survey(project, services, "\n".join(f",{paper.doi},," for paper in papers))
    assert run(folder) == 0
    assert fetched(folder).count("\n@article{") == 1000
    assert len(services.asked) <= 40


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (always(500), "out of order (HTTP 500)"),
        (always(503, Retry_After="1000"), "left alone for 1,000 seconds"),
        (always(200, HTML), "a login page of your network"),
        (always(200, '{"message": {"items": [{"DO'), "no whole JSON"),
        (always(200, "[]"), "no `message.items`"),
        (always(200, '{"status": "ok"}'), "no `message.items`"),
        (always(403), "refuses to answer"),
        (always(400), "does not understand"),
        (always(200, "{}", X_Cut="yes"), "broke off"),
    ],
)  # fmt: skip
def test_a_service_that_is_down_costs_its_works_and_not_the_run(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str], fault: object, said: str
) -> None:
    services.fault["crossref"] = fault  # type: ignore[assignment]
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder) == 0
    shown = capsys.readouterr().out
    assert said in shown and "Failed   Crossref, 1 work" in shown
    assert "title-from = {openalex" in fetched(folder)


def test_a_service_that_does_not_answer_in_time_costs_its_works_and_not_the_run(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
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
    project: Make, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "TIME_LIMIT", 0.2)
    services.fault = dict.fromkeys(NAMES, asleep(0.5))
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "did not answer in time" in errors[0]
    assert not fetched(folder)


def test_half_an_answer_is_not_kept_and_is_asked_for_again(project: Make, services: Server) -> None:
    services.fault["crossref"] = always(200, '{"message": {"items": [{"DO', X_Cut="yes")
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder) == 0
    assert "title-from = {openalex" in fetched(folder)
    del services.fault["crossref"]
    assert run(folder, "--refresh") == 0
    assert "title-from = {crossref" in fetched(folder)


def test_a_busy_service_is_asked_again_when_it_says(project: Make, services: Server) -> None:
    services.fault["crossref"] = at_first(2, always(429, Retry_After="0"))
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    assert services.counts["crossref"] == 3
    assert "title-from = {crossref" in fetched(folder)


@pytest.mark.parametrize("service", NAMES)
def test_whatever_one_service_answers_the_others_are_heard(project: Make, services: Server, service: str) -> None:
    services.fault[service] = always(200, "\x00 nonsense \ufffe <a><b>")
    folder = a_survey(project, services, f",10.1234/sets.2022.7,,\n,,,33000002\n{PREPRINT.title},,2301.01234,")
    assert run(folder) == 0
    assert fetched(folder).count("\n@") == 3


def test_the_agent_names_the_program_and_a_contact_address(project: Make, services: Server) -> None:
    run(a_survey(project, services, ",10.1234/sets.2022.7,,"))
    agents = {headers["User-Agent"] for _, _, headers, _ in services.asked}
    assert len(agents) == 1 and "survey-site-generator/" in agents.pop()
    assert all(
        "mailto=curator%40example.org" in path
        for service, path, *_ in services.asked
        if service in ("crossref", "openalex")
    )


def without_email(folder: Path, services: Server, order: str = "") -> None:
    text = services.settings.replace("  email: curator@example.org\n", order)
    (folder / "bib" / "survey.yml").write_text(text, encoding="utf-8")


def test_a_contact_address_is_asked_for_where_a_service_wants_one(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    without_email(folder, services)
    before = snapshot(folder / "bib")
    assert run(folder) == 1
    (error,) = capsys.readouterr().err.splitlines()
    assert "PubMed, Crossref and OpenAlex ask for a contact address" in error and "fetch: {email: " in error
    assert main(["add", "10.1234/oak.2021.5", "--project", str(folder)]) == 1
    assert "ask for a contact address" in capsys.readouterr().err
    assert not services.asked and snapshot(folder / "bib") == before


def test_without_a_contact_address_those_that_want_none_can_be_asked(project: Make, services: Server) -> None:
    folder = a_survey(project, services, ",,2301.01234,")
    without_email(folder, services, "  order: [arxiv, semantic-scholar, dblp]\n")
    assert run(folder) == 0
    assert "title-from = {arxiv" in fetched(folder)


def test_where_there_is_nothing_to_ask_no_contact_address_is_missing(project: Make, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    without_email(folder, services)
    assert run(folder) == 0
    assert run(folder, "--check") == 0


def test_the_pause_of_a_service_is_kept(project: Make, services: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(fetch, "Client", lambda email: fetch_client(email, slept))
    rows = "\n".join(f"The {n}th unheard tale of the sea,,," for n in range(3))
    settings_ = services.settings.replace("dblp, pause: 0", "dblp, pause: 5")
    folder = project({"bib/survey.yml": settings_, "bib/sources/list.csv": f"title,doi,arxiv,pmid\n{rows}\n"})
    run(folder)
    assert len([pause for pause in slept if pause > 4]) == 2


def fetch_client(email: str, slept: list[float]) -> object:
    from generator.services.client import Client

    return Client(email, sleep=slept.append)


def test_without_a_network_there_is_one_clear_message_and_nothing_is_lost(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    before = fetched(folder)
    text = (folder / "bib" / "survey.yml").read_text(encoding="utf-8").replace(services.url, "http://127.0.0.1:9")
    (folder / "bib" / "survey.yml").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert run(folder, "--refresh") == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "cannot be reached" in errors[0] and "check the network" in errors[0]
    assert fetched(folder) == before


def test_a_captive_portal_is_called_so(project: Make, services: Server, capsys: pytest.CaptureFixture[str]) -> None:
    for name in NAMES:
        services.fault[name] = always(200, HTML)
    assert run(a_survey(project, services, ",10.1234/sets.2022.7,,")) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "login page" in errors[0]


def test_a_proxy_that_is_not_there_is_named(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    text = (
        (folder / "bib" / "survey.yml")
        .read_text(encoding="utf-8")
        .replace("http://127.0.0.1", "http://services.example.org")
    )
    (folder / "bib" / "survey.yml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert run(folder) == 1
    assert "HTTPS_PROXY" in capsys.readouterr().err


def test_a_strange_proxy_setting_is_told(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "gopher://old.example.org:70")
    assert run(a_survey(project, services, ",10.1234/sets.2022.7,,")) == 1
    assert "no connection can be set up" in capsys.readouterr().err


def test_a_certificate_that_nobody_signed_is_told(
    project: Make, services: Server, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    import http.server

    where = tmp_path_factory.mktemp("tls")
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "1", "-subj", "/CN=localhost"],
        cwd=where, capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("openssl is not installed")
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(where / "cert.pem", where / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
        text = (folder / "bib" / "survey.yml").read_text(encoding="utf-8")
        text = text.replace(services.url, f"https://127.0.0.1:{server.server_address[1]}")
        (folder / "bib" / "survey.yml").write_text(text, encoding="utf-8")
        assert run(folder) == 1
        assert "secure connection" in capsys.readouterr().err
    finally:
        server.shutdown()


def test_a_second_fetch_at_the_same_time_is_refused(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    (folder / ".survey" / "fetch").mkdir(parents=True)
    with FileLock(folder / FETCHING):
        assert run(folder) == 1
    assert "another fetch is running" in capsys.readouterr().err
    assert run(folder) == 0


def test_a_full_disk_is_told_and_what_was_fetched_stays(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
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
def test_a_file_that_may_not_be_written_is_told_once_and_nothing_is_asked_twice(
    project: Make,
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


def test_a_folder_in_the_place_of_the_file_is_told_before_anybody_is_asked(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
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


def test_a_damaged_memory_is_told(project: Make, services: Server, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    (folder / ".survey" / "fetch").mkdir(parents=True)
    (folder / ".survey" / "fetch" / "answers.sqlite").write_bytes(b"no database at all" * 100)
    assert run(folder) == 1
    assert "delete it" in capsys.readouterr().err


def test_what_a_person_verified_counts_for_more_than_a_service(project: Make, services: Server) -> None:
    verified = "@article{mine, title = {Order matters for sets of sequences}, author = {Smith, Anna}, year = {2021}, journal = {My Journal}, doi = {10.1234/sets.2022.7}, verified = {true}}"
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    (folder / "bib" / "metadata.bib").write_text(verified, encoding="utf-8")
    run(folder, "--refresh")
    main(["build", "--quiet", "--project", str(folder)])
    text = (folder / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert "year = {2021}" in text and "My Journal" in text


def test_a_mistake_in_the_settings_is_told_with_its_line(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for wrong, said in (
        ("fetch: {email: nobody}", "is no e-mail address"),
        ("fetch: {order: [crosref]}", "did you mean `crossref`?"),
        ("fetch: {older_than: soon}", "is no age"),
        ("fetch: {services: {crossref: {url: nowhere}}}", "http or https address"),
        ("fetch: {services: {crossref: {pause: -1}}}", "number of seconds"),
    ):
        folder = project({"bib/survey.yml": wrong + "\n", "bib/sources/a.csv": "title,doi\nA,10.1/abc\n"})
        assert run(folder) == 1
        error = capsys.readouterr().err
        assert "bib/survey.yml:1" in error and said in error


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
    told = json.dumps(work, ensure_ascii=False)
    for fact in (
        "Order matters for sets of sequences",
        "Smith",
        "Lee",
        "2022",
        "10.1234/sets.2022.7",
        "We study how the order",
    ):
        assert fact in told
    main(["build", "--quiet", "--project", str(folder)])
    assert (snapshot(folder / "docs"), snapshot(folder / "bib")) == first


def test_all_papers_at_once(project: Make, services: Server) -> None:
    rows = "\n".join(f",{paper.doi},{paper.arxiv if not paper.doi else ''},{paper.pmid}" for paper in ALL)
    folder = a_survey(project, services, rows)
    assert run(folder) == 0
    text = fetched(folder)
    assert "status = {retracted}" in text and "status = {withdrawn}" in text and "status = {corrected}" in text


def test_a_build_says_what_is_not_yet_fetched_and_how_to_fetch_it(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
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
def test_the_service_that_the_survey_names_first_is_believed_first(project: Make, services: Server, first: str) -> None:
    order = ", ".join([first, *(name for name in NAMES if name != first)])
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,", more=f"  order: [{order}]\n")
    assert run(folder) == 0
    assert f"title-from = {{{first} " in fetched(folder)


def test_a_damaged_abstract_is_shown_with_a_note_and_replaced_by_a_whole_one(project: Make, services: Server) -> None:
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
