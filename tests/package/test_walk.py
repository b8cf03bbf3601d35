"""A newcomer's walk: from three exports to a published, corrected and updated survey; and the second person's clone.

All of it is typed as the README and the tutorial say, with the program installed from its wheel.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.website import served
from tests.conftest import REPOSITORY
from tests.package.conftest import ran
from tests.site_links import faults

SOURCES = REPOSITORY / "tests/data/sources"
EXPORTS = ("zotero.ris", "pubmed.nbib", "awesome.md")
GIT = {
    **{f"GIT_{role}_NAME": "Ann Bell" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "ann@example.org" for role in ("AUTHOR", "COMMITTER")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
MORE = """@article{new2026, title={Yeasts that share sugar with bacteria in bread}, author={New, Nora}, year={2026},
  journal={Journal of Sharing}, doi={10.1234/sharing.2026.1}, abstract={We show that yeasts share sugar with bacteria.}}
"""
# Python that makes environments which see the packages installed here, so that nothing is fetched.
LENDING = """#!/bin/sh
"{python}" "$@" || exit 1
case "$1 $2" in "-m venv") for site in "$3"/lib/python*/site-packages; do echo "{packages}" >"$site/borrowed.pth"; done;; esac
"""
pytestmark = [
    pytest.mark.site,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("make") is None or sys.platform == "win32", reason="needs make and a shell"),
]


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **GIT}, check=True, capture_output=True, text=True
    )
    return done.stdout


def page(address: str) -> str:
    with urlopen(address) as answer:
        return str(answer.read().decode())


def make(folder: Path, target: str, wheel: Path) -> None:
    """`make TARGET`, with the wheel in place of a release that is not on an index here."""
    python = folder.parent / "lending-python"
    packages = sysconfig.get_path("purelib")
    python.write_text(LENDING.format(python=sys.executable, packages=packages), encoding="utf-8")
    python.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS")}
    command = ["make", target, f"PYTHON={python}", f"PACKAGE={wheel}"]
    done = subprocess.run(
        command, cwd=folder, env={**kept, "PIP_NO_INDEX": "1"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@dataclass(frozen=True)
class Walk:
    """The folder of the walk, and the program and its wheel."""

    top: Path
    environment: Path
    wheel: Path

    @property
    def first(self) -> Path:
        return self.top / "frogs"

    @property
    def second(self) -> Path:
        return self.top / "second"

    def survey(self, *words: str, cwd: Path) -> str:
        done = ran(self.environment, "survey", *words, cwd=cwd)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def test_the_walk_of_a_newcomer_and_of_the_second_person(environment: Path, wheel: Path, tmp_path: Path) -> None:
    walk = Walk(tmp_path, environment, wheel)
    from_three_formats_to_a_website(walk)
    published_for_others_and_on_a_server(walk)
    cloned_built_and_corrected_by_a_second_person(walk)
    seen_in_words_and_taken(walk)
    updated_with_keys_addresses_and_an_edition_that_stay(walk)


def from_three_formats_to_a_website(walk: Walk) -> None:
    said = walk.survey("new", "frogs", "--from", *(str(SOURCES / name) for name in EXPORTS), cwd=walk.top)
    assert "survey serve" in said, "it says what to type as it was called itself"
    walk.survey("build", "--site", cwd=walk.first)
    assert faults(walk.first / "site") == []


def published_for_others_and_on_a_server(walk: Walk) -> None:
    git(walk.top, "init", "-q", "--bare", "frogs.git")
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "The survey"]):
        git(walk.first, *words)
    git(walk.first, "remote", "add", "origin", "../frogs.git")
    git(walk.first, "push", "-q", "origin", "main")
    git(walk.top / "frogs.git", "symbolic-ref", "HEAD", "refs/heads/main")
    with served(walk.first / "site") as address:
        assert "<title>Frogs</title>" in page(address)
        assert "a game of microbes" in page(f"{address}papers/li2019learning/")


def cloned_built_and_corrected_by_a_second_person(walk: Walk) -> None:
    git(walk.top, "clone", "-q", "frogs.git", "second")
    make(walk.second, "site", walk.wheel)
    assert (walk.second / "site/papers/li2019learning/index.html").is_file()
    assert git(walk.second, "status", "--porcelain") == "", "a build leaves nothing to commit"
    (walk.second / "bib/decisions.yml").write_text(
        'leave-out: [{ref: "sources/awesome.md:10", why: "not about microbes"}]\n'
        'fields: [{ref: li2019learning, set: {year: 2018}, why: "its page"}]\n'
    )
    walk.survey("build", "--quiet", cwd=walk.second)
    for words in (["checkout", "-q", "-b", "correct"], ["add", "."], ["commit", "-qm", "Corrected"]):
        git(walk.second, *words)
    git(walk.second, "push", "-q", "origin", "correct")


def seen_in_words_and_taken(walk: Walk) -> None:
    git(walk.top, "clone", "-q", "--branch", "correct", "frogs.git", "proposed")
    proposed = str(walk.top / "proposed")
    changes = walk.survey("compare", str(walk.first), proposed, "--format", "markdown", cwd=walk.top)
    for line in ("#### 1 work went", "Deep Roots", "#### 1 work was corrected", "a game of microbes: year"):
        assert line in changes
    git(walk.first, "pull", "-q", "origin", "correct")


def updated_with_keys_addresses_and_an_edition_that_stay(walk: Walk) -> None:
    walk.survey("release", "2026.1", "--date", "2026-01-31", "--no-archive", cwd=walk.first)
    (walk.first / "bib/sources/more.bib").write_text(MORE, encoding="utf-8")
    walk.survey("build", "--site", "--quiet", cwd=walk.first)
    for words in (["add", "."], ["commit", "-qm", "More"], ["push", "-q", "--follow-tags", "origin", "HEAD:main"]):
        git(walk.first, *words)
    assert git(walk.top / "frogs.git", "tag") == "v2026.1\n"
    with served(walk.first / "site") as address:
        assert "2018" in page(f"{address}papers/li2019learning/")
        assert "Yeasts that share sugar" in page(f"{address}papers/new2026yeasts/")
        assert "1 work came" in page(f"{address}v/compare/2026.1-to-now/")
        assert "Yeasts" not in page(f"{address}v/2026.1/")
        with pytest.raises(HTTPError):
            page(f"{address}papers/anon2020deep/")
