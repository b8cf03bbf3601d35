"""Asking addresses: what is dead, what is only shy, and what is never asked."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Iterator

import pytest

from generator.cli import main
from generator.services import link_check
from generator.services.link_check import asked
from generator.services.public import is_public, leads_outside
from tests.conftest import MakeProject

ANSWERS = {"/here": 200, "/gone": 404, "/shy": 403, "/ill": 503, "/no-head": 405, "/inside": 302, "/circle": 302}


SEEN: list[str] = []  # what the host was asked


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    class Host(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            SEEN.append(self.path)
            self.send_response(ANSWERS[self.path])
            if self.path == "/circle":
                self.send_header("Location", "/circle")
            if self.path == "/inside":
                self.send_header("Location", "http://10.0.0.1/admin")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/no-head" else ANSWERS[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def here(address: str) -> bool:
    return address.startswith("http://127.0.0.1:")


def this_machine(number: str) -> bool:
    return number == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "verdict", "reason"),
    [
        ("/here", "alive", ""),
        ("/no-head", "alive", ""),
        ("/gone", "dead", "404: no such page"),
        ("/shy", "unknown", "403: its host turns programs away"),
        ("/ill", "unknown", "503: its host has a fault"),
        ("/circle", "unknown", "its redirections lead in a circle"),
        ("/inside", "unknown", "leads to an address that is not public"),
    ],
)
def test_what_an_address_answers(host: str, path: str, verdict: str, reason: str) -> None:
    (answer,) = asked([host + path], allowed=here, pause=0, connects=this_machine).values()
    assert (answer.verdict, answer.reason) == (verdict, reason)


def test_a_host_that_is_not_there_is_dead() -> None:
    (answer,) = asked(["http://127.0.0.1:1/x"], allowed=here, pause=0).values()
    assert answer.verdict == "dead"
    assert answer.reason.startswith("cannot be reached")


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/x",
        "http://printer.local/",
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://192.168.0.1:8080/",
        "http://2130706433/",
        "http://127.1/",
        "ftp://example.org/x",
        "http://router/",
        "http://0x7f.1/",
        "http://0x7f.0.0.1/",
        "http://127.0.0.0x1/",
        "http://0177.0.0.1/",
        "http://127.0.0.1./",
        "http://①②⑦.0.0.1/",
        "http://127.0。0．1/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::7f00:1]/",
        "http://[64:ff9b:1::192.168.0.1]/",
        "http://[64:ff9b:1:ffff::a9fe:a9fe]/",
        "http://[64:ff9b:1:a00:0:100::]/",  # 10.0.0.1 behind 48 bits
        "http://[64:ff9b:1:a00:0:100:808:808]/",  # what follows it says nothing
        "http://[64:ff9b:1:ab7f:0:1::]/",  # 127.0.0.1 behind 56
        "http://[64:ff9b:1:abcd:c0:a801:100:0]/",  # 192.168.1.1 behind 64
        "http://[64:ff9b:1:abcd::a9fe:a9fe]/",
        "http://[64:ff9b:1::]/",
        "http://[2a00:1450:4001::5efe:10.0.0.1]/",
        "http://[2a00:1450:4001::200:5efe:192.168.0.1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[::ffff:0:a00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fec0::1]/",
        "http://[fe80::1]/",
        "http://[ff02::1]/",
        "http://224.0.0.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
    ],
)
def test_machines_of_this_network_are_never_asked(address: str) -> None:
    assert not is_public(address)
    (answer,) = asked([address], pause=0).values()
    assert (answer.verdict, answer.reason) == ("unknown", "not asked: it is not a public address")


@pytest.mark.parametrize(
    "address",
    [
        "https://doi.org/10.1/x",
        "http://example.org:8080/",
        "https://[2001:4860::8888]/",
        "https://8.8.8.8/",
        "https://3.basecamp.example/",
        "https://0x.example/",
        "https://müller.example/",
        "https://[64:ff9b::808:808]/",
        "https://[64:ff9b:1::808:808]/",
        "https://[64:ff9b:1:808:8:800::]/",
        "https://[64:ff9b:1:ab5d:b8:d822::]/",
        "https://[64:ff9b:1:abcd:8:808:800:0]/",
        "https://[2a00:1450:4001::200:5efe:8.8.8.8]/",
        "https://[::ffff:0:8.8.8.8]/",
    ],
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("answers", "is_outside"),
    [
        (["93.184.216.34"], True),
        (["93.184.216.34", "2606:2800:220:1::"], True),
        (["127.0.0.1"], False),
        (["93.184.216.34", "10.0.0.1"], False),
        (["fe80::1%eth0"], False),
        (["::ffff:192.168.0.1"], False),
        (["198.18.0.7"], True),  # a program for proxies answers so for every name
        ([], True),  # nobody here knows it
    ],
)
def test_a_name_that_stands_for_a_machine_of_this_network_is_not_asked(
    answers: list[str], is_outside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_up(host: str, port: object, **_: object) -> list[tuple[object, ...]]:
        assert (host, port) == ("inside.example", None)
        if not answers:
            raise socket.gaierror(-2, "Name or service not known")
        return [(2, 1, 6, "", (address, 0)) for address in answers]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    assert leads_outside("https://inside.example/x") == is_outside


def test_a_name_that_changes_its_machine_when_it_is_connected_is_sent_nothing(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(host.rpartition(":")[2])
    looked_up: list[object] = []

    def rebound(name: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        looked_up.append(name)
        number = "93.184.216.34" if len(looked_up) <= 2 else "127.0.0.1"  # before it is asked, and before it is sent
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    SEEN.clear()
    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    (answer,) = asked([f"http://changing.example:{port}/here"], pause=0).values()
    assert (answer.verdict, answer.reason) == ("unknown", "leads to an address that is not public")
    assert set(looked_up) == {"changing.example"}
    assert SEEN == []


def test_a_host_that_hangs_up_before_it_is_looked_at_is_dead_and_the_others_are_asked(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hung_up(connected: socket.socket) -> object:
        raise OSError(107, "Transport endpoint is not connected")

    monkeypatch.setattr(socket.socket, "getpeername", hung_up, raising=False)
    answers = asked([f"{host}/here", "http://127.0.0.1:1/x"], allowed=here, pause=0, connects=this_machine)
    assert [answer.verdict for answer in answers.values()] == ["dead", "dead"]
    assert "not connected" in answers[f"{host}/here"].reason


def test_looking_up_a_name_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_check, "ANSWER_LIMIT", 0.2)
    answered = threading.Event()

    def slow(address: str) -> bool:
        return answered.wait(20)

    assert asked(["https://a.example/"], allowed=slow)["https://a.example/"].verdict == "unknown"
    assert not answered.is_set()
    answered.set()


def test_the_command_tells_the_work_behind_a_dead_address(
    project: MakeProject, host: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    works = "".join(
        f"@misc{{w{name}, title={{On {name} and frogs}}, author={{Bell, A}}, year={{2020}}, url={{{host}/{name}}}}}\n"
        for name in ("here", "gone", "shy")
    )
    folder = project({"bib/sources/a.bib": works})
    monkeypatch.setattr(
        "generator.commands.links.asked", lambda places, tell: asked(places, tell, here, 0, this_machine)
    )
    assert main(["links", "--project", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("dead     bell2020gone ")
    assert lines[1].startswith("unknown  bell2020shy ")
    assert lines[2] == "3 addresses: 1 answer, 1 dead, 1 not known"
    assert main(["links", "--list", "--project", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
