"""What a first visit costs, as a host of static pages sends it: few requests, few bytes, text compressed, and little to lay out.

How long that takes is measured by `benchmarks.blocking`.
"""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS, address
from tests.browser.website import Server, visit

MOST_BYTES = 250_000
MOST_REQUESTS = 12
MOST_NODES = 1_500  # of a page, apart from tables and drawings
NODES = "[...document.querySelectorAll('*')].filter(node => !node.closest('table, svg')).length"
COMPRESSED = ("text/", "application/j", "application/xml", "image/svg")


class _Host(http.server.SimpleHTTPRequestHandler):
    """Sends text compressed, and notes what each answer holds."""

    sent: list[tuple[str, int]]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(str(file))
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if kind.startswith(COMPRESSED):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.sent.append((self.path, len(body)))  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host(website: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of the website, and what was sent of it."""
    server = Server(("127.0.0.1", 0), partial(_Host, directory=str(website)))
    server.sent = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", server.sent  # type: ignore[attr-defined]
    server.shutdown()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_takes_few_requests_and_bytes_and_the_page_has_few_nodes(
    kind: str, width: int, browser: Browser, host: tuple[str, list[tuple[str, int]]], website: Path, survey: Any
) -> None:
    base, sent = host
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        found.go(address(kind, website, survey))
        found.page.wait_for_load_state("networkidle")
        assert 100 < found.page.evaluate(NODES) <= MOST_NODES
    told = "\n".join(f"{size:>7} {path}" for path, size in sent)
    assert sum(size for _, size in sent) <= MOST_BYTES, told
    assert len(sent) <= MOST_REQUESTS, told
