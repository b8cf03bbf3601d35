"""Asking addresses whether they still answer: politely, each host one question at a time, and never on this network.

An address is dead where its host says so (404, 410) or does not exist. A host that turns programs away (401, 403, 429)
or fails (5xx) says nothing about the address, and is reported separately. A DOI is valid if doi.org redirects it; the
publisher behind it is not asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

import httpx

from generator import __version__
from generator.services.connected import checked_when_connected
from generator.services.deadline import within
from generator.services.failure import ServiceError
from generator.services.public import is_outside, leads_outside

PAUSE = 1.0  # seconds between two questions to one host
TIME_LIMIT = 20.0  # seconds without a byte
ANSWER_LIMIT = 60.0  # seconds for one whole answer, however it comes
_HOSTS_AT_ONCE = 8
_MOST_REDIRECTS = 5
_DEAD = frozenset({404, 410})
_ASK_WHOLE = frozenset({400, 403, 405, 501})  # a host that does not support HEAD
_FIRST_ERROR, _FIRST_SERVER_ERROR = 400, 500
_RESOLVERS = frozenset({"doi.org", "dx.doi.org", "hdl.handle.net"})

Verdict = Literal["alive", "dead", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: whether it works, and if not, why."""

    address: str
    verdict: Verdict
    reason: str = ""


def asked(
    addresses: Iterable[str],
    tell: Callable[[int], None] = lambda done: None,
    allowed: Callable[[str], bool] = leads_outside,
    pause: float = PAUSE,
    connects: Callable[[str], bool] = is_outside,
) -> dict[str, Answer]:
    """What each address answered, in the order given. `tell` is called with the number done.

    `allowed` says of an address whether it is asked, `connects` of a machine's number whether anything is sent to it.
    """
    wanted = list(dict.fromkeys(addresses))
    by_host: dict[str, list[str]] = {}
    for address in wanted:
        by_host.setdefault(urlsplit(address).netloc.casefold(), []).append(address)
    answers: dict[str, Answer] = {}
    with _client(allowed, connects) as client, ThreadPoolExecutor(_HOSTS_AT_ONCE) as workers:

        def ask_host(listed: list[str]) -> None:
            for number, address in enumerate(listed):
                if number:
                    time.sleep(pause)
                answers[address] = _ask(client, address, allowed)
                tell(len(answers))

        for done in [workers.submit(ask_host, listed) for listed in by_host.values()]:
            done.result()
    return {address: answers[address] for address in wanted}


class _NotAskedError(Exception):
    """An address is not one of a public host."""


class _NotPublicError(Exception):
    """An address led to a host that is not asked."""


def _client(allowed: Callable[[str], bool], connects: Callable[[str], bool]) -> httpx.Client:
    def look(request: httpx.Request) -> None:
        if not allowed(str(request.url)):
            raise _NotPublicError
        checked_when_connected(request, _NotPublicError, connects)

    return httpx.Client(
        headers={"User-Agent": f"survey-site-generator/{__version__} (link check)"},
        timeout=TIME_LIMIT,
        event_hooks={"request": [look]},
    )


def _ask(client: httpx.Client, address: str, allowed: Callable[[str], bool]) -> Answer:
    def answer() -> int:
        if not allowed(address):  # within the limit of time: it may look up a name
            raise _NotAskedError
        return _status(client, address)

    try:
        status = within(ANSWER_LIMIT, answer)
    except _NotAskedError:
        return Answer(address, "unknown", "not asked: it is not a public address")
    except ServiceError as error:
        return Answer(address, "unknown", error.message)
    except _NotPublicError:
        return Answer(address, "unknown", "leads to an address that is not public")
    except httpx.TooManyRedirects:
        return Answer(address, "unknown", "its redirections lead in a circle")
    except httpx.TimeoutException:
        return Answer(address, "unknown", f"no answer in {TIME_LIMIT:g} seconds")
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        return Answer(address, "dead", f"cannot be reached: {error}"[:200])
    return _judged(address, status)


def _status(client: httpx.Client, address: str) -> int:
    """The status of the address, where redirections end; no body is read, not even that of a redirection."""
    status = _redirected(client, "HEAD", address)
    return _redirected(client, "GET", address) if status in _ASK_WHOLE else status


def _redirected(client: httpx.Client, method: str, address: str) -> int:
    request = client.build_request(method, address)
    is_followed = request.url.host not in _RESOLVERS
    for _ in range(_MOST_REDIRECTS + 1):
        with closing(client.send(request, stream=True)) as response:
            if response.next_request is None or not is_followed:
                return response.status_code
            request = response.next_request
    raise httpx.TooManyRedirects("more redirections than are followed", request=request)


def _judged(address: str, status: int) -> Answer:
    if status in _DEAD:
        return Answer(address, "dead", f"{status}: no such page")
    if status >= _FIRST_SERVER_ERROR:
        return Answer(address, "unknown", f"{status}: its host has a fault")
    if status >= _FIRST_ERROR:
        return Answer(address, "unknown", f"{status}: its host turns programs away")
    return Answer(address, "alive")


def counted_verdicts(answers: Mapping[str, Answer]) -> dict[Verdict, int]:
    """How many addresses have each verdict."""
    counts: dict[Verdict, int] = {"alive": 0, "dead": 0, "unknown": 0}
    for answer in answers.values():
        counts[answer.verdict] += 1
    return counts
