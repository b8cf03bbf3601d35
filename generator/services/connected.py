"""The address that a connection has: a name may stand for another machine than it did when it was looked up before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx

from generator.services.public import is_outside


def checked_when_connected(
    request: httpx.Request, refusal: Callable[[], Exception], allowed: Callable[[str], bool] = is_outside
) -> None:
    """Let the request's connection be closed before anything is sent, and the refusal raised, where it is not allowed.

    A connection to a proxy is left alone: it is the proxy that looks up the name.
    """
    host = request.url.raw_host.decode("ascii")
    connecting_to = ""

    def trace(event: str, about: Mapping[str, Any]) -> None:
        nonlocal connecting_to
        if event == "connection.connect_tcp.started":
            connecting_to = about["host"]
        elif event == "connection.connect_tcp.complete" and connecting_to == host:
            stream = about["return_value"]
            try:
                number = str(stream.get_extra_info("server_addr")[0])
            except OSError as error:  # the other side has hung up by now
                stream.close()
                raise httpx.ConnectError(str(error), request=request) from error
            if not allowed(number):
                stream.close()
                raise refusal()

    request.extensions = {**request.extensions, "trace": trace}
