"""Manners towards services, and networks, proxies and certificates that are not as they should be."""

from __future__ import annotations

import ssl
import subprocess
import threading
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import asking
from tests.conftest import MakeProject, snapshot
from tests.fetching.runs import a_survey, fetched, run
from tests.services.server import NAMES, Server, always

HTML = "<!DOCTYPE html><html><title>Log in</title><body>Welcome to the hotel</body></html>"


def test_the_agent_names_the_program_and_a_contact_address(project: MakeProject, services: Server) -> None:
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
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
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


def test_without_a_contact_address_those_that_want_none_can_be_asked(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services, ",,2301.01234,")
    without_email(folder, services, "  order: [arxiv, semantic-scholar, dblp]\n")
    assert run(folder) == 0
    assert "title-from = {arxiv" in fetched(folder)


def test_where_there_is_nothing_to_ask_no_contact_address_is_missing(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    run(folder)
    without_email(folder, services)
    assert run(folder) == 0
    assert run(folder, "--check") == 0


def test_the_pause_of_a_service_is_kept(
    project: MakeProject, services: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(asking, "Client", lambda email: fetch_client(email, slept))
    rows = "\n".join(f"The {n}th unheard tale of the sea,,," for n in range(3))
    settings_ = services.settings.replace("dblp, pause: 0", "dblp, pause: 5")
    folder = project({"bib/survey.yml": settings_, "bib/sources/list.csv": f"title,doi,arxiv,pmid\n{rows}\n"})
    run(folder)
    assert len([pause for pause in slept if pause > 4]) == 2


def fetch_client(email: str, slept: list[float]) -> object:
    from generator.services.client import Client

    return Client(email, sleep=slept.append)


def test_without_a_network_there_is_one_clear_message_and_nothing_is_lost(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
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


def test_a_captive_portal_is_called_so(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in NAMES:
        services.fault[name] = always(200, HTML)
    assert run(a_survey(project, services, ",10.1234/sets.2022.7,,")) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "login page" in errors[0]


def test_a_proxy_that_is_not_there_is_named(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
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


def test_a_strange_proxy_setting_is_reported(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "gopher://old.example.org:70")
    assert run(a_survey(project, services, ",10.1234/sets.2022.7,,")) == 1
    assert "no connection can be set up" in capsys.readouterr().err


def test_a_certificate_that_nobody_signed_is_reported(
    project: MakeProject, services: Server, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
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
