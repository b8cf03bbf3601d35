"""Every kind of page is valid HTML, by the W3C's checker (vnu, from npm; it needs Java)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.website.valid_html import valid
from tests.browser.kinds import KINDS, address
from tests.conftest import REPOSITORY

CHECKER = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"


def checker() -> list[str]:
    """The command; where it is not there, a failure in CI, and elsewhere no test."""
    missing = [what for what, there in (("Java", shutil.which("java")), ("npm ci", CHECKER.exists())) if not there]
    if missing and os.environ.get("CI"):
        pytest.fail(f"the checker of HTML needs {' and '.join(missing)}")
    if missing:
        pytest.skip(f"the checker of HTML needs {' and '.join(missing)}")
    return ["java", "-jar", str(CHECKER), "--errors-only", "--format", "gnu"]


def test_no_page_of_any_kind_has_an_error(website: Path, survey: Any) -> None:
    places = [address(kind, website, survey) for kind in KINDS]
    more = [next(website.glob(f"{folder}/*/index.html")) for folder in ("names", "theme-links", "guide/how-to")]
    pages = [website / "404.html", *(website / place / "index.html" for place in places), *more]
    assert all(page.exists() for page in pages)
    printed = subprocess.run([*checker(), *map(str, pages)], capture_output=True, text=True, check=False).stderr
    errors = [
        line.rpartition(f"{website}/")[2] for line in printed.splitlines() if re.search(r": (?:fatal )?error", line)
    ]
    assert errors == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<!doctype html><html lang="en"><title>A</title><label tabindex="">B</label>', encoding="utf-8")
    assert "tabindex" in subprocess.run([*checker(), str(page)], capture_output=True, text=True, check=False).stderr


def test_only_the_faults_of_the_theme_are_put_right() -> None:
    text = b'<p>id="__drawer" autocomplete="off"&gt; and _label" tabindex=""&gt;</p><input autocomplete="off">'
    assert valid(text) == text
    label = b'<label class="md-nav__title" for="__toc">'
    assert valid(label + b'<input id="__toc">') == label + b'<input id="__toc">'
    assert valid(label) == b'<label class="md-nav__title">'
