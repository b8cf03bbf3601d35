"""The survey as a document of Typst or Word, by Pandoc (https://pandoc.org): overviews, citations, tables of works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from generator.bibliography.bibtex import bibtex
from generator.bibliography.csl import csl_json
from generator.bibliography.entry import entry_of
from generator.bibliography.latex_survey import Document
from generator.errors import at_fault
from generator.prose.blocks import lowered
from generator.text.commonmark import literal
from generator.works import Work

DocumentForm = Literal["typst", "docx"]
FORMS: tuple[DocumentForm, ...] = ("typst", "docx")
_OLDEST = (3, 1)  # of Pandoc: it writes Typst, and it writes Word without reading other files
# People's Markdown without what reaches the document as it stands: HTML, TeX, and code of the document's format.
_MARKDOWN = "markdown-raw_html-raw_tex-raw_attribute-native_divs-native_spans-implicit_figures-smart"
_NO_PICTURES = "function Image(picture) return picture.caption end\n"  # a picture would be read from the disk
_LONG_TABLES = b"#show figure.where(kind: table): set block(breakable: true)\n"  # over several pages
_SECONDS = 600  # in which Pandoc must be done


def pandoc_survey(document: Document, form: DocumentForm) -> dict[str, bytes]:
    """File name to content: `survey.docx`, or `survey.typ` with `survey.bib`.

    Raises:
        InputError: Pandoc is not installed, is too old for the form, or fails.
    """
    pandoc = _pandoc(form)
    works = list(document.works.values())
    with tempfile.TemporaryDirectory() as folder:
        inside = Path(folder)
        inside.joinpath("survey.md").write_text(as_markdown(document), encoding="utf-8")
        inside.joinpath("survey.json").write_text(csl_json(works), encoding="utf-8")
        inside.joinpath("survey.bib").write_text(bibtex(map(entry_of, works)), encoding="utf-8")
        inside.joinpath("no-pictures.lua").write_text(_NO_PICTURES, encoding="utf-8")
        cited = ["--citeproc", "--bibliography=survey.json"] if form == "docx" else ["--bibliography=survey.bib"]
        name = "survey.docx" if form == "docx" else "survey.typ"
        command = [
            pandoc,
            "--sandbox",
            "--standalone",
            f"--from={_MARKDOWN}",
            f"--to={form}",
            f"--output={name}",
            "--lua-filter=no-pictures.lua",
        ]
        _run([*command, *cited, "survey.md"], inside)
        written = inside.joinpath(name).read_bytes()
        if form == "docx":
            return {name: written}
        return {name: _LONG_TABLES + written, "survey.bib": inside.joinpath("survey.bib").read_bytes()}


def as_markdown(document: Document) -> str:
    """The document in Pandoc's Markdown. What records say stands in it as text; only overviews are Markdown."""
    metadata = {
        "title": literal(document.title),  # Pandoc reads Markdown here too
        "author": [literal(name.as_first_last) for name in document.authors],
        "nocite": ", ".join(f"@{{{key}}}" for key in document.works),
        "link-citations": True,
    }
    parts = [
        "---",
        *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in metadata.items()),
        "---",
        "",
    ]
    if document.abstract.strip():
        parts += [lowered(document.abstract.strip()), ""]
    for heading, themes in document.sections:
        parts += [f"# {literal(heading)}", ""]
        for name, overview, works in themes:
            parts += [f"## {literal(name)}", "", lowered(overview.strip()), "", *_table(name, works), ""]
    return "\n".join([*parts, "# References", "", "::: {#refs}", ":::", ""])


def _table(theme: str, works: Sequence[Work]) -> list[str]:
    """The works of a theme side by side, oldest first."""
    rows = [
        f"| [@{{{work.key}}}] | {_cell(work.shown_title)} | {_cell(work.venue)} | {work.year or ''} |"
        for work in sorted(works, key=lambda work: (work.year or 0, work.key))
    ]
    if not rows:
        return []
    return ["| Work | Title | Venue | Year |", "|:--|:------|:---|--:|", *rows, "", f": Works on {literal(theme)}"]


def _cell(text: str) -> str:
    return literal(text)


def _pandoc(form: DocumentForm) -> str:
    """The program Pandoc, new enough for the form. Raises InputError."""
    hint = "install Pandoc, or the Python package pypandoc_binary, which brings it"
    program = shutil.which("pandoc")
    found = [one for one in (program, _packaged()) if one]
    if not found:
        raise at_fault(f"--format {form} needs Pandoc, which is not installed", hint=hint)
    for one in found:
        if _version(one) >= _OLDEST:
            return one
    wanted = ".".join(map(str, _OLDEST))
    raise at_fault(f"--format {form} needs Pandoc {wanted} or newer, and {found[0]} is older", hint=hint)


def _packaged() -> str | None:
    """The Pandoc that the Python package pypandoc_binary brings."""
    spec = find_spec("pypandoc")
    if spec is None or spec.origin is None:
        return None
    program = Path(spec.origin).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
    return str(program) if program.is_file() else None


def _version(program: str) -> tuple[int, ...]:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    number = said.partition("\n")[0].rpartition(" ")[2]
    return tuple(int(part) for part in number.split(".") if part.isdigit())


def _run(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(  # noqa: S603 (no shell, our own words)
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=_SECONDS
    )
    if done.returncode:
        said = done.stderr.strip() or f"exit code {done.returncode}"
        raise at_fault(f"Pandoc failed: {said.splitlines()[-1]}")
