"""What a first visit costs, as a host of static pages sends it: few requests, few bytes, text compressed, and little to lay out.

How long that takes is measured by `benchmarks.blocking`.
"""

from __future__ import annotations

import gzip
import http.server
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import shared_folder
from tests.browser.kinds import KINDS, address
from tests.browser.website import Server, built, visit
from tests.pages.surveys import BERT, CHAIN, THEMES

MOST_BYTES = 250_000
MOST_REQUESTS = 12
MOST_NODES = 1_500  # of a page, apart from tables and drawings
WIDTHS = (390, 1440)
IS_WHOLE = bool(os.environ.get("SURVEY_ALL_SIZES"))  # `python -m benchmarks.accessible` visits every page in both
NODES = "[...document.querySelectorAll('*')].filter(node => !node.closest('table, svg')).length"
LETTERED = r"""
@article{lettered,
  author = {Dvořák, Jiří and Şahin, Çağrı and Łukasiewicz, Zofia},
  title = {Modely jazyka Čapek rozumí větám <i>ďáblův</i> překlad},
  journal = {Časopis Českého jazykovědného sdružení},
  year = {2021},
  abstract = {Jazykový model $p_\theta(Y|X)$ učíme větám ěščřžů v čase $\mathcal{O}(n^2)$ a $\frac{1}{n}\sum_{i=1}^n x_i$ měříme, čemu rozumí.
    A language model, transformer attention, pre-training.},
}
"""
EVERY_FACE = ("serif-latin", "serif-latin-italic", "serif-latin-ext", "sans-latin", "sans-latin-ext")
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


@contextmanager
def hosted(website: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of the website, and what was sent of it."""
    server = Server(("127.0.0.1", 0), partial(_Host, directory=str(website)))
    server.sent = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", server.sent  # type: ignore[attr-defined]
    server.shutdown()


@pytest.fixture
def host(website: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The shipped survey's website."""
    with hosted(website) as found:
        yield found


def in_turn(pages: Sequence[str]) -> list[tuple[str, int]]:
    """Each page with the width in which it is visited: what it asks for and how many nodes it has hardly depends on that."""
    return [
        (page, width)
        for nth, page in enumerate(pages)
        for width in (WIDTHS if IS_WHOLE else [WIDTHS[nth % len(WIDTHS)]])
    ]


def wait_until_nothing_is_asked(page: Page, sent: Sequence[tuple[str, int]]) -> None:
    """Wait until a page that has loaded asks for nothing for a second. (The browser's own word for it may never come.)"""
    page.wait_for_load_state("load")
    before = -1
    while len(sent) != before:
        before = len(sent)
        page.wait_for_timeout(1000)


@pytest.mark.parametrize(("kind", "width"), in_turn(KINDS))
def test_a_first_visit_takes_few_requests_and_bytes_and_the_page_has_few_nodes(
    kind: str, width: int, browser: Browser, host: tuple[str, list[tuple[str, int]]], website: Path, survey: Any
) -> None:
    base, sent = host
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        found.go(address(kind, website, survey))
        wait_until_nothing_is_asked(found.page, sent)
        assert 100 < found.page.evaluate(NODES) <= MOST_NODES
    listed = "\n".join(f"{size:>7} {path}" for path, size in sent)
    assert sum(size for _, size in sent) <= MOST_BYTES, listed
    assert len(sent) <= MOST_REQUESTS, listed


@pytest.fixture(scope="module")
def lettered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of a survey of which people, titles and venues have letters of Latin Extended, upright and in italics, and
    which has formulas at the top of a page."""
    material = tmp_path_factory.mktemp("lettered")
    (material / "bib/sources").mkdir(parents=True)
    own = LETTERED + BERT + CHAIN
    (material / "bib/sources/a.bib").write_text(own, encoding="utf-8")
    (material / "bib/themes.yml").write_text(THEMES, encoding="utf-8")
    (material / "bib/survey.yml").write_text(
        "title: Modely češtiny\ndate: 2026-01-31\nscope: Otters.\n", encoding="utf-8"
    )
    return built(material, shared_folder(tmp_path_factory) / "lettered")


@pytest.mark.parametrize(
    ("path", "width"),
    [
        *in_turn(("", "explore/", "themes/models/", "authors/", "records/", "cite/")),
        *(("papers/{key}/", width) for width in WIDTHS),  # which has every face
    ],
)
def test_a_first_visit_to_a_page_with_every_face_of_letters_takes_few_requests(
    path: str, width: int, browser: Browser, lettered: Path
) -> None:
    key = next(folder.name for folder in (lettered / "papers").iterdir() if "2021" in folder.name)
    with hosted(lettered) as (base, sent), visit(browser, base, viewport={"width": width, "height": 900}) as found:
        found.go(path.format(key=key))
        wait_until_nothing_is_asked(found.page, sent)
        if path.startswith("papers/"):
            assert found.page.locator(".abstract").locator(".formula, math").count() == 3
    listed = "\n".join(f"{size:>7} {sent_path}" for sent_path, size in sent)
    if path.startswith("papers/"):
        faces = {name.rpartition("/")[2] for name, _ in sent if name.endswith(".woff2")}
        assert {f"{face}.woff2" for face in EVERY_FACE} == faces
    assert sum(size for _, size in sent) <= MOST_BYTES, listed
    shown = [name for name, _ in sent if not name.endswith("favicon.svg")]  # asked for once, after all that is shown
    assert len(shown) <= MOST_REQUESTS, listed
