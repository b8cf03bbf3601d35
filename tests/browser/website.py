"""A built website, served on this machine, and a page that watches what its visitor would not notice."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Locator, Page, Request, expect

from generator.cli import main
from tests.conftest import REPOSITORY

WHOLE_CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
# Debian's package chromium-headless-shell: the same pages, but no windows around them, which costs a fifth to a third less
SHELL = Path("/usr/lib/chromium/chromium-headless-shell")
CHROMIUM = SHELL if SHELL.exists() and "CHROMIUM" not in os.environ else WHOLE_CHROMIUM
PATIENCE = 20_000  # milliseconds in which what a test waits for comes
expect.set_options(timeout=PATIENCE)  # a busy machine is no fault
STILL = 8  # frames after which what has not moved stays where it is; a list that comes into sight takes three
NO_WORKER = "Service Worker registration blocked by Playwright"  # what it says where it blocks one
# What Playwright leaves out of Chromium, which heeds only the last list of this kind, and the suggestions of the address bar: a
# page of Chromium's own in a process of its own, beside each page that a test opens, and as costly.
WITHOUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay",
    "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints",
    "NetworkTimeServiceQuerying", "PreconnectToSearch", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "OmniboxPopupWebUI",
    "WebUIOmniboxPopupAsContextMenu",
)  # fmt: skip
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    f"--disable-features={','.join(WITHOUT)}",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE 0.0.0.0",  # there are no others
]  # fmt: skip


def built(material: Path, shared: Path) -> Path:
    """The website of the small survey in `material` (`bib/`, `docs/guide/` and `mkdocs.yml`), built once in the folder `shared`, however many processes the tests run in.

    By this process: one of its own would import everything anew, which is half of what a small website takes.
    """

    def build(folder: Path) -> None:
        copied(material, folder)
        assert main(["build", "--strict", "--site", "--quiet", "--project", str(folder)]) == 0

    return made_once(shared, build) / "site"


def shipped_website(shared: Path) -> Path:
    """The website of the shipped survey, built once in a folder of `shared`, by a process of its own: without threads, it
    makes the pages on two processors."""

    def build(folder: Path) -> None:
        copied(REPOSITORY, folder)
        command = [sys.executable, "-m", "generator", "build", "--strict", "--site", "--project", str(folder)]
        result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=REPOSITORY)
        assert result.returncode == 0, result.stdout + result.stderr

    return made_once(shared / "shipped", build) / "site"


def copied(material: Path, folder: Path) -> None:
    """Copy what a person wrote of a survey; its website is as of every new one unless the survey says otherwise."""
    shutil.copytree(material / "bib", folder / "bib")
    if (material / "docs/guide").exists():
        shutil.copytree(material / "docs/guide", folder / "docs/guide")
    own = material / "mkdocs.yml"
    shutil.copy(own if own.exists() else REPOSITORY / "generator/skeleton/mkdocs.yml", folder)


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, which the first process that asks for it makes, while the others wait."""
    done = folder.with_name(f"{folder.name}.done")
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # where another process failed
            folder.mkdir(parents=True)
            make(folder)
            done.touch()
    return folder


class Server(http.server.ThreadingHTTPServer):
    """Lets as many connections wait as a browser may open while this process is busy; of more than its usual five, some hang."""

    request_queue_size = 256


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Asking(_Quiet):
    """Lets the browser keep nothing without asking: it would take an older file for fresh, the longer the older it is."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


@contextmanager
def served(folder: Path, asked_anew: bool = False) -> Iterator[str]:
    """The address under which `folder` is served; `asked_anew` keeps the browser's own memory out of it."""
    handler = functools.partial(_Asking if asked_anew else _Quiet, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@dataclass
class Visit:
    """A browser's page on the website, and all that went wrong on it: errors, failed and foreign requests, dialogs."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._asked)
        self.page.on(
            "response",
            lambda answer: self.faults.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
        )
        self.page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _said(self, message: ConsoleMessage) -> None:
        # A browser that is sent on while it fetches a page's icon asks for the root's one instead; test_accessible.py looks at the icons.
        is_ours = not message.location["url"].endswith("/favicon.ico") and NO_WORKER not in message.text
        if message.type in ("error", "warning") and is_ours:
            self.faults.append(f"console: {message.text} ({message.location})")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the visitor went on before it was there
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.faults.append(f"another host: {request.url}")

    def go(self, path: str) -> Page:
        """Open a page of the website and wait until its scripts are ready."""
        if self.page.url.partition("#")[0] == (self.base + path).partition("#")[0]:
            self.page.goto("about:blank")  # or another fragment alone would not open it anew
        self.page.goto(self.base + path)
        self.page.locator(".basket-link").first.wait_for(state="attached")
        if path.startswith("explore/"):
            self.page.wait_for_selector(".explorer-on", timeout=60_000)
        return self.page


def click(target: Locator) -> None:
    """Click on what may stand in a long list, as a person does: when the page stands still.

    A list that comes into sight is laid out a few frames later and moves what it holds; a click whose two halves lie on either
    side of that hits nothing.
    """
    target.scroll_into_view_if_needed()
    target.evaluate(
        """async (node, frames) => {
            const place = () => { const { x, y } = node.getBoundingClientRect(); return `${x} ${y}`; };
            for (let still = 0, last = place(); still < frames; still = last === place() ? still + 1 : 0) {
                last = place();
                await new Promise(requestAnimationFrame);
            }
        }""",
        STILL,
    )
    target.click()


def wait_until(page: Page, condition: str, value: object = None) -> None:
    """Wait until the JavaScript function `condition` says of `value` that it holds on the page.

    Playwright's `wait_for_function` evaluates a string inside the page, which the website's policy forbids.
    """
    page.evaluate(
        f"""async value => {{
            const holds = {condition}, end = performance.now() + {PATIENCE};
            while (!holds(value)) {{
                if (performance.now() > end) throw new Error("does not come to hold: " + holds);
                await new Promise(requestAnimationFrame);
            }}
        }}""",
        value,
    )


@contextmanager
def visit(browser: Browser, base: str, **options: object) -> Iterator[Visit]:
    """A visit with a browser of its own memory; fails at its end if anything went wrong on the way.

    What answers without a network is blocked unless `service_workers="allow"`: tests change answers on their way.
    """
    settings = {"viewport": {"width": 1440, "height": 900}, "service_workers": "block", **options}
    context: BrowserContext = browser.new_context(**settings)  # type: ignore[arg-type]
    context.set_default_timeout(3 * PATIENCE)
    found = Visit(context.new_page(), base)
    yield found
    context.close()
    assert not found.faults, "\n".join(found.faults)
