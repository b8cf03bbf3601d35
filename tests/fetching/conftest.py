from __future__ import annotations

from collections.abc import Iterator

import pytest
import stamina

from generator.services import client
from tests.services.server import Server, serving


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """All services on this machine; what a client waits between two tries is short."""
    monkeypatch.setattr(client, "FIRST_WAIT", 0.01)
    monkeypatch.setattr(client, "LONGEST_WAIT", 0.02)
    monkeypatch.setattr(client, "JITTER", 0.01)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    stamina.set_testing(False)
    with serving(Server()) as server:
        yield server
