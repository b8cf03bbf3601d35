"""Every case of `tests/data/cases`: sources as researchers export them, and what the survey must make of them.

A case is a folder with `src/` (the files of `bib/sources/`), `bib/` where it needs more files of `bib/`, `why.txt` (one
sentence) and `expect.json`, whose keys are:

- `works`, `records`: how many there are (records: those that became part of a work);
- `has`: works that must be there; all the given facts must be true of one and the same work. `title`, `venue`, `type`,
  `year` and `abstract_has` without regard to case and spaces, `authors` as `Family, Given` in order, `identifiers` by
  scheme, `bibtex_has` a text in the work's entry of `survey.bib`, `theme_has` a text in its themes;
- `never`: texts that stand in no title, name, venue or abstract, nor in `survey.bib`;
- `told`, `not_told`: texts that the build says, or does not say; `exit`, `strict`: the exit codes of `build` and `build
  --strict`.
"""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main

CASES = Path(__file__).parent / "data" / "cases"
Data = Mapping[str, Any]


@dataclass(frozen=True)
class Built:
    """What a build of a case's sources gave: its exit code, what it said, survey.json's works and survey.bib."""

    project: Path
    code: int
    said: str
    works: list[Data]
    bibtex: str

    @property
    def shown(self) -> str:
        """Everything of the works that a reader sees, as one text."""
        facts = [[work["title"], work["authors"], work["venue"], work["abstract"]] for work in self.works]
        return json.dumps(facts, ensure_ascii=False) + self.bibtex


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if (path / "expect.json").exists()))
def test_the_case_is_read_as_it_should_be(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected: Data = json.loads((CASES / case / "expect.json").read_text(encoding="utf-8"))
    assert expected, "a case expects something"
    built = _built(CASES / case, tmp_path / "survey", capsys)
    why = (CASES / case / "why.txt").read_text(encoding="utf-8").strip()
    faults = list(_faults(built, expected))
    assert not faults, f"{why}\n" + "\n".join(faults)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if (path / "export.json").exists()))
def test_letters_that_classic_latex_cannot_write_are_there_or_told(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`export.json` holds `letters`: texts that the exported LaTeX has as they are, unless the export says that it cannot."""
    letters = json.loads((CASES / case / "export.json").read_text(encoding="utf-8"))["letters"]
    _built(CASES / case, tmp_path / "survey", capsys)
    out = tmp_path / "out"
    assert main(["export", "--project", str(tmp_path / "survey"), "--format", "latex", "--output", str(out)]) == 0
    said = capsys.readouterr().err
    written = "".join((out / name).read_text(encoding="utf-8") for name in ("survey.bib", "survey.tex"))
    for text in letters:
        scripts = {unicodedata.name(letter).split()[0].title() for letter in text}
        assert text in written or any(accepted in said for accepted in (*text, *scripts))


def _built(case: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> Built:
    assert main(["new", str(project)]) == 0
    shutil.rmtree(project / "bib" / "sources")
    shutil.copytree(case / "src", project / "bib" / "sources")
    if (case / "bib").is_dir():
        shutil.copytree(case / "bib", project / "bib", dirs_exist_ok=True)
    capsys.readouterr()
    code = main(["build", "--project", str(project)])
    out = capsys.readouterr()
    data, bibliography = project / "docs/data/survey.json", project / "bib/survey.bib"
    works = json.loads(data.read_text(encoding="utf-8"))["works"] if data.exists() else []
    bibtex = bibliography.read_text(encoding="utf-8") if bibliography.exists() else ""
    return Built(project, code, out.out + out.err, works, bibtex)


def _faults(built: Built, expected: Data) -> Iterator[str]:
    """What is not as expected, a line each."""
    if built.code != expected.get("exit", 0):
        yield f"exit code {built.code}: {built.said[-300:]}"
    records = sum(len(work["records"]) for work in built.works)
    for name, count in (("works", len(built.works)), ("records", records)):
        if expected.get(name, count) != count:
            yield f"{count} {name}, not {expected[name]}: {[work['title'][:50] for work in built.works][:6]}"
    for wanted in expected.get("has", ()):
        if not any(_is_true_of(wanted, work, built.bibtex) for work in built.works):
            facts = [
                {name: work[name] for name in ("title", "authors", "year", "venue", "type")} for work in built.works
            ]
            yield f"no work with {wanted}; there are {facts[:3]}\n{built.bibtex[:2000]}"
    yield from (f"{text!r} is shown" for text in expected.get("never", ()) if text in built.shown)
    yield from (
        f"the build does not say {text!r}" for text in expected.get("told", ()) if _flat(text) not in _flat(built.said)
    )
    yield from (f"the build says {text!r}" for text in expected.get("not_told", ()) if _flat(text) in _flat(built.said))
    if "strict" in expected:
        strict = main(["build", "--strict", "--project", str(built.project)])
        if strict != expected["strict"]:
            yield f"--strict exits {strict}"


def _is_true_of(wanted: Data, work: Data, bibtex: str) -> bool:
    entry = re.search(r"(?ms)^@\w+\{" + re.escape(work["key"]) + r",.*?^\}", bibtex)
    texts = {
        "abstract_has": work["abstract"],
        "bibtex_has": entry[0] if entry else "",
        "theme_has": json.dumps(work["themes"], ensure_ascii=False),
    }
    for name, value in wanted.items():
        if name == "authors":
            people = [", ".join(part for part in (one["family"], one["given"]) if part) for one in work["authors"]]
            fits = people == value
        elif name == "identifiers":
            fits = all(_flat(work["identifiers"].get(scheme)) == _flat(one) for scheme, one in value.items())
        elif name in texts:
            fits = _flat(value) in _flat(texts[name])
        else:
            fits = _flat(work.get(name)) == _flat(value)
        if not fits:
            return False
    return True


def _flat(text: object) -> str:
    return " ".join(str(text or "").split()).casefold()
