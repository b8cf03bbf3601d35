"""How services are asked: again where that helps, with growing pauses, and never for longer than a limit."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from typing import Any

import pytest
import stamina.instrumentation

from generator.services import client
from generator.services.client import Client, _retry_after
from generator.services.failure import ServiceError
from tests.services.server import Server, always, asked_at_once, at_first


@pytest.fixture
def pauses() -> Iterator[list[float]]:
    """The seconds before each further try."""
    found: list[float] = []
    stamina.instrumentation.set_on_retry_hooks([lambda details: found.append(details.wait_for)])
    yield found
    stamina.instrumentation.set_on_retry_hooks(None)


def ask(services: Server) -> object:
    caller = Client("curator@example.org").caller("crossref", f"{services.url}/crossref", 0)
    return caller.json("works", {"filter": "doi:10.1234/sets.2022.7", "rows": "1"})


def fail(services: Server) -> None:
    with pytest.raises(ServiceError, match="out of order"):
        ask(services)


def test_pauses_between_tries_double_up_to_a_limit(
    services: Server, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "JITTER", 0.0)
    monkeypatch.setattr(client, "LONGEST_WAIT", 0.03)
    services.fault["crossref"] = always(500)
    fail(services)
    assert pauses == pytest.approx([0.01, 0.02, 0.03])
    assert services.counts["crossref"] == client.ATTEMPTS == 4


def test_some_chance_is_in_every_pause(services: Server, pauses: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LONGEST_WAIT", 1.0)
    services.fault["crossref"] = always(500)
    fail(services)
    fail(services)
    first, second = pauses[:3], pauses[3:]
    assert all(one != other for one, other in zip(first, second, strict=True))


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_kept_in_both_its_forms(services: Server, pauses: list[float], form: str) -> None:
    retry_after = "2" if form == "seconds" else formatdate(time.time() + 2.5, usegmt=True)
    services.fault["crossref"] = at_first(1, always(429, Retry_After=retry_after))
    assert ask(services)
    (pause,) = pauses
    assert 1.0 <= pause <= 2.5


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("120", 120.0), (" 7 ", 7.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("soon", 0.0), ("", 0.0), ("-3", 0.0)],
)
def test_what_retry_after_may_say(text: str, seconds: float) -> None:
    assert _retry_after(text) == seconds


def test_a_date_with_no_zone_in_retry_after_is_read_as_that_of_greenwich() -> None:
    assert 50 < _retry_after(time.strftime("%a, %d %b %Y %H:%M:%S", time.gmtime(time.time() + 60))) <= 60


def test_an_answer_that_trickles_ends_at_the_limit(services: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "ANSWER_LIMIT", 1.0)
    services.fault["crossref"] = always(200, '{"message": ' + " " * 400 + "{}}", X_Trickle="0.05")
    begun = time.monotonic()
    with pytest.raises(ServiceError, match="not whole after"):
        ask(services)
    assert time.monotonic() - begun < 10  # of 20 that the answer takes
    assert services.counts["crossref"] == 1


def test_what_is_left_behind_does_not_keep_the_program_running(
    services: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "ANSWER_LIMIT", 0.5)
    services.fault["crossref"] = always(200, " " * 100, X_Trickle="0.05")
    known = set(threading.enumerate())
    with pytest.raises(ServiceError):
        ask(services)
    left = [thread for thread in set(threading.enumerate()) - known if thread.name.endswith("(run)")]
    assert all(thread.daemon for thread in left)


@pytest.mark.parametrize("status", [301, 307])
@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:9/keys",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://router.local/",
        "http://intranet/",
    ],
)
def test_a_service_that_leads_into_this_network_is_not_followed(services: Server, status: int, target: str) -> None:
    services.fault["crossref"] = lambda *_: (status, {"Location": target}, b"")
    with pytest.raises(ServiceError, match="which is not on the web"):
        ask(services)
    assert services.counts["crossref"] == 1


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.example/x", "javascript:1"])
def test_a_service_that_leads_to_what_is_no_web_page_is_not_followed(
    services: Server, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.setattr(client, "ATTEMPTS", 1)
    services.fault["crossref"] = lambda *_: (302, {"Location": target}, b"")
    with pytest.raises(ServiceError):
        ask(services)


def test_a_service_that_leads_to_a_name_which_turns_into_this_machine_sends_nothing_there(
    services: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(services.url.rpartition(":")[2])
    changing, known, asked = f"http://changing.example:{port}/crossref/works", socket.getaddrinfo, []

    def rebound(name: str, *rest: Any, **further: Any) -> Any:
        if name != "changing.example":
            return known(name, *rest, **further)
        asked.append(name)
        number = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    services.fault["crossref"] = lambda *_: (302, {"Location": changing}, b"")
    with pytest.raises(ServiceError, match=r"leads to changing\.example, which is not on the web"):
        ask(services)
    assert len(asked) == 2
    assert services.counts["crossref"] == 1


def test_a_proxy_of_this_network_may_ask_what_a_service_leads_to(
    services: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with asked_at_once() as proxy:
        proxy.reply = lambda path, *_: (200, {"Content-Type": "application/json"}, json.dumps(path).encode())  # type: ignore[method-assign]
        services.fault["crossref"] = lambda *_: (302, {"Location": "http://elsewhere.example/x"}, b"")
        monkeypatch.setattr(socket, "getaddrinfo", nobody_knows("elsewhere.example"))
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert ask(services) == "http://elsewhere.example/x"


def nobody_knows(unknown: str) -> Callable[..., Any]:
    known = socket.getaddrinfo

    def look_up(name: str, *rest: Any, **further: Any) -> Any:
        if name == unknown:
            raise socket.gaierror(-2, "Name or service not known")
        return known(name, *rest, **further)

    return look_up


def test_a_service_may_lead_on_to_another_address_of_its_own(services: Server) -> None:
    moved = f"{services.url}/crossref/works?filter=doi:10.1234/sets.2022.7&rows=1"
    services.fault["crossref"] = lambda _, number: (301, {"Location": moved}, b"") if number == 1 else None
    assert ask(services)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        "9" * 10_000,
        '{"message": 1e999',
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_an_answer_that_no_reader_of_json_takes_is_told(services: Server, text: str) -> None:
    services.fault["crossref"] = lambda *_: (200, {"Content-Type": "application/json"}, text.encode())
    with pytest.raises(ServiceError, match="not complete JSON"):
        ask(services)
