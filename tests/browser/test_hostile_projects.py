"""Every payload in every field: live on a page that escapes nothing, harmless on every page of the website, in both engines.

The second wall is tested with the first one taken down: pages that hold the payloads as they are, under the site's own policy.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.file_names import file_name
from generator.text import escape, math
from tests.browser.conftest import shared_folder
from tests.browser.website import served
from tests.conftest import REPOSITORY
from tests.hostile import files, payloads

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
REFRESH = re.compile(r'<meta http-equiv="refresh" content="([^"]*)"')
# What the page tells of what happened on it, before its own scripts run.
WATCH = """
window.happened = [];
window.ran = () => { window.happened.push("a script ran"); };
window.alert = window.ran;
"""
# Everything that a reader does, at once; then what is in the page that should not be.
LOOK = """async () => {
  document.querySelectorAll("details").forEach(node => { node.open = true; });
  const wild = [...document.querySelectorAll("a, button, input, [style], [tabindex], [contenteditable], .md-content p, .md-content div")].slice(0, 400);
  for (const node of wild) {
    for (const kind of ["mouseover", "focus", "blur"]) node.dispatchEvent(new Event(kind, { bubbles: false }));
  }
  const handlers = [...document.querySelectorAll("*")].flatMap(node => [...node.attributes].filter(attribute => /^on/i.test(attribute.name)).map(attribute => `${node.nodeName} has ${attribute.name}`));
  const addresses = [...document.querySelectorAll("*")].flatMap(node => ["href", "src", "action", "formaction", "data", "xlink:href"].map(name => node.getAttribute(name) || "")
    .filter(value => /^[\\x00-\\x20]*(javascript|vbscript|data)[\\x00-\\x20]*:/i.test(value.replace(/[\\t\\n\\r]/g, ""))).map(value => `${node.nodeName} leads to ${value}`));
  await new Promise(done => setTimeout(done, WAIT));
  return { happened: window.happened, there: [...handlers, ...addresses] };
}"""


def project(folder: Path) -> Path:
    """The hostile project in `folder`, and pages beside its own that hold each payload as it is."""
    for name, text in files().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copy(REPOSITORY / "generator/skeleton/mkdocs.yml", folder)
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--quiet", "--project", str(folder)], check=True, cwd=REPOSITORY
    )
    (folder / "docs/raw").mkdir()
    for number, payload in enumerate(payloads()):
        page = f"# Raw {number}\n\n<div>\n{payload.unescaped}\n</div>\n"
        (folder / f"docs/raw/{number}.md").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """(address, folder) of the hostile project's website, made by one of the engines."""
    folder = project(shared_folder(tmp_path_factory) / f"hostile-{request.param}")
    command = [str(Path(sys.executable).with_name(request.param)), "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    with served(folder / "site") as base:
        yield base, folder / "site"


class Watched:
    """A page, and what it asks of other hosts."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.base, self.elsewhere = base, list[str]()
        self.context = browser.new_context()
        self.context.add_init_script(WATCH)
        self.context.route(lambda address: not address.startswith((base, "data:", "blob:")), self._asked)
        self.page: Page = self.context.new_page()
        self.page.on("dialog", lambda dialog: dialog.dismiss())

    def _asked(self, route: Route) -> None:
        address = route.request.url
        going = route.request.is_navigation_request() and route.request.frame == self.page.main_frame
        self.elsewhere.append(f"{'went' if going else 'asked'} to {address}")
        if going:
            route.fulfill(status=204)  # the page stays
        else:
            route.abort()

    def look(self, path: str, text: str | None = None, wait: int = 0) -> tuple[list[str], list[str]]:
        """(what happened, what is there) on the page at `path`, or on the one of that text."""
        self.elsewhere.clear()
        if text is None:
            self.page.goto(self.base + path)
        else:
            self.page.goto(self.base + "assets/survey.css")
            self.page.set_content(text, wait_until="commit")
        try:
            seen = self.page.evaluate(LOOK.replace("WAIT", str(wait)))
        except Exception as fault:
            if "navigation" not in str(fault):
                raise
            return ["went away", *self.elsewhere], []
        return [*seen["happened"], *self.elsewhere], seen["there"]


@pytest.fixture
def watched(browser: Browser, site: tuple[str, Path]) -> Iterator[Watched]:
    """A page of the website that is watched."""
    found = Watched(browser, site[0])
    yield found
    found.context.close()


def test_every_payload_is_live_on_a_page_that_escapes_nothing(watched: Watched) -> None:
    assert len(payloads()) >= 40
    dead = [
        payload
        for payload in payloads()
        if not any(watched.look("", f"<!doctype html><body>{payload.unescaped}</body>", wait=150))
    ]
    assert dead == []


def test_nothing_happens_on_any_page_of_the_website(watched: Watched, site: tuple[str, Path]) -> None:
    pages = [path.relative_to(site[1]).as_posix() for path in sorted(site[1].rglob("*.html"))]
    pages = [path for path in pages if not path.startswith("raw/")]
    assert len(pages) > 150
    sent = {path: match[1] for path in pages if (match := REFRESH.search((site[1] / path).read_text(encoding="utf-8")))}
    assert all(re.fullmatch(r"0; url=\.\./[\w=%-]+/", target) for target in sent.values()), sent
    pages = [path for path in pages if path not in sent]
    found = {}
    for path in pages:
        happened, there = watched.look(path)
        if happened or there:
            found[path] = happened + there
    assert found == {}


def test_the_policy_stops_what_runs_or_asks_where_the_text_is_not_escaped(
    watched: Watched, site: tuple[str, Path]
) -> None:
    """Not that a page goes elsewhere by itself (`refresh`): no policy of a page can forbid that."""
    stopped, through = 0, {}
    for number, payload in enumerate(payloads()):
        text = (site[1] / f"raw/{number}/index.html").read_text(encoding="utf-8")
        assert POLICY.search(text.partition("<title>")[0]), payload
        happened, there = watched.look(f"raw/{number}/", wait=150)
        if any("ran" in what or "asked" in what for what in happened):
            through[payload.text] = happened
        stopped += bool(there)
    assert through == {}
    assert stopped > 20  # they are there, and do nothing


def test_texts_are_shown_as_they_were_written(watched: Watched) -> None:
    works = watched.page.request.get(watched.base + "data/survey.json").json()["works"]
    assert len(works) > 60
    for work in works[::4]:
        watched.page.goto(f"{watched.base}papers/{file_name(work['key'])}/")
        heading = watched.page.locator("h1").evaluate("node => node.firstChild.textContent")
        assert " ".join(heading.split()) == " ".join(escape.visible(math.plain(work["title"])).split())
        assert escape.visible(math.plain(work["venue"])) in watched.page.locator(".facts").inner_text()
