"""Every payload in every field: live on a page that escapes nothing, harmless on every page of the website, in both engines.

Every page is read by Chromium's own parser and must be made of what the pages of a harmless survey are made of. One page of
each kind and for each carrier of payloads is opened, but those of former addresses, which lead on at once. The second wall is
tested with the first one taken down: pages that hold the payloads as they are, under the site's own policy.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Frame, Page, Request, Route

from generator.cli import main
from generator.file_names import file_name
from generator.text import escape, math
from tests.browser.conftest import shared_folder
from tests.browser.hostile_scripts import LOOK_AT_PAGE, LOOK_INTO_FRAMES, SHAPES, WATCH
from tests.browser.website import made_once, served
from tests.conftest import REPOSITORY
from tests.hostile import HARMLESS, carriers, files
from tests.hostile_payloads import payloads

pytestmark = pytest.mark.slow
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
REFRESH = re.compile(r'<meta http-equiv="refresh" content="([^"]*)"')


def project(folder: Path, written: dict[str, str]) -> Path:
    """The project of those files in `folder`, and a page beside its own that holds a payload of each place as it is."""
    for name, text in written.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copy(REPOSITORY / "generator/skeleton/mkdocs.yml", folder)
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    return folder


def website(engine: str, folder: Path) -> Path:
    """The website of the project in `folder`, made by an engine."""
    command = [str(Path(sys.executable).with_name(engine)), "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def first_of_each_place() -> dict[str, str]:
    """A payload for each place of a page, as a page shows it that escapes nothing."""
    return {payload.place.replace(" ", "-"): payload.unescaped for payload in reversed(payloads())}


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Path]]:
    """(address, folder) of the hostile project's website, made by one of the engines, and the folder of a harmless one's."""
    engine, shared = request.param, shared_folder(tmp_path_factory)
    harmless = made_once(shared / "harmless-project", lambda folder: project(folder, files(HARMLESS)))
    hostile = made_once(shared / "hostile-project", raw_beside)
    own = tmp_path_factory.mktemp(engine) / "site"  # of this process alone: the tests add pages of their own
    shutil.copytree(made_by(engine, hostile), own)
    with served(own) as base:
        yield base, own, made_by(engine, harmless)


def raw_beside(folder: Path) -> None:
    """The hostile project, with the pages that escape nothing."""
    project(folder, files())
    (folder / "docs/raw").mkdir()
    for place, html in first_of_each_place().items():
        (folder / f"docs/raw/{place}.md").write_text(f"# Raw\n\n<div>\n{html}\n</div>\n", encoding="utf-8")


def made_by(engine: str, project: Path) -> Path:
    """The website of a project that all processes share, made by an engine once for all of them."""

    def make(folder: Path) -> None:
        shutil.copytree(project, folder, dirs_exist_ok=True)
        website(engine, folder)

    return made_once(project.with_name(f"{project.name}-{engine}"), make) / "site"


class Watched:
    """A page, and what it asks of other hosts, which do not answer.

    `is_held` keeps it where it is when something on it leads elsewhere, and its frames where they are. Chromium keeps no file
    for a page that is held, so that many pages are read in half the time on one that is not; going elsewhere is an error
    there, and what a policy stops is told like what is asked.
    """

    def __init__(self, browser: Browser, base: str, is_held: bool = True) -> None:
        self.base = base
        self.elsewhere: dict[str, list[str]] = {}  # by the page that asks
        self.context = browser.new_context()
        self.context.add_init_script(WATCH)
        if is_held:
            self.context.route(re.compile(f"^(?!{re.escape(base)}|data:|blob:)"), self._hold)
        else:
            self.context.on("request", self._note)
        self.page: Page = self.context.new_page()
        self.page.on("dialog", lambda dialog: dialog.dismiss())

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            going = "went" if request.is_navigation_request() else "asked"
            self.elsewhere.setdefault(_path(_outermost(request.frame)), []).append(f"{going} to {request.url}")

    def _hold(self, route: Route) -> None:
        self._note(route.request)
        frame = route.request.frame
        if route.request.is_navigation_request() and frame == _outermost(frame):
            route.fulfill(status=204)  # the page stays
        else:
            route.abort()

    def look(self, path: str) -> tuple[list[str], list[str]]:
        """(what happened, what is there) on the page at `path`, which should not."""
        self.elsewhere.clear()
        self.page.goto(self.base + path)
        seen = self.page.evaluate(LOOK_AT_PAGE)
        return [*seen["happened"], *(what for asked in self.elsewhere.values() for what in asked)], seen["there"]

    def look_into(self, folder: Path, pages: Sequence[str]) -> tuple[list[list[str]], list[list[str]]]:
        """(what happened, what is there) on each of the pages, side by side in frames; `folder` is the website's."""
        self.elsewhere.clear()
        (folder / "frames").mkdir()
        for number, text in enumerate(pages):
            (folder / f"frames/{number}.html").write_text(text, encoding="utf-8")
        frames = "".join(f'<iframe src="{number}.html"></iframe>' for number in range(len(pages)))
        (folder / "frames/all.html").write_text(f"<!doctype html>{frames}", encoding="utf-8")
        self.page.goto(f"{self.base}frames/all.html")
        seen = self.page.evaluate(LOOK_INTO_FRAMES)
        asked = [self.elsewhere.get(f"/frames/{number}.html", []) for number in range(len(pages))]
        return [[*one["happened"], *more] for one, more in zip(seen, asked, strict=True)], [
            one["there"] for one in seen
        ]

    def shapes(self, texts: Iterable[str]) -> list[list[str]]:
        """What each page is made of: elements with the names of their attributes, handlers, and addresses that are scripts."""
        self.page.goto(f"{self.base}assets/survey.css")
        found: list[list[str]] = self.page.evaluate(SHAPES, list(texts))
        return found


def _outermost(frame: Frame) -> Frame:
    """The frame of a page that stands beside others in frames, or the page itself."""
    while frame.parent_frame and frame.parent_frame.parent_frame:
        frame = frame.parent_frame
    return frame


def _path(frame: Frame) -> str:
    return "/" + frame.url.split("/", 3)[-1]


@pytest.fixture
def watched(browser: Browser, site: tuple[str, Path, Path]) -> Iterator[Watched]:
    """A page of the website that is watched."""
    found = Watched(browser, site[0])
    yield found
    found.context.close()


def bare(html: str, policy: str = "") -> str:
    """A page that escapes nothing."""
    return f"<!doctype html><html><head><meta charset=utf-8>{policy}</head><body>{html}</body></html>"


def passed(happened: Sequence[str]) -> list[str]:
    """What a policy should have stopped of what happened."""
    return [what for what in happened if not what.startswith("went to")]


def test_every_payload_is_live_on_a_page_that_escapes_nothing(browser: Browser, tmp_path: Path) -> None:
    assert len(payloads()) >= 40
    with served(tmp_path) as base:
        watched = Watched(browser, base)
        happened, there = watched.look_into(tmp_path, [bare(payload.unescaped) for payload in payloads()])
        watched.context.close()
    assert [payload for payload, *seen in zip(payloads(), happened, there, strict=True) if not any(seen)] == []


def test_a_page_that_is_not_held_tells_what_it_asks_of_others_and_cannot_be_left(
    browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "asks.html").write_text(bare('<img src="https://a.example/b.png" onerror="ran()">'), encoding="utf-8")
    (tmp_path / "leads.html").write_text(bare('<meta http-equiv="refresh" content="0; url=https://a.example/">'))
    with served(tmp_path) as base:
        watched = Watched(browser, base, is_held=False)
        assert watched.look("asks.html")[0] == ["a script ran", "asked to https://a.example/b.png"]
        with pytest.raises(Error):
            watched.look("leads.html")
        watched.context.close()


def test_the_policy_stops_what_runs_or_asks_where_the_text_is_not_escaped(
    watched: Watched, site: tuple[str, Path, Path]
) -> None:
    """Not that a page goes elsewhere by itself (`refresh`): no policy of a page can forbid that."""
    policy = POLICY.search((site[1] / "index.html").read_text(encoding="utf-8"))
    assert policy
    happened, there = watched.look_into(site[1], [bare(payload.unescaped, policy[0]) for payload in payloads()])
    through = {payload.text: passed(seen) for payload, seen in zip(payloads(), happened, strict=True)}
    assert {text: what for text, what in through.items() if what} == {}
    assert sum(map(bool, there)) > 20  # they are there, and do nothing


def test_the_policy_stops_them_among_the_scripts_of_the_theme_too(
    watched: Watched, site: tuple[str, Path, Path]
) -> None:
    for place in first_of_each_place():
        happened, _ = watched.look(f"raw/{place}/")
        assert passed(happened) == [], place


def test_every_page_is_made_of_what_a_harmless_survey_s_pages_are_made_of(
    watched: Watched, site: tuple[str, Path, Path]
) -> None:
    _, hostile, harmless = site
    pages = built(hostile)
    assert len(pages) > 100
    texts = [(hostile / path).read_text(encoding="utf-8") for path in pages]
    assert [
        path for path, text in zip(pages, texts, strict=True) if not POLICY.search(text.partition("<title>")[0])
    ] == []
    plain = watched.shapes((harmless / path).read_text(encoding="utf-8") for path in built(harmless))
    known = {piece for shape in plain for piece in shape}
    extra = {
        path: [piece for piece in shape if piece not in known]
        for path, shape in zip(pages, watched.shapes(texts), strict=True)
    }
    assert {path: pieces for path, pieces in extra.items() if pieces} == {}


def test_nothing_happens_on_any_page_of_the_website(browser: Browser, site: tuple[str, Path, Path]) -> None:
    texts = {path: (site[1] / path).read_text(encoding="utf-8") for path in built(site[1])}
    sent = {path: unescape(match[1]) for path, text in texts.items() for match in [REFRESH.search(text)] if match}
    assert len(sent) > 50
    assert all(re.fullmatch(r"0; url=\.\./[\w=%-]+/", target) for target in sent.values()), sent
    opened = [path for path in texts if path not in sent and not is_between_distant_editions(path)]
    assert len(opened) > 80
    watched = Watched(browser, site[0], is_held=False)
    found = {}
    for path in opened:  # those that lead on at once are read above
        happened, there = watched.look(path)
        found[path] = [*happened, *there]
    watched.context.close()
    assert {path: seen for path, seen in found.items() if seen} == {}


def is_between_distant_editions(path: str) -> bool:
    """Whether the page compares two editions that a third one came between: each is also compared with its neighbours."""
    found = re.fullmatch(r"v/compare/1\.(\d+)-to-(?:1\.(\d+)|now)/index\.html", path)
    return bool(found and int(found[2] or found[1]) > int(found[1]) + 1)


def built(folder: Path) -> list[str]:
    """The pages of a website that the survey's own texts stand on."""
    pages = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))]
    return [path for path in pages if not path.startswith(("raw/", "frames/"))]


def test_texts_are_shown_as_they_were_written(watched: Watched) -> None:
    works = watched.page.request.get(watched.base + "data/survey.json").json()["works"]
    assert len(works) == len(carriers())
    for work in works:
        watched.page.goto(f"{watched.base}papers/{file_name(work['key'])}/")
        heading = watched.page.locator("h1").evaluate("node => node.firstChild.textContent")
        assert " ".join(heading.split()) == " ".join(escape.visible(math.plain(work["title"])).split())
        assert escape.visible(math.plain(work["venue"])) in watched.page.locator(".facts").first.inner_text()
