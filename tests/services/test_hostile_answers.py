"""Answers that are made to exhaust the program, or that say something wrong of themselves."""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zlib
from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from generator.services import answer, client, link_check
from generator.services.client import Client
from generator.services.failure import ServiceError
from tests.services.server import Server

MEGABYTE = 1_000_000


def _packed(pieces: Iterable[bytes]) -> bytes:
    """The pieces packed, without ever being there at once."""
    packing = zlib.compressobj(9, wbits=31)
    return b"".join(map(packing.compress, pieces)) + packing.flush()


@cache
def bomb() -> bytes:
    """200 kB that unpack to 200 MB."""
    return _packed([b"[", *[b" " * MEGABYTE] * 200])


@cache
def bomb_in_bombs() -> bytes:
    """A few kB that unpack to 500 MB, unpacked three times."""
    return _packed([_packed([_packed([b" " * MEGABYTE] * 500)])])


@pytest.fixture(autouse=True)
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "ATTEMPTS", 1)


@pytest.fixture
def little_memory() -> Iterator[None]:
    """At most 150 MB at once."""
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150 * MEGABYTE


def answers(services: Server, content: bytes, status: int = 200, **headers: str) -> None:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    services.fault["crossref"] = lambda *_: (status, {"Content-Type": "application/json", **given}, content)


def ask(services: Server) -> object:
    return Client().caller("crossref", f"{services.url}/crossref", 0).json("works")


def test_what_unpacks_to_very_much_is_refused(services: Server, little_memory: None) -> None:
    answers(services, bomb(), Content_Encoding="gzip")
    with pytest.raises(ServiceError, match="more than 64 MB"):
        ask(services)


@pytest.mark.parametrize("packing", ["gzip, gzip", "gzip, gzip, gzip", "br", "zstd", "deflate", "gzip;q=1"])
def test_what_is_packed_as_nobody_asked_for_is_not_unpacked(
    services: Server, little_memory: None, packing: str
) -> None:
    answers(services, bomb_in_bombs(), Content_Encoding=packing)
    with pytest.raises(ServiceError, match="which was not asked for"):
        ask(services)


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "GZIP"])
@pytest.mark.parametrize("text", [b'{"a": 1}', b'{"a": "' + b"x" * (5 * MEGABYTE) + b'"}'], ids=["short", "long"])
def test_what_is_packed_is_read_whole(services: Server, packing: str, text: bytes) -> None:
    answers(services, gzip.compress(text), Content_Encoding=packing)
    assert isinstance(ask(services), dict)


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(b'{"a": 1}' * 100)[:-12]], ids=["not", "cut off"])
def test_what_is_not_packed_as_it_says_is_told(services: Server, content: bytes) -> None:
    answers(services, content, Content_Encoding="gzip")
    with pytest.raises(ServiceError, match="its answer cannot be read: it is not"):
        ask(services)


def test_the_body_of_a_redirection_is_not_read(services: Server, little_memory: None) -> None:
    target, body = f"{services.url}/crossref/works", bomb_in_bombs()
    services.fault["crossref"] = lambda _, number: (
        (302, {"Location": target, "Content-Encoding": "gzip, gzip, gzip"}, body)
        if number == 1
        else (200, {"Content-Type": "application/json"}, b"{}")
    )
    assert ask(services) == {}


@pytest.mark.parametrize("way", ["works", "works?again", "../crossref/works"])
def test_redirections_in_a_circle_end(services: Server, way: str) -> None:
    answers(services, b"", status=302, Location=f"{services.url}/crossref/{way}")
    with pytest.raises(ServiceError, match="in a circle"):
        ask(services)
    assert services.counts["crossref"] == client.REDIRECTIONS + 1


@pytest.mark.parametrize(
    "charset",
    ["hex", "rot13", "idna", "punycode", "undefined", "unicode_escape", "zlib", "base64", "nonsense", "utf-7"],
)
def test_characters_that_are_none_are_read_as_utf_8(services: Server, charset: str) -> None:
    answers(services, '{"a": "Größe"}'.encode(), Content_Type=f"application/json; charset={charset}")
    assert ask(services) == {"a": "Größe"}


@pytest.mark.parametrize(
    ("charset", "content"),
    [
        ("iso-8859-1", '{"a": "Größe"}'.encode("latin-1")),
        ("windows-1252", '{"a": "Größe"}'.encode("cp1252")),
        ("utf-16", '{"a": "Größe"}'.encode("utf-16")),
        ("utf-8", b"\xef\xbb\xbf" + '{"a": "Größe"}'.encode()),
    ],
)
def test_other_characters_and_a_byte_order_mark_are_read(services: Server, charset: str, content: bytes) -> None:
    answers(services, content, Content_Type=f"application/json; charset={charset}")
    assert ask(services) == {"a": "Größe"}


@pytest.mark.parametrize("piece", [b"[],", b"{},", b"1,", b'{"a":{}},'])
def test_very_many_values_are_refused_before_they_are_made(
    services: Server, monkeypatch: pytest.MonkeyPatch, piece: bytes
) -> None:
    monkeypatch.setattr(answer, "VALUES_LIMIT", 50_000)
    answers(services, b"[" + piece * 60_000 + b"1]")
    with pytest.raises(ServiceError, match="holds more than 50,000 values"):
        ask(services)


@pytest.mark.parametrize(
    "text",
    ["²", "9" * 400, "Mon, 01 Jan 0001 00:00:00 -0000", "Mon, 01 Jan 0001 00:00:00 +9999", "Mon, 99 Jan 99999 0:0:0"],
)
def test_nonsense_in_retry_after_is_no_wait_or_too_long_a_one(services: Server, text: str) -> None:
    answers(services, b"", status=429, Retry_After=text)
    with pytest.raises(ServiceError, match="too many questions"):
        ask(services)


def test_an_address_that_drips_is_left_after_a_while(services: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_check, "ANSWER_LIMIT", 0.2)

    def waits(*_: object) -> None:
        time.sleep(3)

    services.fault["crossref"] = waits
    address = f"{services.url}/crossref/x"
    (said,) = link_check.asked([address], allowed=lambda _: True, connects=lambda _: True).values()
    assert (said.verdict, said.reason) == ("unknown", "its answer was not whole after 0 seconds")
