"""What goes wrong with a service, in words that say what to do."""

from __future__ import annotations

import ssl

import httpx

from generator.errors import Problem

_PORTAL = "an HTML page came instead of data: a login page of your network, or a proxy, stands between"


class ServiceError(Exception):
    """A service did not answer as it should.

    Attributes:
        message: what happened, without the service's name.
        hint: what to do.
        wait: seconds after which it may be asked again, or None where asking again is of no use.
        network: whether the network is at fault, not the service.
        status: of HTTP, or 0 where none came.
    """

    def __init__(
        self, message: str, hint: str = "", wait: float | None = None, network: bool = False, status: int = 0
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message, self.hint, self.wait, self.network = message, hint, wait, network

    def problem(self, label: str) -> Problem:
        """The same as a line for people."""
        return Problem(f"{label}: {self.message}", hint=self.hint)


def unreachable(error: httpx.HTTPError, address: str) -> ServiceError:
    """What a failed connection means."""
    causes = list(_causes(error))
    said = " ".join(str(causes[-1]).split())[:200]
    if any(isinstance(cause, ssl.SSLError) for cause in causes) or "CERTIFICATE" in said.upper():
        hint = (
            "check the date of this machine; where your network inspects traffic, set SSL_CERT_FILE to its certificate"
        )
        return ServiceError(f"the secure connection to {address} failed: {said}", hint, network=True)
    if isinstance(error, httpx.ProxyError):
        return ServiceError(f"the proxy refused: {said}", "check HTTPS_PROXY and NO_PROXY", network=True)
    if isinstance(error, httpx.TimeoutException):
        return ServiceError(f"{address} did not answer in time", "run the command again later", wait=0.0, network=True)
    if isinstance(error, (httpx.RemoteProtocolError, httpx.ReadError, httpx.DecodingError)):
        return ServiceError(f"{address} broke off in the middle of its answer", "run the command again later", wait=0.0)
    return ServiceError(
        f"{address} cannot be reached: {said}",
        "check the network; behind a proxy, set HTTPS_PROXY",
        wait=0.0,
        network=True,
    )


def astray(host: str) -> ServiceError:
    """The answer leads on to a host that is not asked: one of this machine or of the network around it."""
    hint = "open a page in your browser: a login page of your network, or a proxy, may stand between"
    return ServiceError(f"its answer leads to {host}, which is not on the web", hint, network=True)


def captive() -> ServiceError:
    """An HTML page where data were expected."""
    return ServiceError(
        _PORTAL, "open a page in a browser and log in, or check HTTPS_PROXY, then run it again", network=True
    )


def misshapen(what: str) -> ServiceError:
    """An answer that is not what the service documents."""
    return ServiceError(f"its answer cannot be read: {what}", "run the command again later")


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
