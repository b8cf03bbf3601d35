"""Asking a service: at its pace, again where that helps, with a contact address, and never trusting the answer."""

from __future__ import annotations

import email.utils
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx
import stamina

from generator import __version__
from generator.services.answer import text_of
from generator.services.connected import checked_when_connected
from generator.services.deadline import within
from generator.services.failure import ServiceError, astray, captive, misshapen, unreachable
from generator.services.public import leads_outside

ATTEMPTS = 4
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0  # seconds before the second try, doubled for each further, and at most before any
JITTER = 1.0  # random seconds added to each, so that many programs that failed together do not return together
MOST_PATIENCE = 120.0  # seconds that `Retry-After` may ask for; beyond, the service is left alone
TIME_LIMIT = 30.0  # seconds without a byte
ANSWER_LIMIT = 180.0  # seconds for one whole answer, however it comes
REDIRECTIONS = 10  # that one question follows
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})  # worth another try
_MISSING = frozenset({404, 410})
Params = Mapping[str, str]


class Caller(Protocol):
    """What an adapter uses to ask its service. All methods raise ServiceError; `None` means that it has no answer."""

    @property
    def email(self) -> str:
        """The contact address, or ""."""

    def text(self, path: str, params: Params | None = None) -> str | None:
        """The text at a path below the service's address."""

    def json(self, path: str, params: Params | None = None, body: object = None) -> Any:
        """The JSON value at a path; with a body it is posted."""


@dataclass
class Client:
    """All connections of one run; the one owner of what was asked and when.

    Attributes:
        email: the contact address for the agent, or "".
        sleep, now: the clock, which tests replace.
        requests: how many were made, by service.
        answered: whether any service was reached.
    """

    email: str = ""
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic
    requests: Counter[str] = field(default_factory=Counter)
    answered: bool = False
    _next: dict[str, float] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)  # hosts, with ports, of the services that are asked
    _http: httpx.Client | None = None

    def caller(
        self, name: str, url: str, pause: float, parameters: Params | None = None, headers: Params | None = None
    ) -> Caller:
        """The way to ask one service; `parameters` and `headers` go with every request."""
        with suppress(httpx.InvalidURL):  # which is told when it is asked
            self._known.add(httpx.URL(url).netloc.decode("ascii", "replace"))
        return _OneService(self, name, url.rstrip("/"), pause, parameters or {}, headers or {})

    def close(self) -> None:
        """Close all connections."""
        if self._http is not None:
            self._http.close()

    @property
    def http(self) -> httpx.Client:
        """The connections, made for the first question."""
        if self._http is None:
            contact = f" (mailto:{self.email})" if self.email else ""
            agent = f"survey-site-generator/{__version__}{contact}"
            try:
                self._http = httpx.Client(
                    headers={"User-Agent": agent, "Accept-Encoding": "gzip"},
                    timeout=httpx.Timeout(TIME_LIMIT, connect=10.0),
                    event_hooks={"request": [self._look_before]},
                )
            except (ValueError, OSError) as error:  # an odd HTTPS_PROXY, a certificate file that is missing
                hint = "check HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and SSL_CERT_FILE"
                raise ServiceError(f"no connection can be set up: {error}", hint, network=True) from error
        return self._http

    def _look_before(self, request: httpx.Request) -> None:
        """Raises ServiceError where a service leads on to a host of this machine or network."""
        if request.url.netloc.decode("ascii", "replace") in self._known:
            return
        if not leads_outside(str(request.url)):
            raise astray(request.url.host)
        checked_when_connected(request, lambda: astray(request.url.host))

    def wait_for_turn(self, name: str, pause: float) -> None:
        """Wait until the service may be asked again."""
        ready = self._next.get(name, 0.0) - self.now()
        if ready > 0:
            self.sleep(ready)
        self._next[name] = self.now() + pause


@dataclass(frozen=True)
class _OneService:
    client: Client
    name: str
    url: str
    pause: float
    parameters: Params = field(default_factory=dict)
    headers: Params = field(default_factory=dict)

    @property
    def email(self) -> str:
        return self.client.email

    def text(self, path: str, params: Params | None = None) -> str | None:
        return self._answer("GET", path, params, None)

    def json(self, path: str, params: Params | None = None, body: object = None) -> Any:
        text = self._answer("GET" if body is None else "POST", path, params, body)
        if text is None:
            return None
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise misshapen("it is not complete JSON") from error

    def _answer(self, method: str, path: str, params: Params | None, body: object) -> str | None:
        for attempt in _tries():
            with attempt:
                return self._once(method, path, params, body)
        raise AssertionError("the last try returns or raises")

    def _once(self, method: str, path: str, params: Params | None, body: object) -> str | None:
        self.client.wait_for_turn(self.name, self.pause)
        self.client.requests[self.name] += 1
        http = self.client.http
        return within(ANSWER_LIMIT, lambda: self._exchange(http, method, path, params, body))

    def _exchange(self, http: httpx.Client, method: str, path: str, params: Params | None, body: object) -> str | None:
        address = f"{self.url}/{path}" if path else self.url
        try:
            sent = {**(params or {}), **self.parameters}
            request = http.build_request(method, address, params=sent or None, json=body, headers=dict(self.headers))
            # Followed here: `httpx` would read the whole body of a redirection. A key is not handed on to another host.
            for _ in range(1 if self.headers else REDIRECTIONS + 1):
                with closing(http.send(request, stream=True)) as response:
                    if response.next_request is None or self.headers:
                        text = _read(response)
                        self.client.answered = True
                        return text
                    request = response.next_request
            raise misshapen("its redirections lead in a circle")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            host = httpx.URL(self.url).host or self.url
            failed = unreachable(error if isinstance(error, httpx.HTTPError) else httpx.ConnectError(str(error)), host)
            if failed.network and not self.client.answered:
                failed.wait = None  # without a network there is nothing to wait for
            raise failed from error


def _tries() -> Iterator[Any]:
    return iter(
        stamina.retry_context(
            on=_again,
            attempts=ATTEMPTS,
            timeout=None,
            wait_initial=FIRST_WAIT,
            wait_max=LONGEST_WAIT,
            wait_jitter=JITTER,
        )
    )


def _again(error: Exception) -> bool | float:
    """Whether to ask again: after so many seconds where the service names them, with growing pauses if True."""
    if not isinstance(error, ServiceError) or error.wait is None:
        return False
    return error.wait or True


def _read(response: httpx.Response) -> str | None:
    """The text of an answer; None where the service knows no such thing. Raises ServiceError."""
    if response.status_code in _MISSING:
        return None
    if response.status_code in BUSY:
        raise _busy(response)
    if response.status_code >= httpx.codes.BAD_REQUEST:
        raise _refused(response)
    text = text_of(response)
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        raise captive()
    return text


def _busy(response: httpx.Response) -> ServiceError:
    status = response.status_code
    wait = _retry_after(response.headers.get("Retry-After", ""))
    said = "too many questions" if status == httpx.codes.TOO_MANY_REQUESTS else "it is out of order"
    if wait > MOST_PATIENCE:
        return ServiceError(
            f"{said} (HTTP {status})",
            f"it asks to be left alone for {wait:,.0f} seconds; run it again then",
            status=status,
        )
    return ServiceError(f"{said} (HTTP {status})", "run the command again later", wait=wait, status=status)


def _refused(response: httpx.Response) -> ServiceError:
    status = response.status_code
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        hint = "set `fetch: {email: …}` in bib/survey.yml"
        return ServiceError(f"it refuses to answer (HTTP {status})", hint, status=status)
    if status == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
        return ServiceError("the proxy asks for a password (HTTP 407)", "check HTTPS_PROXY", network=True)
    return ServiceError(
        f"it does not understand the question (HTTP {status})", "report it to the makers of this program", status=status
    )


def _retry_after(text: str) -> float:
    """Seconds to wait, which the header gives as a number or as a date; 0.0 where it says nothing."""
    text = text.strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = email.utils.parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError, OverflowError, OSError):
        return 0.0
    return max(0.0, moment - time.time())
