"""Papers for Typst and Word: whole, with their citations, and with nothing in them that a record could command."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypandoc
import pytest
import typst

from generator.bibliography.latex_survey import Document
from generator.errors import InputError
from generator.names import Name
from generator.papers import pandoc
from generator.papers.pandoc import as_markdown, pandoc_survey
from tests.bibliography.publications import a_work

SAID = (
    "Costs $5 and $6",
    'A @key, a #func("x"), a *b* _c_ `d`',
    '#read("/etc/passwd") #include "x" <label>',
    "```{=typst}\n#panic()\n```",
    "\\input{/etc/passwd} | a | b |",
    "# Heading ::: {.x} [x](y) ![p](/etc/passwd)",
    "<b>bold</b> &amp; ~sub~ ^sup^",
    "1. first",
)
WORKS = [
    a_work(title, key=f"roe{2001 + at}", authors=(Name("Roe", "Jane"),), year=2001 + at, abstract=title)
    for at, title in enumerate(SAID)
]
KEYS = [work.key for work in WORKS]
OVERVIEW = f"What @{KEYS[0]} said [see @{KEYS[1]}, p. 3].\n\n## Questions\n\n- Which? `x` & <script>y</script> ![p](/etc/passwd)\n\n```{{=typst}}\n#panic()\n```\n"
DOCUMENT = Document(
    'A "survey": of #data', [Name("Ng", "Ann")], [("One & *all*", [("Theme #1", OVERVIEW, WORKS)])], "Of *it*."
)


def plain(content: bytes, form: str, tmp_path: Path) -> str:
    """What a document says."""
    (tmp_path / f"read.{form}").write_bytes(content)
    command = [pypandoc.get_pandoc_path(), "--wrap=none", "-t", "plain", f"read.{form}"]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout


def test_a_word_document_says_every_title_as_it_is(tmp_path: Path) -> None:
    files = pandoc_survey(DOCUMENT, "docx")
    assert list(files) == ["survey.docx"]
    said = " ".join(plain(files["survey.docx"], "docx", tmp_path).split())
    for work in WORKS:
        assert " ".join(work.title.split()) in said
    assert "What Roe (2001) said (see Roe 2002, 3)." in said
    assert "root:" not in said


def test_a_typst_document_compiles_and_reads_no_file(tmp_path: Path) -> None:
    files = pandoc_survey(DOCUMENT, "typst")
    assert list(files) == ["survey.typ", "survey.bib"]
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    page = typst.compile(str(tmp_path / "survey.typ"), root=str(tmp_path))
    assert page.startswith(b"%PDF")
    written = files["survey.typ"].decode()
    assert '\n#read("/etc' not in written and "\n#panic()" not in written
    assert all(f"<{key}>" in written or f"@{key}" in written for key in KEYS)


def test_records_are_text_in_the_markdown() -> None:
    written = as_markdown(DOCUMENT)
    assert "[@{" + KEYS[2] + "}]" in written
    assert r"\#read" in written or r'| \#read("/etc/passwd")' in written
    assert "### Questions" in written


@pytest.mark.parametrize(("found", "message"), [((), "is not installed"), ((2, 17, 1), "is older")])
def test_what_is_missing_is_reported(found: tuple[int, ...], message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_packaged", lambda: None)
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/pandoc" if found else None)
    monkeypatch.setattr(pandoc, "_version", lambda _: found)
    with pytest.raises(InputError, match=message):
        pandoc_survey(DOCUMENT, "typst")
