"""The website while one writes: `serve` shows it under its own policy, and an edit reaches the reader without a reload by hand."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.website import Visit, visit
from tests.conftest import REPOSITORY
from tests.project.surveys import FIRST, make, run

WORKED = 120_000  # milliseconds in which an edit is built twice over, on a busy machine
PAGES = ("", "themes/sets/", "explore/", "new/", "basket/", "method/")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small survey with the theme and the policy of every new one."""
    folder = make(tmp_path_factory.mktemp("served"), {**FIRST, "bib/overviews/sets.md": "First words.\n"})
    shutil.copy(REPOSITORY / "generator/skeleton/mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module", params=["localhost", "0.0.0.0"])
def address(request: pytest.FixtureRequest, project: Path) -> Iterator[str]:
    """Where `serve` shows it, on this machine alone or for others, too."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-u",
        "-m",
        "generator",
        "serve",
        "--project",
        str(project),
        "--address",
        f"{request.param}:{port}",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as serving:
        assert serving.stdout
        assert any(line.startswith("Showing") for line in serving.stdout)
        try:
            yield f"http://localhost:{port}/"
        finally:
            serving.send_signal(signal.SIGTERM)
            serving.wait(30)


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visit]:
    """A visit that begins once something is shown."""
    wait_until_shown(int(address.rpartition(":")[2].rstrip("/")))
    with visit(browser, address) as found:
        yield found


def wait_until_shown(port: int) -> None:
    """Wait until the server listens, which it does once the website is built."""
    end = time.monotonic() + WORKED / 1000
    while True:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < end, "nothing is shown"
        time.sleep(0.1)


def test_no_page_breaks_the_policy(visitor: Visit) -> None:
    for path in PAGES:
        visitor.go(path)
        policy = visitor.page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
        assert policy and "script-src-attr 'none'" in policy and "object-src 'none'" in policy


def test_an_edit_reaches_the_page_that_is_open(visitor: Visit, project: Path) -> None:
    page = visitor.go("themes/sets/")
    words = page.get_by_text("First words.").or_(page.get_by_text("Other words."))
    before = words.inner_text()
    other = "Other words." if before == "First words." else "First words."
    (project / "bib/overviews/sets.md").write_text(f"{other}\n", encoding="utf-8")
    expect(page.get_by_text(other)).to_be_visible(timeout=WORKED)


def test_what_is_published_runs_no_inline_script_whatever_address_the_survey_gives(tmp_path: Path) -> None:
    folder = make(tmp_path, {**FIRST, "bib/survey.yml": FIRST["bib/survey.yml"] + "url: http://localhost:8000/\n"})
    shutil.copy(REPOSITORY / "generator/skeleton/mkdocs.yml", folder)
    assert run(folder, "build", "--site")[0] == 0
    assert "script-src 'self';" in (folder / "site/index.html").read_text(encoding="utf-8")
