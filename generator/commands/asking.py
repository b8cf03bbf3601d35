"""Asking the services about works, one program at a time: shared by `fetch` and `add`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.commands.fetch_progress import fetch_progress
from generator.config.setting_groups import FetchSettings
from generator.errors import InputError, Problem, at_fault
from generator.fetching.asking import Asker, Outcome
from generator.fetching.plan import Wanted
from generator.project.lock import place_of_lock
from generator.project.paths import FETCHING, SETTINGS
from generator.services import SERVICES
from generator.services.client import Client
from generator.services.memory import Memory


def asked(project: Path, settings: FetchSettings, wanted: list[Wanted], since: float) -> tuple[Outcome, dict[str, int]]:
    """Ask the services. Raises InputError if one needs an address that is not set, or if all of them failed."""
    if wanted:
        _check_email(settings)
    client = Client(settings.email)
    with closing(client), closing(Memory(project)) as memory, fetch_progress() as tell:
        outcome = Asker(settings, client, memory, since, tell).ask(wanted)
    if outcome.failures and not outcome.answered and not outcome.statements:
        raise InputError(*{str(one): one for one in map(_problem, outcome.failures.values())}.values())
    return outcome, dict(client.requests)


@contextmanager
def only_fetch(project: Path) -> Iterator[None]:
    """Prevent a second fetch. Raises InputError if one is running."""
    lock = FileLock(place_of_lock(project, FETCHING))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise at_fault("another fetch is running in this survey", FETCHING, hint="wait until it has ended") from error
    try:
        yield
    finally:
        lock.release()


def _check_email(settings: FetchSettings) -> None:
    """Raises InputError if a service to be asked requires a contact address and none is set."""
    polite = [SERVICES[name].label for name in settings.order if SERVICES[name].wants_email]
    if polite and not settings.email:
        names = ", ".join(polite[:-1]) + f" and {polite[-1]}" if len(polite) > 1 else polite[0]
        hint = (
            "write `fetch: {email: you@example.org}`, so that they can write to you, "
            "or leave them out of `fetch: {order: […]}`"
        )
        raise at_fault(f"{names} ask{'' if len(polite) > 1 else 's'} for a contact address", SETTINGS, hint=hint)


def _problem(error: object) -> Problem:
    from generator.services.failure import ServiceError

    assert isinstance(error, ServiceError)
    return Problem(error.message, hint=error.hint, level="error")
