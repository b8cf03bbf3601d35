"""Keys of one's own: of the environment, sent to the service that wants them and to nobody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.fetching import asking
from generator.services import SERVICES
from tests.conftest import MakeProject
from tests.fetching.runs import a_survey, fetched, run
from tests.services.server import Server, always

KEYS = {"openalex": "OPENALEX_API_KEY", "semantic-scholar": "S2_API_KEY", "pubmed": "NCBI_API_KEY"}


@pytest.fixture
def folder(project: MakeProject, services: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A survey that names no mirror; the services' own addresses lead to the local server."""
    own = {name: replace(one, url=f"{services.url}/{name}", pause=0) for name, one in SERVICES.items()}
    monkeypatch.setattr(asking, "SERVICES", own)
    for name, variable in KEYS.items():
        monkeypatch.setenv(variable, f"secret-of-{name}")
    made = a_survey(project, services, ",10.1234/sets.2022.7,,\n,,2301.01234,\n,,,31000001")
    (made / "bib/survey.yml").write_text("fetch: {email: curator@example.org}\n", encoding="utf-8")
    return made


def sent_to(services: Server, name: str) -> list[str]:
    return [path + str(headers) for service, path, headers, _ in services.asked if service == name]


def test_each_key_goes_to_its_service_and_to_no_other(folder: Path, services: Server) -> None:
    assert run(folder) == 0
    for name in services.counts:
        for question in sent_to(services, name):
            keys = {other for other in KEYS if f"secret-of-{other}" in question}
            assert keys == ({name} if name in KEYS else set())
    assert set(KEYS) <= set(services.counts)
    assert any("x-api-key" in question.lower() for question in sent_to(services, "semantic-scholar"))


def test_a_mirror_that_the_settings_name_gets_no_key(folder: Path, services: Server) -> None:
    text = services.settings.replace("127.0.0.1", "localhost")
    (folder / "bib/survey.yml").write_text(text, encoding="utf-8")
    assert run(folder) == 0
    assert services.asked and not any("secret-of-" in path + str(headers) for _, path, headers, _ in services.asked)


def test_a_key_is_in_no_file_and_in_no_message(
    folder: Path, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    services.fault["openalex"] = always(403, "no")
    assert run(folder) == 0
    assert "secret-of-" not in "".join(capsys.readouterr())
    assert fetched(folder)
    files = (file for file in folder.rglob("*") if file.is_file())
    assert not any(b"secret-of-" in file.read_bytes() for file in files)


def test_who_is_refused_without_a_key_is_told_of_it(
    folder: Path, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENALEX_API_KEY")
    services.fault["openalex"] = always(403, "no")
    assert run(folder) == 0
    assert "with a key of your own in OPENALEX_API_KEY, it answers more" in capsys.readouterr().out
