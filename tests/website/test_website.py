"""The website is built beside the one that stands, and is trusted only as long as it stands there as it was built."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.website.build import build_site
from tests.conftest import snapshot
from tests.project.surveys import FIRST, make, run

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small survey with its website."""
    project = make(tmp_path_factory.mktemp("website") / "project", FIRST)
    assert run(project, "build", "--site", "--quiet")[0] == 0
    return project


@pytest.fixture
def built(once: Path, tmp_path: Path) -> Path:
    """A copy of it of one's own."""
    return shutil.copytree(once, tmp_path / "project")


def undated(page: bytes) -> bytes:
    """A page without the comment in which MkDocs says when it was built."""
    return page.partition(b"<!--\nMkDocs version")[0]


def times(project: Path) -> dict[str, int]:
    return {str(file): file.stat().st_mtime_ns for file in (project / "site").rglob("*.html")}


def test_what_has_not_changed_is_not_built_again(built: Path) -> None:
    before = times(built)
    assert run(built, "build", "--site", "--quiet")[0] == 0
    assert times(built) == before


def test_a_page_replaced_by_one_of_the_same_size_and_time_is_built_again(built: Path) -> None:
    page = built / "docs/mine.md"
    page.write_text("# Otters\n", encoding="utf-8")
    assert run(built, "build", "--site", "--quiet")[0] == 0
    status = page.stat()
    page.write_text("# Herons\n", encoding="utf-8")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert run(built, "build", "--site", "--quiet")[0] == 0
    assert "Herons" in (built / "site/mine/index.html").read_text(encoding="utf-8")


def test_pages_of_the_website_that_are_empty_gone_or_changed_are_built_again(built: Path) -> None:
    whole = (built / "site/index.html").read_bytes()
    for spoil in (
        lambda file: file.write_bytes(b""),
        lambda file: file.unlink(),
        lambda file: file.write_bytes(whole[:100]),
    ):
        spoil(built / "site/index.html")
        assert run(built, "build", "--site", "--quiet")[0] == 0
        assert undated((built / "site/index.html").read_bytes()) == undated(whole)


def test_a_dead_link_in_a_page_stops_a_strict_build_and_is_reported(
    built: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (built / "docs/own.md").write_text("# Mine\n\n[there](nowhere.md)\n", encoding="utf-8")
    before = snapshot(built / "site")
    assert run(built, "build", "--site", "--strict", "--quiet")[0] == 1
    assert "nowhere.md" in capfd.readouterr().err
    assert snapshot(built / "site") == before
    assert run(built, "build", "--site", "--quiet")[0] == 0


def test_a_file_that_the_website_has_no_more_is_removed(built: Path) -> None:
    (built / "site/old").mkdir()
    (built / "site/old/index.html").write_text("old")
    assert run(built, "build", "--site", "--quiet")[0] == 0
    assert not (built / "site/old").exists()


@pytest.mark.parametrize(
    "path", ["docs/x.md", "docs/linked", "docs/pipe.md", "site", "site/papers", "overrides/x.html"]
)
def test_nothing_outside_reaches_the_website_and_it_reaches_nothing_outside(built: Path, path: str) -> None:
    outside = built.parent / "outside"
    (outside / "within").mkdir(parents=True)
    (outside / "within/x.md").write_text("the secret")
    place = built / path
    if path.startswith("site"):
        place.rename(outside / "moved")
        place.symlink_to(outside / "moved")
    elif path == "docs/pipe.md":
        os.mkfifo(place)
    else:
        place.symlink_to(outside / "within" / ("" if path == "docs/linked" else "x.md"))
    before = snapshot(outside)
    code, said = run(built, "build", "--site", "--quiet")
    assert (code, path in said) == (1, True)
    assert snapshot(outside) == before


def test_mkdocs_failing_leaves_the_website_as_it_was(built: Path) -> None:
    before = snapshot(built / "site")
    (built / "mkdocs.yml").write_text("site_name: S\ntheme: {name: nobody-has-this}\n")
    assert build_site(built, strict=True) == 1
    assert snapshot(built / "site") == before
    assert not (built / ".survey/next").exists()


def test_killed_at_any_moment_every_page_is_old_or_new_and_nothing_is_left_over(built: Path) -> None:
    (built / "docs/mine.md").write_text("# Mine\n")
    command = [sys.executable, "-m", "generator", "build", "--site", "--quiet", "--project", str(built)]
    started = time.monotonic()
    subprocess.run(command, check=True)
    lasts = time.monotonic() - started
    new = snapshot(built / "site")
    for number in range(6):
        (built / "docs/mine.md").write_text("# Mine\n" if number % 2 else "# Yours\n")
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(lasts * (number + 1) / 7)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path, content in snapshot(built / "site").items():
            page = path.endswith(".html")
            assert content.rstrip().endswith((b"</html>", b"-->")) if page else content, path
    (built / "docs/mine.md").write_text("# Mine\n")
    subprocess.run(command, check=True)
    assert set(snapshot(built / "site")) == set(new)
    assert (built / "site/mine/index.html").read_bytes() == new["mine/index.html"]
    assert not (built / ".survey/next").exists()
