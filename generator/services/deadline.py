"""An end to every question: a service that sends a byte now and then must not hold up the run.

A connection's time-outs count from byte to byte, and looking up a host's name has none at all. So each question is
asked in a thread of its own, which is abandoned when its time is up.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from generator.services.failure import ServiceError

Answer = TypeVar("Answer")


def within(seconds: float, ask: Callable[[], Answer]) -> Answer:
    """What `ask` returns or raises; raises ServiceError if it takes longer than that."""
    result: Future[Answer] = Future()

    def run() -> None:
        try:
            result.set_result(ask())
        except BaseException as error:
            result.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return result.result(timeout=seconds)
    except TimeoutError:
        if result.done():  # it is the question's own
            raise
        message = f"its answer was not whole after {seconds:,.0f} seconds"
        raise ServiceError(message, "run the command again later") from None
